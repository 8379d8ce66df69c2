// The built hub tells those who look at its status that figures have changed, and nobody else. Rule D45 of desks.
import { setTimeout as rest } from 'node:timers/promises'
import { afterAll, expect, inject, it } from 'vitest'
import { signIn } from './support/client.ts'
import { demoFolder, endAll, removeFolders, startOffice } from './support/office.ts'

/** A little longer than from one of its words to the next. */
const TURN_MS = 16_000
afterAll(async () => {
  await endAll()
  removeFolders()
})

it('[D45] while somebody looks at its status the hub says that it has changed, and says nothing of it before', async () => {
  const address = await startOffice('--serve', '--port', '0', '--data', demoFolder(inject('demonstration'))).address
  const boss = await signIn(address, 'boss')
  const said: string[] = []
  const live = new WebSocket(`${address.replace(/^http/, 'ws')}/api/live`)
  live.addEventListener('message', ({ data }) => said.push(...((JSON.parse(String(data)) as { tables?: string[] }).tables ?? [])))
  await new Promise((resolve) => live.addEventListener('open', resolve))
  live.send(boss.token)
  await rest(TURN_MS)
  expect(said).not.toContain('office-status')
  expect((await boss.query('office-status', {})).desks).toMatchObject({ joined: 0, connected: 0, browsers: 1 })
  await expect.poll(() => said, { timeout: TURN_MS }).toContain('office-status')
  live.close()
})
