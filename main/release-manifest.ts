// The signed list of what a release holds: version, when the maker signed it, and every package with its hash. Hub and desks check it with the key that is built
// into the program; the hub is trusted with which release a desk may have, never with what is in it (SEC21). Rules D26, D32 of desks.
import { createHash, verify } from 'node:crypto'
import { createReadStream, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { derivedId } from '../preload/contract/vocabulary/ids.ts'
import { VERSION_PATTERN } from '../preload/contract/vocabulary/versions.ts'

export const MANIFEST = 'manifest.json'
export const SIGNATURE = 'manifest.sig'
const PRODUCT = 'tradewind'
/** Of the identifiers that follow from manifests. */
const RELEASES = 'b2c6f0de-7c0f-4f5e-9a55-2f0d7c1f4b11'
/** A plain name: no folder, nothing hidden. */
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/
const KINDS = ['nsis', 'deb', 'AppImage'] as const
export type PackageKind = (typeof KINDS)[number]
/** Who signs installers for Windows (electron-builder.yml). Without a name electron-updater would not look at their signature at all (SEC20). */
export const PUBLISHERS = ['Tradewind'] as const

const fileSchema = z.strictObject({
  name: z.string().regex(FILE_NAME),
  platform: z.enum(['win32', 'linux']),
  arch: z.enum(['x64', 'arm64']),
  kind: z.enum(KINDS),
  size: z.int().min(1),
  /** In base64, as electron-updater compares it. */
  sha512: z.string().regex(/^[A-Za-z0-9+/]{86}==$/),
})
const manifestSchema = z
  .strictObject({
    product: z.string().max(100),
    version: z.string().regex(VERSION_PATTERN),
    /** When the maker signed it: a later release has a later moment, so that an old one is known when it is shown again (SEC22). */
    releasedAt: z.iso.datetime(),
    files: z.array(fileSchema).min(1).max(20),
  })
  .refine(({ files }) => new Set(files.map(({ name }) => name)).size === files.length)

export type Manifest = z.output<typeof manifestSchema>
export type PackageFile = Manifest['files'][number]
/** A manifest whose signature is the maker's; `id` follows from its bytes. */
export type SignedManifest = { id: string; manifest: Manifest; bytes: Buffer; signature: Buffer }
export type ManifestProblem = 'signature' | 'other-product' | 'not-a-release'

/** The public key of the maker, in PEM: it lies beside the bundles, among what is checked at each start. */
export const releaseKey = (bundles: string): string => readFileSync(path.join(bundles, 'release-key.pem'), 'utf8')

/** Nothing of the text is looked at before its signature is found to be the maker's. */
export const readManifest = (bytes: Buffer, signature: Buffer, key: string): SignedManifest | { problem: ManifestProblem } => {
  if (!verify(null, bytes, key, signature)) return { problem: 'signature' }
  const parsed = manifestSchema.safeParse(JSON.parse(bytes.toString()))
  if (!parsed.success) return { problem: 'not-a-release' }
  if (parsed.data.product !== PRODUCT) return { problem: 'other-product' }
  return { id: derivedId(RELEASES, createHash('sha256').update(bytes).digest('hex')), manifest: parsed.data, bytes, signature }
}

/** What electron-updater's generic provider asks for on this platform. */
export const feedName = (platform: string, arch: string): string => {
  if (platform === 'win32') return 'latest.yml'
  return arch === 'x64' ? 'latest-linux.yml' : `latest-linux-${arch}.yml`
}
/** The feed of these packages, as JSON, which is YAML too. */
const feedOf = ({ version, releasedAt }: Manifest, files: readonly PackageFile[]): string => {
  const [first] = files
  const listed = files.map(({ name, sha512, size }) => ({ url: name, sha512, size }))
  return JSON.stringify({ version, releaseDate: releasedAt, files: listed, path: first?.name, sha512: first?.sha512 })
}
/** The feed of this name; undefined where the release holds no package for it. */
export const feedNamed = (manifest: Manifest, name: string): string | undefined => {
  const files = manifest.files.filter(({ platform, arch }) => feedName(platform, arch) === name)
  return files.length > 0 ? feedOf(manifest, files) : undefined
}

/** Read and hashed at a time: half a millisecond of the office's thread. */
export const PIECE_BYTES = 256 * 1024
/** SHA-512 in base64 of a file, or of a part of it. */
export const sha512Of = async (file: string, part: { start?: number; end?: number } = {}): Promise<string> => {
  const hash = createHash('sha512')
  for await (const bytes of createReadStream(file, { highWaterMark: PIECE_BYTES, ...part })) hash.update(bytes as Buffer)
  return hash.digest('base64')
}
