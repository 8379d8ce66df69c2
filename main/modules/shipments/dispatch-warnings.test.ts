// What is odd about a shipment that is about to leave: money due before it, and what its papers will lack.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { testOffice, type TestOffice } from '../../testing/test-office.ts'
import { contracts } from '../contracts/index.ts'
import { deals } from '../deals/index.ts'
import { purchasing } from '../purchasing/index.ts'
import { moneyModules } from '../../testing/money-modules.ts'
import { dueBeforeDispatch } from './dispatch-warnings.ts'
import { shipments } from './index.ts'
import { aTrade, type Trade } from './testing/trade.ts'

let office: TestOffice
let trade: Trade
beforeEach(async () => {
  office = await testOffice([deals, contracts, purchasing, shipments, ...moneyModules])
  trade = aTrade(office)
})
afterEach(() => office.close())

const noPapers = { portOfLoading: '', portOfDischarge: '', vessel: '', billOfLadingNumber: '', invoiceNumber: '', declarationNumber: '' }
const filled = {
  ...noPapers,
  portOfLoading: 'Ningbo',
  portOfDischarge: 'Hamburg',
  vessel: 'V',
  billOfLadingNumber: 'B',
  invoiceNumber: 'I',
  declarationNumber: 'D',
}
const ask = async (salesLineId: string, quantity: string, papers = filled) =>
  (
    await office.query('preview-shipment', {
      ...{ currency: 'USD', on: '2026-03-02', rate: '7.1', eta: null, papers },
      lines: [{ id: newId(), salesLineId, quantity }],
    })
  ).warnings
const deposit = [
  { share: '30', event: 'on-signing' as const, days: 0 },
  { share: '70', event: 'after-bill-of-lading' as const, days: 30 },
]
const receive = async (contractId: string | null, amount: number) => {
  const bankAccountId = newId()
  await office.run('create-bank-account', {
    ...{
      id: bankAccountId,
      code: bankAccountId.slice(-12),
      name: bankAccountId,
      bankName: 'Bank',
      accountNumber: bankAccountId,
      swift: '',
      currency: 'USD',
    },
    ...{ active: true, openedOn: '2026-01-01', openingBalance: 0, openingRate: '7' },
  })
  await office.run('register-receipt', {
    ...{ id: newId(), bankAccountId, receivedOn: '2026-02-01', amount, charge: 0, rate: '7', payerName: '', customerId: trade.customerId },
    ...{ contractId, remark: '' },
  })
}

test('[SC7] what the papers of a dispatch lack is told field by field, and only when asked', async () => {
  const { lines } = await trade.sold([{ quantity: '100', price: '1' }])
  expect((await ask(lines[0]!, '1', noPapers)).map((w) => [w.code, w.field])).toEqual(
    Object.keys(noPapers).map((field) => ['left-empty', field]),
  )
  expect(await ask(lines[0]!, '1')).toEqual([])
  expect(await ask(lines[0]!, '1', { ...filled, vessel: '  ' })).toMatchObject([{ code: 'left-empty', field: 'vessel' }])
})

test('[SC6] a deposit that has not come is told with what is missing; what has come counts', async () => {
  const sold = await trade.sold([{ quantity: '100', price: '10' }], { term: deposit })
  const missing = (minor: number) => [{ code: 'deposit-not-received', field: 'lines', data: { missing: { minor, currency: 'USD' } } }]
  expect(await ask(sold.lines[0]!, '10')).toMatchObject(missing(30_000))
  await receive(sold.id, 20_000)
  expect(await ask(sold.lines[0]!, '10')).toMatchObject(missing(10_000))
  await receive(sold.id, 10_000)
  expect(await ask(sold.lines[0]!, '10')).toEqual([])
})

test('[SC6] money of no contract does not count for one', async () => {
  const sold = await trade.sold([{ quantity: '100', price: '10' }], { term: deposit })
  await receive(null, 500_000)
  expect(await ask(sold.lines[0]!, '10')).toHaveLength(1)
})

test('[SC6] what is due before shipment grows with what leaves; later instalments are not asked for', () => {
  const term = [
    { share: '30', event: 'on-signing' as const, days: 0 },
    { share: '50', event: 'before-shipment' as const, days: 0 },
    { share: '20', event: 'letter-of-credit' as const, days: 0 },
  ]
  expect(dueBeforeDispatch(term, 100_000, 40_000)).toBe(30_000 + 20_000)
  expect(dueBeforeDispatch([{ share: '100', event: 'after-arrival', days: 0 }], 100_000, 100_000)).toBe(0)
})
