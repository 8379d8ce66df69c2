// What screens ask about production: one contract's follow-up, a deal's, the board of all that runs, and the templates.
import { sql, type RawBuilder } from 'kysely'
import type { MilestoneKind, MilestoneView, ProductionView } from '../../../preload/contract/modules/production/calls.ts'
import type { QueryOutput, QueryParsed } from '../../../preload/contract/queries.ts'
import { scaledText } from '../../../preload/contract/vocabulary/decimal.ts'
import { defineQueries, type QueryContext } from '../../queries/define-query.ts'
import { contractMilestoneState, dueOf, slipOf, milestoneStateOf, weekOf } from './rules.ts'
import { nameIn, orderOfNames } from '../../../db/names-in-language.ts'

type Params = QueryParsed<'production-board'>
/** Contracts on the board; the list has all of them. */
const SHOWN = 60

/** A contract is still being made: signed, and goods of it are to come. `c` is purchase_contract. */
const inTheMaking = sql<boolean>`c.status = 'signed' and exists (select 1 from purchase_line x where x.contractId = c.id
  and 2 * (x.quantity * x.unitsSold - x.shipped * x.unitsBought) > x.unitsBought)`
/** A milestone that asks for something on a board: `m` is milestone. */
export const running = sql<boolean>`m.state in ('open', 'failed') and ${inTheMaking}`

/** Whether `c`, a purchase_contract, is in the viewer's own scope of them: only then can it be opened. */
export const inOwnScope = (q: QueryContext): RawBuilder<boolean> =>
  q.may('purchase-contract.view') ? (q.scope('purchase-contract', 'c.ownerId', 'c.departmentId') ?? sql<boolean>`1`) : sql<boolean>`0`

/**
 * M16: whose production one may follow, without its prices: of purchase contracts in one's scope, and of those that buy for deals in one's scope. `c` is
 * purchase_contract. Undefined when everything is in sight.
 */
export const visible = (q: QueryContext): RawBuilder<boolean> | undefined => {
  const bought = q.scope('purchase-contract', 'c.ownerId', 'c.departmentId')
  if (!bought || !q.may('deal.view')) return bought
  const sold = q.scope('deal', 'd.ownerId', 'd.departmentId') ?? sql<boolean>`1`
  return sql<boolean>`(${bought} or c.id in (select x.contractId from purchase_line x join deal d on d.id = x.dealId where ${sold}))`
}

/** Which milestones a box is about (M14). */
export const boxCondition = (box: Params['box'], q: QueryContext): RawBuilder<boolean> => {
  const { from, to } = weekOf(q.today)
  const due = sql`coalesce(m.revisedOn, m.plannedOn)`
  if (box === 'all') return sql<boolean>`c.status = 'signed'`
  if (box === 'overdue') return sql<boolean>`${running} and ${due} < ${q.today}`
  if (box === 'week') return sql<boolean>`${running} and ${due} between ${from} and ${to}`
  return running
}

/** The name of whoever a milestone waits for: `m`, `o` (purchaser), `a` (merchandiser), `n` (named). */
export const responsibleName = (q: QueryContext) => {
  const person = (alias: string) => nameIn(q.viewer.language, 'user', alias)
  return sql<string>`case m.responsible when 'user' then coalesce(${person('n')}, '') when 'purchaser' then ${person('o')} else coalesce(${person('a')}, '') end`
}

const contractRows = (q: QueryContext, ids: readonly string[]) =>
  q.db
    .selectFrom('purchase_contract as c')
    .innerJoin('production as p', 'p.id', 'c.id')
    .innerJoin('party as s', 's.id', 'c.supplierId')
    .innerJoin('user as o', 'o.id', 'c.ownerId')
    .leftJoin('user as a', 'a.id', 'p.merchandiserId')
    .select([
      'c.id',
      'c.number',
      'c.supplierId',
      's.name as supplier',
      nameIn(q.viewer.language, 'user', 'o').as('purchaser'),
      'c.deliveryDate',
      'p.revision',
    ])
    .select(inOwnScope(q).as('opens'))
    .select(['p.merchandiserId', nameIn(q.viewer.language, 'user', 'a').as('merchandiser'), 'p.templateName', 'p.templateNameEn'])
    .where('c.id', 'in', ids)
    .execute()

