// A signed release on its way from the hub's folder to a real desktop: checked, offered to one desk, downloaded over the pinned connection, and put in the place of
// the program when it ends. The program is started as an AppImage is (the variable APPIMAGE names its file), which is the package that replaces itself on Linux
// without an administrator. Rules D27 to D33, SEC21 to SEC24.
import { chmodSync, existsSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import type { QueryOutput } from '../../preload/contract/queries.ts'
import { writeRelease } from '../package/release.mjs'
import { releaseKeys } from '../release-key.mjs'
import { hubOnNetwork, type HubOnNetwork } from './support/hub-on-network.ts'
import { endAll, newFolder, removeFolders, root } from './support/office.ts'
import { closeScreens, picture, startDesktop, type Desktop } from './support/screens.ts'
import { signInOn } from './support/sign-in-page.ts'
import { wordsIn } from './support/words.ts'

const { t, name } = wordsIn.zh
const [NEXT, NAME] = ['0.1.1', 'Tradewind-0.1.1.AppImage']
/** A new version that writes down how it was started: to settle in and end at once, or to stay. */
const packageText =
  '#!/bin/sh\necho "${APPIMAGE_EXIT_AFTER_INSTALL:-stays}" > "$(dirname "$0")/started"\n# version 0.1.1\n' +
  Buffer.alloc(3_000_000, '#').toString()

let hub: HubOnNetwork
let desk: Desktop
const cache = newFolder()
const installed = path.join(newFolder(), 'Tradewind.AppImage')
const folder = newFolder()
const started = () => readFileSync(path.join(path.dirname(installed), 'started'), 'utf8').trim()

beforeAll(async () => {
  writeFileSync(installed, 'version 0.1.0')
  chmodSync(installed, 0o755)
  hub = await hubOnNetwork(inject('demonstration'))
}, 120_000)
afterAll(async () => {
  await closeScreens()
  await endAll()
  removeFolders()
})

const releases = async () => {
  const answer = await hub.ask('query/releases', {})
  return (answer as unknown as { value: QueryOutput<'releases'> }).value
}
const found = async () => (await releases()).releases.map(({ file, version, problem, offer }) => [file, version, problem, offer?.status])
const command = (called: string, input: object) => hub.ask(`command/${called}`, { id: newId(), input })
/** A release of the maker's; it stands in the hub's folder whole at once. */
const release = (version: string, content = packageText) => {
  const packages = newFolder()
  const called = NAME.replace(NEXT, version)
  writeFileSync(path.join(packages, called), content)
  return writeRelease({
    ...{ target: path.join(hub.folder, `releases/Tradewind-${version}.release`), folder: packages, version },
    ...{ privateKey: releaseKeys().privateKey, packages: [{ name: called, platform: 'linux', arch: 'x64', kind: 'AppImage' }] },
  })
}
/** The program that was built, as the one of another version. */
const programOf = (version: string): string => {
  const of = newFolder()
  symlinkSync(path.join(root, 'out'), path.join(of, 'out'))
  const about = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as object
  writeFileSync(path.join(of, 'package.json'), JSON.stringify({ ...about, version }))
  return of
}
const startAs = async (version: string): Promise<Page> => {
  writeFileSync(installed, `version ${version}`)
  chmodSync(installed, 0o755)
  rmSync(cache, { recursive: true, force: true })
  desk = await startDesktop(['--data', folder], {
    ...{ home: desk.home, env: { APPIMAGE: installed, XDG_CACHE_HOME: cache }, of: programOf(version) },
  })
  return desk.page
}
const quit = async (): Promise<void> => {
  const ended = desk.app.waitForEvent('close')
  await desk.app.evaluate(({ app }) => app.quit()).catch(() => undefined)
  await ended
}
const cached = () => path.join(cache, 'tradewind-updater/pending')

/** The desk in its former version, with the update ready. */
const startAgain = async () => {
  const page = await startAs('0.1.0')
  await page.getByLabel(t('sign-in.user')).waitFor({ timeout: 60_000 })
  await signInOn(desk.page)
  await page.getByText(t('update.ready', { version: NEXT })).waitFor({ timeout: 60_000 })
}

it('[D27] the hub checks what is put into its folder, and serves nothing of a release whose packages were altered', async () => {
  await expect.poll(() => existsSync(path.join(hub.folder, 'releases')), { timeout: 30_000 }).toBe(true)
  const file = release(NEXT)
  const whole = readFileSync(file)
  const at = whole.indexOf('# version 0.1.1')
  writeFileSync(file, Buffer.concat([whole.subarray(0, at), Buffer.from('# version 6.6.6'), whole.subarray(at + 15)]))
  await expect.poll(found, { timeout: 30_000 }).toEqual([['Tradewind-0.1.1.release', '', 'hash', undefined]])
  writeFileSync(file, whole)
  await expect.poll(found, { timeout: 30_000 }).toEqual([['Tradewind-0.1.1.release', NEXT, null, undefined]])
})

it('[D29] [D31] [D32] offered to one desk, it is downloaded there over the pinned connection, its hash compared, and told in one line', async () => {
  desk = await startDesktop(['--data', folder, await hub.invitation()], {
    home: newFolder(),
    env: { APPIMAGE: installed, XDG_CACHE_HOME: cache },
  })
  const { page } = desk
  await page.getByLabel(t('join.name')).fill('王芳的电脑')
  await page.getByRole('button', { name: t('join.go'), exact: true }).click()
  await page.getByLabel(t('sign-in.user')).waitFor({ timeout: 60_000 })
  await signInOn(desk.page)
  const { releases: all, desks } = await releases()
  expect(desks).toMatchObject([{ name: '王芳的电脑', version: '0.1.0' }])
  // The owner is on the page of updates when the word is given.
  const navigation = page.getByRole('navigation')
  await navigation.getByText(name('menu-group.settings'), { exact: true }).click()
  await navigation.getByText(name('query.releases'), { exact: true }).click()
  await page.getByRole('button', { name: name('command.offer-release') }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: name('command.offer-release') })
    .click()
  await page.getByText(t('update.ready', { version: NEXT })).waitFor({ timeout: 60_000 })
  await picture(page, 'updates-ready')
  expect(readFileSync(path.join(cached(), NAME), 'utf8') === packageText).toBe(true)
  expect(all[0]).toMatchObject({ version: NEXT })
  expect(desk.errors).toEqual([])
})

