// Bills of factories and expenses shared over deals: the LC cases, billed quantities, scope of secrets.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { endSound, minor, moneyOffice, type MoneyOffice } from '../receipts-and-payments/testing/money.ts'

let office: MoneyOffice
beforeEach(async () => {
  office = await moneyOffice()
  office.at = '2026-03-31T02:00:00.000Z'
})
afterEach(() => endSound(office))

/** What the live form asks. */
const previewOf = ({ id, amount, vatRate, dealIds, sharing, shipmentId }: ReturnType<MoneyOffice['billLine']>) =>
  office.query('preview-bill', {
    kind: 'expense',
    currency: 'CNY',
    rate: '1',
    lines: [{ id, amount, vatRate, dealIds, sharing, shipmentId }],
  })

/** Deals with one contract each, worth these amounts (minor units of CNY), of these quantities. */
const deals = async (values: readonly (readonly [amount: string, quantity: string])[]) => {
  const made: string[] = []
  for (const [price, quantity] of values) made.push((await office.sold([{ quantity, price }], { currency: 'CNY', rate: '1' })).dealId)
  return made
}
const shares = async (amount: number, dealIds: string[], sharing: 'amount' | 'quantity' | 'volume' | 'weight' = 'amount') => {
  const line = office.billLine(amount, { category: 'freight', dealIds, sharing })
  const preview = await previewOf(line)
  const posted = await office.bill({ lines: [line] })
  const seen = await office.query('bill', { id: posted.id })
  const order = (list: readonly { share?: { minor: number } | undefined; id: string }[]) =>
    dealIds.map((id) => list.find((d) => d.id === id)!.share!.minor)
  const booked = dealIds.map(
    (id) =>
      office.one<{ n: number }>(
        "SELECT coalesce(sum(p.base),0) AS n FROM posting p JOIN ledger_key k ON k.key = p.deal WHERE k.id = ? AND p.account = '6601'",
        id,
      ).n,
  )
  expect(order(seen.lines[0]!.deals)).toEqual(booked)
  expect(preview.lines[0]!.shares.map((s) => s.share.minor)).toEqual(booked)
  return booked
}

