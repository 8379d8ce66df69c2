// The application for cargo insurance (投保单): invoice value, sum insured, conditions, voyage. Offered where we insure. Rules H59, H60.
import {
  companyOnPaper,
  fact,
  paperWords,
  type ContentBlock,
  type PaperMaker,
  type PaperProblem,
  type PaperWriter,
} from '../../../records/papers/index.ts'
import { coverAllRisks, isInsuredForBuyer, leastConditions } from '../insurance.ts'
import { shipmentQuery } from '../shipment-query.ts'
import { creditFacts, creditProblems } from './credit-on-paper.ts'
import {
  around,
  billProblems,
  goodsNamed,
  markOfOrder,
  marksText,
  packagesText,
  packingProblems,
  read,
  vesselText,
  type Read,
} from './on-paper.ts'

const termOf = ({ contracts }: Read) => contracts.find(({ incoterm }) => incoterm !== null)?.incoterm ?? null
const conditionsOf = (what: Read): string => what.shipment.insuranceConditions || leastConditions(termOf(what))

/** H60. Under CIF and CIP: at least 110 % of the invoice before any deposit; under CIP all risks. */
const insuranceProblems = (what: Read, w: PaperWriter): PaperProblem[] => {
  const { insured } = what.shipment
  const term = termOf(what)
  if (!insured || !isInsuredForBuyer(term)) return []
  return [
    ...(insured.sum.minor < insured.least.minor
      ? [
          {
            code: 'insured-too-little',
            what: what.shipment.invoiceNumber || what.shipment.number,
            one: w.money(insured.sum),
            other: w.money(insured.least),
          },
        ]
      : []),
    ...(term === 'CIP' && !coverAllRisks(conditionsOf(what))
      ? [{ code: 'insurance-conditions', what: term, one: conditionsOf(what), other: leastConditions(term) }]
      : []),
  ]
}
const goodsBlock = (what: Read, w: PaperWriter): ContentBlock => ({
  key: 'lines',
  kind: 'rows',
  columns: [
    { key: 'marks', label: paperWords.marks, fixed: true },
    { key: 'packages', label: paperWords.packages, fixed: true },
    { key: 'description', label: paperWords.description, grow: 1, fixed: true },
    { key: 'amount', label: paperWords.sumInsured, align: 'right', fixed: true },
  ],
  rows: [
    {
      marks: marksText(what),
      packages: packagesText(what, w),
      description: goodsNamed(what),
      amount: what.shipment.insured ? w.money(what.shipment.insured.sum) : '',
    },
  ],
  sums: [],
  words: what.shipment.insured ? w.inWords(what.shipment.insured.sum) : [],
})

export const insuranceApplicationPaper: PaperMaker = {
  isOffered: async (recordId, q) => (await shipmentQuery({ id: recordId }, q)).insured !== null,
  write: async (asked, q, w) => {
    const what = await read(asked, q)
    const { shipment, contracts, buyer, credit } = what
    const { insured } = shipment
    const places = [shipment.placeOfReceipt, shipment.portOfLoading, shipment.portOfDischarge, shipment.placeOfDelivery]
    return {
      titles: paperWords.insuranceApplicationTitle,
      ...around(what, q),
      ...{ date: q.today, party: '', mark: markOfOrder(shipment) },
      blocks: [
        {
          key: 'head',
          kind: 'facts',
          left: [
            { label: paperWords.insuredParty, value: companyOnPaper(q, w), needed: true },
            { label: paperWords.invoiceValue, value: w.money(shipment.total), needed: true },
            fact(paperWords.insuredMarkup, `${shipment.insuranceMarkup} %`),
            { label: paperWords.sumInsured, value: insured ? w.money(insured.sum) : '', needed: true },
            fact(paperWords.premiumRate, shipment.premiumRate === null ? '' : `${shipment.premiumRate} %`),
            fact(paperWords.premium, insured?.premium ? w.money(insured.premium) : ''),
          ],
          right: [
            { label: paperWords.invoice, value: shipment.invoiceNumber, needed: true },
            fact(paperWords.date, w.date(q.today)),
            fact(paperWords.contract, contracts.map(({ number }) => number).join(', ')),
            ...creditFacts(credit, w),
          ],
        },
        {
          key: 'transport',
          kind: 'facts',
          left: [
            fact(paperWords.vessel, vesselText(shipment)),
            fact(paperWords.billOfLading, shipment.billOfLadingNumber),
            { label: paperWords.sailingAbout, value: w.date(shipment.onBoardOn ?? shipment.etd), needed: true },
          ],
          right: [
            { label: paperWords.routeFromTo, value: [...new Set(places.filter((place) => place !== ''))].join(' – '), needed: true },
            fact(paperWords.claimsAt, shipment.claimsAt || (buyer.country ? w.said(buyer.country) : '')),
          ],
        },
        goodsBlock(what, w),
        { key: 'conditions', kind: 'text', title: paperWords.insuranceConditions, text: conditionsOf(what) },
        {
          key: 'signatures',
          kind: 'signatures',
          parties: [{ label: paperWords.insuredParty, name: companyOnPaper(q, w), below: paperWords.nameTitleDate, ours: true }],
        },
      ],
      problems: [
        ...insuranceProblems(what, w),
        ...packingProblems(what, w),
        ...billProblems(what),
        ...creditProblems(credit, ['insurance', 'insurance-date']),
      ],
      warnings: [],
    }
  },
}
