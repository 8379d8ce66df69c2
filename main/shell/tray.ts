// The tray: keeps the program at hand while its window is closed, and is the way to end it.
import { Menu, nativeImage, Tray } from 'electron'
import { TRAY_ICON, TRAY_ICON_UNREAD } from './tray-icon.ts'

type Words = { tip: string; open: string; quit: string }

/** With a dot where something is unread. */
export const trayIcon = (unread: boolean) => {
  const icon = nativeImage.createFromDataURL(unread ? TRAY_ICON_UNREAD : TRAY_ICON)
  return process.platform === 'darwin' ? icon.resize({ width: 16, height: 16 }) : icon
}

/** A tray icon with its menu; undefined where the system has none (then closing the window ends the program). */
export const makeTray = (words: Words, on: { open(): void; quit(): void }): Tray | undefined => {
  try {
    const tray = new Tray(trayIcon(false))
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
