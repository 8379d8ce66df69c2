// Quotations through the office: versions, what may become a contract and when, costs that only some may see.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { allPermissions, ownedResources } from '../../../preload/contract/access.ts'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { contracts } from '../contracts/index.ts'
import { deals } from '../deals/index.ts'
import { closeSound, tradeOffice, type Trade } from '../contracts/testing/trade.ts'
import { parties } from '../parties/index.ts'
import { tasks } from '../tasks/index.ts'
import { askedOn } from '../tasks/testing/asked.ts'
import { quotations } from './index.ts'

type Input = CommandInput<'save-quotation'>
let office: Trade
let customerId: string
beforeEach(async () => {
  office = await tradeOffice([deals, contracts, quotations, parties, tasks])
  office.at = '2026-03-06T02:00:00.000Z'
  customerId = office.customer({ name: 'Alfreds' })
})
afterEach(() => closeSound(office))

const cost = { cost: '28.25', vatRate: '13', refundRate: '13' }
const line = (part: Partial<Input['lines'][number]> = {}): Input['lines'][number] => ({
  ...{ id: newId(), productId: null, description: 'Bolts', quantity: '10000', unit: 'PCS', price: '5', discount: '0', cost },
  ...part,
})
const quotation = (part: Partial<Input> = {}): Input => ({
  ...{ id: newId(), customerId, inquiryNumber: 'RFQ-7', quotedOn: '2026-03-02', validUntil: '2026-04-01', currency: 'USD', rate: '7.1' },
  ...{
    incoterm: 'CIF',
    incotermPlace: 'Hamburg',
    portOfLoading: 'Ningbo',
    portOfDischarge: 'Hamburg',
    delivery: '30 days',
    commissionRate: '3',
  },
  ...{ paymentTerm: [{ share: '100', event: 'before-shipment', days: 0 }], clauses: 'as usual', remark: '', ownerId: office.owner.id },
  ...{ lines: [line()], costs: { freight: 200_000, insurance: 16_500, domestic: 600_000 } },
  ...part,
})
const sent = async (part: Partial<Input> = {}) => {
  const input = quotation(part)
  await office.run('save-quotation', input)
  const { revision } = await office.run('send-quotation', { id: input.id, revision: 1, sentOn: '2026-03-02' })
  return { id: input.id, revision }
}
const revised = async (from: { id: string; revision: number }) => {
  const id = newId()
  const made = await office.run('revise-quotation', { id, from, quotedOn: '2026-03-05', validUntil: '2026-04-05' })
  return {
    ...made,
    sent: async () => ({ id, revision: (await office.run('send-quotation', { id, revision: 1, sentOn: '2026-03-05' })).revision }),
  }
}
const confirming = (at: { id: string; revision: number }) => ({
  ...{ ...at, contractId: newId(), dealId: newId(), contractDate: '2026-03-06', buyerOrderNumber: 'PO-1' },
})
const usd = (minor: number) => ({ minor, currency: 'USD' })

it('[Q1] a draft is saved, changed as it was seen and found; what was sent is not changed', async () => {
  const input = quotation()
  expect(await office.run('save-quotation', input)).toEqual({ id: input.id, number: 'QT2026-0001', revision: 1 })
  const { lines, ...fields } = await office.query('quotation', { id: input.id })
  expect(fields).toMatchObject({ status: 'draft', version: 0, total: usd(5_000_000), totalBase: { minor: 35_500_000 }, costs: input.costs })
  expect(lines).toEqual([{ ...input.lines[0], minimumQuantity: '0', minimumUnit: '', productCode: null, amount: usd(5_000_000) }])
  await office.run('save-quotation', { ...input, revision: 1, lines: [{ ...input.lines[0]!, price: '5.01' }] })
  expect(await office.send('save-quotation', { ...input, revision: 1 })).toMatchObject({ refused: 'changed-meanwhile' })
  await office.run('send-quotation', { id: input.id, revision: 2, sentOn: '2026-03-02' })
  expect(await office.send('save-quotation', { ...input, revision: 3 })).toMatchObject({
    refused: 'wrong-state',
    data: { state: 'sent', needed: 'draft' },
  })
  expect((await office.query('quotations', { search: 'RFQ-7' })).rows).toHaveLength(1)
})

it('[Q1] refuses dates out of order, a rate that is not one, a line twice', async () => {
  expect(await office.send('save-quotation', quotation({ validUntil: '2026-03-01' }))).toMatchObject({ refused: 'date-out-of-order' })
  expect(await office.send('save-quotation', quotation({ currency: 'CNY' }))).toMatchObject({ refused: 'rate-must-be-one' })
  const twice = line()
  expect(await office.send('save-quotation', quotation({ lines: [twice, twice] }))).toMatchObject({ refused: 'invalid-input' })
  expect((await office.query('quotations', { totals: true })).count).toBe(0)
})

