// Amendments of sales contracts through the real commands: versions, comparison, what has happened already, approval, credit (AM1 to AM9, C16 to C20, H14).
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { writableDb } from '../../../db/tx.ts'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import { switchesOff, type Switches } from '../../../preload/contract/modules/people/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { testOffice, type TestOffice, type TestUser } from '../../testing/test-office.ts'
import { approvals } from '../approvals/index.ts'
import { contracts } from '../contracts/index.ts'
import { deals } from '../deals/index.ts'
import { credit } from '../credit/index.ts'
import { purchasing } from '../purchasing/index.ts'
import { shipments } from '../shipments/index.ts'
import { aTrade, type Trade } from '../shipments/testing/trade.ts'
import { moneyModules } from '../../testing/money-modules.ts'
import { pdfTexts } from '../../testing/pdf-text.ts'
import { papers } from '../papers/index.ts'
import { amendments } from './index.ts'

let office: TestOffice
let trade: Trade
const open = async (switches: Partial<Switches> = {}) => {
  office = await testOffice([approvals, amendments, credit, deals, contracts, purchasing, shipments, papers, ...moneyModules], {
    switches: { ...switchesOff, ...switches },
  })
  office.database.write.sql
    .prepare("UPDATE role SET code = 'owner' WHERE id = (SELECT roleId FROM user_role WHERE userId = ?)")
    .run(office.owner.id)
  trade = aTrade(office)
}
beforeEach(() => open())
afterEach(() => office.close())

type Contract = QueryOutput<'sales-contract'>
type Input = Omit<CommandInput<'save-sales-amendment'>, 'id' | 'revision' | 'reason' | 'confirmation'>
const contract = (id: string, version?: number): Promise<Contract> =>
  office.query('sales-contract', { id, ...(version ? { version } : {}) })
const inputOf = (c: Contract): Input => ({
  buyerOrderNumber: c.buyerOrderNumber,
  currency: c.currency,
  rate: c.rate,
  incoterm: c.incoterm,
  incotermPlace: c.incotermPlace,
  portOfLoading: c.portOfLoading,
  portOfDischarge: c.portOfDischarge,
  paymentTerm: c.paymentTerm,
  latestShipment: c.latestShipment,
  partialShipment: c.partialShipment,
  transhipment: c.transhipment,
  commissionRate: c.commissionRate,
  clauses: c.clauses,
  remark: c.remark,
  lines: c.lines.map(({ id, productId, description, quantity, unit, price, discount }) => ({
    id,
    productId,
    description,
    quantity,
    unit,
    price,
    discount,
  })),
})
const begin = async (contractId: string, as?: TestUser) => {
  const { revision } = await contract(contractId)
  const id = newId()
  return {
    id,
    answer: await office.send('begin-amendment', { id, kind: 'sales-contract', contractId, revision, reason: 'buyer asks' }, as),
  }
}
/** An amendment with this change, begun and saved; gives its id and revision. */
const prepared = async (contractId: string, change: (typed: Input) => Input, confirmation = 'mail of 2 March') => {
  const { id, answer } = await begin(contractId)
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  const typed = change(inputOf(await contract(contractId)))
  const { revision } = await office.run('save-sales-amendment', { ...typed, id, revision: 1, reason: 'buyer asks', confirmation })
  return { id, revision }
}
const force = (at: { id: string; revision: number }, on = '2026-03-02', as?: TestUser) =>
  office.send('put-amendment-into-force', { ...at, on }, as)
const amended = async (contractId: string, change: (typed: Input) => Input, on?: string) => force(await prepared(contractId, change), on)
/** The first line at another quantity or price. */
const firstLine =
  (part: Partial<Input['lines'][number]>) =>
  (typed: Input): Input => ({ ...typed, lines: typed.lines.map((l, at) => (at === 0 ? { ...l, ...part } : l)) })
