// Inquiries through the real commands: quotes, comparison, choice, approval, expected freight, sight.
import { afterEach, describe, expect, it } from 'vitest'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { aTrade } from '../shipments/testing/trade.ts'
import { shipments } from '../shipments/index.ts'
import { expectedFreightOfDeal } from './index.ts'
import { freightOffice, line } from './testing/inquiries.ts'

let started: Awaited<ReturnType<typeof freightOffice>>
afterEach(() => started.office.close())
const start = async (...given: Parameters<typeof freightOffice>) => (started = await freightOffice(...given))
const required = { freightInquiryRequired: true, approveFreightInquiry: true }

describe('[AP-18] enough valid quotes of different forwarders', () => {
  it('2 quotes: refused with "1 more quote needed"; with 3 it is chosen and goes to approval', async () => {
    const { forwarders, inquiry, quote, choose, read, approve, standing } = await start(required)
    const id = await inquiry({ forwarderIds: forwarders.slice(0, 3) })
    const first = await quote(id, forwarders[0]!, 2_000_00)
    await quote(id, forwarders[1]!, 2_100_00)
    expect(await choose(id, first)).toMatchObject({
      refused: 'freight-quotes-needed',
      data: { needed: 3, valid: 2, missing: 1, declined: 0, expired: 0 },
    })
    expect(await read(id)).toMatchObject({ status: 'asking', valid: 2, missing: 1, chosen: null })
    await quote(id, forwarders[2]!, 2_200_00)
    expect(await choose(id, first)).toMatchObject({ ok: true })
    expect(await read(id)).toMatchObject({ status: 'chosen', chosen: { quoteId: first, quotesCounted: 3 } })
    await approve(id)
    expect(await standing(id)).toBe('approved')
  })
  it('a declined quote does not count, whoever declines', async () => {
    const { forwarders, inquiry, quote, decline, choose } = await start(required)
    const id = await inquiry()
    const [first] = [await quote(id, forwarders[0]!, 1), await quote(id, forwarders[1]!, 2), await quote(id, forwarders[2]!, 3)]
    await decline(id, forwarders[2]!)
    expect(await choose(id, first!)).toMatchObject({ refused: 'freight-quotes-needed', data: { valid: 2, missing: 1, declined: 1 } })
    await quote(id, forwarders[2]!, 4)
    expect(await choose(id, first!)).toMatchObject({ ok: true })
  })
  it('an expired quote does not count, and counts on its last day', async () => {
    const { office, forwarders, inquiry, quote, choose } = await start(required)
    const id = await inquiry()
    const first = await quote(id, forwarders[0]!, 1)
    await quote(id, forwarders[1]!, 2)
    await quote(id, forwarders[2]!, 3, { validTo: '2026-03-02' })
    office.at = '2026-03-03T02:00:00.000Z'
    expect(await choose(id, first)).toMatchObject({ refused: 'freight-quotes-needed', data: { valid: 2, missing: 1, expired: 1 } })
    office.at = '2026-03-02T02:00:00.000Z'
    expect(await choose(id, first)).toMatchObject({ ok: true })
  })
  it('[C25] the quote of a forwarder switched off since is not chosen', async () => {
    const { seed, forwarders, inquiry, quote, choose, read } = await start()
    const id = await inquiry({ forwarderIds: forwarders.slice(0, 1) })
    const first = await quote(id, forwarders[0]!, 1)
    seed.patch('party', forwarders[0]!, { active: 0 })
    expect(await choose(id, first)).toMatchObject({ refused: 'inactive-party', data: { party: 'Alpha' } })
    expect((await read(id)).chosen).toBeNull()
    seed.patch('party', forwarders[0]!, { active: 1 })
    expect(await choose(id, first)).toMatchObject({ ok: true })
  })
  it('two quotes of one forwarder count once', async () => {
    const { forwarders, inquiry, quote, choose, read } = await start(required)
    const id = await inquiry()
    await quote(id, forwarders[0]!, 5)
    const again = await quote(id, forwarders[0]!, 4)
    await quote(id, forwarders[1]!, 6)
    expect(await choose(id, again)).toMatchObject({ refused: 'freight-quotes-needed', data: { valid: 2, missing: 1 } })
    const [asked] = (await read(id)).forwarders
    expect(asked).toMatchObject({
      state: 'quoted',
      quote: { id: again, round: 2, state: 'valid' },
      earlier: [{ round: 1, state: 'superseded' }],
    })
  })
  it('with the switch off one quote is enough; the company may need another number', async () => {
    const { forwarders, inquiry, quote, choose } = await start({})
    const id = await inquiry()
    expect(await choose(id, await quote(id, forwarders[0]!, 1))).toMatchObject({ ok: true })
    started.office.close()
    const two = await start({ ...required, freightQuotesNeeded: 2 })
    const other = await two.inquiry()
    const first = await two.quote(other, two.forwarders[0]!, 1)
    expect(await two.choose(other, first)).toMatchObject({ data: { needed: 2, valid: 1, missing: 1 } })
    await two.quote(other, two.forwarders[1]!, 2)
    expect(await two.choose(other, first)).toMatchObject({ ok: true })
  })
})

