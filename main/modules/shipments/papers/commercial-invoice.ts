// The commercial invoice (商业发票): what was shipped, at the contract's prices. Rules H52 and PA16.
import { money } from '../../../../preload/contract/vocabulary/money.ts'
import type { QueryContext } from '../../../queries/define-query.ts'
import { paperWords, type PaperMaker, type PaperProblem, type PaperWriter } from '../../../records/papers/index.ts'
import { bankBlock, type ChosenAccount, linesBlock, priceTerm, signaturesOf } from '../../contracts/index.ts'
import { creditProblems } from './credit-on-paper.ts'
import {
  around,
  billProblems,
  head,
  languageOfCustomer,
  packagesBlock,
  packingProblems,
  pricedOtherwise,
  read,
  unknownPacking,
  voyage,
  type Read,
} from './on-paper.ts'

/** What a bank compares the invoice with. */
const INVOICE_CHECKS = [
  ...(['credit-in-force', 'currency', 'applicant', 'amount', 'invoice-amount'] as const),
  ...(['quantity', 'partial-shipment', 'latest-shipment', 'ports'] as const),
]
/** H62. The invoice of goods that have left is what was charged. */
const receivablesProblems = ({ shipment }: Read, w: PaperWriter): PaperProblem[] => {
  if (shipment.dispatchedOn === null) return []
  const charged = money(
    shipment.receivables.reduce((sum, { amount }) => sum + amount.minor, 0),
    shipment.currency,
  )
  return charged.minor === shipment.total.minor
    ? []
    : [{ code: 'receivables-differ', what: shipment.number, one: w.money(shipment.total), other: w.money(charged) }]
}

/** The accounts that the shipment's contracts name (C27). */
const chosenAccounts = (q: QueryContext, { shipment }: Read): Promise<ChosenAccount[]> =>
  q.db
    .selectFrom('sales_contract as c')
    .leftJoin('bank_account as b', 'b.id', 'c.bankAccountId')
    .select(['c.bankAccountId', 'b.name as bankAccountName'])
    .where('c.id', 'in', [...new Set(shipment.lines.map(({ contractId }) => contractId))])
    .orderBy('c.numberKey')
    .execute()

export const commercialInvoicePaper: PaperMaker = {
  language: languageOfCustomer,
  write: async (asked, q, w) => {
    const what = await read(asked, q)
    const { shipment, contracts } = what
    // Under a credit the bank pays, and asks for no account.
    const bank = contracts.some(({ byCredit }) => byCredit)
      ? undefined
      : await bankBlock(q, shipment.currency, w, await chosenAccounts(q, what))
    const terms = [...new Set(contracts.map((c) => priceTerm(c.incoterm, c.incotermPlace)))].filter((text) => text !== '').join('; ')
    return {
      titles: paperWords.commercialInvoiceTitle,
      ...around(what, q),
      blocks: [
        head(what, q, w),
        voyage(what, w, terms),
        // The goods in the credit's own words (UCP 600 art. 18 c).
        { key: 'goods-of-credit', kind: 'text', text: what.credit?.goods ?? '' },
        linesBlock(what.lines, {
          ...{ total: shipment.total, currency: shipment.currency, products: what.products, w },
          deposit: shipment.deposit,
        }),
        packagesBlock(what, w),
        ...(bank ? [bank.ifAny] : []),
        signaturesOf(q, what.buyer, w, false),
      ],
      problems: [
        ...packingProblems(what, w),
        ...billProblems(what),
        ...pricedOtherwise(what),
        ...receivablesProblems(what, w),
        ...creditProblems(what.credit, INVOICE_CHECKS),
        ...(bank?.wrong ?? []),
      ],
      warnings: [...unknownPacking(what), ...(bank?.missing ?? [])],
    }
  },
}
