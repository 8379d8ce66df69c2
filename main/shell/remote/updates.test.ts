// The updates of a desk: what a hub offers is taken only when the maker has signed it, it is newer, and it is whole; before that nothing is downloaded. The hub is a
// real one over TLS; where it lies, it is one that an attacker has. Rules D31 to D34, SEC21, SEC22.
import { generateKeyPairSync, sign } from 'node:crypto'
import { createWriteStream, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { releaseKeys } from '../../../build/release-key.mjs'
import type { UpdateState } from '../../../preload/bridge-types.ts'
import type { UpdateOffer } from '../../../preload/contract/envelope.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { releaseIn, secureHub, type SecureHub } from '../../server/testing/secure-hub.ts'
import { testHub, type TestHub } from '../../server/testing/test-hub.ts'
import { keptVersions } from './kept-versions.ts'
import { send, type Connection } from './request.ts'
import { deskUpdates, type DeskUpdates, type Installer } from './updates.ts'

let hub: TestHub
let office: SecureHub
let folder: string
let ownFolder: string
let token: string
const running: DeskUpdates[] = []
/** What the hub offers, where it does not tell the truth. */
let lie: UpdateOffer | 'busy' | undefined
const told: UpdateState[] = []
const downloads: string[] = []
const atEnd: boolean[] = []

beforeEach(async () => {
  for (const list of [told, downloads, atEnd]) list.splice(0)
  lie = undefined
  hub = await testHub()
  const { offerFor } = hub.releases
  hub.releases.offerFor = (...asked) => lie ?? offerFor(...asked)
  office = await secureHub(hub)
  folder = path.join(hub.database.folder, 'releases')
  ownFolder = mkdtempSync(path.join(hub.database.folder, 'desk-'))
  mkdirSync(folder)
  token = await hub.signIn()
})
afterEach(async () => {
  for (const one of running.splice(0)) one.stop()
  await office.close()
  await hub.close()
})

const log = () => undefined
/** Downloads over the pinned connection, as electron-updater does, and installs nothing. */
const installer = (connection: Connection, change: (bytes: Buffer) => Buffer): Installer => ({
  kind: 'deb',
  download: async ({ id }, { name }) => {
    downloads.push(name)
    const target = path.join(ownFolder, name)
    const response = await send(connection, { method: 'GET', path: `/api/update/${id}/${name}`, token: null })
    await pipeline(response, createWriteStream(target))
    writeFileSync(target, change(readFileSync(target)))
    return target
  },
  installAtEnd: (wanted) => void atEnd.push(wanted),
  installNow: () => undefined,
  stop: () => undefined,
})
type Given = { kind?: null; change?: (bytes: Buffer) => Buffer }
/** The program of a desk as it starts in this version. */
const starts = async (
  { id, connection }: ReturnType<SecureHub['desk']>,
  version: string,
  { kind, change = (bytes) => bytes }: Given = {},
) => {
  const as = { ...connection, version }
  const updates = deskUpdates({
    ...{ connection: as, key: releaseKeys().publicPem, version, kept: keptVersions(ownFolder, version, log), log },
    installer: { ...installer(as, change), ...(kind === null && { kind }) },
    changed: (state) => void told.push(state),
  })
  running.push(updates)
  await updates.look()
  return Object.assign(updates, { id })
}
const put = async (given: Parameters<typeof releaseIn>[1]) => {
  releaseIn(folder, given)
  await hub.releases.look()
  await hub.releases.look()
}
const releases = async () => {
  const { body } = await hub.post('/api/query/releases', {}, token)
  return (body as { value: { releases: { id: string; version: string; revision: number }[] } }).value.releases
}
const says = async (name: string, version: string, more: object = {}) => {
  const { id, revision } = (await releases()).find((one) => one.version === version)!
  const input = { id, revision, ...more }
  expect((await hub.post(`/api/command/${name}`, { id: newId(), input }, token)).body).toMatchObject({ ok: true })
}
/** As a hub would offer it that is not to be trusted. */
const signedOffer = (
  change: object,
  given: { key?: ReturnType<typeof releaseKeys>['privateKey']; back?: string; alter?: boolean } = {},
): UpdateOffer => {
  const files = [{ name: 'a.deb', platform: 'linux', arch: 'x64', kind: 'deb', size: 1, sha512: `${'A'.repeat(86)}==` }]
  const manifest = { product: 'tradewind', version: '1.0.1', releasedAt: '2026-11-01T00:00:00.000Z', files, ...change }
  const bytes = Buffer.from(JSON.stringify(manifest))
  const signature = sign(null, bytes, given.key ?? releaseKeys().privateKey).toString('base64')
  const shown = given.alter ? bytes.toString().replace('1.0.1', '1.0.2') : bytes.toString()
  return { release: { id: newId(), manifest: Buffer.from(shown).toString('base64'), signature }, back: given.back ?? null }
}

describe('[D32] [SEC21] what a hub offers', () => {
  it('is downloaded when it is the maker’s and newer, and is ready when its hash is the signed one', async () => {
    const desk = office.desk('1.0.0')
    await put({ version: '1.0.1' })
    await says('offer-release', '1.0.1', { deskId: desk.id })
    const updates = await starts(desk, '1.0.0')
    expect(updates.state()).toEqual({ at: 'ready', version: '1.0.1', back: false })
    expect([downloads, atEnd]).toEqual([['Tradewind-1.0.1.deb'], [true]])
    await updates.look()
    expect(downloads).toHaveLength(1)
  })

  it.each([
    ['altered after it was signed', () => signedOffer({}, { alter: true }), 'signature'],
    ['signed with another key', () => signedOffer({}, { key: generateKeyPairSync('ed25519').privateKey }), 'signature'],
    ['not newer', () => signedOffer({ version: '1.0.0' }), 'older'],
    ['older', () => signedOffer({ version: '0.9.9' }), 'older'],
    ['older, as if to go back', () => signedOffer({ version: '0.9.9' }, { back: '0.9.9' }), 'older'],
  ] as const)('%s, is refused and nothing is downloaded', async (_what, offer, why) => {
    lie = offer()
    const updates = await starts(office.desk('1.0.0'), '1.0.0')
    expect(updates.state()).toEqual({ at: 'refused', why })
    expect([downloads, atEnd]).toEqual([[], []])
  })

  it('[SEC22] is refused when it is an old release that is shown again', async () => {
    const desk = office.desk('1.0.0')
    await put({ version: '1.0.2', releasedAt: '2026-11-02T00:00:00.000Z' })
    await says('offer-release', '1.0.2', { deskId: desk.id })
    await starts(desk, '1.0.0')
    // Newer than this program, signed by the maker, and replaced since: also after a start.
    lie = signedOffer({ version: '1.0.1', releasedAt: '2026-11-01T00:00:00.000Z' })
    const again = await starts(desk, '1.0.0')
    expect(again.state()).toEqual({ at: 'refused', why: 'replayed' })
    expect(downloads).toEqual(['Tradewind-1.0.2.deb'])
  })

  it('[SEC23] is not installed when what came is not what was signed', async () => {
    const desk = office.desk('1.0.0')
    await put({ version: '1.0.1' })
    await says('offer-release', '1.0.1', { deskId: desk.id })
    const updates = await starts(desk, '1.0.0', { change: (bytes) => Buffer.concat([bytes, Buffer.from('!')]) })
    expect(updates.state()).toEqual({ at: 'refused', why: 'hash' })
    expect(atEnd).toEqual([])
  })
})

describe('[D33] [D30] a desk', () => {
  it('keeps what it has ready while its hub does not know yet what it has', async () => {
    const desk = office.desk('1.0.0')
    await put({ version: '1.0.1' })
    await says('offer-release', '1.0.1', { deskId: desk.id })
    const updates = await starts(desk, '1.0.0')
    lie = 'busy'
    await updates.look()
    expect([updates.state(), atEnd]).toEqual([{ at: 'ready', version: '1.0.1', back: false }, [true]])
  })

  it('does not install what was withdrawn meanwhile', async () => {
    const desk = office.desk('1.0.0')
    await put({ version: '1.0.1' })
    await says('offer-release', '1.0.1', { deskId: desk.id })
    const updates = await starts(desk, '1.0.0')
    await says('withdraw-release', '1.0.1')
    await updates.look()
    expect(updates.state()).toEqual({ at: 'none' })
    expect(atEnd).toEqual([true, false])
    // Offered again it is ready at once.
    await says('offer-release', '1.0.1', { deskId: desk.id })
    await updates.look()
    expect([updates.state(), downloads, atEnd]).toEqual([
      { at: 'ready', version: '1.0.1', back: false },
      ['Tradewind-1.0.1.deb'],
      [true, false, true],
    ])
  })

  it('[SEC22] takes no release that is earlier than one which it was shown, though that was withdrawn', async () => {
    const desk = office.desk('1.0.0')
    await put({ version: '1.0.1' })
    await put({ version: '1.0.2' })
    await says('offer-release', '1.0.1', { deskId: desk.id })
    const updates = await starts(desk, '1.0.0', { change: (bytes) => (bytes.includes('1.0.2') ? Buffer.from('half') : bytes) })
    await says('offer-release', '1.0.2', { deskId: desk.id })
    await updates.look()
    expect(updates.state()).toEqual({ at: 'refused', why: 'hash' })
    await says('withdraw-release', '1.0.2')
    await updates.look()
    expect(updates.state()).toEqual({ at: 'refused', why: 'replayed' })
    expect(downloads).toEqual(['Tradewind-1.0.1.deb', 'Tradewind-1.0.2.deb'])
  })

  it('that cannot install over itself says what is offered', async () => {
    const desk = office.desk('1.0.0')
    await put({ version: '1.0.1' })
    await says('offer-release', '1.0.1', { deskId: desk.id })
    const updates = await starts(desk, '1.0.0', { kind: null })
    expect(updates.state()).toEqual({ at: 'by-hand', version: '1.0.1', back: false })
    expect(downloads).toEqual([])
  })
})

it('[D34] a desk goes back to exactly the version which it ran before, once, and takes the next one that is newer than all', async () => {
  const desk = office.desk('1.0.0')
  await put({ version: '1.0.0', releasedAt: '2026-11-01T00:00:00.000Z' })
  await put({ version: '1.0.1', releasedAt: '2026-11-02T00:00:00.000Z' })
  await says('offer-release', '1.0.1', { deskId: desk.id })
  await starts(desk, '1.0.0')
  const newer = await starts(desk, '1.0.1')
  expect(newer.state()).toEqual({ at: 'none' })
  await says('roll-back-release', '1.0.1')
  await newer.look()
  expect(newer.state()).toEqual({ at: 'ready', version: '1.0.0', back: true })
  const back = await starts(desk, '1.0.0')
  expect(back.state()).toEqual({ at: 'none' })
  // Never below it, whoever says so.
  lie = signedOffer({ version: '0.9.9', releasedAt: '2026-10-01T00:00:00.000Z' }, { back: '0.9.9' })
  await back.look()
  expect(back.state()).toEqual({ at: 'refused', why: 'older' })
  lie = signedOffer({ version: '1.0.1', releasedAt: '2026-11-02T00:00:00.000Z' }, { back: '1.0.1' })
  await back.look()
  expect([back.state(), downloads]).toEqual([{ at: 'refused', why: 'older' }, ['Tradewind-1.0.1.deb', 'Tradewind-1.0.0.deb']])
  lie = undefined
  await put({ version: '1.0.2', releasedAt: '2026-11-03T00:00:00.000Z' })
  await says('offer-release', '1.0.2', { deskId: desk.id })
  await back.look()
  expect(back.state()).toEqual({ at: 'ready', version: '1.0.2', back: false })
})
