// Month-end revaluation: what it posts, what it leaves alone, who it is refused to and when, and how it is taken back.
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { profit } from '../profit/index.ts'
import { endSound, minor, moneyOffice, type MoneyOffice } from '../receipts-and-payments/testing/money.ts'
import { minutes, rounds } from '../../../build/soak/rounds.ts'

let office: MoneyOffice
beforeEach(async () => {
  office = await moneyOffice({}, [profit])
  office.at = '2026-06-05T02:00:00.000Z'
})
afterEach(() => endSound(office))

const rate = (currency: string, on: string, value: string) => office.run('set-exchange-rate', { currency, on, rate: value })
const revalue = (month: string, given: { id?: string; withAdvances?: boolean } = {}) =>
  office.send('revalue-month', { id: newId(), month, withAdvances: false, ...given })
const takeBack = (id: string) => office.send('reverse-revaluation', { id, reason: 'a receipt was missing' })
const bankOn = (id: string, asOf: string) =>
  office.one<{ base: number; foreign: number }>(
    'SELECT coalesce(sum(base), 0) AS base, coalesce(sum("foreign"), 0) AS "foreign" FROM sum_bank s JOIN ledger_key k ON k.key = s.bank WHERE k.id = ? AND s.date <= ?',
    id,
    asOf,
  )
const result = (asOf: string) =>
  office.one<{ n: number }>(
    "SELECT coalesce(sum(base), 0) AS n FROM posting WHERE account = '6603' AND category = 'revaluation' AND date <= ?",
    asOf,
  ).n