it('[Q15] [C26] is not sent without its Incoterm and place, nor signed as a contract; how goods travel goes along', async () => {
  const input = quotation({ incoterm: null, incotermPlace: ' ', transportMode: 'air' })
  await office.run('save-quotation', input)
  const issues = [
    { path: 'incoterm', rule: 'required' },
    { path: 'incotermPlace', rule: 'required' },
  ]
  const send = (revision: number) => office.send('send-quotation', { id: input.id, revision, sentOn: '2026-03-02' })
  expect(await send(1)).toMatchObject({ refused: 'invalid-input', data: { issues } })
  await office.run('save-quotation', { ...input, revision: 1, incoterm: 'FOB' })
  expect(await send(2)).toMatchObject({ refused: 'invalid-input', data: { issues: [issues[1]] } })
  // FOB by air is pointed at on the form, and may stand.
  await office.run('save-quotation', { ...input, revision: 2, incoterm: 'FOB', incotermPlace: 'Shanghai' })
  expect(await send(3)).toMatchObject({ ok: true })
  const confirmed = confirming({ id: input.id, revision: 4 })
  await office.run('confirm-quotation', confirmed)
  const contract = await office.query('sales-contract', { id: confirmed.contractId })
  expect(contract).toMatchObject({ transportMode: 'air', incoterm: 'FOB', incotermPlace: 'Shanghai' })
  office.database.write.sql.prepare("UPDATE sales_contract SET incotermPlace = '' WHERE id = ?").run(contract.id)
  expect(await office.send('sign-sales-contract', { id: contract.id, revision: 1, signedOn: '2026-03-06' })).toMatchObject({
    refused: 'invalid-input',
    data: { issues: [issues[1]] },
  })
})

describe('[Q2] [Q3] [AP-16] versions', () => {
  it('revised twice: -01 and -02; older ones are superseded, still readable; only the newest is confirmed', async () => {
    const first = await sent()
    const second = await revised(first)
    const third = await revised(await second.sent())
    const last = await third.sent()
    expect([second.number, third.number]).toEqual(['QT2026-0001-01', 'QT2026-0001-02'])
    const { versions, ...newest } = await office.query('quotation', { id: last.id })
    expect(versions.map((v) => [v.number, v.status])).toEqual([
      ['QT2026-0001', 'superseded'],
      ['QT2026-0001-01', 'superseded'],
      ['QT2026-0001-02', 'sent'],
    ])
    const oldest = await office.query('quotation', { id: first.id })
    const { lines, total, costs } = oldest
    expect({ ...newest.lines[0], id: '' }).toEqual({ ...lines[0], id: '' })
    expect([newest.total, newest.costs]).toEqual([total, costs])
    for (const old of [first.id, second.id]) {
      const { revision } = await office.query('quotation', { id: old })
      expect(await office.send('confirm-quotation', confirming({ id: old, revision }))).toMatchObject({
        refused: 'wrong-state',
        data: { state: 'superseded', needed: 'sent' },
      })
      expect(
        await office.send('revise-quotation', {
          id: newId(),
          from: { id: old, revision },
          quotedOn: '2026-03-05',
          validUntil: '2026-04-05',
        }),
      ).toMatchObject({
        refused: 'wrong-state',
      })
    }
    expect(await office.run('confirm-quotation', confirming(last))).toMatchObject({ contractNumber: 'SC2026-0001' })
    expect((await office.query('quotations', { params: { newestOnly: true }, totals: true })).count).toBe(1)
  })

  it('a draft that is dropped gives its predecessor back its state, lost ones too', async () => {
    const first = await sent()
    const { revision } = await office.run('lose-quotation', { ...first, reason: 'too dear' })
    const second = await revised({ id: first.id, revision })
    await office.run('discard-quotation', { id: second.id, revision: 1 })
    expect(await office.query('quotation', { id: first.id })).toMatchObject({
      status: 'lost',
      lostReason: 'too dear',
      versions: [{ version: 0 }],
    })
  })
})

