// Cases of money through the HTTP API of a real hub: ageing (AG), payments, advances and exchange (PA), shared charges (LC), profit (GP), commission (CO).
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { addDays } from '../../preload/contract/vocabulary/dates.ts'
import type { Money } from '../../preload/contract/vocabulary/money.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { signIn, type Client } from './support/client.ts'
import { demoFolder, endAll, removeFolders, startOffice } from './support/office.ts'
import { answered, ownTrade, type OwnTrade, type Sold } from './support/own-trade.ts'

let boss: Client
beforeAll(async () => {
  const address = await startOffice('--serve', '--port', '0', '--data', demoFolder(inject('demonstration'))).address
  boss = await signIn(address, 'boss')
})
afterAll(async () => {
  await endAll()
  removeFolders()
})

const YUAN = { currency: 'CNY', rate: '1' } as const
const minor = (cell: unknown): number => (cell as Money).minor
const balanceOf = async ({ customerId }: OwnTrade) => {
  const { rows } = await boss.query('party-balances', { params: { side: 'receivable', partyId: customerId } })
  return rows.map((row) => [row['currency'], minor(row['balance']), minor(row['balanceBase'])])
}
/** An invoice in instalments, due 30, 60 and 90 days after the bill of lading. */
const inThree = async (total: string, shares: readonly [string, string, string]) => {
  const trade = await ownTrade(boss)
  const term = shares.map((share, n) => ({ share, event: 'after-bill-of-lading' as const, days: 30 * (n + 1) }))
  const { items } = await trade.invoiced(total, { ...YUAN, term })
  const bank = await trade.bank('CNY')
  return { ...trade, items3: items, bank3: bank }
}

describe('ageing', () => {
  it('[AG-01] [AG-02] [AG-03] 100 in 30/50/20: three rows; 40 received; a full credit note is a row of its own', async () => {
    const { items3, bank3, opens, receive, allocate, credit, ...trade } = await inThree('100', ['30', '50', '20'])
    expect(await opens()).toEqual([30_00, 50_00, 20_00])
    const { item } = await receive(bank3, 40_00)
    await allocate(item, [
      { item: items3[0]!, amount: 30_00 },
      { item: items3[1]!, amount: 10_00 },
    ])
    expect(await opens()).toEqual([40_00, 20_00])
    await credit(100_00)
    expect((await opens()).toSorted((a, b) => a - b)).toEqual([-100_00, 20_00, 40_00])
    expect((await trade.items()).reduce((sum, row) => sum + minor(row['open']), 0)).toBe(-40_00)
  })

  it('[AG-04] an invoice and its full credit note leave no rows', async () => {
    const trade = await ownTrade(boss)
    const { items } = await trade.invoiced('100', YUAN)
    const note = await trade.credit(100_00)
    await trade.allocate(note.item, [{ item: items[0]!, amount: 100_00 }])
    expect([await trade.opens(), await balanceOf(trade)]).toEqual([[], []])
  })

  it('[AG-05] [AG-06] 200 in 60/100/40, 40 received, a credit note of 100 first in, first out', async () => {
    const { items3, bank3, opens, receive, allocate, credit } = await inThree('200', ['30', '50', '20'])
    const { item } = await receive(bank3, 40_00)
    await allocate(item, [{ item: items3[0]!, amount: 40_00 }])
    expect(await opens()).toEqual([20_00, 100_00, 40_00])
    const note = await credit(100_00)
    await allocate(note.item, [
      { item: items3[0]!, amount: 20_00 },
      { item: items3[1]!, amount: 80_00 },
    ])
    expect(await opens()).toEqual([20_00, 40_00])
  })

  it('[AG-07] USD 100 at 80 is 8,000 in company currency and 100 in the party’s', async () => {
    const trade = await ownTrade(boss)
    await trade.invoiced('100', { rate: '80' })
    expect(await balanceOf(trade)).toEqual([['USD', 100_00, 8000_00]])
  })

  it('[AG-08] 100 paid 40 and a credit note that stands alone: rows 60 and −100', async () => {
    const trade = await ownTrade(boss)
    const { items } = await trade.invoiced('100', YUAN)
    const { item } = await trade.receive(await trade.bank('CNY'), 40_00)
    await trade.allocate(item, [{ item: items[0]!, amount: 40_00 }])
    await trade.credit(100_00)
    expect((await trade.opens()).toSorted((a, b) => b - a)).toEqual([60_00, -100_00])
  })

  it('[AG-26] [AG-27] every age in its bucket; what falls due later is not due', async () => {
    const trade = await ownTrade(boss)
    const ages = [-5, 30, 31, 60, 61, 90, 91, 120, 121]
    for (const [n, age] of ages.entries())
      await trade.invoiced(String(2 ** n), {
        ...YUAN,
        on: addDays(trade.today, -Math.max(age, 0)),
        term: [{ share: '100', event: 'after-bill-of-lading', days: age < 0 ? -age : 0 }],
      })
    const { rows } = await boss.query('ageing', { params: { side: 'receivable', partyId: trade.customerId } })
    const cells = ['notDue', 'bucket1', 'bucket2', 'bucket3', 'bucket4', 'bucket5'] as const
    expect(cells.map((cell) => minor(rows[0]![cell]) / 100)).toEqual([1, 2, 4 + 8, 16 + 32, 64 + 128, 256])
  })
})

