// A .deb out of electron-builder's folder, with dpkg-deb alone (electron-builder's own way downloads a tool).
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')

const control = (about) => `Package: ${about.name}
Version: ${about.version}
Section: misc
Priority: optional
Architecture: amd64
Maintainer: ${about.author}
Depends: libgtk-3-0, libnotify4, libnss3, libxss1, libxtst6, xdg-utils, libatspi2.0-0, libuuid1, libsecret-1-0
Description: ${about.description}
`

const desktopEntry = (about) => `[Desktop Entry]
Name=${about.productName}
Exec=/opt/${about.productName}/${about.name} %U
Terminal=false
Type=Application
Icon=${about.name}
Categories=Office;
MimeType=x-scheme-handler/tradewind;
`

/** Chromium's sandbox helper as it must be installed, for systems on which a user may make no sandbox of their own. */
export const asInstalled = (program) => fs.chmodSync(path.join(program, 'chrome-sandbox'), 0o4755)

/** The hub as a service with an account of its own (security 40): off until somebody enables it. */
export const hubFiles = [
  ['hub/tradewind-hub.service', 'usr/lib/systemd/system/tradewind-hub.service'],
  ['hub/tradewind-hub.sysusers', 'usr/lib/sysusers.d/tradewind-hub.conf'],
]

/** Packs dist/linux-unpacked and gives the file's path. */
export function makeDeb() {
  const about = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'))
  const stage = path.join(root, 'dist/deb')
  fs.rmSync(stage, { recursive: true, force: true })
  const program = path.join(stage, 'opt', about.productName)
  fs.cpSync(path.join(root, 'dist/linux-unpacked'), program, { recursive: true, verbatimSymlinks: true })
  asInstalled(program)
  // By this electron-updater knows that the program updates itself with a .deb.
  fs.writeFileSync(path.join(program, 'resources/package-type'), 'deb')
  const put = (name, content) => {
    const file = path.join(stage, name)
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, content)
  }
  put('DEBIAN/control', control(about))
  put(`usr/share/applications/${about.name}.desktop`, desktopEntry(about))
  put(`usr/share/icons/hicolor/512x512/apps/${about.name}.png`, fs.readFileSync(path.join(root, 'build/icons/icon.png')))
  for (const [from, to] of hubFiles) put(to, fs.readFileSync(path.join(import.meta.dirname, from)))
  const file = path.join(root, `dist/${about.name}_${about.version}_amd64.deb`)
  execFileSync('dpkg-deb', ['--root-owner-group', '-Zxz', '-z1', '--build', stage, file], { stdio: 'inherit' })
  fs.rmSync(stage, { recursive: true })
  return file
}
