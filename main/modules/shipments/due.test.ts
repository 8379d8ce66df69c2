// When shipments ask, of whom and until when: the first day of each rule, its people, and what ends it. Rules H65 to H69.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { testOffice, type TestOffice, type TestUser } from '../../testing/test-office.ts'
import { anInput } from '../../testing/fixtures.ts'
import { moneyModules } from '../../testing/money-modules.ts'
import { contracts } from '../contracts/index.ts'
import { deals } from '../deals/index.ts'
import { production } from '../production/index.ts'
import { purchasing } from '../purchasing/index.ts'
import { tasks } from '../tasks/index.ts'
import { askedOn, ofRole } from '../tasks/testing/asked.ts'
import { shipments } from './index.ts'
import { aTrade, type Trade } from './testing/trade.ts'

let office: TestOffice
let trade: Trade
let seller: TestUser
beforeEach(async () => {
  office = await testOffice([deals, contracts, purchasing, production, shipments, ...moneyModules, tasks])
  trade = aTrade(office)
  seller = await ofRole(office, 'salesperson', 'Seller')
  await ofRole(office, 'shipping-clerk', 'Clerk')
})
afterEach(() => office.close())

const on = (day: string, rule: string) => askedOn(office, day, rule)
const revisionOf = (id: string) =>
  (office.database.write.sql.prepare('SELECT revision FROM shipment WHERE id = ?').get(id) as { revision: number }).revision
const step = (id: string, to: 'on-board' | 'arrived', day: string) =>
  office.run('record-shipment-step', { id, revision: revisionOf(id), step: to, on: day })
type Shipment = Partial<CommandInput<'save-shipment'>>
const sold = () => trade.sold([{ quantity: '100', price: '5', buy: { price: '11.3' } }], { ownerId: seller.id })
/** Left on 2 March, of goods that were bought; the seller's. */
const shipped = async (more: Shipment = {}) => {
  const sale = await sold()
  return { sale, ...(await trade.shipped([[sale.lines[0]!, '100']], { dispatchedOn: '2026-03-02' }, { ownerId: seller.id, ...more })) }
}

test('[H65] a sailing nobody recorded: two days after the departure, the clerk, until it is on board', async () => {
  const { id } = await shipped({ etd: '2026-03-03' })
  expect(await on('2026-03-04', 'sailing-unrecorded')).toEqual([])
  expect(await on('2026-03-05', 'sailing-unrecorded')).toEqual(['2026-03-03 Clerk'])
  await step(id, 'on-board', '2026-03-03')
  expect(await on('2026-03-05', 'sailing-unrecorded')).toEqual([])
})

test('[H66] a vessel is followed each week from the day on board on, by the merchandiser, else the owner; eta-near takes over', async () => {
  const { id, sale } = await shipped({ eta: '2026-03-31' })
  office.at = '2026-03-03T02:00:00.000Z'
  await step(id, 'on-board', '2026-03-03')
  expect(await on('2026-03-09', 'vessel-follow')).toEqual([])
  expect(await on('2026-03-10', 'vessel-follow')).toEqual(['2026-03-03 Seller'])
  const merchant = await ofRole(office, 'merchandiser', 'Merchandiser')
  office.database.write.sql
    .prepare(`UPDATE role SET scopes = '{"shipment":"all","purchase-contract":"all"}' WHERE code = 'merchandiser'`)
    .run()
  const kept = office.database.write.sql.prepare('SELECT revision FROM production WHERE id = ?').get(sale.purchaseId!) as
    | { revision: number }
    | undefined
  await office.run('assign-merchandiser', { contracts: [{ contractId: sale.purchaseId!, ...kept }], merchandiserId: merchant.id })
  expect(await on('2026-03-10', 'vessel-follow')).toEqual(['2026-03-03 Merchandiser'])
  const { id: taskId, revision } = office.database.write.sql
    .prepare("SELECT id, revision FROM task WHERE rule = 'vessel-follow'")
    .get() as {
    id: string
    revision: number
  }
  await office.run('finish-task', { id: taskId, revision, note: 'on its way' })
  expect(await on('2026-03-16', 'vessel-follow')).toEqual([])
  expect(await on('2026-03-17', 'vessel-follow')).toHaveLength(1)
  await step(id, 'arrived', '2026-03-17')
  expect(await on('2026-03-17', 'vessel-follow')).toEqual([])
  // A voyage of a week is over before it would be followed.
  const short = await shipped({ eta: '2026-03-08' })
  await step(short.id, 'on-board', '2026-03-02')
  expect(await on('2026-03-20', 'vessel-follow')).toEqual([])
})

