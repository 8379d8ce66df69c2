// The pop-up: one small window above all others in the corner of the screen, also while the main window is hidden in the tray. It takes no focus.
import { BrowserWindow, screen } from 'electron'
import path from 'node:path'
import type { PopUp, PopUpChoice } from '../../preload/bridge-types.ts'
import { ORIGIN, webPreferences } from './security.ts'

export type PopUps = {
  window(): BrowserWindow | undefined
  show(content: PopUp): void
  choose(choice: PopUpChoice): void
  /** Takes it away: what it told of is done or gone. */
  close(): void
  /** Its user has closed it. */
  dismiss(): void
  stay(staying: boolean): void
}

const WIDTH = 380
const HEAD = 84
const LINE = 46
/** Of a line with buttons. */
const LINE_WITH_ACTS = 78
const MARGIN = 16
/** It goes by itself after this long, unless the pointer is over it. */
const SHOWN_MS = 15_000

/** The corner of the screen in which the pointer is: that is where somebody looks. */
const placeFor = ({ lines }: PopUp) => {
  const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint())
  const height = lines.reduce((sum, { acts }) => sum + (acts.length > 0 ? LINE_WITH_ACTS : LINE), HEAD)
  return { x: workArea.x + workArea.width - WIDTH - MARGIN, y: workArea.y + workArea.height - height - MARGIN, width: WIDTH, height }
}

/** `onChoice` tells the main window what was chosen, and brings it forward where something is to be opened. */
export const makePopUps = (out: string, onChoice: (choice: PopUpChoice) => void): PopUps => {
  let window: BrowserWindow | undefined
  let timer: NodeJS.Timeout | undefined
  let serial = 0
  const close = () => {
    clearTimeout(timer)
    const shown = window
    window = undefined
    if (shown && !shown.isDestroyed()) shown.destroy()
  }
  const dismiss = () => {
    if (window && !window.isDestroyed()) window.destroy()
  }
  const later = () => {
    clearTimeout(timer)
    timer = setTimeout(dismiss, SHOWN_MS)
  }
  return {
    window: () => window,
    close,
    dismiss,
    show(content) {
      serial = content.serial
      // One that stands there takes what is newer: nobody sees it blink.
      if (window && !window.isDestroyed() && window.isVisible()) {
        window.setBounds(placeFor(content))
        window.webContents.send('tradewind:popup-content', content)
        later()
        return
      }
      close()
      const made = new BrowserWindow({
        ...placeFor(content),
        frame: false,
        resizable: false,
        minimizable: false,
        maximizable: false,
        fullscreenable: false,
        skipTaskbar: true,
        alwaysOnTop: true,
        show: false,
        title: content.title,
        webPreferences: webPreferences(path.join(out, 'preload/popup-bridge.cjs')),
      })
      window = made
      made.setAlwaysOnTop(true, 'pop-up-menu')
      made.on('closed', () => {
        if (window !== made) return
        window = undefined
        clearTimeout(timer)
        onChoice({ serial, line: null, act: 'gone' })
      })
      made.webContents.once('did-finish-load', () => {
        if (made.isDestroyed()) return
        made.webContents.send('tradewind:popup-content', content)
        made.showInactive()
      })
      void made.loadURL(`${ORIGIN}/popup.html`)
      later()
    },
    choose(choice) {
      if (choice.act === 'open') close()
      onChoice(choice)
    },
    stay: (staying) => (staying ? clearTimeout(timer) : later()),
  }
}
