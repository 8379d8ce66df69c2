// Sales contracts through the office: saving, signing, voiding, discarding, with every refusal, and the deal that follows.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { contracts } from './index.ts'
import { deals } from '../deals/index.ts'
import { closeSound, salesContract, salesLine, signedSale, tradeOffice, type Trade } from './testing/trade.ts'

let office: Trade
beforeEach(async () => {
  office = await tradeOffice([deals, contracts])
})
afterEach(() => closeSound(office))
const dealOf = async (id: string) => (await office.query('deals', {})).rows.find((d) => d.id === id)
const usd = (minor: number) => ({ minor, currency: 'USD' })
const cny = (minor: number) => ({ minor, currency: 'CNY' })

describe('save-sales-contract', () => {
  it('[C6] makes the contract with numbers of its own and the deal it opens', async () => {
    const input = salesContract(office, office.customer({ name: 'Alfreds' }))
    expect(await office.run('save-sales-contract', input)).toEqual({ id: input.id, number: 'SC2026-0001', revision: 1 })
    const seen = await office.query('sales-contract', { id: input.id })
    expect(seen).toMatchObject({
      status: 'draft',
      dealNumber: 'D2026-0001',
      customerName: 'Alfreds',
      total: usd(50_000),
      totalBase: cny(355_000),
    })
    expect(seen.lines).toMatchObject([
      { quantity: '100', price: '5', amount: usd(50_000), shipped: '0', purchased: '0', productCode: null },
    ])
    expect(await dealOf(input.dealId)).toMatchObject({ number: 'D2026-0001', stage: 'draft', contracted: null, customer: 'Alfreds' })
    const { id: _, number: __, lines, ...fields } = input
    const { lines: shown, ...stored } = seen
    expect(stored).toMatchObject(fields)
    expect(shown).toMatchObject(lines)
  })

  it('[C4] changes a draft line by line and keeps the rest', async () => {
    const [a, b, c] = [salesLine(), salesLine({ description: 'Nuts' }), salesLine({ description: 'Washers' })]
    const input = salesContract(office, office.customer(), { lines: [a, b] })
    await office.run('save-sales-contract', input)
    expect(await office.run('save-sales-contract', { ...input, revision: 1, lines: [c, { ...a, quantity: '7' }] })).toMatchObject({
      revision: 2,
    })
    const { lines, total } = await office.query('sales-contract', { id: input.id })
    expect(lines.map((l) => [l.id, l.quantity])).toEqual([
      [c.id, '100'],
      [a.id, '7'],
    ])
    expect(total).toEqual(usd(53_500))
  })

  it('[C5] takes a number as given, once, and the series steps over it', async () => {
    const customer = office.customer()
    await office.run('save-sales-contract', salesContract(office, customer, { number: 'SC2026-0001' }))
    expect(await office.run('save-sales-contract', salesContract(office, customer))).toMatchObject({ number: 'SC2026-0002' })
    expect(await office.send('save-sales-contract', salesContract(office, customer, { number: 'SC2026-0002' }))).toMatchObject({
      refused: 'already-exists',
      data: { field: 'number', value: 'SC2026-0002' },
    })
    const own = salesContract(office, customer, { number: 'ALFKI-1' })
    await office.run('save-sales-contract', own)
    expect(await office.run('save-sales-contract', { ...own, revision: 1 })).toMatchObject({ number: 'ALFKI-1', revision: 2 })
    expect(await office.run('save-sales-contract', { ...own, number: 'ALFKI-2', revision: 2 })).toMatchObject({ number: 'ALFKI-2' })
  })

  it('[C6] adds to a deal of the same customer only', async () => {
    const [customer, other] = [office.customer({ name: 'A' }), office.customer({ name: 'B' })]
    const first = await signedSale(office, customer)
    await office.run('save-sales-contract', salesContract(office, customer, { dealId: first.dealId }))
    expect(await office.send('save-sales-contract', salesContract(office, other, { dealId: first.dealId }))).toMatchObject({
      refused: 'party-differs',
      data: { expected: 'A', found: 'B' },
    })
    expect((await office.query('deals', { totals: true })).count).toBe(1)
  })

  it('[C6] a deal of this contract alone follows its customer; moving the contract leaves no empty deal', async () => {
    const [customer, other] = [office.customer(), office.customer({ name: 'B' })]
    const input = salesContract(office, customer)
    await office.run('save-sales-contract', input)
    await office.run('save-sales-contract', { ...input, customerId: other, revision: 1 })
    expect(await dealOf(input.dealId)).toMatchObject({ customer: 'B' })
    const dealId = newId()
    await office.run('save-sales-contract', { ...input, customerId: other, dealId, revision: 2 })
    expect(await dealOf(input.dealId)).toBeUndefined()
    expect(await dealOf(dealId)).toMatchObject({ number: 'D2026-0002', stage: 'draft' })
  })

  it('refuses what does not fit, and writes nothing', async () => {
    const customer = office.customer()
    const input = salesContract(office, customer)
    await office.run('save-sales-contract', input)
    const send = (given: Partial<typeof input>) => office.send('save-sales-contract', salesContract(office, customer, given))
    expect(await send({ currency: 'CNY', rate: '7.1' })).toMatchObject({ refused: 'rate-must-be-one' })
    expect(await send({ commissionRate: '101' })).toMatchObject({ refused: 'invalid-input' })
    expect(await send({ customerId: newId() })).toMatchObject({ refused: 'not-found', data: { resource: 'customer' } })
    expect(await send({ customerId: office.vendor() })).toMatchObject({ refused: 'not-found' })
    expect(await send({ customerId: office.customer({ active: 0 }) })).toMatchObject({ refused: 'inactive-party' })
    expect(await send({ ownerId: newId() })).toMatchObject({ refused: 'not-found', data: { resource: 'user' } })
    expect(await send({ lines: [salesLine({ productId: newId() })] })).toMatchObject({
      refused: 'not-found',
      data: { resource: 'product' },
    })
    expect(await send({ lines: [salesLine({ productId: office.product({ active: 0 }) })] })).toMatchObject({ refused: 'wrong-state' })
    expect(await send({ lines: [input.lines[0]!] })).toMatchObject({ refused: 'already-exists', data: { field: 'id' } })
    const twice = salesLine()
    expect(await send({ lines: [twice, twice] })).toMatchObject({ refused: 'invalid-input', data: { issues: [{ rule: 'duplicate' }] } })
    expect(await office.send('save-sales-contract', input, office.owner, newId())).toMatchObject({ refused: 'already-exists' })
    expect(await office.send('save-sales-contract', { ...input, revision: 7 })).toMatchObject({ refused: 'changed-meanwhile' })
    expect(await office.send('save-sales-contract', { ...salesContract(office, customer), revision: 1 })).toMatchObject({
      refused: 'not-found',
    })
    expect((await office.query('sales-contracts', { totals: true })).count).toBe(1)
    expect((await office.query('deals', { totals: true })).count).toBe(1)
  })

  it('a signed contract is immutable', async () => {
    const input = await signedSale(office, office.customer())
    expect(await office.send('save-sales-contract', { ...input, revision: 2 })).toMatchObject({
      refused: 'wrong-state',
      data: { state: 'signed', needed: 'draft' },
    })
    expect(await office.send('sign-sales-contract', { id: input.id, revision: 2, signedOn: '2026-03-02' })).toMatchObject({
      refused: 'wrong-state',
    })
    expect(await office.send('discard-sales-contract', { id: input.id, revision: 2 })).toMatchObject({ refused: 'wrong-state' })
  })
})

