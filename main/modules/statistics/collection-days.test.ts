// The list of days outstanding: of each customer and of all together, within the scope, without revenue for who may not see it.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { ownedResources, type Permission } from '../../../preload/contract/access.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { anInput } from '../../testing/fixtures.ts'
import { closeSound, salesLine, signedSale, tradeOffice, type Trade } from '../contracts/testing/trade.ts'
import { tradeModules } from './testing/northwind-office.ts'

let office: Trade
beforeEach(async () => {
  office = await tradeOffice(tradeModules)
  office.at = '2026-06-30T02:00:00.000Z'
})
afterEach(() => closeSound(office))
const shipped = async (name: string, price: string, dispatchedOn: string) => {
  const customerId = office.customer({ name })
  const sale = await signedSale(office, customerId, {
    ...{ currency: 'CNY', rate: '1', contractDate: '2026-03-01', lines: [salesLine({ quantity: '1', price })] },
  })
  const shipment = anInput('save-shipment', {
    ...{ customerId, ownerId: office.owner.id, currency: 'CNY' },
    lines: [{ id: newId(), salesLineId: sale.lines[0]!.id, quantity: '1' }],
  } as never)
  const { revision } = await office.run('save-shipment', shipment)
  await office.run('dispatch-shipment', { id: shipment.id, revision, dispatchedOn, rate: '1' })
}
const told = async (permissions?: Permission[], scope: 'all' | 'own' = 'all') => {
  const scopes = Object.fromEntries(ownedResources.map((resource) => [resource, scope]))
  const user = permissions && (await office.user({ permissions, scopes }))
  const { rows } = await office.query('collection-days', { params: { asOf: '2026-06-30' } }, user)
  return Object.fromEntries(
    rows.map(({ customer, days, receivable }) => [
      customer,
      [days === undefined ? days : Number(days), (receivable as { minor: number }).minor],
    ]),
  )
}

it('[CU37] of each customer, and of all: who has shipped a second time owes older money too', async () => {
  await shipped('A', '100', '2026-06-10')
  await shipped('B', '300', '2026-05-20')
  // A: all of June. B: June had no revenue, May is taken whole. All: 100 of June, 300 of May.
  expect(await told()).toEqual({ 全部客户: [61, 400_00], A: [30, 100_00], B: [61, 300_00] })
  const sees: Permission[] = ['statistic.view', 'receivable.view', 'customer.view']
  expect(await told(sees)).toEqual({ 全部客户: [undefined, 400_00], A: [undefined, 100_00], B: [undefined, 300_00] })
  expect(await told([...sees, 'deal.view'], 'own')).toEqual({})
})