describe('comparison', () => {
  it('[F3] [F6] totals in base at the day’s rates, the cheapest and fastest marked, how far the others are above it', async () => {
    const { forwarders, inquiry, quote, read } = await start()
    const id = await inquiry({ containers: [{ type: '40HQ', count: 2 }] })
    const dear = await quote(id, forwarders[0]!, 2_000_00, { transitDays: 28 })
    const cheap = await quote(id, forwarders[1]!, 0, {
      transitDays: 35,
      lines: [line(1_900_00), line(300_00, { kind: 'local', basis: 'bill', currency: 'CNY' })],
    })
    const seen = await read(id)
    expect(seen).toMatchObject({ cheapest: cheap, fastest: dear, valid: 2, missing: 0 })
    expect(seen.forwarders.map((f) => f.quote)).toMatchObject([
      {
        totalBase: { minor: 28_400_00, currency: 'CNY' },
        aboveBest: { minor: 1_120_00 },
        perUnit: [{ unit: '40HQ', base: { minor: 14_200_00 } }],
      },
      { totalBase: { minor: 27_280_00 }, aboveBest: { minor: 0 }, amounts: [{ minor: 3_800_00, currency: 'USD' }, { minor: 300_00 }] },
    ])
  })
  it('[F6] a currency without a rate: no total, named; it can’t be chosen, and others then want a reason', async () => {
    const { forwarders, inquiry, quote, read, choose } = await start()
    const id = await inquiry()
    const known = await quote(id, forwarders[0]!, 2_000_00)
    const unknown = await quote(id, forwarders[1]!, 0, { lines: [line(1, { currency: 'JPY' }), line(1)] })
    expect((await read(id)).forwarders[1]!.quote).toMatchObject({ totalBase: null, missingRate: 'JPY', aboveBest: null })
    expect(await choose(id, unknown)).toMatchObject({ refused: 'rate-missing', data: { currency: 'JPY' } })
    expect(await choose(id, known)).toMatchObject({ refused: 'invalid-input', data: { issues: [{ path: 'reason' }] } })
    expect(await choose(id, known, '老货代')).toMatchObject({ ok: true })
  })
  it('[F16] all in one currency without a rate: compared in it, the cheapest marked and chosen; the base stays unknown until a rate is there', async () => {
    const { seed, forwarders, inquiry, quote, read, choose } = await start()
    const id = await inquiry({ containers: [{ type: '40HQ', count: 1 }] })
    const yen = (amount: number) => ({ lines: [line(amount, { currency: 'JPY' })] })
    const dear = await quote(id, forwarders[0]!, 0, yen(310_000))
    const cheap = await quote(id, forwarders[1]!, 0, yen(300_000))
    const seen = await read(id)
    expect(seen.cheapest).toBe(cheap)
    expect(seen.forwarders.map((f) => f.quote)).toMatchObject([
      { totalBase: null, compared: { minor: 310_000, currency: 'JPY' }, aboveBest: { minor: 10_000, currency: 'JPY' } },
      { totalBase: null, compared: { minor: 300_000, currency: 'JPY' }, aboveBest: { minor: 0 }, missingRate: 'JPY' },
    ])
    // The dearer one wants a reason here too.
    expect(await choose(id, dear)).toMatchObject({ refused: 'invalid-input', data: { issues: [{ path: 'reason' }] } })
    expect(await choose(id, cheap)).toMatchObject({ ok: true })
    expect((await read(id)).chosen).toMatchObject({ totalBase: null, amounts: [{ minor: 300_000, currency: 'JPY' }] })
    seed.put('exchange_rate', { id: 'JPY:2026-01-01', currency: 'JPY', date: '2026-01-01', rate: 5_000_000, source: '' })
    expect((await read(id)).forwarders[1]!.quote).toMatchObject({ compared: { currency: 'CNY' }, totalBase: { minor: 15_000_00 } })
    // Another currency beside it: then a rate is needed again.
    const other = await inquiry({ containers: [{ type: '40HQ', count: 1 }] })
    const pounds = await quote(other, forwarders[0]!, 0, { lines: [line(1, { currency: 'GBP' })] })
    await quote(other, forwarders[1]!, 1_00)
    expect(await choose(other, pounds)).toMatchObject({ refused: 'rate-missing', data: { currency: 'GBP' } })
  })
  it('[F4] a quote that leaves a container type unpriced is refused, and stops counting when the cargo grows one', async () => {
    const { office, forwarders, inquiry, quoting, quote, read, fields, revisionOf } = await start()
    const id = await inquiry({ containers: [{ type: '40HQ', count: 1 }] })
    expect(
      await office.send('register-freight-quote', quoting(id, forwarders[0]!, 0, { lines: [line(1, { containerType: '20GP' })] })),
    ).toMatchObject({ refused: 'freight-quote-incomplete', data: { unpriced: ['40HQ'] } })
    await quote(id, forwarders[0]!, 0, { lines: [line(2_000_00, { containerType: '40HQ' })] })
    const grown = fields({
      containers: [
        { type: '40HQ', count: 1 },
        { type: '20GP', count: 1 },
      ],
      forwarderIds: [forwarders[0]!],
    })
    await office.run('save-freight-inquiry', { id, revision: revisionOf(id), ...grown })
    expect(await read(id)).toMatchObject({
      valid: 0,
      forwarders: [{ quote: { state: 'incomplete', totalBase: null, unpriced: ['20GP'] } }],
    })
  })
  it('[F5] quotes stay with the ports they were given for', async () => {
    const { office, forwarders, inquiry, quote, read, fields, revisionOf } = await start()
    const id = await inquiry()
    await quote(id, forwarders[0]!, 1)
    const moved = fields({ portOfDischarge: 'Rotterdam', forwarderIds: [forwarders[0]!] })
    await office.run('save-freight-inquiry', { id, revision: revisionOf(id), ...moved })
    expect(await read(id)).toMatchObject({ valid: 0, forwarders: [{ quote: { state: 'other-route' } }] })
  })
  it('[F6] the list of inquiries and that of quotes judge as the comparison does', async () => {
    const { office, forwarders, inquiry, quote, decline, read } = await start()
    const id = await inquiry({ forwarderIds: [forwarders[3]!] })
    await quote(id, forwarders[0]!, 9_00)
    await quote(id, forwarders[0]!, 8_00)
    await quote(id, forwarders[1]!, 5_00, { validTo: '2026-03-01' })
    await quote(id, forwarders[2]!, 6_00)
    await decline(id, forwarders[2]!)
    const seen = await read(id)
    const quotes = await office.query('freight-quotes', {})
    const states = new Map(quotes.rows.map((r) => [r['id'], r['state']]))
    for (const f of seen.forwarders)
      for (const q of [f.quote, ...f.earlier]) if (q) expect([q.id, states.get(q.id)]).toEqual([q.id, q.state])
    expect([...states.values()].toSorted()).toEqual(['declined', 'expired', 'superseded', 'valid'])
    const [row] = (await office.query('freight-inquiries', {})).rows
    expect(row).toMatchObject({ quotesValid: 1, quotesAsked: 4, cargo: '2×40HQ', bestBase: { minor: 113_60, currency: 'CNY' } })
  })
})

