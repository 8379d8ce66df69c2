// The overview names every key that the code hears.
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { wordsIn } from '../words/index.ts'
import { KEYS } from './keys.ts'

/** How the overview writes a key that the browser calls otherwise. */
const written: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Backspace: 'Delete', // the same on keyboards without Delete
  ContextMenu: 'Shift+F10', // the same on keyboards with a menu key
  '\\\\': '\\', // as it is escaped in the code
  ' ': 'Enter', // the blank presses what has the focus, as everywhere
}
const source = path.resolve(import.meta.dirname, '..')
/** Keys that the code compares with, by file: `key === 'X'`, `case 'X':`, `code === 'KeyW'`, a table of acts. */
const heard = (): [file: string, key: string][] =>
  globSync('**/*.{ts,tsx}', { cwd: source, exclude: (name) => name.includes('.test.') }).flatMap((file) => {
    const text = readFileSync(path.join(source, file), 'utf8')
    if (!/onKeyDown|'keydown'|KeyboardEvent|Pressed/.test(text)) return []
    const keys = [
      ...text.matchAll(/(?:(?<!typeof [\w.]*)\b(?:key|code)(?:\.toLowerCase\(\))?\s*[!=]==\s*'([^']+)'|case\s+'([A-Z][A-Za-z]+)')/g),
    ].map((m) => m[1] ?? m[2]!)
    return [...new Set(keys)].map((key): [string, string] => [file, key])
  })

test('every key that is heard anywhere stands in the overview', () => {
  const shown = KEYS.flatMap(({ keys }) => keys.map(([, key]) => key)).join(' ')
  const known = (key: string) => {
    const name = written[key] ?? key.replace(/^Key/, '')
    return shown.toLowerCase().includes((name.length === 1 && /[a-z]/i.test(name) ? `+${name}` : name).toLowerCase())
  }
  const found = heard()
  expect(found.length).toBeGreaterThan(30)
  expect(found.filter(([, key]) => !known(key))).toEqual([])
})
test('no key stands twice in one place, and each is told in both languages', () => {
  for (const { place, keys } of KEYS) {
    expect(new Set(keys.map(([what]) => what)).size, place).toBe(keys.length)
    for (const words of [wordsIn.zh, wordsIn.en]) for (const [what] of keys) expect(words.t(what)).not.toBe(what)
  }
})
