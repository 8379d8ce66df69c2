// Where the list of milestones gets its rows: every one by itself, to filter, sort, and take to Excel.
import { sql } from 'kysely'
import { defineLists, type QueryContext } from '../../queries/define-query.ts'
import { boxCondition, inOwnScope, visible, responsibleName } from './queries.ts'
import { slipOf } from './rules.ts'
import { nameIn } from '../../../db/names-in-language.ts'

const counted = (state: 'done' | 'all') =>
  state === 'done'
    ? sql`(select count(*) from milestone y where y.contractId = c.id and y.state = 'done')`
    : sql`(select count(*) from milestone y where y.contractId = c.id and y.state <> 'skipped')`
const latestShipment = sql`(select min(k.latestShipment) from purchase_line x join sales_line y on y.id = x.salesLineId
  join sales_contract k on k.id = y.contractId where x.contractId = c.id and k.status = 'signed')`
const deals = sql`(select group_concat(number, ', ') from (
  select distinct d.number from purchase_line x join deal d on d.id = x.dealId where x.contractId = c.id order by d.numberKey))`
/** Nobody named: what the role is called. */
const anyMerchandiser = (q: QueryContext) =>
  sql`(select ${nameIn(q.viewer.language, 'role', 'r')} from role r where r.code = 'merchandiser')`
const textOf = (value: unknown) => (typeof value === 'string' ? value : null)

export const productionLists = defineLists({
  milestones: ({ box, supplierId, merchandiserId }, q) => {
    let from = q.db
      .selectFrom('milestone as m')
      .innerJoin('production as p', 'p.id', 'm.contractId')
      .innerJoin('purchase_contract as c', 'c.id', 'm.contractId')
      .innerJoin('party as s', 's.id', 'c.supplierId')
      .innerJoin('user as o', 'o.id', 'c.ownerId')
      .leftJoin('user as a', 'a.id', 'p.merchandiserId')
      .leftJoin('user as n', 'n.id', 'm.userId')
      .where(boxCondition(box, q))
    if (supplierId !== undefined) from = from.where('c.supplierId', '=', supplierId)
    if (merchandiserId !== undefined) from = from.where('p.merchandiserId', '=', merchandiserId)
    const mine = visible(q)
    if (mine) from = from.where(mine)
    const due = sql`coalesce(m.revisedOn, m.plannedOn)`
    return {
      from,
      id: 'm.id',
      // The condition above is the scope (M16).
      scope: 'company',
      owned: { owner: 'c.ownerId', department: 'c.departmentId' },
      search: ['c.number', 's.name', 's.nameZh', 'm.name', 'm.nameEn'],
      fields: {
        contract: 'c.number',
        supplier: 's.name',
        deals: q.may('deal.view') ? deals : sql`''`,
        milestone: 'm.name',
        kind: 'm.kind',
        due,
        standing: sql`case when m.state <> 'open' then m.state when ${due} < ${q.today} then 'overdue' else 'open' end`,
        slip: 'm.id', // only its place: calculated from the row's own days
        plannedOn: 'm.plannedOn',
        revisedOn: 'm.revisedOn',
        responsible: sql`case when m.responsible = 'merchandiser' and a.id is null then ${anyMerchandiser(q)} else ${responsibleName(q)} end`,
        progress: sql`${counted('done')} || '/' || ${counted('all')}`,
        deliveryDate: 'c.deliveryDate',
        latestShipment,
        doneOn: 'm.doneOn',
        checked: 'm.checked',
        defects: 'm.defects',
        note: 'm.note',
        merchandiser: 'a.name',
        contractId: 'c.id',
        opensContractId: sql`case when ${inOwnScope(q)} then c.id end`,
        supplierId: 'c.supplierId',
        revision: 'm.revision',
        followRevision: 'p.revision',
        needsNote: 'm.needsNote',
        state: 'm.state',
      },
      computed: {
        slip: (raw) =>
          slipOf(
            {
              state: String(raw['state']),
              plannedOn: textOf(raw['plannedOn']),
              revisedOn: textOf(raw['revisedOn']),
              doneOn: textOf(raw['doneOn']),
            },
            q.today,
          ),
      },
    }
  },
})
