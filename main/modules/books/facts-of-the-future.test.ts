// Facts are dated at most on the company's day, papers not before what they follow from: then the figures of now are those as of today. Rules T36 and T37.
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { addDays } from '../../../preload/contract/vocabulary/dates.ts'
import { endSound, moneyOffice, type MoneyOffice } from '../receipts-and-payments/testing/money.ts'
import { minutes, rounds } from '../../../build/soak/rounds.ts'

let office: MoneyOffice
beforeEach(async () => {
  office = await moneyOffice()
})
afterEach(() => endSound(office))

const ahead = (path: string, day: string, today = '2026-03-02') => ({
  refused: 'date-out-of-order',
  data: { earlier: day, later: today, path, ahead: true },
})
const sendReceipt = (bankAccountId: string, receivedOn: string) =>
  office.send('register-receipt', {
    ...{ id: newId(), bankAccountId, receivedOn, amount: 1_00, charge: 0, rate: '1', payerName: '' },
    ...{ customerId: office.customerId, contractId: null, remark: '' },
  })
const sendBill = (billDate: string, dueDate: string, lines = [office.billLine(1_00)], kind: 'expense' | 'factory' = 'expense') =>
  office.send('post-bill', {
    ...{ id: newId(), kind, partyId: office.factoryId, invoiceNumber: '', billDate, dueDate, currency: 'CNY', rate: '1', remark: '' },
    lines,
  })

describe('a fact of the future', () => {
  it('[T36] money, bills and reversals dated tomorrow are refused at their field, those of today are taken', async () => {
    const bank = await office.bank('CNY')
    expect(await sendReceipt(bank, '2026-03-03')).toMatchObject(ahead('receivedOn', '2026-03-03'))
    expect(await sendReceipt(bank, '2031-01-01')).toMatchObject(ahead('receivedOn', '2031-01-01'))
    const receipt = await sendReceipt(bank, '2026-03-02')
    expect(receipt).toMatchObject({ ok: true })
    expect(await sendBill('2026-03-03', '2026-03-03')).toMatchObject(ahead('billDate', '2026-03-03'))
    const bill = await sendBill('2026-03-02', '2029-01-01') // when it is to be paid may lie ahead
    expect(bill).toMatchObject({ ok: true })
    if (!bill.ok || !receipt.ok) return
    expect(await office.send('reverse-bill', { id: bill.value.id, on: '2026-03-03', reason: 'x' })).toMatchObject(ahead('on', '2026-03-03'))
    // What was entered today can be taken back today.
    expect(await office.send('reverse-bill', { id: bill.value.id, on: '2026-03-02', reason: 'x' })).toMatchObject({ ok: true })
    expect(await office.send('reverse-receipt', { id: receipt.value.id, on: '2026-03-02', reason: 'x' })).toMatchObject({ ok: true })
  })

  it('[T36] nothing is signed or dispatched on a day that has not come', async () => {
    const draft = await office.sold([{ quantity: '10', price: '5' }], { signedOn: '2026-03-01', sign: false })
    expect(await office.send('sign-sales-contract', { id: draft.id, revision: 1, signedOn: '2026-03-03' })).toMatchObject(
      ahead('signedOn', '2026-03-03'),
    )
    const sold = await office.sold([{ quantity: '10', price: '5' }])
    const shipment = office.shipmentOf([[sold.lines[0]!, '10']], { etd: '2026-06-01' })
    await office.run('save-shipment', shipment)
    const leave = (dispatchedOn: string) => office.send('dispatch-shipment', { id: shipment.id, revision: 1, dispatchedOn, rate: '7' })
    expect(await leave('2026-03-03')).toMatchObject(ahead('dispatchedOn', '2026-03-03'))
    expect(await leave('2026-03-02')).toMatchObject({ ok: true })
  })

  it('[T36] the day is the company’s own, not that of UTC', async () => {
    const bank = await office.bank('CNY')
    office.at = '2026-03-02T16:30:00.000Z' // 00:30 on 3 March in Shanghai
    expect(await sendReceipt(bank, '2026-03-03')).toMatchObject({ ok: true })
    expect(await sendReceipt(bank, '2026-03-04')).toMatchObject(ahead('receivedOn', '2026-03-04', '2026-03-03'))
  })

  it(
    '[T36] whatever is tried on whatever day, what is kept as of now is what was posted up to today',
    async () => {
      const day = fc.integer({ min: -20, max: 20 })
      const step = fc.record({
        do: fc.constantFrom('receive', 'bill', 'pay', 'invoice', 'later'),
        day,
        amount: fc.integer({ min: 1, max: 9999 }),
      })
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 20 }), async (steps) => {
          const own = await moneyOffice()
          try {
            const bank = await own.bank('CNY')
            let today = '2026-03-02'
            const quietly = async (work: Promise<unknown>) => work.catch(() => undefined) // refused: not done
            for (const s of steps) {
              const on = addDays(today, s.day)
              if (s.do === 'receive') await quietly(own.receive(bank, s.amount, { receivedOn: on }))
              if (s.do === 'bill') await quietly(own.bill({ billDate: on, dueDate: addDays(on, 30), lines: [own.billLine(s.amount)] }))
              if (s.do === 'pay') await quietly(own.pay(bank, s.amount, { paidOn: on }))
              if (s.do === 'invoice') await quietly(own.invoice(s.amount, { on, due: addDays(on, 30) }))
              if (s.do === 'later') {
                today = addDays(today, 1)
                own.at = `${today}T02:00:00.000Z`
              }
              for (const account of ['1122', '2203', '2202', '1123', '1002'])
                expect(own.balance(account)).toBe(
                  own.one<{ n: number }>('SELECT coalesce(sum(base), 0) AS n FROM posting WHERE account = ? AND date <= ?', account, today)
                    .n,
                )
            }
            for (const side of ['receivable', 'payable'] as const) expect(await own.open(side)).toEqual(await own.open(side, today))
            expect(own.faults).toEqual([])
          } finally {
            own.close()
          }
        }),
        { numRuns: rounds(25, 500) },
      )
    },
    minutes(2),
  )
})

