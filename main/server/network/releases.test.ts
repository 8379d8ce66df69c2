// Releases at the hub: what is put into its folder is checked whole, and goes to the desks that the owner's word names, over real TLS. Rules D26 to D31, D34, SEC21 to SEC24.
import { generateKeyPairSync, sign } from 'node:crypto'
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { releaseKeys } from '../../../build/release-key.mjs'
import type { UpdateOffer } from '../../../preload/contract/envelope.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { releaseState } from '../../access/release-state.ts'
import { feedNamed, readManifest } from '../../release-manifest.ts'
import { askOver, send, type Connection } from '../../shell/remote/request.ts'
import { releaseIn, secureHub, type SecureHub } from '../testing/secure-hub.ts'
import { testHub, type TestHub } from '../testing/test-hub.ts'
import { readReleaseFile } from './release-file.ts'

let hub: TestHub
let office: SecureHub
let folder: string
let token: string
beforeEach(async () => {
  hub = await testHub()
  office = await secureHub(hub)
  folder = path.join(hub.database.folder, 'releases')
  mkdirSync(folder)
  token = await hub.signIn()
})
afterEach(async () => {
  await office.close()
  await hub.close()
  hub.releases.close()
})

/** Twice, as a file that is still being copied is not looked into. */
const look = async () => {
  await hub.releases.look()
  await hub.releases.look()
}
const found = () =>
  releaseState()
    .found.map(({ file, problem, release }) => [file, problem, release?.version])
    .toSorted()
const put = async (given: Parameters<typeof releaseIn>[1]) => {
  const file = releaseIn(folder, given)
  await look()
  const id = releaseState().found.find((one) => one.file === path.basename(file))?.release?.id ?? ''
  return { file, id }
}
const command = async (name: string, input: object) => (await hub.post(`/api/command/${name}`, { id: newId(), input }, token)).body
const offerTo = async (connection: Connection, before = '') => {
  const answer = await askOver(connection, { method: 'GET', path: `/api/update${before && `?before=${before}`}`, token: null })
  return answer.ok ? (answer.value as UpdateOffer) : answer
}
const versionOffered = async (connection: Connection, before = '') => {
  const offer = (await offerTo(connection, before)) as UpdateOffer
  const manifest = offer.release && (JSON.parse(Buffer.from(offer.release.manifest, 'base64').toString()) as { version: string })
  return [manifest?.version ?? null, offer.back]
}
const take = async (connection: Connection, id: string, name: string): Promise<{ status: number; bytes: Buffer }> => {
  const response = await send(connection, { method: 'GET', path: `/api/update/${id}/${name}`, token: null })
  const parts: Buffer[] = []
  for await (const part of response) parts.push(part as Buffer)
  return { status: response.statusCode!, bytes: Buffer.concat(parts) }
}
const owned = async (name: string, given: object) => expect(await command(name, given)).toMatchObject({ ok: true })

describe('[D26] a manifest', () => {
  const { privateKey, publicPem } = releaseKeys()
  const whole = {
    product: 'tradewind',
    version: '1.0.1',
    releasedAt: '2026-11-01T00:00:00.000Z',
    files: [{ name: 'a.deb', platform: 'linux', arch: 'x64', kind: 'deb', size: 1, sha512: `${'A'.repeat(86)}==` }],
  }
  const signed = (manifest: unknown, key = privateKey) => {
    const bytes = Buffer.from(JSON.stringify(manifest))
    return readManifest(bytes, sign(null, bytes, key), publicPem)
  }
  const withFile = (change: object) => ({ ...whole, files: [{ ...whole.files[0]!, ...change }] })

  it('[SEC21] of the maker is read; one that was altered, or that another key has signed, is not', () => {
    expect(signed(whole)).toMatchObject({ manifest: whole })
    expect(signed(whole, generateKeyPairSync('ed25519').privateKey)).toEqual({ problem: 'signature' })
    const bytes = Buffer.from(JSON.stringify(whole))
    const signature = sign(null, bytes, privateKey)
    for (const at of [0, 40, bytes.length - 1]) {
      const altered = Buffer.from(bytes)
      altered[at]! ^= 1
      expect(readManifest(altered, signature, publicPem)).toEqual({ problem: 'signature' })
    }
    for (const wrong of [Buffer.alloc(0), Buffer.alloc(64), signature.subarray(1), Buffer.concat([signature, signature])])
      expect(readManifest(bytes, wrong, publicPem)).toEqual({ problem: 'signature' })
  })

  it('names plain files only, each once, and is of this product', () => {
    for (const name of ['../a.deb', '/etc/a', 'a/b.deb', 'a\\b.deb', '..', '.hidden', 'C:a', 'a b', '', 'a'.repeat(101)])
      expect(signed(withFile({ name })), name).toEqual({ problem: 'not-a-release' })
    expect(signed({ ...whole, files: [whole.files[0], whole.files[0]] })).toEqual({ problem: 'not-a-release' })
    expect(signed({ ...whole, files: [] })).toEqual({ problem: 'not-a-release' })
    expect(signed({ ...whole, version: '1.0.1-beta' })).toEqual({ problem: 'not-a-release' })
    expect(signed({ ...whole, product: 'another' })).toEqual({ problem: 'other-product' })
  })
})