const refused = (code: string, data: object = {}) => ({ ok: false, refused: code, data: expect.objectContaining(data) as object })
const deal = (id: string) =>
  office.database.write.sql.prepare('SELECT stage, contractedBase FROM deal WHERE id = ?').get(id) as {
    stage: string
    contractedBase: number
  }
const receivables = () =>
  office.database.write.sql
    .prepare('SELECT coalesce(sum(foreign_), 0) AS n FROM (SELECT "foreign" AS foreign_ FROM open_item WHERE account = \'1122\')')
    .get() as {
    n: number
  }

test('[H18] goods do not leave before the version that they are charged by', async () => {
  office.at = '2026-03-31T02:00:00.000Z'
  const { id, lines } = await trade.sold([{ quantity: '100', price: '5' }])
  expect(await amended(id, firstLine({ price: '6' }), '2026-03-10')).toMatchObject({ ok: true })
  const input = trade.shipmentOf([[lines[0]!, '40']])
  const { revision } = await office.run('save-shipment', input)
  const dispatch = (dispatchedOn: string) => office.send('dispatch-shipment', { id: input.id, revision, dispatchedOn, rate: '7' })
  expect(await dispatch('2026-03-09')).toEqual(refused('date-out-of-order', { earlier: '2026-03-10', later: '2026-03-09' }))
  expect(await dispatch('2026-03-10')).toMatchObject({ ok: true })
})

