// Taking a dispatch back: its sources go, the purchases get their quantity back, and what was posted for it beyond the reversed journal is adjusted away (P9).
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import { carriedGoods, carryingShipments } from '../contracts/index.ts'
import { cardsOf, postedOf, postingsOf, trueUpCost, type CostGroup } from './cost.ts'
import { minus, noCost } from './rules.ts'

/**
 * Costs that stand in the dispatch journal itself, whose reversal mirrors them: its own goods, and the cents by which it moved other shipments of the same
 * purchases. Read from its postings, so it does not matter what else has been adjusted since.
 */
const costInJournal = async (ctx: CommandContext, journalId: number | null): Promise<CostGroup[]> => {
  if (journalId === null) return []
  const postings = await ctx.db
    .selectFrom('posting as p')
    .innerJoin('ledger_key as ofContract', 'ofContract.key', 'p.contract')
    .innerJoin('ledger_key as ofSupplier', 'ofSupplier.key', 'p.party')
    .innerJoin('ledger_key as ofShipment', 'ofShipment.key', 'p.shipment')
    .innerJoin('ledger_key as ofOwner', 'ofOwner.key', 'p.owner')
    .leftJoin('ledger_key as ofDeal', 'ofDeal.key', 'p.deal')
    .leftJoin('ledger_key as ofDepartment', 'ofDepartment.key', 'p.department')
    .leftJoin(ctx.contributed(carryingShipments).as('s'), 's.id', 'ofShipment.id')
    .select(['p.account', 'p.base', 'ofContract.id as salesContractId', 'ofSupplier.id as supplierId', 'ofShipment.id as shipmentId'])
    .select(['ofOwner.id as ownerId', 'ofDeal.id as dealId', 'ofDepartment.id as departmentId', 's.dispatchedOn'])
    .where('p.journalId', '=', journalId)
    .where((e) =>
      e.or([e('p.account', 'in', ['1405', '222101']), e.and([e('p.account', '=', '6401'), e('p.category', '=', 'tax-refund')])]),
    )
    .orderBy('p.id')
    .execute()
  return postings.map(({ account, base, ...dimensions }) => ({
    ...dimensions,
    cost: {
      net: account === '1405' ? -base : 0,
      vat: account === '222101' ? -base : 0,
      refund: account === '6401' ? -base : 0,
    },
  }))
}

/** P36. Goods that came back on the day they left were away on no day. */
const keepReturned = (
  ctx: CommandContext,
  source: { id: string; purchaseLineId: string; quantity: number; position: number; dispatchedOn: IsoDate | null },
  { journalId, ...of }: { shipmentId: string; journalId: number | null; backOn: IsoDate },
): void => {
  const { purchaseLineId, quantity, position, dispatchedOn: leftOn } = source
  if (leftOn === null || leftOn >= of.backOn) return
  // A dispatch has one journal: shipments that leave and come back again make other rows.
  ctx.tx.put('returned_source', { id: `${source.id}:${journalId ?? leftOn}`, ...of, position, purchaseLineId, quantity, leftOn })
}

/** Takes the shipment's sources off the stock cards; gives what was posted for them. */
const removeSources = async (
  ctx: CommandContext,
  { id: shipmentId, journalId }: { id: string; journalId: number | null },
  backOn: IsoDate,
): Promise<{ posted: CostGroup[]; purchaseLineIds: string[] }> => {
  const sources = await ctx.db
    .selectFrom('shipment_source as c')
    .innerJoin(ctx.contributed(carriedGoods).as('l'), 'l.id', 'c.shipmentLineId')
    .select(['c.id', 'c.purchaseLineId', 'c.quantity', 'c.costBase', 'c.vatBase', 'c.refundBase', 'l.dispatchedOn', 'l.position'])
    .where('l.shipmentId', '=', shipmentId)
    .orderBy('l.position')
    .orderBy('c.id')
    .execute()
  if (sources.length === 0) return { posted: [], purchaseLineIds: [] }
  const cards = new Map(
    (
      await cardsOf(
        ctx,
        sources.map((s) => s.purchaseLineId),
      )
    ).map((c) => [c.id, c]),
  )
  const posted = sources.map((s) => {
    const line = ctx.tx.row('purchase_line', s.purchaseLineId)!
    const cost = postedOf(s)
    ctx.tx.patch('purchase_line', line.id, {
      shipped: line.shipped - s.quantity,
      costBase: line.costBase - cost.net,
      costVatBase: line.costVatBase - cost.vat,
      costRefundBase: line.costRefundBase - cost.refund,
    })
    ctx.tx.remove('shipment_source', s.id)
    keepReturned(ctx, s, { shipmentId, journalId, backOn })
    return { ...cards.get(line.id)!, shipmentId, dispatchedOn: s.dispatchedOn, cost }
  })
  return { posted, purchaseLineIds: [...cards.keys()] }
}

/**
 * Takes a shipment's goods back (P9): removes its sources, gives the purchases their quantity, posts what the reversal of its dispatch journal leaves over,
 * and trues up the other shipments of the same purchases. The caller reverses the dispatch journal itself before, and only then clears
 * `journalId` and `dispatchedOn` of the shipment. Refuses `period-closed`.
 */
export const unsourceShipment = async (
  ctx: CommandContext,
  shipment: { id: string; number: string; journalId: number | null },
  { on, memo }: { on: IsoDate; memo: string },
): Promise<void> => {
  const document = { documentKind: 'shipment', documentId: shipment.id, documentNumber: shipment.number, memo }
  const mirrored = await costInJournal(ctx, shipment.journalId)
  const { posted, purchaseLineIds } = await removeSources(ctx, shipment, on)
  const rests = [...posted.map((g) => ({ ...g, cost: minus(noCost, g.cost) })), ...mirrored]
  ctx.post({ ...document, date: on, kind: 'cost-adjustment', lines: await postingsOf(ctx, rests, on) })
  await trueUpCost(ctx, purchaseLineIds, { ...document, on }, shipment.id)
}

/** The last day on which a cost was posted for goods of the shipment: before it, its dispatch cannot be taken back (H17). Undefined for goods without cost. */
export const lastCostDay = async (ctx: Pick<CommandContext, 'db' | 'contributed'>, shipmentId: string): Promise<IsoDate | undefined> => {
  // The deals lead to the postings: there is no index by shipment.
  const row = await ctx.db
    .selectFrom(ctx.contributed(carriedGoods).as('l'))
    .innerJoin('ledger_key as ofDeal', 'ofDeal.id', 'l.dealId')
    .innerJoin('ledger_key as ofShipment', 'ofShipment.id', 'l.shipmentId')
    .innerJoin('posting as p', (on) => on.onRef('p.deal', '=', 'ofDeal.key').onRef('p.shipment', '=', 'ofShipment.key'))
    .select((e) => e.fn.max('p.date').as('last'))
    .where('l.shipmentId', '=', shipmentId)
    .where('p.account', 'in', ['1405', '222101', '6401'])
    .executeTakeFirst()
  return row?.last ?? undefined
}
