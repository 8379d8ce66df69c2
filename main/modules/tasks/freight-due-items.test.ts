// Inquiries in today's tasks: late quotes, prices that run out before they are booked; and inquiries that go with their customer to a colleague.
import { afterEach, expect, it } from 'vitest'
import { freightOffice } from '../freight/testing/inquiries.ts'
import { shipments } from '../shipments/index.ts'
import { aTrade } from '../shipments/testing/trade.ts'
import { tasks } from './index.ts'
import { asked } from '../../records/due.ts'
import { askedOn, askedToday, ofRole } from './testing/asked.ts'

let office: Awaited<ReturnType<typeof freightOffice>>['office']
afterEach(() => office.close())

const start = async (switches: Parameters<typeof freightOffice>[0] = {}) => {
  const all = await freightOffice(switches, [shipments, tasks])
  ;({ office } = all)
  const trade = aTrade(office)
  const sale = await trade.sold([{ quantity: '1000', price: '1' }])
  const shipment = trade.shipmentOf([[sale.lines[0]!, '100']], { portOfLoading: 'Ningbo', portOfDischarge: 'Hamburg' })
  await office.run('save-shipment', shipment)
  const revisionOf = (table: string, id: string) =>
    (office.database.write.sql.prepare(`SELECT revision FROM ${table} WHERE id = ?`).get(id) as { revision: number }).revision
  const book = () => office.send('book-shipment', { id: shipment.id, revision: revisionOf('shipment', shipment.id), bookingNumber: 'B-1' })
  const seller = await office.user({
    permissions: ['freight-inquiry.view', 'quotation.view'],
    scopes: { 'freight-inquiry': 'own' },
  })
  const due = async (as = office.owner) =>
    (await askedToday(office, as))
      .filter((g) => g.rule.startsWith('freight-'))
      .map((g) => [g.rule, g.items.map((i) => [i.recordId, i.days])])
  return { ...all, trade, shipment, book, seller, due, partyRevision: (id: string) => revisionOf('party', id) }
}

it('an inquiry whose quotes are late is the clerk’s until all who were asked have answered, or one is chosen; the chosen price until the shipment is booked', async () => {
  const { inquiry, quote, choose, forwarders, shipment, book, seller, due } = await start()
  const late = await inquiry({ neededBy: '2026-03-01', shipmentId: shipment.id, forwarderIds: forwarders.slice(0, 2) })
  await inquiry({ neededBy: '2026-03-03' })
  expect(await due()).toEqual([['freight-quotes-late', [[late, -1]]]])
  expect(await due(seller)).toEqual([])
  const best = await quote(late, forwarders[0]!, 1_000_00, { validTo: '2026-03-05' })
  expect(await due()).toEqual([['freight-quotes-late', [[late, -1]]]])
  await quote(late, forwarders[1]!, 1_100_00, { validTo: '2026-03-05' })
  expect(await due()).toEqual([])
  expect(await choose(late, best)).toMatchObject({ ok: true })
  expect(await due()).toEqual([['freight-quote-expiring', [[late, 3]]]])
  expect(await book()).toMatchObject({ ok: true })
  expect(await due()).toEqual([])
})

it('an inquiry goes with its customer to the new salesperson, stays approved, and is in his tasks', async () => {
  const { inquiry, quote, choose, approve, standing, read, forwarders, carrier, shipment, trade, book, seller, due, partyRevision } =
    await start({
      freightInquiryRequired: true,
      approveFreightInquiry: true,
    })
  const id = await inquiry({ shipmentId: shipment.id })
  const quotes: string[] = []
  for (const forwarder of forwarders.slice(0, 3))
    quotes.push(await quote(id, forwarder, 1_000_00, { carrierId: carrier, validTo: '2026-03-04' }))
  await choose(id, quotes[0]!)
  await approve(id)
  expect(await due(seller)).toEqual([])
  await office.run('hand-over-customer', {
    id: trade.customerId,
    revision: partyRevision(trade.customerId),
    newOwnerId: seller.id,
  })
  expect(await read(id, seller)).toMatchObject({ ownerId: seller.id, status: 'chosen' })
  expect(await standing(id)).toBe('approved')
  // As delivered it is the shipping clerk's.
  expect(await due(seller)).toEqual([])
  const ruleSettings = asked({ first: -3, whom: ['owner'] })
  await office.run('save-reminder-rule', { rule: 'freight-quote-expiring', revision: 1, active: true, ruleSettings })
  expect(await due(seller)).toEqual([['freight-quote-expiring', [[id, 2]]]])
  expect(await book()).toMatchObject({ ok: true })
})

it('[F17] a shipment that needs an inquiry asks clerk and owner two weeks before it leaves, until one is made; only where one is required', async () => {
  const { inquiry, shipment } = await start({ freightInquiryRequired: true })
  await ofRole(office, 'shipping-clerk', 'Clerk')
  const { revision } = await office.query('shipment', { id: shipment.id })
  await office.run('save-shipment', { ...shipment, revision, etd: '2026-03-25' })
  expect(await askedOn(office, '2026-03-10', 'freight-wanted')).toEqual([])
  expect(await askedOn(office, '2026-03-11', 'freight-wanted')).toEqual(['2026-03-25 Clerk, 老板'])
  await inquiry({ shipmentId: shipment.id, neededBy: '2026-03-20' })
  expect(await askedOn(office, '2026-03-11', 'freight-wanted')).toEqual([])
})
