// Shipments under the freight switch: what carries one past planned is refused until an inquiry covers it; what ends the cover.
import { afterEach, describe, expect, it } from 'vitest'
import { freightOffice } from '../freight/testing/inquiries.ts'
import { aTrade } from './testing/trade.ts'
import { shipments } from './index.ts'

let office: Awaited<ReturnType<typeof freightOffice>>['office']
afterEach(() => office.close())

const start = async (switches: Parameters<typeof freightOffice>[0] = { freightInquiryRequired: true, approveFreightInquiry: true }) => {
  const all = await freightOffice(switches, [shipments])
  ;({ office } = all)
  const trade = aTrade(office)
  const sale = await trade.sold([{ quantity: '1000', price: '1' }])
  const input = trade.shipmentOf([[sale.lines[0]!, '100']], { portOfLoading: 'Ningbo', portOfDischarge: 'Hamburg' })
  await office.run('save-shipment', input)
  const { id } = input
  const revisionOf = () =>
    (office.database.write.sql.prepare('SELECT revision FROM shipment WHERE id = ?').get(id) as { revision: number }).revision
  const book = () => office.send('book-shipment', { id, revision: revisionOf(), bookingNumber: 'B-1' })
  const dispatch = () => office.send('dispatch-shipment', { id, revision: revisionOf(), dispatchedOn: '2026-03-02', rate: '7.1' })
  const save = (more: Partial<typeof input>) => office.send('save-shipment', { ...input, ...more, revision: revisionOf() })
  /** An inquiry for the shipment with three quotes, the cheapest by Beta. */
  const inquired = async (more: Parameters<typeof all.inquiry>[0] = {}) => {
    const inquiryId = await all.inquiry({ shipmentId: id, ...more })
    const quotes = []
    for (const [i, f] of all.forwarders.slice(0, 3).entries())
      quotes.push(await all.quote(inquiryId, f, [3, 2, 4][i]! * 1_000_00, { carrierId: all.carrier, validTo: '2026-03-10' }))
    return { inquiryId, quotes }
  }
  const chosen = async () => {
    const { inquiryId, quotes } = await inquired()
    expect(await all.choose(inquiryId, quotes[1]!)).toMatchObject({ ok: true })
    return inquiryId
  }
  const approved = async () => {
    const inquiryId = await chosen()
    await all.approve(inquiryId)
    return inquiryId
  }
  return { ...all, trade, sale, input, id, book, dispatch, save, inquired, chosen, approved }
}
const row = (table: string, id: string) => office.database.write.sql.prepare(`SELECT * FROM ${table} WHERE id = ?`).get(id) as never

describe('[H15] [F9] past planned only with a covering inquiry', () => {
  it('[AP-18] booking is refused step by step: no inquiry, too few quotes, no choice, not approved; then it goes', async () => {
    const { id, book, inquiry, quote, forwarders, choose, approve, carrier } = await start()
    expect(await book()).toMatchObject({ refused: 'freight-inquiry-needed', data: { needed: 3 } })
    const inquiryId = await inquiry({ shipmentId: id })
    const first = await quote(inquiryId, forwarders[0]!, 1, { carrierId: carrier })
    await quote(inquiryId, forwarders[1]!, 2)
    expect(await book()).toMatchObject({ refused: 'freight-quotes-needed', data: { valid: 2, missing: 1 } })
    await quote(inquiryId, forwarders[2]!, 3)
    expect(await book()).toMatchObject({ refused: 'freight-choice-needed' })
    await choose(inquiryId, first)
    expect(await book()).toMatchObject({ refused: 'approval-needed', data: { kind: 'freight-inquiry', state: 'none' } })
    const { problem } = await office.query('shipment-freight', { shipmentId: id })
    expect(problem).toMatchObject({ refused: 'approval-needed' })
    await approve(inquiryId)
    expect(await book()).toMatchObject({ ok: true })
    expect(row('shipment', id)).toMatchObject({ status: 'booked', forwarderId: forwarders[0], carrierId: carrier })
  })
  it('dispatch without booking and a booking number typed into the shipment are checked alike', async () => {
    const { dispatch, save, approved, input } = await start()
    expect(await dispatch()).toMatchObject({ refused: 'freight-inquiry-needed' })
    expect(await save({ bookingNumber: 'S/O 1' })).toMatchObject({ refused: 'freight-inquiry-needed' })
    const fresh = { ...input, id: crypto.randomUUID(), lines: [], bookingNumber: 'S/O 1' }
    const lines = [{ id: crypto.randomUUID(), salesLineId: input.lines[0]!.salesLineId, quantity: '1' }]
    expect(await office.send('save-shipment', { ...fresh, lines })).toMatchObject({ refused: 'freight-inquiry-needed' })
    expect(await save({ vessel: 'EVER' })).toMatchObject({ ok: true })
    await approved()
    expect(await save({ bookingNumber: 'S/O 1' })).toMatchObject({ ok: true })
    expect(await dispatch()).toMatchObject({ ok: true })
  })
  it('without approval of inquiries a choice is enough; with the switch off nothing is asked', async () => {
    const one = await start({ freightInquiryRequired: true })
    await one.chosen()
    expect(await one.book()).toMatchObject({ ok: true })
    office.close()
    const two = await start({ approveFreightInquiry: true })
    expect(await two.book()).toMatchObject({ ok: true })
    expect(await two.dispatch()).toMatchObject({ ok: true })
  })
  it('a change of the inquiry by 0.01 after approval stops the booking', async () => {
    const { approved, quote, forwarders, book } = await start()
    const inquiryId = await approved()
    await quote(inquiryId, forwarders[0]!, 3_000_01)
    expect(await book()).toMatchObject({ refused: 'approval-needed', data: { state: 'ended' } })
  })
  it('an inquiry that is void, closed or for another shipment covers nothing', async () => {
    const { approved, revisionOf, book, inquired } = await start()
    const inquiryId = await approved()
    await office.run('close-freight-inquiry', { id: inquiryId, revision: revisionOf(inquiryId) })
    expect(await book()).toMatchObject({ refused: 'freight-inquiry-needed' })
    await inquired({ shipmentId: null })
    expect(await book()).toMatchObject({ refused: 'freight-inquiry-needed' })
  })
  it('other quotes may run out after the choice; the chosen one must hold on the day of booking', async () => {
    const { approved, book, id } = await start()
    await approved()
    office.at = '2026-03-10T02:00:00.000Z'
    expect((await office.query('shipment-freight', { shipmentId: id })).problem).toBeNull()
    office.at = '2026-03-11T02:00:00.000Z'
    expect(await book()).toMatchObject({ refused: 'freight-quote-expired', data: { forwarder: 'Beta', validTo: '2026-03-10' } })
  })
  it('another forwarder than the chosen one is refused', async () => {
    const { approved, save, book, forwarders } = await start()
    await approved()
    await save({ forwarderId: forwarders[0]! })
    expect(await book()).toMatchObject({ refused: 'party-differs', data: { expected: 'Beta', found: 'Alpha' } })
    await save({ forwarderId: forwarders[1]! })
    expect(await book()).toMatchObject({ ok: true })
  })
})

