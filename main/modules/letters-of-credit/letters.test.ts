// Letters of credit through the real commands: registered, accepted, amended, drawn, checked, found, and read only in scope.
import { afterEach, describe, expect, it } from 'vitest'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { tasks } from '../tasks/index.ts'
import { workbench } from '../workbench/index.ts'
import { bySight, lettersOffice } from './testing/letters.ts'
import { packageRow } from '../shipments/testing/packed.ts'
import { askedOn, askedToday, ofRole } from '../tasks/testing/asked.ts'

type Started = Awaited<ReturnType<typeof lettersOffice>>
let started: Started
afterEach(() => {
  expect(started.office.faults).toEqual([])
  started.office.close()
})
const start = async () => (started = await lettersOffice({}, [tasks, workbench]))
const usd = (minor: number) => ({ minor, currency: 'USD' })

describe('the credit', () => {
  it('[DC1] is registered under its contracts, owned by their owner, accepted and closed', async () => {
    const { office, trade, input } = await start()
    const seller = await office.user({ permissions: ['sales-contract.view'], scopes: { 'sales-contract': 'own' }, name: 'Seller' })
    const sale = await trade.sold([{ quantity: '100', price: '1' }], { term: bySight, ownerId: seller.id })
    const typed = input({ contractIds: [sale.id], tolerancePlus: '10', toleranceMinus: '10' })
    expect(await office.send('save-letter-of-credit', { ...typed, expiresOn: '2026-01-09' })).toMatchObject({
      refused: 'date-out-of-order',
    })
    expect(await office.send('save-letter-of-credit', { ...typed, latestShipment: '2026-05-01' })).toMatchObject({
      refused: 'date-out-of-order',
    })
    expect(await office.send('save-letter-of-credit', { ...typed, currency: 'EUR' })).toMatchObject({ refused: 'currency-differs' })
    const saved = await office.run('save-letter-of-credit', typed)
    expect(saved.number).toBe('LC2026-0001')
    expect(await office.query('letter-of-credit', { id: typed.id })).toMatchObject({
      ...{ status: 'draft', ownerId: seller.id, most: usd(110_00), drawn: usd(0), left: usd(110_00) },
      contracts: [{ id: sale.id }],
    })
    expect(await office.send('save-letter-of-credit', input({ bankNumber: typed.bankNumber }))).toMatchObject({ refused: 'already-exists' })
    const accepted = await office.run('accept-letter-of-credit', { id: typed.id, revision: 1, acceptedOn: '2026-01-12' })
    expect(await office.send('save-letter-of-credit', { ...typed, revision: accepted.revision, amount: 100_01 })).toMatchObject({
      refused: 'wrong-state',
    })
    const kept = await office.run('save-letter-of-credit', { ...typed, revision: accepted.revision, remark: 'call the bank' })
    await office.run('close-letter-of-credit', { id: typed.id, revision: kept.revision, as: 'closed', reason: 'not needed' })
    expect(await office.query('letter-of-credit', { id: typed.id })).toMatchObject({
      status: 'closed',
      closedReason: 'not needed',
      remark: 'call the bank',
    })
  })

  it('[C25] is not accepted for a customer blacklisted since it came', async () => {
    const { office, seed, trade, input } = await start()
    const typed = input()
    await office.run('save-letter-of-credit', typed)
    const accept = () => office.send('accept-letter-of-credit', { id: typed.id, revision: 1, acceptedOn: '2026-01-12' })
    seed.patch('party', trade.customerId, { status: 'blacklisted' })
    expect(await accept()).toMatchObject({ refused: 'inactive-party', data: { party: 'Buyer' } })
    seed.patch('party', trade.customerId, { status: 'active' })
    expect(await accept()).toMatchObject({ ok: true })
  })

  it('[DC5] an amendment holds when it is accepted, and what was before stays readable', async () => {
    const { office, letter } = await start()
    const { id, revision } = await letter()
    const record = (at: number, terms: object) =>
      office.send('record-letter-amendment', { id, revision: at, receivedOn: '2026-02-01', remark: '', terms })
    expect(await record(revision, { amount: 100_00 })).toMatchObject({ refused: 'nothing-to-do' })
    expect(await record(revision, { amount: 120_00, latestShipment: '2026-04-20' })).toMatchObject({ ok: true, value: { amendment: 1 } })
    expect(await record(revision + 1, { amount: 130_00 })).toMatchObject({ refused: 'wrong-state' })
    const before = await office.query('letter-of-credit', { id })
    expect(before).toMatchObject({ amount: 100_00, attention: 'amendment-pending', amendments: [{ number: 1, state: 'pending' }] })
    const decide = (accept: boolean, at: number) => office.run('decide-letter-amendment', { id, revision: at, accept, on: '2026-02-02' })
    await decide(true, revision + 1)
    const after = await office.query('letter-of-credit', { id })
    expect(after).toMatchObject({ amount: 120_00, latestShipment: '2026-04-20' })
    expect(after.amendments[0]).toMatchObject({
      state: 'accepted',
      changes: [
        { field: 'amount', from: { money: usd(100_00) }, to: { money: usd(120_00) } },
        { field: 'latestShipment', from: { text: '2026-04-10' }, to: { text: '2026-04-20' } },
      ],
    })
    await record(revision + 2, { expiresOn: '2026-05-30' })
    await office.run('decide-letter-amendment', { id, revision: revision + 3, accept: false, on: '2026-02-03' })
    expect(await office.query('letter-of-credit', { id })).toMatchObject({
      expiresOn: '2026-04-30',
      amendments: [{ state: 'rejected' }, {}],
    })
  })

  it('[DC10] is seen and found only in scope, and moves with its customer', async () => {
    const { office, trade, letter, input } = await start()
    const { id, number, bankNumber } = await letter()
    const rights = ['letter-of-credit.view', 'letter-of-credit.edit', 'letter-of-credit.accept', 'letter-of-credit.create'] as const
    const seller = await office.user({ permissions: rights, scopes: { 'letter-of-credit': 'own' } })
    expect(await office.ask('letter-of-credit', { id }, seller)).toMatchObject({ refused: 'not-found' })
    expect(await office.ask('letter-checks', { letterId: id }, seller)).toMatchObject({ refused: 'not-found' })
    expect((await office.query('letters-of-credit', {}, seller)).rows).toEqual([])
    expect(await office.query('find', { text: bankNumber, limit: 5 }, seller)).toEqual([])
    expect(await office.send('accept-letter-of-credit', { id, revision: 2, acceptedOn: '2026-02-01' }, seller)).toMatchObject({
      refused: 'not-found',
    })
    const blind = await office.user({ permissions: [] })
    expect(await office.send('save-letter-of-credit', input(), blind)).toMatchObject({ refused: 'not-permitted' })
    expect(await office.query('find', { text: bankNumber, limit: 5 })).toMatchObject([{ kind: 'letter-of-credit', id, title: number }])
    expect(await office.query('locate', { id })).toMatchObject({ kind: 'letter-of-credit', title: number })
    await office.run('hand-over-customer', { id: trade.customerId, revision: 1, newOwnerId: seller.id })
    expect((await office.query('letters-of-credit', {}, seller)).rows).toMatchObject([{ id }])
    expect(await office.query('find', { text: bankNumber, limit: 5 }, seller)).toMatchObject([{ id }])
  })
})

