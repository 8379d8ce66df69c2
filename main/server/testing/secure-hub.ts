// A hub of a test served over TLS as to its network, desks that have joined it, and releases signed with this folder's own key.
import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { writeRelease } from '../../../build/package/release.mjs'
import { releaseKeys } from '../../../build/release-key.mjs'
import type { Membership } from '../../shell/remote/joining.ts'
import { pinnedAgent, placeOf } from '../../shell/remote/pinned-connection.ts'
import type { Connection } from '../../shell/remote/request.ts'
import { openHttp } from '../http.ts'
import { companyAuthority, officeCertificate } from '../network/company-authority.ts'
import { joinedDesk } from './joined-desk.ts'
import type { TestHub } from './test-hub.ts'

export type SecureHub = {
  /** Host and port. */
  address: string
  /** Of the company's authority, which desks trust. */
  certificate: string
  /** A desk of this version, from now on one of the hub's; with its id. */
  desk(version: string): { id: string; connection: Connection }
  /** What a PC keeps that has just joined, at this address if it is not the hub's own, and a session of the owner's on it. */
  joined(address?: string): { membership: Membership; token: string }
  close(): Promise<void>
}

export const secureHub = async (hub: TestHub, host = '127.0.0.1'): Promise<SecureHub> => {
  const { certificate, ...authority } = await companyAuthority(
    hub.database.read.sql,
    (work) => hub.runner.alone(work),
    '测试公司',
    Date.now(),
  )
  const { key, cert, names } = await officeCertificate({ certificate, ...authority }, [host], Date.now())
  const served = await openHttp(hub.door, {
    listeners: [{ host, port: 0, tls: { key, cert, names } }],
    ...{ pages: mkdtempSync(path.join(hub.database.folder, 'pages-')), temporary: path.join(hub.database.folder, 'secure') },
    ...{ version: '1.0.0', releases: hub.releases, fault: (_id, _what, error) => void hub.faults.push(String(error)) },
  })
  const address = `${host}:${new URL(served.addresses[0]!).port}`
  return {
    ...{ address, certificate, close: served.close },
    desk: (version) => {
      const { deskId: id, secret } = joinedDesk(hub)
      return { id, connection: { place: placeOf(address), agent: pinnedAgent(certificate), desk: `${id}.${secret}`, version } }
    },
    joined: (at = address) => {
      const { deskId, secret, token } = joinedDesk(hub)
      return { membership: { address: at, certificate, deskId, secret, company: '测试公司' }, token }
    },
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
