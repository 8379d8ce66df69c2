// Purchases, dispatches and factory bills for tests of the cost engine: what shipments and treasury do around it, in its shortest form.
import type { CommandInput } from '../../../../preload/contract/commands.ts'
import { newId } from '../../../../preload/contract/vocabulary/ids.ts'
import { aLine, anInput } from '../../../testing/fixtures.ts'
import type { TestOffice } from '../../../testing/test-office.ts'
import type { Trade } from '../../contracts/testing/trade.ts'
import { costLines, recordBilled, sourceShipment, unsourceShipment } from '../index.ts'

export type PurchaseInput = CommandInput<'save-purchase-contract'>
export type PurchaseLine = PurchaseInput['lines'][number]

export const purchaseLine = (given: Partial<PurchaseLine> = {}): PurchaseLine =>
  aLine('save-purchase-contract', { description: 'Steel bolts M8', price: '22.6', vatRate: '13', refundRate: '13', ...given })
export const purchaseContract = (office: TestOffice, supplierId: string, given: Partial<PurchaseInput> = {}): PurchaseInput =>
  anInput('save-purchase-contract', {
    ...{ supplierId, contractDate: '2026-03-01', currency: 'CNY', deliveryDate: '2026-12-31' },
    ...{ ownerId: office.owner.id, lines: [purchaseLine()] },
    ...given,
  })
export const signedPurchase = async (
  office: TestOffice,
  supplierId: string,
  given: Partial<PurchaseInput> = {},
): Promise<PurchaseInput> => {
  const input = purchaseContract(office, supplierId, given)
  await office.run('save-purchase-contract', input)
  await office.run('sign-purchase-contract', { id: input.id, revision: 1, signedOn: input.contractDate })
  return input
}

export type Goods = { salesLineId: string; quantity: number }
let count = 0

/** Dispatches goods (scaled quantities) of one contract; gives the shipment's id. */
export const dispatch = (office: Trade, sale: { id: string; dealId: string; customerId: string }, goods: readonly Goods[], on: string) =>
  office.inside(async (ctx) => {
    const id = newId()
    const number = `SH-${++count}`
    const none = { vessel: '', voyage: '', bookingNumber: '', billOfLadingNumber: '', invoiceNumber: '', declarationNumber: '', remark: '' }
    ctx.tx.put('shipment', {
      id,
      number,
      customerId: sale.customerId,
      currency: 'USD',
      ...none,
      portOfLoading: '',
      portOfDischarge: '',
      containers: '[]',
      status: 'booked',
      total: 0,
      ownerId: office.owner.id,
      createdAt: ctx.now,
      revision: 1,
    })
    const touched: string[] = []
    for (const [position, { salesLineId, quantity }] of goods.entries()) {
      const lineId = newId()
      const of = { salesLineId, contractId: sale.id, dealId: sale.dealId }
      ctx.tx.put('shipment_line', { id: lineId, shipmentId: id, position, ...of, quantity, amount: 0 })
      ctx.tx.patch('sales_line', salesLineId, { shipped: ctx.tx.row('sales_line', salesLineId)!.shipped + quantity })
      touched.push(...(await sourceShipment(ctx, lineId, salesLineId, quantity)))
    }
    const document = { documentKind: 'shipment', documentId: id, documentNumber: number, memo: '' }
    const cost = await costLines(ctx, touched, { ...document, on })
    const journalId = ctx.post({ date: on, kind: 'dispatch', ...document, lines: cost.lines })
    await cost.postLater()
    ctx.tx.patch('shipment', id, { status: 'dispatched', dispatchedOn: on, journalId: journalId === 0 ? null : journalId })
    return id
  })

/** Takes a dispatch back as shipments does: mirrors its journal and gives the goods back. */
export const takeBack = (office: Trade, shipmentId: string, on: string) =>
  office.inside(async (ctx) => {
    const shipment = ctx.tx.row('shipment', shipmentId)!
    if (shipment.journalId !== null) ctx.reverse(shipment.journalId, on, '')
    await unsourceShipment(ctx, shipment, { on, memo: '' })
    for (const l of await ctx.db.selectFrom('shipment_line').selectAll().where('shipmentId', '=', shipmentId).execute())
      ctx.tx.patch('sales_line', l.salesLineId, { shipped: ctx.tx.row('sales_line', l.salesLineId)!.shipped - l.quantity })
    ctx.tx.patch('shipment', shipmentId, { status: 'booked', dispatchedOn: null, journalId: null })
  })

export type Billed = { purchaseLineId: string; quantity: number; netBase: number; vatBase: number }
/** Posts a factory's bill; gives its document id. */
export const bill = (office: Trade, supplierId: string, lines: readonly Billed[], on: string) =>
  office.inside(async (ctx) => {
    const id = newId()
    const document = { documentKind: 'bill', documentId: id, documentNumber: `BL-${++count}`, memo: '' }
    const base = { currency: 'CNY', partyId: supplierId }
    const side = (account: string, amount: number) => ({ ...base, account, base: amount, foreign: amount })
    const [net, vat] = [lines.reduce((sum, l) => sum + l.netBase, 0), lines.reduce((sum, l) => sum + l.vatBase, 0)]
    ctx.post({
      date: on,
      kind: 'bill',
      ...document,
      lines: [
        side('1405', net),
        side('222101', vat),
        { ...side('2202', -net - vat), opens: { ref: `${id}:1`, kind: 'bill', dueDate: on } },
      ],
    })
    await recordBilled(ctx, lines, { on, ...document })
    return id
  })

/** Reverses a bill posted by `bill`. */
export const unbill = (office: Trade, billId: string, lines: readonly Billed[], on: string) =>
  office.inside(async (ctx) => {
    const journal = await ctx.db
      .selectFrom('journal')
      .select(['id', 'documentNumber'])
      .where('documentId', '=', billId)
      .where('kind', '=', 'bill')
      .executeTakeFirstOrThrow()
    ctx.reverse(journal.id, on, '')
    const taken = lines.map((l) => ({ ...l, quantity: -l.quantity, netBase: -l.netBase, vatBase: -l.vatBase }))
    await recordBilled(ctx, taken, { on, documentKind: 'bill', documentId: billId, documentNumber: journal.documentNumber, memo: '' })
  })

/** The ledger's balance of an account in base minor units, optionally of one category or shipment. */
export const balance = async (office: Trade, account: string, of: { category?: string; shipmentId?: string } = {}): Promise<number> => {
  let query = office.database.write.kysely
    .selectFrom('posting as p')
    .select((e) => e.fn.coalesce(e.fn.sum<number>('p.base'), e.lit(0)).as('base'))
    .where('p.account', '=', account)
  if (of.category !== undefined) query = query.where('p.category', '=', of.category)
  const { shipmentId } = of
  if (shipmentId !== undefined)
    query = query.where('p.shipment', 'in', (e) => e.selectFrom('ledger_key as k').select('k.key').where('k.id', '=', shipmentId))
  return Number((await query.executeTakeFirstOrThrow()).base)
}