describe('drawing', () => {
  it('[DC6] presented documents draw, refused ones do not until they are presented again; the rest is exact', async () => {
    const { office, trade, letter, presentation, presented, step } = await start()
    office.at = '2026-03-10T02:00:00.000Z'
    const sale = await trade.sold([{ quantity: '100', price: '1' }], { term: bySight })
    const { id, revision } = await letter({ contractIds: [sale.id], tolerancePlus: '10' })
    const one = await trade.shipped([[sale.lines[0]!, '60']])
    const two = await trade.shipped([[sale.lines[0]!, '40']])
    const left = async () => (await office.query('letter-of-credit', { id })).left.minor
    const p = await presented(id, one.id, { amount: 60_01 })
    expect(await left()).toBe(49_99)
    const refused = await step(p.id, p.revision, 'refused')
    expect(await left()).toBe(110_00)
    const again = await step(p.id, refused.revision, 'presented')
    const { revision: paidAt } = await step(p.id, again.revision, 'paid')
    expect(
      await office.send('record-presentation-step', { id: p.id, revision: paidAt, step: 'refused', on: '2026-03-03', discrepancies: '' }),
    ).toMatchObject({
      refused: 'wrong-state',
    })
    expect(await office.send('save-presentation', { ...p, revision: paidAt })).toMatchObject({ refused: 'wrong-state' })
    expect(await office.send('save-presentation', presentation(id, one.id))).toMatchObject({ refused: 'already-exists' })
    await presented(id, two.id, { amount: 49_99 })
    expect(await office.query('letter-of-credit', { id })).toMatchObject({ status: 'drawn', left: usd(0), drawn: usd(110_00) })
    expect(await office.send('close-letter-of-credit', { id, revision, as: 'closed', reason: 'x' })).toMatchObject({ refused: 'in-use' })
  })
  it('[DC6] only goods of its contracts, and no shipment with documents is dropped', async () => {
    const { office, trade, letter, presentation } = await start()
    const sale = await trade.sold([{ quantity: '100', price: '1' }])
    const other = await trade.sold([{ quantity: '100', price: '1' }])
    const { id } = await letter({ contractIds: [sale.id] })
    const shipment = trade.shipmentOf([[sale.lines[0]!, '50']])
    const foreign = trade.shipmentOf([[other.lines[0]!, '50']])
    await office.run('save-shipment', shipment)
    await office.run('save-shipment', foreign)
    expect(await office.send('save-presentation', presentation(id, foreign.id))).toMatchObject({ refused: 'invalid-input' })
    const p = await office.run('save-presentation', presentation(id, shipment.id))
    expect(await office.send('discard-shipment', { id: shipment.id, revision: 1 })).toMatchObject({
      refused: 'in-use',
      data: { by: 'letter-of-credit' },
    })
    await office.run('discard-presentation', p)
    await office.run('discard-shipment', { id: shipment.id, revision: 1 })
  })
})