describe('signing, voiding, discarding', () => {
  it('[C9] [C10] signing counts into the deal, voiding takes it out and keeps the number', async () => {
    const input = await signedSale(office, office.customer())
    expect(await dealOf(input.dealId)).toMatchObject({ stage: 'contracted', contracted: cny(355_000) })
    expect(await office.query('sales-contract', { id: input.id })).toMatchObject({ status: 'signed', signedOn: '2026-03-01', revision: 2 })
    expect(await office.send('void-sales-contract', { id: input.id, revision: 1, reason: 'x' })).toMatchObject({
      refused: 'changed-meanwhile',
    })
    expect(await office.run('void-sales-contract', { id: input.id, revision: 2, reason: 'buyer withdrew' })).toMatchObject({ revision: 3 })
    expect(await dealOf(input.dealId)).toMatchObject({ stage: 'cancelled', contracted: cny(0) })
    expect(await office.send('void-sales-contract', { id: input.id, revision: 3, reason: 'x' })).toMatchObject({ refused: 'wrong-state' })
    expect(await office.run('save-sales-contract', salesContract(office, office.customer()))).toMatchObject({ number: 'SC2026-0002' })
  })

  it('[C10] a customer who was blocked since is not signed with', async () => {
    const customer = office.customer()
    const input = salesContract(office, customer)
    await office.run('save-sales-contract', input)
    await office.inside(async (ctx) => ctx.tx.patch('party', customer, { status: 'blacklisted' }))
    expect(await office.send('sign-sales-contract', { id: input.id, revision: 1, signedOn: '2026-03-01' })).toMatchObject({
      refused: 'inactive-party',
    })
  })

  it('[C7] discarding removes the draft, its lines, and a deal in which nothing is left', async () => {
    const customer = office.customer()
    const input = salesContract(office, customer)
    await office.run('save-sales-contract', input)
    const second = salesContract(office, customer, { dealId: input.dealId })
    await office.run('save-sales-contract', second)
    await office.run('discard-sales-contract', { id: second.id, revision: 1 })
    expect(await dealOf(input.dealId)).toMatchObject({ stage: 'draft' })
    await office.run('discard-sales-contract', { id: input.id, revision: 1 })
    expect(await dealOf(input.dealId)).toBeUndefined()
    expect((await office.query('sales-lines', {})).rows).toEqual([])
    expect(await office.ask('sales-contract', { id: input.id })).toMatchObject({ refused: 'not-found' })
  })
})

