// Files beside the archive: what is changed, missing or one too many is named; where they and the Node of the office lie.
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createPackage } from '@electron/asar'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { alteredFile, alteredFileOfPackage, officeNode, outsideArchive, PACKED_FILES } from './installed-files.ts'

const hash = (text: string) => createHash('sha256').update(text).digest('hex')
const contents: Record<string, string> = {
  'out/main/office.cjs': 'office',
  'out/renderer/index.html': 'page',
  'node_modules/x/node': 'n'.repeat(3_000_000),
}
const packed = { electron: '1', node: '1', files: Object.fromEntries(Object.entries(contents).map(([name, text]) => [name, hash(text)])) }

let base: string
let folder: string
const write = (name: string, text: string) => {
  mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
  writeFileSync(path.join(folder, name), text)
}
beforeEach(() => {
  base = realpathSync(mkdtempSync(path.join(tmpdir(), 'tradewind-installed-')))
  folder = path.join(base, 'app.asar.unpacked')
  for (const [name, text] of Object.entries(contents)) write(name, text)
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

describe('[U39] [SEC15] files beside the archive', () => {
  it('are whole as they were packed', async () => {
    expect(await alteredFile(folder, packed)).toBeUndefined()
  })

  it.each(Object.keys(contents))('a flipped bit is found: %s', async (name) => {
    const bytes = Buffer.from(contents[name]!)
    bytes[bytes.length - 1]! ^= 1
    write(name, bytes.toString())
    expect(await alteredFile(folder, packed)).toBe(name)
  })

  it('a file that is missing is found, and one that nobody packed', async () => {
    rmSync(path.join(folder, 'out/renderer/index.html'))
    expect(await alteredFile(folder, packed)).toBe('out/renderer/index.html')
    write('out/renderer/index.html', 'page')
    write('out/main/node_modules/better-sqlite3/index.js', '')
    expect(await alteredFile(folder, packed)).toBe('out/main/node_modules/better-sqlite3/index.js')
  })

  it('a hub reads the hashes out of the archive itself', async () => {
    const inside = path.join(base, 'inside')
    mkdirSync(path.join(inside, 'out/main'), { recursive: true })
    writeFileSync(path.join(inside, 'out/main/desktop.cjs'), 'x'.repeat(1000))
    writeFileSync(path.join(inside, PACKED_FILES), JSON.stringify(packed))
    await createPackage(inside, path.join(base, 'app.asar'))
    expect(await alteredFileOfPackage(path.join(folder, 'out'))).toBeUndefined()
    write('out/main/office.cjs', 'Office')
    expect(await alteredFileOfPackage(path.join(folder, 'out'))).toBe('out/main/office.cjs')
  })
})

describe('[U37] one Node everywhere', () => {
  it('lies at the same place beside the office in the sources and in a package, seen from the window and from a hub', () => {
    const inSources = path.relative('/p', officeNode('/p/out'))
    expect(inSources).toMatch(/^node_modules\/node-\w+-\w+\/bin\/node(\.exe)?$/)
    for (const out of ['/o/resources/app.asar/out', '/o/resources/app.asar.unpacked/out']) {
      expect(outsideArchive(out)).toBe('/o/resources/app.asar.unpacked')
      expect(path.relative(outsideArchive(out), officeNode(out))).toBe(inSources)
    }
  })

  it('in the sources nothing is compared', async () => {
    expect(await alteredFileOfPackage('/p/out')).toBeUndefined()
  })
})
