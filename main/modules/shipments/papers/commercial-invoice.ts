// The commercial invoice (商业发票): what was shipped, at the contract's prices. Rules H52 and PA16.
import { paperWords, type PaperMaker } from '../../../records/papers/index.ts'
import { bankBlock, linesBlock, priceTerm, signaturesOf } from '../../contracts/index.ts'
import { around, head, languageOfCustomer, packagesBlock, packingProblems, read, unknownPacking, voyage } from './on-paper.ts'

export const commercialInvoicePaper: PaperMaker = {
  language: languageOfCustomer,
  write: async (asked, q, w) => {
    const what = await read(asked, q)
    const { shipment, contracts } = what
    const bank = await bankBlock(q, shipment.currency, w)
    const terms = [...new Set(contracts.map((c) => priceTerm(c.incoterm, c.incotermPlace)))].filter((text) => text !== '').join('; ')
    return {
      titles: paperWords.commercialInvoiceTitle,
      ...around(what, q),
      blocks: [
        head(what, q, w),
        voyage(what, w, terms),
        linesBlock(what.lines, {
          ...{ total: shipment.total, currency: shipment.currency, products: what.products, w },
          deposit: shipment.deposit,
        }),
        packagesBlock(what, w),
        // Under a credit the bank pays, and asks for no account.
        ...(contracts.some(({ byCredit }) => byCredit) ? [] : [bank.ifAny]),
        signaturesOf(q, what.buyer, w, false),
      ],
      problems: packingProblems(what, w),
      warnings: [...unknownPacking(what), ...bank.problems],
    }
  },
}