describe('versions', () => {
  test('[AM2] [AM4] [AM5] the contract takes the new content as V2; V1 stays readable in full, and every version is told', async () => {
    const { id, dealId, lines } = await trade.sold([
      { quantity: '100', price: '5' },
      { quantity: '10', price: '20' },
    ])
    const signed = await contract(id)
    const added = newId()
    const { id: amendmentId, revision } = await prepared(id, (t) => ({
      ...t,
      paymentTerm: [{ share: '100', event: 'before-shipment', days: 0 }],
      latestShipment: '2026-06-30',
      lines: [
        { ...t.lines[0]!, quantity: '120', price: '4.9' },
        { id: added, productId: null, description: 'Washers', quantity: '1000', unit: 'PCS', price: '0.01', discount: '0' },
      ],
    }))
    // Until then the contract is as it was signed.
    expect(await contract(id)).toEqual({
      ...signed,
      amendment: expect.objectContaining({ id: amendmentId, revision, version: 2, reason: 'buyer asks', confirmation: 'mail of 2 March' }),
    })
    expect(await contract(id, 2)).toMatchObject({ version: 2, inForce: 1, total: { minor: 59_800 } })
    const put = await office.run('put-amendment-into-force', { id: amendmentId, revision, on: '2026-03-02' })
    expect(put).toMatchObject({ id, revision: signed.revision + 1 })

    const now = await contract(id)
    expect(now).toMatchObject({ version: 2, inForce: 2, amendment: null, total: { minor: 59_800 }, latestShipment: '2026-06-30' })
    expect(now.lines.map((l) => [l.description, l.quantity, l.amount.minor])).toEqual([
      ['Goods', '120', 58_800],
      ['Washers', '1000', 1_000],
    ])
    const first = await contract(id, 1)
    const { revision: _r, version: _v, inForce: _i, amendment: _a, ...said } = signed
    expect(first).toMatchObject(said)
    expect(first.lines.map((l) => l.id)).toEqual(lines)
    expect(deal(dealId)).toEqual({ stage: 'contracted', contractedBase: 424_580 })

    expect(await office.query('contract-versions', { kind: 'sales-contract', contractId: id })).toEqual([
      {
        version: 2,
        state: 'in-force',
        on: '2026-03-02',
        by: '老板',
        reason: 'buyer asks',
        confirmation: 'mail of 2 March',
        total: { minor: 59_800, currency: 'USD' },
      },
      {
        version: 1,
        state: 'superseded',
        on: '2026-01-05',
        by: '老板',
        reason: '',
        confirmation: '',
        total: { minor: 70_000, currency: 'USD' },
      },
    ])
    const list = await office.query('sales-amendments', {})
    expect(list.rows).toMatchObject([
      { number: now.number, version: 2, state: 'in-force', totalBefore: { minor: 70_000 }, total: { minor: 59_800 } },
    ])
    const sales = await office.query('sales-by', { params: { by: 'customer' } })
    expect(sales.rows).toMatchObject([{ lines: 2, net: { minor: 59_800 } }])
  })

  test('[AM7] a comparison tells head and lines, before and after, of any two versions', async () => {
    const { id, lines } = await trade.sold([
      { quantity: '100', price: '5' },
      { quantity: '10', price: '20' },
    ])
    await amended(id, (t) => ({ ...t, incoterm: 'FOB', lines: [{ ...t.lines[0]!, quantity: '120' }] }))
    await amended(id, firstLine({ price: '6' }))
    const compare = (from: number, to: number) => office.query('compare-versions', { kind: 'sales-contract', contractId: id, from, to })
    expect(await compare(1, 2)).toMatchObject({
      latest: 3,
      head: [
        { name: 'field.total', kind: 'money', before: { minor: 70_000, currency: 'USD' }, after: { minor: 60_000, currency: 'USD' } },
        { name: 'field.incoterm', kind: 'incoterm', before: 'CIF', after: 'FOB' },
      ],
      lines: [
        {
          id: lines[0],
          line: 1,
          change: 'changed',
          fields: [
            { name: 'field.quantity', before: '100', after: '120' },
            { name: 'field.amount', before: { minor: 50_000 }, after: { minor: 60_000 } },
          ],
        },
        {
          id: lines[1],
          line: 2,
          change: 'removed',
          fields: expect.arrayContaining([expect.objectContaining({ name: 'field.price', before: '20', after: null })]),
        },
      ],
    })
    expect((await compare(1, 3)).lines[0]!.fields.map((f) => f.name)).toEqual(['field.quantity', 'field.price', 'field.amount'])
    const back = await compare(3, 1)
    expect(back.lines.map((l) => l.change)).toEqual(['changed', 'added'])
    expect(await office.ask('compare-versions', { kind: 'sales-contract', contractId: id, from: 1, to: 9 })).toMatchObject({
      ok: false,
      refused: 'not-found',
    })
  })

  test('[AM3] one amendment at a time; discarded, the contract is as it was and another may begin', async () => {
    const { id } = await trade.sold([{ quantity: '100', price: '5' }])
    const before = await contract(id)
    const first = await begin(id)
    expect(first.answer).toMatchObject({ ok: true })
    expect((await begin(id)).answer).toEqual(refused('amendment-open', { number: before.number, version: 2 }))
    await office.run('discard-amendment', { id: first.id, revision: 1 })
    expect(await contract(id)).toEqual(before)
    expect((await begin(id)).answer).toMatchObject({ ok: true })
    await office.run('void-sales-contract', { id, revision: before.revision, reason: 'cancelled' })
    expect((await office.query('sales-amendments', {})).rows).toEqual([])
  })

  test('[AM2] [AM5] only a signed contract, as it was seen, with a confirmation, with something changed, in the order of days', async () => {
    const draft = await trade.sold([{ quantity: '1', price: '1' }], { sign: false })
    expect((await begin(draft.id)).answer).toEqual(refused('wrong-state', { kind: 'sales-contract', state: 'draft', needed: 'signed' }))
    const { id } = await trade.sold([{ quantity: '100', price: '5' }])
    const input = { id: newId(), kind: 'sales-contract' as const, contractId: id, reason: 'x' }
    expect(await office.send('begin-amendment', { ...input, revision: 1 })).toEqual(refused('changed-meanwhile', { expected: 1, found: 2 }))
    const unconfirmed = await prepared(id, firstLine({ quantity: '101' }), '')
    expect(await force(unconfirmed)).toEqual(refused('invalid-input', { issues: [{ path: 'confirmation', rule: 'required' }] }))
    await office.run('discard-amendment', unconfirmed)
    const nothing = await prepared(id, (t) => t)
    expect(await force(nothing)).toEqual(refused('nothing-to-do'))
    expect(await force(nothing, '2026-01-04')).toEqual(refused('date-out-of-order', { earlier: '2026-01-05', later: '2026-01-04' }))
    await office.run('discard-amendment', nothing)
    expect(await amended(id, firstLine({ quantity: '101' }), '2026-02-10')).toMatchObject({ ok: true })
    expect(await amended(id, firstLine({ quantity: '102' }), '2026-02-09')).toEqual(refused('date-out-of-order', { earlier: '2026-02-10' }))
    expect(await force(nothing)).toMatchObject({ ok: false, refused: 'not-found' })
  })

  test('[AM8] who may not amend, or does not see the contract, gets nowhere', async () => {
    const { id } = await trade.sold([{ quantity: '100', price: '5' }])
    const reader = await office.user({ permissions: ['sales-contract.view'], scopes: { 'sales-contract': 'all' } })
    const stranger = await office.user({
      permissions: ['sales-contract.view', 'sales-contract.amend'],
      scopes: { 'sales-contract': 'own' },
    })
    expect((await begin(id, reader)).answer).toEqual(refused('not-permitted', { permission: 'sales-contract.amend' }))
    expect((await begin(id, stranger)).answer).toMatchObject({ ok: false, refused: 'not-found' })
    const amendment = await prepared(id, firstLine({ quantity: '101' }))
    expect(await force(amendment, undefined, stranger)).toMatchObject({ ok: false, refused: 'not-found' })
    const of = { kind: 'sales-contract' as const, contractId: id }
    expect(await office.ask('contract-versions', of, stranger)).toMatchObject({ ok: false, refused: 'not-found' })
    expect(await office.ask('compare-versions', { ...of, from: 1, to: 2 }, stranger)).toMatchObject({ ok: false, refused: 'not-found' })
    expect(await office.ask('amendment-check', { id: amendment.id }, stranger)).toMatchObject({ ok: false, refused: 'not-found' })
    expect((await office.query('sales-amendments', {}, stranger)).rows).toEqual([])
    expect(await office.query('contract-versions', of, reader)).toHaveLength(2)
  })
})

