// One deal through every stage, with the real shipments and treasury around it.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { costlySteps } from '../../../db/testing/explain.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { allModules } from '../../modules.ts'
import { purchasing } from '../purchasing/index.ts'
import { purchaseContract, purchaseLine } from '../purchasing/testing/goods.ts'
import { shipments } from '../shipments/index.ts'
import { moneyModules } from '../../testing/money-modules.ts'
import { dealStatements } from './stage.ts'
import { contracts } from '../contracts/index.ts'
import { deals } from './index.ts'
import { closeSound, salesContract, salesLine, tradeOffice, type Trade } from '../contracts/testing/trade.ts'

let office: Trade
beforeEach(async () => {
  office = await tradeOffice([deals, contracts, purchasing, shipments, ...moneyModules])
  office.at = '2026-06-01T02:00:00.000Z'
})
afterEach(() => closeSound(office))

const bank = async (currency: string): Promise<string> => {
  const id = newId()
  const fields = { code: currency, name: currency, bankName: '', accountNumber: '', swift: '', currency, active: true }
  await office.run('create-bank-account', {
    id,
    ...fields,
    openedOn: '2026-01-01',
    openingBalance: 0,
    openingRate: currency === 'CNY' ? '1' : '7',
  })
  return id
}
const planned = (customerId: string, salesLineId: string, quantity: string) => ({
  id: newId(),
  customerId,
  currency: 'USD',
  forwarderId: null,
  carrierId: null,
  vessel: '',
  voyage: '',
  bookingNumber: '',
  billOfLadingNumber: '',
  invoiceNumber: '',
  declarationNumber: '',
  portOfLoading: 'CNNGB',
  portOfDischarge: 'DEHAM',
  etd: '2026-04-01',
  eta: null,
  containers: [],
  remark: '',
  ownerId: office.owner.id,
  lines: [{ id: newId(), salesLineId, quantity }],
})

