// The last prices of a product: newest of each kind, within scopes and rights.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { allPermissions } from '../../../preload/contract/access.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { contracts } from '../contracts/index.ts'
import { deals } from '../deals/index.ts'
import { closeSound, salesLine, signedSale, tradeOffice, type Trade } from '../contracts/testing/trade.ts'
import { purchasing } from './index.ts'
import { purchaseLine, signedPurchase } from './testing/goods.ts'
import { quotations } from '../quotations/index.ts'
import { checks } from '../checks/index.ts'

let office: Trade
let product: string
let customer: string
beforeEach(async () => {
  office = await tradeOffice([deals, contracts, purchasing, quotations, checks])
  product = office.product()
  customer = office.customer({ name: 'Mine' })
})
afterEach(() => closeSound(office))

const soldTo = (customerId: string, day: string, price: string, more: object = {}, contract: object = {}) =>
  signedSale(office, customerId, { contractDate: `2026-${day}`, lines: [salesLine({ productId: product, price, ...more })], ...contract })
const ask = (more: object = {}, as = office.owner) =>
  office.query('last-prices', { side: 'sale', productId: product, partyId: customer, currency: 'USD', unit: 'PCS', ...more }, as)
const said = async (...of: Parameters<typeof ask>) => (await ask(...of)).map((p) => [p.kind, p.price, p.party])

it('[SC9] tells the newest price of each kind, after discount, with its paper', async () => {
  await soldTo(customer, '01-05', '9')
  await soldTo(customer, '02-05', '10', { discount: '10' })
  await soldTo(office.customer({ name: 'Other' }), '02-06', '12')
  await soldTo(customer, '02-07', '99', { unit: 'CTN' })
  await soldTo(customer, '02-08', '98', {}, { currency: 'EUR' })
  const quotation = {
    ...{
      id: newId(),
      customerId: customer,
      inquiryNumber: '',
      quotedOn: '2026-02-20',
      validUntil: '2026-04-01',
      currency: 'USD',
      rate: '7.1',
    },
    ...{ incoterm: 'FOB' as const, incotermPlace: 'Ningbo', portOfLoading: '', portOfDischarge: '', delivery: '', commissionRate: '0' },
    ...{ paymentTerm: [{ share: '100', event: 'before-shipment' as const, days: 0 }], clauses: '', remark: '', ownerId: office.owner.id },
    lines: [{ id: newId(), productId: product, description: 'x', quantity: '1', unit: 'PCS', price: '11', discount: '0' }],
  }
  const { revision } = await office.run('save-quotation', quotation)
  expect((await said()).map(([kind]) => kind)).not.toContain('quoted') // a draft was not quoted
  await office.run('send-quotation', { id: quotation.id, revision, sentOn: '2026-02-20' })
  await signedPurchase(office, office.vendor({ name: 'Factory' }), { lines: [purchaseLine({ productId: product, price: '50' })] })
  expect(await said()).toEqual([
    ['this-party', '9', 'Mine'],
    ['others', '12', 'Other'],
    ['quoted', '11', 'Mine'],
    ['last-purchase', '50', 'Factory'],
  ])
  expect((await ask())[0]).toMatchObject({ number: 'SC2026-0002', route: 'sales-contract', date: '2026-02-05', currency: 'USD' })
})

it('[SC9] colleagues’ customers out of scope are left out, and so are purchases without cost.view', async () => {
  await soldTo(office.customer({ name: 'Other' }), '02-06', '12')
  await signedPurchase(office, office.vendor(), { lines: [purchaseLine({ productId: product, price: '50' })] })
  expect(await said()).toHaveLength(2)
  const own = await office.user({ permissions: allPermissions, scopes: { 'sales-contract': 'own', 'purchase-contract': 'own' } })
  expect(await said({}, own)).toEqual([])
  const blind = await office.user({
    permissions: allPermissions.filter((p) => p !== 'cost.view'),
    scopes: { 'sales-contract': 'all', 'purchase-contract': 'all' },
  })
  expect(await said({}, blind)).toEqual([['others', '12', 'Other']])
  expect(await said({ side: 'purchase', currency: 'CNY' }, blind)).toEqual([])
})

it('[SC9] a purchase is told what this supplier and others took', async () => {
  const [mine, other] = [office.vendor({ name: 'Mine' }), office.vendor({ name: 'Other' })]
  await signedPurchase(office, mine, { contractDate: '2026-01-10', lines: [purchaseLine({ productId: product, price: '50' })] })
  await signedPurchase(office, other, { contractDate: '2026-02-10', lines: [purchaseLine({ productId: product, price: '48' })] })
  expect(await said({ side: 'purchase', partyId: mine, currency: 'CNY' })).toEqual([
    ['this-party', '50', 'Mine'],
    ['others', '48', 'Other'],
  ])
  expect(await said({ side: 'purchase', partyId: null, currency: 'CNY' })).toEqual([['others', '48', 'Other']])
})