describe('what has happened already', () => {
  test('[C18] no line goes below what has left or is planned: refused with the figures, told beforehand', async () => {
    const { id, lines } = await trade.sold([{ quantity: '100', price: '5' }])
    await trade.shipped([[lines[0]!, '40']], { dispatchedOn: '2026-02-01' })
    const planned = trade.shipmentOf([[lines[0]!, '25']])
    await office.run('save-shipment', planned)
    const { number } = await office.query('shipment', { id: planned.id })
    const low = await prepared(id, firstLine({ quantity: '39' }))
    const below = refused('amended-below-use', { goods: 'Goods', asked: '39', used: '40', how: 'shipped' })
    expect(await force(low)).toEqual(below)
    const { ok: _ok, ...stopped } = below
    expect(await office.query('amendment-check', { id: low.id })).toEqual({ stopped, overPurchased: [] })
    await office.run('discard-amendment', low)
    const tight = await prepared(id, firstLine({ quantity: '64.9999' }))
    expect(await force(tight)).toEqual(refused('amended-below-use', { asked: '64.9999', used: '65', how: 'planned', number }))
    await office.run('discard-amendment', tight)
    const gone = await prepared(id, (t) => ({ ...t, lines: [{ ...t.lines[0]!, id: newId() }] }))
    expect(await force(gone)).toEqual(refused('amended-below-use', { asked: '0', used: '40' }))
    await office.run('discard-amendment', gone)
    expect(await amended(id, firstLine({ quantity: '65' }))).toMatchObject({ ok: true })
  })

  test('[C18] goods and unit of a line in use stand, and the currency of a contract with shipments', async () => {
    const { id, lines } = await trade.sold([{ quantity: '100', price: '5' }])
    const planned = trade.shipmentOf([[lines[0]!, '25']])
    await office.run('save-shipment', planned)
    const { number } = await office.query('shipment', { id: planned.id })
    const unit = await prepared(id, firstLine({ unit: 'SET' }))
    expect(await force(unit)).toEqual(refused('amended-in-use', { field: 'unit', by: 'shipment', number }))
    await office.run('discard-amendment', unit)
    const euro = await prepared(id, (t) => ({ ...t, currency: 'EUR', rate: '7.8' }))
    expect(await force(euro)).toEqual(refused('amended-in-use', { field: 'currency', goods: '', number }))
    await office.run('discard-shipment', { id: planned.id, revision: 1 })
    expect(await force(euro)).toMatchObject({ ok: true })
    expect(await contract(id)).toMatchObject({ currency: 'EUR', total: { minor: 50_000, currency: 'EUR' }, totalBase: { minor: 390_000 } })
  })

  test('[C17] [H2] a new price is for what is still to ship: receivables stand, and the rest adds up to the contract exactly', async () => {
    const { id, dealId, lines } = await trade.sold([{ quantity: '100', price: '5' }])
    await trade.shipped([[lines[0]!, '40']], { dispatchedOn: '2026-02-01' })
    expect(receivables()).toEqual({ n: 20_000 })
    expect(await amended(id, firstLine({ price: '6' }))).toMatchObject({ ok: true })
    expect(receivables()).toEqual({ n: 20_000 })
    expect(await contract(id)).toMatchObject({
      total: { minor: 56_000 },
      lines: [{ quantity: '100', price: '6', amount: { minor: 56_000 } }],
    })
    expect(deal(dealId)).toMatchObject({ contractedBase: 397_600 })
    await trade.shipped([[lines[0]!, '10']], { dispatchedOn: '2026-03-02' })
    expect(receivables()).toEqual({ n: 26_000 })
    expect(await amended(id, firstLine({ price: '7', quantity: '90' }))).toMatchObject({ ok: true })
    await trade.shipped([[lines[0]!, '40']], { dispatchedOn: '2026-03-02' })
    expect(receivables()).toEqual({ n: 54_000 })
    expect(await contract(id)).toMatchObject({ total: { minor: 54_000 } })
    expect(deal(dealId)).toMatchObject({ stage: 'shipped' })
  })

  test('[C17] [PA7] on paper what has left stands at the price it left at, and the rest at the price of today', async () => {
    const { id, lines } = await trade.sold([{ quantity: '100', price: '5' }])
    const { input } = await trade.shipped([[lines[0]!, '40']], { dispatchedOn: '2026-02-01' })
    expect(await amended(id, firstLine({ price: '6' }))).toMatchObject({ ok: true })
    const paper = async (kind: 'sales-contract' | 'commercial-invoice', recordId: string) => {
      const { pdf, problems } = await office.query('paper', { paper: kind, recordId })
      expect(problems.map(({ code }) => code)).not.toContain('priced-otherwise')
      return (await pdfTexts(pdf)).join('\n').replaceAll(/\s+/g, ' ')
    }
    const contractText = await paper('sales-contract', id)
    for (const part of ['40 PCS 5.00 200.00', 'SHIPPED BEFORE THE PRICE WAS AMENDED', '60 PCS 6.00 360.00', 'TOTAL 100 PCS USD 560.00'])
      expect(contractText).toContain(part)
    expect(await paper('commercial-invoice', input.id)).toContain('40 PCS 5.00 200.00')
  })

  test('[C17] the preview knows what has left, and how much more the amendment comes to', async () => {
    const { id, lines } = await trade.sold([{ quantity: '100', price: '5' }])
    await trade.shipped([[lines[0]!, '40']], { dispatchedOn: '2026-02-01' })
    const { currency, rate, paymentTerm } = await contract(id)
    const asked = { contractId: id, currency, rate, paymentTerm }
    const line = { id: lines[0]!, quantity: '100', discount: '0' }
    expect(await office.query('preview-sales-contract', { ...asked, lines: [{ ...line, price: '6' }] })).toMatchObject({
      total: { minor: 56_000 },
      added: { minor: 6_000, currency: 'USD' },
    })
    expect(await office.query('preview-sales-contract', { ...asked, lines: [{ ...line, price: '4' }] })).toMatchObject({ added: null })
  })

  test('[H14] shipments that have not left follow in amount; an over-limit approval ends when they come to more', async () => {
    const { id, lines } = await trade.sold([{ quantity: '100', price: '5' }])
    const planned = trade.shipmentOf([[lines[0]!, '60']])
    await office.run('save-shipment', planned)
    expect(await amended(id, firstLine({ price: '6' }))).toMatchObject({ ok: true })
    expect(await office.query('shipment', { id: planned.id })).toMatchObject({ total: { minor: 36_000 }, revision: 2 })
    expect(await amended(id, (t) => ({ ...t, remark: 'marks' }))).toMatchObject({ ok: true })
    expect(await office.query('shipment', { id: planned.id })).toMatchObject({ revision: 2 })
    const gone = await office.run('dispatch-shipment', { id: planned.id, revision: 2, dispatchedOn: '2026-03-02', rate: '7.1' })
    expect(gone.receivables.map((r) => r.amount.minor)).toEqual([36_000])
  })

  test('[C19] a line taken out leaves lists, sales and what is to ship, and what named it keeps it', async () => {
    const { id, dealId, lines } = await trade.sold([
      { quantity: '100', price: '5' },
      { quantity: '10', price: '20' },
    ])
    const planned = trade.shipmentOf([[lines[1]!, '10']], { bookingNumber: 'B1' })
    await office.run('save-shipment', planned)
    await office.run('book-shipment', { id: planned.id, revision: 1, bookingNumber: 'B1' })
    await office.run('discard-shipment', { id: planned.id, revision: 2 })
    expect(await amended(id, (t) => ({ ...t, lines: [t.lines[0]!] }))).toMatchObject({ ok: true })
    expect((await contract(id)).lines).toHaveLength(1)
    expect((await office.query('sales-lines', { params: { contractId: id } })).rows).toHaveLength(1)
    expect(await office.query('lines-to-ship', { customerId: trade.customerId })).toHaveLength(1)
    expect((await office.query('shipment', { id: planned.id })).lines).toHaveLength(1)
    await trade.shipped([[lines[0]!, '100']], { dispatchedOn: '2026-03-02' })
    expect(deal(dealId)).toMatchObject({ stage: 'shipped' })
    // The next amendment does not bring it back.
    expect(await amended(id, (t) => ({ ...t, remark: 'x' }))).toMatchObject({ ok: true })
    expect((await contract(id)).total.minor).toBe(50_000)
  })

  test('[C20] more purchased than would be sold is told, not refused', async () => {
    const { id, lines } = await trade.sold([{ quantity: '100', price: '5', buy: { price: '20' } }])
    const amendment = await prepared(id, firstLine({ quantity: '80' }))
    expect(await office.query('amendment-check', { id: amendment.id })).toEqual({
      stopped: null,
      overPurchased: [{ goods: 'Goods', asked: '80', purchased: '100' }],
    })
    expect(await force(amendment)).toMatchObject({ ok: true })
    expect((await contract(id)).lines).toMatchObject([{ id: lines[0], quantity: '80', purchased: '100' }])
  })
})