describe('choice and approval', () => {
  const chosen = async () => {
    const all = await start(required)
    const { forwarders, inquiry, quote, choose, approve } = all
    const id = await inquiry()
    const quotes = [await quote(id, forwarders[0]!, 3_00), await quote(id, forwarders[1]!, 2_00), await quote(id, forwarders[2]!, 4_00)]
    expect(await choose(id, quotes[1]!)).toMatchObject({ ok: true })
    await approve(id)
    return { ...all, id, quotes }
  }
  it('[F7] not the cheapest: only with a reason; a quote that does not count can’t be chosen', async () => {
    const { id, quotes, choose, decline, forwarders, quote } = await chosen()
    expect(await choose(id, quotes[0]!)).toMatchObject({
      refused: 'invalid-input',
      data: { issues: [{ path: 'reason', rule: 'required' }] },
    })
    expect(await choose(id, quotes[0]!, '船期更好')).toMatchObject({ ok: true })
    await quote(id, forwarders[3]!, 9_00)
    await decline(id, forwarders[2]!)
    expect(await choose(id, quotes[2]!, 'x')).toMatchObject({ refused: 'wrong-state', data: { state: 'declined' } })
  })
  it('[F8] any change ends the approval: a quote dearer by 0.01, the cargo, the choice, a decline', async () => {
    const { office, id, quotes, quote, forwarders, choose, decline, approve, standing, read, fields, revisionOf } = await chosen()
    const again = async () => {
      expect(await choose(id, quotes[1]!, 'again')).toMatchObject({ ok: true })
      await approve(id)
      expect(await standing(id)).toBe('approved')
    }
    await quote(id, forwarders[0]!, 3_01)
    expect(await standing(id)).toBe('ended')
    await again()
    const more = fields({ containers: [{ type: '40HQ', count: 3 }], forwarderIds: (await read(id)).forwarders.map((f) => f.forwarderId) })
    await office.run('save-freight-inquiry', { id, revision: revisionOf(id), ...more })
    expect(await standing(id)).toBe('ended')
    expect((await read(id)).chosen).toMatchObject({ quoteId: quotes[1], totalBase: { minor: 42_60 } })
    await again()
    expect(await choose(id, quotes[2]!, 'other')).toMatchObject({ ok: true })
    expect(await standing(id)).toBe('ended')
    await again()
    await decline(id, forwarders[2]!)
    expect(await standing(id)).toBe('ended')
  })
  it('[F8] the chosen forwarder quotes again or declines: nothing is chosen any more', async () => {
    const { id, quote, forwarders, read, standing } = await chosen()
    await quote(id, forwarders[1]!, 2_01)
    expect(await read(id)).toMatchObject({ status: 'asking', chosen: null })
    expect(await standing(id)).toBe('ended')
  })
  it('[F8] a later day and other rates change nothing of what was approved', async () => {
    const { office, id, seed, read, standing } = await chosen()
    office.at = '2026-04-20T02:00:00.000Z'
    seed.put('exchange_rate', { id: 'USD:2026-04-01', currency: 'USD', date: '2026-04-01', rate: 800_000_000, source: '' })
    expect(await standing(id)).toBe('approved')
    expect((await read(id)).chosen).toMatchObject({ expired: true, totalBase: { minor: 28_40 } })
  })
  it('an approver sees route, cargo, freight, how many quotes and what was cheapest', async () => {
    const { office, id, standing } = await chosen()
    expect(await standing(id)).toBe('approved')
    const { submissions } = await office.query('document-approval', { kind: 'freight-inquiry', documentId: id, revision: 5 })
    expect(submissions[0]).toMatchObject({
      title: 'Beta',
      amount: { minor: 28_40, currency: 'CNY' },
      facts: { route: 'Ningbo → Hamburg', cargo: '2×40HQ', quotedFreight: 'USD 4.00', quotesValid: '3', cheapestBase: 'CNY 28.40' },
    })
  })
})

