// Two real desktops and a hub on the network of this machine: joining, working, the hub away and back, another address, revoked. Rules D10 to D15, D40, D46 of desks.
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openWritable } from '../../db/open.ts'
import { commands } from '../../preload/contract/commands.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { cameraBefore } from './support/camera.ts'
import { desksWords } from '../../renderer/modules/desks/words.ts'
import { hubOnNetwork, type HubOnNetwork } from './support/hub-on-network.ts'
import { endAll, newFolder, removeFolders } from './support/office.ts'
import { closeScreens, picture, startDesktop, type Desktop } from './support/screens.ts'
import { signInOn } from './support/sign-in-page.ts'
import { wordsIn } from './support/words.ts'

const { t, name } = wordsIn.zh
let hub: HubOnNetwork
let desk: Desktop
beforeAll(async () => {
  hub = await hubOnNetwork(inject('demonstration'))
}, 120_000)
afterAll(async () => {
  await closeScreens()
  await endAll()
  removeFolders()
})

const joins = async (page: Page, called: string): Promise<void> => {
  await page.getByText(t('join.title'), { exact: true }).click()
  await page.getByLabel(t('join.code')).fill(await hub.invitation())
  await page.getByLabel(t('join.name')).fill(called)
  await picture(page, 'desk-joins')
  await page.getByRole('button', { name: t('join.go'), exact: true }).click()
  await page.getByLabel(t('sign-in.user')).waitFor({ timeout: 60_000 })
}
const openPage = async (page: Page, title: string): Promise<void> => {
  const entry = page.getByRole('navigation').getByText(title, { exact: true })
  // Settings are folded for whoever has much else to do.
  const settings = page.getByRole('navigation').getByText(name('menu-group.settings'), { exact: true })
  await settings.waitFor()
  if (!(await entry.isVisible())) await settings.click()
  await entry.click()
  await page.getByRole('tab', { name: title, selected: true }).waitFor()
}
const customers = async (): Promise<{ id: string; name: string; revision: number }[]> => {
  const answer = await hub.ask('query/customers', { limit: 3 })
  return (answer as unknown as { value: { rows: { id: string; name: string; revision: number }[] } }).value.rows
}
const folder = newFolder()

