// Contents over a real socket: sent in parts, looked at, hung on records, read back; and everything that is refused on the way. Rules FI4 to FI8 of files.
import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { deflateSync, crc32 } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ZipFile } from 'yazl'
import { writableDb } from '../../../db/tx.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { aPartyRow } from '../../testing/fixtures.ts'
import { testHub, type HubUser, type TestHub } from '../testing/test-hub.ts'

let hub: TestHub
let owner: string
let customerId: string
beforeAll(async () => {
  hub = await testHub()
  owner = await hub.signIn()
  const row = aPartyRow({ kind: 'customer', code: 'C1', name: 'Acme', ownerId: hub.ownerId })
  writableDb(hub.database.write, 0).put('party', row)
  customerId = row.id
})
afterAll(() => hub.close())

const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const part = (bytes: Buffer, name: string, token: string | null, at = 0, end = bytes.length) =>
  hub.request('PUT', `/api/content/${sha(bytes)}?size=${bytes.length}&at=${at}&name=${encodeURIComponent(name)}`, {
    raw: bytes.subarray(at, end),
    token,
    headers: { 'content-type': 'application/octet-stream' },
  })
const sent = async (bytes: Buffer, name: string, token = owner) => (await part(bytes, name, token)).body
const attach = async (bytes: Buffer, name: string, token = owner) => {
  const [id, versionId] = [newId(), newId()]
  const file = { id, versionId, name, sha256: sha(bytes), pictureSha256: null, kind: 'other', note: '' }
  const { body } = await hub.post(
    '/api/command/attach-files',
    { id: newId(), input: { recordKind: 'customer', recordId: customerId, files: [file] } },
    token,
  )
  return { id, versionId, body }
}
const chunk = (kind: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(kind), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
const png = (width: number, height: number) => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 0, 0, 0, 0], 8)
  const rows = width * height < 1e6 ? deflateSync(Buffer.alloc((width + 1) * height)) : Buffer.alloc(10)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
const zip = async (entries: Record<string, Buffer>) => {
  const file = new ZipFile()
  for (const [name, bytes] of Object.entries(entries)) file.addBuffer(bytes, name)
  file.end()
  const to = path.join(hub.database.folder, `${newId()}.zip`)
  await pipeline(file.outputStream as never, createWriteStream(to))
  return readFile(to)
}
const pdf = Buffer.from('%PDF-1.4\n% a scan\n%%EOF')

describe('a content', () => {
  it('[FI4] sent in parts goes on where it was cut off, and is a file of the record afterwards', async () => {
    const bytes = Buffer.concat([pdf, Buffer.alloc(9_000_000, 'x')])
    const name = '提单 B/L.pdf'
    expect((await part(bytes, name, owner, 0, 4_000_000)).body).toMatchObject({ value: { received: 4_000_000, done: false } })
    // The line was cut: what there is, is told, whatever is sent from elsewhere.
    expect((await part(bytes, name, owner, 0, 10)).body).toMatchObject({ value: { received: 4_000_000, done: false } })
    expect((await part(bytes, name, owner, 6_000_000, 7_000_000)).body).toMatchObject({ value: { received: 4_000_000 } })
    expect((await part(bytes, name, owner, 4_000_000, 8_000_000)).body).toMatchObject({ value: { received: 8_000_000, done: false } })
    expect((await part(bytes, name, owner, 8_000_000)).body).toMatchObject({ ok: true, value: { done: true } })
    const { versionId, body } = await attach(bytes, name)
    expect(body).toMatchObject({ ok: true, value: { files: [{ name: 'L.pdf' }] } })
    const answer = await hub.request('GET', `/api/file/${versionId}`, { token: owner })
    expect(sha(answer.bytes)).toBe(sha(bytes))
    expect(answer.headers).toMatchObject({ 'content-type': 'application/pdf', 'x-content-type-options': 'nosniff' })
    expect(answer.headers['content-disposition']).toMatch(/^attachment;/)
    expect(answer.headers['content-security-policy']).toMatch(/sandbox$/)
    expect(readdirSync(path.join(hub.files.folder, 'arriving'))).toEqual([])
  })

  it('[FI4] is hung on a record by nobody but who sent it, and read by nobody who may not see the record', async () => {
    const bytes = Buffer.from('a secret note')
    await sent(bytes, 'note.txt')
    const { versionId } = await attach(bytes, 'note.txt')
    const other: HubUser = hub.user({ permissions: ['customer.view', 'customer.edit'], scopes: { customer: 'all' } })
    const stranger: HubUser = hub.user({ permissions: ['product.view', 'customer.view'] })
    expect((await attach(bytes, 'note.txt', other.token)).body).toMatchObject({ refused: 'file-not-received' })
    expect((await hub.request('GET', `/api/file/${versionId}`, { token: other.token })).status).toBe(200)
    const unknown = await hub.request('GET', `/api/file/${newId()}`, { token: stranger.token })
    expect((await hub.request('GET', `/api/file/${versionId}`, { token: stranger.token })).text).toBe(unknown.text)
    expect(unknown.status).toBe(404)
    expect((await hub.request('GET', `/api/file/${versionId}`)).status).toBe(401)
    expect((await part(bytes, 'note.txt', null)).status).toBe(401)
  })

  it('[FI3] that is lost or damaged is told calmly, and never shown', async () => {
    const bytes = Buffer.from('lost with the disk')
    await sent(bytes, 'x.txt')
    const { versionId } = await attach(bytes, 'x.txt')
    hub.files.remove(sha(bytes))
    expect((await hub.request('GET', `/api/file/${versionId}`, { token: owner })).body).toMatchObject({
      refused: 'file-lost',
      data: { name: 'x.txt' },
    })
  })

  it('[FI4] that is other than its hash, too large or empty is refused', async () => {
    const other = await hub.request('PUT', `/api/content/${sha(pdf)}?size=4&name=a.pdf`, {
      ...{ raw: Buffer.from('else'), token: owner, headers: { 'content-type': 'application/octet-stream' } },
    })
    expect(other.body).toMatchObject({ refused: 'file-refused', data: { why: 'damaged' } })
    const large = await hub.request('PUT', `/api/content/${'b'.repeat(64)}?size=30000000&name=a.pdf`, { token: owner })
    expect(large.body).toMatchObject({ refused: 'file-refused', data: { why: 'too-large', limit: '25 MB' } })
    const odd = await hub.request('PUT', '/api/content/..%2Fx?size=4&name=a.pdf', { token: owner })
    expect(odd.body).toMatchObject({ refused: 'invalid-input' })
    expect((await hub.request('PUT', `/api/content/${'b'.repeat(64)}?size=0&name=a.pdf`, { token: owner })).body).toMatchObject({
      data: { why: 'empty' },
    })
  })
})

