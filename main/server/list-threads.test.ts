// An office that serves many answers lists in threads: no list delays a command or another list, and whoever was answered sees what they wrote. U69 of queries.
import { readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { allPermissions, ownedResources } from '../../preload/contract/access.ts'
import type { ListAnswer } from '../../preload/contract/define/index.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { testHub, type TestHub } from './testing/test-hub.ts'

const slow = path.resolve(import.meta.dirname, '../queries/testing/slow-reader.ts')
const limits = { most: { query: 10, export: 3 }, longestMs: 60_000, graceMs: 100 }
let hub: TestHub
afterEach(() => hub.close())

const someone = () =>
  hub.user({ permissions: allPermissions, scopes: Object.fromEntries(ownedResources.map((r) => [r, 'all' as const])) }).token
const department = (token: string, name: string) =>
  hub.post('/api/command/create-department', { id: newId(), input: { id: newId(), name, nameEn: '', parentId: null } }, token)
const account = (token: string, code: string) => {
  const named = { code, name: code, bankName: '', accountNumber: '', swift: '', currency: 'CNY', active: true }
  const input = { id: newId(), ...named, openedOn: '2025-12-31', openingBalance: 0, openingRate: '1' }
  return hub.post('/api/command/create-bank-account', { id: newId(), input }, token)
}
/** `lasts`: so many milliseconds, or until there is a file of this name. */
const list = (token: string, lasts: number | string) =>
  hub.post('/api/query/receipts', { params: {}, search: String(lasts), limit: 50 }, token)

it('[U69] a long list delays no command and no other list', async () => {
  hub = await testHub({ lists: 2, reader: { entry: slow, limits } })
  const [one, two] = [someone(), someone()]
  const done: string[] = []
  const othersAreDone = path.join(hub.database.folder, 'others-are-done')
  const long = list(one, othersAreDone).then(() => done.push('long list'))
  await list(two, 0).then(() => done.push('other list'))
  await department(two, 'x').then((answer) => done.push(`command ${answer.status}`))
  writeFileSync(othersAreDone, '')
  await long
  expect(done).toEqual(['other list', 'command 200', 'long list'])
  expect(hub.faults).toEqual([])
}, 60_000)

it('a thread for lists that dies answers its own list with a fault and the next ones are answered', async () => {
  hub = await testHub({ lists: 2, reader: { entry: slow, limits } })
  const token = someone()
  const answers = await Promise.all([list(token, -1), list(token, 0), list(token, 0)])
  expect(answers.map((a) => a.status)).toEqual([500, 200, 200])
  expect(hub.faults).toEqual([expect.stringContaining('ended with code 3')])
}, 60_000)

it('[U69] a list asked after a confirmed command shows it, whoever else writes and reads', async () => {
  hub = await testHub({ lists: 2 })
  const writes = async () => {
    const token = someone()
    for (let n = 0; n < 12; n++) {
      const code = newId().slice(-8).toUpperCase()
      expect((await account(token, code)).status).toBe(200)
      const { body, text } = await hub.post('/api/query/bank-accounts', { search: code, limit: 5 }, token)
      if (!body.ok) throw new Error(text)
      expect((body.value as ListAnswer).rows.map((row) => row.code)).toEqual([code])
    }
  }
  await Promise.all(Array.from({ length: 4 }, writes))
  expect(hub.faults).toEqual([])
}, 60_000)

/** A new office's thread for lists has loaded nothing yet, however soon after a start it is asked (Q32). */
it.each([
  ['orders by names made of Chinese texts', 'approvals', { params: { box: 'all' } }],
  ['searches and filters Chinese texts', 'customers', { search: '重庆', filters: [{ field: 'code', op: 'is', value: '重庆' }] }],
])(
  '[Q32] the first list of a thread that %s is answered',
  async (_, name, input) => {
    hub = await testHub({ lists: 1 })
    const token = someone()
    hub.database.write.sql.prepare("update user set language = 'en'").run()
    const answer = await hub.post(`/api/query/${name}`, { ...input, limit: 5 }, token)
    expect([answer.status, answer.text, hub.faults]).toEqual([200, expect.stringContaining('"ok":true'), []])
  },
  60_000,
)

it.runIf(process.platform === 'linux')(
  '[U69] the threads end when the office closes',
  async () => {
    hub = await testHub({ lists: 2 })
    // Two lists at once: the second thread starts when the first is busy.
    await Promise.all([list(someone(), 0), list(someone(), 0)])
    const threads = () => readdirSync('/proc/self/task').length
    const before = threads()
    await hub.readers.close()
    expect(before - threads()).toBeGreaterThanOrEqual(2)
  },
  60_000,
)