describe('[F9] [F11] what ends the cover', () => {
  const box = (type: string) => ({ type, number: '', seal: '' })
  it('other ports or more containers on the shipment, before and after booking', async () => {
    const { approved, save, book, dispatch } = await start()
    await approved()
    await save({ portOfDischarge: 'Rotterdam' })
    expect(await book()).toMatchObject({ refused: 'freight-not-covered', data: { field: 'portOfDischarge', inquired: 'Hamburg' } })
    await save({ containers: [box('40HQ'), box('40HQ'), box('40HQ')] })
    expect(await book()).toMatchObject({ refused: 'freight-not-covered', data: { inquired: '2×40HQ', shipped: '3×40HQ' } })
    await save({ containers: [box('40HQ')] })
    expect(await book()).toMatchObject({ ok: true })
    await save({ bookingNumber: 'B-1', forwarderId: null, containers: [box('20GP')] })
    expect(await dispatch()).toMatchObject({ refused: 'freight-not-covered', data: { field: 'containers' } })
    await save({ bookingNumber: 'B-1', containers: [box('40HQ'), box('40HQ')] })
    office.at = '2026-03-20T02:00:00.000Z'
    expect(await dispatch()).toMatchObject({ ok: true })
  })
  it('[F10] a booked shipment holds its inquiry until it has left; dispatch closes it, reversal opens it, dropping releases it', async () => {
    const { approved, book, dispatch, revisionOf, id, standing, fields, forwarders } = await start()
    const inquiryId = await approved()
    await book()
    const at = () => ({ id: inquiryId, revision: revisionOf(inquiryId) })
    const held = { refused: 'in-use', data: { by: 'shipment' } }
    expect(await office.send('void-freight-inquiry', { ...at(), reason: 'x' })).toMatchObject(held)
    expect(await office.send('close-freight-inquiry', at())).toMatchObject(held)
    const unlinked = fields({ forwarderIds: forwarders.slice(0, 3) })
    expect(await office.send('save-freight-inquiry', { ...at(), ...unlinked })).toMatchObject(held)
    expect(await dispatch()).toMatchObject({ ok: true })
    expect(row('freight_inquiry', inquiryId)).toMatchObject({ status: 'closed' })
    expect(await standing(inquiryId)).toBe('approved')
    const shipment = row('shipment', id) as { revision: number }
    await office.run('reverse-dispatch', { id, revision: shipment.revision, on: '2026-03-02', reason: 'x' })
    expect(row('freight_inquiry', inquiryId)).toMatchObject({ status: 'chosen' })
    expect(await dispatch()).toMatchObject({ ok: true })
  })
  it('[F10] a dropped shipment releases its inquiry, which stays as approved as it was', async () => {
    const { approved, id, standing, book } = await start()
    const inquiryId = await approved()
    await book()
    const shipment = row('shipment', id) as { revision: number }
    await office.run('discard-shipment', { id, revision: shipment.revision })
    expect(row('freight_inquiry', inquiryId)).toMatchObject({ status: 'chosen', shipmentId: null, bookedOn: null })
    expect(await standing(inquiryId)).toBe('approved')
  })
  it('[F11] what was booked before the company required inquiries goes on', async () => {
    const { book, dispatch, id } = await start({})
    await book()
    const company = office.database.write.sql.prepare("SELECT value FROM setting WHERE key = 'company'").get() as { value: string }
    const on = JSON.parse(company.value) as { switches: Record<string, unknown> }
    on.switches['freightInquiryRequired'] = true
    office.database.write.sql.prepare("UPDATE setting SET value = ? WHERE key = 'company'").run(JSON.stringify(on))
    expect((await office.query('shipment-freight', { shipmentId: id })).problem).toBeNull()
    expect(await dispatch()).toMatchObject({ ok: true })
  })
})
