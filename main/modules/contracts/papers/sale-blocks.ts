// The blocks that papers of a sale have in common: who with, by which terms, which goods at which prices, where to pay. Rules PA6 to PA8, PA12 of papers.
import { Decimal } from '../../../../preload/contract/vocabulary/decimal.ts'
import type { Incoterm } from '../../../../preload/contract/vocabulary/incoterm.ts'
import { money, type Money } from '../../../../preload/contract/vocabulary/money.ts'
import type { QueryContext } from '../../../queries/define-query.ts'
import {
  companyOnPaper,
  fact,
  paperWords,
  unitTotals,
  type ContentBlock,
  type Fact,
  type PaperColumn,
  type PaperProblem,
  type PaperSum,
  type PaperWriter,
  type Said,
} from '../../../records/papers/index.ts'
import { payableAccounts, type PayableAccount } from '../../bank-accounts/index.ts'
import type { ProductOnPaper } from '../../catalogue/index.ts'
import { addressBlock, type PartyOnPaper } from '../../parties/index.ts'

/** `amount` after the discount, which is `off`. */
export type SaleLine = {
  productId: string | null
  productCode: string | null
  description: string
  quantity: string
  unit: string
  price: string
  discount: string
  amount: Money
  off: Money
  /** The least that is sold at once, where such a paper can show it; '0' for none. */
  minimumQuantity?: string
  minimumUnit?: string
  /** Below what it is called, such as that it left at a price before. */
  note?: Said
}
type Products = ReadonlyMap<string, ProductOnPaper>

/** What goods are called; below it the Chinese name of the product where the paper has Chinese. */
export const goodsText = (line: Pick<SaleLine, 'description' | 'productId'>, products: Products, w: PaperWriter): string =>
  w.lines({ en: line.description, zh: products.get(line.productId ?? '')?.nameZh ?? '' })
/** Goods that have no Chinese name on a paper that should have one: nothing is translated (PA5). */
export const unnamedGoods = (
  lines: readonly Pick<SaleLine, 'description' | 'productId'>[],
  products: Products,
  w: PaperWriter,
): PaperProblem[] =>
  w.language === 'en'
    ? []
    : lines.filter((l) => !products.get(l.productId ?? '')?.nameZh).map((l) => ({ code: 'no-chinese-name', what: l.description }))

const isFree = (line: SaleLine): boolean => new Decimal(line.price).isZero()

const minimumText = ({ minimumQuantity = '0', minimumUnit = '' }: SaleLine, w: PaperWriter): string =>
  new Decimal(minimumQuantity).isZero() ? '' : `${w.quantity(minimumQuantity)} ${minimumUnit}`

/** `deposit`: what of the total has come already; the balance is written out too. */
type Printed = {
  total: Money
  currency: string
  products: Products
  w: PaperWriter
  words?: boolean
  deposit?: Money
  /** Of products, where such a paper can show them. */
  pictures?: ReadonlyMap<string, string>
  minimums?: boolean
}
/** Every line with its figures as the screen has them, and the sums of what is printed. */
export const linesBlock = (
  lines: readonly SaleLine[],
  { total, currency, products, w, words = true, deposit, pictures, minimums = false }: Printed,
): ContentBlock => {
  const isDiscounted = lines.some(({ off }) => off.minor !== 0)
  const off = lines.reduce((sum, line) => sum + line.off.minor, 0)
  const priced = (label: Said): Said => ({ en: `${label.en} (${currency})`, zh: `${label.zh} (${currency})` })
  const columns: PaperColumn[] = [
    { key: 'no', label: paperWords.lineNo, align: 'center', fixed: true },
    ...(pictures ? [{ key: 'picture', label: paperWords.picture, align: 'center', optional: true, picture: true } as const] : []),
    { key: 'item', label: paperWords.item },
    { key: 'description', label: paperWords.description, grow: 1, fixed: true },
    { key: 'specification', label: paperWords.specification, optional: true, grow: 0.6 },
    { key: 'hsCode', label: paperWords.hsCode, optional: true },
    ...(minimums ? [{ key: 'minimumOrder', label: paperWords.minimumOrder, align: 'right', optional: true } as const] : []),
    { key: 'quantity', label: paperWords.quantity, align: 'right', fixed: true },
    { key: 'unit', label: paperWords.unit, align: 'center', fixed: true },
    { key: 'price', label: priced(paperWords.unitPrice), align: 'right', fixed: true },
    ...(isDiscounted ? [{ key: 'discount', label: paperWords.discount, align: 'right', fixed: true } as const] : []),
    { key: 'amount', label: priced(paperWords.amount), align: 'right', fixed: true },
  ]
  const rows = lines.map((line, at) => {
    const product = products.get(line.productId ?? '')
    return {
      no: String(at + 1),
      ...(pictures ? { picture: pictures.get(line.productId ?? '') ?? '' } : {}),
      item: line.productCode ?? '',
      description: [goodsText(line, products, w), ...(line.note ? [w.lines(line.note)] : [])].join('\n'),
      specification: product?.specification ?? '',
      hsCode: product?.hsCode ?? '',
      ...(minimums ? { minimumOrder: minimumText(line, w) } : {}),
      quantity: w.quantity(line.quantity),
      unit: line.unit,
      price: isFree(line) ? w.lines(paperWords.free) : w.price(line.price, currency),
      ...(isDiscounted ? { discount: line.off.minor === 0 ? '' : line.discount } : {}),
      amount: isFree(line) ? w.lines(paperWords.free) : w.amount(line.amount),
    }
  })
  const isPaidInPart = deposit !== undefined && deposit.minor > 0
  const balance = money(total.minor - (deposit?.minor ?? 0), currency)
  const before = money(total.minor + off, currency)
  const summed: PaperSum[] = [
    ...(isDiscounted
      ? [
          { label: paperWords.beforeDiscount, cells: { amount: w.amount(before) } },
          { label: paperWords.discountSum, cells: { amount: w.amount(money(-off, currency)) } },
        ]
      : []),
    {
      label: paperWords.total,
      cells: {
        ...unitTotals(lines, w),
        amount: w.money(total),
      },
      strong: true,
    },
    ...(isPaidInPart
      ? [
          { label: paperWords.deposit, cells: { amount: w.amount(money(-deposit.minor, currency)) } },
          { label: paperWords.balanceDue, cells: { amount: w.money(balance) }, strong: true as const },
        ]
      : []),
  ]
  const written = [
    ...w.inWords(total),
    ...(isPaidInPart ? w.inWords(balance).map((text) => `${w.said(paperWords.balanceDue)}: ${text}`) : []),
  ]
  return { key: 'lines', kind: 'rows', columns, rows, sums: summed, words: words ? written : [] }
}

