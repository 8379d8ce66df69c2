// The main window: its size and place come back after a restart, unless the screen they were on is gone.
import { app, BrowserWindow, screen } from 'electron'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ORIGIN, webPreferences } from './security.ts'

type Place = { x?: number; y?: number; width: number; height: number; maximized: boolean }
const placeFile = () => path.join(app.getPath('userData'), 'window.json')

const lastPlace = (): Place => {
  try {
    const p = JSON.parse(readFileSync(placeFile(), 'utf8')) as Place
    const visible = screen
      .getAllDisplays()
      .some(
        ({ workArea: a }) =>
          (p.x ?? 0) >= a.x - 50 && (p.x ?? 0) < a.x + a.width - 100 && (p.y ?? 0) >= a.y - 50 && (p.y ?? 0) < a.y + a.height - 100,
      )
    return visible ? p : { width: p.width, height: p.height, maximized: p.maximized }
  } catch {
    return { width: 1440, height: 900, maximized: false } // the first start, or a file nobody can read: the usual size
  }
}

/** Makes the main window; it shows itself when its first picture is ready, so that nobody sees it white. `hidden`: it waits in the tray. */
export const openMainWindow = (out: string, hidden: boolean): BrowserWindow => {
  const place = lastPlace()
  const window = new BrowserWindow({
    ...place,
    minWidth: 960,
    minHeight: 600,
    show: false,
    backgroundColor: '#f6f8f8',
    title: 'Tradewind',
    // Hidden in the tray it still hears the office and says what has come.
    webPreferences: { ...webPreferences(path.join(out, 'preload/bridge.cjs')), backgroundThrottling: false },
  })
  // A window that is made large shows itself.
  if (place.maximized && !hidden) window.maximize()
  if (!hidden) window.once('ready-to-show', () => window.show())
  window.on('close', () => {
    const bounds = window.getNormalBounds()
    writeFileSync(placeFile(), JSON.stringify({ ...bounds, maximized: window.isMaximized() } satisfies Place))
  })
  void window.loadURL(`${ORIGIN}/`)
  return window
}
