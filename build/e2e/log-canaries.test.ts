// The logs of an office hold no password, no token and nothing of what people entered, whatever fails: canaries are sent everywhere, and searched in
// office.log and in what it prints (SEC50).
import Sqlite from 'better-sqlite3'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { unfounded } from '../../main/access/company.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { minutes } from '../soak/rounds.ts'
import { post, signIn } from './support/client.ts'
import { firstStartCode } from './support/founded.ts'
import { endAll, newFolder, removeFolders, startOffice } from './support/office.ts'

const PASSWORD = 'canary-crane-77-own'
const CANARY = /canary/i
afterAll(async () => {
  await endAll()
  removeFolders()
})

it(
  '[SEC50] no password, token or payload stands in any log, not even of a fault',
  async () => {
    const folder = newFolder()
    const office = startOffice('--serve', '--port', '0', '--data', folder)
    const address = await office.address
    const code = await firstStartCode(office)
    const owner = { id: newId(), login: 'owner', name: 'Canary Owner', password: PASSWORD, language: 'en' }
    const company = { ...unfounded, name: '测试公司', nameEn: 'Canary Company' }
    expect((await post(address, 'found', { code, input: { company, owner } })).answer).toMatchObject({ ok: true })
    const client = await signIn(address, 'owner', PASSWORD)
    await post(address, 'login', { user: 'canary-typed-into-the-wrong-field', password: 'canary-wrong' })
    await post(address, 'unlock', { password: 'canary-unlock' }, client.token)
    const raw = (body: string) => fetch(`${address}/api/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    await raw('{"user":"owner","password":"canary-broken-json')
    await raw(`{"user":"owner","password":"${'canary'.repeat(2000)}"}`)
    const change = { current: 'canary-current', password: 'canary-next-password' }
    await client.send('command/change-own-password', { id: newId(), input: change })
    const account = {
      ...{ id: newId(), code: 'CANARY', name: 'Canary Bank', bankName: '', accountNumber: 'canary 6222', swift: '', currency: 'CNY' },
      ...{ active: true, openedOn: '2025-12-31', openingBalance: 0, openingRate: '1' },
    }
    await client.send('query/customers', { params: {}, search: 'canary search', limit: 20 })
    // A table is gone: the command, the list and its export are faults of the program now.
    const books = new Sqlite(path.join(folder, 'company.sqlite'))
    books.exec('PRAGMA legacy_alter_table = ON; ALTER TABLE bank_account RENAME TO gone')
    books.close()
    const { answer } = await client.send('command/create-bank-account', { id: newId(), input: account })
    expect(answer).toMatchObject({ ok: false, fault: expect.any(String) })
    await client.send('query/bank-accounts', { params: {}, search: 'canary search', limit: 20 })
    const { answer: status } = await client.send('query/office-status', {})
    await office.interrupt()
    const log = existsSync(path.join(folder, 'office.log')) ? readFileSync(path.join(folder, 'office.log'), 'utf8') : ''
    const { out, err } = office.said()
    expect(log).toContain((answer as { fault: string }).fault)
    // The page that tells how the office is says which fault it was, and no more (D43 of desks).
    expect(status).toMatchObject({ value: { faults: { count: expect.any(Number), last: { id: expect.any(String) } } } })
    for (const text of [log, out, err, JSON.stringify(status)]) {
      expect(text.split('\n').filter((line) => CANARY.test(line))).toEqual([])
      expect(text).not.toContain(client.token)
    }
  },
  minutes(1),
)
