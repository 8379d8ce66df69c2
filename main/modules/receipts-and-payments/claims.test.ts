// Money that nobody has claimed: who is asked and when, and who hears of it when it is claimed. Rules T6, T61.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { parties } from '../parties/index.ts'
import { tasks } from '../tasks/index.ts'
import { askedOn, ofRole } from '../tasks/testing/asked.ts'
import { endSound, moneyOffice, type MoneyOffice } from './testing/money.ts'

let office: MoneyOffice
beforeEach(async () => void (office = await moneyOffice({}, [parties, tasks])))
afterEach(() => endSound(office))

test('[T61] it asks who may claim two working days after it came, until somebody has; the salesperson whose customer paid hears of that', async () => {
  const seller = await ofRole(office, 'salesperson', 'Seller')
  const cashier = await ofRole(office, 'cashier', 'Cashier')
  office.seed.patch('party', office.customerId, { ownerId: seller.id })
  office.at = '2026-03-05T02:00:00.000Z'
  const money = await office.receive(await office.bank('USD'), 500_00, { customerId: null, receivedOn: '2026-03-05', rate: '7.1' })
  expect(await askedOn(office, '2026-03-06', 'receipt-unclaimed')).toEqual([])
  expect(await askedOn(office, '2026-03-09', 'receipt-unclaimed')).toEqual(['2026-03-05 Cashier, Seller'])
  await office.run('claim-receipt', { id: money.id, on: '2026-03-09', customerId: office.customerId, contractId: null }, cashier)
  expect(await askedOn(office, '2026-03-09', 'receipt-unclaimed')).toEqual([])
  const { items } = await office.query('bell', {}, seller)
  expect(items).toMatchObject([{ event: 'claimed', route: 'receipt', recordId: money.id, number: money.number, title: 'Buyer' }])
  expect((await office.query('bell', {}, cashier)).items).toEqual([])
})

test('[T61] who claims money of their own customer is told nothing', async () => {
  const seller = await ofRole(office, 'salesperson', 'Seller')
  office.seed.patch('party', office.customerId, { ownerId: seller.id })
  const money = await office.receive(await office.bank('USD'), 500_00, { customerId: null, receivedOn: '2026-03-02', rate: '7.1' })
  await office.run('claim-receipt', { id: money.id, on: '2026-03-02', customerId: office.customerId, contractId: null }, seller)
  expect((await office.query('bell', {}, seller)).items).toEqual([])
})

test('[Y4] the new salesperson hears of a customer that is handed over to them', async () => {
  const seller = await ofRole(office, 'salesperson', 'Seller')
  const { revision } = office.one<{ revision: number }>('SELECT revision FROM party WHERE id = ?', office.customerId)
  await office.run('hand-over-customer', { id: office.customerId, revision, newOwnerId: seller.id })
  const { items } = await office.query('bell', {}, seller)
  expect(items).toMatchObject([{ event: 'handed-over', route: 'party', recordId: office.customerId, number: 'Buyer' }])
})
