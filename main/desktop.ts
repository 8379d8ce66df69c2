// The desktop: Electron's main process. Starts the office, opens the window, lets nothing else through. Composition only.
import { app, dialog, Menu, safeStorage, session, type BrowserWindow, type Tray } from 'electron'
import { createHash } from 'node:crypto'
import { hostname } from 'node:os'
import path from 'node:path'
import type { Notice } from '../preload/contract/envelope.ts'
import { consoleWords } from './console-words.ts'
import { lookAtFiles } from './shell/files-looked-at.ts'
import { askWhereToSave, registerChannels } from './shell/ipc.ts'
import { linkIn, waitingLinks } from './shell/links.ts'
import { startOffice } from './shell/office-link.ts'
import { openedFiles } from './shell/opened-files.ts'
import { officeOf, type Office } from './shell/office-place.ts'
import { makePopUps } from './shell/popup.ts'
import { makeTray } from './shell/tray.ts'
import { registerScheme, servePages } from './shell/pages.ts'
import { keptMembership, type Lock } from './shell/remote/membership.ts'
import { hardenEverything } from './shell/security.ts'
import { atHand, HIDDEN_SWITCH } from './shell/start-with-system.ts'
import { unknownSwitch } from './shell/switches.ts'
import { openMainWindow } from './shell/window.ts'

// Before anything else: a released program cannot be started with its insides open (SEC16).
const unknown = app.isPackaged ? unknownSwitch(process.argv.slice(1)) : undefined
if (unknown !== undefined) {
  console.error(consoleWords['unknown-switch'](unknown))
  process.exit(2)
}

const out = path.resolve(import.meta.dirname, '..')
/** What follows the program's own name: only our options reach the office. */
const passedOn = (): string[] => {
  const words = process.argv.slice(1)
  const kept: string[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!
    if (word === '--demo' || word === '--serve') kept.push(word)
    if ((word === '--data' || word === '--port') && words[i + 1] !== undefined) kept.push(word, words[++i]!)
  }
  return kept
}

const options = passedOn()
// A desktop belongs to a company's folder: one window for each, with its own size and place.
const folder = options[options.indexOf('--data') + 1]
if (options.includes('--data') && folder !== undefined)
  app.setPath(
    'userData',
    path.join(app.getPath('userData'), 'folders', createHash('sha256').update(path.resolve(folder)).digest('hex').slice(0, 16)),
  )
registerScheme()
// As root Chromium cannot sandbox anything (test machines); a released app never goes without.
if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()

let window: BrowserWindow | undefined
let office: Office | undefined
/** Whether a window would find what it speaks to. */
let isSetUp = false
/** With a tray, closing the window hides it and the program stays; ending it is asked for in the tray's menu. */
let tray: Tray | undefined
let quitting = false
let saidStillHere = false

/** Opens the window, or brings it forward. `hidden`: begun with the system, it waits in the tray. */
const open = (hidden = false) => {
  if (!isSetUp) return // still starting: the window comes by itself
  if (!window || window.isDestroyed()) {
    const opened = openMainWindow(out, hidden)
    window = opened
    opened.on('closed', () => (window = undefined))
    opened.on('close', (event) => {
      if (quitting || !tray) return
      event.preventDefault()
      opened.hide()
      sayStillHere()
    })
  } else window.show()
  if (hidden) return
  if (window.isMinimized()) window.restore()
  window.focus()
}

/** A link to one of our pages: the window opens it when it is there and somebody has signed in. */
const links = waitingLinks(() => {
  if (window && !window.isDestroyed()) window.webContents.send('tradewind:link')
})

const popUps = makePopUps(out, (choice) => {
  if (choice.act === 'open') open()
  // What stood in the pop-up of the window that asked for it; a choice of no line opens today's tasks.
  window?.webContents.send('tradewind:popup-choice', choice)
})