describe('[D27] [SEC23] a file in the folder', () => {
  it('is checked whole: signature, key, product, every package, and that nothing else is in it', async () => {
    const { file } = await put({ version: '1.0.1' })
    expect(found()).toEqual([['Tradewind-1.0.1.release', null, '1.0.1']])
    const key = releaseKeys().publicPem
    const bytes = readFileSync(file)
    const told = async (change: (copy: Buffer) => Buffer) => {
      const other = path.join(hub.database.folder, 'other.release')
      writeFileSync(other, change(Buffer.from(bytes)))
      const read = await readReleaseFile(other, key)
      return 'problem' in read ? read.problem : 'good'
    }
    const flip = (at: number) => (copy: Buffer) => ((copy[at]! ^= 1), copy)
    expect(await told((copy) => copy)).toBe('good')
    expect(await told(flip(600))).toBe('signature')
    expect(await told(flip(bytes.length - 3000))).toBe('hash')
    expect(await told((copy) => copy.subarray(0, copy.length - 200_000))).toBe('not-a-release')
    expect(await told(() => Buffer.from('hello'))).toBe('not-a-release')
    // One more entry, which nobody has signed.
    const extra = bytes.subarray(0, 1024)
    const more = Buffer.concat([bytes.subarray(0, -1024), Buffer.from(extra), Buffer.alloc(1024)])
    more.write('more.txt\0\0\0\0\0', bytes.length - 1024)
    expect(await told(() => more)).not.toBe('good')

    releaseIn(folder, { version: '1.0.2', key: generateKeyPairSync('ed25519').privateKey })
    releaseIn(folder, { version: '1.0.3', product: 'another' })
    releaseIn(folder, { version: '0.9.0' })
    releaseIn(folder, { version: '1.1.0' })
    await look()
    expect(found()).toEqual([
      ['Tradewind-0.9.0.release', 'older', '0.9.0'],
      ['Tradewind-1.0.1.release', null, '1.0.1'],
      ['Tradewind-1.0.2.release', 'signature', undefined],
      ['Tradewind-1.0.3.release', 'other-product', undefined],
      ['Tradewind-1.1.0.release', 'other-series', '1.1.0'],
    ])
  })

  it('is not looked into while it is copied, and looked at anew when another takes its place', async () => {
    const { file } = await put({ version: '1.0.1' })
    const whole = readFileSync(file)
    writeFileSync(file, whole.subarray(0, whole.length / 2))
    await hub.releases.look()
    expect(found()).toEqual([['Tradewind-1.0.1.release', 'checking', undefined]])
    await hub.releases.look()
    expect(found()).toEqual([['Tradewind-1.0.1.release', 'not-a-release', undefined]])
    writeFileSync(file, whole)
    await look()
    expect(found()).toEqual([['Tradewind-1.0.1.release', null, '1.0.1']])
    rmSync(file)
    await look()
    expect(found()).toEqual([])
  })
})

