// The bill of exchange (汇票), first and second of one tenor: drawn on the credit's bank, or under a collection on the buyer. Signed by hand, never sealed (票据法 22).
// Rule DC11.
import { addDays, type IsoDate } from '../../../../preload/contract/vocabulary/dates.ts'
import { money } from '../../../../preload/contract/vocabulary/money.ts'
import { isByCredit, splitByTerm, type PaymentTerm } from '../../../../preload/contract/vocabulary/payment-term.ts'
import type { QueryContext } from '../../../queries/define-query.ts'
import { companyOnPaper, fact, paperWords, type ContentBlock, type PaperMaker, type PaperWriter } from '../../../records/papers/index.ts'
import { payableAccounts } from '../../bank-accounts/index.ts'
import { addressBlock, partyOnPaper } from '../../parties/index.ts'
import { creditProblems, markOfShipment, shipmentQuery, type CreditOnPaper } from '../../shipments/index.ts'
import { creditOfShipment } from '../credit-of-shipment.ts'

type Drawn = { term: PaymentTerm; amount: number; bankAccountId: string | null }
const COLLECTIONS = ['documents-against-payment', 'documents-against-acceptance'] as const
type Collection = (typeof COLLECTIONS)[number]
const collectionOf = (parts: readonly Drawn[]) =>
  parts.flatMap(({ term }) => term).find(({ event }) => COLLECTIONS.some((one) => one === event)) as
    | { event: Collection; days: number }
    | undefined

/** Contracts of a shipment, each with what the shipment charges for it. */
const partsOf = async (q: QueryContext, shipmentId: string): Promise<Drawn[]> => {
  const rows = await q.db
    .selectFrom('shipment_line as l')
    .innerJoin('sales_contract as k', 'k.id', 'l.contractId')
    .select(['k.id', 'k.paymentTerm', 'k.bankAccountId', 'l.amount'])
    .where('l.shipmentId', '=', shipmentId)
    .orderBy('l.position')
    .execute()
  return [...Map.groupBy(rows, ({ id }) => id).values()].map((own) => ({
    term: JSON.parse(own[0]!.paymentTerm) as PaymentTerm,
    amount: own.reduce((sum, { amount }) => sum + amount, 0),
    bankAccountId: own[0]!.bankAccountId,
  }))
}

/** What is paid neither before the goods leave nor by credit or collection: an open account after the bill of lading. */
const paidLater = (parts: readonly Drawn[]): number => {
  const drawn = new Set<string>(['on-signing', 'before-shipment', 'letter-of-credit', ...COLLECTIONS])
  return parts.reduce((total, { term, amount }) => {
    const amounts = splitByTerm(amount, term)
    return term.reduce((sum, { event }, at) => (drawn.has(event) ? sum : sum + (amounts[at] ?? 0)), total)
  }, 0)
}

/** 'SIGHT', '60 DAYS AFTER B/L DATE 12 MAY 2026 (11 JUL 2026)': a day of payment that the draft itself tells (ISBP B2). */
export const tenorText = (days: number, onBoardOn: IsoDate | null, w: Pick<PaperWriter, 'date'>): string => {
  if (days === 0) return 'SIGHT'
  if (onBoardOn === null) return `${days} DAYS AFTER B/L DATE`
  return `${days} DAYS AFTER B/L DATE ${w.date(onBoardOn)} (${w.date(addDays(onBoardOn, days))})`
}
const tenorDays = (credit: CreditOnPaper | undefined, parts: readonly Drawn[]): number =>
  credit ? (credit.availability === 'sight' ? 0 : credit.tenorDays) : (collectionOf(parts)?.days ?? 0)

const isDrawn = (parts: readonly Drawn[], credit: CreditOnPaper | undefined) =>
  credit !== undefined || collectionOf(parts) !== undefined || parts.some(({ term }) => isByCredit(term))

