// The updates of this desktop while it belongs to an office: what it remembers, what installs, and who is told. Composition only.
import { app } from 'electron'
import path from 'node:path'
import type { UpdateState } from '../../../preload/bridge-types.ts'
import { outsideArchive } from '../../installed-files.ts'
import { releaseKey } from '../../release-manifest.ts'
import { updateInstaller } from './installer.ts'
import type { Membership } from './joining.ts'
import { keptVersions } from './kept-versions.ts'
import { pinnedAgent, placeOf } from './pinned-connection.ts'
import type { Connection } from './request.ts'
import { deskUpdates, type DeskUpdates } from './updates.ts'

export const startUpdates = (membership: Membership, out: string, changed: (state: UpdateState) => void): DeskUpdates => {
  const { address, certificate, deskId, secret } = membership
  const [version, folder] = [app.getVersion(), app.getPath('userData')]
  const connection: Connection = { place: placeOf(address), agent: pinnedAgent(certificate), desk: `${deskId}.${secret}`, version }
  const log = (line: string) => console.error(line)
  return deskUpdates({
    ...{ connection, version, log, changed, key: releaseKey(path.join(outsideArchive(out), 'out/main')) },
    kept: keptVersions(folder, version, log),
    installer: updateInstaller(connection, folder, log),
  })
}