/** 'CIF HAMBURG, INCOTERMS® 2020' */
export const priceTerm = (incoterm: Incoterm | null, place: string): string =>
  incoterm === null ? '' : `${[incoterm, place.toUpperCase()].filter((text) => text !== '').join(' ')}, INCOTERMS® 2020`
export const allowed = (is: boolean, w: PaperWriter): string => w.said(is ? paperWords.allowed : paperWords.notAllowed)

/** Who insures follows from the Incoterm: the seller by CIF and CIP, and by the D terms because the risk is the seller's. */
export const insuredBy = (incoterm: Incoterm | null, w: PaperWriter): string => {
  if (incoterm === null) return ''
  const bySeller = ['CIF', 'CIP', 'DAP', 'DPU', 'DDP'].includes(incoterm)
  return w.said(bySeller ? paperWords.insuredBySeller : paperWords.insuredByBuyer)
}

/** Buyer, and consignee and notify party where they differ. */
export const buyerFacts = (
  buyer: PartyOnPaper,
  { consignee, notifyParty }: { consignee: string; notifyParty: string },
  w: PaperWriter,
): Fact[] => [
  { label: paperWords.buyer, value: addressBlock(buyer, w.language), needed: true },
  fact(paperWords.contactPerson, buyer.contact),
  fact(paperWords.consignee, consignee || buyer.consignee),
  fact(paperWords.notify, notifyParty || buyer.notifyParty),
]

/** The account that was chosen on a contract, as it is called; none: the usual one of the currency. */
export type ChosenAccount = { bankAccountId: string | null; bankAccountName: string | null }
const USUAL: ChosenAccount = { bankAccountId: null, bankAccountName: null }

/** C27. Of contracts on one paper, the account that all of them name. `wrong`: they differ, or the chosen one may not be paid to any more. */
const accountOf = (
  accounts: readonly PayableAccount[],
  chosen: readonly ChosenAccount[],
): { account: PayableAccount | undefined; wrong: PaperProblem[] } => {
  const named = chosen.map(({ bankAccountId, bankAccountName }) => ({
    account: bankAccountId === null ? accounts[0] : accounts.find(({ id }) => id === bankAccountId),
    gone: bankAccountId === null ? null : bankAccountName,
  }))
  const gone = named.filter(({ account }) => account === undefined).flatMap(({ gone: name }) => name ?? [])
  const different = [...new Set(named.flatMap(({ account }) => account ?? []))]
  return {
    account: gone.length > 0 || different.length > 1 ? undefined : different[0],
    wrong: [
      ...[...new Set(gone)].map((name) => ({ code: 'account-not-payable', what: name })),
      ...(different.length > 1 ? [{ code: 'accounts-differ', what: different.map(({ name }) => name).join(', ') }] : []),
    ],
  }
}

/**
 * Where to pay: confirmed by two persons or not at all (PA12). `block` where the paper needs it, `ifAny` where it does as well without; `missing`: nobody has confirmed an
 * account in this currency; `wrong`: what was chosen cannot stand on a paper.
 */
export const bankBlock = async (
  q: QueryContext,
  currency: string,
  w: PaperWriter,
  chosen: readonly ChosenAccount[] = [USUAL],
): Promise<{ block: ContentBlock; ifAny: ContentBlock; missing: PaperProblem[]; wrong: PaperProblem[] }> => {
  const accounts = await payableAccounts(q, currency)
  const { account, wrong } = accountOf(accounts, chosen)
  const beneficiary = fact(paperWords.beneficiary, account ? companyOnPaper(q, w) : '')
  const bank = fact(paperWords.bank, account?.details ?? '')
  const block = (left: Fact[]): ContentBlock => ({ key: 'bank', kind: 'facts', left, right: [] })
  return {
    block: block([
      { ...beneficiary, needed: true },
      { ...bank, needed: true },
    ]),
    ifAny: block([beneficiary, bank]),
    missing: accounts.length === 0 && wrong.length === 0 ? [{ code: 'no-confirmed-account', what: currency }] : [],
    wrong,
  }
}

export const signaturesOf = (q: QueryContext, buyer: PartyOnPaper, w: PaperWriter, both: boolean): ContentBlock => ({
  key: 'signatures',
  kind: 'signatures',
  parties: [
    { label: paperWords.forSeller, name: companyOnPaper(q, w), below: paperWords.nameTitleDate, ours: true },
    ...(both ? [{ label: paperWords.forBuyer, name: w.lines({ en: buyer.name, zh: buyer.nameZh }), below: paperWords.nameTitleDate }] : []),
  ],
})
