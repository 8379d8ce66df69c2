// A restore in life: the hub goes back to a copy while others work, starts itself anew and serves on; a start after one that was cut off opens the books that stand. Rule U51.
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { post, signIn, type Client } from './support/client.ts'
import { demoFolder, endAll, removeFolders, startOffice, type Office } from './support/office.ts'

let folder = ''
let office: Office
let address = ''
let boss: Client
const until = async <T>(what: () => Promise<T>, holds: (found: T) => boolean): Promise<T> => {
  for (let n = 0; n < 400; n++) {
    const seen = await what().catch(() => undefined)
    if (seen !== undefined && holds(seen)) return seen
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  throw new Error('it did not come')
}
const department = (client: Client, name: string) =>
  client.command('create-department', { id: newId(), name, nameEn: '', parentId: null, headId: null })
const served = () => [...office.said().out.matchAll(/Tradewind office: (http:\/\/\S+)/g)].map((m) => m[1]!)

beforeAll(async () => {
  folder = demoFolder(inject('demonstration'))
  office = startOffice('--serve', '--port', '0', '--data', folder)
  address = await office.address
  boss = await signIn(address, 'boss')
})
afterAll(async () => {
  await endAll()
  removeFolders()
})

test('[U51] the hub goes back to a copy while a colleague saves: everything acknowledged is in one of the two books', {
  timeout: 360_000,
}, async () => {
  const state = await until(
    () => boss.query('backup-state', {}),
    (s) => s.lastGoodAt !== null,
  )
  expect(state.folder).toBe(path.join(folder, 'backups'))
  const [copy] = (await boss.query('backups', {})).rows
  const admin = await signIn(address, 'admin')
  expect((await admin.send('command/restore-backup', { id: newId(), input: { id: newId(), backup: copy!.name } })).answer).toMatchObject({
    refused: 'not-permitted',
  })
  await department(admin, '恢复之前')
  const saved: string[] = []
  let working = true
  const colleague = (async () => {
    for (let n = 0; working; n++) {
      const name = `同事 ${n}`
      const answer = await admin
        .send('command/create-department', { id: newId(), input: { id: newId(), name, nameEn: '', parentId: null, headId: null } })
        .catch(() => undefined)
      if (answer?.answer.ok) saved.push(name)
      else if (answer) break
      else await new Promise((resolve) => setTimeout(resolve, 50))
    }
  })()
  await until(
    async () => saved.length,
    (count) => count > 0,
  )
  await boss.command('restore-backup', { id: newId(), backup: String(copy!.name) })
  await until(
    async () => served(),
    (all) => all.length === 2,
  )
  working = false
  await colleague
  address = served()[1]!
  // Nobody is signed in; the books are those of the copy, and their trail says who went back.
  expect((await post(address, 'query/me', {}, boss.token)).answer).toMatchObject({ refused: 'signed-out' })
  boss = await signIn(address, 'boss')
  const names = (await boss.query('departments', {})).map((d) => d.name)
  expect(names).not.toContain('恢复之前')
  expect((await boss.query('audit', { limit: 10 })).rows.map((row) => row.name)).toContain('restore-backup')
  expect(await boss.query('audit-verification', {})).toMatchObject({ broken: null })
  // And back again: what had been done is all there, to the last acknowledged word.
  const aside = await until(
    async () => (await boss.query('backups', {})).rows.find((row) => row.kind === 'before-restore'),
    (row) => row !== undefined,
  )
  await boss.command('restore-backup', { id: newId(), backup: String(aside!.name) })
  await until(
    async () => served(),
    (all) => all.length === 3,
  )
  address = served()[2]!
  boss = await signIn(address, 'boss')
  expect((await boss.query('departments', {})).map((d) => d.name)).toEqual(expect.arrayContaining(['恢复之前', ...saved]))
})

test('[U51] one signal ends the hub that started itself anew, and nothing is left lying', async () => {
  expect(await office.interrupt()).toBe(0)
  expect(readdirSync(folder).filter((name) => /-wal|-shm|restoring|unfinished/.test(name))).toEqual([])
})

test('[U51] a restore that was cut off before its moment: the present books stand', async () => {
  writeFileSync(path.join(folder, 'company.sqlite.restoring'), 'half a copy')
  writeFileSync(path.join(folder, 'company.sqlite.restoring.unfinished'), 'half a copy')
  office = startOffice('--serve', '--port', '0', '--data', folder)
  boss = await signIn(await office.address, 'boss')
  expect((await boss.query('departments', {})).map((d) => d.name)).toContain('恢复之前')
  await until(
    async () => existsSync(path.join(folder, 'company.sqlite.restoring')),
    (there) => !there,
  )
  await until(
    async () => readdirSync(folder).filter((name) => name.includes('unfinished')),
    (left) => left.length === 0,
  )
})
