// Money of the tax bureau as it was booked, with the shipments whose refunds it was taken from.
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import { defineQueries } from '../../queries/define-query.ts'

export const taxRefundQueries = defineQueries({
  'tax-refund-receipt': async ({ id }, q) => {
    const base = (minor: number) => money(minor, q.company.baseCurrency)
    const row = await q.db
      .selectFrom('tax_refund_receipt as r')
      .innerJoin('bank_account as b', 'b.id', 'r.bankAccountId')
      .select(['r.id', 'r.number', 'r.receivedOn', 'r.status', 'r.remark', 'r.bankAccountId', 'r.amount', 'b.name as bankAccount'])
      .where('r.id', '=', id)
      .executeTakeFirst()
    const { amount, ...receipt } = q.orNotFound(row, 'receipt')
    const lines = await q.db
      .selectFrom('tax_refund_line as x')
      .innerJoin('open_item as i', 'i.ref', 'x.item')
      .leftJoin('ledger_key as k', 'k.key', 'i.shipment')
      .leftJoin('shipment as s', 's.id', 'k.id')
      .select(['x.id', 'x.amount', 'x.writtenOff', 's.id as shipmentId', 's.number as shipment'])
      .where('x.receiptId', '=', id)
      .orderBy('x.position')
      .execute()
    return {
      ...receipt,
      status: receipt.status as QueryOutput<'tax-refund-receipt'>['status'],
      amount: base(amount),
      writtenOff: base(lines.reduce((sum, line) => sum + line.writtenOff, 0)),
      lines: lines.map((line) => ({
        ...{ id: line.id, shipmentId: line.shipmentId, shipment: line.shipment ?? '' },
        ...{ amount: base(line.amount), writtenOff: base(line.writtenOff) },
      })),
    }
  },
})
