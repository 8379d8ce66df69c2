// The office opened to its network: real TLS on addresses of the loopback interface, real certificates, real joining. Rules D1 to D14 of desks, SEC25 to SEC37.
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { connect as connectPlainly, createServer, type Socket } from 'node:net'
import { once } from 'node:events'
import https from 'node:https'
import path from 'node:path'
import { connect, createServer as createTlsServer, rootCertificates } from 'node:tls'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import WebSocket from 'ws'
import type { Answer, Notice } from '../../../preload/contract/envelope.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { fingerprintOf, invitationLink, OFFICE_NAME, pairingCode } from '../../../preload/contract/vocabulary/pairing-code.ts'
import { forgetNetwork, networkState } from '../../access/network-state.ts'
import { joinOffice, type Membership } from '../../shell/remote/joining.ts'
import { pinned, pinnedAgent, placeOf } from '../../shell/remote/pinned-connection.ts'
import { remoteOffice } from '../../shell/remote/remote-office.ts'
import { askOver } from '../../shell/remote/request.ts'
import { openHttp } from '../http.ts'
import { OWNER, testHub, type TestHub } from '../testing/test-hub.ts'
import { companyAuthority, officeCertificate } from './company-authority.ts'
import { officeNetwork, reachableNetworks, type OfficeNetwork } from './office-network.ts'

/** Of the loopback interface, on which Linux answers at all addresses of 127/8: two networks of the office's PC. */
const LAN = '127.0.0.2'
const OTHER_LAN = '127.0.0.3'
const VERSION = '0.0.0-test'

let hub: TestHub
let network: OfficeNetwork
let networks: { name: string; address: string }[]
let owner: string
let port: number
let plainPort: number

beforeEach(async () => {
  forgetNetwork()
  plainPort = await freePort()
  hub = await testHub()
  networks = [{ name: 'eth0', address: LAN }]
  network = officeNetwork({
    read: hub.database.read,
    networks: () => networks,
    write: (work) => hub.runner.alone(work),
    serve: (listeners) =>
      openHttp(hub.door, {
        releases: hub.releases,
        listeners,
        pages: mkdtempSync(path.join(hub.database.folder, 'pages-')),
        temporary: path.join(hub.database.folder, 'temporary'),
        version: VERSION,
        fault: (_id, _what, error) => void hub.faults.push(String(error)),
      }),
    plain: { host: '127.0.0.1', port: plainPort },
    changed: (tables) => hub.changed(...tables),
    served: () => undefined,
    announce: async () => ({ close: async () => undefined }),
    log: (line) => void hub.faults.push(line),
  })
  await network.start()
  owner = await hub.signIn()
  port = await freePort()
})
afterEach(async () => {
  await network.close()
  await hub.close()
  expect(hub.faults).toEqual([])
})