describe('documents around it', () => {
  it('[F12] expected freight of a deal by currency, shared over deals by their contracts, exactly', async () => {
    const { office, forwarders, inquiry, quote, choose } = await start({}, [shipments])
    const trade = aTrade(office)
    const one = await trade.sold([{ quantity: '100', price: '1' }])
    const two = await trade.sold([{ quantity: '200', price: '1' }])
    const id = await inquiry({ contractIds: [one.id, two.id], containers: [{ type: '40HQ', count: 1 }] })
    const chosen = await quote(id, forwarders[0]!, 0, {
      lines: [line(1_000_00), line(100_01, { kind: 'local', basis: 'bill', currency: 'CNY' })],
    })
    const read = (dealId: string) => expectedFreightOfDeal(office.database.read.kysely, dealId)
    expect(await read(one.dealId)).toEqual([])
    await choose(id, chosen)
    expect(await read(one.dealId)).toEqual([
      { currency: 'CNY', amount: 33_34 },
      { currency: 'USD', amount: 333_33 },
    ])
    expect(await read(two.dealId)).toEqual([
      { currency: 'CNY', amount: 66_67 },
      { currency: 'USD', amount: 666_67 },
    ])
  })
  it('[F12] of several inquiries for one shipment only the newest choice is expected; a void one never', async () => {
    const { office, forwarders, inquiry, quote, choose, revisionOf } = await start({}, [shipments])
    const trade = aTrade(office)
    const sale = await trade.sold([{ quantity: '100', price: '1' }])
    const input = trade.shipmentOf([[sale.lines[0]!, '100']])
    await office.run('save-shipment', input)
    const first = await inquiry({ shipmentId: input.id })
    await choose(first, await quote(first, forwarders[0]!, 1_00))
    office.at = '2026-03-02T03:00:00.000Z'
    const second = await inquiry({ shipmentId: input.id })
    await choose(second, await quote(second, forwarders[1]!, 2_00))
    const read = () => expectedFreightOfDeal(office.database.read.kysely, sale.dealId)
    expect(await read()).toEqual([{ currency: 'USD', amount: 4_00 }])
    await office.run('void-freight-inquiry', { id: second, revision: revisionOf(second), reason: 'x' })
    expect(await read()).toEqual([{ currency: 'USD', amount: 2_00 }])
  })
  it('[F1] only forwarders are asked; who has quoted stays; a closed or void inquiry takes nothing more', async () => {
    const { office, carrier, forwarders, inquiry, quote, quoting, fields, revisionOf } = await start()
    expect(await office.send('save-freight-inquiry', { id: newId(), ...fields({ forwarderIds: [carrier] }) })).toMatchObject({
      refused: 'not-found',
      data: { resource: 'vendor' },
    })
    const id = await inquiry({ forwarderIds: [forwarders[0]!, forwarders[1]!] })
    await quote(id, forwarders[0]!, 1)
    const without = (forwarderIds: string[]) => ({ id, revision: revisionOf(id), ...fields({ forwarderIds }) })
    expect(await office.send('save-freight-inquiry', without([forwarders[1]!]))).toMatchObject({ refused: 'in-use' })
    expect(await office.send('save-freight-inquiry', without([forwarders[0]!]))).toMatchObject({ ok: true })
    await office.run('close-freight-inquiry', { id, revision: revisionOf(id) })
    expect(await office.send('register-freight-quote', quoting(id, forwarders[0]!, 1))).toMatchObject({ refused: 'wrong-state' })
    await office.run('void-freight-inquiry', { id, revision: revisionOf(id), reason: '不出了' })
    expect((await office.query('freight-quotes', {})).rows).toEqual([])
  })
  it('[F13] seen in scope alone; freight amounts need no right on costs', async () => {
    const { office, forwarders, inquiry, quote } = await start()
    const id = await inquiry()
    await quote(id, forwarders[0]!, 2_000_00)
    const clerk = await office.user({ permissions: ['freight-inquiry.view'], scopes: { 'freight-inquiry': 'all' } })
    const seller = await office.user({ permissions: ['freight-inquiry.view'], scopes: { 'freight-inquiry': 'own' } })
    const seen = await office.query('freight-inquiry', { id }, clerk)
    expect(seen.forwarders[0]!.quote).toMatchObject({ totalBase: { minor: 28_400_00 } })
    expect(await office.ask('freight-inquiry', { id }, seller)).toMatchObject({ refused: 'not-found' })
    expect((await office.query('freight-inquiries', {}, seller)).rows).toEqual([])
    expect((await office.query('freight-quotes', {}, seller)).rows).toEqual([])
    expect(await office.ask('preview-freight-quote', { inquiryId: id, lines: [] }, seller)).toMatchObject({ refused: 'not-found' })
  })
  it('a typed quote is calculated by the same rules, line by line', async () => {
    const { office, inquiry } = await start()
    const id = await inquiry()
    const lines = [line(1_500_00), line(200_00, { kind: 'local', basis: 'bill', currency: 'CNY' })]
    expect(await office.query('preview-freight-quote', { inquiryId: id, lines })).toMatchObject({
      totalBase: { minor: 21_500_00, currency: 'CNY' },
      unpriced: [],
      lines: [
        { times: '2', total: { minor: 3_000_00, currency: 'USD' } },
        { times: '1', total: { minor: 200_00, currency: 'CNY' } },
      ],
    })
  })
})