describe('sharing', () => {
  it('[LC-01] 80 over values 120 / 200 / 0 is 30 / 50 / 0', async () => {
    expect(
      await shares(
        80,
        await deals([
          ['1.2', '1'],
          ['2', '1'],
          ['0', '1'],
        ]),
      ),
    ).toEqual([30, 50, 0])
  })
  it('[LC-01] where no value is known, by quantity', async () => {
    expect(
      await shares(
        80,
        await deals([
          ['0', '3'],
          ['0', '5'],
        ]),
      ),
    ).toEqual([30, 50])
    expect(
      await shares(
        80,
        await deals([
          ['7', '3'],
          ['1', '5'],
        ]),
        'volume',
      ),
    ).toEqual([30, 50])
  })
  it('[LC-03] 0.04 over seven: no negative share, sum exact', async () => {
    const made = await shares(4, await deals(Array.from({ length: 7 }, () => ['1', '1'] as const)))
    expect(made.every((n) => n >= 0)).toBe(true)
    expect(made.reduce((a, b) => a + b, 0)).toBe(4)
  })
  it('[LC-06] 123.22 over three equal: 41.07, 41.07, 41.08', async () => {
    expect(
      await shares(
        123_22,
        await deals([
          ['5', '1'],
          ['5', '1'],
          ['5', '1'],
        ]),
      ),
    ).toEqual([41_07, 41_07, 41_08])
  })
  it('[LC-07] 0.20 over 100 / 100 / 100 / 1: 0.07 / 0.07 / 0.06 / 0.00', async () => {
    expect(
      await shares(
        20,
        await deals([
          ['100', '1'],
          ['100', '1'],
          ['100', '1'],
          ['1', '1'],
        ]),
      ),
    ).toEqual([7, 7, 6, 0])
  })
  it('[T5] amounts of different currencies weigh in base currency; drafts weigh nothing', async () => {
    const usd = (await office.sold([{ quantity: '1', price: '100' }], { currency: 'USD', rate: '7' })).dealId
    const cny = (await office.sold([{ quantity: '1', price: '300' }], { currency: 'CNY', rate: '1' })).dealId
    const draft = (await office.sold([{ quantity: '1', price: '999' }], { currency: 'CNY', rate: '1', sign: false })).dealId
    expect(await shares(100, [usd, cny, draft])).toEqual([70, 30, 0])
  })
  it('[T51] pieces and cartons do not add up: by quantity they weigh what they are worth', async () => {
    // 3 at 100 and 100 at 1; the first counted in another unit.
    const counted = async (unit: string, sharing: 'quantity' | 'weight') => {
      const both = await deals([
        ['100', '3'],
        ['1', '100'],
      ])
      office.database.write.sql
        .prepare('UPDATE sales_line SET unit = ? WHERE contractId = (SELECT id FROM sales_contract WHERE dealId = ?)')
        .run(unit, both[0]!)
      return shares(10_300, both, sharing)
    }
    expect(await counted('PCS', 'quantity')).toEqual([300, 10_000])
    expect(await counted('CTN', 'quantity')).toEqual([7725, 2575])
    // Nobody knows what they weigh: it is their worth again, and their quantity only in one unit.
    expect(await counted('CTN', 'weight')).toEqual([7725, 2575])
    expect(await counted('pcs', 'weight')).toEqual([300, 10_000])
  })
  it('[T5] a shipment that is named weighs by what it carries', async () => {
    const big = await office.sold([{ quantity: '100', price: '1' }])
    const small = await office.sold([{ quantity: '10', price: '1' }])
    const { input } = await office.shipped([
      [big.lines[0]!, '10'],
      [small.lines[0]!, '10'],
    ])
    const line = office.billLine(100, { category: 'freight', dealIds: [big.dealId, small.dealId], shipmentId: input.id })
    const preview = await previewOf(line)
    expect(preview.lines[0]!.shares.map((s) => s.share.minor)).toEqual([50, 50])
  })
  it('[T32] goods on one shipment weigh what they are worth on it, whatever rates their contracts were signed at', async () => {
    const seven = await office.sold([{ quantity: '1', price: '1000' }], { rate: '7' })
    const eight = await office.sold([{ quantity: '1', price: '1000' }], { rate: '8' })
    const carried: [string, string][] = [
      [seven.lines[0]!, '1'],
      [eight.lines[0]!, '1'],
    ]
    const of = async (shipmentId: string) =>
      (
        await previewOf(office.billLine(150, { category: 'freight', dealIds: [seven.dealId, eight.dealId], shipmentId }))
      ).lines[0]!.shares.map((s) => s.share.minor)
    const planned = office.shipmentOf(carried)
    await office.run('save-shipment', planned)
    expect(await of(planned.id)).toEqual([75, 75])
    await office.run('dispatch-shipment', { id: planned.id, revision: 1, dispatchedOn: '2026-03-01', rate: '7.5' })
    expect(await of(planned.id)).toEqual([75, 75])
  })
  it('[L15] a cent that ties falls by the deals’ numbers, in whatever order they are typed', async () => {
    const first = (await office.sold([{ quantity: '1', price: '10' }])).dealId
    const second = (await office.sold([{ quantity: '1', price: '10' }])).dealId
    for (const dealIds of [
      [first, second],
      [second, first],
    ]) {
      const shown = (await previewOf(office.billLine(101, { category: 'freight', dealIds }))).lines[0]!.shares
      expect(shown.map((s) => [s.dealId, s.share.minor])).toEqual([
        [first, 50],
        [second, 51],
      ])
    }
  })
})