describe('[FI5] [SEC58] hostile files', () => {
  it.each<[what: string, name: string, bytes: () => Buffer | Promise<Buffer>, why: string]>([
    ['a program called a PDF', '合同.pdf', () => Buffer.from(`MZ${'\0'.repeat(200)}`), 'program'],
    ['a program of Linux', 'scan.png', () => Buffer.from('\x7fELF\x02\x01\x01'.padEnd(100, '\0'), 'latin1'), 'program'],
    ['a picture of 100,000 × 100,000', 'big.png', () => png(100_000, 100_000), 'too-many-pixels'],
    [
      'an SVG with a script',
      'logo.svg',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      'script',
    ],
    ['a page called a text', 'readme.txt', () => Buffer.from('<!DOCTYPE html><html><script>1</script>'), 'script'],
    ['a batch file', 'run.bat', () => Buffer.from('del /q *.*'), 'script'],
    ['a shell script without an ending', 'run', () => Buffer.from('#!/bin/sh\nrm -rf /'), 'script'],
    ['a zip bomb', 'a.zip', () => zip({ 'zeros.txt': Buffer.alloc(30_000_000) }), 'bomb'],
    ['a program in an archive', 'a.zip', () => zip({ 'docs/invoice.pdf.exe': Buffer.from('x') }), 'program'],
    [
      'a workbook with macros',
      'a.xlsx',
      () =>
        zip({
          '[Content_Types].xml': Buffer.from('<Types/>'),
          'xl/workbook.xml': Buffer.from('<a/>'),
          'xl/vbaProject.bin': Buffer.from('x'),
        }),
      'macros',
    ],
    [
      'a workbook with a document type',
      'a.xlsx',
      () =>
        zip({ '[Content_Types].xml': Buffer.from('<Types/>'), 'xl/workbook.xml': Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') }),
      'damaged',
    ],
    [
      'half an archive',
      'a.docx',
      async () => (await zip({ 'word/document.xml': Buffer.from('<a/>'.repeat(100)) })).subarray(0, 80),
      'damaged',
    ],
    ['bytes that are nothing known', 'a.bin', () => Buffer.from([1, 2, 3, 0, 255, 254, 9]), 'unknown-type'],
    ['half a picture', 'a.jpg', () => Buffer.from('ffd8ff', 'hex'), 'damaged'],
  ])('%s is refused in words', async (_, name, bytes, why) => {
    expect(await sent(await bytes(), name)).toMatchObject({ refused: 'file-refused', data: { name, why } })
    expect(readdirSync(path.join(hub.files.folder, 'arriving'))).toEqual([])
  })

  it('names lead nowhere, turn no direction and end as the content is', async () => {
    for (const [given, kept] of [
      ['..\\..\\windows\\system32\\evil.exe', 'evil.exe.txt'],
      ['../../../etc/passwd', 'passwd.txt'],
      ['\u202Egpj.exe', 'gpj.exe.txt'],
      ['con.txt', '_con.txt'],
      ['a'.repeat(290), `${'a'.repeat(116)}.txt`],
      ['  .hidden. ', 'hidden.txt'],
    ] as const) {
      const bytes = Buffer.from(`note ${given}`)
      expect(await sent(bytes, 'a.txt')).toMatchObject({ ok: true })
      expect((await attach(bytes, given)).body).toMatchObject({ ok: true, value: { files: [{ name: kept }] } })
    }
  })

  it.each<[string, Buffer | (() => Promise<Buffer>), string]>([
    ['a.pdf', pdf, 'pdf'],
    ['a.png', png(10, 10), 'png'],
    ['表.csv', Buffer.from('a,b\n1,2'), 'csv'],
    ['gb.txt', Buffer.from('cdb4cbb5', 'hex'), 'txt'],
    ['a.docx', () => zip({ '[Content_Types].xml': Buffer.from('<Types/>'), 'word/document.xml': Buffer.from('<a/>') }), 'docx'],
    ['a.zip', () => zip({ 'scans/1.pdf': pdf }), 'zip'],
    ['a.eml', Buffer.from('From: a@b.c\r\nTo: d@e.f\r\nSubject: x\r\n\r\n<html>'), 'eml'],
    ['a.dwg', Buffer.from('AC1032\0\0\0\0', 'latin1'), 'dwg'],
  ])('%s is taken for what it is', async (name, given, type) => {
    const bytes = typeof given === 'function' ? await given() : given
    expect(await sent(bytes, name)).toMatchObject({ ok: true, value: { done: true } })
    const row = hub.database.read.sql.prepare('SELECT type FROM received_content WHERE sha256 = ?').get(sha(bytes))
    expect(row).toEqual({ type })
    expect(existsSync(hub.files.placeOf(sha(bytes)))).toBe(true)
  })
})
