// What letters of credit and export credit insurance cover: rules R13 to R15, at dispatch and figure by figure.
import fc from 'fast-check'
import { afterEach, describe, expect, it, test } from 'vitest'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { creditPart } from '../../../preload/contract/vocabulary/payment-term.ts'
import { bySight, lettersOffice } from '../letters-of-credit/testing/letters.ts'
import { moneyModules } from '../../testing/money-modules.ts'
import { coverOf, type Credit, type Owed } from '../letters-of-credit/cover.ts'
import { insuredOf } from './rules.ts'
import { rounds } from '../../../build/soak/rounds.ts'

let started: Awaited<ReturnType<typeof lettersOffice>> | undefined
afterEach(() => {
  expect(started?.office.faults ?? []).toEqual([])
  started?.office.close()
  started = undefined
})
const usd = (whole: number) => ({ minor: Math.round(whole * 100), currency: 'USD' })
const term7030 = [
  { share: '30', event: 'on-signing' as const, days: 0 },
  { share: '70', event: 'letter-of-credit' as const, days: 0 },
]

const start = async () => {
  started = await lettersOffice({ customerCredit: true }, moneyModules)
  const { office, trade, seed } = started
  const limit = (whole: number | null) => seed.patch('party', trade.customerId, { creditLimit: whole === null ? null : whole * 100 })
  const sale = (whole: number, term = bySight) => trade.sold([{ quantity: String(whole), price: '1' }], { term })
  const planned = async (line: string, whole: number) => {
    const input = trade.shipmentOf([[line, String(whole)]])
    await office.run('save-shipment', input)
    return input.id
  }
  const dispatch = (id: string, revision = 1) => office.send('dispatch-shipment', { id, revision, dispatchedOn: '2026-03-02', rate: '7.1' })
  const position = (shipmentId?: string, whole?: number) =>
    office.query('credit-position', { customerId: trade.customerId, ...(shipmentId ? { shipmentId, addition: usd(whole ?? 0) } : {}) })
  const receive = async (whole: number, target: string) => {
    const bankId = newId()
    await office.run('create-bank-account', {
      ...{ id: bankId, code: `B${bankId.slice(-6)}`, name: 'Bank', bankName: '', accountNumber: '', swift: '', currency: 'USD' },
      ...{ active: true, openedOn: '2026-01-01', openingBalance: 0, openingRate: '7' },
    })
    const receipt = await office.run('register-receipt', {
      ...{ id: newId(), bankAccountId: bankId, receivedOn: '2026-03-02', amount: whole * 100, charge: 0, rate: '7', payerName: 'Buyer' },
      ...{ customerId: trade.customerId, contractId: null, remark: '' },
    })
    await office.run('allocate', { id: newId(), on: '2026-03-02', source: receipt.item, targets: [{ item: target, amount: whole * 100 }] })
  }
  return { ...started, limit, sale, planned, dispatch, position, receive }
}
const over = { ok: false, refused: 'credit-limit-exceeded' }

describe('[R13] at dispatch', () => {
  it('cash before shipment and an accepted credit for all of it: it leaves; a cent more does not', async () => {
    const { limit, sale, letter, planned, dispatch, office } = await start()
    limit(0)
    const one = await sale(100)
    const id = await planned(one.lines[0]!, 100)
    expect(await dispatch(id)).toMatchObject({ ...over, data: { parts: { addition: usd(100), covered: usd(0) } } })
    const kept = await letter({ contractIds: [one.id], amount: 99_99 })
    expect(await dispatch(id)).toMatchObject({ ...over, data: { excess: usd(0.01), parts: { covered: usd(99.99) } } })
    const { revision } = await office.run('record-letter-amendment', {
      ...{ id: kept.id, revision: kept.revision, receivedOn: '2026-02-01', remark: '', terms: { amount: 100_00 } },
    })
    expect(await dispatch(id)).toMatchObject(over)
    await office.run('decide-letter-amendment', { id: kept.id, revision, accept: true, on: '2026-02-02' })
    expect(await dispatch(id)).toMatchObject({ ok: true })
  })
  it('only while accepted, unexpired, and before its latest shipment', async () => {
    const { limit, sale, input, planned, dispatch, office, position } = await start()
    limit(0)
    const one = await sale(100)
    const id = await planned(one.lines[0]!, 100)
    const typed = input({ contractIds: [one.id], latestShipment: '2026-03-02', expiresOn: '2026-03-20' })
    await office.run('save-letter-of-credit', typed)
    expect(await dispatch(id)).toMatchObject(over)
    const { revision } = await office.run('accept-letter-of-credit', { id: typed.id, revision: 1, acceptedOn: '2026-02-01' })
    expect((await position(id, 100)).parts).toMatchObject({ covered: usd(100), addition: usd(100) })
    office.at = '2026-03-03T02:00:00.000Z'
    expect(await dispatch(id)).toMatchObject(over)
    office.at = '2026-03-02T02:00:00.000Z'
    expect(await dispatch(id)).toMatchObject({ ok: true })
    const covered = async () => (await position()).parts.covered.minor / 100
    office.at = '2026-03-20T02:00:00.000Z'
    expect(await covered()).toBe(100)
    office.at = '2026-03-21T02:00:00.000Z'
    expect(await covered()).toBe(0)
    office.at = '2026-03-10T02:00:00.000Z'
    await office.run('close-letter-of-credit', { id: typed.id, revision, as: 'closed', reason: 'x' })
    expect(await covered()).toBe(0)
  })
  it('covers its own contracts alone', async () => {
    const { limit, sale, letter, planned, dispatch } = await start()
    limit(0)
    const [one, other] = [await sale(100), await sale(100)]
    await letter({ contractIds: [one.id] })
    expect(await dispatch(await planned(other.lines[0]!, 1))).toMatchObject(over)
    expect(await dispatch(await planned(one.lines[0]!, 100))).toMatchObject({ ok: true })
  })
})

