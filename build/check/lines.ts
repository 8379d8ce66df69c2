// Sensitive lines with one home, and how files are called.
import { isTest } from './rooms.ts'
import type { Source, Violation } from './sources.ts'
import { lineOf } from './sources.ts'

/** A pattern that may stand only where `home` says. Comments, tests and the tools in build/ are not looked at. */
type LineRule = { pattern: RegExp; home: (file: string) => boolean; rule: string }

const product = (file: string): boolean => /^(preload|db|main|renderer)\//.test(file)
const decides = (file: string): boolean => /^(main\/(records|modules)|db)\//.test(file)
const computes = (file: string): boolean => /^(main\/(modules|records|commands|access|queries)|db|preload)\//.test(file)
const chineseHomes =
  /^(renderer\/words|preload\/contract\/names|db\/reference|main\/export\/templates|main\/demonstration)\/|^preload\/contract\/modules\/[^/]+\/names\.ts$|^(renderer|main)\/modules\/[^/]+\/(words|seeds)(-zh)?\.ts$|^renderer\/modules\/tasks\/(quick-entry|work-days-text)\.ts$|^main\/(console-words|records\/papers\/(words|rmb-words))\.ts$/

const rules: LineRule[] = [
  {
    pattern: /\bBEGIN\s+IMMEDIATE\b/gi,
    home: (file) => file === 'main/commands/run-command.ts' || file.startsWith('db/'),
    rule: 'BEGIN IMMEDIATE stands in main/commands/run-command.ts and db alone',
  },
  { pattern: /\bipcMain\b/g, home: (file) => file === 'main/shell/ipc.ts', rule: 'ipcMain stands in main/shell/ipc.ts alone' },
  {
    pattern: /\bDate\.now\b|\bnew\s+Date\b(?!\s*\(\s*[^\s)])|(?<![\w$.]|new\s)Date\(\s*\)/g,
    home: (file) => !decides(file) || /^db\/(open\.ts$|backup)/.test(file),
    rule: 'no clock here: the time is ctx.now, or comes in with the input',
  },
  {
    pattern: /\bMath\.random\b|\brandom(UUID|Bytes|Int)\b|\bgetRandomValues\b/g,
    home: (file) => !decides(file) || /^db\/(open\.ts$|backup)/.test(file),
    rule: 'no chance here: identifiers come in with the input',
  },
  {
    // Orders and texts that follow the machine's language, its version of Unicode or of the time zones. Which time zones there are is asked in people/calls.ts.
    pattern: /\blocaleCompare\b|\btoLocale\w+|\bIntl\b/g,
    home: (file) => !computes(file) || /^preload\/contract\/(vocabulary\/dates|modules\/people\/calls)\.ts$/.test(file),
    rule: 'no locale here: texts are ordered by compareTexts, days are made in preload/contract/vocabulary/dates.ts',
  },
  {
    pattern:
      /'now'|\bCURRENT_(?:TIME|DATE|TIMESTAMP)\b|(?<!\.)\brandom(?:blob)?\(\)|\bprocess\.(?:env|platform|hrtime)\b|['"](?:node:)?os['"]/gi,
    home: (file) => !decides(file) || /^db\/(backup|trail\/entries\.ts$)/.test(file),
    rule: 'nothing of the machine here: SQLite has no clock and no chance of its own, and a rule does not ask what system it runs on',
  },
  {
    pattern: /\p{Script=Han}/gu,
    home: (file) => chineseHomes.test(file),
    rule: 'a Chinese word: it belongs to words.ts, names.ts, db/reference, a print template, the demonstration, seeds.ts or main/console-words.ts',
  },
  {
    pattern: /=>|\bfunction\b/g,
    home: (file) => !/^preload\/contract\/modules\/[^/]+\/records\.ts$/.test(file),
    rule: 'a record declares facts: what it does is a command or a rule of its module',
  },
  {
    pattern: /\bparseFloat\s*\(|\.toFixed\s*\(/g,
    home: (file) => /^preload\/contract\/vocabulary\/(decimal|money)\.ts$/.test(file), // There it is the decimal library's exact toFixed.
    rule: 'floats near money: use preload/contract/vocabulary/decimal.ts',
  },
  {
    // Given as a property, in an object, or under its own name; or listened for.
    pattern:
      /\bonKey(?:Down|Up|Press)(?:Capture)?\s*(?:=\s*\{(?!\s*\(event[^)]*\)\s*=>\s*hearKey\()|\??:(?!\s*\([^)]*\)\s*=>\s*(?:hearKey\(|void))|\s*[,}])|\baddEventListener\(\s*['"`]key|\.onkey(?:down|up|press)\b/g,
    home: (file) => file === 'renderer/client/keys.ts',
    rule: 'a key handler begins with hearKey, or is listenForKeys (renderer/client): keys of a word being composed are not heard',
  },
  {
    pattern: /\b(?:isComposing|keyCode)\b/g,
    home: (file) => file === 'renderer/client/keys.ts',
    rule: 'whether an input method composes is asked in renderer/client/keys.ts alone',
  },
  {
    // Digits grouped by hand, by the engine's own locale, or an amount put behind its currency: three ways in which amounts came to look different.
    pattern:
      /\\B\(\?=\((?:\\d\{3\}|\[0-9\]\{3\})\)\+|\.toLocaleString\(|\bstyle:\s*'currency'|\$\{[^{}]*\}\s?\$\{\s*(?:minorText|amountShown)\(/g,
    home: (file) => /^preload\/contract\/vocabulary\/money(-shown)?\.ts$/.test(file),
    rule: 'money is written in one place: moneyShown and amountShown for people, moneyText for what is kept (preload/contract/vocabulary)',
  },
  {
    pattern:
      /\b(?:useCommand|useOfficeQuery|useOfficeList|fetchList|readOffice)\(\s*['"`]|\b(?:Query|Command|List)(?:Input|Output|Outcome|Params)<\s*['"]|\bkind:\s*['"](?:query|command)['"]/g,
    home: (file) => !file.startsWith('renderer/kit/'),
    rule: 'the kit names no query and no command: what it needs of the office is in renderer/kit/office-calls.ts, or is given to it as a property',
  },
  {
    pattern: /\bDialog\b(?=[^'"{}]*\}\s*from\s*['"]@mui\/material['"])|['"]@mui\/material\/Dialog['"]/g,
    home: (file) => file === 'renderer/kit/show/dialog.tsx',
    rule: 'the one dialog is renderer/kit/show/dialog.tsx: what is typed in it is not lost by a click beside it',
  },
]

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*\.tsx?$/
const emptyName = /^(utils?|helpers?|common|manager|service|handler|misc)\.tsx?$/

/** What a source's lines and name break. One violation a line and rule. */
export function lineViolations({ file, code }: Source): Violation[] {
  const violations: Violation[] = []
  const name = file.slice(file.lastIndexOf('/') + 1)
  if (!kebab.test(name)) violations.push({ file, line: 1, rule: 'file names are in kebab-case' })
  if (emptyName.test(name)) violations.push({ file, line: 1, rule: `"${name}" says nothing of its purpose` })
  if (isTest(file) || !product(file)) return violations
  for (const { pattern, home, rule } of rules) {
    if (home(file)) continue
    const lines = new Set([...code.matchAll(pattern)].map((match) => lineOf(code, match.index)))
    for (const line of lines) violations.push({ file, line, rule })
  }
  return violations
}
