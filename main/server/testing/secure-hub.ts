// A hub of a test served over TLS as to its network, desks that have joined it, and releases signed with this folder's own key.
import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { writeRelease } from '../../../build/package/release.mjs'
import { releaseKeys } from '../../../build/release-key.mjs'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { deskSecretHash } from '../../access/pairing-secret.ts'
import { pinnedAgent } from '../../shell/remote/pinned-connection.ts'
import type { Connection } from '../../shell/remote/request.ts'
import { openHttp } from '../http.ts'
import { companyAuthority, officeCertificate } from '../network/company-authority.ts'
import type { TestHub } from './test-hub.ts'

export type SecureHub = {
  /** A desk of this version, from now on one of the hub's; with its id. */
  desk(version: string): { id: string; connection: Connection }
  close(): Promise<void>
}

export const secureHub = async (hub: TestHub): Promise<SecureHub> => {
  const { sql } = hub.database.write
  const authority = await companyAuthority(hub.database.read.sql, (work) => hub.runner.alone(work), '测试公司', Date.now())
  const { key, cert, names } = await officeCertificate(authority, ['127.0.0.1'], Date.now())
  const served = await openHttp(hub.door, {
    listeners: [{ host: '127.0.0.1', port: 0, tls: { key, cert, names } }],
    ...{ pages: mkdtempSync(path.join(hub.database.folder, 'pages-')), temporary: path.join(hub.database.folder, 'secure') },
    ...{ version: '1.0.0', releases: hub.releases, fault: (_id, _what, error) => void hub.faults.push(String(error)) },
  })
  const port = Number(new URL(served.addresses[0]!).port)
  return {
    desk: (version) => {
      const [id, pairingId, now] = [newId(), newId(), new Date().toISOString()]
      sql
        .prepare("INSERT INTO pairing(id, secretHash, openedBy, openedAt, expiresAt, state) VALUES (?, '', ?, ?, ?, 'used')")
        .run(pairingId, hub.ownerId, now, now)
      sql
        .prepare(
          "INSERT INTO desk(id, name, secretHash, status, joinedAt, letInBy, pairingId, revision) VALUES (?, '仓库', ?, 'joined', ?, ?, ?, 1)",
        )
        .run(id, deskSecretHash('harbour-crane'), now, hub.ownerId, pairingId)
      const agent = pinnedAgent(authority.certificate)
      return { id, connection: { place: { host: '127.0.0.1', port }, agent, desk: `${id}.harbour-crane`, version } }
    },
    close: served.close,
  }
}

type Given = {
  version: string
  content?: string
  releasedAt?: string
  product?: string
  key?: Parameters<typeof writeRelease>[0]['privateKey']
}
/** A release in the folder, with a package for every kind of installation; gives its file. */
export const releaseIn = (
  folder: string,
  { version, content = version, releasedAt, product, key = releaseKeys().privateKey }: Given,
): string => {
  const packages = path.join(folder, 'packages')
  mkdirSync(packages, { recursive: true })
  const kinds = { AppImage: 'linux', deb: 'linux', nsis: 'win32' }
  const names = Object.entries(kinds).map(([kind, platform]) => ({ name: `Tradewind-${version}.${kind}`, platform, arch: 'x64', kind }))
  for (const { name } of names) writeFileSync(path.join(packages, name), `${name} ${content} `.repeat(100_000))
  const target = path.join(folder, `Tradewind-${version}.release`)
  return writeRelease({ target, folder: packages, version, releasedAt, product, packages: names, privateKey: key })
}
