// What stands in for an office that is away. Rule D37 of desks.
import { expect, test, vi } from 'vitest'
import { askOrRecall } from './last-answers.ts'
import { office, officeState } from './office.ts'
import { fetchList } from './queries.ts'
import { signOut } from './session.ts'
import { aViewer, fakeOffice } from './testing/fake-office.ts'

const page = (name: string) => ({ rows: [{ id: '1', name }], columns: ['name'] })
const nameIn = async (asked: ReturnType<typeof fetchList>) => {
  const answer = await asked
  return answer.ok ? answer.value.rows[0]!['name'] : answer
}
const customers = (search?: string) => nameIn(fetchList('customers', { params: {}, limit: 100, ...(search ? { search } : {}) }))

test('[D37] what was read last is shown while the office is away, with the moment it was read; the office is asked again when it is back', async () => {
  const fake = await fakeOffice({ queries: { customers: page('before') } })
  const before = new Date().toISOString()
  expect(await customers()).toBe('before')
  const after = new Date().toISOString()
  fake.queries['customers'] = page('after')
  fake.reachable = false
  // The first question finds out that the office is away; the next one knows.
  expect(await customers()).toBe('before')
  expect(await customers()).toBe('before')
  const { recalledFrom, awaySince } = officeState()
  expect(recalledFrom! >= before && recalledFrom! <= after && recalledFrom! <= awaySince!).toBe(true)
  const invalidated = vi.spyOn(office().queryClient, 'invalidateQueries')
  fake.reachable = true
  await vi.waitFor(() => expect(officeState()).toMatchObject({ reachable: true, recalledFrom: null }), 5000)
  expect(invalidated).toHaveBeenCalledTimes(1)
  expect(await customers()).toBe('after')
})

test('[D37] what was never asked waits for the office, and so does what no answer was given to', async () => {
  const fake = await fakeOffice({ queries: { customers: { ok: false, refused: 'unknown-field', data: { field: 'x' } } } })
  await customers()
  fake.queries['customers'] = page('new')
  fake.reachable = false
  const waiting = [customers(), customers('宁波')]
  const first = await Promise.race([...waiting, new Promise((resolve) => setTimeout(() => resolve('waits'), 600))])
  expect(first).toBe('waits')
  expect(officeState().recalledFrom).toBe(null)
  fake.reachable = true
  expect(await Promise.all(waiting)).toEqual(['new', 'new'])
})

test('[D37] two hundred answers are kept, those asked for last', async () => {
  await fakeOffice({ queries: { customer: (input: { id: string }) => ({ id: input.id }) } })
  const ask = (n: number) => askOrRecall({ kind: 'query', name: 'customer', input: { id: String(n) } })
  for (let n = 0; n < 200; n++) await ask(n)
  await ask(0)
  await ask(200)
  const kept = [...office().lastAnswers.keys()]
  expect([kept.length, kept.some((k) => k.includes('"1"')), kept.some((k) => k.includes('"0"'))]).toEqual([200, false, true])
})

test('[D37] nothing is kept for another user, for other rights or for another language', async () => {
  let viewer = aViewer()
  const fake = await fakeOffice({ queries: { customers: page('secret'), me: () => viewer } })
  await customers()
  // The same rights: whoever may still see it, still does.
  fake.notify({ kind: 'changed', tables: ['role'] })
  await vi.waitFor(() => expect(fake.asked.filter((r) => r.kind === 'query' && r.name === 'me').length).toBeGreaterThan(1), 30_000)
  expect(office().lastAnswers.size).toBe(1)
  viewer = aViewer({ permissions: viewer.permissions.slice(1) })
  fake.notify({ kind: 'changed', tables: ['role'] })
  await vi.waitFor(() => expect(office().lastAnswers.size).toBe(0), 30_000)
  await customers()
  await signOut()
  expect(office().lastAnswers.size).toBe(0)
})
