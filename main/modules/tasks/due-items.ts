// Dates of documents that ask for something now: near, today or past. Read from the documents each time, so nothing has to be closed by hand.
import { sql, type RawBuilder } from 'kysely'
import type { OwnedResource, Permission } from '../../../preload/contract/access.ts'
import type { DueItem } from '../../../preload/contract/modules/tasks/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { earmarkedItems } from '../../../db/ledger/earmarked.ts'
import { owedSql, type Side } from '../../../db/ledger/sides.ts'
import { addDays, daysBetween } from '../../../preload/contract/vocabulary/dates.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import { isSwitchedOn, approvalStatusOf } from '../approvals/index.ts'
import { drawnOf, LETTER_DAYS_AHEAD, presentByOf, toShipOf } from '../letters-of-credit/index.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { nameIn } from '../../../db/names-in-language.ts'

/** Of a purchase line `l`: goods that have not left, in the unit they are sold in, by more than the conversion rounds (purchasing P22). */
const toShip = sql`2 * (l.quantity * l.unitsSold - l.shipped * l.unitsBought) > l.unitsBought`

type Group = QueryOutput<'today'>['dueItems'][number]
type Found = { id: string; number: string; party: string; date: string; minor: number | null; currency: string | null }
type Rule = {
  rule: DueItem
  route: string
  permission: Permission
  /** Whose rows: the viewer's scope on this resource, with the columns that hold owner and department; null where nobody owns them. */
  owned: { resource: OwnedResource; owner: string; department: string } | null
  /** A query giving id, number, party, date, minor, currency; `until` is the last date that asks already. */
  rows(q: QueryContext, until: string, mine: RawBuilder<boolean>): RawBuilder<unknown>
  /** Days before the date from which on it asks. */
  ahead: number
  /** Which rows are the viewer's own, where that is not for the owner column to say. */
  own?: (q: QueryContext) => RawBuilder<boolean>
}
/** Credits that are accepted and not used up, as rows of a rule; `date` is one of their own days. */
const letterRows = (date: RawBuilder<unknown>, more: RawBuilder<unknown>, until: string, mine: RawBuilder<boolean>) => sql`
  select c.id, c.number, p.name as party, ${date} as date, c.amount as minor, c.currency from letter_of_credit c join party p on p.id = c.customerId
  where c.status = 'accepted' and ${drawnOf} < c.amount and ${date} <= ${until} and ${mine} and ${more}`
const letterOwned = { resource: 'letter-of-credit', owner: 'c.ownerId', department: 'c.departmentId' } as const

/** What of owed items is met by money that lies there for them, item by item: it is not asked for (D6). */
const met = (q: QueryContext, side: Side) =>
  sql`(select value ->> 0 as item, value ->> 1 as met from json_each(${JSON.stringify(earmarkedItems(q.sql, { side }).map((e) => [e.id, e.foreign]))}))`

/** This many of each rule are shown; the count says how many there are. */
const SHOWN = 20

/** A milestone waits for its purchaser, for a named person, or for the contract's merchandiser: nobody named means everybody in that role. */
const responsibleForMilestone = ({ viewer: { userId } }: QueryContext): RawBuilder<boolean> => sql<boolean>`case m.responsible
  when 'user' then m.userId = ${userId} when 'purchaser' then c.ownerId = ${userId}
  else f.merchandiserId = ${userId} or (f.merchandiserId is null and exists (
    select 1 from user_role r join role x on x.id = r.roleId where r.userId = ${userId} and x.code = 'merchandiser')) end`

