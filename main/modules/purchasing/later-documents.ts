// What purchasing asks of the modules whose documents follow a purchase contract: bills, money, production, estimates. Each gives its part; purchasing knows
// no table of theirs.
import type { RawBuilder } from 'kysely'
import type { ReadableDb } from '../../../db/open.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { oneOf } from '../../records/contributions.ts'

/** What came in of a line on a day; negative when a bill went back or was credited. Quantity scaled, the rest base currency. */
export type Billed = { purchaseLineId: string; day: IsoDate; quantity: number; netBase: number; vatBase: number }
type ContractBills = QueryOutput<'purchase-contract'>['bills']
/** What is billed of purchase lines; given by bills. */
export const billing = oneOf<{
  /** Bills and credit notes of the lines, and their reversals, dated after the day. */
  after(db: ReadableDb, purchaseLineIds: readonly string[], on: IsoDate): Promise<Billed[]>
  /** Number of the first posted bill with one of the lines. */
  firstOf(db: ReadableDb, purchaseLineIds: readonly string[]): Promise<string | undefined>
  /** Posted bills with a line of the contract, for who may see bills. */
  ofContract(q: QueryContext, contractId: string): Promise<ContractBills>
}>('billing of purchases')

/** What may be paid of requests for money in advance, by the contract they name; minor units of its currency. Given by payment requests. */
export const prepaymentsAsked =
  oneOf<(q: QueryContext, contractIds: readonly string[]) => Promise<ReadonlyMap<string, number>>>('prepayments asked for')

/** Number of the first payment or payment request that names a contract and stands. */
export type MoneyOf = (db: ReadableDb, contractId: string) => Promise<string | undefined>
export const moneyOfPurchase = {
  payment: oneOf<MoneyOf>('payments of a purchase'),
  'payment-request': oneOf<MoneyOf>('payment requests of a purchase'),
}

/** Revision of a contract's follow-up, as a column of lists; `contractId`: the column that holds its id. Given by production. */
export const followRevision = oneOf<(contractId: string) => RawBuilder<number | null>>('follow-up revision')

/** Scaled: what the estimate of a deal expects goods to cost in base currency, VAT-inclusive, with the estimate that says so. */
export type EstimatedGoods = {
  dealId: string
  productId: string | null
  description: string
  unit: string | null
  price: number | null
  vatRate: number
  refundRate: number
  id: string
  number: string
  date: IsoDate
}
/** The estimates that count for these deals, older versions first, for who may open estimates. Given by estimates. */
export const estimatedGoods = oneOf<(q: QueryContext, dealIds: readonly string[]) => Promise<EstimatedGoods[]>>('estimated goods')
