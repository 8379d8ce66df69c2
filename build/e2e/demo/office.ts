// One office on three windows of this machine: a hub with the demonstration company, two PCs that join it, and a cable that is pulled and plugged in again. All
// of it is the product as it is built; only the mouse and the cable are ours. The same story takes the pictures of the guide (--pictures).
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { lineTo, type Line } from '../../../main/shell/remote/testing/line.ts'
import { DEMONSTRATION_PASSWORD } from '../../../main/demonstration/accounts.ts'
import type { Language } from '../../../preload/contract/names/define.ts'
import { readInvitation } from '../../../preload/contract/vocabulary/pairing-code.ts'
import { desksWords } from '../../../renderer/modules/desks/words.ts'
import { demoFolder, endAll, newFolder, removeFolders, root, startOffice } from '../support/office.ts'
import { closeScreens, desktopStart } from '../support/screens.ts'
import { signInOn } from '../support/sign-in-page.ts'
import { demoWords } from './words.ts'

/** As large as the smallest screens that the product is made for. */
const SIZE = { width: 1366, height: 768 }
/** A person reads what a window says before it goes on. */
const READ_MS = 2500
/** Where the first pages have what they say. */
const MIDDLE = { x: 343, y: 190, width: 680, height: 450 }
/** The accounts of the demonstration, which stand below, are in no other company. */
const SIGN_IN = { ...MIDDLE, y: 48, height: 292 }
const HUB_LOOKS_FOR_IT_MS = 30_000

const { values } = parseArgs({ options: { pictures: { type: 'boolean', default: false } } })
/** On a person's own display the windows stay until they are closed; pictures are taken on one that nobody sees. */
const display = values.pictures ? undefined : process.env.DISPLAY

type Window = { app: ElectronApplication; page: Page }
const windows: Window[] = []
/** The house speaks Chinese until somebody chooses otherwise: on the first page, and each person for themselves. */
const speak = async (page: Page, language: Language): Promise<void> => {
  const other = page.getByRole('button', { name: /^EN: / })
  if (language === 'en' && (await other.isVisible())) await other.click()
}