const rules: readonly Rule[] = [
  {
    rule: 'request-to-pay',
    route: 'payment-request',
    permission: 'payment.create',
    owned: { resource: 'payment-request', owner: 'r.ownerId', department: 'r.departmentId' },
    ahead: 36_500, // whatever is approved can be paid
    rows: (q, until, mine) => sql`
      select r.id, r.number, p.name as party, r.payBy as date, r.amount as minor, r.currency from payment_request r join party p on p.id = r.partyId
      where r.status = 'open' and r.payBy <= ${until} and ${mine}
        and (select coalesce(sum(y.amount), 0) from payment y where y.requestId = r.id and y.status = 'posted') < r.amount
        and ${isSwitchedOn(q.company.switches, 'payment-request') ? sql`${approvalStatusOf('payment-request', 'r.id', 'r.revision')} = 'approved'` : sql`1`}`,
  },
  {
    // Asked for by who may not prepare one, or missing where the company has them approved: nothing goes on without it.
    rule: 'estimate-to-prepare',
    route: 'deal',
    permission: 'profit-estimate.create',
    owned: { resource: 'profit-estimate', owner: 'd.ownerId', department: 'd.departmentId' },
    ahead: 0,
    rows: (q, until, mine) => sql`
      select d.id, d.number, p.name as party, min(coalesce(substr(r.createdAt, 1, 10), d.openedOn), ${until}) as date, null as minor, null as currency
      from deal d join party p on p.id = d.customerId left join estimate_request r on r.dealId = d.id and r.done = 0
      where ${mine} and (r.id is not null
        or (${isSwitchedOn(q.company.switches, 'profit-estimate') ? 1 : 0} = 1 and d.stage in ('draft', 'contracted', 'purchasing')
          and not exists (select 1 from profit_estimate e where e.dealId = d.id and e.status <> 'void')))`,
  },
  {
    rule: 'estimate-to-submit',
    route: 'profit-estimate',
    permission: 'profit-estimate.submit',
    owned: { resource: 'profit-estimate', owner: 'e.ownerId', department: 'e.departmentId' },
    ahead: 0,
    rows: (q, _, mine) => sql`
      select e.id, e.number, p.name as party, e.estimatedOn as date, null as minor, null as currency
      from profit_estimate e join deal d on d.id = e.dealId join party p on p.id = d.customerId
      where ${isSwitchedOn(q.company.switches, 'profit-estimate') ? 1 : 0} = 1 and ${mine} and e.status <> 'void'
        and d.stage not in ('settled', 'closed', 'cancelled')
        and not exists (select 1 from profit_estimate n where n.dealId = e.dealId and n.version > e.version and n.status <> 'void')
        and ${approvalStatusOf('profit-estimate', 'e.id', 'e.revision')} not in ('approved', 'pending')`,
  },
  {
    rule: 'receivable-overdue',
    route: 'document',
    permission: 'receivable.view',
    owned: { resource: 'receivable', owner: 'ok.id', department: 'uk.id' },
    ahead: -1,
    rows: (q, until, mine) => sql`
      select i.documentId as id, i.documentNumber as number, p.name as party, min(i.dueDate) as date, sum(i.openForeign - coalesce(e.met, 0)) as minor, i.currency
      from open_item i left join ${met(q, 'receivable')} e on e.item = i.id join ledger_key pk on pk.key = i.party join party p on p.id = pk.id
        left join ledger_key ok on ok.key = i.owner left join ledger_key uk on uk.key = i.department
      where ${sql.raw(owedSql('receivable', 'i'))} and i.openForeign > coalesce(e.met, 0) and i.dueDate <= ${until} and ${mine} group by i.documentId, i.currency`,
  },
  {
    rule: 'payable-due',
    route: 'document',
    permission: 'payable.view',
    owned: null,
    ahead: 7,
    rows: (q, until) => sql`
      select i.documentId as id, i.documentNumber as number, p.name as party, min(i.dueDate) as date, -sum(i.openForeign + coalesce(e.met, 0)) as minor, i.currency
      from open_item i left join ${met(q, 'payable')} e on e.item = i.id join ledger_key pk on pk.key = i.party join party p on p.id = pk.id
      where ${sql.raw(owedSql('payable', 'i'))} and -i.openForeign > coalesce(e.met, 0) and i.dueDate <= ${until} group by i.documentId, i.currency`,
  },
  {
    rule: 'quotation-expiring',
    route: 'quotation',
    permission: 'quotation.view',
    owned: { resource: 'quotation', owner: 'o.ownerId', department: 'o.departmentId' },
    ahead: 7,
    rows: (_, until, mine) => sql`
      select o.id, o.number, p.name as party, o.validUntil as date, o.total as minor, o.currency from quotation o join party p on p.id = o.customerId
      where o.status = 'sent' and o.validUntil <= ${until} and ${mine}`,
  },
  {
    rule: 'latest-shipment',
    route: 'sales-contract',
    permission: 'sales-contract.view',
    owned: { resource: 'sales-contract', owner: 'c.ownerId', department: 'c.departmentId' },
    ahead: 14,
    rows: (_, until, mine) => sql`
      select c.id, c.number, p.name as party, c.latestShipment as date, c.total as minor, c.currency from sales_contract c join party p on p.id = c.customerId
      where c.status = 'signed' and c.latestShipment <= ${until} and ${mine}
        and exists (select 1 from sales_line l where l.contractId = c.id and l.shipped < l.quantity)`,
  },
  {
    rule: 'letter-missing',
    route: 'sales-contract',
    permission: 'letter-of-credit.view',
    owned: { resource: 'sales-contract', owner: 'c.ownerId', department: 'c.departmentId' },
    ahead: LETTER_DAYS_AHEAD.missing,
    rows: (_, until, mine) => sql`
      select c.id, c.number, p.name as party, c.latestShipment as date, c.total as minor, c.currency from sales_contract c join party p on p.id = c.customerId
      where c.status = 'signed' and c.latestShipment <= ${until} and ${mine}
        and exists (select 1 from json_each(c.paymentTerm) where value ->> '$.event' = 'letter-of-credit')
        and exists (select 1 from sales_line l where l.contractId = c.id and l.shipped < l.quantity)
        and not exists (select 1 from letter_contract x join letter_of_credit y on y.id = x.letterId where x.contractId = c.id and y.status <> 'cancelled')`,
  },
  {
    rule: 'letter-shipment',
    route: 'letter-of-credit',
    permission: 'letter-of-credit.view',
    owned: letterOwned,
    ahead: LETTER_DAYS_AHEAD.shipment,
    rows: (q, until, mine) => letterRows(sql`c.latestShipment`, sql`c.expiresOn >= ${q.today} and ${toShipOf}`, until, mine),
  },
  {
    rule: 'letter-presentation',
    route: 'letter-of-credit',
    permission: 'letter-of-credit.view',
    owned: letterOwned,
    ahead: LETTER_DAYS_AHEAD.presentation,
    rows: (_, until, mine) => letterRows(presentByOf, sql`1`, until, mine),
  },
  {
    rule: 'letter-expiry',
    route: 'letter-of-credit',
    permission: 'letter-of-credit.view',
    owned: letterOwned,
    ahead: LETTER_DAYS_AHEAD.expiry,
    rows: (_, until, mine) => letterRows(sql`c.expiresOn`, sql`(${toShipOf} or ${presentByOf} is not null)`, until, mine),
  },
  {
    rule: 'delivery',
    route: 'purchase-contract',
    permission: 'purchase-contract.view',
    owned: { resource: 'purchase-contract', owner: 'c.ownerId', department: 'c.departmentId' },
    ahead: 7,
    rows: (_, until, mine) => sql`
      select c.id, c.number, p.name as party, c.deliveryDate as date, null as minor, c.currency from purchase_contract c join party p on p.id = c.supplierId
      where c.status = 'signed' and c.deliveryDate <= ${until} and ${mine}
        and exists (select 1 from purchase_line l where l.contractId = c.id and l.billed < l.quantity and ${toShip})`,
  },
  {
    rule: 'milestone',
    route: 'purchase-contract',
    permission: 'milestone.view',
    owned: { resource: 'purchase-contract', owner: 'c.ownerId', department: 'c.departmentId' },
    ahead: 2,
    own: responsibleForMilestone,
    rows: (q, until, mine) => sql`
      select c.id, c.number, p.name || ' · ' || ${nameIn(q.viewer.language, 'milestone', 'm')} as party,
        coalesce(m.revisedOn, m.plannedOn) as date, null as minor, c.currency
      from milestone m join production f on f.id = m.contractId join purchase_contract c on c.id = m.contractId join party p on p.id = c.supplierId
      where m.state in ('open', 'failed') and c.status = 'signed' and coalesce(m.revisedOn, m.plannedOn) <= ${until} and ${mine}
        and exists (select 1 from purchase_line l where l.contractId = c.id and ${toShip})`,
  },
  {
    rule: 'tax-refund',
    route: 'shipment',
    permission: 'payable.view',
    // The refund is the company's; which shipment and customer it is about is told to who may see the shipment.
    owned: { resource: 'shipment', owner: 's.ownerId', department: 's.departmentId' },
    ahead: 14,
    rows: (_, until, mine) => sql`
      select s.id, s.number, p.name as party, i.dueDate as date, sum(i.openForeign) as minor, i.currency
      from open_item i join ledger_key k on k.key = i.shipment join shipment s on s.id = k.id join party p on p.id = s.customerId
      where i.account = '1221' and i.openForeign > 0 and i.dueDate <= ${until} and ${mine} group by s.id, i.dueDate`,
  },
  {
    rule: 'departure',
    route: 'shipment',
    permission: 'shipment.view',
    owned: { resource: 'shipment', owner: 's.ownerId', department: 's.departmentId' },
    ahead: 7,
    rows: (_, until, mine) => sql`
      select s.id, s.number, p.name as party, s.etd as date, s.total as minor, s.currency from shipment s join party p on p.id = s.customerId
      where s.status in ('planned', 'booked') and s.etd <= ${until} and ${mine}`,
  },
  {
    rule: 'arrival',
    route: 'shipment',
    permission: 'shipment.view',
    owned: { resource: 'shipment', owner: 's.ownerId', department: 's.departmentId' },
    ahead: 3,
    rows: (_, until, mine) => sql`
      select s.id, s.number, p.name as party, s.eta as date, s.total as minor, s.currency from shipment s join party p on p.id = s.customerId
      where s.status in ('dispatched', 'on-board') and s.eta <= ${until} and ${mine}`,
  },
  {
    rule: 'freight-quotes-late',
    route: 'freight-inquiry',
    permission: 'freight-inquiry.view',
    owned: { resource: 'freight-inquiry', owner: 'i.ownerId', department: 'i.departmentId' },
    ahead: 0,
    rows: (_, until, mine) => sql`
      select i.id, i.number, i.portOfLoading || ' → ' || i.portOfDischarge as party, i.neededBy as date, null as minor, null as currency
      from freight_inquiry i where i.status in ('draft', 'asking') and i.neededBy <= ${until} and ${mine}`,
  },
  {
    rule: 'freight-quote-expiring',
    route: 'freight-inquiry',
    permission: 'freight-inquiry.view',
    owned: { resource: 'freight-inquiry', owner: 'i.ownerId', department: 'i.departmentId' },
    ahead: 3,
    // Only until its shipment is booked: the price holds for what was booked in time.
    rows: (q, until, mine) => sql`
      select i.id, i.number, p.name as party, k.validTo as date, i.chosenBase as minor, ${q.company.baseCurrency} as currency
      from freight_inquiry i join freight_quote k on k.id = i.chosenQuoteId join party p on p.id = k.forwarderId
        left join shipment s on s.id = i.shipmentId
      where i.status = 'chosen' and k.validTo <= ${until} and coalesce(s.status, 'planned') = 'planned' and ${mine}`,
  },
]

