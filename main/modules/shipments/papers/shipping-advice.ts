// The shipping advice (装船通知): what has left, by which vessel, when it will arrive. No price and no amount (PA16). Rule H61.
import { Decimal, decimalTextOf } from '../../../../preload/contract/vocabulary/decimal.ts'
import { companyOnPaper, fact, modeText, paperWords, type PaperMaker } from '../../../records/papers/index.ts'
import { signaturesOf } from '../../contracts/index.ts'
import { addressBlock } from '../../parties/index.ts'
import { creditFacts } from './credit-on-paper.ts'
import { around, billProblems, packagesBlock, packingProblems, read, unknownPacking, vesselText } from './on-paper.ts'

export const shippingAdvicePaper: PaperMaker = {
  write: async (asked, q, w) => {
    const what = await read(asked, q)
    const { shipment, contracts, buyer, lines, credit } = what
    const sold = Map.groupBy(lines, ({ description, unit }) => `${description}\n${unit}`)
    const goods = [...sold.values()].map((same) => {
      const quantity = same.reduce((sum, line) => sum.plus(line.quantity), new Decimal(0))
      return `${w.quantity(decimalTextOf(quantity))} ${same[0]!.unit} ${same[0]!.description}`
    })
    return {
      titles: paperWords.shippingAdviceTitle,
      ...around(what, q),
      blocks: [
        {
          key: 'head',
          kind: 'facts',
          left: [
            fact(paperWords.seller, companyOnPaper(q, w)),
            { label: paperWords.buyer, value: addressBlock(buyer, w.language), needed: true },
            fact(paperWords.contactPerson, buyer.contact),
          ],
          right: [
            { label: paperWords.invoice, value: shipment.invoiceNumber, needed: true },
            fact(paperWords.date, w.date(q.today)),
            fact(paperWords.contract, contracts.map(({ number }) => number).join(', ')),
            ...creditFacts(credit, w),
          ],
        },
        { key: 'opening-sentence', kind: 'text', text: w.said(paperWords.adviceOpening) },
        {
          key: 'transport',
          kind: 'facts',
          left: [
            fact(paperWords.transportMode, modeText(shipment.transportMode, w)),
            { label: paperWords.vessel, value: vesselText(shipment), needed: true },
            { label: paperWords.billOfLading, value: shipment.billOfLadingNumber, needed: true },
          ],
          right: [
            fact(paperWords.portOfLoading, shipment.portOfLoading),
            fact(paperWords.portOfDischarge, shipment.portOfDischarge),
            { label: paperWords.onBoard, value: w.date(shipment.onBoardOn), needed: true },
            fact(paperWords.eta, w.date(shipment.eta)),
          ],
        },
        { key: 'goods', kind: 'facts', left: [fact(paperWords.goods, goods.join('\n'))], right: [] },
        packagesBlock(what, w),
        signaturesOf(q, buyer, w, false),
      ],
      problems: [...unknownPacking(what), ...packingProblems(what, w), ...billProblems(what)],
      warnings: [],
    }
  },
}