test('[H67] no arrival known: two days after it left, the clerk, until one is; then it is near, and passed without being recorded', async () => {
  const { id, input } = await shipped()
  expect(await on('2026-03-03', 'eta-unknown')).toEqual([])
  expect(await on('2026-03-04', 'eta-unknown')).toEqual(['2026-03-02 Clerk'])
  await office.run('save-shipment', { ...input, revision: revisionOf(id), eta: '2026-03-12' })
  expect(await on('2026-03-04', 'eta-unknown')).toEqual([])
  expect(await on('2026-03-08', 'eta-near')).toEqual([])
  expect(await on('2026-03-09', 'eta-near')).toEqual(['2026-03-12 Clerk, Seller'])
  expect(await on('2026-03-12', 'arrival-unrecorded')).toEqual([])
  expect(await on('2026-03-13', 'arrival-unrecorded')).toEqual(['2026-03-12 Clerk'])
  expect(await on('2026-03-13', 'eta-near')).toEqual([])
  await step(id, 'arrived', '2026-03-12')
  expect(await on('2026-03-13', 'arrival-unrecorded')).toEqual([])
})

test('[H68] cut-offs of a booking: two days before, the clerk, until it has left', async () => {
  const sale = await sold()
  const typed = trade.shipmentOf([[sale.lines[0]!, '100']], { siCutoff: '2026-03-12 17:00', cyCutoff: '2026-03-15', ownerId: seller.id })
  await office.run('save-shipment', typed)
  await office.run('book-shipment', { id: typed.id, revision: 1, bookingNumber: 'B-1' })
  expect(await on('2026-03-09', 'cut-off-near')).toEqual([])
  expect(await on('2026-03-10', 'cut-off-near')).toEqual(['2026-03-12 Clerk'])
  expect(await on('2026-03-12', 'cut-off-near')).toEqual(['2026-03-12 Clerk, 老板'])
  // Two days before Sunday is Friday; one that has passed can be met no more.
  expect(await on('2026-03-13', 'cut-off-near')).toEqual(['2026-03-15 Clerk'])
  await office.run('dispatch-shipment', { id: typed.id, revision: 2, dispatchedOn: '2026-03-13', rate: '7.1' })
  expect(await on('2026-03-13', 'cut-off-near')).toEqual([])
})

test('[H69] goods that left without the factory’s invoice: thirty days after, the purchaser and the accountant, until all is billed', async () => {
  await ofRole(office, 'accountant', 'Accountant')
  const { sale } = await shipped()
  expect(await on('2026-03-31', 'vat-invoice-missing')).toEqual([])
  expect(await on('2026-04-01', 'vat-invoice-missing')).toEqual(['2026-03-02 Accountant, 老板'])
  const bill = (quantity: string, amount: number) =>
    office.run(
      'post-bill',
      anInput('post-bill', {
        ...{
          kind: 'factory',
          partyId: trade.factoryId,
          invoiceNumber: `F-${quantity}`,
          billDate: '2026-04-01',
          dueDate: '2026-05-01',
          currency: 'CNY',
        },
        lines: [
          {
            ...{ id: newId(), purchaseLineId: sale.purchaseLines[0]!, quantity, category: null, description: '', amount, vatRate: '13' },
            ...{ dealIds: [], sharing: 'amount', shipmentId: null },
          },
        ],
      }),
    )
  await bill('60', 67_800)
  expect(await on('2026-04-01', 'vat-invoice-missing')).toHaveLength(1)
  await bill('40', 45_200)
  expect(await on('2026-04-01', 'vat-invoice-missing')).toEqual([])
})
