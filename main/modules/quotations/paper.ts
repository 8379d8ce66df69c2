// What a quotation is printed as (报价单). Field by field: main/modules/papers/SPEC.md.
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import {
  clausesBlock,
  companyOnPaper,
  fact,
  modeText,
  paperWords,
  productPictures,
  type Mark,
  type PaperMaker,
} from '../../records/papers/index.ts'
import { productsOnPaper } from '../catalogue/index.ts'
import { buyerFacts, calculateContract, linesBlock, priceTerm, signaturesOf, unnamedGoods } from '../contracts/index.ts'
import { partyOnPaper } from '../parties/index.ts'
import { quotationsQueries } from './queries.ts'

type Quotation = QueryOutput<'quotation'>

const markOf = (o: Quotation): Mark | null => {
  if (o.status === 'draft') return { word: 'draft' }
  if (o.status === 'superseded') return { word: 'superseded' }
  return o.expired ? { word: 'expired' } : null
}
const shown = (o: Quotation, q: QueryContext) =>
  quotationsQueries['preview-quotation'](
    {
      ...{ currency: o.currency, rate: o.rate, paymentTerm: o.paymentTerm, commissionRate: o.commissionRate },
      lines: o.lines.map(({ id, productId, unit, quantity, price, discount, minimumQuantity, minimumUnit }) => ({
        ...{ id, productId, unit, quantity, price, discount, minimumQuantity, minimumUnit },
      })),
    },
    q,
  )

const picturesOf = async (q: QueryContext, productIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const found = await Promise.all(q.contributed(productPictures).map((find) => find(q, productIds)))
  return new Map(found.flatMap((one) => [...one]))
}

export const quotationPaper: PaperMaker = {
  language: async ({ recordId }, q) =>
    (await partyOnPaper(q, (await quotationsQueries.quotation({ id: recordId }, q)).customerId)).documentLanguage,
  write: async ({ recordId }, q, w) => {
    const o = await quotationsQueries.quotation({ id: recordId }, q)
    const preview = await shown(o, q)
    const calculated = calculateContract(o, q.company.baseCurrency)
    const buyer = await partyOnPaper(q, o.customerId)
    const products = await productsOnPaper(
      q,
      o.lines.map((l) => l.productId),
    )
    const pictures = await picturesOf(
      q,
      o.lines.flatMap((l) => l.productId ?? []),
    )
    const lines = o.lines.map((l, at) => ({ ...l, off: money(calculated.lines[at]!.gross - calculated.lines[at]!.amount, o.currency) }))
    const { cartons, volume, grossWeight } = preview.packing
    return {
      titles: paperWords.quotationTitle,
      ...{ number: o.number, version: 1, revision: o.revision, date: o.quotedOn, party: buyer.shortName, mark: markOf(o) },
      blocks: [
        {
          key: 'head',
          kind: 'facts',
          left: [fact(paperWords.seller, companyOnPaper(q, w)), ...buyerFacts(buyer, { consignee: '', notifyParty: '' }, w).slice(0, 2)],
          right: [
            fact(paperWords.number, o.number),
            fact(paperWords.date, w.date(o.quotedOn)),
            fact(paperWords.validUntil, w.date(o.validUntil)),
            fact(paperWords.yourReference, o.inquiryNumber),
          ],
        },
        {
          key: 'terms',
          kind: 'facts',
          left: [
            fact(paperWords.priceTerm, priceTerm(o.incoterm, o.incotermPlace)),
            fact(paperWords.payment, w.payment(preview.instalments)),
            fact(paperWords.delivery, o.delivery),
          ],
          right: [
            fact(paperWords.transportMode, modeText(o.transportMode, w)),
            fact(paperWords.portOfLoading, o.portOfLoading),
            fact(paperWords.portOfDischarge, o.portOfDischarge),
          ],
        },
        linesBlock(lines, { total: o.total, currency: o.currency, products, w, words: false, pictures, minimums: true }),
        {
          key: 'packing',
          kind: 'facts',
          left: [
            fact(paperWords.packages, cartons === null ? '' : `${w.quantity(String(cartons))} CTNS ${w.said(paperWords.estimated)}`),
            fact(paperWords.grossWeight, grossWeight === null ? '' : `${w.measure(grossWeight, 2)} KGS`),
            fact(paperWords.measurement, volume === null ? '' : `${w.measure(volume, 3)} CBM`),
          ],
          right: [],
        },
        clausesBlock(o.clauses),
        signaturesOf(q, buyer, w, false),
      ],
      problems: [],
      warnings: unnamedGoods(o.lines, products, w),
    }
  },
}
