// A zip container written front to back: entries are deflated at level 1 in chunks and closed by a data descriptor, so that nothing is held in memory.
// Chunks are compressed one by one (each ends on a byte boundary) while the caller already prepares the next one.
import { promisify } from 'node:util'
import { constants, crc32, deflateRaw } from 'node:zlib'

const compress = promisify<Uint8Array, object, Buffer>(deflateRaw)
const DEFLATE = { level: constants.Z_BEST_SPEED, finishFlush: constants.Z_SYNC_FLUSH }
/** An empty final block: ends a deflate stream whose chunks were flushed, not finished. */
const LAST_BLOCK = Buffer.from([0x03, 0x00])
const CHUNK_BYTES = 1 << 19
/** No UTF-16 code unit becomes more bytes than this in UTF-8. */
const WIDEST = 3
/** Without zip64, which Excel does not read everywhere, sizes and offsets are 32 bits. */
const MAX_BYTES = 0xffff_ffff
const VERSION = 20
const FLAGS = 0x0808 // sizes follow in a descriptor; names are UTF-8
const DEFLATED = 8
const DOS_DAY_ONE = 0x0021 // 1980-01-01: the same rows give the same bytes

export type ZipEntry = {
  /** Adds text. Gives a promise only when a chunk went out: await it before going on. */
  write: (text: string) => Promise<void> | undefined
  close: () => Promise<void>
}
export type ZipStream = {
  /** Opens the next entry; the one before must be closed. */
  entry: (name: string) => Promise<ZipEntry>
  /** Writes the directory. The target itself stays open. */
  finish: () => Promise<void>
}
type Listed = { name: Buffer; crc: number; packed: number; size: number; offset: number }

const within = (bytes: number): number => {
  if (bytes > MAX_BYTES) throw new RangeError('a workbook of over 4 GiB')
  return bytes
}

/** Fields of the given widths (2 or 4 bytes), little-endian. */
const record = (fields: readonly (readonly [width: 2 | 4, value: number])[]): Buffer => {
  const out = Buffer.alloc(fields.reduce((sum, [width]) => sum + width, 0))
  let at = 0
  for (const [width, value] of fields) at = width === 2 ? out.writeUInt16LE(value, at) : out.writeUInt32LE(value, at)
  return out
}

const localHeader = (name: Buffer): Buffer =>
  Buffer.concat([
    record([
      [4, 0x04034b50],
      [2, VERSION],
      [2, FLAGS],
      [2, DEFLATED],
      [2, 0],
      [2, DOS_DAY_ONE],
      [4, 0],
      [4, 0],
      [4, 0],
      [2, name.length],
      [2, 0],
    ]),
    name,
  ])
const descriptor = (e: Listed): Buffer =>
  record([
    [4, 0x08074b50],
    [4, e.crc],
    [4, e.packed],
    [4, e.size],
  ])
const directoryEntry = (e: Listed): Buffer =>
  Buffer.concat([
    record([
      [4, 0x02014b50],
      [2, VERSION],
      [2, VERSION],
      [2, FLAGS],
      [2, DEFLATED],
      [2, 0],
      [2, DOS_DAY_ONE],
      [4, e.crc],
      [4, e.packed],
      [4, e.size],
    ]),
    record([
      [2, e.name.length],
      [2, 0],
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, e.offset],
    ]),
    e.name,
  ])

/** A zip written through `put`, which resolves when it can take more. Throws a RangeError beyond 4 GiB. */
export const zipStream = (put: (bytes: Uint8Array) => Promise<void>): ZipStream => {
  const listed: Listed[] = []
  let written = 0
  const emit = async (bytes: Uint8Array): Promise<void> => {
    written = within(written + bytes.length)
    await put(bytes)
  }

  const entry = async (name: string): Promise<ZipEntry> => {
    const e: Listed = { name: Buffer.from(name), crc: 0, packed: 0, size: 0, offset: written }
    // One buffer is filled while the other is compressed.
    let [filling, resting] = [Buffer.allocUnsafe(CHUNK_BYTES), Buffer.allocUnsafe(CHUNK_BYTES)]
    let used = 0
    let before: Promise<Buffer> | undefined
    await emit(localHeader(e.name))

    const settle = async (): Promise<void> => {
      if (before === undefined) return
      const packed = await before
      before = undefined
      e.packed = within(e.packed + packed.length)
      await emit(packed)
    }
    const pack = async (bytes: Buffer): Promise<void> => {
      e.crc = crc32(bytes, e.crc)
      e.size = within(e.size + bytes.length)
      await settle()
      before = compress(bytes, DEFLATE)
    }
    const flush = async (): Promise<void> => {
      const bytes = filling.subarray(0, used)
      await pack(bytes)
      ;[filling, resting] = [resting, filling]
      used = 0
    }
    const writeLong = async (text: string): Promise<void> => {
      if (used > 0) await flush()
      await pack(Buffer.from(text))
    }
    const write = (text: string): Promise<void> | undefined => {
      const room = text.length * WIDEST
      if (room > CHUNK_BYTES) return writeLong(text)
      if (used + room <= CHUNK_BYTES) {
        used += filling.write(text, used)
        return undefined
      }
      return flush().then(() => {
        used += filling.write(text, used)
      })
    }
    const close = async (): Promise<void> => {
      if (used > 0) await flush()
      await settle()
      e.packed += LAST_BLOCK.length
      await emit(LAST_BLOCK)
      await emit(descriptor(e))
      listed.push(e)
    }
    return { write, close }
  }

  const finish = async (): Promise<void> => {
    const directory = Buffer.concat(listed.map(directoryEntry))
    const offset = written
    await emit(directory)
    await emit(
      record([
        [4, 0x06054b50],
        [2, 0],
        [2, 0],
        [2, listed.length],
        [2, listed.length],
        [4, directory.length],
        [4, offset],
        [2, 0],
      ]),
    )
  }
  return { entry, finish }
}