describe('[R14] each quantity once', () => {
  it('of a shipment only the part its payment term leaves to the credit, less what the credit has paid', async () => {
    const { limit, sale, letter, presented, step, planned, dispatch, position, receive } = await start()
    limit(null)
    const one = await sale(100, term7030)
    const { id } = await letter({ contractIds: [one.id], amount: 70_00 })
    const first = await planned(one.lines[0]!, 50)
    const out = await dispatch(first)
    if (!out.ok) throw new Error(JSON.stringify(out))
    const parts = async () => {
      const { receivables, covered } = (await position()).parts
      return [receivables.minor / 100, covered.minor / 100]
    }
    expect(await parts()).toEqual([50, 35])
    const p = await presented(id, first, { amount: 35_00 })
    expect(await parts()).toEqual([50, 35])
    const paid = await step(p.id, p.revision, 'paid')
    expect(await parts()).toEqual([50, 0])
    expect(paid.revision).toBe(3)
    await receive(35, out.value.receivables.find((r) => r.amount.minor === 35_00)!.item)
    expect(await parts()).toEqual([15, 0])
    const second = await planned(one.lines[0]!, 50)
    expect((await position(second, 50)).parts).toMatchObject({ addition: usd(50), covered: usd(35) })
  })
  it('documents the bank has refused are not covered; what it has accepted stays covered after expiry', async () => {
    const { limit, sale, letter, presented, step, planned, dispatch, position, office } = await start()
    limit(null)
    const one = await sale(100)
    const { id } = await letter({ contractIds: [one.id] })
    const shipment = await planned(one.lines[0]!, 100)
    await dispatch(shipment)
    const covered = async () => (await position()).parts.covered.minor / 100
    const p = await presented(id, shipment)
    const { revision } = await step(p.id, p.revision, 'refused')
    expect(await covered()).toBe(0)
    await step(p.id, revision, 'accepted')
    office.at = '2026-06-01T02:00:00.000Z'
    expect(await covered()).toBe(100)
    expect((await position()).items.filter((i) => i.part === 'covered')).toMatchObject([{ documentId: id, open: usd(100) }])
  })
  it('a contract under two credits is covered once, by both together', async () => {
    const { limit, sale, letter, planned, dispatch, position } = await start()
    limit(null)
    const one = await sale(100)
    await letter({ contractIds: [one.id], amount: 60_00 })
    await letter({ contractIds: [one.id], amount: 60_00, expiresOn: '2026-05-30' })
    await dispatch(await planned(one.lines[0]!, 100))
    const seen = await position()
    expect([seen.parts.covered, seen.exposure]).toEqual([usd(100), usd(0)])
    expect(seen.items.filter((i) => i.part === 'covered').map((i) => i.open)).toEqual([usd(60), usd(40)])
  })

  const amount = fc.integer({ min: 1, max: 500 })
  const owed = fc.record({ shipment: fc.nat(3), contract: fc.nat(3), open: amount, part: amount, shippedNow: fc.boolean() })
  const credit = fc.record({
    most: amount,
    contracts: fc.uniqueArray(fc.nat(3)),
    expires: fc.constantFrom('2026-03-01', '2026-03-02', '2026-04-01'),
    latest: fc.constantFrom(null, '2026-03-01', '2026-03-31'),
    drawings: fc.uniqueArray(
      fc.record({ shipment: fc.nat(3), status: fc.constantFrom('preparing', 'presented', 'accepted', 'refused', 'paid'), amount }),
      {
        selector: (d) => d.shipment,
      },
    ),
  })
  it('whatever is owed and drawn: never more than is open, than its part, or than is left of a credit; nothing of a dead one', () => {
    const given = fc.tuple(
      fc.uniqueArray(owed, { selector: (o) => `${o.shipment}:${o.contract}`, maxLength: 8 }),
      fc.array(credit, { maxLength: 4 }),
    )
    fc.assert(
      fc.property(given, ([rows, letters]) => {
        const all: Owed[] = rows.map(({ shipment, contract, ...o }) => ({ ...o, shipmentId: `s${shipment}`, contractId: `k${contract}` }))
        const credits: Credit[] = letters.map((l, i) => ({
          ...{
            id: `c${i}`,
            most: l.most,
            expiresOn: l.expires,
            latestShipment: l.latest,
            contractIds: new Set(l.contracts.map((n) => `k${n}`)),
          },
          drawings: l.drawings.map(({ shipment, ...d }) => ({ ...d, shipmentId: `s${shipment}` })),
        }))
        const found = coverOf(credits, all, '2026-03-02')
        const sum = (pick: (f: (typeof found)[number]) => boolean) => found.filter(pick).reduce((n, f) => n + f.amount, 0)
        expect(found.every((f) => f.amount > 0)).toBe(true)
        for (const one of all) expect(sum((f) => f.owed === one)).toBeLessThanOrEqual(Math.min(one.open, one.part))
        for (const c of credits) {
          const paid = c.drawings.filter((d) => d.status === 'paid').reduce((n, d) => n + d.amount, 0)
          expect(sum((f) => f.creditId === c.id)).toBeLessThanOrEqual(Math.max(0, c.most - paid))
          const lies = (f: (typeof found)[number]) =>
            ['presented', 'accepted'].includes(c.drawings.find((d) => d.shipmentId === f.owed.shipmentId)?.status ?? '')
          const drawn = c.drawings.filter((d) => ['presented', 'accepted', 'paid'].includes(d.status)).reduce((n, d) => n + d.amount, 0)
          expect(sum((f) => f.creditId === c.id && !lies(f))).toBeLessThanOrEqual(Math.max(0, c.most - drawn))
          for (const d of c.drawings)
            expect(sum((f) => f.creditId === c.id && lies(f) && f.owed.shipmentId === d.shipmentId)).toBeLessThanOrEqual(d.amount)
          for (const f of found.filter((x) => x.creditId === c.id)) {
            const drawing = c.drawings.find((d) => d.shipmentId === f.owed.shipmentId)
            expect(c.contractIds.has(f.owed.contractId)).toBe(true)
            expect(['refused', 'paid']).not.toContain(drawing?.status)
            if (c.expiresOn < '2026-03-02') expect(drawing?.status).toBe('accepted')
            else if (f.owed.shippedNow && c.latestShipment !== null) expect(c.latestShipment >= '2026-03-02').toBe(true)
          }
        }
      }),
      { numRuns: rounds(500, 10000) },
    )
  })
  test.each([
    [100_00, bySight, 100_00],
    [100_01, term7030, 70_01],
    [1, term7030, 1],
    [100_00, [{ share: '100', event: 'after-bill-of-lading' as const, days: 30 }], 100_00],
  ])('of %i by %o the credit pays %i', (whole, term, part) => expect(creditPart(whole, term)).toBe(part))
})

