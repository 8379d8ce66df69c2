// Bank accounts, transfers and currency sold, movements with their balance, rates, and the trial balance.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { endSound, minor, moneyOffice, type MoneyOffice } from '../receipts-and-payments/testing/money.ts'

let office: MoneyOffice
beforeEach(async () => {
  office = await moneyOffice()
  office.at = '2026-03-31T02:00:00.000Z'
})
afterEach(() => endSound(office))

const transfer = (fromAccountId: string, toAccountId: string, amountOut: number, amountIn: number, rateIn = '1', on = '2026-02-01') =>
  office.run('transfer-funds', { id: newId(), on, fromAccountId, toAccountId, amountOut, amountIn, rateIn, remark: '' })
const sums = (bank: string) =>
  office.one<{ f: number; b: number }>(
    'SELECT coalesce(sum("foreign"),0) AS f, coalesce(sum(base),0) AS b FROM posting p JOIN ledger_key k ON k.key = p.bank WHERE k.id = ?',
    bank,
  )

describe('transfers', () => {
  it('[PA-10] USD 100 carried at 50 becomes 4,500: loss 500', async () => {
    const usd = await office.bank('USD', { balance: 100_00, rate: '50' })
    const cny = await office.bank('CNY')
    const made = await transfer(usd, cny, 100_00, 4500_00)
    expect(sums(usd)).toEqual({ f: 0, b: 0 })
    expect(sums(cny)).toEqual({ f: 4500_00, b: 4500_00 })
    expect(await office.query('transfer', { id: made.id })).toMatchObject({
      ...{ number: made.number, status: 'posted', fromAccountId: usd, toAccountId: cny },
      ...{ amountOut: { minor: 100_00, currency: 'USD' }, amountIn: { minor: 4500_00 }, difference: { minor: -500_00, currency: 'CNY' } },
    })
    expect(office.balance('6603')).toBe(500_00)
    const { rows } = await office.query('transfers', { params: {} })
    expect(rows[0]).toMatchObject({ difference: { minor: -500_00 }, amountOut: { minor: 100_00, currency: 'USD' }, status: 'posted' })
  })

  it('[T10] a part leaves at the average of what the account holds; the rest takes the cents', async () => {
    const usd = await office.bank('USD', { balance: 100_00, rate: '7' })
    await office.receive(usd, 50_00, { rate: '7.3', receivedOn: '2026-01-10' })
    const cny = await office.bank('CNY')
    await transfer(usd, cny, 75_00, 540_00)
    expect(sums(usd)).toEqual({ f: 75_00, b: 532_50 })
    expect(office.balance('6603')).toBe(-7_50)
    await transfer(usd, cny, 75_00, 532_50)
    expect(sums(usd)).toEqual({ f: 0, b: 0 })
    expect(office.balance('6603')).toBe(-7_50)
  })

  it('[T10] what goes beyond the balance leaves at the transfer`s own rate', async () => {
    const usd = await office.bank('USD', { balance: 10_00, rate: '7' })
    const cny = await office.bank('CNY')
    await transfer(usd, cny, 20_00, 146_00)
    expect(sums(usd)).toEqual({ f: -10_00, b: -73_00 })
    expect(office.balance('6603')).toBe(-3_00)
  })

  it('[T10] within one currency the carried value moves along, and what does not arrive is the bank`s charge', async () => {
    const from = await office.bank('USD', { balance: 100_00, rate: '7' })
    const to = await office.bank('USD')
    await transfer(from, to, 50_00, 49_00, '7.5')
    expect(sums(to)).toEqual({ f: 49_00, b: 343_00 })
    expect(office.one<{ n: number }>("SELECT sum(base) AS n FROM posting WHERE category = 'bank-charge'").n).toBe(7_00)
    const more = await office.send('transfer-funds', {
      id: newId(),
      on: '2026-02-01',
      fromAccountId: from,
      toAccountId: to,
      amountOut: 1,
      amountIn: 2,
      rateIn: '7',
      remark: '',
    })
    expect(more).toMatchObject({ refused: 'invalid-input' })
  })

  it('[T10] refuses the same account twice and a base account at another rate than 1; a transfer is reversed once', async () => {
    const usd = await office.bank('USD', { balance: 100_00, rate: '7' })
    const cny = await office.bank('CNY')
    const of = { on: '2026-02-01', amountOut: 1_00, amountIn: 7_00, remark: '' }
    expect(await office.send('transfer-funds', { ...of, id: newId(), fromAccountId: usd, toAccountId: usd, rateIn: '7' })).toMatchObject({
      refused: 'invalid-input',
    })
    expect(await office.send('transfer-funds', { ...of, id: newId(), fromAccountId: usd, toAccountId: cny, rateIn: '7' })).toMatchObject({
      refused: 'rate-must-be-one',
    })
    const made = await transfer(usd, cny, 1_00, 7_00)
    await office.run('reverse-transfer', { id: made.id, on: '2026-02-02', reason: 'x' })
    expect(sums(usd)).toEqual({ f: 100_00, b: 700_00 })
    expect(await office.send('reverse-transfer', { id: made.id, on: '2026-02-03', reason: 'x' })).toMatchObject({
      refused: 'already-reversed',
    })
  })
})

