// What a package is made of: every npm package that is bundled or lies in it, as an SBOM (CycloneDX, made by npm) and as one file of licences (SEC64).
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

/** Texts of data that ships: where it comes from and under which terms. */
const dataSources = ['db/reference/SOURCES.md', 'main/demonstration/data/SOURCES.md']
const read = (root, file) => fs.readFileSync(path.join(root, file), 'utf8')

/** Beside the bundles: what sets papers, and its fonts. */
const papers = [
  'node_modules/@myriaddreamin/typst-ts-node-compiler',
  ...['noto-sans', 'noto-sans-sc', 'noto-serif', 'noto-serif-sc'].map((font) => `node_modules/@expo-google-fonts/${font}`),
]

/**
 * The shipped packages by their place in the lock file, with name, version and licence: what the build says that it bundled, SQLite, and the Node.
 * @param {string} root @param {string} system @param {string} arch
 */
export function contents(root, system, arch) {
  const { packages } = JSON.parse(read(root, 'package-lock.json'))
  const bundled = JSON.parse(read(root, 'out/.packages.json'))
  const places = new Set([...bundled, 'node_modules/better-sqlite3', `node_modules/node-${system}-${arch}`, ...papers])
  return [...places].map((place) => {
    const known = packages[place]
    if (known === undefined) throw new Error(`${place} is bundled, but not in the lock file`)
    return { place, name: place.split('node_modules/').at(-1), version: known.version, license: known.license ?? oldLicence(root, place) }
  })
}

/** Packages from before there was one way to write it name their licence in their own. */
function oldLicence(root, place) {
  const { license, licenses } = JSON.parse(read(root, `${place}/package.json`))
  const names = [license, licenses].flat().flatMap((one) => one?.type ?? one ?? [])
  return names.length > 0 ? names.join(' or ') : 'not named'
}

/**
 * npm's own SBOM of the lock file, reduced to what ships, with the Electron that this package carries.
 * @param {string} root @param {ReturnType<typeof contents>} shipped @param {string} electron its version
 */
export function sbom(root, shipped, electron) {
  const words = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only']
  const windows = process.platform === 'win32'
  const options = { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28, shell: windows, stdio: ['ignore', 'pipe', 'inherit'] }
  const whole = JSON.parse(execFileSync('npm', words, options))
  const about = whole.metadata.component
  const kept = new Map(shipped.map(({ name, version, license }) => [`${name}@${version}`, license]))
  const components = whole.components
    .filter((component) => kept.has(component['bom-ref'].split('|')[0]))
    .map(({ scope: _scope, properties: _properties, ...component }) => ({
      licenses: [{ license: { name: kept.get(component['bom-ref'].split('|')[0]) } }],
      ...component,
      scope: 'required',
    }))
  const runtime = { type: 'framework', name: 'electron', version: electron, purl: `pkg:github/electron/electron@v${electron}` }
  components.push({ 'bom-ref': `electron@${electron}`, ...runtime, scope: 'required', licenses: [{ license: { id: 'MIT' } }] })
  const refs = new Set(components.map((component) => component['bom-ref']))
  const dependencies = whole.dependencies
    .filter(({ ref }) => refs.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((name) => refs.has(name)) }))
  dependencies.push({ ref: about['bom-ref'], dependsOn: [...refs] })
  return { ...whole, components, dependencies }
}

/** The package of Node for Windows holds no licence; this is the text of the one for Linux. */
const nodeLicence = 'build/package/node-license.txt'

/** The licence files of a package, as they lie in it; of one without such a file its name for the licence. */
function textOf(root, { place, license }) {
  if (/^node_modules\/node-(linux|win)-/.test(place)) return read(root, nodeLicence).trim()
  const folder = path.join(root, place)
  const files = fs.readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name))
  const texts = files.filter((name) => fs.statSync(path.join(folder, name)).isFile()).map((name) => read(folder, name).trim())
  return texts.length > 0 ? texts.join('\n\n') : `Licence: ${license}. The package holds no text of it.`
}

/**
 * @param {string} root @param {ReturnType<typeof contents>} shipped @param {string} electron its version
 */
export function licenceTexts(root, shipped, electron) {
  const head = [
    'What Tradewind 信风 is made of, and under which licences.',
    `The window is Electron ${electron}: LICENSE.electron.txt and LICENSES.chromium.html beside the program.`,
    'The same as a list for machines: sbom.cdx.json (CycloneDX).',
  ]
  const parts = shipped.map((one) => `${one.name} ${one.version} (${one.license})\n\n${textOf(root, one)}`)
  const sources = dataSources.map((file) => `Data: ${file}\n\n${read(root, file).trim()}`)
  return [head.join('\n'), ...parts, ...sources].join(`\n\n${'-'.repeat(80)}\n`) + '\n'
}
