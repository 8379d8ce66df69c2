// Single documents of treasury, what can be allocated to what, and what a form as typed would come to.
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { scaledText, toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import type { Money } from '../../../preload/contract/vocabulary/money.ts'
import { inScope } from '../../access/viewer.ts'
import { defineQueries, type QueryContext } from '../../queries/define-query.ts'
import { takenFromSource, WRITTEN_OFF } from './allocations.ts'
import { checkedRate } from './checks.ts'
import { itemOf } from './items.ts'
import { apply, billAmounts, canBeSettled, sideOf } from './rules.ts'
import { sharesOf } from './sharing.ts'

const journalsOf = async (q: QueryContext, documentId: string): Promise<number[]> => {
  const rows = await q.db.selectFrom('journal').select('id').where('documentId', '=', documentId).orderBy('id').execute()
  return rows.map((r) => r.id)
}

const openOf = async (q: QueryContext, ref: string, currency: string): Promise<Money> => {
  const item = await q.db.selectFrom('open_item').select('openForeign').where('ref', '=', ref).executeTakeFirst()
  return { minor: Math.abs(item?.openForeign ?? 0), currency }
}

type AllocationOut = QueryOutput<'receipt'>['allocations'][number]
/** What was applied from an item, and written off it, with what became of it. */
const allocationsOf = async (q: QueryContext, refs: readonly string[]): Promise<AllocationOut[]> => {
  const rows = await q.db
    .selectFrom('allocation as a')
    .innerJoin('open_item as t', 't.ref', 'a.target')
    .select(['a.batchId', 'a.on', 'a.source', 'a.amount', 'a.difference', 'a.status'])
    .select(['t.documentNumber', 't.documentKind', 't.documentId', 't.currency'])
    .where((e) => e.or([e('a.source', 'in', refs), e('a.target', 'in', refs)]))
    .orderBy('a.on')
    .orderBy('a.id')
    .execute()
  return rows.map((r) => ({
    id: r.batchId,
    on: r.on,
    document: r.documentNumber,
    documentKind: r.source === WRITTEN_OFF ? WRITTEN_OFF : r.documentKind,
    documentId: r.documentId,
    amount: { minor: r.amount, currency: r.currency },
    exchangeDifference: { minor: r.difference, currency: q.company.baseCurrency },
    reversed: r.status === 'reversed',
  }))
}

/** Whether the viewer's scope on receivables holds the item; payables have none. */
const seesItem = (q: QueryContext, item: { ownerId: string | null; departmentId: string | null }): boolean =>
  inScope(
    q.viewer,
    'receivable',
    item,
    (id) => (q.sql.prepare('SELECT path FROM department WHERE id = ?').get(id) as { path: string } | undefined)?.path,
  )

const DIRECTION = { receivable: ['1122', '2203'], payable: ['2202', '1123', '2241'] } as const

export const treasuryQueries = defineQueries({
  bill: async ({ id }, q) => {
    const bill = q.found(
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
      .select(['c.number as contractNumber', 'd.id as dealId', 'd.number as dealNumber'])
      .where('l.billId', '=', id)
      .orderBy('l.position')
      .execute()
    const shares = await q.db
      .selectFrom('bill_share as s')
      .innerJoin('bill_line as l', 'l.id', 's.billLineId')
      .innerJoin('deal as d', 'd.id', 's.dealId')
      .select(['s.billLineId', 's.dealId', 'd.number', 's.amount'])
      .where('l.billId', '=', id)
      .orderBy('d.number')
      .execute()
    const seesCost = q.may('cost.view')
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
        ...(seesCost ? { amount: l.amount } : {}),
        vatRate: scaledText(l.vatRate, 'percent'),
        sharing: l.sharing as 'amount',
        shipmentId: l.shipmentId,
        contractNumber: l.contractNumber,
        dealIds: shares.filter((s) => s.billLineId === l.id).map((s) => s.dealId),
        deals:
          l.dealId !== null && l.dealNumber !== null
            ? [{ id: l.dealId, number: l.dealNumber, ...(seesCost ? { share: money(l.amount) } : {}) }]
            : shares
                .filter((s) => s.billLineId === l.id)
                .map((s) => ({ id: s.dealId, number: s.number, ...(seesCost ? { share: money(s.amount) } : {}) })),
      })),
      ...(seesCost ? { total: money(bill.total), open: await openOf(q, `${id}:1`, currency) } : {}),
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
        q.found(
          deals.find((d) => d.id === id),
          'deal',
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
    return { lines, net: sum('net'), vat: sum('vat'), total: money(amounts.total), totalBase: { minor: amounts.totalBase, currency: base } }
  },

  receipt: async ({ id }, q) => {
    const r = q.found(
      await q.db
        .selectFrom('receipt as r')
        .innerJoin('bank_account as a', 'a.id', 'r.bankAccountId')
        .leftJoin('party as p', 'p.id', 'r.customerId')
        .leftJoin('sales_contract as c', 'c.id', 'r.contractId')
        .selectAll('r')
        .select(['a.name as bankAccount', 'p.name as customerName', 'c.number as contractNumber'])
        .where('r.id', '=', id)
        .executeTakeFirst(),
      'receipt',
    )
    if (!(r.status === 'unclaimed' && q.may('receipt.claim'))) q.requireScope('receipt', r)
    return {
      id,
      number: r.number,
      status: r.status as 'claimed',
      bankAccountId: r.bankAccountId,
      bankAccount: r.bankAccount,
      receivedOn: r.receivedOn,
      amount: { minor: r.amount, currency: r.currency },
      charge: { minor: r.charge, currency: r.currency },
      rate: scaledText(r.rate, 'rate'),
      payerName: r.payerName,
      customerId: r.customerId,
      customerName: r.customerName,
      contractId: r.contractId,
      contractNumber: r.contractNumber,
      remark: r.remark,
      item: r.item,
      open: await openOf(q, r.item, r.currency),
      allocations: await allocationsOf(q, [`${id}:1`, `${id}:2`]),
      journals: await journalsOf(q, id),
    }
  },

  payment: async ({ id }, q) => {
    const y = q.found(
      await q.db
        .selectFrom('payment as y')
        .innerJoin('bank_account as a', 'a.id', 'y.bankAccountId')
        .innerJoin('party as p', 'p.id', 'y.partyId')
        .leftJoin('purchase_contract as c', 'c.id', 'y.contractId')
        .selectAll('y')
        .select(['a.name as bankAccount', 'p.name as partyName', 'c.number as contractNumber'])
        .where('y.id', '=', id)
        .executeTakeFirst(),
      'payment',
    )
    return {
      id,
      number: y.number,
      status: y.status as 'posted',
      bankAccountId: y.bankAccountId,
      bankAccount: y.bankAccount,
      paidOn: y.paidOn,
      partyId: y.partyId,
      partyName: y.partyName,
      amount: { minor: y.amount, currency: y.currency },
      charge: { minor: y.charge, currency: y.currency },
      rate: scaledText(y.rate, 'rate'),
      contractId: y.contractId,
      contractNumber: y.contractNumber,
      remark: y.remark,
      item: y.item,
      open: await openOf(q, y.item, y.currency),
      allocations: await allocationsOf(q, [y.item]),
      journals: await journalsOf(q, id),
    }
  },

  'allocation-candidates': async ({ item, partyId, side }, q) => {
    q.require(side === 'receivable' ? 'receivable.view' : 'payable.view')
    if (item === undefined && partyId === undefined) refuse('invalid-input', { issues: [{ path: 'item', rule: 'required' }] })
    const given = item === undefined ? undefined : await itemOf(q, item)
    if (given && (sideOf(given) !== side || (side === 'receivable' && !seesItem(q, given)))) refuse('not-found', { resource: side })
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
      .select(['i.ref', 'i.account', 'i.kind', 'i.documentNumber', 'i.documentDate', 'i.dueDate', 'i.openForeign', 'i.currency'])
      .select([
        'd.number as dealNumber',
        'sc.number as salesNumber',
        'pc.number as purchaseNumber',
        'ok.id as ownerId',
        'uk.id as departmentId',
      ])
      .where('pk.id', '=', party)
      .where('i.account', 'in', [...DIRECTION[side]])
      .where('i.openForeign', '<>', 0)
      // The oldest due stands first: that is the order in which money is usually applied.
      .orderBy('i.dueDate')
      .orderBy('i.id')
      .execute()
    return rows
      .filter((r) => sideOf(r) === side && (given ? r.openForeign > 0 !== given.foreign > 0 : canBeSettled(r)))
      .filter((r) => side === 'payable' || seesItem(q, r))
      .map((r) => ({
        item: r.ref,
        kind: r.kind as 'invoice',
        document: r.documentNumber,
        documentDate: r.documentDate,
        dueDate: r.dueDate,
        open: { minor: Math.abs(r.openForeign), currency: r.currency },
        dealNumber: r.dealNumber,
        contractNumber: r.salesNumber ?? r.purchaseNumber,
      }))
  },

  'preview-allocation': async (input, q) => {
    const base = q.company.baseCurrency
    const source = await itemOf(q, input.source)
    const side = sideOf(source)
    if (side === 'payable') q.require('payable.view')
    else q.requireScope('receipt', source)
    const items = new Map([[source.ref, source]])
    const exceeds = (asked: number, item: typeof source) =>
      refuse('allocation-exceeds', {
        asked: { minor: asked, currency: item.currency },
        open: { minor: Math.abs(item.openForeign), currency: item.currency },
        document: item.documentNumber,
      })
    const take = (item: typeof source, amount: number, itsBase: number) => {
      item.openForeign -= Math.sign(item.foreign) * amount
      item.openBase -= itsBase
    }
    let gained = 0
    const targets: QueryOutput<'preview-allocation'>['targets'] = []
    for (const given of input.targets) {
      const target = items.get(given.item) ?? (await itemOf(q, given.item))
      items.set(given.item, target)
      if (side === 'receivable') q.requireScope('receipt', target)
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

  'bank-account': async ({ id }, q) => {
    const a = q.found(await q.db.selectFrom('bank_account').selectAll().where('id', '=', id).executeTakeFirst(), 'bank-account')
    const sum = await q.db
      .selectFrom('sum_bank as s')
      .innerJoin('ledger_key as k', 'k.key', 's.bank')
      .select((e) => e.fn.sum<number | null>('s.foreign').as('balance'))
      .where('k.id', '=', id)
      .where('s.date', '<=', q.today)
      .executeTakeFirst()
    const { openedOn: _, active, ...fields } = a
    return { ...fields, active: active === 1, balance: { minor: Number(sum?.balance ?? 0), currency: a.currency } }
  },

  'rate-on': async ({ currency, on }, q) => {
    if (currency === q.company.baseCurrency) return { rate: '1', date: on }
    const row = await q.db
      .selectFrom('exchange_rate')
      .select(['rate', 'date'])
      .where('currency', '=', currency)
      .where('date', '<=', on)
      .orderBy('date', 'desc')
      .limit(1)
      .executeTakeFirst()
    return row ? { rate: scaledText(row.rate, 'rate'), date: row.date } : { rate: null, date: null }
  },
})
