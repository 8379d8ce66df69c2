// Contents of files beside the database, each once, under its own sha256: `files/ab/<sha256>`. A row of any table refers to a content by a column `sha256`;
// what no row refers to is collected (collect.ts). Nothing here knows what a content is or who may see it. Rules FI1 to FI3 of files.
import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import { open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { toDisk } from '../../db/backup.ts'

export type StoredContent = { sha256: string; size: number }
/** Bytes at once, or as they come. */
export type ContentSource = Uint8Array | AsyncIterable<Uint8Array>

/** No content of this hash lies here: never written, or lost with a disk. */
export class ContentMissing extends Error {
  readonly sha256: string
  constructor(sha256: string) {
    super(`no content ${sha256}`)
    this.sha256 = sha256
  }
}
/** What lies here is not what was written. */
export class ContentDamaged extends Error {
  readonly sha256: string
  constructor(sha256: string) {
    super(`content ${sha256} is damaged`)
    this.sha256 = sha256
  }
}

export type FileStore = {
  readonly folder: string
  /** Writes a content unless it is there; on the disk itself when this resolves. Throws what the disk says; nothing is left of what fails. */
  put(content: ContentSource): Promise<StoredContent>
  has(sha256: string): boolean
  /** Bytes of a content; undefined when it is not there. */
  sizeOf(sha256: string): number | undefined
  /** The whole content, proven by its hash. Throws `ContentMissing`, `ContentDamaged`. */
  read(sha256: string): Promise<Buffer>
  /** A content on its way out: its last part leaves only when the hash is right, so that what is damaged never arrives whole. Throws `ContentMissing`. */
  stream(sha256: string): Readable
  /** Where it lies, for who copies files (backups). */
  placeOf(sha256: string): string
  /** Every content with the time it was last asked to be kept. */
  all(): Generator<{ sha256: string; size: number; at: number }>
  remove(sha256: string): void
  /** Takes away what an earlier run was cut off from writing. */
  removeUnfinished(): number
}

const HASH = /^[0-9a-f]{64}$/
const SHELF = /^[0-9a-f]{2}$/
/** What is being written lies in a folder of its own, on the same disk. */
const UNFINISHED = 'unfinished'
/** What comes in parts over the line lies here until it is whole (main/server/contents/uploads.ts): a desk goes on where it was cut off. */
export const ARRIVING = 'arriving'

const requireHash = (sha256: string): string => {
  // A hash makes a path: nothing else may.
  if (!HASH.test(sha256)) throw new ContentMissing(sha256.slice(0, 64))
  return sha256
}

export const openFileStore = (folder: string): FileStore => {
  const placeOf = (sha256: string) => path.join(folder, requireHash(sha256).slice(0, 2), sha256)
  const privately = (at: string) => mkdirSync(at, { recursive: true, mode: 0o700 })
  const sizeOf = (sha256: string) => (HASH.test(sha256) ? statSync(placeOf(sha256), { throwIfNoEntry: false })?.size : undefined)

  const write = async (content: ContentSource, file: string): Promise<StoredContent> => {
    const hash = createHash('sha256')
    let size = 0
    const handle = await open(file, 'wx', 0o600)
    try {
      for await (const part of content instanceof Uint8Array ? [content] : content) {
        hash.update(part)
        size += part.length
        await handle.writeFile(part)
      }
      await handle.sync()
    } finally {
      await handle.close()
    }
    return { sha256: hash.digest('hex'), size }
  }
  /** Whether the same bytes lie there already, of the right length: one that was cut short by a failing disk is written anew. */
  const isThere = ({ sha256, size }: StoredContent): boolean => {
    if (sizeOf(sha256) !== size) return false
    // Asked for again: the collector, which takes what nobody refers to and is old, waits for the row that comes.
    utimesSync(placeOf(sha256), new Date(), new Date())
    return true
  }

  const put = async (content: ContentSource): Promise<StoredContent> => {
    if (content instanceof Uint8Array) {
      const known = { sha256: createHash('sha256').update(content).digest('hex'), size: content.length }
      if (isThere(known)) return known
    }
    privately(path.join(folder, UNFINISHED))
    const unfinished = path.join(folder, UNFINISHED, randomUUID())
    try {
      const stored = await write(content, unfinished)
      if (isThere(stored)) return stored
      const place = placeOf(stored.sha256)
      const shelf = path.dirname(place)
      const isNew = !existsSync(shelf)
      privately(shelf)
      await rename(unfinished, place)
      toDisk(shelf)
      if (isNew) toDisk(folder)
      return stored
    } finally {
      // A disk that cannot be written cannot be tidied either: the next start does it.
      await rm(unfinished, { force: true }).catch(() => undefined)
    }
  }

  const read = async (sha256: string): Promise<Buffer> => {
    let bytes: Buffer
    try {
      bytes = await readFile(placeOf(sha256))
    } catch (error) {
      throw (error as { code?: string }).code === 'ENOENT' ? new ContentMissing(sha256) : error
    }
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new ContentDamaged(sha256)
    return bytes
  }

  const stream = (sha256: string): Readable => {
    if (sizeOf(sha256) === undefined) throw new ContentMissing(sha256)
    const hash = createHash('sha256')
    let last: Buffer | undefined
    const checked = new Transform({
      transform(part: Buffer, _encoding, done) {
        hash.update(part)
        const before = last
        last = part
        done(null, before)
      },
      flush(done) {
        if (hash.digest('hex') === sha256) done(null, last)
        else done(new ContentDamaged(sha256))
      },
    })
    const source = createReadStream(placeOf(sha256))
    source.once('error', (error) => checked.destroy(error))
    checked.once('close', () => source.destroy())
    return source.pipe(checked)
  }

  return {
    folder,
    put,
    has: (sha256) => sizeOf(sha256) !== undefined,
    sizeOf,
    read,
    stream,
    placeOf,
    *all() {
      for (const shelf of existsSync(folder) ? readdirSync(folder).filter((name) => SHELF.test(name)) : [])
        for (const sha256 of readdirSync(path.join(folder, shelf)).filter((name) => HASH.test(name))) {
          const found = statSync(placeOf(sha256), { throwIfNoEntry: false })
          if (found) yield { sha256, size: found.size, at: found.mtimeMs }
        }
    },
    remove: (sha256) => rmSync(placeOf(sha256), { force: true }),
    removeUnfinished: () => {
      const at = path.join(folder, UNFINISHED)
      const names = existsSync(at) ? readdirSync(at) : []
      for (const name of names) rmSync(path.join(at, name), { recursive: true, force: true })
      return names.length
    },
  }
}
