// The tray: keeps the program at hand while its window is closed, and is the way to end it.
import { Menu, nativeImage, Tray } from 'electron'
import { TRAY_ICON } from './tray-icon.ts'

type Words = { tip: string; open: string; quit: string }

/** A tray icon with its menu; undefined where the system has none (then closing the window ends the program). */
export const makeTray = (words: Words, on: { open(): void; quit(): void }): Tray | undefined => {
  try {
    const icon = nativeImage.createFromDataURL(TRAY_ICON)
    const tray = new Tray(process.platform === 'darwin' ? icon.resize({ width: 16, height: 16 }) : icon)
    tray.setToolTip(words.tip)
    tray.setContextMenu(
      Menu.buildFromTemplate([{ label: words.open, click: on.open }, { type: 'separator' }, { label: words.quit, click: on.quit }]),
    )
    tray.on('click', on.open)
    tray.on('double-click', on.open)
    return tray
  } catch {
    return undefined // a desktop without a notification area
  }
}
