// Words of company names that do not tell companies apart.

/** Legal forms and the like at the end of a name: left out when names are compared. */
export const COMPANY_WORDS: ReadonlySet<string> = new Set(
  'co company corp corporation ltd limited inc incorporated gmbh mbh ag kg llc llp lp plc sa sas sarl srl spa bv nv oy ab as aps pte pty pvt private sdn bhd kk jsc ooo zao oao'.split(
    ' ',
  ),
)
/** The same at its beginning. */
export const LEADING_WORDS: ReadonlySet<string> = new Set(['the', 'ooo', 'zao', 'oao', 'pt', 'tov'])
/** Chinese ones, longest first. */
export const COMPANY_SUFFIXES: readonly string[] = [
  '股份有限公司',
  '有限责任公司',
  '集团有限公司',
  '有限公司',
  '股份公司',
  '集团公司',
  '股份',
  '集团',
  '公司',
]