describe('permission and scope', () => {
  const rights = ['sales-contract.view', 'sales-contract.create', 'sales-contract.edit', 'sales-contract.sign', 'deal.view'] as const
  it('[AP-01] [AP-02] a salesperson sees and touches only own contracts, and makes none for a colleague', async () => {
    const anna = await office.user({ permissions: rights, name: 'Anna' })
    const mine = salesContract(office, office.customer({ owner: anna }), { ownerId: anna.id })
    await office.run('save-sales-contract', mine, anna)
    const other = await signedSale(office, office.customer())
    expect((await office.query('sales-contracts', { totals: true }, anna)).rows.map((r) => r.id)).toEqual([mine.id])
    expect((await office.query('sales-lines', { totals: true }, anna)).count).toBe(1)
    expect((await office.query('deals', { totals: true }, anna)).count).toBe(1)
    expect(await office.ask('sales-contract', { id: other.id }, anna)).toMatchObject({ refused: 'not-found' })
    expect(await office.ask('deal', { id: other.dealId }, anna)).toMatchObject({ refused: 'not-found' })
    expect(await office.send('sign-sales-contract', { id: other.id, revision: 2, signedOn: '2026-03-01' }, anna)).toMatchObject({
      refused: 'not-found',
    })
    const forColleague = salesContract(office, office.customer({ owner: anna }), { ownerId: office.owner.id })
    expect(await office.send('save-sales-contract', forColleague, anna)).toMatchObject({ refused: 'not-found' })
    expect(await office.send('save-sales-contract', salesContract(office, office.customer(), { ownerId: anna.id }), anna)).toMatchObject({
      refused: 'not-found',
      data: { resource: 'customer' },
    })
    const intoForeignDeal = salesContract(office, office.customer({ owner: anna }), { ownerId: anna.id, dealId: other.dealId })
    expect(await office.send('save-sales-contract', intoForeignDeal, anna)).toMatchObject({
      refused: 'not-found',
      data: { resource: 'deal' },
    })
    expect(await office.run('sign-sales-contract', { id: mine.id, revision: 1, signedOn: '2026-03-01' }, anna)).toMatchObject({
      revision: 2,
    })
  })

  it('changing a draft needs the right to edit; profit is absent without its right', async () => {
    const maker = await office.user({ permissions: ['sales-contract.create', 'deal.view'] })
    const input = salesContract(office, office.customer({ owner: maker }), { ownerId: maker.id })
    await office.run('save-sales-contract', input, maker)
    expect(await office.send('save-sales-contract', { ...input, revision: 1 }, maker)).toMatchObject({
      refused: 'not-permitted',
      data: { permission: 'sales-contract.edit' },
    })
    const { rows, columns } = await office.query('deals', {}, maker)
    expect(columns).not.toContain('profit')
    expect(rows[0]).not.toHaveProperty('profit')
    expect(rows[0]).toHaveProperty('revenue')
    expect(await office.ask('deals', { sort: [{ field: 'profit', descending: true }] }, maker)).toMatchObject({ refused: 'unknown-field' })
  })
})

