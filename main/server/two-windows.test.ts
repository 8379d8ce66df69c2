// Two windows on the same thing: the second to save is refused with what it saw and what there is, nothing of the first is lost, and it can go on from the newer
// version. Rule U22 of people's SPEC.md; that every command looks at its revision is held by stale-revisions.test.ts.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CommandInput, CommandName } from '../../preload/contract/commands.ts'
import { switchesOff } from '../../preload/contract/modules/people/calls.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { approvals } from '../modules/approvals/index.ts'
import { books } from '../modules/books/index.ts'
import { parties } from '../modules/parties/index.ts'
import { aVendor } from '../testing/fixtures.ts'
import { people } from '../modules/people/index.ts'
import { production } from '../modules/production/index.ts'
import { purchasing } from '../modules/purchasing/index.ts'
import { signedPurchase } from '../modules/purchasing/testing/goods.ts'
import { testOffice, type TestOffice } from '../testing/test-office.ts'

let office: TestOffice
beforeEach(async () => {
  office = await testOffice([people, approvals, parties, purchasing, production, books])
})
afterEach(() => {
  expect(office.faults).toEqual([])
  office.close()
})

/** Both windows look, the first saves, the second saves on what it saw, then again on what there is. */
const twoWindows = async <N extends CommandName, S>(
  name: N,
  look: () => Promise<S>,
  first: (seen: S) => CommandInput<N>,
  second: (seen: S) => CommandInput<N>,
): Promise<void> => {
  const seen = await look()
  await office.run(name, first(seen))
  const between = await look()
  expect(await office.send(name, second(seen))).toMatchObject({ ok: false, refused: 'changed-meanwhile' })
  expect(await look()).toEqual(between)
  await office.run(name, second(between))
  expect(await look()).not.toEqual(between)
}

test('[U22] settings', () =>
  twoWindows(
    'edit-company',
    () => office.query('company', {}),
    ({ baseCurrency: _base, ...company }) => ({ ...company, phone: '1' }),
    ({ baseCurrency: _base, ...company }) => ({ ...company, email: 'x@example.org' }),
  ))

test('[U22] switches, and settings and switches against each other', async () => {
  const company = () => office.query('company', {})
  await twoWindows(
    'set-switches',
    company,
    ({ revision }) => ({ revision, switches: { ...switchesOff, approveSalesContract: true } }),
    ({ revision }) => ({ revision, switches: { ...switchesOff, customerCredit: true } }),
  )
  const { baseCurrency: _base, ...seen } = await company()
  await office.run('set-switches', { revision: seen.revision, switches: switchesOff })
  expect(await office.send('edit-company', { ...seen, phone: '2' })).toMatchObject({ refused: 'changed-meanwhile' })
})

test('[U22] the rate of a day, set anew and set for the first time', async () => {
  const rate = () => office.query('rate-on', { currency: 'USD', on: '2026-03-01' })
  const set = (value: string) => (seen: { revision: number | null }) => ({
    ...{ currency: 'USD', on: '2026-03-01', rate: value },
    ...(seen.revision ? { revision: seen.revision } : {}),
  })
  await twoWindows('set-exchange-rate', rate, set('7.1'), set('7.2'))
  await twoWindows('set-exchange-rate', rate, set('7.3'), set('7.4'))
})

test('[U22] the order of approval routes', async () => {
  const route = (name: string): CommandInput<'save-approval-route'> => ({
    ...{ id: newId(), kind: 'sales-contract', name, active: true, amountFrom: null, marginBelow: null, levels: [], departmentIds: [] },
    steps: [{ by: 'user', roleId: null, userId: office.owner.id, mode: 'any' }],
  })
  for (const name of ['A', 'B', 'C']) await office.run('save-approval-route', route(name))
  const routes = async () => (await office.query('approval-routes', {})).routes.map(({ id, name, revision }) => ({ id, name, revision }))
  const order = (names: string) => (seen: { id: string; name: string; revision: number }[]) => ({
    kind: 'sales-contract' as const,
    routes: [...names].map((name) => {
      const { id, revision } = seen.find((one) => one.name === name)!
      return { id, revision }
    }),
  })
  await twoWindows('order-approval-routes', routes, order('BAC'), order('CBA'))
})

test('[U22] who follows a contract', async () => {
  const { id: supplierId } = await office.run('create-vendor', aVendor())
  const { id } = await signedPurchase(office, supplierId)
  const people = [await office.user({ permissions: [] }), await office.user({ permissions: [] })] as const
  const follow = async () => {
    const seen = (await office.query('contract-milestones', { contractId: id }))!
    return { revision: seen.revision, merchandiser: seen.merchandiser }
  }
  const name =
    (merchandiserId: string) =>
    ({ revision }: { revision: number }) => ({
      contracts: [{ contractId: id, revision }],
      merchandiserId,
    })
  await twoWindows('assign-merchandiser', follow, name(people[0].id), name(people[1].id))
})