describe('[T50] a transfer is taken back not before the last day on which money left an account it touched', () => {
  const back = (id: string, on: string) => office.send('reverse-transfer', { id, on, reason: 'x' })
  it('out of the account it filled: what left later left at the average that it made', async () => {
    const [one, two, cny] = [await office.bank('USD', { balance: 100_00, rate: '7' }), await office.bank('USD'), await office.bank('CNY')]
    const filled = await transfer(one, two, 100_00, 100_00, '7')
    await office.run('transfer-funds', {
      ...{
        id: newId(),
        on: '2026-02-10',
        fromAccountId: two,
        toAccountId: cny,
        amountOut: 40_00,
        amountIn: 290_00,
        rateIn: '1',
        remark: '',
      },
    })
    expect(await back(filled.id, '2026-02-09')).toMatchObject({ refused: 'date-out-of-order', data: { earlier: '2026-02-10' } })
    expect(await back(filled.id, '2026-02-10')).toMatchObject({ ok: true })
  })
  it('out of the account it came from, and by a payment that has gone back since', async () => {
    const [usd, cny] = [await office.bank('USD', { balance: 100_00, rate: '7' }), await office.bank('CNY')]
    const sold = await transfer(usd, cny, 10_00, 70_00)
    const paid = await office.pay(usd, 5_00, { rate: '7', paidOn: '2026-02-12' })
    await office.run('reverse-payment', { id: paid.id, on: '2026-02-12', reason: 'x' })
    expect(await back(sold.id, '2026-02-11')).toMatchObject({ refused: 'date-out-of-order', data: { earlier: '2026-02-12' } })
    expect(await back(sold.id, '2026-02-12')).toMatchObject({ ok: true })
  })
  it('what came in since, or left an account in base currency, stands in nobody’s way', async () => {
    const [usd, cny] = [await office.bank('USD', { balance: 100_00, rate: '7' }), await office.bank('CNY')]
    const sold = await transfer(usd, cny, 10_00, 70_00)
    await office.receive(usd, 5_00, { rate: '7', receivedOn: '2026-02-12' })
    await office.pay(cny, 5_00, { paidOn: '2026-02-12' })
    expect(await back(sold.id, '2026-02-01')).toMatchObject({ ok: true })
  })
})

describe('balances and movements', () => {
  it('[T1] accounts with balances as of any day, an opening balance against opening capital', async () => {
    const usd = await office.bank('USD', { balance: 100_00, rate: '7.1' })
    await office.receive(usd, 50_00, { rate: '7.2', receivedOn: '2026-02-10' })
    expect(office.balance('4001')).toBe(-710_00)
    const on = async (asOf?: string) =>
      (await office.query('bank-accounts', { params: asOf ? { asOf } : undefined, totals: true })).rows[0]!
    expect(await on()).toMatchObject({ balance: { minor: 150_00, currency: 'USD' }, balanceBase: { minor: 1070_00, currency: 'CNY' } })
    expect(await on('2026-02-09')).toMatchObject({ balance: { minor: 100_00 } })
    expect(await on('2025-12-30')).toMatchObject({ balance: { minor: 0 } })
    const again = await office.send('create-bank-account', {
      id: newId(),
      code: 'B1',
      name: 'x',
      bankName: '',
      accountNumber: '',
      swift: '',
      currency: 'CNY',
      active: true,
      openedOn: '2026-01-01',
      openingBalance: 0,
      openingRate: '1',
    })
    expect(again).toMatchObject({ refused: 'already-exists' })
  })

  it('every movement shows the balance after it, also of a period and under a filter', async () => {
    const bank = await office.bank('CNY', { balance: 1000_00 })
    await office.receive(bank, 300_00, { receivedOn: '2026-01-15', payerName: 'First Buyer' })
    await office.pay(bank, 200_00, { paidOn: '2026-02-10', charge: 5_00 })
    await office.receive(bank, 50_00, { receivedOn: '2026-03-01' })
    const other = await office.bank('CNY', { balance: 7_00 })
    const read = async (params: object, more: object = {}) =>
      (await office.query('bank-movements', { params, totals: true, sort: [{ field: 'date', descending: false }], ...more })).rows
    const balances = (rows: Awaited<ReturnType<typeof read>>) => rows.map((r) => minor(r['balance']))
    expect(balances(await read({ accountId: bank }))).toEqual([1000_00, 1300_00, 1095_00, 1145_00])
    const period = await read({ accountId: bank, from: '2026-02-01', to: '2026-02-28' })
    expect(period).toMatchObject([
      { kind: 'payment', party: 'Factory', moneyIn: null, moneyOut: { minor: 205_00 }, balance: { minor: 1095_00 } },
    ])
    expect(balances(await read({ accountId: bank }, { search: 'First' }))).toEqual([1300_00])
    expect(await read({})).toHaveLength(5)
    expect(balances(await read({ accountId: other }))).toEqual([7_00])
  })

  it('bank rights: a stranger sees nothing', async () => {
    const clerk = await office.user({ permissions: ['receipt.view'] })
    for (const name of ['bank-accounts', 'bank-movements', 'transfers'] as const)
      expect(await office.ask(name, { params: {} } as never, clerk)).toMatchObject({ refused: 'not-permitted' })
  })
})

