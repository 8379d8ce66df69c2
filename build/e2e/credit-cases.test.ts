// Cases CR-01 to CR-09 of customer credit through the HTTP API of a real hub: checked at dispatch, each with a customer of its own.
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { switchesOff, type Switches } from '../../preload/contract/modules/people/calls.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { signIn, type Client, setSwitches } from './support/client.ts'
import { demoFolder, endAll, removeFolders, startOffice } from './support/office.ts'
import { answered, ownTrade, type OwnTrade } from './support/own-trade.ts'

let boss: Client
let shipping: Client
const control = (more: Partial<Switches> = {}) => setSwitches(boss, { ...switchesOff, customerCredit: true, ...more })
beforeAll(async () => {
  const address = await startOffice('--serve', '--port', '0', '--data', demoFolder(inject('demonstration'))).address
  boss = await signIn(address, 'boss')
  shipping = await signIn(address, 'shipping')
  await control()
})
afterAll(async () => {
  await endAll()
  removeFolders()
})

const usd = (whole: number) => ({ minor: whole * 100, currency: 'USD' })
const shipmentOf = async (trade: OwnTrade, price: number) => trade.planned(await trade.sold(String(price)))
const ship = async (trade: OwnTrade, price: number) => answered(boss, 'dispatch-shipment', trade.leaving(await shipmentOf(trade, price)))
const exposure = async ({ customerId }: OwnTrade) => (await boss.query('credit-position', { customerId })).exposure
const over = (data: object = {}) => ({ refused: 'credit-limit-exceeded', data: expect.objectContaining(data) as unknown })
/** Who owes 100 already, with this limit from now on. */
const owing = async (limit: number | null) => {
  const trade = await ownTrade(boss)
  await trade.invoiced('100')
  await trade.setLimit(limit)
  return trade
}

it('[CR-01] [CR-02] [CR-03] limit 100, owed 100: 50 is refused; at 200 it leaves; lowered again, what has left goes on', async () => {
  const trade = await owing(100)
  const shipment = await shipmentOf(trade, 50)
  expect(await answered(boss, 'dispatch-shipment', trade.leaving(shipment))).toEqual(
    over({ limit: usd(100), exposure: usd(150), excess: usd(50), overdueDays: null }),
  )
  expect(await exposure(trade)).toEqual(usd(100))
  // The privileged user does not dismiss it: over-limit approval is asked for, for this shipment alone, and he decides.
  await trade.setLimit(200)
  const left = await boss.command('dispatch-shipment', trade.leaving(shipment))
  expect(await exposure(trade)).toEqual(usd(150))
  await trade.setLimit(100)
  const step = { id: shipment.id, revision: left.revision, step: 'arrived' as const, on: trade.today }
  expect(await answered(boss, 'record-shipment-step', step)).toBeUndefined()
})

it('[CR-04] a contract of 50 delivered in two halves: owed 100 + 50, the undelivered part is never below 0', async () => {
  await control({ creditCountsContracts: true })
  const trade = await owing(null)
  const sale = await trade.sold('1', '50')
  const stands = async () => {
    const { parts, exposure: all } = await boss.query('credit-position', { customerId: trade.customerId })
    return [parts.receivables, parts.contracts, all].map((m) => m.minor / 100)
  }
  expect(await stands()).toEqual([100, 50, 150])
  for (const [half, rest] of [
    [125, 25],
    [150, 0],
  ] as const) {
    const shipment = await trade.planned(sale, '25')
    await boss.command('dispatch-shipment', trade.leaving(shipment))
    expect(await stands()).toEqual([half, rest, 150])
  }
  await control()
})

it('[CR-05] an empty limit lets 0, 100 and 1,000 pass', async () => {
  const trade = await owing(null)
  for (const price of [0, 100, 1000]) expect(await ship(trade, price)).toBeUndefined()
})

it('[CR-06] limit 0 is not unlimited: not even 0 leaves to who owes', async () => {
  expect(await ship(await owing(0), 0)).toEqual(over())
})

it('[CR-07] owed 100 of 200: 0 passes, 150 is refused at 250, and passes with leave for that shipment', async () => {
  const trade = await owing(200)
  expect(await ship(trade, 0)).toBeUndefined()
  const shipment = await shipmentOf(trade, 150)
  expect(await answered(shipping, 'dispatch-shipment', trade.leaving(shipment))).toEqual(over({ exposure: usd(250) }))
  const { approvalId } = await shipping.command('request-credit-override', {
    ...{ id: newId(), shipmentId: shipment.id, shipmentRevision: shipment.revision, reason: 'insured', expiresOn: trade.today },
  })
  const { revision, contentHash } = await boss.query('approval', { id: approvalId })
  await boss.command('approve', { id: approvalId, expect: { revision, contentHash }, note: '' })
  expect(await answered(shipping, 'dispatch-shipment', trade.leaving(shipment))).toBeUndefined()
  // Another one has no leave.
  expect(await ship(trade, 1)).toEqual(over())
})

it('[CR-08] limit 50 below what is owed: contract and booking are warned of and go on, dispatch is refused', async () => {
  const trade = await owing(50)
  const shipment = await shipmentOf(trade, 10)
  const { customerId } = trade
  expect(await boss.query('credit-position', { customerId, addition: usd(10), shipmentId: shipment.id })).toMatchObject({
    state: 'over-limit',
    exposure: usd(110),
  })
  const { id, revision } = shipment
  const booked = await boss.command('book-shipment', { id, revision, bookingNumber: 'B-8' })
  expect(await answered(boss, 'dispatch-shipment', trade.leaving({ ...shipment, revision: booked.revision }))).toEqual(over())
})

it('[CR-09] equal to the limit passes; the same shipment made larger is refused', async () => {
  const trade = await owing(200)
  const sale = await trade.sold('1', '101')
  const shipment = await trade.planned(sale, '101')
  expect(await answered(boss, 'dispatch-shipment', trade.leaving(shipment))).toEqual(over({ excess: usd(1) }))
  const exact = await trade.planned(await trade.sold('100'))
  expect(await answered(boss, 'dispatch-shipment', trade.leaving(exact))).toBeUndefined()
  expect(await exposure(trade)).toEqual(usd(200))
})