const mineOf = (q: QueryContext, { owned, own }: Rule, mine: boolean): RawBuilder<boolean> => {
  if (!owned) return sql<boolean>`1`
  const scope = q.scope(owned.resource, owned.owner, owned.department) ?? sql<boolean>`1`
  if (!mine) return scope
  return own ? sql<boolean>`(${scope} and ${own(q)})` : sql<boolean>`${sql.ref(owned.owner)} = ${q.viewer.userId}`
}

const groupOf = async (q: QueryContext, rule: Rule, mine: boolean): Promise<Group> => {
  const rows = rule.rows(q, addDays(q.today, rule.ahead), mineOf(q, rule, mine))
  const found = await q.db
    .selectFrom(sql<Found>`(${rows})`.as('t'))
    .selectAll()
    .select(sql<number>`count(*) over ()`.as('total'))
    .orderBy('t.date')
    .orderBy(sql`text_key('code', t.number)`)
    .limit(SHOWN)
    .execute()
  return {
    rule: rule.rule,
    count: Number(found[0]?.total ?? 0),
    items: found.map((f) => ({
      route: rule.route,
      id: f.id,
      number: f.number,
      party: f.party,
      date: f.date,
      days: daysBetween(q.today, f.date),
      amount: f.minor === null || f.currency === null ? null : money(Number(f.minor), f.currency),
    })),
  }
}

/** Follow-ups that are due for the viewer, rule by rule; rules with nothing are left out. */
export const dueItemsOf = async (q: QueryContext, mine: boolean): Promise<Group[]> => {
  const groups: Group[] = []
  for (const rule of rules) if (q.may(rule.permission)) groups.push(await groupOf(q, rule, mine))
  return groups.filter((g) => g.count > 0)
}
