// Compiled code that is kept from start to start.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { reuseCompiledCode } from './compiled-code.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'compiled-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('kept code is reused by the next start, and made anew when its source has changed or it is damaged', () => {
  const part = path.join(folder, 'part.cjs')
  const kept = path.join(folder, 'kept')
  const require = createRequire(import.meta.url)
  /** One start: what the part says, and which file holds its code afterwards. */
  const start = (): [number, number] => {
    const before = { ...require.extensions }
    const keep = reuseCompiledCode(folder, kept)
    const { answer } = require(part) as { answer(): number }
    const said = answer()
    keep()
    delete require.cache[part]
    Object.assign(require.extensions, { '.cjs': before['.cjs'] })
    return [said, statSync(path.join(kept, readdirSync(kept)[0]!)).ino]
  }
  writeFileSync(part, 'exports.answer = () => 42')
  const [first, code] = start()
  expect(first).toBe(42)
  expect(start()).toEqual([42, code])
  // Of the same length: V8 would take the old code for it.
  writeFileSync(part, 'exports.answer = () => 43')
  const [changed, codeOfChanged] = start()
  expect([changed, codeOfChanged === code]).toEqual([43, false])
  const [file] = readdirSync(kept).map((name) => path.join(kept, name))
  const damaged = readFileSync(file!)
  damaged[damaged.length - 20]! ^= 1
  writeFileSync(file!, damaged)
  const inode = statSync(file!).ino
  const [mended, codeOfMended] = start()
  expect([mended, codeOfMended === inode]).toEqual([43, false])
  expect(start()).toEqual([43, codeOfMended])
})
