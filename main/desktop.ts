// The desktop: Electron's main process. Starts the office, opens the window, lets nothing else through. Composition only.
import { app, BrowserWindow, dialog, Menu } from 'electron'
import path from 'node:path'
import { askWhereToSave, registerChannels } from './shell/ipc.ts'
import { startOffice, type OfficeLink } from './shell/office-link.ts'
import { registerScheme, servePages } from './shell/pages.ts'
import { pagePolicy } from './shell/page-policy.ts'
import { hardenEverything } from './shell/security.ts'
import { openMainWindow } from './shell/window.ts'

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

// Tests run beside a person's own desktop: their window memory lies elsewhere.
const userData = process.env.TRADEWIND_USER_DATA
if (userData !== undefined && !app.isPackaged) app.setPath('userData', userData)
registerScheme()
app.enableSandbox()

let window: BrowserWindow | undefined
let office: OfficeLink | undefined

const open = () => {
  if (!window || window.isDestroyed()) {
    window = openMainWindow(out)
    window.on('closed', () => (window = undefined))
  }
  if (window.isMinimized()) window.restore()
  window.focus()
}

const start = async (): Promise<void> => {
  Menu.setApplicationMenu(null)
  hardenEverything()
  servePages(path.join(out, 'renderer'), pagePolicy)
  const current = () => window
  office = await startOffice(out, passedOn(), (notice) => {
    if (window && !window.isDestroyed()) window.webContents.send('tradewind:notice', notice)
  })
  const saveTo = process.env.TRADEWIND_SAVE_TO
  const choose = saveTo !== undefined && !app.isPackaged ? async (name: string) => path.join(saveTo, name) : askWhereToSave(current)
  registerChannels(office, current, choose)
  open()
}

if (app.requestSingleInstanceLock({ data: passedOn() })) {
  app.on('second-instance', open)
  app.on('activate', open)
  app.on('window-all-closed', () => app.quit())
  let stopped = false
  app.on('before-quit', (event) => {
    if (stopped || !office) return
    event.preventDefault()
    void office.stop().then(() => {
      stopped = true
      app.quit()
    })
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit())
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      const text = error instanceof Error ? error.message : String(error)
      console.error(text)
      if (process.env.TRADEWIND_USER_DATA === undefined) dialog.showErrorBox('Tradewind', text)
      app.exit(1)
    })
} else app.exit(0)
