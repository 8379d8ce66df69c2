// A freight inquiry as it goes to forwarders (运费询价): the route, the cargo, what is wanted. It names neither the customer nor any quote, nor what we think of them (PA16).
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { dayIn } from '../../../preload/contract/vocabulary/dates.ts'
import {
  fact,
  freightWanted,
  modeText,
  paperWords,
  type Fact,
  type Mark,
  type PaperMaker,
  type PaperWriter,
} from '../../records/papers/index.ts'
import { freightQueries } from './queries.ts'

type Inquiry = QueryOutput<'freight-inquiry'>

const markOf = ({ status, voidReason }: Inquiry): Mark | null => {
  if (status === 'void') return { word: 'void', why: voidReason ?? '' }
  return status === 'draft' ? { word: 'draft' } : null
}
/** '2 x 40HQ', or what a part of a container holds. */
const cargo = (inquiry: Inquiry, w: PaperWriter): Fact[] => [
  fact(
    paperWords.container,
    inquiry.cargoLoad === 'lcl'
      ? w.said(paperWords.looseCargo)
      : inquiry.containers.map(({ type, count }) => `${count} x ${type}`).join('\n'),
  ),
  fact(paperWords.measurement, inquiry.volume === null ? '' : `${w.measure(inquiry.volume, 3)} m³`),
  fact(paperWords.grossWeight, inquiry.weight === null ? '' : `${w.measure(inquiry.weight, 2)} kg`),
  fact(paperWords.goods, inquiry.goods),
]

export const freightInquiryPaper: PaperMaker = {
  write: async ({ recordId }, q, w) => {
    const inquiry = await freightQueries['freight-inquiry']({ id: recordId }, q)
    const asked = await q.db.selectFrom('freight_inquiry').select('createdAt').where('id', '=', recordId).executeTakeFirstOrThrow()
    const day = dayIn(q.company.timeZone, asked.createdAt)
    return {
      titles: paperWords.freightInquiryTitle,
      ...{ number: inquiry.number, version: 1, revision: inquiry.revision, date: day, party: '' },
      mark: markOf(inquiry),
      blocks: [
        {
          key: 'route',
          kind: 'facts',
          left: [
            { label: paperWords.portOfLoading, value: inquiry.portOfLoading, needed: true },
            { label: paperWords.portOfDischarge, value: inquiry.portOfDischarge, needed: true },
            fact(paperWords.transportMode, modeText(inquiry.transportMode, w)),
          ],
          right: [
            fact(paperWords.number, inquiry.number),
            fact(paperWords.date, w.date(day)),
            fact(paperWords.cargoReady, w.date(inquiry.cargoReadyOn)),
            fact(paperWords.quoteBy, w.date(inquiry.neededBy)),
          ],
        },
        { key: 'cargo', kind: 'facts', left: cargo(inquiry, w), right: [] },
        { key: 'wanted', kind: 'clauses', title: paperWords.pleaseQuote, items: freightWanted.map((one) => w.said(one)) },
      ],
      problems: [],
      warnings: [],
    }
  },
}
