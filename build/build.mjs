// Bundles everything into out/ with Vite: each Node-side entry one .cjs file, the renderer as static pages. node build/build.mjs [--dev] [--force]
// Nothing is done when no source has changed since the last build of the same mode.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { releaseKeys } from './release-key.mjs'

const root = path.resolve(import.meta.dirname, '..')
const external = ['electron', 'better-sqlite3', '@myriaddreamin/typst-ts-node-compiler'] // Nothing else: naming Node's own modules here would capture npm packages of the same name.

/** Node-side bundles, by entry: the file they become below out/. */
const nodeEntries = {
  'main/desktop.ts': 'main/desktop',
  'main/shell/look-at-files.ts': 'main/look-at-files',
  'main/office-entry.ts': 'main/office',
  'main/reader.ts': 'main/reader-thread',
  'main/backup-thread.ts': 'main/backup-thread',
  'main/content-process.ts': 'main/content-process',
  'main/checkpoint-thread.ts': 'main/checkpoint-thread',
  'main/access/password-thread.ts': 'main/password-thread',
  'main/papers/typesetting.ts': 'main/typesetting',
  'preload/bridge.ts': 'preload/bridge',
  'preload/popup-bridge.ts': 'preload/popup-bridge',
}
const inParts = ['main/office', 'main/desktop', 'main/reader-thread', 'main/content-process']
/** What a reader thread loads at once, in pieces: one of two megabytes takes 35 MiB to be read, which the system does not get back. */
const readerPieces = {
  groups: [
    { name: 'libraries', test: /node_modules[\\/](kysely|zod|decimal\.js)[\\/]/ },
    { name: 'contract', test: /preload[\\/]contract/ },
    { name: 'records', test: /main[\\/](records|access|commands|queries)[\\/]|[\\/]db[\\/]/ },
    // Modules up to shipments need none of those after them.
    {
      name: 'trade',
      test: /main[\\/]modules[\\/](people|backups|desks|audit|approvals|parties|bank-accounts|catalogue|checks|amendments|papers|deals|contracts|quotations|purchasing|production|shipments)[\\/]/,
    },
  ],
}
const pageEntries = { index: 'renderer/index.html', popup: 'renderer/popup.html' }
const sourceFolders = ['preload', 'db', 'main', 'renderer']
const otherSources = ['package.json', 'package-lock.json', 'tsconfig.json', 'build/build.mjs']

const exists = (file) => fs.existsSync(path.join(root, file))

/** A fingerprint of all that goes into a build: names and contents of the sources, tests left out. */
function sourceHash(mode, releaseKey) {
  const files = sourceFolders
    .filter(exists)
    .flatMap((folder) => fs.readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$|\.md$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
  const hash = createHash('sha256').update(mode).update(releaseKey)
  for (const file of [...files, ...otherSources.map((name) => path.join(root, name))].toSorted()) {
    hash.update(path.relative(root, file)).update('\0').update(fs.readFileSync(file)).update('\0')
  }
  return hash.digest('hex')
}

/**
 * One CommonJS file (a sandboxed preload script can be nothing else) with every package inside but `external`. Those of office, desktop and readers have parts
 * beside them, read when they are first needed: each start reads and checks what it loads.
 */
function nodeBundle(vite, mode, entry, target) {
  return vite.build({
    root,
    configFile: false,
    logLevel: 'warn',
    mode,
    publicDir: false,
    ssr: { noExternal: true, external },
    build: {
      ssr: path.join(root, entry),
      outDir: path.join(root, 'out', path.dirname(target)),
      emptyOutDir: false,
      target: 'node20',
      sourcemap: true,
      rolldownOptions: {
        external,
        output: {
          format: 'cjs',
          entryFileNames: `${path.basename(target)}.cjs`,
          chunkFileNames: `${path.basename(target)}-[name].cjs`,
          codeSplitting: target === 'main/reader-thread' ? readerPieces : inParts.includes(target),
          // Without comments and indents: a third less to read at each start. Names stay, so that a fault in the log says where.
          minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
        },
      },
    },
  })
}

/** The decoders that pdf.js asks for by their names (scans in JBIG2 and JPEG 2000), beside the pages. */
const pdfDecoders = {
  name: 'pdf-decoders',
  generateBundle() {
    for (const name of ['jbig2_nowasm_fallback.js', 'openjpeg_nowasm_fallback.js']) {
      const source = fs.readFileSync(path.join(root, 'node_modules/pdfjs-dist/wasm', name))
      this.emitFile({ type: 'asset', fileName: `pdf/${name}`, source })
    }
  },
}

function pages(vite, react, mode, input) {
  return vite.build({
    root: path.join(root, 'renderer'),
    base: './',
    configFile: false,
    logLevel: 'warn',
    mode,
    plugins: [react(), pdfDecoders],
    worker: { format: 'es' },
    build: {
      outDir: path.join(root, 'out/renderer'),
      emptyOutDir: true,
      target: 'chrome130',
      sourcemap: mode === 'development',
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4000,
      rolldownOptions: { input },
    },
  })
}

/** The npm packages that bundles are made of, as places in the lock file: a package ships with an account of them. */
function packagesIn(outputs) {
  const modules = outputs.flatMap(({ output }) => output).flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []))
  const places = modules.flatMap(
    (id) => /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/?]+/.exec(id.replaceAll('\\', '/'))?.[0] ?? [],
  )
  return [...new Set(places)]
}

