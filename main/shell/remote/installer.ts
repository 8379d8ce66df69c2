// electron-updater, fed by the hub alone: its own session answers every address with what comes over the pinned connection, so it can reach nothing else. What it is
// to download is compared with the signed manifest first, and again by electron-updater itself. Rules D32, D33 of desks, SEC20, SEC21.
import electronUpdater, { type AppUpdater } from 'electron-updater'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Readable } from 'node:stream'
import { OFFICE_NAME } from '../../../preload/contract/vocabulary/pairing-code.ts'
import { PUBLISHERS, type PackageKind } from '../../release-manifest.ts'
import { send, type Connection } from './request.ts'
import type { Installer } from './updates.ts'

const kindOfPackage = (): PackageKind | null => {
  if (process.platform === 'win32') return 'nsis'
  if (process.env['APPIMAGE'] !== undefined) return 'AppImage'
  const type = path.join(process.resourcesPath, 'package-type')
  return existsSync(type) && readFileSync(type, 'utf8').trim() === 'deb' ? 'deb' : null
}

/** Whatever the updater asks for, the hub answers. */
const overPinned =
  (connection: Connection) =>
  async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url)
    const response = await send(connection, { method: 'GET', path: pathname, token: null })
    const headers = Object.entries(response.headers).map(([name, value]): [string, string] => [name, String(value)])
    return new Response(Readable.toWeb(response) as ReadableStream, { status: response.statusCode ?? 502, headers })
  }

/** Its settings, all of which electron-updater reads from a file: as a package brings one along, but told by the program itself. */
const writeSettings = (file: string, url: string): string => {
  const settings = { provider: 'generic', url, updaterCacheDirName: 'tradewind-updater', publisherName: PUBLISHERS }
  writeFileSync(file, JSON.stringify(settings), { mode: 0o600 })
  return file
}

export const updateInstaller = (connection: Connection, folder: string, log: (line: string) => void): Installer => {
  let updater: AppUpdater | undefined
  const loaded = (): AppUpdater => {
    if (updater) return updater
    const { autoUpdater } = electronUpdater
    autoUpdater.autoDownload = false
    autoUpdater.autoInstallOnAppQuit = false
    autoUpdater.disableDifferentialDownload = true
    autoUpdater.disableWebInstaller = true
    // Whether it can take this program's place is said by the kind of package, and then as in a released program.
    autoUpdater.forceDevUpdateConfig = true
    autoUpdater.logger = { info: () => undefined, warn: log, error: log, debug: () => undefined }
    // Told by what rejects; without a listener it would be thrown.
    autoUpdater.on('error', () => undefined)
    autoUpdater.netSession.protocol.handle('https', overPinned(connection))
    updater = autoUpdater
    return autoUpdater
  }

  return {
    kind: kindOfPackage(),
    download: async ({ id, manifest }, file, back, progress) => {
      const it = loaded()
      it.updateConfigPath = writeSettings(path.join(folder, 'updater.yml'), `https://${OFFICE_NAME}/api/update/${id}/`)
      it.allowDowngrade = back
      // Only then does it listen for the end of the program.
      it.autoInstallOnAppQuit = true
      const showProgress = ({ percent }: { percent: number }) => progress(percent)
      it.on('download-progress', showProgress)
      try {
        const found = await it.checkForUpdates()
        const listed = found?.updateInfo.files.find(({ url }) => url === file.name)
        const isAsSigned = found?.isUpdateAvailable && found.updateInfo.version === manifest.version && listed?.sha512 === file.sha512
        if (!isAsSigned) throw new Error('the feed of the hub is not what the maker signed')
        const [downloaded] = await it.downloadUpdate()
        if (downloaded === undefined) throw new Error('nothing was downloaded')
        return downloaded
      } finally {
        it.off('download-progress', showProgress)
        it.allowDowngrade = false
        it.autoInstallOnAppQuit = false
      }
    },
    installAtEnd: (wanted) => {
      if (updater) updater.autoInstallOnAppQuit = wanted
    },
    installNow: () => loaded().quitAndInstall(true, true),
    stop: () => {
      if (!updater) return
      updater.autoInstallOnAppQuit = false
      updater.netSession.protocol.unhandle('https')
      updater = undefined
    },
  }
}