describe('control', () => {
  test('[AM6] [A6] [AP-20] raised by 0.01 the approval falls and the next step is blocked until the contract is approved as V2', async () => {
    office.close()
    await open({ approveSalesContract: true, selfApproval: true, signBeforeApproval: true })
    const { id, lines } = await trade.sold([{ quantity: '100', price: '5' }])
    const approve = async () => {
      const { revision } = await contract(id)
      const approvalId = newId()
      await office.run('submit-for-approval', { id: approvalId, kind: 'sales-contract', documentId: id, revision, note: '' })
      const seen = await office.query('approval', { id: approvalId })
      await office.run('approve', { id: approvalId, expect: { revision: seen.revision, contentHash: seen.contentHash }, note: '' })
      return seen
    }
    const { id: asSigned } = await approve()
    const first = trade.shipmentOf([[lines[0]!, '10']])
    expect(await office.send('save-shipment', first)).toMatchObject({ ok: true })
    const amendment = await prepared(id, firstLine({ price: '5.0001' }))
    // In preparation it changes nothing.
    expect(await office.send('save-shipment', trade.shipmentOf([[lines[0]!, '10']]))).toMatchObject({ ok: true })
    expect(await force(amendment)).toMatchObject({ ok: true })
    expect(await contract(id)).toMatchObject({ total: { minor: 50_001 } })
    expect(await office.query('approval', { id: asSigned })).toMatchObject({ state: 'ended' })
    expect(await office.send('save-shipment', trade.shipmentOf([[lines[0]!, '10']]))).toEqual(
      refused('approval-needed', { kind: 'sales-contract', state: 'ended' }),
    )
    const { revision } = await office.query('shipment', { id: first.id })
    expect(await office.send('dispatch-shipment', { id: first.id, revision, dispatchedOn: '2026-03-02', rate: '7.1' })).toEqual(
      refused('approval-needed', { kind: 'sales-contract' }),
    )
    const seen = await approve()
    expect(seen.facts).toMatchObject({ version: 'V2', totalBefore: 'USD 500.00', reason: 'buyer asks', confirmation: 'mail of 2 March' })
    expect(await office.send('dispatch-shipment', { id: first.id, revision, dispatchedOn: '2026-03-02', rate: '7.1' })).toMatchObject({
      ok: true,
    })
  })

  test('[A20] [A21] [C24] the signature waits for approval, and so does an amendment; what was approved as one is not asked for again', async () => {
    office.close()
    await open({ approveSalesContract: true, approvePurchaseContract: true, selfApproval: true })
    const { id, lines } = await trade.sold([{ quantity: '100', price: '5' }], { sign: false })
    const sign = () => office.send('sign-sales-contract', { id, revision: 1, signedOn: '2026-01-05' })
    expect(await sign()).toEqual(refused('approval-needed', { kind: 'sales-contract', state: 'none' }))
    const approve = async (documentId: string, revision: number) => {
      const approvalId = newId()
      await office.run('submit-for-approval', { id: approvalId, kind: 'sales-contract', documentId, revision, note: '' })
      const seen = await office.query('approval', { id: approvalId })
      await office.run('approve', { id: approvalId, expect: { revision: seen.revision, contentHash: seen.contentHash }, note: '' })
      return seen
    }
    await approve(id, 1)
    expect(await sign()).toMatchObject({ ok: true })
    const amendment = await prepared(id, firstLine({ price: '5.5' }))
    expect(await force(amendment)).toEqual(refused('approval-needed', { kind: 'sales-contract', number: 'SC2026-0001 V2', state: 'none' }))
    const seen = await approve(amendment.id, amendment.revision)
    expect(seen).toMatchObject({ number: 'SC2026-0001 V2', amount: { minor: 55_000 }, facts: { version: 'V2', totalBefore: 'USD 500.00' } })
    expect(await force(amendment)).toMatchObject({ ok: true })
    const { revision } = await contract(id)
    expect(await office.query('document-approval', { kind: 'sales-contract', documentId: id, revision })).toMatchObject({
      standing: 'approved',
    })
    expect(await office.send('save-shipment', trade.shipmentOf([[lines[0]!, '10']]))).toMatchObject({ ok: true })
    // Saved again after it was approved, it has to be asked for again.
    const next = await prepared(id, firstLine({ price: '6' }))
    await approve(next.id, next.revision)
    const typed = inputOf(await contract(id))
    const saved = await office.run('save-sales-amendment', {
      ...firstLine({ price: '7' })(typed),
      id: next.id,
      revision: next.revision,
      reason: 'x',
      confirmation: 'y',
    })
    expect(await force({ id: next.id, revision: saved.revision })).toEqual(refused('approval-needed', { state: 'ended' }))
  })

  test('[C25] more is sold to a customer blacklisted since only by nobody; less is taken back', async () => {
    const { id } = await trade.sold([{ quantity: '100', price: '5' }])
    const more = await prepared(id, firstLine({ price: '6' }))
    trade.seed.patch('party', trade.customerId, { status: 'blacklisted' })
    expect(await force(more)).toEqual(refused('inactive-party', { party: 'Buyer' }))
    await office.run('discard-amendment', more)
    expect(await force(await prepared(id, firstLine({ quantity: '50' })))).toMatchObject({ ok: true })
  })

  test('[CR-09] equal to the limit passes; amended to twice as much, the shipment is refused at dispatch', async () => {
    office.close()
    await open({ customerCredit: true })
    writableDb(office.database.write, 0).patch('party', trade.customerId, { creditLimit: 10_000, creditCurrency: 'USD' })
    const one = await trade.sold([{ quantity: '1', price: '100' }])
    const planned = trade.shipmentOf([[one.lines[0]!, '1']])
    await office.run('save-shipment', planned)
    expect(await amended(one.id, firstLine({ quantity: '2' }))).toMatchObject({ ok: true })
    const input = { ...planned, revision: 1, lines: planned.lines.map((l) => ({ ...l, quantity: '2' })) }
    await office.run('save-shipment', input)
    const dispatch = (revision: number) =>
      office.send('dispatch-shipment', { id: planned.id, revision, dispatchedOn: '2026-03-02', rate: '7.1' })
    expect(await dispatch(2)).toEqual(
      refused('credit-limit-exceeded', { exposure: { minor: 20_000, currency: 'USD' }, excess: { minor: 10_000, currency: 'USD' } }),
    )
    await office.run('save-shipment', { ...planned, revision: 2 })
    expect(await dispatch(3)).toMatchObject({ ok: true })
  })

  test('[R10] [H14] an over-limit approval granted for a shipment ends when an amendment makes it dearer', async () => {
    office.close()
    await open({ customerCredit: true, selfApproval: true })
    const seed = writableDb(office.database.write, 0)
    seed.patch('party', trade.customerId, { creditLimit: 10_000, creditCurrency: 'USD' })
    seed.put('exchange_rate', { id: 'USD:2026-01-01', currency: 'USD', date: '2026-01-01', rate: 710_000_000, source: '' })
    const { id, lines } = await trade.sold([{ quantity: '2', price: '100' }])
    const planned = trade.shipmentOf([[lines[0]!, '2']])
    await office.run('save-shipment', planned)
    const { approvalId } = await office.run('request-credit-override', {
      id: newId(),
      shipmentId: planned.id,
      shipmentRevision: 1,
      reason: 'good buyer',
      expiresOn: '2026-03-09',
    })
    const seen = await office.query('approval', { id: approvalId })
    await office.run('approve', { id: approvalId, expect: { revision: seen.revision, contentHash: seen.contentHash }, note: '' })
    expect(await amended(id, firstLine({ price: '100.01' }))).toMatchObject({ ok: true })
    expect(await office.query('approval', { id: approvalId })).toMatchObject({ state: 'ended' })
    expect(await office.send('dispatch-shipment', { id: planned.id, revision: 2, dispatchedOn: '2026-03-02', rate: '7.1' })).toMatchObject({
      refused: 'credit-limit-exceeded',
    })
  })
})