describe('[D28] [D29] a release', () => {
  it('goes to desks alone, to the first one alone, then to all, and to nobody when it is withdrawn', async () => {
    const [first, second] = [office.desk('1.0.0'), office.desk('1.0.0')]
    const { id } = await put({ version: '1.0.1' })
    const nobody = { release: null, back: null }
    expect(await offerTo(first.connection)).toEqual(nobody)
    await owned('offer-release', { id, deskId: first.id, revision: 1 })
    expect(await versionOffered(first.connection)).toEqual(['1.0.1', null])
    expect(await offerTo(second.connection)).toEqual(nobody)
    // Not a browser, though it is the owner's, and not a PC that the hub does not know.
    const browser = await hub.request('GET', '/api/update', { token })
    expect(browser).toMatchObject({ status: 403, body: { refused: 'not-permitted' } })
    expect((await hub.request('GET', `/api/update/${id}/latest-linux.yml`, { token })).status).toBe(403)
    const unknown = { ...first.connection, desk: `${newId()}.harbour-crane` }
    expect(await offerTo(unknown)).toMatchObject({ refused: 'desk-unknown' })

    const feed = JSON.parse((await take(first.connection, id, 'latest-linux.yml')).bytes.toString()) as { files: { url: string }[] }
    expect(feed.files.map(({ url }) => url)).toEqual(['Tradewind-1.0.1.AppImage', 'Tradewind-1.0.1.deb'])
    expect(await take(first.connection, id, 'latest.yml')).toMatchObject({ status: 200 })
    const { bytes, status } = await take(first.connection, id, 'Tradewind-1.0.1.deb')
    expect(status).toBe(200)
    expect(bytes.equals(readFileSync(path.join(folder, 'packages/Tradewind-1.0.1.deb')))).toBe(true)
    for (const name of ['latest-mac.yml', 'manifest.json', '..%2f..%2fcompany.sqlite', '%2e%2e', 'packages'])
      expect((await take(first.connection, id, name)).status, name).toBe(404)
    expect((await take(second.connection, id, 'Tradewind-1.0.1.deb')).status).toBe(404)

    await owned('release-to-all', { id, revision: 2 })
    expect(await versionOffered(second.connection)).toEqual(['1.0.1', null])
    expect((await take(second.connection, id, 'Tradewind-1.0.1.deb')).status).toBe(200)
    expect(await offerTo(office.desk('1.0.1').connection)).toEqual(nobody)
    expect(await offerTo(office.desk('1.0.2').connection)).toEqual(nobody)
    await owned('withdraw-release', { id, revision: 3 })
    expect(await offerTo(second.connection)).toEqual(nobody)
    expect((await take(second.connection, id, 'Tradewind-1.0.1.deb')).status).toBe(404)
  })

  it('[D30] is offered by whoever may, as it was seen, and never to work with another series than the hub', async () => {
    const { id: deskId } = office.desk('1.0.0')
    const { id } = await put({ version: '1.0.1' })
    const [{ id: older }, { id: next }] = [await put({ version: '0.9.0' }), await put({ version: '1.1.0' })]
    expect(await command('offer-release', { id: newId(), deskId, revision: 1 })).toMatchObject({ refused: 'not-found' })
    expect(await command('offer-release', { id: older, deskId, revision: 1 })).toMatchObject({
      refused: 'release-older',
      data: { own: '1.0.0' },
    })
    expect(await command('offer-release', { id: next, deskId, revision: 1 })).toMatchObject({ refused: 'release-other-series' })
    // Nor is what was offered before the hub was of another series.
    const offered =
      "INSERT INTO release(id, version, releasedAt, status, deskId, offeredBy, offeredAt, revision) VALUES (?, '1.1.0', '', 'all', ?, ?, '', 2)"
    hub.database.write.sql.prepare(offered).run(next, deskId, hub.ownerId)
    expect(await versionOffered(office.desk('1.0.0').connection)).toEqual([null, null])
    await owned('offer-release', { id, deskId, revision: 1 })
    expect(await command('offer-release', { id, deskId, revision: 1 })).toMatchObject({ refused: 'changed-meanwhile' })
    await owned('release-to-all', { id, revision: 2 })
    expect(await command('release-to-all', { id, revision: 3 })).toMatchObject({ refused: 'wrong-state' })
    await owned('withdraw-release', { id, revision: 3 })
    await owned('offer-release', { id, deskId, revision: 4 })
    const administrator = hub.user({ role: 'administrator' })
    const asked = await hub.post('/api/command/withdraw-release', { id: newId(), input: { id, revision: 5 } }, administrator.token)
    expect(asked.body).toMatchObject({ refused: 'not-permitted' })
  })

  it('[D28] is known to a hub that has just started when its folder has been looked through, not before', async () => {
    const { id: deskId, connection } = office.desk('1.0.0')
    releaseIn(folder, { version: '1.0.1' })
    expect(await offerTo(connection)).toMatchObject({ refused: 'office-busy' })
    await hub.releases.look()
    expect(await offerTo(connection)).toMatchObject({ refused: 'office-busy' })
    await hub.releases.look()
    await owned('offer-release', { id: releaseState().found[0]!.release!.id, deskId, revision: 1 })
    expect(await versionOffered(connection)).toEqual(['1.0.1', null])
  })

  it('[D28] goes to four desks at once, and the next one comes again', async () => {
    const { id: deskId, connection } = office.desk('1.0.0')
    const { id } = await put({ version: '1.0.1', content: 'x'.repeat(60) })
    await owned('offer-release', { id, deskId, revision: 1 })
    const asks = () => send(connection, { method: 'GET', path: `/api/update/${id}/Tradewind-1.0.1.deb`, token: null })
    const taking = await Promise.all([asks(), asks(), asks(), asks()])
    expect(await take(connection, id, 'Tradewind-1.0.1.deb')).toMatchObject({ status: 503 })
    expect(await offerTo(connection)).toMatchObject({ back: null })
    for (const response of taking) response.resume()
    await expect.poll(async () => (await take(connection, id, 'Tradewind-1.0.1.deb')).status).toBe(200)
  })

  it('[SEC23] whose file was replaced after the check does not arrive, even with its size and times', async () => {
    const { id: deskId, connection } = office.desk('1.0.0')
    const { id, file } = await put({ version: '1.0.1' })
    await owned('offer-release', { id, deskId, revision: 1 })
    const { mtime, size } = statSync(file)
    const bytes = readFileSync(file)
    bytes[bytes.length - 3000]! ^= 1
    // In place, so that it is the same file to the eye.
    writeFileSync(file, bytes)
    truncateSync(file, size)
    utimesSync(file, mtime, mtime)
    expect((await take(connection, id, 'Tradewind-1.0.1.nsis')).status).toBe(404)
    await look()
    expect(found()).toEqual([['Tradewind-1.0.1.release', 'hash', undefined]])
    expect(await offerTo(connection)).toEqual({ release: null, back: null })
  })

  it('[SEC23] that is replaced while it leaves is cut off before its end', async () => {
    const { id: deskId, connection } = office.desk('1.0.0')
    const { id, file } = await put({ version: '1.0.1', content: 'x'.repeat(60) })
    await owned('offer-release', { id, deskId, revision: 1 })
    const response = await send(connection, { method: 'GET', path: `/api/update/${id}/Tradewind-1.0.1.nsis`, token: null })
    expect(response.statusCode).toBe(200)
    const bytes = readFileSync(file)
    bytes[bytes.length - 3000]! ^= 1
    writeFileSync(file, bytes)
    const arrives = async () => {
      let length = 0
      for await (const part of response) length += (part as Buffer).length
      return length
    }
    await expect(arrives()).rejects.toThrow(/aborted|reset/i)
    expect(hub.faults.splice(0)).toEqual([expect.stringContaining('is not what was checked')])
  })
})

