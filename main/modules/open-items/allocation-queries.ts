// What can be applied to what, and what an allocation as typed would do.
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { SIDE } from '../../../db/ledger/sides.ts'
import { departmentPaths, inScope } from '../../access/viewer.ts'
import { defineQueries, type QueryContext } from '../../queries/define-query.ts'
import { takenFromSource } from './allocations.ts'
import { itemOf, movableItem } from './items.ts'
import { overdueOf } from './overdue.ts'
import { apply, canBeCleared, canGive, sideOf } from './rules.ts'

/** Whether the viewer's scope on receivables holds the item; payables have none. */
const seesItem = (q: QueryContext, item: { ownerId: string | null; departmentId: string | null }): boolean =>
  inScope(q.viewer, 'receivable', item, departmentPaths(q.sql))

type Purpose = { contractId: string | null; dealId: string | null }
/** Money sent for one contract is meant for what that contract owes, not for whatever is due first (T22). */
const isMeant = (given: Purpose | undefined, owed: Purpose): boolean => {
  if (given?.contractId != null) return given.contractId === owed.contractId
  return given?.dealId == null || given.dealId === owed.dealId
}

export const allocationQueries = defineQueries({
  'allocation-candidates': async ({ item, partyId, side, returning = false }, q) => {
    q.require(side === 'receivable' ? 'receivable.view' : 'payable.view')
    if (item === undefined && partyId === undefined) refuse('invalid-input', { issues: [{ path: 'item', rule: 'required' }] })
    const given = item === undefined ? undefined : await itemOf(q, item)
    if (given && (sideOf(given) !== side || (side === 'receivable' && !seesItem(q, given)))) refuse('not-found', { resource: 'receivable' })
    const party = given ? given.partyId : partyId!
    const rows = await q.db
      .selectFrom('open_item as i')
      .innerJoin('ledger_key as pk', 'pk.key', 'i.party')
      .leftJoin('ledger_key as dk', 'dk.key', 'i.deal')
      .leftJoin('deal as d', 'd.id', 'dk.id')
      .leftJoin('ledger_key as ck', 'ck.key', 'i.contract')
      .leftJoin('sales_contract as sc', 'sc.id', 'ck.id')
      .leftJoin('purchase_contract as pc', 'pc.id', 'ck.id')
      .leftJoin('ledger_key as ok', 'ok.key', 'i.owner')
      .leftJoin('ledger_key as uk', 'uk.key', 'i.department')
      .select(['i.id', 'i.ref', 'i.account', 'i.kind', 'i.documentNumber', 'i.documentDate', 'i.dueDate', 'i.openForeign', 'i.currency'])
      .select([
        'd.number as dealNumber',
        'sc.number as salesNumber',
        'pc.number as purchaseNumber',
        'ok.id as ownerId',
        'uk.id as departmentId',
        'dk.id as dealId',
        'ck.id as contractId',
      ])
      .where('pk.id', '=', party)
      .where('i.account', 'in', [...SIDE[side].accounts])
      .where('i.openForeign', '<>', 0)
      // The oldest due stands first: that is the order in which money is usually applied.
      .orderBy('i.dueDate')
      .orderBy('i.id')
      .execute()
    const isOverdue = party === null ? () => false : overdueOf(q, side, party)
    return rows
      .filter((r) => sideOf(r) === side && (given ? r.openForeign > 0 !== given.foreign > 0 : (returning ? canGive : canBeCleared)(r)))
      .filter((r) => side === 'payable' || seesItem(q, r))
      .map((r) => ({
        item: r.ref,
        kind: r.kind as 'invoice',
        document: r.documentNumber,
        documentDate: r.documentDate,
        dueDate: r.dueDate,
        overdue: isOverdue(r),
        open: { minor: Math.abs(r.openForeign), currency: r.currency },
        dealNumber: r.dealNumber,
        contractNumber: r.salesNumber ?? r.purchaseNumber,
        meant: isMeant(given, r),
      }))
      .toSorted((a, b) => Number(b.meant) - Number(a.meant))
  },

  'preview-allocation': async (input, q) => {
    const base = q.company.baseCurrency
    const source = await movableItem(q, input.source)
    const items = new Map([[source.ref, source]])
    const exceeds = (asked: number, item: typeof source) =>
      refuse('allocation-exceeds', {
        asked: { minor: asked, currency: item.currency },
        open: { minor: Math.abs(item.openForeign), currency: item.currency },
        of: sideOf(item) ?? 'tax-refund',
        document: item.documentNumber,
      })
    const take = (item: typeof source, amount: number, itsBase: number) => {
      item.openForeign -= Math.sign(item.foreign) * amount
      item.openBase -= itsBase
    }
    let gained = 0
    const targets: QueryOutput<'preview-allocation'>['targets'] = []
    for (const given of input.targets) {
      const target = items.get(given.item) ?? (await movableItem(q, given.item))
      items.set(given.item, target)
      const sourceAmount = takenFromSource(source, target, given)
      if (sourceAmount > Math.abs(source.openForeign)) exceeds(sourceAmount, source)
      if (given.amount > Math.abs(target.openForeign)) exceeds(given.amount, target)
      const { sourceBase, targetBase, difference } = apply(source, sourceAmount, target, given.amount)
      take(source, sourceAmount, sourceBase)
      take(target, given.amount, targetBase)
      gained += difference
      targets.push({
        item: given.item,
        left: { minor: Math.abs(target.openForeign), currency: target.currency },
        exchangeDifference: { minor: difference, currency: base },
      })
    }
    return {
      targets,
      sourceLeft: { minor: Math.abs(source.openForeign), currency: source.currency },
      exchangeDifference: { minor: gained, currency: base },
    }
  },
})
