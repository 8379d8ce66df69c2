// A contract beside the quotation that it was made of, before it is printed: goods, quantities, prices, total. Rule Q18 of SPEC.md.
import { scaledText } from '../../../preload/contract/vocabulary/decimal.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { paperWords, type Disagreement, type PaperAsked, type PaperProblem, type PaperWriter } from '../../records/papers/index.ts'
import { seenRecord } from '../../records/seen-record.ts'
import { contractLineId } from './quoted.ts'

/** Scaled integers. */
type Line = {
  description: string
  productId: string | null
  code: string | null
  quantity: number
  unit: string
  price: number
  discount: number
}

/** How goods are described may be put better in the contract. */
const FIELDS = ['productId', 'quantity', 'unit', 'price', 'discount'] as const

/** `withCode`: the product too, where that is what differs. */
const onPaper = (line: Line | undefined, currency: string, w: PaperWriter, withCode: boolean): string => {
  if (!line) return '–'
  const price = `${w.quantity(scaledText(line.quantity, 'quantity'))} ${line.unit} × ${currency} ${w.price(scaledText(line.price, 'price'), currency)}`
  const said = line.discount === 0 ? price : `${price} − ${scaledText(line.discount, 'percent')} %`
  return withCode ? `${line.code ?? '–'} · ${said}` : said
}

const others = (said: Line | undefined, quoted: Line | undefined): boolean => !!said && !!quoted && said.productId !== quoted.productId

/** Of the version that was signed first: what an amendment says was agreed after the quotation, and stands on its own paper. */
const contractAsFirstAgreed = (q: QueryContext, { recordId, version = 1 }: PaperAsked) =>
  version > 1
    ? undefined
    : q.db
        .selectFrom('sales_contract')
        .select(['id', 'currency', 'total'])
        .where('id', '=', recordId)
        .where('version', '=', 1)
        .executeTakeFirst()

const quotationOf = (q: QueryContext, contractId: string) =>
  q.db
    .selectFrom('quotation')
    .select(['id', 'number', 'currency', 'total'])
    .where('contractId', '=', contractId)
    .where('status', '=', 'confirmed')
    .executeTakeFirst()

const linesOf = async (q: QueryContext, contractId: string, quotationId: string): Promise<Map<string, { said?: Line; quoted?: Line }>> => {
  const said = await q.db
    .selectFrom('sales_line as l')
    .leftJoin('product as g', 'g.id', 'l.productId')
    .select(['l.id', 'l.description', 'l.productId', 'g.code', 'l.quantity', 'l.unit', 'l.price', 'l.discount'])
    .where('l.contractId', '=', contractId)
    .orderBy('l.position')
    .execute()
  const quoted = await q.db
    .selectFrom('quotation_line as l')
    .leftJoin('product as g', 'g.id', 'l.productId')
    .select(['l.position', 'l.description', 'l.productId', 'g.code', 'l.quantity', 'l.unit', 'l.price', 'l.discount'])
    .where('l.quotationId', '=', quotationId)
    .orderBy('l.position')
    .execute()
  const lines = new Map<string, { said?: Line; quoted?: Line }>(said.map((line) => [line.id, { said: line }]))
  for (const { position, ...line } of quoted) {
    const id = contractLineId(contractId, position)
    lines.set(id, { ...lines.get(id), quoted: line })
  }
  return lines
}

/**
 * Q18. Each line, and the total, in which a contract is not what its confirmed quotation offered, with both: as many problems of its papers. Who may not see the
 * quotation is told that it differs, not what it said.
 */
export const asQuoted = async (asked: PaperAsked, q: QueryContext, w: PaperWriter): Promise<Disagreement> => {
  const contract = await contractAsFirstAgreed(q, asked)
  const quotation = contract && (await quotationOf(q, contract.id))
  if (!contract || !quotation) return {}
  const isSeen = seenRecord(q, 'quotation', quotation.id) !== undefined
  const differs = (what: string, one: string, other: string): PaperProblem => ({
    ...{ code: 'quotation-differs', what, one },
    ...(isSeen && { other: `${quotation.number}: ${other}` }),
  })
  const lines = [...(await linesOf(q, contract.id, quotation.id)).values()]
  const problems = lines
    .filter(({ said, quoted }) => FIELDS.some((field) => said?.[field] !== quoted?.[field]))
    .map(({ said, quoted }) =>
      differs(
        said?.description ?? (isSeen ? quoted!.description : ''),
        onPaper(said, contract.currency, w, others(said, quoted)),
        onPaper(quoted, quotation.currency, w, others(said, quoted)),
      ),
    )
  const totals = [money(contract.total, contract.currency), money(quotation.total, quotation.currency)].map(w.money) as [string, string]
  return { problems: totals[0] === totals[1] ? problems : [...problems, differs(w.said(paperWords.total), ...totals)] }
}