describe('[D34] going back', () => {
  it('leads desks that run it to exactly the version which they ran before, while its file is at the hub', async () => {
    const desk = office.desk('1.0.1')
    const before = await put({ version: '1.0.0' })
    const { id } = await put({ version: '1.0.1' })
    await owned('offer-release', { id, deskId: desk.id, revision: 1 })
    await owned('release-to-all', { id, revision: 2 })
    expect(await versionOffered(desk.connection, '1.0.0')).toEqual([null, null])
    renameSync(before.file, `${before.file}.away`)
    await look()
    expect(await command('roll-back-release', { id, revision: 3 })).toMatchObject({
      refused: 'release-none-before',
      data: { version: '1.0.1' },
    })
    renameSync(`${before.file}.away`, before.file)
    await look()
    await owned('roll-back-release', { id, revision: 3 })
    expect(await versionOffered(desk.connection, '1.0.0')).toEqual(['1.0.0', '1.0.0'])
    expect((await take(desk.connection, before.id, 'Tradewind-1.0.0.deb')).status).toBe(200)
    // A desk that never ran another version stays; so does one that runs another; and whose file is gone is told so.
    expect(await versionOffered(desk.connection)).toEqual([null, null])
    expect(await versionOffered(office.desk('1.0.0').connection, '0.9.0')).toEqual([null, null])
    expect(await versionOffered(desk.connection, '0.9.9')).toEqual([null, '0.9.9'])
    // The repaired one that comes after it goes before going back.
    const repaired = await put({ version: '1.0.2' })
    await owned('offer-release', { id: repaired.id, deskId: desk.id, revision: 1 })
    expect(await versionOffered(desk.connection, '1.0.0')).toEqual(['1.0.2', null])
  })
})

it('[D26] the feed lists what the manifest does, in the words of electron-updater', async () => {
  const { file } = await put({ version: '1.0.1' })
  const copy = path.join(hub.database.folder, 'copy.release')
  copyFileSync(file, copy)
  const read = await readReleaseFile(copy, releaseKeys().publicPem)
  if ('problem' in read) throw new Error(read.problem)
  const [nsis] = read.manifest.files.filter(({ kind }) => kind === 'nsis')
  const { name: url, sha512, size } = nsis!
  expect(JSON.parse(feedNamed(read.manifest, 'latest.yml')!)).toEqual({
    ...{ version: '1.0.1', releaseDate: read.manifest.releasedAt, path: url, sha512, files: [{ url, sha512, size }] },
  })
})
