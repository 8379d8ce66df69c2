// The program at hand: how much is unread stands on its icon and in the tray, and it starts with the system, hidden in the tray, if its user wants it to.
import { app, type Tray } from 'electron'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { trayIcon } from './tray.ts'

/** How a start with the system is told from one by hand. */
export const HIDDEN_SWITCH = '--hidden'

export type AtHand = {
  showUnread(count: number): void
  startsWithSystem(): boolean | null
  startWithSystem(starts: boolean): void
}

/** Linux desktops start what lies in this folder (XDG autostart). */
const autostartFile = (): string =>
  path.join(process.env['XDG_CONFIG_HOME'] ?? path.join(homedir(), '.config'), 'autostart', 'tradewind.desktop')
/** Of an AppImage the program itself lies in a folder that is gone after its end. */
const programFile = (): string => process.env['APPIMAGE'] ?? process.execPath
const autostartText = (name: string): string =>
  [
    '[Desktop Entry]',
    'Type=Application',
    `Name=${name}`,
    `Exec="${programFile().replaceAll(/["\\$`]/g, String.raw`\$&`)}" ${HIDDEN_SWITCH}`,
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n')

/** `tip` names the program in the tray and among what starts with the system. */
export const atHand = (tray: () => Tray | undefined, tip: string): AtHand => ({
  showUnread: (count) => {
    app.setBadgeCount(count)
    tray()?.setToolTip(count > 0 ? `${tip} (${count})` : tip)
    tray()?.setImage(trayIcon(count > 0))
  },
  startsWithSystem: () => {
    if (!app.isPackaged) return null
    return process.platform === 'linux' ? existsSync(autostartFile()) : app.getLoginItemSettings({ args: [HIDDEN_SWITCH] }).openAtLogin
  },
  startWithSystem: (starts) => {
    if (!app.isPackaged) return
    if (process.platform !== 'linux') return app.setLoginItemSettings({ openAtLogin: starts, args: [HIDDEN_SWITCH] })
    if (!starts) return rmSync(autostartFile(), { force: true })
    mkdirSync(path.dirname(autostartFile()), { recursive: true })
    writeFileSync(autostartFile(), autostartText(tip))
  },
})