describe('what is posted', () => {
  it('[T25] USD 100 at 80 revalued at 85: +500, a row of its own in the ageing of that day, gone on day one', async () => {
    const item = await office.invoice(100_00, { currency: 'USD', rate: '80', on: '2026-05-10', due: '2026-05-20' })
    await rate('USD', '2026-05-30', '85')
    const shown = await office.query('preview-revaluation', { month: '2026-05', withAdvances: false })
    expect(shown).toMatchObject({ on: '2026-05-31', missing: [], done: null, isOver: true, itemDifference: { minor: 500_00 } })
    expect(shown.lines).toMatchObject([
      { account: '1122', kind: 'invoice', balance: { minor: 100_00 }, rate: '85', before: { minor: 8000_00 }, after: { minor: 8500_00 } },
    ])
    const id = newId()
    expect(await revalue('2026-05', { id })).toMatchObject({ ok: true, value: { difference: { minor: 500_00, currency: 'CNY' } } })
    const rows = [...(await office.open('receivable', '2026-05-31')).values()]
    expect(rows.map((r) => [r['kind'], minor(r['open']), minor(r['openBase']), r['daysOverdue']]).toSorted()).toEqual([
      ['invoice', 100_00, 8000_00, 11],
      ['revaluation', 0, 500_00, 11],
    ])
    expect((await office.list('ageing', { side: 'receivable', asOf: '2026-05-31' })).map((r) => minor(r['bucket1']))).toEqual([8500_00])
    expect(result('2026-05-31')).toBe(-500_00)
    expect(result('2026-06-01')).toBe(0)
    expect([...(await office.open('receivable')).values()].map((r) => minor(r['openBase']))).toEqual([8000_00])
    // Allocated in June, the difference is that of the two rates: the revaluation has left nothing behind.
    const receipt = await office.receive(await office.bank('USD'), 100_00, { rate: '90', receivedOn: '2026-06-02' })
    const done = await office.allocate(receipt.item, [{ item, amount: 100_00 }], '2026-06-02')
    expect(done.exchangeDifference.minor).toBe(1000_00)
    expect(await office.query('revaluation', { id })).toMatchObject({ number: 'RV2026-0001', status: 'posted', isLast: true })
  })

  it('[T25] the preview of a month that is revalued shows what was posted, whatever has come since, and leads to it', async () => {
    await office.bank('USD', { balance: 100_00, rate: '80' })
    await office.invoice(50_00, { currency: 'USD', rate: '80', on: '2026-05-10' })
    await office.receive(await office.bank('JPY'), 1000, { rate: '0.05', receivedOn: '2026-05-06' })
    await rate('USD', '2026-05-31', '85')
    await rate('JPY', '2026-05-31', '0.06')
    const preview = (withAdvances: boolean, month = '2026-05') => office.query('preview-revaluation', { month, withAdvances })
    const before = await preview(true)
    const id = newId()
    await revalue('2026-05', { id, withAdvances: true })
    await rate('USD', '2026-06-01', '90')
    const posted = await office.query('revaluation', { id })
    expect(posted.lines.map((l) => l.difference?.minor).toSorted()).toEqual([-10_00, 10_00, 250_00, 500_00])
    // Asked for without advances too: it was posted with them.
    for (const withAdvances of [true, false]) expect(await preview(withAdvances)).toEqual({ ...before, done: 'RV2026-0001', doneId: id })
    expect(before.lines).toEqual(posted.lines)
    expect(await preview(false, '2026-04')).toMatchObject({ done: 'RV2026-0001', doneId: id, lines: [] })
    // Taken back, the month is to be revalued again.
    await takeBack(id)
    expect(await preview(true)).toEqual(before)
    expect((await preview(false)).lines).toHaveLength(3)
  })

  it('[T25] a bank account keeps its worth; one that is empty in its currency is brought to zero, without a rate', async () => {
    const [usd, eur] = [await office.bank('USD', { balance: 100_00, rate: '80' }), await office.bank('EUR')]
    await office.receive(eur, 100_00, { rate: '8', receivedOn: '2026-05-02' })
    await office.pay(eur, 100_00, { rate: '7', paidOn: '2026-05-03' })
    expect(bankOn(eur, '2026-05-31')).toEqual({ base: 100_00, foreign: 0 })
    await rate('USD', '2026-05-01', '85')
    // The open items in EUR are an advance and a prepayment, which are not valued: no rate of EUR is needed.
    expect(await revalue('2026-05')).toMatchObject({ ok: true, value: { difference: { minor: 400_00 } } })
    expect(bankOn(usd, '2026-05-31')).toEqual({ base: 8500_00, foreign: 100_00 })
    expect(bankOn(usd, '2026-06-01')).toEqual({ base: 8500_00, foreign: 100_00 })
    expect(bankOn(eur, '2026-05-31')).toEqual({ base: 0, foreign: 0 })
    expect(result('2026-06-01')).toBe(-400_00)
  })

  it('[T25] debts and overdrafts change the other way, base currency is left alone, advances only when asked for', async () => {
    const usd = await office.bank('USD')
    await office.bill({ currency: 'USD', rate: '7', billDate: '2026-05-05', lines: [office.billLine(100_00)] })
    await office.bill({ billDate: '2026-05-05', lines: [office.billLine(700_00)] })
    await office.receive(await office.bank('JPY'), 1000, { rate: '0.05', receivedOn: '2026-05-06' })
    await office.pay(usd, 10_00, { rate: '7', paidOn: '2026-05-06' })
    await rate('USD', '2026-05-31', '7.5')
    await rate('JPY', '2026-05-31', '0.06')
    const plain = await office.query('preview-revaluation', { month: '2026-05', withAdvances: false })
    expect(plain.lines.map((l) => [l.account, l.balance.currency, l.difference?.minor])).toEqual([
      ['1002', 'USD', -5_00],
      ['1002', 'JPY', 10_00],
      ['2202', 'USD', -50_00],
    ])
    const all = await office.query('preview-revaluation', { month: '2026-05', withAdvances: true })
    expect(all.lines.filter((l) => l.bankAccountId === null).map((l) => [l.account, l.difference?.minor])).toEqual([
      ['1123', 5_00],
      ['2202', -50_00],
      ['2203', -10_00],
    ])
    expect(await revalue('2026-05', { withAdvances: true })).toMatchObject({ ok: true, value: { difference: { minor: -50_00 } } })
    // Payables are shown positive for what we owe; what we owe grew by 50 and what we paid in advance by 5.
    const rows = [...(await office.open('payable', '2026-05-31')).values()].filter((r) => r['kind'] === 'revaluation')
    expect(rows.map((r) => minor(r['openBase'])).toSorted((a, b) => a - b)).toEqual([-5_00, 50_00])
  })

  it('[T25] money that nobody has claimed and commissions of 2241 stand each on its own side', async () => {
    await office.receive(await office.bank('USD'), 100_00, { rate: '7', receivedOn: '2026-05-06', customerId: null })
    await office.bill({
      currency: 'USD',
      rate: '7',
      billDate: '2026-05-05',
      lines: [office.billLine(50_00, { category: 'commission' })],
    })
    await rate('USD', '2026-05-31', '8')
    await revalue('2026-05')
    const of = async (side: 'receivable' | 'payable') =>
      [...(await office.open(side, '2026-05-31')).values()].map((r) => [r['kind'], minor(r['openBase'])]).toSorted()
    expect(await of('receivable')).toEqual([
      ['revaluation', -100_00],
      ['unclaimed', -700_00],
    ])
    expect(await of('payable')).toEqual([
      ['commission', 350_00],
      ['revaluation', 50_00],
    ])
    expect((await office.list('ageing', { side: 'receivable', asOf: '2026-05-31' })).map((r) => minor(r['total']))).toEqual([-800_00])
  })

  it('[T25] no deal bears it, on no day', async () => {
    const deal = await office.sold([{ quantity: '100', price: '10' }])
    await office.shipped([[deal.lines[0]!, '100']], { dispatchedOn: '2026-05-10', rate: '7' })
    const before = await office.query('deal-profit', { dealId: deal.dealId })
    await rate('USD', '2026-05-31', '8')
    expect(await revalue('2026-05')).toMatchObject({ ok: true, value: { difference: { minor: 1000_00 } } })
    expect(await office.query('deal-profit', { dealId: deal.dealId })).toEqual(before)
    expect(
      office.one<{ n: number }>("SELECT count(*) AS n FROM posting WHERE account = '6603' AND (deal IS NOT NULL OR owner IS NOT NULL)").n,
    ).toBe(0)
  })
})