describe('[R15] export credit insurance', () => {
  it('takes its share of what is owed and not covered otherwise, up to its limit, between its days', async () => {
    const { limit, sale, planned, dispatch, position, office, trade } = await start()
    limit(20)
    const one = await sale(200)
    const policy = { customerId: trade.customerId, policyNumber: 'S-1', insurer: 'Sinosure', currency: 'USD', remark: '' }
    const days = { validFrom: '2026-01-01', validTo: '2026-03-31' }
    const id = newId()
    expect(await office.send('save-credit-insurance', { id, ...policy, ...days, limitMinor: 100_00, percent: '101' })).toMatchObject({
      refused: 'invalid-input',
    })
    const saved = await office.run('save-credit-insurance', { id, ...policy, ...days, limitMinor: 100_00, percent: '90' })
    const shipment = await planned(one.lines[0]!, 100)
    expect((await position(shipment, 100)).parts).toMatchObject({ insured: usd(90), covered: usd(0) })
    expect(await dispatch(shipment)).toMatchObject({ ok: true })
    expect((await position()).exposure).toEqual(usd(10))
    const more = await planned(one.lines[0]!, 100)
    expect(await dispatch(more)).toMatchObject({ ...over, data: { exposure: usd(100), parts: { covered: usd(100) } } })
    office.at = '2026-04-01T02:00:00.000Z'
    expect((await position()).exposure).toEqual(usd(100))
    office.at = '2026-03-02T02:00:00.000Z'
    const seller = await office.user({ permissions: ['customer.edit', 'customer.view'], scopes: { customer: 'own' } })
    expect(await office.send('remove-credit-insurance', saved, seller)).toMatchObject({ refused: 'not-found' })
    await office.run('remove-credit-insurance', saved)
    expect((await position()).insurances).toEqual([])
  })
  const rates = { base: 'CNY', on: '2026-03-02', of: new Map([['USD', 700_000_000]]) }
  const insured = (limitMinor: number, percent: number, currency = 'USD') => ({ limitMinor, percent: percent * 10_000, currency })
  test.each([
    [100_01, [insured(1_000_00, 90)], 90_00], // 90.009: down
    [100_00, [insured(50_00, 90)], 50_00],
    [100_00, [insured(50_00, 90), insured(1_000_00, 50)], 75_00],
    [100_00, [insured(350_00, 90, 'CNY')], 50_00],
    [0, [insured(50_00, 90, 'GBP')], 0],
    [-5, [insured(50_00, 90)], 0],
  ])('of %i with %o it takes %i', (rest, policies, taken) => expect(insuredOf(rest, policies, 'USD', rates)).toBe(taken))
})