it('[D33] the program that ends is replaced by it; nothing is before that', async () => {
  expect(readFileSync(installed, 'utf8')).toBe('version 0.1.0')
  await quit()
  expect(readFileSync(installed, 'utf8') === packageText).toBe(true)
})

it('[D33] on a word the program ends at once, and the new one is started in its place', async () => {
  expect(started()).toBe('true')
  await startAgain()
  const { page } = desk
  const ended = desk.app.waitForEvent('close')
  await page.getByRole('button', { name: t('update.now') }).click()
  await ended
  await expect.poll(started).toBe('stays')
  expect(readFileSync(installed, 'utf8') === packageText).toBe(true)
})

it('[D30] withdrawn before the program ended, it is not installed', async () => {
  await startAgain()
  const { page } = desk
  const { id, revision } = (await releases()).releases[0]!
  expect(await command('withdraw-release', { id, revision })).toMatchObject({ ok: true })
  await page.getByText(t('update.ready', { version: NEXT })).waitFor({ state: 'hidden' })
  await quit()
  expect(readFileSync(installed, 'utf8')).toBe('version 0.1.0')
  expect(existsSync(cached()) && readdirSync(cached())).toContain(NAME)
})

const BEFORE = `${packageText}# the version before`
it('[D34] a desk whose version was taken back returns to the one that it ran before', async () => {
  release('0.1.0', BEFORE)
  await expect.poll(async () => (await found()).length, { timeout: 30_000 }).toBe(2)
  await expect.poll(async () => (await found()).map((one) => one[2]), { timeout: 30_000 }).toEqual([null, null])
  const { id, revision } = (await releases()).releases[0]!
  expect(await command('roll-back-release', { id, revision })).toMatchObject({ ok: true })
  const page = await startAs(NEXT)
  await page.getByLabel(t('sign-in.user')).waitFor({ timeout: 60_000 })
  await signInOn(desk.page)
  await page.getByText(t('update.ready-back', { version: '0.1.0' })).waitFor({ timeout: 60_000 })
  await picture(page, 'updates-back')
  await quit()
  expect(readFileSync(installed, 'utf8') === BEFORE).toBe(true)
})

it('[D35] a desk of an older series gets its update before anybody signs in', async () => {
  const page = await startAs('0.0.9')
  await page.getByText(t('version.desk-older', { own: '0.0.9', office: '0.1.0' })).waitFor({ timeout: 60_000 })
  await page.getByText(t('update.none')).waitFor()
  const { releases: all, desks } = await releases()
  const { id, revision } = all.find(({ version }) => version === '0.1.0')!
  expect(await command('offer-release', { id, deskId: desks[0]!.id, revision })).toMatchObject({ ok: true })
  await page.getByRole('button', { name: t('version.again') }).click()
  await page.getByText(t('update.ready', { version: '0.1.0' })).waitFor({ timeout: 60_000 })
  await picture(page, 'updates-older-desk')
  const ended = desk.app.waitForEvent('close')
  await page.getByRole('button', { name: t('update.now') }).click()
  await ended
  expect(readFileSync(installed, 'utf8') === BEFORE).toBe(true)
})

it('[D35] a desk of a newer series says how the hub is updated', async () => {
  const page = await startAs('0.2.0')
  await page.getByText(t('version.office-older', { own: '0.2.0', office: '0.1.0' })).waitFor({ timeout: 60_000 })
  expect(await page.getByLabel(t('sign-in.user')).count()).toBe(0)
  await quit()
})