describe('when', () => {
  it('[T25] once a month, after the month, in order, with every rate known, in an open period, and not for nothing', async () => {
    expect(await revalue('2026-05')).toMatchObject({ refused: 'nothing-to-do' })
    await office.bank('USD', { balance: 100_00, rate: '7' })
    expect(await revalue('2026-06')).toMatchObject({ refused: 'date-out-of-order', data: { earlier: '2026-07-01', later: '2026-06-05' } })
    expect(await revalue('2026-05')).toMatchObject({ refused: 'rate-missing', data: { currency: 'USD', date: '2026-05-31' } })
    await rate('USD', '2026-04-30', '7.1')
    await office.run('close-period', { through: '2026-04-30' })
    expect(await revalue('2026-04')).toMatchObject({ refused: 'period-closed' })
    const id = newId()
    expect(await revalue('2026-05', { id })).toMatchObject({ ok: true })
    expect(await revalue('2026-05')).toMatchObject({ refused: 'period-revalued', data: { number: 'RV2026-0001' } })
    await office.run('close-period', { through: '2026-05-31' })
    expect(await takeBack(id)).toMatchObject({ refused: 'period-closed' })
    office.at = '2026-07-02T02:00:00.000Z'
    expect(await revalue('2026-06')).toMatchObject({ ok: true, value: { number: 'RV2026-0002', difference: { minor: 0 } } })
    const rows = (await office.query('revaluations', { totals: true, limit: 10 })).rows
    expect(rows.map((r) => [r['number'], r['month'], minor(r['bankDifference'])])).toEqual([
      ['RV2026-0002', '2026-06', 0],
      ['RV2026-0001', '2026-05', 10_00],
    ])
  })

  it('[L12] nothing in foreign currency is posted or reversed on that day or before any more; in base currency it is, and later', async () => {
    const [usd, cny] = [await office.bank('USD', { balance: 100_00, rate: '7' }), await office.bank('CNY')]
    const item = await office.invoice(50_00, { currency: 'USD', rate: '7', on: '2026-05-10' })
    const early = await office.receive(usd, 10_00, { rate: '7', receivedOn: '2026-05-12' })
    await rate('USD', '2026-05-31', '7.2')
    const id = newId()
    await revalue('2026-05', { id })
    const revalued = { refused: 'period-revalued', data: { revaluedThrough: '2026-05-31', number: 'RV2026-0001' } }
    const receipt = {
      bankAccountId: usd,
      amount: 1_00,
      charge: 0,
      rate: '7',
      payerName: '',
      customerId: office.customerId,
      contractId: null,
      remark: '',
    }
    const received = (on: string, more: object = {}) =>
      office.send('register-receipt', { id: newId(), receivedOn: on, ...receipt, ...more })
    expect(await received('2026-05-31')).toMatchObject(revalued)
    expect(await received('2026-05-31', { bankAccountId: cny, rate: '1' })).toMatchObject({ ok: true })
    expect(await received('2026-06-01')).toMatchObject({ ok: true })
    expect(
      await office.send('allocate', { id: newId(), on: '2026-05-20', source: early.item, targets: [{ item, amount: 10_00 }] }),
    ).toMatchObject(revalued)
    expect(await office.send('reverse-receipt', { id: early.id, on: '2026-05-31', reason: 'x' })).toMatchObject(revalued)
    // The way that the refusal names.
    expect(await takeBack(id)).toMatchObject({ ok: true })
    expect(await received('2026-05-31')).toMatchObject({ ok: true })
    expect(await revalue('2026-05')).toMatchObject({ ok: true })
  })
})

