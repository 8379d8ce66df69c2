// Texts that no database keeps as they came: halves of surrogate pairs, NUL, emoji at every cut. Nothing of them breaks the trail. Rules U30, U31, U36 of people.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import type * as password from '../access/password.ts'
import { testHub, type TestHub } from './testing/test-hub.ts'
import { rounds } from '../../build/soak/rounds.ts'

// Argon2id takes a third of a second and is proven in password.test.ts; what is guessed here is never right but for the owner's own password.
vi.mock('../access/password.ts', async (original) => ({
  ...(await original<typeof password>()),
  hashPassword: async (given: string) => `plain ${given}`,
  verifyPassword: async (given: string, hash: string) => hash === `plain ${given}`,
}))

let hub: TestHub
let owner: string
beforeAll(async () => {
  hub = await testHub({ anew: true })
  owner = await hub.signIn()
})
afterAll(() => hub.close())

const HALF = '\ud83d'
const verified = async () => (await hub.post('/api/query/audit-verification', {}, owner)).body
const expectWhole = async () => {
  expect(await verified()).toMatchObject({ ok: true, value: { broken: null } })
  expect(hub.faults).toEqual([])
}
/** Another device for each guess: a device that guesses waits, and a name that waits is not looked at. */
let devices = 0
const guess = (user: string) => hub.door.ask({ kind: 'sign-in', user, password: 'wrong' }, { token: null, device: `pc ${++devices}` })
const anyText = fc.array(fc.constantFrom('a', 'Z', '\0', '汉', '\ud83d', '\ude00', '😀', '\u200d', '"', '\\', '\ufffd'), { maxLength: 60 })

it('[U30] [SEC49] a name of half a character, or whose cut halves one, leaves the trail whole, without a password', async () => {
  const names = ['\ud800', HALF, '\ude00\ud83d', `${'a'.repeat(39)}😀`, `${'汉'.repeat(79)}😀`, '\0', `${HALF}${'b'.repeat(199)}`]
  for (const user of names) expect([user, (await hub.post('/api/login', { user, password: HALF })).status]).toEqual([user, 401])
  await expectWhole()
})

it('[U30] [SEC49] a refused command leaves the trail whole, whatever its id, name, input and keys', async () => {
  const clerk = hub.user({ permissions: [] })
  for (const id of [HALF, `${'a'.repeat(35)}😀`, '\0'])
    for (const token of [owner, clerk.token])
      expect((await hub.post('/api/command/edit-user', { id: newId(), input: { id, [HALF]: HALF } }, token)).body.ok).toBe(false)
  expect((await hub.post(`/api/command/${'a'.repeat(79)}${encodeURIComponent('😀')}`, { id: newId(), input: {} }, owner)).body.ok).toBe(
    false,
  )
  expect((await hub.post('/api/query/users', { search: HALF, params: {} }, owner)).status).toBeLessThan(500)
  await expectWhole()
})

it('[U30] what a command keeps is well-formed, in its table, the change log and the trail alike; sent again it is the same', async () => {
  const request = { id: newId(), input: { id: newId(), name: `销售${HALF}`, nameEn: '', parentId: null } }
  const first = await hub.post('/api/command/create-department', request, owner)
  expect(first.body).toMatchObject({ ok: true })
  expect((await hub.post('/api/command/create-department', request, owner)).body).toEqual(first.body)
  const { sql } = hub.database.read
  expect(sql.prepare('SELECT name FROM department WHERE id = ?').get(request.input.id)).toEqual({ name: '销售\ufffd' })
  const { input } = sql.prepare('SELECT input FROM audit WHERE commandId = ?').get(request.id) as { input: string }
  const { after } = sql.prepare(`SELECT "after" FROM change WHERE "after" LIKE '%' || ? || '%'`).get(request.input.id) as { after: string }
  for (const text of [input, after]) expect((JSON.parse(text) as { name: string }).name).toBe('销售\ufffd')
  await expectWhole()
})

it('[U30] over IPC as over HTTP: devices, exports, loops and depth', async () => {
  const loop: Record<string, unknown> = { name: HALF }
  loop['again'] = loop
  let deep: unknown = HALF
  for (let n = 0; n < 100_000; n++) deep = [deep]
  const caller = { token: owner, device: `desktop ${HALF}` }
  for (const input of [loop, deep]) {
    const answer = await hub.door.ask({ kind: 'command', id: newId(), name: 'create-department', input }, caller)
    expect(answer).toMatchObject({ ok: false, refused: 'invalid-input' })
  }
  expect(await hub.door.exportTo({ list: HALF, input: {}, language: 'zh' }, `${hub.database.folder}/x.xlsx`, caller)).toMatchObject({
    ok: false,
  })
  expect(await hub.door.ask({ kind: 'sign-in', user: 'nobody', password: 'x' }, { token: null, device: HALF })).toMatchObject({ ok: false })
  await expectWhole()
})

it('[U30] [U31] random names and ids with halves, NUL and emoji never break the chain', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(anyText, anyText, async (a, b) => {
      await guess(a.join(''))
      const input = { id: b.join(''), [a.join('')]: [b.join('')] }
      await hub.door.ask({ kind: 'command', id: newId(), name: 'edit-role', input }, { token: owner, device: b.join('') })
      const { body } = await hub.post('/api/query/audit-verification', {}, owner)
      expect(body).toMatchObject({ ok: true, value: { broken: null } })
    }),
    { numRuns: rounds(60, 1200) },
  )
  await expectWhole()
})

it('[U36] [SEC50] of a failed sign-in the trail keeps the user it named, never a text that is nobody’s name', async () => {
  const secret = 'my password in the wrong field'
  await guess(secret)
  await guess(' OWNER ')
  const rows = hub.database.read.sql.prepare("SELECT name FROM audit WHERE kind = 'sign-in-failed' ORDER BY id DESC LIMIT 2").all()
  expect(rows).toEqual([{ name: 'owner' }, { name: '…' }])
  const everything = JSON.stringify(hub.database.read.sql.prepare('SELECT * FROM audit').all())
  expect(everything).not.toContain(secret)
})