describe('[Q17] a minimum order', () => {
  it('is kept by the line, counted in its unit where none is typed, and goes along into the next version', async () => {
    const lines = [line({ minimumQuantity: '500' }), line({ minimumQuantity: '20', minimumUnit: 'CTN' }), line({ minimumUnit: 'CTN' })]
    const at = await sent({ lines })
    const said = [
      { minimumQuantity: '500', minimumUnit: 'PCS' },
      { minimumQuantity: '20', minimumUnit: 'CTN' },
      { minimumQuantity: '0', minimumUnit: '' },
    ]
    expect(await office.query('quotation', { id: at.id })).toMatchObject({ lines: said })
    expect(await office.query('quotation', { id: (await revised(at)).id })).toMatchObject({ lines: said })
    expect(await office.send('save-quotation', quotation({ lines: [line(), line({ minimumUnit: 'HEAPS' })] }))).toMatchObject({
      ...{ refused: 'invalid-input', data: { issues: [{ path: 'lines.1.minimumUnit', rule: 'unit' }] } },
    })
  })

  it('warns of a line that offers less, by the packing of its product too, and not of a free one', async () => {
    const productId = office.product({ piecesPerCarton: 24_0000 })
    const warned = async (given: Partial<Input['lines'][number]>) => {
      const { description: _d, ...asked } = line({ productId, ...given })
      const { currency, rate, paymentTerm, commissionRate } = quotation()
      const { warnings } = await office.query('preview-quotation', {
        ...{ currency: currency!, rate: rate!, paymentTerm: paymentTerm!, commissionRate: commissionRate!, lines: [asked] },
      })
      return warnings.filter(({ code }) => code === 'below-minimum').map(({ field, data }) => ({ at: field.split('.').at(-1), data }))
    }
    const of500 = { minimumQuantity: '500' }
    expect(await warned({ quantity: '499', ...of500 })).toEqual([{ at: 'quantity', data: { minimum: '500', unit: 'PCS' } }])
    expect(await warned({ quantity: '479', minimumQuantity: '20', minimumUnit: 'CTN' })).toEqual([
      { at: 'quantity', data: { minimum: '20', unit: 'CTN' } },
    ])
    for (const fine of [{ quantity: '500', ...of500 }, { quantity: '1' }, { quantity: '5', price: '0', ...of500 }])
      expect(await warned(fine)).toEqual([])
  })
})

describe('[Q7] confirming', () => {
  it('makes a draft contract of the same lines and terms in one step', async () => {
    const at = await sent()
    const input = confirming(at)
    await office.run('confirm-quotation', input)
    expect(await office.query('sales-contract', { id: input.contractId })).toMatchObject({
      ...{
        status: 'draft',
        customerId,
        buyerOrderNumber: 'PO-1',
        currency: 'USD',
        rate: '7.1',
        incoterm: 'CIF',
        clauses: 'as usual',
        commissionRate: '3',
      },
      ...{ total: usd(5_000_000), lines: [{ description: 'Bolts', quantity: '10000', price: '5', unit: 'PCS' }] },
    })
    expect(await office.query('quotation', { id: at.id })).toMatchObject({ status: 'confirmed', contract: { number: 'SC2026-0001' } })
  })

  it('is done once; a contract voided or dropped since frees the quotation', async () => {
    const at = await sent()
    const first = confirming(at)
    const { revision } = await office.run('confirm-quotation', first)
    expect(await office.send('confirm-quotation', confirming({ id: at.id, revision }))).toMatchObject({
      refused: 'in-use',
      data: { number: 'SC2026-0001' },
    })
    await office.run('discard-sales-contract', { id: first.contractId, revision: 1 })
    const second = confirming({ id: at.id, revision })
    const again = await office.run('confirm-quotation', second)
    await office.run('void-sales-contract', { id: second.contractId, revision: 1, reason: 'x' })
    expect(await office.query('quotation', { id: at.id })).toMatchObject({ contract: null })
    expect(await office.send('confirm-quotation', confirming({ id: at.id, revision: again.revision }))).toMatchObject({ ok: true })
  })

  it('[Y10] after a hand-over the next version of a lost one, and the contract of one confirmed again, are the present salesperson’s', async () => {
    const lost = await sent()
    const { revision } = await office.run('lose-quotation', { ...lost, reason: 'too dear' })
    const agreed = await sent()
    const made = await office.run('confirm-quotation', confirming(agreed))
    await office.run('void-sales-contract', { id: made.contractId, revision: 1, reason: 'wrong buyer' })
    const li = await office.user({ permissions: ['quotation.view'], name: 'Li' })
    await office.run('hand-over-customer', { id: customerId, revision: 1, newOwnerId: li.id })
    const next = await revised({ id: lost.id, revision })
    expect(office.database.read.sql.prepare('SELECT ownerId FROM quotation WHERE id = ?').get(next.id)).toEqual({ ownerId: li.id })
    const again = await office.run('confirm-quotation', confirming({ id: agreed.id, revision: made.revision }))
    expect(office.database.read.sql.prepare('SELECT ownerId FROM sales_contract WHERE id = ?').get(again.contractId)).toEqual({
      ownerId: li.id,
    })
  })

  it('a draft, a lost one and one of nobody are not confirmed', async () => {
    const draft = quotation()
    await office.run('save-quotation', draft)
    expect(await office.send('confirm-quotation', confirming({ id: draft.id, revision: 1 }))).toMatchObject({ refused: 'wrong-state' })
    const lost = await sent()
    const { revision } = await office.run('lose-quotation', { ...lost, reason: 'x' })
    expect(await office.send('confirm-quotation', confirming({ id: lost.id, revision }))).toMatchObject({ refused: 'wrong-state' })
    expect(await office.send('confirm-quotation', confirming({ id: newId(), revision: 1 }))).toMatchObject({ refused: 'not-found' })
  })

  it('[Q9] after its validity it says so and is confirmed all the same', async () => {
    const at = await sent({ validUntil: '2026-03-03' })
    office.at = '2026-03-10T02:00:00.000Z'
    expect(await office.query('quotation', { id: at.id })).toMatchObject({ expired: true })
    expect(await office.send('confirm-quotation', confirming(at))).toMatchObject({ ok: true })
  })
})