/** Once a start: where the program has gone to, and how to end it. */
const sayStillHere = (): void => {
  if (saidStillHere) return
  saidStillHere = true
  popUps.show({
    serial: 0,
    title: consoleWords['tray-still-here'](),
    lines: [{ text: consoleWords['tray-still-here-text'](), detail: '', acts: [] }],
    more: '',
    open: consoleWords['tray-open'](),
    close: '×',
  })
}

/** The office cannot run: says why and ends. */
const giveUp = (problem: string): void => {
  console.error(problem)
  dialog.showErrorBox('Tradewind', problem)
  app.exit(1)
}

/** Begun with the program, for the first start of the office; each later start has a look of its own. */
let looking: Promise<string | undefined> | undefined
const problemOfPackage = async (): Promise<string | undefined> => {
  const altered = await (looking ?? lookAtFiles(out))
  looking = undefined
  return altered === undefined ? undefined : consoleWords.altered(altered)
}

/** What the operating system locks for its user; a Linux without a keyring would only hide it, which is no lock. */
const lockOfSystem = (): Lock => {
  const isReal =
    safeStorage.isEncryptionAvailable() && (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text')
  return isReal ? { close: (text) => safeStorage.encryptString(text), open: (closed) => safeStorage.decryptString(closed) } : null
}

const start = async (): Promise<void> => {
  Menu.setApplicationMenu(null)
  hardenEverything()
  servePages(path.join(out, 'renderer'))
  const current = () => window
  const toWindow = (channel: string) => (what: unknown) => {
    if (window && !window.isDestroyed()) window.webContents.send(channel, what)
  }
  const tell: (notice: Notice) => void = toWindow('tradewind:notice')
  // The page is loaded while the office opens its database: what it asks meanwhile waits.
  const opened = officeOf({
    ...{ kept: keptMembership(app.getPath('userData'), lockOfSystem()), version: app.getVersion() },
    ...{ name: hostname(), notice: tell },
    startOwn: () => startOffice(out, options, { notice: tell, lost: giveUp }, problemOfPackage),
    lost: giveUp,
    requireUnaltered: async () => {
      const problem = await problemOfPackage()
      if (problem !== undefined) throw new Error(problem)
    },
    reload: () => window?.webContents.reload(),
    removeStored: () => session.defaultSession.clearStorageData(),
    startUpdates: async (membership) =>
      (await import('./shell/remote/start-updates.ts')).startUpdates(membership, out, toWindow('tradewind:update')),
  })
  const files = openedFiles(path.join(app.getPath('userData'), 'opened'))
  app.on('will-quit', files.removeAll)
  const hand = atHand(() => tray, consoleWords['tray-tip']())
  registerChannels(opened.link, current, askWhereToSave(current), popUps, links, opened, files, hand)
  tray = makeTray(
    { tip: consoleWords['tray-tip'](), open: consoleWords['tray-open'](), quit: consoleWords['tray-quit']() },
    { open: () => open(), quit: () => app.quit() },
  )
  isSetUp = true
  open(process.argv.includes(HIDDEN_SWITCH) && tray !== undefined)
  await opened.started
  office = opened
}

if (app.requestSingleInstanceLock()) {
  looking = lookAtFiles(out)
  // Links come as the last word of a start; on macOS as an event of their own.
  links.add(linkIn(process.argv))
  app.on('open-url', (event, url) => {
    event.preventDefault()
    links.add(linkIn([url]))
    open()
  })
  app.on('second-instance', (_event, words) => {
    links.add(linkIn(words))
    open()
  })
  // A program run from its sources would register the runtime, not itself.
  if (app.isPackaged) app.setAsDefaultProtocolClient('tradewind')
  app.on('activate', () => open())
  app.on('window-all-closed', () => app.quit())
  let stopped = false
  app.on('before-quit', (event) => {
    quitting = true
    popUps.close()
    if (stopped || !office) return
    event.preventDefault()
    void office.link.stop().then(() => {
      stopped = true
      app.quit()
    })
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit())
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => giveUp(error instanceof Error ? error.message : String(error)))
} else {
  console.log(consoleWords['open-already']())
  app.exit(0)
}
