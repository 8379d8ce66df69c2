// Real windows in a test: a virtual display, the real Electron, a real browser; pictures for people to look at.
import { chromium, _electron, type Browser, type ElectronApplication, type Page } from 'playwright-core'
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { electronProgram, ensureRuntime } from '../../runtime.mjs'
import { chromiumProgram } from '../../test-machine.mjs'
import { newFolder, root } from './office.ts'

let display: { process: ChildProcess; name: string } | undefined

/** A display of our own; on a person's desktop the tests would jump into the foreground otherwise. */
export const displayName = async (): Promise<string | undefined> => {
  if (process.platform !== 'linux') return undefined
  if (display) return display.name
  const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1500x940x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = await new Promise<string>((resolve, reject) => {
    xvfb.stdio[3]!.once('data', (data: Buffer) => resolve(data.toString().trim()))
    xvfb.once('error', reject)
    xvfb.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)))
  })
  display = { process: xvfb, name: `:${number}` }
  return display.name
}

export type Desktop = {
  app: ElectronApplication
  page: Page
  home: string
  errors: string[]
  args: string[]
  env: Record<string, string>
}
const desktops = new Set<ElectronApplication>()

type Around = {
  home: string
  env?: Record<string, string>
  /** Its folder, where it is not the one that was built. */
  of?: string
}
/** What a start of the desktop needs; also for a second one beside it. `home` is where a user's programs keep what is their own. */
export const desktopStart = async (words: string[], { home, env: further, of = root }: Around = { home: newFolder() }) => {
  const program = electronProgram(await ensureRuntime())
  const screen = await displayName()
  const { ELECTRON_RUN_AS_NODE: _asNode, ...env } = process.env
  return {
    program,
    args: [of, '--no-sandbox', '--disable-gpu', '--lang=zh-CN', ...words],
    env: { ...(env as Record<string, string>), ...(screen ? { DISPLAY: screen } : {}), XDG_CONFIG_HOME: home, APPDATA: home, ...further },
    home,
  }
}

/** Console errors and page errors, as they come. */
const watch = (page: Page): string[] => {
  const errors: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.text().includes('Content Security Policy')) errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(String(error)))
  return errors
}

export const startDesktop = async (words: string[], of?: Around): Promise<Desktop> => {
  const { program, args, env, home } = await desktopStart(words, of)
  const app = await _electron.launch({ executablePath: program, args, env, timeout: 90_000 })
  desktops.add(app)
  app.once('close', () => desktops.delete(app))
  const page = await app.firstWindow({ timeout: 90_000 })
  return { app, page, home, errors: watch(page), args, env }
}

let browser: Promise<Browser> | undefined
const launched = (): Promise<Browser> => {
  const executablePath = chromiumProgram()
  if (executablePath === undefined) throw new Error('no Chromium: node build/test-machine.mjs')
  return chromium.launch({ executablePath, args: ['--no-sandbox'] })
}
/** A window of somebody of their own: nothing of it, cookies, storage or cache, is another's. */
export const startBrowser = async (
  language: 'zh-CN' | 'en-US' = 'zh-CN',
): Promise<{ page: Page; errors: string[]; open(): Promise<{ page: Page; errors: string[] }> }> => {
  browser ??= launched()
  const context = await (await browser).newContext({ viewport: { width: 1440, height: 900 }, locale: language, acceptDownloads: true })
  const open = async () => {
    const page = await context.newPage()
    return { page, errors: watch(page) }
  }
  return { ...(await open()), open }
}

/** Watches from now on for a text that may be gone before a test looks for it; what is given back waits until the text has stood in the page. */
export const watchFor = async (page: Page, text: string): Promise<() => Promise<void>> => {
  const watching = await page.evaluateHandle((wanted) => {
    let stood: () => void
    const shown = new Promise<void>((resolve) => (stood = resolve))
    const look = () => {
      if (document.body.textContent?.includes(wanted)) stood()
    }
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true })
    return { shown }
  }, text)
  return () => watching.evaluate(({ shown }) => shown)
}

/** A picture in test-results/, for people. */
export const picture = async (page: Page, name: string): Promise<void> => {
  const folder = path.join(root, 'test-results')
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: path.join(folder, `${name}.png`) })
}

export const closeScreens = async (): Promise<void> => {
  for (const app of desktops) app.process().kill('SIGKILL')
  await (await browser)?.close()
  browser = undefined
  display?.process.kill()
  display = undefined
}