const milestoneRows = (q: QueryContext, ids: readonly string[]) =>
  q.db
    .selectFrom('milestone as m')
    .innerJoin('purchase_contract as c', 'c.id', 'm.contractId')
    .innerJoin('production as p', 'p.id', 'm.contractId')
    .innerJoin('user as o', 'o.id', 'c.ownerId')
    .leftJoin('user as a', 'a.id', 'p.merchandiserId')
    .leftJoin('user as n', 'n.id', 'm.userId')
    .selectAll('m')
    .select(responsibleName(q).as('person'))
    .where('m.contractId', 'in', ids)
    .orderBy('m.position')
    .execute()

const eventRows = (q: QueryContext, ids: readonly string[]) =>
  q.db
    .selectFrom('milestone_event as e')
    .innerJoin('milestone as m', 'm.id', 'e.milestoneId')
    .leftJoin('user as u', 'u.id', 'e.userId')
    .select([
      'e.milestoneId',
      'e.at',
      nameIn(q.viewer.language, 'user', 'u').as('user'),
      'e.act',
      'e.on',
      'e.note',
      'e.checked',
      'e.defects',
    ])
    .where('m.contractId', 'in', ids)
    .orderBy('e.position')
    .execute()

/** Deals of these contracts, and of the sales contracts behind them the earliest latest shipment. */
const soldFor = async (q: QueryContext, ids: readonly string[]) => {
  const deals = await q.db
    .selectFrom('purchase_line as l')
    .innerJoin('deal as d', 'd.id', 'l.dealId')
    .select(['l.contractId', 'd.id', 'd.number', 'd.ownerId', 'd.departmentId'])
    .distinct()
    .where('l.contractId', 'in', ids)
    .orderBy('d.numberKey')
    .execute()
  const latest = await q.db
    .selectFrom('purchase_line as l')
    .innerJoin('sales_line as s', 's.id', 'l.salesLineId')
    .innerJoin('sales_contract as k', 'k.id', 's.contractId')
    .select(['l.contractId', (e) => e.fn.min('k.latestShipment').as('day')])
    .where('l.contractId', 'in', ids)
    .where('k.status', '=', 'signed')
    .groupBy('l.contractId')
    .execute()
  return { deals, latest: new Map(latest.map((r) => [r.contractId, r.day])) }
}

type MilestoneRow = Awaited<ReturnType<typeof milestoneRows>>[number]
type EventRow = Awaited<ReturnType<typeof eventRows>>[number]
const quantity = (scaled: number | null) => (scaled === null ? null : scaledText(scaled, 'quantity'))

const milestoneView = (m: MilestoneRow, events: readonly EventRow[], q: QueryContext): MilestoneView => ({
  id: m.id,
  revision: m.revision,
  kind: m.kind as MilestoneKind,
  name: m.name,
  nameEn: m.nameEn,
  plannedOn: m.plannedOn,
  revisedOn: m.revisedOn,
  due: dueOf(m),
  standing: milestoneStateOf(m, q.today),
  slip: slipOf(m, q.today),
  responsible: m.responsible as MilestoneView['responsible'],
  person: m.person,
  needsNote: m.needsNote === 1,
  doneOn: m.doneOn,
  note: m.note,
  checked: quantity(m.checked),
  defects: m.defects,
  events: events.map((e) => ({
    at: e.at,
    user: e.user ?? '',
    act: e.act as MilestoneView['events'][number]['act'],
    on: e.on,
    note: e.note,
    checked: quantity(e.checked),
    defects: e.defects,
  })),
})

/** The follow-up of these contracts, in their order; those without any are left out. Scope is the caller's business. */
const viewsOf = async (q: QueryContext, ids: readonly string[]): Promise<ProductionView[]> => {
  if (ids.length === 0) return []
  const [contracts, milestones, events, sold] = [
    await contractRows(q, ids),
    Map.groupBy(await milestoneRows(q, ids), (m) => m.contractId),
    Map.groupBy(await eventRows(q, ids), (e) => e.milestoneId),
    await soldFor(q, ids),
  ]
  const mayDeals = q.may('deal.view')
  return contracts
    .toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
    .map((c) => {
      const own = milestones.get(c.id) ?? []
      const { deliveryDate } = c
      const latestShipment = sold.latest.get(c.id) ?? null
      const { nextAt, ...standing } = contractMilestoneState(own, { deliveryDate, latestShipment }, q.today)
      return {
        contractId: c.id,
        opens: Number(c.opens) === 1,
        number: c.number,
        revision: c.revision,
        supplierId: c.supplierId,
        supplier: c.supplier,
        purchaser: c.purchaser,
        merchandiser: c.merchandiserId === null ? null : { id: c.merchandiserId, name: c.merchandiser ?? '' },
        templateName: c.templateName,
        templateNameEn: c.templateNameEn,
        deals: mayDeals ? sold.deals.filter((d) => d.contractId === c.id).map(({ id, number }) => ({ id, number })) : [],
        deliveryDate,
        latestShipment,
        ...standing,
        nextId: nextAt === null ? null : own[nextAt]!.id,
        milestones: own.map((m) => milestoneView(m, events.get(m.id) ?? [], q)),
      }
    })
}