describe('[C8] the stage of a deal follows its documents', () => {
  it('from draft to closed, with every document on its page', async () => {
    const [customerId, supplierId] = [office.customer({ name: 'Buyer' }), office.vendor({ name: 'Factory' })]
    const sold = salesLine()
    const sale = salesContract(office, customerId, { lines: [sold] })
    const stage = async () => (await office.query('deal', { id: sale.dealId })).stage
    await office.run('save-sales-contract', sale)
    expect(await stage()).toBe('draft')
    await office.run('sign-sales-contract', { id: sale.id, revision: 1, signedOn: '2026-03-01' })
    expect(await stage()).toBe('contracted')

    const bought = purchaseLine({ salesLineId: sold.id })
    const purchase = purchaseContract(office, supplierId, { lines: [bought] })
    await office.run('save-purchase-contract', purchase)
    expect(await stage()).toBe('purchasing')
    await office.run('sign-purchase-contract', { id: purchase.id, revision: 1, signedOn: '2026-03-02' })
    expect(await stage()).toBe('in-production')

    const ship = async (quantity: string) => {
      const shipment = planned(customerId, sold.id, quantity)
      await office.run('save-shipment', shipment)
      expect(await stage()).toBe('shipping')
      const { receivables } = await office.run('dispatch-shipment', { id: shipment.id, revision: 1, dispatchedOn: '2026-04-01', rate: '7' })
      return receivables
    }
    const first = await ship('40')
    expect(await stage()).toBe('shipping')
    const items = [...first, ...(await ship('60'))]
    expect(await stage()).toBe('shipped')

    const [usd, cny] = [await bank('USD'), await bank('CNY')]
    const receiptId = newId()
    const receipt = await office.run('register-receipt', {
      id: receiptId,
      bankAccountId: usd,
      receivedOn: '2026-05-01',
      amount: 50_000,
      charge: 0,
      rate: '7',
      payerName: 'Buyer',
      customerId,
      contractId: sale.id,
      remark: '',
    })
    expect((await office.query('sales-contract', { id: sale.id })).advances).toEqual([{ minor: 50_000, currency: 'USD' }])
    const targets = items.map((i) => ({ item: i.item, amount: i.amount.minor }))
    await office.run('allocate', { id: newId(), on: '2026-05-01', source: receipt.item, targets })
    expect(await stage()).toBe('settled') // the factory has not billed yet
    expect((await office.query('sales-contract', { id: sale.id })).advances).toEqual([])

    const bill = await office.run('post-bill', {
      id: newId(),
      kind: 'factory',
      partyId: supplierId,
      invoiceNumber: 'F-1',
      billDate: '2026-04-10',
      dueDate: '2026-05-10',
      currency: 'CNY',
      rate: '1',
      remark: '',
      lines: [
        {
          id: newId(),
          purchaseLineId: bought.id,
          quantity: '100',
          category: null,
          description: '',
          amount: 226_000,
          vatRate: '13',
          dealIds: [],
          sharing: 'amount',
          shipmentId: null,
        },
      ],
    })
    expect(await stage()).toBe('settled')
    await office.run('register-payment', {
      id: newId(),
      bankAccountId: cny,
      paidOn: '2026-05-10',
      partyId: supplierId,
      amount: 226_000,
      charge: 0,
      rate: '1',
      targets: [{ item: bill.item, amount: 226_000 }],
      contractId: null,
      remark: '',
    })
    expect(await stage()).toBe('settled') // the tax refund has not come (C8)
    const refund = office.database.write.sql.prepare("SELECT ref, openForeign FROM open_item WHERE account = '1221' AND openForeign <> 0")
    const refunds = refund.all() as { ref: string; openForeign: number }[]
    await office.run('receive-tax-refund', {
      id: newId(),
      bankAccountId: cny,
      receivedOn: '2026-05-20',
      amount: refunds.reduce((sum, r) => sum + r.openForeign, 0),
      lines: refunds.map((r) => ({ item: r.ref, amount: r.openForeign, close: false })),
      remark: '',
    })
    expect(await stage()).toBe('closed')

    const { documents } = await office.query('deal', { id: sale.dealId })
    expect(documents.map((d) => d.kind)).toEqual([
      'purchase-contract',
      'sales-contract',
      'shipment',
      'shipment',
      'bill',
      'receipt',
      'payment',
      'tax-refund-receipt',
    ])
    expect((await office.query('deals', {})).rows).toMatchObject([
      { stage: 'closed', revenue: { minor: 350_000, currency: 'CNY' }, profit: { minor: 150_000, currency: 'CNY' } },
    ])
    const clerk = await office.user({ permissions: ['deal.view', 'bill.view', 'receipt.view'], scopes: { deal: 'all' } })
    expect((await office.query('deal', { id: sale.dealId }, clerk)).documents.map((d) => [d.kind, d.total])).toEqual([['bill', null]]) // C13
  })

  it('falls back when a dispatch is taken back and a shipment discarded', async () => {
    const customerId = office.customer()
    const sale = salesContract(office, customerId)
    await office.run('save-sales-contract', sale)
    await office.run('sign-sales-contract', { id: sale.id, revision: 1, signedOn: '2026-03-01' })
    const stage = async () => (await office.query('deal', { id: sale.dealId })).stage
    const shipment = planned(customerId, sale.lines[0]!.id, '100')
    await office.run('save-shipment', shipment)
    await office.run('dispatch-shipment', { id: shipment.id, revision: 1, dispatchedOn: '2026-04-01', rate: '7' })
    expect(await stage()).toBe('shipped')
    await office.run('reverse-dispatch', { id: shipment.id, revision: 2, on: '2026-04-02', reason: 'vessel full' })
    expect(await stage()).toBe('shipping')
    await office.run('discard-shipment', { id: shipment.id, revision: 3 })
    expect(await stage()).toBe('contracted')
  })
})

it('[C8] what a stage depends on is found by indexes alone, however large the company', () => {
  for (const text of Object.values(dealStatements(allModules.contributed)))
    expect(costlySteps(office.database.read.sql, text, { deal: '' })).toEqual([])
})
