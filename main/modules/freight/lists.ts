// The lists of inquiries and of all quotes ever given: where each column comes from. Amounts are those kept with quote and choice (F6).
import { sql, type RawBuilder } from 'kysely'
import { approvalStatusOf } from '../../records/approvals/index.ts'
import { defineLists, type QueryContext } from '../../queries/define-query.ts'
import { cargoOf } from './inquiry.ts'
import { cargoText } from './rules.ts'

const sameRoute = sql`lower(trim(q.portOfLoading)) = lower(trim(i.portOfLoading)) and lower(trim(q.portOfDischarge)) = lower(trim(i.portOfDischarge))`
const newest = sql`q.round = (select max(n.round) from freight_quote n where n.inquiryId = q.inquiryId and n.forwarderId = q.forwarderId)`
const declined = sql`exists (select 1 from freight_forwarder f where f.inquiryId = q.inquiryId and f.forwarderId = q.forwarderId and f.state = 'declined')`
/** The same as `quoteStates` in rules.ts, for rows q of inquiry i (a test compares both). */
const stateOf = (
  today: string,
): RawBuilder<string> => sql<string>`case when not ${newest} then 'superseded' when ${declined} then 'declined'
  when not (${sameRoute}) then 'other-route' when q.complete = 0 then 'incomplete' when q.validTo < ${today} then 'expired' else 'valid' end`

const ofValid = (q: QueryContext, what: RawBuilder<unknown>) =>
  sql<number | null>`(select ${what} from freight_quote q where q.inquiryId = i.id and ${stateOf(q.today)} = 'valid')`

const oceanCurrency = sql<
  string | null
>`(select c.currency from freight_charge c where c.quoteId = q.id and c.kind = 'ocean' order by c.position limit 1)`
const ocean = (condition: RawBuilder<unknown>) => sql<
  number | null
>`(select c.amount from freight_charge c where c.quoteId = q.id and c.kind = 'ocean'
  and ${condition} and c.currency = ${oceanCurrency} order by c.position limit 1)`
/** Of a container type; a charge for every container is one of a type only where the inquiry has that type. */
const oceanOf = (type: string) =>
  ocean(sql`c.basis = 'container' and (c.containerType = ${type}
    or (c.containerType = '' and exists (select 1 from json_each(i.containers) j where j.value ->> 'type' = ${type})))`)

export const freightLists = defineLists({
  'freight-inquiries': (params, q) => ({
    from: q.db
      .selectFrom('freight_inquiry as i')
      .innerJoin('user as u', 'u.id', 'i.ownerId')
      .leftJoin('shipment as s', 's.id', 'i.shipmentId')
      .leftJoin('freight_quote as k', 'k.id', 'i.chosenQuoteId')
      .leftJoin('party as p', 'p.id', 'k.forwarderId')
      .$if(params?.shipmentId !== undefined, (b) => b.where('i.shipmentId', '=', params!.shipmentId!))
      .$if(params?.dealId !== undefined, (b) =>
        b.where(
          sql<boolean>`exists (select 1 from freight_contract x join sales_contract c on c.id = x.contractId
            where x.inquiryId = i.id and c.dealId = ${params!.dealId!})`,
        ),
      ),
    id: 'i.id',
    fields: {
      number: 'i.number',
      status: 'i.status',
      portOfLoading: 'i.portOfLoading',
      portOfDischarge: 'i.portOfDischarge',
      cargo: 'i.containers',
      goods: 'i.goods',
      cargoReadyOn: 'i.cargoReadyOn',
      neededBy: 'i.neededBy',
      quotesAsked: sql`(select count(*) from freight_forwarder f where f.inquiryId = i.id)`,
      quotesValid: ofValid(q, sql`count(*)`),
      bestBase: ofValid(q, sql`min(q.totalBase)`),
      forwarder: 'p.name',
      chosenBase: 'i.chosenBase',
      validTo: 'k.validTo',
      approval: approvalStatusOf('freight-inquiry', 'i.id', 'i.revision'),
      shipment: 's.number',
      owner: 'u.name',
      shipmentId: 'i.shipmentId',
      forwarderId: 'k.forwarderId',
      cargoLoad: 'i.cargoLoad',
      containers: 'i.containers',
      volume: 'i.volume',
      weight: 'i.weight',
    },
    computed: {
      cargo: (raw) =>
        cargoText(
          cargoOf({
            cargoLoad: String(raw['cargoLoad']),
            containers: String(raw['containers']),
            volume: raw['volume'] as number | null,
            weight: raw['weight'] as number | null,
          }),
        ),
    },
    owned: { owner: 'i.ownerId', department: 'i.departmentId' },
    search: ['i.number', 'i.portOfLoading', 'i.portOfDischarge', 'i.goods', 's.number', 'p.name', 'p.nameZh'],
  }),
  'freight-quotes': (params, q) => ({
    from: q.db
      .selectFrom('freight_quote as q')
      .innerJoin('freight_inquiry as i', 'i.id', 'q.inquiryId')
      .innerJoin('party as p', 'p.id', 'q.forwarderId')
      .leftJoin('party as c', 'c.id', 'q.carrierId')
      .where('i.status', '<>', 'void')
      .$if(params?.forwarderId !== undefined, (b) => b.where('q.forwarderId', '=', params!.forwarderId!))
      .$if(params?.inquiryId !== undefined, (b) => b.where('q.inquiryId', '=', params!.inquiryId!)),
    id: 'q.id',
    fields: {
      quotedOn: 'q.quotedOn',
      forwarder: 'p.name',
      portOfLoading: 'q.portOfLoading',
      portOfDischarge: 'q.portOfDischarge',
      carrier: 'c.name',
      oceanCurrency,
      ocean20GP: oceanOf('20GP'),
      ocean40GP: oceanOf('40GP'),
      ocean40HQ: oceanOf('40HQ'),
      oceanTon: ocean(sql`c.basis = 'ton'`),
      totalBase: 'q.totalBase',
      transitDays: 'q.transitDays',
      freeDays: 'q.freeDays',
      validFrom: 'q.validFrom',
      validTo: 'q.validTo',
      state: stateOf(q.today),
      chosen: sql`i.chosenQuoteId is not null and i.chosenQuoteId = q.id`,
      inquiry: 'i.number',
      round: 'q.round',
      remark: 'q.remark',
      forwarderId: 'q.forwarderId',
      inquiryId: 'q.inquiryId',
    },
    owned: { owner: 'i.ownerId', department: 'i.departmentId' },
    search: ['p.name', 'p.nameZh', 'q.portOfLoading', 'q.portOfDischarge', 'c.name', 'i.number', 'q.remark'],
  }),
})