/** Contracts that have a milestone in the box, the earliest due first, and how many there are. */
const contractsOnBoard = async (q: QueryContext, { box, supplierId, merchandiserId }: Params) => {
  let query = q.db
    .selectFrom('purchase_contract as c')
    .innerJoin('production as p', 'p.id', 'c.id')
    .innerJoin('milestone as m', 'm.contractId', 'c.id')
    .select('c.id')
    .select(sql<number>`count(*) over ()`.as('all'))
    .where(boxCondition(box, q))
    .groupBy(['c.id', 'c.number'])
    .orderBy(sql`min(case when m.state in ('open', 'failed') then coalesce(m.revisedOn, m.plannedOn, '9999') else '9999' end)`)
    .orderBy('c.numberKey')
    .limit(SHOWN)
  if (supplierId !== undefined) query = query.where('c.supplierId', '=', supplierId)
  if (merchandiserId !== undefined) query = query.where('p.merchandiserId', '=', merchandiserId)
  const mine = visible(q)
  return (mine ? query.where(mine) : query).execute()
}

const templatesOf = async (q: QueryContext): Promise<QueryOutput<'milestone-templates'>> => {
  const templates = await q.db
    .selectFrom('milestone_template as t')
    .selectAll('t')
    .orderBy('t.isDefault', 'desc')
    .orderBy(orderOfNames(q.viewer.language, 'milestone_template', 't'))
    .orderBy('t.id')
    .execute()
  const lines = await q.db
    .selectFrom('milestone_template_line as l')
    .leftJoin('user as u', 'u.id', 'l.userId')
    .selectAll('l')
    .select(nameIn(q.viewer.language, 'user', 'u').as('person'))
    .orderBy('l.position')
    .execute()
  type Line = QueryOutput<'milestone-templates'>[number]['lines'][number]
  return templates.map((t) => ({
    id: t.id,
    revision: t.revision,
    name: t.name,
    nameEn: t.nameEn,
    isDefault: t.isDefault === 1,
    active: t.active === 1,
    lines: lines
      .filter((l) => l.templateId === t.id)
      .map(({ id, kind, name, nameEn, anchor, offsetDays, responsible, userId, needsNote, person }) => ({
        id,
        kind: kind as Line['kind'],
        name,
        nameEn,
        anchor: anchor as Line['anchor'],
        offsetDays,
        responsible: responsible as Line['responsible'],
        userId,
        needsNote: needsNote === 1,
        person: person ?? '',
      })),
  }))
}

export const productionQueries = defineQueries({
  'contract-milestones': async ({ contractId }, q) => {
    const contract = q.orNotFound(
      await q.db.selectFrom('purchase_contract').select(['ownerId', 'departmentId']).where('id', '=', contractId).executeTakeFirst(),
      'purchase-contract',
    )
    q.requireScope('purchase-contract', contract)
    return (await viewsOf(q, [contractId]))[0] ?? null
  },

  'deal-production': async ({ dealId }, q) => {
    const deal = q.orNotFound(
      await q.db.selectFrom('deal').select(['ownerId', 'departmentId']).where('id', '=', dealId).executeTakeFirst(),
      'deal',
    )
    q.requireScope('deal', deal)
    const query = q.db
      .selectFrom('purchase_contract as c')
      .select('c.id')
      .where('c.status', '=', 'signed')
      .where('c.id', 'in', (e) => e.selectFrom('purchase_line').select('contractId').where('dealId', '=', dealId))
      .orderBy('c.numberKey')
    // The deal is in sight, and with it how the goods for it come along (M16).
    const rows = await query.execute()
    return viewsOf(
      q,
      rows.map((r) => r.id),
    )
  },

  'production-board': async (params, q) => {
    const rows = await contractsOnBoard(q, params)
    const contracts = await viewsOf(
      q,
      rows.map((r) => r.id),
    )
    return { contracts, more: Number(rows[0]?.all ?? 0) - rows.length }
  },

  'milestone-templates': (_, q) => templatesOf(q),
})
