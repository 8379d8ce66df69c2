// A release file: a tar of the manifest, its signature and the packages, so that an administrator can look into it with any tool. It is read where it lies and
// nothing of it is ever written out, so no name in it can lead anywhere. Rules D26, D27 of desks.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { type Readable, Transform } from 'node:stream'
import {
  MANIFEST,
  PIECE_BYTES,
  readManifest,
  SIGNATURE,
  sha512Of,
  type ManifestProblem,
  type SignedManifest,
} from '../../release-manifest.ts'

const BLOCK = 512
/** A manifest names some packages; a release holds no more entries than that. */
const MOST_ENTRIES = 30
const MOST_MANIFEST_BYTES = 64 * 1024
/** A desk that takes nothing for so long has gone. */
const STALLED_MS = 60_000

type Place = { start: number; size: number }
export type ReleaseFile = SignedManifest & { file: string; places: ReadonlyMap<string, Place> }

/** Where each entry of the tar lies; undefined where it is none, or one that is not whole. */
const placesIn = async (handle: FileHandle): Promise<Map<string, Place> | undefined> => {
  const { size: whole } = await handle.stat()
  const places = new Map<string, Place>()
  const header = Buffer.alloc(BLOCK)
  for (let at = 0; ; ) {
    const { bytesRead } = await handle.read(header, 0, BLOCK, at)
    if (bytesRead < BLOCK) return undefined
    if (header.every((byte) => byte === 0)) return places
    const text = (from: number, length: number) => header.toString('latin1', from, from + length).replace(/\0.*$/s, '')
    const [name, size, kind] = [text(0, 100), Number.parseInt(text(124, 12), 8), text(156, 1)]
    const start = at + BLOCK
    const isFile = text(257, 5) === 'ustar' && (kind === '0' || kind === '')
    if (!isFile || !(size >= 0) || start + size > whole || places.has(name) || places.size >= MOST_ENTRIES) return undefined
    places.set(name, { start, size })
    at = start + Math.ceil(size / BLOCK) * BLOCK
  }
}
const bytesAt = async (handle: FileHandle, place: Place | undefined): Promise<Buffer | undefined> => {
  if (!place || place.size > MOST_MANIFEST_BYTES) return undefined
  const bytes = Buffer.alloc(place.size)
  await handle.read(bytes, 0, place.size, place.start)
  return bytes
}

/** The release in this file, when its signature is the maker's and every package is exactly what is signed; else why not. */
export const readReleaseFile = async (file: string, key: string): Promise<ReleaseFile | { problem: ManifestProblem | 'hash' }> => {
  const handle = await open(file)
  try {
    const places = await placesIn(handle)
    const [bytes, signature] = [await bytesAt(handle, places?.get(MANIFEST)), await bytesAt(handle, places?.get(SIGNATURE))]
    if (!places || !bytes || !signature) return { problem: 'not-a-release' }
    const read = readManifest(bytes, signature, key)
    if ('problem' in read) return read
    const { files } = read.manifest
    if (places.size !== files.length + 2) return { problem: 'hash' }
    for (const { name, size, sha512 } of files) {
      const place = places.get(name)
      if (place?.size !== size) return { problem: 'hash' }
      if ((await sha512Of(file, rangeOf(place))) !== sha512) return { problem: 'hash' }
    }
    return { ...read, file, places }
  } finally {
    await handle.close()
  }
}
const rangeOf = ({ start, size }: Place) => ({ start, end: start + size - 1 })

/** Another file lies there than the one that was checked. */
export class Replaced extends Error {}

/**
 * A package on its way to a desk. It is hashed once more while it leaves, and its last part is kept back until the hash is the signed one: what was replaced
 * after it was checked never arrives whole (SEC23).
 */
export const packageStream = ({ file, places }: ReleaseFile, name: string, sha512: string): Readable => {
  const hash = createHash('sha512')
  let last: Buffer | undefined
  const checked = new Transform({
    transform(part: Buffer, _encoding, done) {
      patience.refresh()
      hash.update(part)
      const before = last
      last = part
      done(null, before)
    },
    flush(done) {
      if (hash.digest('base64') === sha512) done(null, last)
      else done(new Replaced(name))
    },
  })
  const patience = setTimeout(() => checked.destroy(), STALLED_MS)
  const source = createReadStream(file, { highWaterMark: PIECE_BYTES, ...rangeOf(places.get(name)!) })
  source.once('error', (error) => checked.destroy(error))
  checked.once('close', () => {
    clearTimeout(patience)
    source.destroy()
  })
  return source.pipe(checked)
}