describe('payments and exchange', () => {
  const invoice = async (price: string, rate: string) => {
    const trade = await ownTrade(boss)
    const { items } = await trade.invoiced(price, { rate })
    return { trade, target: items[0]!, bank: await trade.bank('USD') }
  }
  it('[PA-01] USD 100 at 50, received at 55: nothing open, gain 500', async () => {
    const { trade, target, bank } = await invoice('100', '50')
    const { item } = await trade.receive(bank, 100_00, '55')
    const done = await trade.allocate(item, [{ item: target, amount: 100_00 }])
    expect([done.exchangeDifference, await balanceOf(trade)]).toEqual([{ minor: 500_00, currency: 'CNY' }, []])
    expect((await boss.query('bank-account', { id: bank })).balance).toEqual({ minor: 100_00, currency: 'USD' })
  })

  it('[PA-02] USD 20 of it as 900 in company currency: loss 100, USD 80 open', async () => {
    const { trade, target } = await invoice('100', '50')
    const { item } = await trade.receive(await trade.bank('CNY'), 900_00)
    const done = await trade.allocate(item, [{ item: target, amount: 20_00, sourceAmount: 900_00 }])
    expect([minor(done.exchangeDifference), await balanceOf(trade)]).toEqual([-100_00, [['USD', 80_00, 4000_00]]])
  })

  it('[PA-07] [PA-08] 110 for 100 leaves an advance of 10; 95 for 100 and 5 written off leave nothing', async () => {
    const trade = await ownTrade(boss)
    const bank = await trade.bank('CNY')
    const [first, second] = [(await trade.invoiced('100', YUAN)).items[0]!, (await trade.invoiced('100', YUAN)).items[0]!]
    const more = await trade.receive(bank, 110_00)
    await trade.allocate(more.item, [{ item: first, amount: 100_00 }])
    expect(await trade.opens()).toEqual(expect.arrayContaining([-10_00, 100_00]))
    const less = await trade.receive(bank, 95_00)
    await trade.allocate(less.item, [{ item: second, amount: 95_00 }])
    await boss.command('write-off', { id: newId(), on: trade.today, item: second, amount: 5_00, reason: 'charges abroad' })
    expect(await trade.opens()).toEqual([-10_00])
  })

  it('[PA-09] an advance of 1,000 on a contract, and 0 after it is taken back', async () => {
    const trade = await ownTrade(boss)
    const { contractId } = await trade.sold('5000')
    const receipt = await trade.receive(await trade.bank('USD'), 1000_00, '7', contractId)
    expect((await trade.items()).map((r) => [r['kind'], minor(r['open']), String(r['contract']).slice(0, 2)])).toEqual([
      ['advance', -1000_00, 'SC'],
    ])
    await boss.command('reverse-receipt', { id: receipt.id, on: trade.today, reason: 'cancelled' })
    expect(await trade.opens()).toEqual([])
  })

  it('[PA-10] USD 100 carried at 50 sold for 4,500: loss 500', async () => {
    const trade = await ownTrade(boss)
    const id = newId()
    await boss.command('transfer-funds', {
      ...{ id, on: trade.today, fromAccountId: await trade.bank('USD', 100_00, '50'), toAccountId: await trade.bank('CNY') },
      ...{ amountOut: 100_00, amountIn: 4500_00, rateIn: '1', remark: '' },
    })
    const { rows } = await boss.query('transfers', { limit: 200 })
    expect(minor(rows.find((r) => r.id === id)!['difference'])).toBe(-500_00)
  })

  it('[PA-11] invoice 100 paid 100, everything returned: −100 outstanding', async () => {
    const trade = await ownTrade(boss)
    const { items } = await trade.invoiced('100', YUAN)
    const { item } = await trade.receive(await trade.bank('CNY'), 100_00)
    await trade.allocate(item, [{ item: items[0]!, amount: 100_00 }])
    await trade.credit(100_00)
    expect(await balanceOf(trade)).toEqual([['CNY', -100_00, -100_00]])
  })

  it('[PA-13] a receipt taken back leaves the invoice open; it is unallocated first', async () => {
    const trade = await ownTrade(boss)
    const { items } = await trade.invoiced('100', YUAN)
    const receipt = await trade.receive(await trade.bank('CNY'), 100_00)
    const batch = newId()
    await trade.allocate(receipt.item, [{ item: items[0]!, amount: 100_00 }], batch)
    const back = { id: receipt.id, on: trade.today, reason: 'bounced' }
    expect(await answered(boss, 'reverse-receipt', back)).toMatchObject({ refused: 'already-allocated' })
    await boss.command('reverse-allocation', { ...back, id: batch })
    await boss.command('reverse-receipt', back)
    expect(await trade.opens()).toEqual([100_00])
  })

  for (const paid of ['75.9', '83.1', '80.01'])
    it(`[PA-15] [PA-16] USD 1 at 80 paid at ${paid}: nothing open; taken back, USD 1 / 80 again`, async () => {
      const { trade, target, bank } = await invoice('1', '80')
      const { item } = await trade.receive(bank, 1_00, paid)
      const batch = newId()
      const { exchangeDifference } = await trade.allocate(item, [{ item: target, amount: 1_00 }], batch)
      expect([minor(exchangeDifference), await balanceOf(trade)]).toEqual([Math.round((Number(paid) - 80) * 100), []])
      await boss.command('reverse-allocation', { id: batch, on: trade.today, reason: 'wrong invoice' })
      const open = (await trade.items()).find((row) => row.id === target)!
      expect([minor(open['open']), minor(open['openBase'])]).toEqual([1_00, 80_00])
    })

  it('[PA-17] [PA-18] an advance of USD 1 at 85 on USD 2 at 80, then USD 1 at 75', async () => {
    const { trade, target, bank } = await invoice('2', '80')
    for (const [rate, difference, left] of [
      ['85', 5_00, [['USD', 1_00, 80_00]]],
      ['75', -5_00, []],
    ] as const) {
      const { item } = await trade.receive(bank, 1_00, rate)
      const done = await trade.allocate(item, [{ item: target, amount: 1_00 }])
      expect([minor(done.exchangeDifference), await balanceOf(trade)]).toEqual([difference, left])
    }
  })
})