describe('expense bills', () => {
  it('[T4] VAT is input VAT, the net is the deal`s expense, a bill of commission waits in 2241', async () => {
    const [dealId] = await deals([['100', '1']])
    await office.bill({ lines: [office.billLine(106_00, { category: 'port-charge', vatRate: '6', dealIds: [dealId!] })] })
    expect(office.balance('222101')).toBe(6_00)
    expect(office.balance('6601')).toBe(100_00)
    const commission = await office.bill({ lines: [office.billLine(5_00, { category: 'commission', dealIds: [dealId!] })] })
    expect(office.balance('2241')).toBe(-5_00)
    const paid = await office.pay(await office.bank('CNY'), 5_00, { targets: [{ item: commission.item, amount: 5_00 }] })
    expect(office.balance('2241')).toBe(0)
    expect(office.balance('1123')).toBe(0)
    expect(minor((await office.query('payment', { id: paid.id })).open)).toBe(0)
    const mixed = [office.billLine(1_00, { category: 'commission', dealIds: [dealId!] }), office.billLine(1_00, { dealIds: [dealId!] })]
    await office.bill({ lines: mixed })
    expect(office.balance('2241')).toBe(0)
    await office.bill({ lines: [office.billLine(8_00), office.billLine(2_00, { category: 'bank-charge' })] })
    expect(office.balance('6602')).toBe(8_00)
    expect(office.balance('6603')).toBe(2_00)
  })

  it('[T3] foreign bills: base at the bill`s rate, nothing lost between lines and shares', async () => {
    const dealIds = await deals([
      ['1', '1'],
      ['1', '1'],
      ['1', '1'],
    ])
    await office.bill({
      currency: 'USD',
      rate: '7.1234',
      lines: [
        office.billLine(10001, {
          category: 'freight',
          dealIds,
          vatRate: '6',
        }),
        office.billLine(3333, {
          category: 'insurance',
          dealIds,
        }),
      ],
    })
    expect(office.balance('2202')).toBe(-949_83) // 133.34 × 7.1234 = 949.834…
    expect(office.balance('6601') + office.balance('222101')).toBe(949_83)
  })

  it('[T4] refuses lines of the other kind of bill, and a deal named twice', async () => {
    const [dealId] = await deals([['1', '1']])
    const send = (given: Parameters<MoneyOffice['billLine']>[1], kind: 'expense' | 'factory' = 'expense') =>
      office.send('post-bill', {
        id: newId(),
        kind,
        partyId: office.factoryId,
        invoiceNumber: '',
        billDate: '2026-01-20',
        dueDate: '2026-02-20',
        currency: 'CNY',
        rate: '1',
        remark: '',
        lines: [office.billLine(1, given)],
      })
    const path = (p: string) => ({ refused: 'invalid-input', data: { issues: [{ path: p }] } })
    expect(await send({ category: null })).toMatchObject(path('lines.0.category'))
    expect(await send({ dealIds: [dealId!, dealId!] })).toMatchObject(path('lines.0.dealIds'))
    expect(await send({}, 'factory')).toMatchObject(path('lines.0.purchaseLineId'))
    expect(await send({ dealIds: [newId()] })).toMatchObject({ refused: 'not-found' })
  })
})

