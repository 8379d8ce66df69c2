// A purchase contract on paper (购销合同): golden case C3 of papers, and what is never on it.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { pdfTexts } from '../../testing/pdf-text.ts'
import { contracts } from '../contracts/index.ts'
import { closeSound, salesLine, signedSale, tradeOffice, type Trade } from '../contracts/testing/trade.ts'
import { deals } from '../deals/index.ts'
import { papers } from '../papers/index.ts'
import { purchasing } from './index.ts'
import { purchaseContract, purchaseLine, type PurchaseLine } from './testing/goods.ts'

let office: Trade
beforeEach(async () => {
  office = await tradeOffice([deals, contracts, purchasing, papers])
})
afterEach(() => closeSound(office))

it('[PA1] [PA4] says every line, net and VAT apart, and its instalments in words (C3)', async () => {
  const line = (quantity: string, price: string, vatRate: string, description: string) =>
    purchaseLine({ quantity, price, vatRate, refundRate: vatRate, description })
  const input = purchaseContract(office, office.vendor({ name: '宁波东方灯具有限公司' }), {
    currency: 'CNY',
    rate: '1',
    paymentTerm: [
      { share: '30', event: 'on-signing', days: 0 },
      { share: '70', event: 'after-bill-of-lading', days: 30 },
    ],
    lines: [
      line('1005', '17.85', '13', '台灯'),
      line('250', '96.50', '13', '落地灯'),
      line('30', '0', '13', '备用灯罩'),
      line('333', '3.33', '9', '灯泡'),
    ],
  })
  await office.run('save-purchase-contract', input)
  const made = await office.query('paper', { paper: 'purchase-contract', recordId: input.id })
  const text = (await pdfTexts(made.pdf)).join('\n')
  for (const said of [
    '17,939.25',
    '24,125.00',
    '0.00',
    '1,108.89',
    'CNY 43,173.14',
    '38,242.33',
    '4,930.81',
    '购销合同',
    '含税单价',
    '13 %',
    '9 %',
  ])
    expect(text).toContain(said)
  const words = text.replaceAll(/\s/g, '')
  expect(words).toContain('人民币肆万叁仟壹佰柒拾叁元壹角肆分')
  expect(words).toContain('CNY12,951.94')
  expect(words).toContain('CNY30,221.20（人民币叁万零贰佰贰拾壹元贰角）')
  expect(made.language).toBe('zh')
})

it('[PA16] never names the customer or the sales contract, and does not exist for who may not see costs', async () => {
  const customer = office.customer({ name: 'CANARY-BUYER GmbH' })
  const sale = await signedSale(office, customer, { buyerOrderNumber: 'CANARY-ORDER' })
  const input = purchaseContract(office, office.vendor(), {
    lines: [purchaseLine({ salesLineId: sale.lines[0]!.id, dealId: sale.dealId })],
  })
  await office.run('save-purchase-contract', input)
  const text = (await pdfTexts((await office.query('paper', { paper: 'purchase-contract', recordId: input.id })).pdf)).join('\n')
  expect(text).not.toMatch(/CANARY|SC2026/)
  const clerk = await office.user({ permissions: ['purchase-contract.view'], scopes: { 'purchase-contract': 'all' } })
  expect(await office.ask('paper', { paper: 'purchase-contract', recordId: input.id }, clerk)).toMatchObject({ refused: 'not-permitted' })
  expect(await office.query('papers-of', { recordKind: 'purchase-contract', recordId: input.id }, clerk)).toEqual([])
})

it('[P37] says where what is bought is not what was sold, over all contracts, and stops nothing', async () => {
  const [bolts, nuts] = [office.product({ code: 'B-8', hsCode: '7318151090' }), office.product({ code: 'N-8', hsCode: '7318160000' })]
  const line = salesLine({ productId: bolts, description: 'Bolts', quantity: '1000' })
  const sale = await signedSale(office, office.customer(), { lines: [line] })
  const buy = async (quantity: string, productId = bolts, part: Partial<PurchaseLine> = {}) => {
    const lines = [purchaseLine({ salesLineId: line.id, dealId: sale.dealId, productId, quantity, ...part })]
    const input = purchaseContract(office, office.vendor(), { lines })
    await office.run('save-purchase-contract', input)
    return input.id
  }
  const told = async (recordId: string, user = office.owner) => {
    const { warnings, problems } = await office.query('paper', { paper: 'purchase-contract', recordId }, user)
    expect(problems).toEqual([])
    return warnings.filter(({ code }) => code !== 'supplier-bank-unconfirmed')
  }
  const first = await buy('600')
  expect(await told(first)).toEqual([{ code: 'bought-otherwise', what: 'Bolts', one: '600 PCS', other: '1,000 PCS' }])
  // The rest in cartons of a hundred, from another factory: all is bought.
  const rest = await buy('4', bolts, { unit: 'CTN', conversion: { bought: '1', sold: '100' } })
  expect([await told(first), await told(rest)]).toEqual([[], []])
  const other = await buy('10', nuts)
  expect(await told(other)).toEqual([
    { code: 'bought-otherwise', what: 'Bolts', one: '1,010 PCS', other: '1,000 PCS' },
    { code: 'other-goods', what: 'Bolts', one: 'N-8 · HS 7318160000', other: 'B-8 · HS 7318151090' },
  ])
  const buyer = await office.user({
    permissions: ['purchase-contract.view', 'cost.view'],
    scopes: { 'purchase-contract': 'all', 'sales-contract': 'own' },
  })
  expect(await told(other, buyer)).toEqual([])
})
