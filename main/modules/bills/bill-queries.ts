// One bill with its shares, and what a bill as typed would come to.
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { scaledText, toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import type { Money } from '../../../preload/contract/vocabulary/money.ts'
import { defineQueries } from '../../queries/define-query.ts'
import { rateWarnings } from '../checks/index.ts'
import { checkedRate } from '../../../db/ledger/rates.ts'
import { journalsOf, openOf } from '../open-items/index.ts'
import { billAmounts } from './rules.ts'
import { sharesOf } from './sharing.ts'

export const billQueries = defineQueries({
  bill: async ({ id }, q) => {
    const bill = q.orNotFound(
      await q.db
        .selectFrom('bill as b')
        .innerJoin('party as p', 'p.id', 'b.partyId')
        .selectAll('b')
        .select('p.name as partyName')
        .where('b.id', '=', id)
        .executeTakeFirst(),
      'bill',
    )
    const lines = await q.db
      .selectFrom('bill_line as l')
      .leftJoin('purchase_line as u', 'u.id', 'l.purchaseLineId')
      .leftJoin('purchase_contract as c', 'c.id', 'u.contractId')
      .leftJoin('deal as d', 'd.id', 'u.dealId')
      .selectAll('l')
      .select(['c.id as contractId', 'c.number as contractNumber', 'd.id as dealId', 'd.number as dealNumber'])
      .where('l.billId', '=', id)
      .orderBy('l.position')
      .execute()
    const shares = await q.db
      .selectFrom('bill_share as s')
      .innerJoin('bill_line as l', 'l.id', 's.billLineId')
      .innerJoin('deal as d', 'd.id', 's.dealId')
      .select(['s.billLineId', 's.dealId', 'd.number', 's.amount'])
      .where('l.billId', '=', id)
      .orderBy('d.numberKey')
      .execute()
    const { currency } = bill
    const money = (minor: number): Money => ({ minor, currency })
    return {
      id,
      number: bill.number,
      status: bill.status as 'posted',
      kind: bill.kind as 'factory',
      partyId: bill.partyId,
      partyName: bill.partyName,
      invoiceNumber: bill.invoiceNumber,
      billDate: bill.billDate,
      dueDate: bill.dueDate,
      currency,
      rate: scaledText(bill.rate, 'rate'),
      remark: bill.remark,
      lines: lines.map((l) => ({
        id: l.id,
        purchaseLineId: l.purchaseLineId,
        quantity: l.quantity === null ? null : scaledText(l.quantity, 'quantity'),
        category: l.category as 'freight' | null,
        description: l.description,
        amount: l.amount,
        vatRate: scaledText(l.vatRate, 'percent'),
        sharing: l.sharing as 'amount',
        shipmentId: l.shipmentId,
        contractId: l.contractId,
        contractNumber: l.contractNumber,
        dealIds: shares.filter((s) => s.billLineId === l.id).map((s) => s.dealId),
        deals:
          l.dealId !== null && l.dealNumber !== null
            ? [{ id: l.dealId, number: l.dealNumber, share: money(l.amount) }]
            : shares.filter((s) => s.billLineId === l.id).map((s) => ({ id: s.dealId, number: s.number, share: money(s.amount) })),
      })),
      total: money(bill.total),
      open: await openOf(q, `${id}:1`, currency),
      item: `${id}:1`,
      journals: await journalsOf(q, id),
    }
  },

  'preview-bill': async (input, q) => {
    const base = q.company.baseCurrency
    const rate = checkedRate(base, input.currency, input.rate)
    const amounts = billAmounts(
      { currency: input.currency, rate, lines: input.lines.map((l) => ({ amount: l.amount, vatRate: toScaled(l.vatRate, 'percent') })) },
      base,
    )
    const money = (minor: number): Money => ({ minor, currency: input.currency })
    const dealIds = [...new Set(input.lines.flatMap((l) => l.dealIds))]
    const deals = dealIds.length === 0 ? [] : await q.db.selectFrom('deal').selectAll().where('id', 'in', dealIds).execute()
    for (const id of dealIds)
      q.requireScope(
        'deal',
        q.orNotFound(
          deals.find((d) => d.id === id),
          'deal',
        ),
      )
    // The shares of a line tell how much of each deal's goods a shipment carries.
    for (const { shipmentId } of input.lines)
      if (shipmentId !== null)
        q.requireScope(
          'shipment',
          q.orNotFound(
            await q.db.selectFrom('shipment').select(['ownerId', 'departmentId']).where('id', '=', shipmentId).executeTakeFirst(),
            'shipment',
          ),
        )
    const lines: QueryOutput<'preview-bill'>['lines'] = []
    for (const [n, line] of input.lines.entries()) {
      const own = amounts.lines[n]!
      const shares = await sharesOf(q, line, own)
      lines.push({
        id: line.id,
        net: money(own.net),
        vat: money(own.vat),
        shares: shares.map((s) => ({ dealId: s.dealId, number: deals.find((d) => d.id === s.dealId)!.number, share: money(s.amount) })),
      })
    }
    const sum = (pick: 'net' | 'vat') => money(amounts.lines.reduce((n, l) => n + l[pick], 0))
    return {
      lines,
      net: sum('net'),
      vat: sum('vat'),
      total: money(amounts.total),
      totalBase: { minor: amounts.totalBase, currency: base },
      warnings: input.billDate === undefined ? [] : await rateWarnings(q, { ...input, on: input.billDate }),
    }
  },
})