describe('factory bills', () => {
  const bought = () => office.sold([{ quantity: '100', price: '5', buy: { price: '22.6' } }])
  const factory = (purchaseLineId: string, quantity: string, amount: number, given: Parameters<MoneyOffice['bill']>[0] | object = {}) =>
    office.bill({
      kind: 'factory',
      lines: [office.billLine(amount, { purchaseLineId, quantity, category: null, vatRate: '13' })],
      ...given,
    })

  it('[T3] books goods, input VAT and the payable, and moves the line`s stock card', async () => {
    const trade = await bought()
    const posted = await factory(trade.purchaseLines[0]!, '40', 904_00)
    expect(['1405', '222101', '2202'].map(office.balance)).toEqual([800_00, 104_00, -904_00])
    expect(office.one('SELECT billed, billedNetBase, billedVatBase FROM purchase_line WHERE id = ?', trade.purchaseLines[0])).toEqual({
      billed: 40_0000,
      billedNetBase: 800_00,
      billedVatBase: 104_00,
    })
    const row = (await office.open('payable')).get(posted.item)!
    expect(row).toMatchObject({ kind: 'bill', party: 'Factory', contract: expect.stringMatching(/^PC/), deal: expect.stringMatching(/^D/) })
    expect((await office.query('bills', { params: { dealId: trade.dealId } })).rows.map((r) => r.id)).toEqual([posted.id])
  })

  it('[T3] never bills more than was bought, also within one bill', async () => {
    const trade = await bought()
    const line = trade.purchaseLines[0]!
    await factory(line, '60', 1356_00)
    const asked = { kind: 'factory' as const, purchaseLineId: line, category: null, vatRate: '13' }
    const { kind: _, ...of } = asked
    const answer = await office.send('post-bill', {
      id: newId(),
      kind: 'factory',
      partyId: office.factoryId,
      invoiceNumber: '',
      billDate: '2026-01-20',
      dueDate: '2026-02-20',
      currency: 'CNY',
      rate: '1',
      remark: '',
      lines: [
        office.billLine(1, {
          ...of,
          quantity: '30',
        }),
        office.billLine(1, {
          ...of,
          quantity: '11',
        }),
      ],
    })
    expect(answer).toMatchObject({ refused: 'quantity-exceeded', data: { line: 2, asked: '11', left: '10' } })
  })

  it('[T3] refuses another supplier, another currency, an unsigned contract', async () => {
    const trade = await bought()
    const send = (given: object) =>
      office.send('post-bill', {
        id: newId(),
        kind: 'factory' as const,
        partyId: office.factoryId,
        invoiceNumber: '',
        billDate: '2026-01-20',
        dueDate: '2026-02-20',
        currency: 'CNY',
        rate: '1',
        remark: '',
        lines: [
          office.billLine(1, {
            purchaseLineId: trade.purchaseLines[0]!,
            quantity: '1',
            category: null,
          }),
        ],
        ...given,
      })
    expect(await send({ partyId: office.party('factory', 'Other') })).toMatchObject({ refused: 'party-differs' })
    expect(await send({ currency: 'USD', rate: '7' })).toMatchObject({ refused: 'currency-differs' })
    expect(await send({ partyId: office.party('factory', 'Gone', { active: 0 }) })).toMatchObject({ refused: 'inactive-party' })
  })

  it('[T13] a reversed bill is as if it had never been; not while it is paid', async () => {
    const trade = await bought()
    await office.shipped([[trade.lines[0]!, '100']])
    const before = ['1405', '222101', '6401', '1221'].map(office.balance)
    const posted = await factory(trade.purchaseLines[0]!, '100', 2300_00)
    expect(office.balance('6401')).not.toBe(before[2])
    const paid = await office.pay(await office.bank('CNY'), 100_00, { targets: [{ item: posted.item, amount: 100_00 }] })
    expect(await office.send('reverse-bill', { id: posted.id, on: '2026-03-10', reason: 'x' })).toMatchObject({
      refused: 'already-allocated',
    })
    await office.run('reverse-payment', { id: paid.id, on: '2026-03-10', reason: 'x' })
    await office.run('reverse-bill', { id: posted.id, on: '2026-03-10', reason: 'wrong price' })
    expect(['1405', '222101', '6401', '1221'].map(office.balance)).toEqual(before)
    expect(office.balance('2202')).toBe(0)
    expect(office.one('SELECT billed, billedNetBase FROM purchase_line WHERE id = ?', trade.purchaseLines[0])).toEqual({
      billed: 0,
      billedNetBase: 0,
    })
    expect((await office.query('bill', { id: posted.id })).status).toBe('reversed')
    expect(await office.send('reverse-bill', { id: posted.id, on: '2026-03-11', reason: 'x' })).toMatchObject({
      refused: 'already-reversed',
    })
  })

  it('amounts of bills are absent for who lacks cost.view', async () => {
    const trade = await bought()
    const posted = await factory(trade.purchaseLines[0]!, '40', 904_00)
    const clerk = await office.user({ permissions: ['bill.view'] })
    const list = await office.query('bills', {}, clerk)
    expect(list.rows[0]).not.toHaveProperty('total')
    expect(list.columns).not.toContain('totalBase')
    const seen = JSON.stringify(await office.query('bill', { id: posted.id }, clerk))
    expect(seen).not.toContain('90400')
    expect(seen).not.toContain('"share"')
  })
})