describe('[Q8] costs', () => {
  const seller = (...secret: ('cost.view' | 'profit.view')[]) =>
    office.user({
      permissions: [
        ...allPermissions.filter(
          (p) => p.startsWith('quotation.') || ['customer.view', 'product.view', 'sales-contract.create'].includes(p),
        ),
        ...secret,
      ],
      scopes: Object.fromEntries(ownedResources.map((r) => [r, 'all'])),
    })

  it('are absent for who may not see them, and kept when he saves', async () => {
    const input = quotation()
    await office.run('save-quotation', input)
    const blind = await seller()
    const seen = await office.query('quotation', { id: input.id }, blind)
    expect(seen.lines[0]).not.toHaveProperty('cost')
    expect(seen).not.toHaveProperty('costs')
    const { costs: _costs, ...rest } = input
    const lines = input.lines.map(({ cost: _cost, ...l }) => ({ ...l, price: '6' }))
    await office.run('save-quotation', { ...rest, lines: [...lines, { ...line(), cost: { ...cost, cost: '1' } }], revision: 1 }, blind)
    const after = await office.query('quotation', { id: input.id })
    expect([after.costs, after.lines.map((l) => l.cost)]).toEqual([input.costs, [cost, null]])
    expect((await office.query('quotations', {}, blind)).columns).not.toContain('profit')
    expect((await office.query('quotation-lines', {}, blind)).columns).not.toContain('cost')
    const asked = {
      currency: 'USD',
      rate: '7',
      paymentTerm: [],
      commissionRate: '0',
      lines: [{ ...line(), description: undefined, unit: undefined }],
    }
    const { description: _d, unit: _u, ...one } = asked.lines[0]!
    const shown = await office.query('preview-quotation', { ...asked, paymentTerm: input.paymentTerm, lines: [one] }, blind)
    expect([shown, shown.lines[0]].some((part) => 'profit' in part! || 'margin' in part!)).toBe(false)
    expect(await office.ask('costs-of-products', { productIds: [] }, blind)).toMatchObject({ refused: 'not-permitted' })
  })

  it('[Q4] the list shows the profit that the preview says', async () => {
    const input = quotation()
    await office.run('save-quotation', input)
    const lines = input.lines.map(({ id, productId, quantity, price, discount, cost: own }) => ({
      id,
      productId,
      quantity,
      price,
      discount,
      cost: own,
    }))
    const { currency, rate, paymentTerm, commissionRate, costs } = input
    const shown = await office.query('preview-quotation', { currency, rate, paymentTerm, commissionRate, costs, lines })
    expect(shown).toMatchObject({ profit: { minor: 7_297_850, currency: 'CNY' }, margin: '20.5573' })
    expect((await office.query('quotations', {})).rows[0]).toMatchObject({ profit: { minor: 7_297_850, currency: 'CNY' } })
  })
})

it('[Q10] open quotations go with their customer', async () => {
  const at = await sent()
  const heir = await office.user({ permissions: ['quotation.view'], scopes: { quotation: 'own' } })
  expect(await office.ask('quotation', { id: at.id }, heir)).toMatchObject({ refused: 'not-found' })
  const { revision } = office.database.write.sql.prepare('SELECT revision FROM party WHERE id = ?').get(customerId) as { revision: number }
  await office.run('hand-over-customer', { id: customerId, revision, newOwnerId: heir.id })
  expect(await office.query('quotation', { id: at.id }, heir)).toMatchObject({ ownerId: heir.id })
})

it('[Q16] an offer nobody has answered asks its owner five days after it was sent, three times at most, until it is revised, confirmed or lost', async () => {
  const one = await sent()
  expect(await askedOn(office, '2026-03-06', 'quotation-unanswered')).toEqual([])
  expect(await askedOn(office, '2026-03-09', 'quotation-unanswered')).toEqual(['2026-03-02 老板']) // the fifth day is Saturday
  await office.run('lose-quotation', { ...one, reason: 'too dear' })
  expect(await askedOn(office, '2026-03-09', 'quotation-unanswered')).toEqual([])
})