export const billOfExchangePaper: PaperMaker = {
  isOffered: async (recordId, q) => isDrawn(await partsOf(q, recordId), await creditOfShipment(q, recordId)),
  write: async ({ recordId }, q, w) => {
    const shipment = await shipmentQuery({ id: recordId }, q)
    const [parts, credit] = [await partsOf(q, recordId), await creditOfShipment(q, recordId)]
    const buyer = await partyOnPaper(q, shipment.customerId)
    const amount = money(Math.max(0, shipment.balance.minor - paidLater(parts)), shipment.currency)
    const accounts = await payableAccounts(q, shipment.currency)
    // The bank of the account that the contract names (C27), else of the usual one.
    const chosen = parts.find(({ bankAccountId }) => bankAccountId !== null)?.bankAccountId
    const account = chosen ? accounts.find(({ id }) => id === chosen) : accounts[0]
    const bank = credit?.advisingBank || account?.details.split('\n')[0] || ''
    const on = credit?.presentedOn ?? q.today
    const tenor = tenorText(tenorDays(credit, parts), shipment.onBoardOn, w)
    const collection = collectionOf(parts)
    const one = (key: string, which: string, other: string): ContentBlock[] => [
      {
        key: `${key}-head`,
        kind: 'facts',
        left: [{ label: paperWords.draftNo, value: shipment.invoiceNumber, needed: true }, fact(paperWords.exchangeFor, w.money(amount))],
        right: [
          { label: paperWords.drawnAt, value: q.company.drawingPlace, needed: true },
          fact(paperWords.date, w.date(on)),
          fact(paperWords.draftTenor, tenor),
        ],
      },
      {
        key,
        kind: 'text',
        text: [
          `AT ${tenor} OF THIS ${which} OF EXCHANGE (${other} OF THE SAME TENOR AND DATE BEING UNPAID) PAY TO THE ORDER OF ${bank || '…'} THE SUM OF`,
          ...w.inWords(amount),
        ].join('\n'),
      },
      {
        key: `${key}-drawn`,
        kind: 'facts',
        left: [
          {
            label: paperWords.drawnUnder,
            value: credit
              ? `${credit.issuingBank}, L/C NO. ${credit.number} DATED ${w.date(credit.issuedOn)}`
              : drawnUnder(collection?.event),
            needed: true,
          },
          { label: paperWords.drawee, value: credit ? credit.issuingBank : addressBlock(buyer, w.language), needed: true },
          { label: paperWords.payToOrderOf, value: bank, needed: true },
        ],
        right: [],
      },
      {
        key: `${key}-signature`,
        kind: 'signatures',
        // Not `ours`: nothing but a hand signs it.
        parties: [{ label: paperWords.drawer, name: companyOnPaper(q, w), below: paperWords.authorizedSignature }],
      },
    ]
    return {
      titles: paperWords.billOfExchangeTitle,
      ...{ number: shipment.invoiceNumber || shipment.number, version: 1, revision: shipment.revision, date: on, party: buyer.shortName },
      mark: markOfShipment(shipment),
      blocks: [...one('first', 'FIRST', 'SECOND'), ...one('second', 'SECOND', 'FIRST')],
      problems: [
        ...(credit && credit.drawing !== amount.minor
          ? [{ code: 'draft-differs', what: credit.number, one: w.money(amount), other: w.money(money(credit.drawing, shipment.currency)) }]
          : []),
        ...creditProblems(credit, ['credit-in-force', 'currency', 'amount', 'presentation']),
        // A day of payment after the bill of lading is told by its day.
        ...(tenorDays(credit, parts) > 0 && shipment.onBoardOn === null
          ? [{ code: 'empty', what: `${paperWords.onBoard.zh} ${paperWords.onBoard.en}` }]
          : []),
      ],
      warnings: [],
    }
  },
}
const drawnUnder = (event: Collection | undefined): string =>
  event === 'documents-against-acceptance'
    ? 'DOCUMENTS AGAINST ACCEPTANCE (D/A)'
    : event === 'documents-against-payment'
      ? 'DOCUMENTS AGAINST PAYMENT (D/P)'
      : ''