describe('a PC that has joined', () => {
  it('[D10] [D12] joins with the link alone, and its people see the company', async () => {
    desk = await startDesktop(['--data', folder])
    const { page } = desk
    await joins(page, '王芳的电脑')
    await page.getByRole('heading', { name: '信风演示外贸有限公司' }).waitFor()
    await signInOn(page)
    await openPage(page, name('list.customers'))
    const [first] = await customers()
    await page.locator('[role="grid"]:visible').getByText(first!.name).first().waitFor()
    await picture(page, 'desk-joined')
    expect(desk.errors).toEqual([])
  })

  it('[D12] sees at once what another one saves', async () => {
    const { page } = desk
    const [first] = await customers()
    await openPage(page, name('list.customers'))
    const was = page.locator('[role="grid"]:visible').getByText(first!.name, { exact: true }).first()
    await was.waitFor()
    const read = (await hub.ask('query/customer', { id: first!.id })) as unknown as { value: object }
    const renamed = `${first!.name} (live)`
    const taken = Object.keys((commands['edit-customer'].input as unknown as { shape: object }).shape)
    const seen = Object.fromEntries(Object.entries(read.value).filter(([field]) => taken.includes(field)))
    expect(await hub.ask('command/edit-customer', { id: newId(), input: { ...seen, name: renamed } })).toMatchObject({ ok: true })
    await page.locator('[role="grid"]:visible').getByText(renamed).first().waitFor()
  })

  it('[D11] a link that is opened on another PC fills in its joining page, and that is a desk of its own', async () => {
    const link = await hub.invitation()
    const second = await startDesktop(['--data', newFolder(), link])
    await expect.poll(() => second.page.getByLabel(t('join.code')).inputValue()).toBe(link)
    await second.page.getByLabel(t('join.name')).fill('李明的电脑')
    await second.page.getByRole('button', { name: t('join.go'), exact: true }).click()
    await signInOn(second.page, 'manager')
    const list = (await hub.ask('query/desks', {})) as unknown as { value: { rows: { name: string; person: string }[] } }
    expect(list.value.rows.map((row) => row.name).toSorted()).toEqual(['李明的电脑', '王芳的电脑'])
    expect(second.errors).toEqual([])
    await second.app.close()
  })

  it('[D39] a PC with a camera reads the code from the hub’s screen; the camera goes off, and no other permission is given', async () => {
    const link = await hub.invitation()
    const third = await startDesktop(['--data', newFolder(), ...cameraBefore(link)])
    const { page } = third
    await page.getByText(t('join.title'), { exact: true }).click()
    await page.getByRole('button', { name: t('join.scan') }).click()
    await expect.poll(() => page.getByLabel(t('join.code')).inputValue()).toBe(link)
    await expect.poll(() => page.locator('video').count()).toBe(0)
    const denied = await page.evaluate(() =>
      Promise.all(
        [{ audio: true }, { audio: true, video: true }].map((wanted) =>
          navigator.mediaDevices.getUserMedia(wanted).then(String, (e: Error) => e.name),
        ),
      ),
    )
    expect(denied).toEqual(['NotAllowedError', 'NotAllowedError'])
    await page.getByRole('button', { name: t('join.go'), exact: true }).click()
    await page.getByLabel(t('sign-in.user')).waitFor({ timeout: 60_000 })
    expect(third.errors).toEqual([])
    await third.app.close()
  })

  it('[D13] while the hub is away a calm bar says so, what is on screen stays, and it goes on by itself within five seconds', async () => {
    const { page } = desk
    const [first] = await customers()
    await openPage(page, name('list.vendors'))
    const vendors = page.locator('[role="grid"]:visible').getByRole('row')
    await expect.poll(() => vendors.count()).toBeGreaterThan(2)
    const firstRows = async () => (await vendors.allInnerTexts()).slice(0, 6)
    const read = await firstRows()
    await openPage(page, name('list.customers'))
    const shown = page.locator('[role="grid"]:visible').getByText(first!.name).first()
    await shown.waitFor()
    await hub.office.kill()
    await page.getByText(t('shell.connecting')).waitFor()
    await shown.waitFor()
    await picture(page, 'desk-hub-away')
    // [D37] The list of before, in a tab that has gone: as it was read last.
    await openPage(page, name('list.vendors'))
    await expect.poll(firstRows).toEqual(read)
    await page.getByText('此后打开的是上次读到的').waitFor()
    await picture(page, 'desk-lists-read-last')
    await openPage(page, name('list.customers'))
    await hub.again()
    const from = performance.now()
    await page.getByText(t('shell.connecting')).waitFor({ state: 'hidden' })
    expect(performance.now() - from).toBeLessThan(5000)
    await shown.waitFor()
  })

  it('[D46] a hub whose PC sleeps is away to its desks, and all goes on by itself within five seconds after it has woken', async () => {
    const { page } = desk
    hub.office.process.kill('SIGSTOP')
    await page.getByText(t('shell.connecting')).waitFor()
    hub.office.process.kill('SIGCONT')
    const from = performance.now()
    await page.getByText(t('shell.connecting')).waitFor({ state: 'hidden' })
    expect(performance.now() - from).toBeLessThan(5000)
    expect(desk.errors).toEqual([])
  })

  it('[D40] the status of the hub is read on a desk, which it counts as connected', async () => {
    const { page } = desk
    await openPage(page, name('query.office-status'))
    await page.getByText(desksWords.zh.t('status.connected-text', { desks: 1, browsers: 0 })).waitFor()
    await picture(page, 'desk-hub-status')
  })

  it('[D13] started while the hub is away it says where it looks, and opens when the hub is back', async () => {
    await desk.app.close()
    await hub.office.kill()
    desk = await startDesktop(['--data', folder], desk)
    const { page } = desk
    await page.getByText(t('join.away', { address: hub.address })).waitFor()
    await picture(page, 'desk-starts-without-hub')
    await hub.again()
    await page.getByLabel(t('sign-in.user')).waitFor({ timeout: 30_000 })
    await signInOn(page)
  })

  it('[D38] unknown to a hub that was restored from before, it says so also after a start, and joined again has what was kept here', async () => {
    const kept = () => desk.page.evaluate(() => localStorage.getItem('tradewind.language'))
    expect(await kept()).toBe('zh')
    await hub.office.kill()
    const books = openWritable(path.join(hub.folder, 'company.sqlite'))
    books.sql.exec('PRAGMA foreign_keys = OFF; DELETE FROM desk_contact; DELETE FROM desk')
    books.close()
    await hub.again()
    await desk.page.getByText(t('join.unknown', { company: '信风演示外贸有限公司' })).waitFor({ timeout: 30_000 })
    await picture(desk.page, 'desk-unknown')
    await desk.app.close()
    desk = await startDesktop(['--data', folder], desk)
    await desk.page.getByText(t('join.unknown', { company: '信风演示外贸有限公司' })).waitFor({ timeout: 30_000 })
    await joins(desk.page, '王芳的电脑')
    expect(await kept()).toBe('zh')
    await signInOn(desk.page)
  })

  it('[D9] [D15] revoked, it removes what it keeps and says why on its first page', async () => {
    const { page, app } = desk
    const userData = await app.evaluate(({ app: electron }) => electron.getPath('userData'))
    const file = path.join(userData, 'office.json')
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ address: hub.address, company: '信风演示外贸有限公司' })
    const list = (await hub.ask('query/desks', {})) as unknown as { value: { rows: { id: string; name: string; revision: number }[] } }
    const own = list.value.rows.find((row) => row.name === '王芳的电脑')!
    expect(own).toMatchObject({ version: expect.stringMatching(/^\d+\.\d+/) })
    const { id, revision } = own
    await hub.ask('command/revoke-desk', { id: newId(), input: { id, revision } })
    await page.getByText(t('join.revoked', { company: '信风演示外贸有限公司' })).waitFor({ timeout: 30_000 })
    await picture(page, 'desk-revoked')
    expect(existsSync(file)).toBe(false)
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
    await desk.app.close()
  })
})
