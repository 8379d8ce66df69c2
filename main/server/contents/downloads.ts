// Contents on their way out: one version of a file, small pictures, all files of a deal in one archive. What may be read, the queries of files say. Rules FI7, FI8,
// FI16 of files.
import type { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { FilePreview } from '../../../preload/contract/envelope.ts'
import { nameOf } from '../../../preload/contract/names/index.ts'
import type { QueryInput, QueryName, QueryOutput } from '../../../preload/contract/queries.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import { FILE_TYPES, safeFileName } from '../../../preload/contract/vocabulary/file-types.ts'
import type { ContentReader } from '../../files/content-reader.ts'
import { ContentDamaged, ContentMissing, type FileStore } from '../../files/store.ts'

export type Opened = { name: string; media: string; size: number | null; stream: Readable }
/** A query in the name of whoever asks; throws what is refused. */
export type Asks = <N extends QueryName>(name: N, input: QueryInput<N>) => Promise<QueryOutput<N>>

/** One version; its content is proven before a byte leaves when it is small, and while it leaves otherwise. */
export const openVersion = async (store: FileStore, ask: Asks, id: string): Promise<Opened> => {
  const { name, type, size, sha256 } = await ask('file-version', { id })
  if (!store.has(sha256)) return refuse('file-lost', { name })
  return { name, media: FILE_TYPES[type].media, size, stream: store.stream(sha256) }
}

/** The beginning of a file, read by the process that reads contents. */
export const previewOf = async (
  { store, reader }: { store: FileStore; reader: ContentReader },
  ask: Asks,
  id: string,
): Promise<FilePreview> => {
  const { name, type, sha256 } = await ask('file-version', { id })
  if (!store.has(sha256)) return refuse('file-lost', { name })
  const found = await reader.do({ kind: 'preview', file: store.placeOf(sha256), type })
  return found ?? refuse('file-refused', { name, why: 'damaged', limit: '' })
}

/** Small pictures as addresses of data; those that are not there, or not for the asker, are left out. */
export const picturesOf = async (store: FileStore, ask: Asks, versionIds: readonly string[]): Promise<Record<string, string>> => {
  const pictures: Record<string, string> = {}
  const { pictures: known } = await ask('file-pictures', { versionIds: [...versionIds] })
  for (const { versionId, sha256 } of known) {
    const bytes = await store.read(sha256).catch((error: unknown) => {
      if (error instanceof ContentMissing || error instanceof ContentDamaged) return undefined
      throw error
    })
    if (bytes) pictures[versionId] = `data:${mediaOf(bytes)};base64,${bytes.toString('base64')}`
  }
  return pictures
}
const mediaOf = (bytes: Buffer): string => (bytes[0] === 0x89 ? 'image/png' : bytes[0] === 0xff ? 'image/jpeg' : 'image/webp')

/** A name that no other in the archive has, however a system compares them. */
const unique = (taken: Set<string>, folder: string, name: string): string => {
  const dot = name.lastIndexOf('.')
  for (let n = 1; ; n++) {
    const place = `${folder}/${n === 1 ? name : `${name.slice(0, dot)} (${n})${name.slice(dot)}`}`
    if (taken.has(place.toLowerCase())) continue
    taken.add(place.toLowerCase())
    return place
  }
}
const folderName = (text: string): string => safeFileName(text, 'txt').replace(/\.txt$/, '')

/** Everything of a deal that the asker may see, a folder for each document; read file by file while it leaves. */
export const openArchive = async (store: FileStore, ask: Asks, dealId: string, language: 'zh' | 'en'): Promise<Opened> => {
  const { number, records } = await ask('files-of-deal', { id: dealId })
  const zip = new ZipFile()
  const taken = new Set<string>()
  const output = zip.outputStream as unknown as Readable
  const lost: string[] = []
  const add = (place: string, sha256: string, at: string, compress: boolean): void => {
    if (!store.has(sha256)) return void lost.push(place)
    zip.addReadStreamLazy(place, { mtime: new Date(at), mode: 0o100600, compress }, (give) => {
      const stream = store.stream(sha256)
      stream.once('error', (error) => output.destroy(error))
      give(null, stream as never)
    })
  }
  for (const { kind, title, files, papers } of records) {
    const folder = folderName(`${nameOf(`record.${kind}`, language)} ${title}`)
    for (const paper of papers) add(unique(taken, folder, `${paper.fileName}.pdf`), paper.sha256, paper.issuedAt, false)
    for (const file of files) {
      const { sha256 } = await ask('file-version', { id: file.versionId })
      const isPacked = /zip|image|pdf|officedocument/.test(FILE_TYPES[file.type].media)
      add(unique(taken, folder, file.name), sha256, file.changedAt, !isPacked)
    }
  }
  // Said inside rather than left out in silence.
  if (lost.length > 0) zip.addBuffer(Buffer.from(`\uFEFF${lost.join('\r\n')}\r\n`), nameOf('archive.lost', language))
  zip.end()
  return { name: `${folderName(number)}.zip`, media: 'application/zip', size: null, stream: output }
}