describe('rates and books', () => {
  it('[T15] the rate in force is the newest on or before the day; the base currency needs none', async () => {
    await office.run('set-exchange-rate', { currency: 'USD', on: '2026-01-02', rate: '7.1' })
    await office.run('set-exchange-rate', { currency: 'USD', on: '2026-02-02', rate: '7.2' })
    await office.run('set-exchange-rate', { currency: 'USD', on: '2026-02-02', rate: '7.25', revision: 1 })
    // [U22] Set by two at once: the second is told.
    expect(await office.send('set-exchange-rate', { currency: 'USD', on: '2026-02-02', rate: '7.3', revision: 1 })).toMatchObject({
      refused: 'changed-meanwhile',
      data: { expected: 1, found: 2 },
    })
    expect(await office.send('set-exchange-rate', { currency: 'USD', on: '2026-02-02', rate: '7.3' })).toMatchObject({
      refused: 'changed-meanwhile',
    })
    const on = (day: string, currency = 'USD') => office.query('rate-on', { currency, on: day })
    expect(await on('2026-02-01')).toMatchObject({ rate: '7.1', date: '2026-01-02', revision: null })
    expect(await on('2026-02-02')).toMatchObject({ rate: '7.25', date: '2026-02-02', revision: 2 })
    expect(await on('2026-01-01')).toMatchObject({ rate: null, date: null, revision: null })
    expect(await on('2026-01-01', 'CNY')).toMatchObject({ rate: '1', date: '2026-01-01', revision: null })
    expect((await office.query('exchange-rates', { params: {}, totals: true })).count).toBe(2)
    expect(await office.send('set-exchange-rate', { currency: 'CNY', on: '2026-02-02', rate: '2' })).toMatchObject({
      refused: 'rate-must-be-one',
    })
  })

  it('trial balance: opening, movement and closing of any period add up; postings open below', async () => {
    const bank = await office.bank('CNY', { balance: 1000_00 })
    await office.receive(bank, 300_00, { receivedOn: '2026-01-31' })
    await office.receive(bank, 40_00, { receivedOn: '2026-02-01' })
    await office.receive(bank, 2_00, { receivedOn: '2026-02-15' })
    const read = async (from?: string, to?: string) => {
      const answer = await office.query('trial-balance', { params: { ...(from ? { from } : {}), ...(to ? { to } : {}) }, totals: true })
      for (const of of ['opening', 'closing']) expect(answer.totals![`${of}Debit`]).toEqual(answer.totals![`${of}Credit`])
      for (const one of answer.rows) {
        // [Q27] A balance stands on one side, and the other says nothing.
        expect([one['closingDebit'], one['closingCredit']].filter((c) => c !== null).length).toBeLessThanOrEqual(1)
        expect([one['openingDebit'], one['openingCredit']].every((c) => c === null || minor(c) > 0)).toBe(true)
      }
      const row = answer.rows.find((r) => r['account'] === '1002')!
      return ['openingDebit', 'debit', 'credit', 'closingDebit'].map((c) => (row[c] === null ? 0 : minor(row[c])))
    }
    expect(await read()).toEqual([0, 1342_00, 0, 1342_00])
    expect(await read('2026-02-01', '2026-02-14')).toEqual([1300_00, 40_00, 0, 1340_00])
    expect(await read('2026-01-31', '2026-01-31')).toEqual([1000_00, 300_00, 0, 1300_00])
    const { rows } = await office.query('postings', { params: { account: '1002', from: '2026-02-01' } })
    expect(rows.map((r) => minor(r['debit']))).toEqual([2_00, 40_00])
    const doc = await office.query('postings', { params: { partyId: office.customerId }, totals: true })
    expect(doc.totals!['debit']).toEqual(doc.totals!['credit'])
  })
})
