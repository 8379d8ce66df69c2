// The office's door to its network: opened and closed as the settings say, on the chosen network of this PC and at its addresses as they change, over TLS with
// a certificate that the company's own authority signs. While it is open nothing is served plainly (SEC25). Rules D1 to D4 of desks.
import { createServer } from 'node:net'
import { hostname, type networkInterfaces } from 'node:os'
import type { Connection, Sql } from '../../../db/open.ts'
import type { NetworkProblem } from '../../../preload/contract/modules/desks/calls.ts'
import { readCompany } from '../../access/company.ts'
import { readNetworkSettings } from '../../access/network-settings.ts'
import { networkFound, type NetworkState } from '../../access/network-state.ts'
import type { HttpServer, Listener } from '../http.ts'
import type { Announcement } from './announcement.ts'
import type { Authority, OfficeCertificate } from './company-authority.ts'

/** Cables are pulled and addresses change: the PC's networks are looked at this often. */
const LOOK_MS = 2000
const LOOPBACK = '127.0.0.1'

type Parts = {
  read: Connection
  /** The networks of this PC that others are in. */
  networks(): NetworkState['interfaces']
  /** Runs this alone on the writing connection. */
  write(work: (sql: Sql) => void): Promise<unknown>
  /** Serves at these places until it is closed. */
  serve(listeners: readonly Listener[]): Promise<HttpServer>
  /** Where the office is reached while it is closed to the network; null: nowhere. */
  plain: Listener | null
  changed(tables: string[]): void
  /** It is served at other places than before. */
  served(addresses: readonly string[]): void
  /** Says on the network that it is at this address, until it is told to stop. */
  announce(company: string, address: string): Promise<Announcement>
  log(line: string): void
}
export type OfficeNetwork = {
  /** From now on the door is where it is to be. */
  start(): Promise<void>
  /** Opens, closes or moves the door where settings or networks have changed. */
  look(): Promise<void>
  close(): Promise<void>
}

/** The networks of this PC that others are in, with its address in each. Addresses that only the PC itself or its cable knows are left out. */
export const reachableNetworks = (found: ReturnType<typeof networkInterfaces>): NetworkState['interfaces'] =>
  Object.entries(found).flatMap(([name, addresses]) => {
    const outward = (addresses ?? []).filter((a) => !a.internal && !a.address.startsWith('169.254.') && !a.address.startsWith('fe80:'))
    const best = outward.find((a) => a.family === 'IPv4') ?? outward[0]
    return best ? [{ name, address: best.address }] : []
  })

const placeOf = ({ host, port }: Listener): string => `${host} ${port}`
/** Rejects when one of these places cannot be had. */
export const requireFree = async (listeners: readonly Listener[]): Promise<void> => {
  for (const { host, port } of listeners)
    await new Promise<void>((resolve, reject) => {
      const probe = createServer().once('error', reject)
      probe.listen(port, host, () => probe.close(() => resolve()))
    })
}

const problemOf = (error: unknown): NetworkProblem => {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE' || code === 'EACCES') return 'port-in-use'
  return code === 'EADDRNOTAVAIL' ? 'no-address' : 'other'
}

export const officeNetwork = (parts: Parts): OfficeNetwork => {
  const { read, write } = parts
  let server: HttpServer | undefined
  /** What it is served as; another text means that the door moves. */
  let servedAs = ''
  /** The places that this office has itself. */
  const held = new Set<string>()
  let certificate: OfficeCertificate | undefined
  let announcement: Announcement | undefined
  let timer: NodeJS.Timeout | undefined
  let isClosed = false
  let problemLogged = ''
  let last: Promise<void> = Promise.resolve()

  const tell = (found: Partial<NetworkState>): void => {
    if (networkFound(found)) parts.changed(['network'])
  }

  /** Loaded when an office is first opened: those who work alone pay nothing for it. */
  const authority = async (): Promise<Authority> => {
    const { companyAuthority, authorityFingerprint } = await import('./company-authority.ts')
    const made = await companyAuthority(read.sql, write, readCompany(read.sql)?.name ?? 'Tradewind', Date.now())
    tell({ fingerprint: authorityFingerprint(made), certificate: made.certificate })
    return made
  }
  const certificateFor = async (names: readonly string[]): Promise<OfficeCertificate> => {
    const isGood = certificate && Date.now() < certificate.renewAt && names.every((name) => certificate!.names.includes(name))
    if (isGood) return certificate!
    const { officeCertificate } = await import('./company-authority.ts')
    certificate = await officeCertificate(await authority(), names, Date.now())
    return certificate
  }

  /** Where it is to be served now, and why not at all of the places. */
  const wanted = async (interfaces: NetworkState['interfaces']): Promise<{ listeners: Listener[]; problem: NetworkProblem | null }> => {
    const { open, interface: chosen, networkPort: port } = readNetworkSettings(read.sql)
    if (!open) return { listeners: parts.plain ? [parts.plain] : [], problem: null }
    const address = interfaces.find(({ name }) => name === chosen)?.address
    const own = hostname().toLowerCase()
    const names = [...(address === undefined ? [] : [address]), own, `${own}.local`, 'localhost', LOOPBACK]
    const { key, cert, names: all } = await certificateFor(names.filter((name) => name !== ''))
    const at = (host: string): Listener => ({ host, port, tls: { key, cert, names: all } })
    // Without its network the office is still there for its own PC.
    if (address === undefined) return { listeners: [at(LOOPBACK)], problem: 'no-address' }
    return { listeners: [at(address), at(LOOPBACK)], problem: null }
  }

  const move = async (): Promise<void> => {
    const interfaces = parts.networks()
    const { listeners, problem } = await wanted(interfaces)
    const as = JSON.stringify(listeners)
    if (as !== servedAs || (listeners.length > 0 && !server)) {
      // The former door stays until the new one can be opened: nobody is locked out by a port that another program has.
      await requireFree(listeners.filter((one) => !held.has(placeOf(one))))
      servedAs = as
      const before = server
      held.clear()
      server = undefined
      await announcement?.close()
      announcement = undefined
      await before?.close()
      if (isClosed) return
      await open(listeners)
      parts.served(served())
    }
    const addresses = outward()
    const [first] = addresses
    if (first !== undefined) announcement ??= await parts.announce(readCompany(read.sql)?.name ?? 'Tradewind', first)
    tell({ interfaces, addresses, problem })
    problemLogged = ''
  }

  const served = (): string[] => server?.addresses ?? []
  /** Where others reach it now. */
  const outward = (): string[] => served().filter((address) => address.startsWith('https:') && !address.includes(LOOPBACK))

  const open = async (listeners: readonly Listener[]): Promise<void> => {
    if (listeners.length === 0) return
    server = await parts.serve(listeners)
    for (const one of listeners) held.add(placeOf(one))
  }

  const look = (): Promise<void> => {
    last = last.then(async () => {
      if (isClosed || !timer) return
      try {
        await move()
      } catch (error) {
        // It is tried again at the next look: the port may be free by then. Meanwhile an office without a window is there for its own PC.
        servedAs = ''
        if (!server && parts.plain) await open([parts.plain]).catch(() => undefined)
        tell({ interfaces: parts.networks(), addresses: outward(), problem: problemOf(error) })
        if (String(error) !== problemLogged) parts.log(`network: ${String(error)}`)
        problemLogged = String(error)
      }
    })
    return last
  }
  return {
    start: () => {
      timer = setInterval(() => void look(), LOOK_MS).unref()
      return look()
    },
    look,
    close: async () => {
      isClosed = true
      clearInterval(timer)
      await last
      await announcement?.close()
      await server?.close()
    },
  }
}