describe('finding', () => {
  it('a contract and its deal are found by number, customer and order number; nothing is left of what was discarded', async () => {
    const input = salesContract(office, office.customer({ name: 'Blauer See' }), { buyerOrderNumber: 'ALFKI-77', number: 'SC-OWN' })
    await office.run('save-sales-contract', input)
    const entries = () =>
      office.database.write.kysely.selectFrom('search_waiting').select(['kind', 'title', 'text']).orderBy('kind').execute()
    expect(await entries()).toEqual([
      { kind: 'deal', title: 'D2026-0001', text: expect.stringContaining('blauersee') },
      { kind: 'sales-contract', title: 'SC-OWN', text: expect.stringContaining('alfki77') },
    ])
    await office.run('discard-sales-contract', { id: input.id, revision: 1 })
    expect(await entries()).toEqual([])
  })
})

describe('queries', () => {
  it('the preview comes to what saving stores', async () => {
    const lines = [salesLine({ quantity: '3', price: '0.335', discount: '10' }), salesLine({ quantity: '12.5', price: '1.234567' })]
    const input = salesContract(office, office.customer(), { lines })
    const { currency, rate, paymentTerm } = input
    const shown = lines.map(({ id, quantity, price, discount }) => ({ id, quantity, price, discount }))
    const preview = await office.query('preview-sales-contract', { currency, rate, paymentTerm, lines: shown })
    await office.run('save-sales-contract', input)
    const saved = await office.query('sales-contract', { id: input.id })
    expect(preview).toMatchObject({ total: saved.total, totalBase: saved.totalBase })
    expect(preview.lines.map((l) => l.amount)).toEqual(saved.lines.map((l) => l.amount))
    expect(preview.lines[0]).toMatchObject({ amount: usd(90), discount: usd(11) })
    expect(preview.instalments.map((i) => i.amount.minor)).toEqual([490, 1143])
  })

  it('lists filter by customer, deal and what is still to ship', async () => {
    const customer = office.customer({ name: 'Blauer See' })
    const sale = await signedSale(office, customer)
    await office.run('save-sales-contract', salesContract(office, office.customer()))
    expect((await office.query('sales-contracts', { params: { customerId: customer } })).rows).toMatchObject([
      { id: sale.id, customer: 'Blauer See', status: 'signed', deal: 'D2026-0001', total: usd(50_000), dealId: sale.dealId },
    ])
    expect((await office.query('sales-lines', { params: { openOnly: true } })).rows).toMatchObject([
      { contractId: sale.id, amount: usd(50_000) },
    ])
    expect((await office.query('sales-contracts', { search: 'blauer' })).rows).toHaveLength(1)
    expect((await office.query('deal', { id: sale.dealId })).documents).toMatchObject([
      { kind: 'sales-contract', id: sale.id, status: 'signed', date: '2026-03-01', total: usd(50_000) },
    ])
  })
})