/**
 * Brings out/ up to date with the sources.
 * @param {{ mode?: 'production' | 'development', force?: boolean, releaseKey?: string }} options `releaseKey`: the file of the maker's private key
 */
export async function ensureBuilt({ mode = 'production', force = false, releaseKey } = {}) {
  const stamp = path.join(root, 'out/.built')
  const { publicPem } = releaseKeys(releaseKey)
  const hash = sourceHash(mode, publicPem)
  if (!force && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === hash) return
  const started = performance.now()
  const [vite, { default: react }] = await Promise.all([import('vite'), import('@vitejs/plugin-react')])
  const missing = [...Object.keys(nodeEntries), ...Object.values(pageEntries)].filter((entry) => !exists(entry))
  for (const entry of missing) console.log(`no ${entry}: skipped`)
  const input = Object.fromEntries(
    Object.entries(pageEntries)
      .filter(([, page]) => exists(page))
      .map(([name, page]) => [name, path.join(root, page)]),
  )
  fs.rmSync(stamp, { force: true })
  // Vite takes React's slow half where a test or a shell has said so already; what runs after us must not inherit ours.
  const { NODE_ENV } = process.env
  process.env.NODE_ENV = mode
  const outputs = await Promise.all([
    ...Object.entries(nodeEntries)
      .filter(([entry]) => exists(entry))
      .map(([entry, target]) => nodeBundle(vite, mode, entry, target)),
    ...(Object.keys(input).length > 0 ? [pages(vite, react, mode, input)] : []),
  ])
  if (NODE_ENV === undefined) delete process.env.NODE_ENV
  else process.env.NODE_ENV = NODE_ENV
  fs.mkdirSync(path.dirname(stamp), { recursive: true })
  fs.writeFileSync(path.join(root, 'out/main/release-key.pem'), publicPem)
  fs.copyFileSync(path.join(root, 'main/papers/paper.typ'), path.join(root, 'out/main/paper.typ'))
  // The character maps that PDFs name, for who reads their text (main/files/reading/pdf-text.ts).
  fs.cpSync(path.join(root, 'node_modules/pdfjs-dist/cmaps'), path.join(root, 'out/main/pdf-maps'), { recursive: true })
  fs.writeFileSync(path.join(root, 'out/.packages.json'), JSON.stringify(packagesIn(outputs.flat()), null, 1))
  fs.writeFileSync(stamp, hash)
  console.log(`built in ${((performance.now() - started) / 1000).toFixed(1)} s`)
}

if (import.meta.main) {
  await ensureBuilt({
    mode: process.argv.includes('--dev') ? 'development' : 'production',
    force: process.argv.includes('--force'),
  })
}
