// Contents on their way in: parts are put together where they lie, so that a line that was cut goes on where it was; a whole one is proven by its hash, looked at by
// the process that reads contents, and only then taken. Rules FI4, FI5 of files.
import { createReadStream, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import path from 'node:path'
import { type ContentPart, type ContentReceived, PART_BYTES } from '../../../preload/contract/envelope.ts'
import { Refused, refusal, refuse } from '../../../preload/contract/refusals.ts'
import { MEGABYTE } from '../../../preload/contract/vocabulary/file-types.ts'
import { storageProblem, type StorageProblem } from '../../../db/storage-problem.ts'
import type { Sql } from '../../../db/open.ts'
import { readFileSettings } from '../../access/file-settings.ts'
import { noteReceived, receivedContent } from '../../access/received-contents.ts'
import type { ContentReader } from '../../files/content-reader.ts'
import { ARRIVING, type FileStore } from '../../files/store.ts'

/** What may lie half-sent, of all people together and of one. */
const MOST_ARRIVING = 2048 * MEGABYTE
const MOST_OF_ONE = 400 * MEGABYTE
const BUSY_SECONDS = 5

export type UploadParts = {
  store: FileStore
  reader: ContentReader
  read: Sql
  write(work: (sql: Sql) => void): Promise<unknown>
  now(): string
  disk?: { because(): StorageProblem | undefined; failed(problem: StorageProblem): void }
}
export type Uploads = { receive(part: ContentPart, bytes: AsyncIterable<Uint8Array>, userId: string): Promise<ContentReceived> }

const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0

const hashOf = async (file: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const part of createReadStream(file)) hash.update(part as Buffer)
  return hash.digest('hex')
}

export const uploads = ({ store, reader, read, write, now, disk }: UploadParts): Uploads => {
  const folder = path.join(store.folder, ARRIVING)
  /** One after another of the same content of the same person: two windows may send it. */
  const busy = new Map<string, Promise<unknown>>()
  const inLine = async <T>(key: string, work: () => Promise<T>): Promise<T> => {
    const mine = (busy.get(key) ?? Promise.resolve()).then(work, work)
    busy.set(key, mine)
    try {
      return await mine
    } finally {
      if (busy.get(key) === mine) busy.delete(key)
    }
  }
  const requireRoom = (file: string, userId: string, more: number): void => {
    let [all, ofOne] = [more, more]
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      const size = sizeOf(path.join(folder, name))
      all += size
      if (name.startsWith(userId)) ofOne += size
    }
    if (all > MOST_ARRIVING || ofOne > MOST_OF_ONE) refuse('office-busy', { retryAfterSeconds: BUSY_SECONDS })
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  }
  const append = async (file: string, at: number, most: number, bytes: AsyncIterable<Uint8Array>): Promise<void> => {
    const handle = await open(file, 'a', 0o600)
    try {
      let size = at
      let part = 0
      for await (const piece of bytes) {
        size += piece.length
        part += piece.length
        if (size > most || part > PART_BYTES) refuse('invalid-input', { issues: [{ path: 'size', rule: 'too-big' }] })
        await handle.writeFile(piece)
      }
    } finally {
      await handle.close()
    }
  }
  const take = async (file: string, { sha256, size, name }: ContentPart, userId: string): Promise<ContentReceived> => {
    try {
      if ((await hashOf(file)) !== sha256) refuse('file-refused', { name, why: 'damaged', limit: '' })
      const found = await reader.do({ kind: 'inspect', file, name })
      // What the process could not read within its bounds is nothing to hand on to anybody.
      if (!found) return refuse('file-refused', { name, why: 'bomb', limit: '' })
      if ('problem' in found) {
        const limit = found.problem === 'too-many-pixels' ? '50,000,000' : ''
        return refuse('file-refused', { name, why: found.problem, limit })
      }
      await store.put(createReadStream(file))
      await write((sql) => noteReceived(sql, { sha256, size, ...found }, userId, now()))
      return { received: size, done: true }
    } finally {
      rmSync(file, { force: true })
    }
  }

  const receive = async (part: ContentPart, bytes: AsyncIterable<Uint8Array>, userId: string): Promise<ContentReceived> => {
    const { sha256, size, at, name } = part
    const { mostMegabytes } = readFileSettings(read)
    if (size > mostMegabytes * MEGABYTE) refuse('file-refused', { name, why: 'too-large', limit: `${mostMegabytes} MB` })
    if (size === 0) refuse('file-refused', { name, why: 'empty', limit: '' })
    const known = receivedContent(read, sha256, userId)
    if (known && store.sizeOf(sha256) === known.size) {
      // Sent again: it is not old, whoever collects what is.
      await write((sql) => noteReceived(sql, known, userId, now()))
      return { received: size, done: true }
    }
    const file = path.join(folder, `${userId}-${sha256}`)
    const have = sizeOf(file)
    if (at !== have) return { received: have > size ? 0 : have, done: false }
    requireRoom(file, userId, PART_BYTES)
    await append(file, at, size, bytes)
    const received = sizeOf(file)
    return received < size ? { received, done: false } : take(file, part, userId)
  }
  const guarded = async (work: () => Promise<ContentReceived>): Promise<ContentReceived> => {
    try {
      return await work()
    } catch (error) {
      const problem = storageProblem(error, disk?.because)
      if (!problem) throw error
      disk?.failed(problem)
      throw new Refused(refusal(problem, {}))
    }
  }
  return { receive: (part, bytes, userId) => inLine(`${userId} ${part.sha256}`, () => guarded(() => receive(part, bytes, userId))) }
}