const openWindow = async (language: Language, folder: string): Promise<Window> => {
  const { program, args, env } = await desktopStart(['--data', folder])
  const app = await _electron.launch({
    executablePath: program,
    args,
    env: { ...env, ...(display ? { DISPLAY: display } : {}) },
    timeout: 90_000,
  })
  const page = await app.firstWindow({ timeout: 90_000 })
  await app.evaluate(({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]!.setContentSize(width, height), SIZE)
  windows.push({ app, page })
  await page.getByRole('button', { name: /: / }).waitFor()
  await speak(page, language)
  return { app, page }
}

/** Where the hub's company lies: it can be read on a picture. */
const hubFolder = (made: string): string => {
  const folder = path.join(tmpdir(), 'tradewind-demo', 'company')
  rmSync(path.dirname(folder), { recursive: true, force: true })
  cpSync(demoFolder(made), folder, { recursive: true })
  return folder
}

/** The demonstration company, founded once and copied by each story. */
const foundDemonstration = async (): Promise<string> => {
  const folder = newFolder()
  const office = startOffice('--serve', '--demo', '--port', '0', '--data', folder)
  await office.address
  await office.interrupt()
  return folder
}

const story = (language: Language, made: string) => {
  const { t, name } = desksWords[language]
  const words = demoWords(language)
  const read = () => (values.pictures ? undefined : new Promise((resolve) => setTimeout(resolve, READ_MS)))
  const folder = values.pictures ? path.join(root, 'docs/pictures') : path.join(root, 'test-results/demo-office')
  mkdirSync(folder, { recursive: true })
  const picture = async ({ page }: Window, called: string, clip?: typeof SIGN_IN) => {
    // The mouse stands where it was last used, and a cursor blinks: neither belongs in a guide.
    await page.mouse.move(0, 0)
    const file = path.join(folder, `${called}${language === 'zh' ? '' : '-en'}.png`)
    await page.screenshot({ path: file, animations: 'disabled', caret: 'hide', ...(clip && { clip }) })
    await read()
  }
  const press = (within: Page | ReturnType<Page['getByRole']>, words: string) =>
    within.getByRole('button', { name: words, exact: true }).click()
  const dialog = ({ page }: Window) => page.getByRole('dialog')

  const signIn = async ({ page }: Window, user: string) => {
    await signInOn(page, user, DEMONSTRATION_PASSWORD, { t })
    await speak(page, language)
  }
  const openPage = async ({ page }: Window, title: string) => {
    const entry = page.getByRole('navigation').getByText(title, { exact: true })
    const settings = page.getByRole('navigation').getByRole('button', { name: name('menu-group.settings'), exact: true })
    // Settings are folded for whoever has much else to do.
    if (!(await entry.isVisible())) await settings.click()
    await entry.click()
    await page.getByRole('tab', { name: title, selected: true }).waitFor()
  }
  const customers = async (window: Window) => {
    await openPage(window, name('list.customers'))
    await window.page.locator('[role="grid"]:visible [role="row"]').nth(5).waitFor()
  }

  const openHub = async (): Promise<Window> => {
    const hub = await openWindow(language, hubFolder(made))
    await signIn(hub, 'boss')
    return hub
  }
  /** Opens the office to its network; the first code stands there. */
  const letOthersJoin = async (hub: Window) => {
    await openPage(hub, name('list.desks'))
    const open = hub.page.getByRole('button', { name: name('command.open-network'), exact: true })
    await open.waitFor()
    await picture(hub, 'join-1-desks')
    await open.click()
    await dialog(hub).getByRole('radio').first().waitFor()
    await picture(hub, 'join-2-network')
    await press(dialog(hub), t('desks.network-go'))
    await dialog(hub).getByRole('timer').waitFor({ timeout: HUB_LOOKS_FOR_IT_MS })
  }
  const linkOn = async (hub: Window) =>
    (await dialog(hub)
      .getByRole('group', { name: t('desks.link') })
      .textContent())!.trim()
  const anotherCode = async (hub: Window) => {
    await press(dialog(hub), t('desks.another'))
    await dialog(hub).getByRole('timer').waitFor()
  }
  const fillIn = async ({ page }: Window, link: string, called: string) => {
    await page.getByText(t('join.title'), { exact: true }).click()
    await page.getByLabel(t('join.code')).fill(link)
    await page.getByLabel(t('join.name')).fill(called)
  }
  const join = async ({ page }: Window) => {
    await press(page, t('join.go'))
    await page.locator('input[type="password"]').waitFor({ timeout: 60_000 })
    await speak(page, language)
    await page.getByLabel(t('sign-in.user')).waitFor()
  }

  const secondPc = async (hub: Window) => {
    await picture(hub, 'join-3-code')
    const desk = await openWindow(language, newFolder())
    await desk.page.getByText(t('join.title'), { exact: true }).waitFor()
    await picture(desk, 'join-4-second-pc', MIDDLE)
    await fillIn(desk, await linkOn(hub), words('second-pc'))
    await picture(desk, 'join-5-second-pc-code', MIDDLE)
    await join(desk)
    await picture(desk, 'join-6-sign-in', SIGN_IN)
    await signIn(desk, 'manager')
    await customers(desk)
    await dialog(hub).getByText(t('desks.joined-text')).waitFor()
    await picture(hub, 'join-7-joined')
  }
  const thirdPc = async (hub: Window): Promise<{ desk: Window; cable: Line }> => {
    await anotherCode(hub)
    const link = await linkOn(hub)
    const host = readInvitation(link)!.address!
    const cable = await lineTo(host)
    const desk = await openWindow(language, newFolder())
    await fillIn(desk, link.replace(host, cable.address), words('third-pc'))
    await join(desk)
    await signIn(desk, 'sales')
    await customers(desk)
    await press(dialog(hub), t('desks.close'))
    return { desk, cable }
  }
  /** What was read stays readable; what was typed is kept and saved when the office is back. */
  const pullCable = async (desk: Window, cable: Line) => {
    const { page } = desk
    const bar = page.getByText(t('shell.connecting'))
    const first = page
      .locator('[role="grid"]:visible')
      .getByRole('button', { name: /^C\d+$/ })
      .first()
    await first.click()
    const city = page.getByRole('textbox', { name: name('field.city') }).and(page.locator(':visible'))
    await city.waitFor()
    // Everything else of the page comes as well, before somebody stumbles over the cable.
    await new Promise((resolve) => setTimeout(resolve, READ_MS))
    cable.pull()
    await bar.waitFor()
    await read()
    await city.fill(`${await city.inputValue()} (HQ)`)
    const save = page.getByRole('button', { name: t('kit.form.save'), exact: true })
    await save.click()
    await save.and(page.locator(':disabled')).waitFor()
    await picture(desk, 'join-8-cable-pulled')
    cable.plugIn()
    await bar.waitFor({ state: 'hidden' })
    // Saved: there is nothing left to be taken back.
    await page.getByRole('button', { name: t('kit.form.reset'), exact: true }).waitFor({ state: 'hidden' })
    await read()
  }

  const lookAtStatus = async (hub: Window) => {
    await openPage(hub, name('query.office-status'))
    await hub.page.getByText(t('status.log')).waitFor()
    await picture(hub, 'status')
  }

  return async () => {
    console.log(words('hub'))
    const hub = await openHub()
    console.log(words('network'))
    await letOthersJoin(hub)
    console.log(words('second'))
    await secondPc(hub)
    console.log(words('third'))
    const { desk, cable } = await thirdPc(hub)
    console.log(words('pulled'))
    await pullCable(desk, cable)
    console.log(words('back'))
    await lookAtStatus(hub)
    return cable
  }
}

const end = async () => {
  await Promise.all(windows.splice(0).map(({ app }) => app.close().catch(() => undefined)))
  await closeScreens()
  await endAll()
  removeFolders()
  rmSync(path.join(tmpdir(), 'tradewind-demo'), { recursive: true, force: true })
}

try {
  const made = await foundDemonstration()
  for (const language of values.pictures ? (['zh', 'en'] as const) : (['zh'] as const)) {
    const cable = await story(language, made)()
    if (display) {
      console.log(demoWords(language)('stays'))
      await new Promise((resolve) => process.once('SIGINT', resolve))
    }
    await cable.close()
    await Promise.all(windows.splice(0).map(({ app }) => app.close().catch(() => undefined)))
  }
} catch (error) {
  // What stood there when it went no further.
  for (const [n, { page }] of windows.entries())
    await page.screenshot({ path: path.join(root, `test-results/demo-office/stuck-${n + 1}.png`) })
  throw error
} finally {
  await end()
}
