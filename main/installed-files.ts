// What a package holds outside its checked archive: where it lies, which Node runs the office, and whether every file is still as it was packed (SEC15).
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/** Written into the archive when it is packed (build/package/before-pack.mjs): what the package carries, and a SHA-256 of every file outside. */
export type PackedFiles = { electron: string; node: string; files: Record<string, string> }
export const PACKED_FILES = 'out/packed-files.json'

/** The folder with `out` and `node_modules` as a plain Node sees them: of a package the part beside the archive. `out` is the folder of the bundles. */
export const outsideArchive = (out: string): string => path.dirname(out.replace(/app\.asar(?!\.unpacked)/, 'app.asar.unpacked'))

/**
 * The Node that runs the office: the pinned one, which lies at the same place in the sources and in every package. Electron is only the window: the
 * Node inside it may be older than the database library needs.
 */
export const officeNode = (out: string): string => {
  const { platform, arch } = process
  const [name, program] = platform === 'win32' ? ['win', 'node.exe'] : [platform, 'node']
  return path.join(outsideArchive(out), `node_modules/node-${name}-${arch}/bin`, program)
}

const hashOf = async (file: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const part of createReadStream(file, { highWaterMark: 1024 * 1024 })) hash.update(part as Buffer)
  return hash.digest('hex')
}

/** The first file below `folder` that is not as it was packed: changed, missing, or one too many, which Node might load in place of ours. */
export const alteredFile = async (folder: string, { files }: PackedFiles): Promise<string | undefined> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const present = entries.filter((e) => !e.isDirectory()).map((e) => path.relative(folder, path.join(e.parentPath, e.name)))
  const names = present.map((name) => name.replaceAll('\\', '/'))
  const odd = names.find((name) => files[name] === undefined) ?? Object.keys(files).find((name) => !names.includes(name))
  if (odd !== undefined) return odd
  for (const [name, hash] of Object.entries(files)) if ((await hashOf(path.join(folder, name))) !== hash) return name
  return undefined
}

type Entry = { files?: Record<string, Entry>; size?: number; offset?: string }

/** One file out of an asar archive, for a plain Node, to which it is a file like any other. The archive: four lengths, a JSON index, the contents. */
const readFromArchive = async (archive: string, name: string): Promise<string> => {
  const file = await open(archive)
  try {
    const lengths = Buffer.alloc(16)
    await file.read(lengths, 0, 16, 0)
    const index = Buffer.alloc(lengths.readUInt32LE(12))
    await file.read(index, 0, index.length, 16)
    let entry = JSON.parse(index.toString()) as Entry
    for (const part of name.split('/')) entry = entry.files![part]!
    const content = Buffer.alloc(entry.size!)
    await file.read(content, 0, content.length, 8 + lengths.readUInt32LE(4) + Number(entry.offset))
    return content.toString()
  } finally {
    await file.close()
  }
}

/**
 * The first altered file of the package that `out` lies in; undefined when there is none, and in the sources. Electron reads its archive by itself, and
 * checks it where the system lets it (Windows, macOS); a hub without a window is run by a plain Node.
 */
export const alteredFileOfPackage = async (out: string): Promise<string | undefined> => {
  const folder = outsideArchive(out)
  if (!folder.endsWith('app.asar.unpacked')) return undefined
  const archive = folder.slice(0, -'.unpacked'.length)
  const packed = process.versions.electron
    ? await readFile(path.join(archive, PACKED_FILES), 'utf8')
    : await readFromArchive(archive, PACKED_FILES)
  return alteredFile(folder, JSON.parse(packed) as PackedFiles)
}