/** Free on all networks of these tests. */
const freePort = async (): Promise<number> => {
  const probes = [createServer().listen(0, LAN)]
  await once(probes[0]!, 'listening')
  const { port: free } = probes[0]!.address() as { port: number }
  for (const host of ['127.0.0.1', OTHER_LAN]) probes.push(createServer().listen(free, host))
  const all = await Promise.allSettled(probes.slice(1).map((probe) => once(probe, 'listening')))
  await Promise.all(probes.map((probe) => new Promise((resolve) => probe.close(resolve))))
  return all.every(({ status }) => status === 'fulfilled') ? free : freePort()
}
const command = async <T = Record<string, unknown>>(name: string, input: unknown, token = owner): Promise<T> => {
  const { body, text } = await hub.post(`/api/command/${name}`, { id: newId(), input }, token)
  if (!body.ok) throw new Error(`${name}: ${text}`)
  return body.value as T
}
const state = async () => {
  const { body } = await hub.post('/api/query/network-state', {}, owner)
  return (body as { value: Record<string, unknown> & { revision: number; fingerprint: string; addresses: string[]; pairing: unknown } })
    .value
}
const openNetwork = async (): Promise<void> => {
  const { revision } = await state()
  await command('open-network', { interface: 'eth0', networkPort: port, revision })
  await network.look()
}
const SECRET = '7KQW3ZTF5M'
const openPairing = async (secret = SECRET): Promise<string> => {
  const id = newId()
  await command('open-pairing', { id, secret })
  return invitationLink(`${LAN}:${port}`, (await state()).fingerprint, secret)
}
const join = async (name = '仓库'): Promise<Membership> => {
  const joined = await joinOffice({ code: await openPairing(), address: null, name }, VERSION)
  if (!('joined' in joined)) throw new Error(JSON.stringify(joined))
  return joined.joined
}
/** Asks as this desk would, with a token or without. */
const asks = async (desk: Membership, method: 'GET' | 'POST', address: string, body: unknown, token: string | null): Promise<Answer> => {
  const agent = pinnedAgent(desk.certificate)
  const shown = `${desk.deskId}.${desk.secret}`
  try {
    return await askOver({ place: placeOf(desk.address), agent, desk: shown, version: VERSION }, { method, path: address, body, token })
  } finally {
    agent.destroy()
  }
}
const signsIn = async (desk: Membership, user = OWNER): Promise<string> => {
  const answer = await asks(desk, 'POST', '/api/login', user, null)
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return (answer.value as { token: string }).token
}
const me = (desk: Membership, token: string) => asks(desk, 'POST', '/api/query/me', {}, token)
const refusedAs = (refused: string) => expect.objectContaining({ ok: false, refused })
/** What a TLS connection comes to: the protocol, or the code of its error. */
const handshake = (host: string, options: object): Promise<string> =>
  new Promise((resolve) => {
    const socket = connect({ host, port, servername: OFFICE_NAME, ...options }, () => {
      resolve(String(socket.getProtocol()))
      socket.destroy()
    })
    socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
  })
const plainly = () => fetch(`http://127.0.0.1:${plainPort}/api/hello`)
const reaches = (host: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket: Socket = connectPlainly({ host, port }, () => (socket.destroy(), resolve(true)))
    socket.once('error', () => resolve(false))
  })

