// The gate before every packed document: its directory is read, and what it holds is unpacked within bounds, before any reader of documents sees it (SEC54 to
// SEC56). Names in it lead nowhere: nothing is ever written out.
import { fromBuffer, type Entry, type ZipFile } from 'yauzl'
import type { FileProblem } from '../../../preload/contract/vocabulary/file-types.ts'

/** A document of an office has hundreds of parts; an archive may have more. */
const MOST_ENTRIES = 10_000
const MOST_BYTES = 200 * 1024 * 1024
const MOST_PACKED = 1024 * 1024 * 1024
/** Of an entry of more than a megabyte. */
const MOST_RATIO = 200
const SMALL = 1024 * 1024
/** What runs, on whatever system. */
const PROGRAM =
  /\.(exe|dll|com|scr|pif|cpl|msi|msp|bat|cmd|ps1|psm1|vbs|vbe|js|jse|mjs|wsf|wsh|hta|jar|lnk|url|reg|inf|app|apk|sh|desktop|svg|html?|xhtml)$/i

export type PackedEntry = { name: string; size: number; entry: Entry }
export type Packed = { entries: readonly PackedEntry[]; zip: ZipFile }
export class GateClosed extends Error {
  readonly problem: FileProblem
  constructor(problem: FileProblem) {
    super(problem)
    this.problem = problem
  }
}

const opened = (bytes: Buffer): Promise<ZipFile> =>
  new Promise((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true, decodeStrings: false, validateEntrySizes: true }, (error, zip) =>
      error || !zip ? reject(new GateClosed('damaged')) : resolve(zip),
    ),
  )

/** Whether a name would lead out of the folder into which somebody unpacks it. */
const leadsOut = (name: string): boolean => /(^|[/\\])\.\.([/\\]|$)/.test(name) || /^([/\\]|[A-Za-z]:)/.test(name) || name.includes('\0')

/** What an archive says that it holds. Throws `GateClosed`. */
export const packed = async (bytes: Buffer): Promise<Packed> => {
  const zip = await opened(bytes)
  if (zip.entryCount > MOST_ENTRIES) throw new GateClosed('bomb')
  return new Promise((resolve, reject) => {
    const entries: PackedEntry[] = []
    const names = new Set<string>()
    let whole = 0
    zip.on('error', () => reject(new GateClosed('damaged')))
    zip.on('end', () => resolve({ entries, zip }))
    zip.on('entry', (entry: Entry) => {
      const raw = entry.fileName as unknown as Buffer
      const name = (entry.generalPurposeBitFlag & 0x800 ? raw.toString('utf8') : raw.toString('latin1')).normalize()
      whole += entry.uncompressedSize
      const isBomb =
        whole > MOST_PACKED || (entry.uncompressedSize > SMALL && entry.uncompressedSize > MOST_RATIO * Math.max(1, entry.compressedSize))
      if (isBomb) return reject(new GateClosed('bomb'))
      if (names.has(name) || leadsOut(name)) return reject(new GateClosed('damaged'))
      names.add(name)
      entries.push({ name, size: entry.uncompressedSize, entry })
      zip.readEntry()
      return undefined
    })
    zip.readEntry()
  })
}

/** Whether an archive holds what runs when it is opened. */
export const holdsProgram = ({ entries }: Packed): boolean => entries.some(({ name }) => PROGRAM.test(name))

/** An entry's content as it comes out, within what the archive said and what is left of `room`. Throws `GateClosed`. */
const unpack = (zip: ZipFile, { entry }: PackedEntry, room: number): Promise<Buffer> =>
  new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) => {
      if (error || !stream) return reject(new GateClosed('damaged'))
      const parts: Buffer[] = []
      let size = 0
      stream.on('data', (part: Buffer) => {
        size += part.length
        if (size > room) {
          stream.destroy()
          return reject(new GateClosed('bomb'))
        }
        parts.push(part)
        return undefined
      })
      stream.on('error', () => reject(new GateClosed('damaged')))
      stream.on('end', () => resolve(Buffer.concat(parts)))
      return undefined
    }),
  )

/** A document type of its own, or an entity: no document of an office has one, and it can unpack without bounds. */
const HAS_TYPE = /<!\s*(DOCTYPE|ENTITY)/i

/**
 * Unpacks everything of a document once, within bounds, and looks at the beginning of what is XML. Throws `GateClosed`; what goes through may be given to a
 * reader of documents.
 */
export const passThroughGate = async (all: Packed): Promise<void> => {
  let room = MOST_BYTES
  for (const one of all.entries) {
    if (one.name.endsWith('/')) continue
    const content = await unpack(all.zip, one, room)
    room -= content.length
    if (/\.(xml|rels|vml)$/i.test(one.name) && HAS_TYPE.test(content.toString('latin1', 0, 4096))) throw new GateClosed('damaged')
  }
}

/** The first bytes of an entry; undefined when there is none of this name. */
export const entryStart = async (all: Packed, name: string): Promise<string | undefined> => {
  const one = all.entries.find((entry) => entry.name === name)
  return one && one.size < 4096 ? (await unpack(all.zip, one, 4096)).toString('latin1') : undefined
}