describe('the check of documents', () => {
  const results = async (shipmentId: string) => {
    const [first] = await started.office.query('letter-checks', { shipmentId })
    return Object.fromEntries(first!.lines.map((l) => [l.check, l.result]))
  }
  it('[DC7] a clean presentation is in order line by line', async () => {
    const { office, trade, letter, presented } = await start()
    office.at = '2026-03-10T02:00:00.000Z'
    const sale = await trade.sold([{ quantity: '100', price: '1' }], { term: bySight })
    const doc = { id: newId(), kind: 'bill-of-lading' as const, originals: 3, copies: 3, note: '' }
    const { id } = await letter({
      ...{ contractIds: [sale.id], applicant: 'BUYER', partialShipment: false, transhipment: false, documents: [doc] },
      ...{ portOfLoading: 'Ningbo', portOfDischarge: 'Hamburg' },
    })
    const more = { vessel: 'EVER', billOfLadingNumber: 'BL1', portOfLoading: 'NINGBO', portOfDischarge: 'Hamburg' }
    const shipment = await trade.shipped([[sale.lines[0]!, '100']], {}, more)
    await office.run('record-shipment-step', { id: shipment.id, revision: shipment.revision, step: 'on-board', on: '2026-03-02' })
    const said = {
      insuredAmount: 110_00,
      insuredOn: '2026-03-01',
      packingCartons: 10,
      billCartons: 10,
      packingGross: '120.5',
      billGross: '120.5',
    }
    await presented(id, shipment.id, { ...said, transhipped: false, ticked: [doc.id] }, '2026-03-10')
    const [shown] = await office.query('letter-checks', { letterId: id })
    expect(shown!.lines.filter((l) => l.result !== 'ok')).toEqual([])
    expect(shown).toMatchObject({ deadline: '2026-03-23', planned: false, discrepancies: 0, unknown: 0 })
  })
  it('[DC7] reads the bill’s cartons, weight, measurement and marks off the shipment where nothing else is typed', async () => {
    const { office, trade, letter } = await start()
    const sale = await trade.sold([{ quantity: '100', price: '1' }], { term: bySight })
    const { id: letterId } = await letter({ contractIds: [sale.id] })
    const bill = { billPackages: 9, billGrossWeight: '120.5', billVolume: '1.2', billMarks: 'BUYER' }
    const shipment = await trade.shipped([[sale.lines[0]!, '100']], {}, bill)
    const { id, revision, input } = shipment
    const packages = [packageRow(input.lines[0]!.id, '100', 10, { grossTotal: '120.5', netTotal: '100', volumeTotal: '1.25' })]
    await office.run('save-shipment', { ...input, id, revision, packages })
    const [shown] = await office.query('letter-checks', { letterId })
    const line = (check: string) => shown!.lines.find((l) => l.check === check)
    expect(line('cartons')).toMatchObject({ result: 'discrepancy', asked: { text: '10' }, found: { text: '9' } })
    expect(line('gross-weight')).toMatchObject({ result: 'ok', found: { text: '120.5 kg' } })
    expect(line('volume')).toMatchObject({ result: 'discrepancy', asked: { text: '1.25 m³' }, found: { text: '1.2 m³' } })
    expect(line('marks')).toMatchObject({ result: 'discrepancy', found: { text: 'BUYER' } })
  })
  it('[DC7] names every discrepancy with both figures', async () => {
    const { office, trade, letter, presented } = await start()
    office.at = '2026-03-08T02:00:00.000Z'
    const sale = await trade.sold([{ quantity: '100', price: '1' }], { term: bySight })
    const docs = [1, 2].map(() => ({ id: newId(), kind: 'other' as const, originals: 1, copies: 0, note: '' }))
    const { id } = await letter({
      ...{ contractIds: [sale.id], applicant: 'Buyer GmbH', amount: 59_99, partialShipment: false, transhipment: false, documents: docs },
      ...{ latestShipment: '2026-03-01', presentationDays: 5, portOfLoading: 'Shanghai', portOfDischarge: 'Hamburg' },
    })
    const more = { portOfLoading: 'Ningbo', portOfDischarge: 'Hamburg' }
    const shipment = await trade.shipped([[sale.lines[0]!, '60']], {}, more)
    await office.run('record-shipment-step', { id: shipment.id, revision: shipment.revision, step: 'on-board', on: '2026-03-02' })
    const said = {
      amount: 60_00,
      insuredAmount: 65_99,
      insuredOn: '2026-03-03',
      packingCartons: 10,
      billCartons: 9,
      packingGross: '1',
      billGross: '1.001',
    }
    await presented(id, shipment.id, { ...said, transhipped: true, ticked: [docs[0]!.id] }, '2026-03-08')
    const all = await results(shipment.id)
    expect(Object.keys(all).filter((check) => all[check] === 'discrepancy')).toEqual([
      ...['applicant', 'amount', 'quantity', 'partial-shipment', 'cartons', 'gross-weight', 'latest-shipment', 'ports', 'transhipment'],
      ...['insurance', 'insurance-date', 'presentation', 'documents'],
    ])
    const [shown] = await office.query('letter-checks', { letterId: id })
    const line = (check: string) => shown!.lines.find((l) => l.check === check)
    expect(line('amount')).toMatchObject({ asked: { money: usd(57_00), upTo: usd(59_99) }, found: { money: usd(60_00) } })
    expect(line('insurance')).toMatchObject({ asked: { money: usd(66_00) }, found: { money: usd(65_99) } })
    expect(line('presentation')).toMatchObject({ asked: { text: '2026-03-07' }, found: { text: '2026-03-08' } })
    expect(line('latest-shipment')).toMatchObject({ asked: { text: '2026-03-01' }, found: { text: '2026-03-02' } })
  })
  it('[DC3] [DC7] before shipment the deadline is planned by the ETD and what is not known says so', async () => {
    const { office, trade, letter } = await start()
    const term = [
      { share: '30', event: 'on-signing' as const, days: 0 },
      { share: '70', event: 'letter-of-credit' as const, days: 0 },
    ]
    const sale = await trade.sold([{ quantity: '100', price: '1' }], { term })
    const { id } = await letter({ contractIds: [sale.id], amount: 70_00 })
    const shipment = trade.shipmentOf([[sale.lines[0]!, '50']], { etd: '2026-04-15' })
    await office.run('save-shipment', shipment)
    const [shown] = await office.query('letter-checks', { shipmentId: shipment.id })
    expect(shown).toMatchObject({ letter: { id }, drawing: usd(35_00), deadline: '2026-04-30', planned: true, presentation: null })
    expect(await results(shipment.id)).toMatchObject({
      amount: 'ok',
      'latest-shipment': 'unknown',
      insurance: 'unknown',
      presentation: 'unknown',
    })
    office.at = '2026-04-11T02:00:00.000Z'
    expect(await results(shipment.id)).toMatchObject({ 'latest-shipment': 'discrepancy' })
  })
})