describe('the door to the network', () => {
  it('[D1] [SEC25] opens on the chosen network over TLS 1.3 alone, and on this PC; nothing is served plainly', async () => {
    expect(await reaches(LAN)).toBe(false)
    await openNetwork()
    const { certificate } = networkState()
    expect(await handshake(LAN, { ca: certificate })).toBe('TLSv1.3')
    expect(await handshake('127.0.0.1', { ca: certificate })).toBe('TLSv1.3')
    expect(await handshake(LAN, { ca: certificate, maxVersion: 'TLSv1.2' })).toMatch(/PROTOCOL_VERSION/)
    expect(await reaches(OTHER_LAN)).toBe(false)
    const plain = await new Promise<string>((resolve) => {
      const socket = connectPlainly({ host: LAN, port }, () => socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'))
      let text = ''
      socket.on('data', (part) => (text += part.toString('latin1')))
      socket.on('close', () => resolve(text))
    })
    expect(plain).not.toMatch(/^HTTP/)
    expect((await state()).addresses).toEqual([`https://${LAN}:${port}`])
  })

  it('[D3] [SEC26] is known to who trusts the company alone: not to the system’s authorities, not to another company', async () => {
    await openNetwork()
    const { certificate } = networkState()
    expect(await handshake(LAN, { ca: [...rootCertificates] })).toBe('SELF_SIGNED_CERT_IN_CHAIN')
    const other = await testHub()
    const stranger = await companyAuthority(other.database.read.sql, (work) => other.runner.alone(work), '别的公司', Date.now())
    await other.close()
    expect(await handshake(LAN, { ca: stranger.certificate })).toBe('SELF_SIGNED_CERT_IN_CHAIN')
    expect(await handshake(LAN, { ca: certificate, servername: 'elsewhere.example' })).toBe('ERR_TLS_CERT_ALTNAME_INVALID')
  })

  it('[D2] closes at once: connections are cut, and nobody comes in', async () => {
    await openNetwork()
    const desk = await join()
    const token = await signsIn(desk)
    const headers = { host: `${OFFICE_NAME}:${port}`, 'x-desk': `${desk.deskId}.${desk.secret}` }
    const live = new WebSocket(`wss://${LAN}:${port}/api/live`, [], { ...pinned(desk.certificate), headers })
    const closed = new Promise((resolve) => live.once('close', resolve))
    await new Promise((resolve) => live.once('open', resolve))
    live.send(token)
    await command('close-network', { revision: (await state()).revision })
    await network.look()
    await closed
    expect([await reaches(LAN), await reaches('127.0.0.1')]).toEqual([false, false])
    expect(await state()).toMatchObject({ open: false, addresses: [], pairing: null })
  })

  it('[D4] goes with the PC to another address and another network, and desks know it there; without any it says so', async () => {
    await openNetwork()
    const desk = await join()
    networks = [{ name: 'eth0', address: OTHER_LAN }]
    await network.look()
    expect(await reaches(LAN)).toBe(false)
    const moved = { ...desk, address: `${OTHER_LAN}:${port}` }
    expect(await me(moved, await signsIn(moved))).toMatchObject({ ok: true })
    networks = []
    await network.look()
    expect(await state()).toMatchObject({ open: true, addresses: [], problem: 'no-address' })
    expect([await reaches(OTHER_LAN), await reaches('127.0.0.1')]).toEqual([false, true])
    networks = [{ name: 'eth0', address: LAN }]
    await network.look()
    expect(await state()).toMatchObject({ problem: null })
    expect(await me(desk, await signsIn(desk))).toMatchObject({ ok: true })
  })

  it('[D4] a port that another program has is said, and taken when it is free', async () => {
    const other = createServer().listen(port, LAN)
    await new Promise((resolve) => other.once('listening', resolve))
    await openNetwork()
    expect(await state()).toMatchObject({ problem: 'port-in-use', addresses: [] })
    expect(hub.faults.splice(0)).toEqual([expect.stringContaining('EADDRINUSE')])
    // The former door stays meanwhile: on the hub's own PC alone.
    expect([await reaches('127.0.0.1'), (await plainly()).status]).toEqual([false, 200])
    await new Promise((resolve) => other.close(resolve))
    await network.look()
    await expect(plainly()).rejects.toThrow('fetch failed')
    expect(await state()).toMatchObject({ problem: null, addresses: [`https://${LAN}:${port}`] })
  })

  it('[SEC37] answers to its own names and pages alone', async () => {
    await openNetwork()
    const { certificate } = networkState()
    const status = (headers: Record<string, string>) =>
      new Promise<number>((resolve, reject) => {
        const options = { host: LAN, port, path: '/api/hello', ca: certificate, servername: OFFICE_NAME, agent: false as const, headers }
        https.get(options, (response) => (response.resume(), resolve(response.statusCode!))).once('error', reject)
      })
    const ours = `${LAN}:${port}`
    expect(await status({ host: ours })).toBe(200)
    expect(await status({ host: ours, origin: `https://${ours}` })).toBe(200)
    expect(await status({ host: `${OFFICE_NAME}:${port}` })).toBe(200)
    for (const origin of [`http://${ours}`, 'https://evil.example', 'null', `https://${LAN}`])
      expect(await status({ host: ours, origin })).toBe(403)
    for (const host of [`evil.example:${port}`, LAN, `${OTHER_LAN}:${port}`]) expect(await status({ host })).toBe(403)
  })

  it('[SEC40] networks that reach nobody are not offered', () => {
    const of = (address: string, family: 'IPv4' | 'IPv6', internal = false) => ({
      address,
      family,
      internal,
      netmask: '',
      mac: '',
      cidr: null,
      scopeid: 0,
    })
    expect(
      reachableNetworks({
        lo: [of('127.0.0.1', 'IPv4', true)],
        eth0: [of('fe80::1', 'IPv6'), of('fd00::2', 'IPv6'), of('192.168.1.20', 'IPv4')],
        six: [of('fe80::2', 'IPv6'), of('fd00::3', 'IPv6')],
        unplugged: [of('169.254.7.7', 'IPv4')],
      }),
    ).toEqual([
      { name: 'eth0', address: '192.168.1.20' },
      { name: 'six', address: 'fd00::3' },
    ])
  })
})

describe('a PC joins', () => {
  beforeEach(openNetwork)

  it('[D5] [D6] with the right code, once; it and who let it in stand in the list and in the trail', async () => {
    const code = await openPairing()
    const joined = await joinOffice({ code, address: null, name: '仓库' }, VERSION)
    expect(joined).toMatchObject({ joined: { address: `${LAN}:${port}`, company: '测试公司' } })
    expect(await joinOffice({ code, address: null, name: '第二台' }, VERSION)).toEqual({ refused: refusedAs('pairing-over') })
    const list = await hub.post('/api/query/desks', {}, owner)
    expect((list.body as { value: { rows: unknown[] } }).value.rows).toMatchObject([{ name: '仓库', status: 'joined', letInBy: '老板' }])
    const trail = hub.database.read.sql
      .prepare("SELECT name, kind FROM audit WHERE name LIKE '%pairing' OR name = 'admit-desk' ORDER BY id")
      .all()
    expect(trail).toMatchObject([
      { name: 'open-pairing', kind: 'command' },
      { name: 'admit-desk', kind: 'command' },
    ])
    const raw = readdirSync(hub.database.folder, { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'latin1'))
      .join('')
    // Neither the code's secret nor the desk's own stands in the office's files.
    expect(raw.includes(SECRET)).toBe(false)
    expect(raw.includes((joined as { joined: Membership }).joined.secret)).toBe(false)
  })

  it('[D5] [SEC27] five wrong codes end it, also when they come at once: the sixth is dead though it is right', async () => {
    const code = await openPairing()
    const { fingerprint } = await state()
    const guess = (secret: string) => joinOffice({ code: pairingCode(fingerprint, secret), address: `${LAN}:${port}`, name: 'x' }, VERSION)
    const wrong = await Promise.all(['AAAAAAAAAA', 'BBBBBBBBBB', 'CCCCCCCCCC', 'DDDDDDDDDD'].map(guess))
    expect(wrong.map((w) => ('refused' in w && 'data' in w.refused ? (w.refused.data as { left: number }).left : w)).toSorted()).toEqual([
      1, 2, 3, 4,
    ])
    expect(await guess('EEEEEEEEEE')).toEqual({ refused: refusedAs('pairing-over') })
    expect(await joinOffice({ code, address: null, name: 'x' }, VERSION)).toEqual({ refused: refusedAs('pairing-over') })
    expect(await state()).toMatchObject({ pairing: null })
    const trail = hub.database.read.sql.prepare("SELECT count(*) AS n FROM audit WHERE kind = 'refusal' AND name = 'admit-desk'").get()
    expect(trail).toEqual({ n: 5 })
  })

  it('[D5] for ten minutes, and with the newest code alone', async () => {
    const first = await openPairing('AAAAAAAAAA')
    const second = await openPairing('BBBBBBBBBB')
    expect(await joinOffice({ code: first, address: null, name: 'x' }, VERSION)).toEqual({ refused: refusedAs('pairing-wrong') })
    hub.clock.at = new Date(Date.now() + 10 * 60_000).toISOString()
    expect(await joinOffice({ code: second, address: null, name: 'x' }, VERSION)).toEqual({ refused: refusedAs('pairing-over') })
    hub.clock.at = null
    expect(await joinOffice({ code: second, address: null, name: 'x' }, VERSION)).toMatchObject({ joined: {} })
  })

  it('[D10] [SEC27] a man in the middle with another certificate learns nothing: no byte follows the look at it', async () => {
    const other = await testHub()
    const stranger = await companyAuthority(other.database.read.sql, (work) => other.runner.alone(work), '测试公司', Date.now())
    await other.close()
    const { key, cert } = await officeCertificate(stranger, [OTHER_LAN], Date.now())
    let learned = ''
    const middle = createTlsServer({ key, cert, minVersion: 'TLSv1.3' }, (socket) => {
      socket.on('data', (part) => (learned += part.toString()))
      socket.on('error', () => undefined)
    })
    await new Promise<void>((resolve) => middle.listen(port, OTHER_LAN, resolve))
    await openPairing()
    const code = pairingCode((await state()).fingerprint, SECRET)
    expect(await joinOffice({ code, address: `${OTHER_LAN}:${port}`, name: 'x' }, VERSION)).toEqual({ problem: 'other-office' })
    expect(learned).toBe('')
    // It may show the company's own certificate behind its own: without the key it gets no further.
    const borrowed = createTlsServer({ key, cert: `${cert}${networkState().certificate}`, minVersion: 'TLSv1.3' }, (socket) => {
      socket.on('data', (part) => (learned += part.toString()))
      socket.on('error', () => undefined)
    })
    await new Promise((resolve) => middle.close(resolve))
    await new Promise<void>((resolve) => borrowed.listen(port, OTHER_LAN, resolve))
    const answer = await joinOffice({ code, address: `${OTHER_LAN}:${port}`, name: 'x' }, VERSION)
    expect(['not-reached', 'other-office']).toContain((answer as { problem: string }).problem)
    expect(learned).toBe('')
    await new Promise((resolve) => borrowed.close(resolve))
    expect(await joinOffice({ code, address: `${LAN}:${port}`, name: 'x' }, VERSION)).toMatchObject({ joined: {} })
  })

  it('[D10] [D11] says what is wrong with a code or an address', async () => {
    expect(await joinOffice({ code: 'nothing', address: null, name: 'x' }, VERSION)).toEqual({ problem: 'not-a-code' })
    const code = pairingCode('0123456789ABCDEF', SECRET)
    expect(await joinOffice({ code, address: null, name: 'x' }, VERSION)).toEqual({ problem: 'no-address' })
    expect(await joinOffice({ code, address: `${OTHER_LAN}:${port}`, name: 'x' }, VERSION)).toEqual({ problem: 'not-reached' })
    expect(fingerprintOf(new Uint8Array(32)).length).toBe(16)
  })
})

describe('a desk', () => {
  beforeEach(openNetwork)

  it('[D7] its sessions are its own: their tokens are nothing to another desk, to a browser, or without its secret', async () => {
    const [one, two] = [await join('one'), await join('two')]
    const token = await signsIn(one)
    expect(await me(one, token)).toMatchObject({ ok: true })
    expect(await me(two, token)).toEqual(refusedAs('signed-out'))
    expect((await hub.post('/api/query/me', {}, token)).status).toBe(401)
    expect(await me({ ...one, secret: two.secret }, token)).toEqual(refusedAs('desk-unknown'))
    expect(await me({ ...one, deskId: newId() }, token)).toEqual(refusedAs('desk-unknown'))
    // Nor is a browser's session any desk's.
    expect(await me(one, owner)).toEqual(refusedAs('signed-out'))
  })

  it('[D9] [SEC34] revoked, its socket closes within a second, and it hears that it is revoked', async () => {
    const desk = await join()
    const heard: Notice[] = []
    const why: string[] = []
    const office = remoteOffice(desk, VERSION, { notice: (n) => heard.push(n), excluded: (reason) => why.push(reason) })
    const signedIn = (await office.ask({ kind: 'sign-in', ...OWNER }, null)) as { value: { token: string } }
    expect(await office.ask({ kind: 'query', name: 'me', input: {} }, signedIn.value.token)).toMatchObject({ ok: true })
    await expect.poll(() => heard.some((n) => n.kind === 'office' && n.state === 'up')).toBe(true)
    const from = performance.now()
    await command('revoke-desk', { id: desk.deskId, revision: 1 })
    await expect.poll(() => why[0], { interval: 20 }).toBe('desk-revoked')
    expect(performance.now() - from).toBeLessThan(1000)
    expect(await office.ask({ kind: 'query', name: 'me', input: {} }, signedIn.value.token)).toEqual(refusedAs('desk-revoked'))
    expect(await asks(desk, 'POST', '/api/login', OWNER, null)).toEqual(refusedAs('desk-revoked'))
    await office.stop()
  })

  it('[U17] stands in the trail by its name, where it asked and where it was asked about', async () => {
    const desk = await join('王芳的电脑')
    await signsIn(desk)
    await command('revoke-desk', { id: desk.deskId, revision: 1 })
    const { body } = await hub.post('/api/query/audit', { params: {}, limit: 50, search: '' }, owner)
    const { rows } = (body as { value: { rows: Record<string, unknown>[] } }).value
    const entry = (name: string) => rows.find((row) => row['name'] === name)
    expect(entry('revoke-desk')).toMatchObject({ subject: '王芳的电脑', subjectId: desk.deskId, device: 'http 127.0.0.1' })
    const signedIn = rows.find((row) => row['kind'] === 'sign-in' && row['device'] === '王芳的电脑')
    expect(signedIn).toBeDefined()
    const one = await hub.post('/api/query/audit-entry', { id: Number(signedIn!['id']) }, owner)
    expect(one.body).toMatchObject({ value: { device: '王芳的电脑' } })
    const filters = [{ field: 'device', op: 'contains', value: '王芳' }]
    const found = await hub.post('/api/query/audit', { params: {}, limit: 50, filters }, owner)
    expect((found.body as { value: { rows: unknown[] } }).value.rows.length).toBeGreaterThan(0)
  })

  it('[D8] is for the roles it is limited to; whoever is signed in there signs in anew', async () => {
    const desk = await join()
    const token = await signsIn(desk)
    const edited = await command<{ revision: number }>('edit-desk', {
      id: desk.deskId,
      name: '财务室',
      roleIds: [hub.roleIds.accountant],
      revision: 1,
    })
    expect(await me(desk, token)).toEqual(refusedAs('signed-out'))
    expect(await asks(desk, 'POST', '/api/login', OWNER, null)).toEqual(refusedAs('desk-not-for-you'))
    expect(await asks(desk, 'POST', '/api/login', { ...OWNER, password: 'wrong-wrong-wrong' }, null)).toEqual(refusedAs('sign-in-failed'))
    await command('edit-desk', { id: desk.deskId, name: '财务室', roleIds: [], revision: edited.revision })
    await signsIn(desk)
    const list = await hub.post('/api/query/desks', {}, owner)
    expect((list.body as { value: { rows: unknown[] } }).value.rows).toMatchObject([
      { name: '财务室', person: '老板', address: '127.0.0.1', version: VERSION },
    ])
  })

  it('[D12] [D13] hears what is committed, notices that the office is away, and is back within five seconds after it', async () => {
    const desk = await join()
    const heard: Notice[] = []
    const office = remoteOffice(desk, VERSION, {
      notice: (n) => heard.push(n),
      excluded: () => heard.push({ kind: 'changed', tables: ['excluded'] }),
    })
    const signedIn = (await office.ask({ kind: 'sign-in', ...OWNER }, null)) as { value: { token: string } }
    const { token } = signedIn.value
    const ask = () => office.ask({ kind: 'query', name: 'me', input: {} }, token)
    expect(await ask()).toMatchObject({ ok: true })
    // Its socket may still be on its way: the change is made until it is heard.
    await expect
      .poll(async () => {
        await command('open-pairing', { id: newId(), secret: SECRET })
        return heard.some((n) => n.kind === 'changed' && n.tables.includes('pairing'))
      })
      .toBe(true)
    networks = []
    await network.look()
    await expect.poll(() => heard.at(-1)).toEqual({ kind: 'office', state: 'down' })
    expect(await ask()).toEqual({ ok: false, fault: 'unreachable' })
    networks = [{ name: 'eth0', address: LAN }]
    await network.look()
    const from = performance.now()
    await expect.poll(() => heard.some((n, at) => at > 1 && n.kind === 'office' && n.state === 'up'), { interval: 20 }).toBe(true)
    expect(performance.now() - from).toBeLessThan(5000)
    expect(await ask()).toMatchObject({ ok: true })
    await office.stop()
  })

  it('[D14] saves a workbook on its own disk', async () => {
    const desk = await join()
    const office = remoteOffice(desk, VERSION, { notice: () => undefined, excluded: () => undefined })
    const signedIn = (await office.ask({ kind: 'sign-in', ...OWNER }, null)) as { value: { token: string } }
    const target = path.join(hub.database.folder, 'desks.xlsx')
    const options = { list: 'desks', input: {}, language: 'zh' as const }
    expect(await office.exportTo(options, target, signedIn.value.token)).toEqual({ ok: true, value: { rows: 1 } })
    expect(readFileSync(target).subarray(0, 2).toString()).toBe('PK')
    const nowhere = path.join(hub.database.folder, 'no-such-folder', 'desks.xlsx')
    expect(await office.exportTo(options, nowhere, signedIn.value.token)).toMatchObject({ refused: 'file-not-written' })
    expect(await office.exportTo({ ...options, list: 'nothing' }, target, signedIn.value.token)).toMatchObject({ ok: false })
    await office.stop()
  })
})