describe('the order of papers', () => {
  const order = (earlier: string, later: string, path: string) => ({ refused: 'date-out-of-order', data: { earlier, later, path } })

  it('[T37] a bill is not dated before its purchase contract, nor due before it is dated', async () => {
    const sold = await office.sold([{ quantity: '10', price: '5', buy: { price: '11.3' } }], { signedOn: '2026-02-10' })
    const line = office.billLine(113_00, { purchaseLineId: sold.purchaseLines[0]!, quantity: '10', category: null, vatRate: '13' })
    expect(await sendBill('2026-02-09', '2026-03-10', [line], 'factory')).toMatchObject(order('2026-02-10', '2026-02-09', 'billDate'))
    expect(await sendBill('2026-02-10', '2026-02-09', [line], 'factory')).toMatchObject(order('2026-02-10', '2026-02-09', 'dueDate'))
    expect(await sendBill('2026-02-10', '2026-02-10', [line], 'factory')).toMatchObject({ ok: true })
  })

  it('[T37] a contract is signed between its own date and its latest shipment', async () => {
    const draft = await office.sold([{ quantity: '10', price: '5' }], { signedOn: '2026-02-10', sign: false })
    office.seed.patch('sales_contract', draft.id, { latestShipment: '2026-02-20' })
    const sign = (signedOn: string) => office.send('sign-sales-contract', { id: draft.id, revision: 1, signedOn })
    expect(await sign('2026-02-09')).toMatchObject(order('2026-02-10', '2026-02-09', 'signedOn'))
    expect(await sign('2026-02-21')).toMatchObject(order('2026-02-21', '2026-02-20', 'signedOn'))
    expect(await sign('2026-02-20')).toMatchObject({ ok: true })
  })
})