describe('taking back', () => {
  it('[T26] it goes on its own days, as if it had never been; the last one first', async () => {
    const usd = await office.bank('USD', { balance: 100_00, rate: '7' })
    await office.invoice(50_00, { currency: 'USD', rate: '7', on: '2026-04-10' })
    await rate('USD', '2026-04-30', '7.1')
    await rate('USD', '2026-05-31', '7.3')
    const [april, may] = [newId(), newId()]
    await revalue('2026-04', { id: april })
    await revalue('2026-05', { id: may })
    expect(bankOn(usd, '2026-05-31').base).toBe(730_00)
    expect(await takeBack(april)).toMatchObject({ refused: 'in-use', data: { by: 'revaluation', number: 'RV2026-0002' } })
    expect(await takeBack(may)).toMatchObject({ ok: true })
    expect(await takeBack(may)).toMatchObject({ refused: 'already-reversed' })
    expect(bankOn(usd, '2026-05-31').base).toBe(710_00)
    expect([...(await office.open('receivable', '2026-05-31')).values()].map((r) => minor(r['openBase']))).toEqual([350_00])
    expect(await takeBack(april)).toMatchObject({ ok: true })
    for (const day of ['2026-04-30', '2026-05-01', '2026-05-31', '2026-06-05']) expect([day, result(day)]).toEqual([day, 0])
  })

  it('[T26] not while currency has left at what the revaluation made of it; a transfer from before does not depend on it', async () => {
    const [usd, cny] = [await office.bank('USD', { balance: 100_00, rate: '7' }), await office.bank('CNY')]
    const transfer = (amountOut: number, on: string) =>
      office.run('transfer-funds', {
        id: newId(),
        on,
        fromAccountId: usd,
        toAccountId: cny,
        amountOut,
        amountIn: amountOut * 7,
        rateIn: '1',
        remark: '',
      })
    await transfer(10_00, '2026-06-02')
    await rate('USD', '2026-05-31', '8')
    const id = newId()
    await revalue('2026-05', { id })
    expect(bankOn(usd, '2026-06-05')).toEqual({ base: 730_00, foreign: 90_00 })
    const sold = await transfer(90_00, '2026-06-04')
    expect(bankOn(usd, '2026-06-05')).toEqual({ base: 0, foreign: 0 })
    expect(await takeBack(id)).toMatchObject({ refused: 'in-use', data: { by: 'transfer', number: sold.number } })
    await office.run('reverse-transfer', { id: sold.id, on: '2026-06-05', reason: 'x' })
    expect(await takeBack(id)).toMatchObject({ refused: 'in-use' })
  })

  it('[T26] a transfer taken back on its own day has never been, so nothing depends on it', async () => {
    const [eur, cny] = [await office.bank('EUR', { balance: 100_00, rate: '7' }), await office.bank('CNY')]
    await rate('EUR', '2026-05-31', '8')
    const id = newId()
    await revalue('2026-05', { id })
    const of = { on: '2026-06-02', fromAccountId: eur, toAccountId: cny, amountOut: 90_00, amountIn: 700_00, rateIn: '1', remark: '' }
    const { id: sold } = await office.run('transfer-funds', { id: newId(), ...of })
    expect(await takeBack(id)).toMatchObject({ refused: 'in-use' })
    await office.run('reverse-transfer', { id: sold, on: '2026-06-02', reason: 'x' })
    expect(await takeBack(id)).toMatchObject({ ok: true })
  })

  it('[T25] who may close a period may revalue, nobody else', async () => {
    await office.bank('USD', { balance: 100_00, rate: '7' })
    const clerk = await office.user({ permissions: ['ledger.view', 'receipt.create'] })
    expect(await office.send('revalue-month', { id: newId(), month: '2026-05', withAdvances: false }, clerk)).toMatchObject({
      refused: 'not-permitted',
    })
    expect(await office.ask('preview-revaluation', { month: '2026-05', withAdvances: false }, clerk)).toMatchObject({
      refused: 'not-permitted',
    })
  })
})

