// Factories with real contracts, milestones, dispatches and bills. Rule CU35; its figures at their borders are in factory-rules.test.ts.
import { afterEach, expect, test } from 'vitest'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { anInput, aLine } from '../../testing/fixtures.ts'
import { moneyModules } from '../../testing/money-modules.ts'
import { testOffice, type TestOffice } from '../../testing/test-office.ts'
import { catalogue } from '../catalogue/index.ts'
import { contracts } from '../contracts/index.ts'
import { deals } from '../deals/index.ts'
import { production } from '../production/index.ts'
import { profit } from '../profit/index.ts'
import { purchasing } from '../purchasing/index.ts'
import { shipments } from '../shipments/index.ts'
import { aTrade } from '../shipments/testing/trade.ts'
import { statistics } from './index.ts'

let office: TestOffice
afterEach(() => {
  expect(office.faults).toEqual([])
  office.close()
})

test('[CU35] what is dispatched in time is on time, what is open past its day is late; only within the scope', async () => {
  office = await testOffice([catalogue, deals, contracts, purchasing, production, shipments, ...moneyModules, profit, statistics])
  office.at = '2026-03-10T02:00:00.000Z'
  const trade = aTrade(office)
  const bought = async (deliveryDate: string | null) => {
    const sale = await trade.sold([{ quantity: '10', price: '10' }])
    const purchaseId = newId()
    const line = aLine('save-purchase-contract', { salesLineId: sale.lines[0]!, dealId: sale.dealId, quantity: '10', price: '50' })
    await office.run(
      'save-purchase-contract',
      anInput('save-purchase-contract', {
        ...{ id: purchaseId, supplierId: trade.factoryId, contractDate: '2026-01-05', currency: 'CNY', deliveryDate },
        ...{ ownerId: office.owner.id, lines: [line] },
      }),
    )
    await office.run('sign-purchase-contract', { id: purchaseId, revision: 1, signedOn: '2026-01-05' })
    return sale
  }
  const gone = await bought('2026-02-20')
  await bought('2026-03-05')
  await bought('2026-04-01')
  await bought(null)
  await trade.shipped([[gone.lines[0]!, '10']], { dispatchedOn: '2026-02-18' })
  const { rows } = await office.query('factory-performance', {})
  expect(rows).toMatchObject([
    {
      ...{ factory: 'Factory', contracts: 4, purchased: { minor: 200_000 }, due: 2, onTime: '50', onTimeInForce: '50', daysLate: '5' },
      ...{ openLate: 1, inspections: 0, passed: null, lastPurchase: '2026-01-05' },
    },
  ])
  const colleague = await office.user({ permissions: ['purchase-contract.view'], scopes: { 'purchase-contract': 'own' } })
  expect((await office.query('factory-performance', {}, colleague)).rows).toEqual([])
  const buyer = await office.user({ permissions: ['purchase-contract.view'], scopes: { 'purchase-contract': 'all' } })
  expect((await office.query('factory-performance', {}, buyer)).rows[0]).not.toHaveProperty('purchased')
})