describe('dates that ask for something', () => {
  const asked = async (mine = false) =>
    (await askedToday(started.office, started.office.owner, mine ? 'mine' : 'team'))
      .filter((g) => g.rule.startsWith('letter'))
      .map((g) => [g.rule, g.items.map((i) => [i.dueOn, i.days])])
  it('[DC4] [DC9] a missing credit, shipment, presentation and expiry come when they are near and go with their cause', async () => {
    const { office, trade, letter, presented, seed } = await start()
    const sale = await trade.sold([{ quantity: '100', price: '1' }], { term: bySight })
    seed.patch('sales_contract', sale.id, { latestShipment: '2026-04-10' })
    expect(await asked()).toEqual([])
    expect(await office.query('contract-letters', { contractId: sale.id })).toMatchObject({
      needed: true,
      state: 'missing',
      asked: usd(100_00),
    })
    office.at = '2026-03-11T02:00:00.000Z'
    expect(await asked()).toEqual([['letter-missing', [['2026-04-10', 30]]]])
    const { id } = await letter({ contractIds: [sale.id] })
    expect(await office.query('contract-letters', { contractId: sale.id })).toMatchObject({ state: 'accepted', letters: [{ id }] })
    expect(await asked()).toEqual([])
    office.at = '2026-03-27T02:00:00.000Z'
    expect(await asked()).toEqual([['letter-shipment', [['2026-04-10', 14]]]])
    expect((await office.query('letters-of-credit', {})).rows).toMatchObject([{ attention: 'shipment-near', daysLeft: 34 }])
    office.at = '2026-03-30T02:00:00.000Z'
    const shipment = await trade.shipped([[sale.lines[0]!, '100']], { dispatchedOn: '2026-03-28' })
    expect(await asked()).toEqual([])
    await office.run('record-shipment-step', { id: shipment.id, revision: shipment.revision, step: 'on-board', on: '2026-03-30' })
    expect(await asked()).toEqual([])
    office.at = '2026-04-13T02:00:00.000Z'
    expect(await asked()).toEqual([['letter-presentation', [['2026-04-20', 7]]]])
    office.at = '2026-04-16T02:00:00.000Z'
    expect(await asked(true)).toEqual([
      // It asks for the first time today; the other one asked before.
      ['letter-expiry', [['2026-04-30', 14]]],
      ['letter-presentation', [['2026-04-20', 4]]],
    ])
    expect((await office.query('letters-of-credit', {})).rows).toMatchObject([
      { attention: 'presentation-due', presentBy: '2026-04-20', daysLeft: 4 },
    ])
    await presented(id, shipment.id, {}, '2026-04-16')
    expect(await asked()).toEqual([])
    expect((await office.query('letters-of-credit', { params: { openOnly: true } })).rows).toEqual([])
  })

  it('[DC12] an amendment asks clerk and salesperson after two working days, until it is decided', async () => {
    const { office, trade, letter } = await start()
    await ofRole(office, 'shipping-clerk', 'Clerk')
    const seller = await ofRole(office, 'salesperson', 'Seller')
    const sale = await trade.sold([{ quantity: '100', price: '1' }], { term: bySight, ownerId: seller.id })
    const { id, revision } = await letter({ contractIds: [sale.id] })
    office.at = '2026-03-05T02:00:00.000Z'
    const terms = { latestShipment: '2026-04-20' }
    const made = await office.run('record-letter-amendment', { id, revision, receivedOn: '2026-03-05', remark: '', terms })
    // Thursday; two working days on is Monday.
    expect(await askedOn(office, '2026-03-06', 'letter-amendment')).toEqual([])
    expect(await askedOn(office, '2026-03-09', 'letter-amendment')).toEqual(['2026-03-05 Clerk, Seller'])
    await office.run('decide-letter-amendment', { id, revision: made.revision, accept: false, on: '2026-03-09' })
    expect(await askedOn(office, '2026-03-09', 'letter-amendment')).toEqual([])
  })

  it('[DC13] documents that nobody has sent ask the clerk a week before the ship is there, on short voyages two days after it sailed', async () => {
    const { office, trade, letter, presented } = await start()
    await ofRole(office, 'shipping-clerk', 'Clerk')
    const left = async (eta: string, onBoard: string) => {
      const sale = await trade.sold([{ quantity: '100', price: '1' }], { term: bySight })
      const { id, revision } = await trade.shipped([[sale.lines[0]!, '100']], { dispatchedOn: '2026-03-02' }, { eta })
      const step = await office.run('record-shipment-step', { id, revision, step: 'on-board', on: onBoard })
      return { id, revision: step.revision, sale }
    }
    const far = await left('2026-03-31', '2026-03-02')
    const near = await left('2026-03-08', '2026-03-02')
    const asked = async (day: string) => [
      await askedOn(office, day, 'documents-not-sent'),
      await askedOn(office, day, 'documents-not-sent-short'),
    ]
    expect(await asked('2026-03-03')).toEqual([[], []])
    expect(await asked('2026-03-04')).toEqual([[], ['2026-03-02 Clerk']])
    await office.run('record-shipment-step', { id: near.id, revision: near.revision, step: 'documents-delivered', on: '2026-03-04' })
    expect(await asked('2026-03-04')).toEqual([[], []])
    expect(await asked('2026-03-23')).toEqual([[], []])
    expect(await asked('2026-03-24')).toEqual([['2026-03-31 Clerk'], []])
    // Under a credit they go to the bank.
    const { id } = await letter({ contractIds: [far.sale.id] })
    await presented(id, far.id, {}, '2026-03-24')
    expect(await asked('2026-03-24')).toEqual([[], []])
  })
})