describe('properties', () => {
  const movement = fc.record({
    do: fc.constantFrom('receive', 'pay', 'transfer', 'overdraw'),
    amount: fc.integer({ min: 1, max: 50_000 }),
    rate: fc.integer({ min: 1, max: 2000 }).map((n) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`),
    on: fc.integer({ min: 1, max: 28 }),
  })
  it(
    '[T25] whatever moved, after the revaluation every account is worth its balance at the day’s rate, an empty one nothing',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(movement, { minLength: 1, maxLength: 12 }), fc.boolean(), async (movements, empties) => {
          const own = await moneyOffice()
          try {
            own.at = '2026-06-05T02:00:00.000Z'
            const [usd, cny] = [await own.bank('USD'), await own.bank('CNY')]
            const of = { fromAccountId: usd, toAccountId: cny, rateIn: '1', remark: '' }
            const balance = () =>
              own.one<{ n: number }>("SELECT coalesce(sum(\"foreign\"), 0) AS n FROM posting WHERE account = '1002' AND currency = 'USD'").n
            for (const m of movements) {
              const on = `2026-05-${String(m.on).padStart(2, '0')}`
              if (m.do === 'receive') await own.receive(usd, m.amount, { rate: m.rate === '0.00' ? '1' : m.rate, receivedOn: on })
              else if (m.do === 'pay') await own.pay(usd, m.amount, { rate: m.rate === '0.00' ? '1' : m.rate, paidOn: on })
              else await own.run('transfer-funds', { id: newId(), on, amountOut: m.amount, amountIn: m.amount * 7, ...of })
            }
            if (empties && balance() > 0) await own.pay(usd, balance(), { rate: '3', paidOn: '2026-05-30' })
            if (empties && balance() < 0) await own.receive(usd, -balance(), { rate: '3', receivedOn: '2026-05-30' })
            await own.run('set-exchange-rate', { currency: 'USD', on: '2026-05-31', rate: '7.13' })
            const done = await own.send('revalue-month', { id: newId(), month: '2026-05', withAdvances: true })
            const worth = own.one<{ n: number }>(
              "SELECT coalesce(sum(base), 0) AS n FROM posting WHERE account = '1002' AND currency = 'USD'",
            ).n
            expect(worth).toBe(Math.sign(balance()) * Math.floor((Math.abs(balance()) * 713) / 100 + 0.5))
            expect(own.ledgerFaults()).toEqual([])
            // As of the last day every open item is worth its balance too; the day after it is what it was.
            if (done.ok) {
              const rows = await own.list('party-balances', { side: 'receivable', asOf: '2026-05-31' })
              for (const r of rows)
                expect(Math.abs(minor(r['balanceBase']) - minor(r['balance']) * 7.13)).toBeLessThanOrEqual(movements.length)
              const left = own.one<{ n: number }>(
                "SELECT count(*) AS n FROM open_item WHERE documentKind = 'revaluation' AND (openBase <> 0 OR openForeign <> 0)",
              )
              expect(left.n).toBe(0)
            }
          } finally {
            own.close()
          }
        }),
        { numRuns: rounds(15, 300) },
      )
    },
    minutes(2),
  )
})