describe('a charge that several deals share', () => {
  const shares = async (amount: number, deals: readonly Sold[]) => {
    const { lines } = await boss.query('preview-bill', {
      ...{ kind: 'expense', ...YUAN },
      lines: [{ id: newId(), amount, vatRate: '0', dealIds: deals.map((d) => d.dealId), sharing: 'amount', shipmentId: null }],
    })
    return deals.map((d) => lines[0]!.shares.find((s) => s.dealId === d.dealId)!.share.minor)
  }
  const sales = async (prices: readonly string[]) => {
    const trade = await ownTrade(boss)
    const made: Sold[] = []
    for (const price of prices) made.push(await trade.sold(price, '1', YUAN))
    return made
  }
  it('[LC-01] [LC-07] by value: 80 over 120/200/0, and 0.20 over 100/100/100/1', async () => {
    expect(await shares(80, await sales(['1.20', '2', '0']))).toEqual([30, 50, 0])
    expect(await shares(20, await sales(['100', '100', '100', '1']))).toEqual([7, 7, 6, 0])
  })
  it('[LC-03] [LC-06] 0.04 over seven, and 123.22 over three: exact to the cent, never negative', async () => {
    const seven = await sales(Array.from({ length: 7 }, () => '1'))
    const small = await shares(4, seven)
    expect([Math.min(...small) >= 0, small.reduce((a, b) => a + b, 0)]).toEqual([true, 4])
    expect((await shares(123_22, seven.slice(0, 3))).toSorted((a, b) => a - b)).toEqual([41_07, 41_07, 41_08])
  })
})

it('[GP-05] sold for 200, bought for 100: profit 100, 50 %', async () => {
  const trade = await ownTrade(boss)
  const sale = await trade.sold('200', '1', YUAN)
  const supplierId = (await boss.query('vendors', { params: { kind: 'factory' }, limit: 1 })).rows[0]!.id
  const { id, revision } = await boss.command('save-purchase-contract', {
    ...{ id: newId(), supplierId, contractDate: trade.today, ...YUAN, deliveryDate: null, clauses: '', remark: '', ownerId: trade.me },
    paymentTerm: [{ share: '100', event: 'before-shipment', days: 0 }],
    lines: [
      {
        ...{ id: newId(), salesLineId: sale.lineId, dealId: sale.dealId, productId: null, description: 'Goods', quantity: '1' },
        ...{ unit: 'PCS', price: '100', vatRate: '0', refundRate: '0' },
      },
    ],
  })
  await boss.command('sign-purchase-contract', { id, revision, signedOn: trade.today })
  await boss.command('dispatch-shipment', trade.leaving(await trade.planned(sale)))
  expect(await boss.query('deal-profit', { dealId: sale.dealId })).toMatchObject({
    actualProfit: { minor: 100_00, currency: 'CNY' },
    actualMargin: '50',
  })
})

it('[CO-01] commission: 1,000 at 7 % is 70, 240 at 5 % is 12, none where none is agreed', async () => {
  const trade = await ownTrade(boss)
  for (const [price, commissionRate, due] of [
    ['1000', '7', [70_00]],
    ['240', '5', [12_00]],
    ['800', '0', []],
  ] as const) {
    const { dealId } = await trade.sold(price, '1', { ...YUAN, commissionRate })
    const { costs } = await boss.query('profit-estimate-fill', { dealId })
    expect(costs.filter((c) => c.line === 'commission').map((c) => c.amount)).toEqual(due)
  }
})
