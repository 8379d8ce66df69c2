// Who may import whom: the table "Import directions" of the architecture, row by row, and the packages that have one home.
import { isBuiltin } from 'node:module'
import { moduleOrder as declaredOrder } from '../../preload/contract/modules.ts'
import type { ImportLine, Source, Violation } from './sources.ts'
import { packageOf } from './sources.ts'

/** The business modules in dependency order: a module sees only the doors of those before it. Behind them those that are planned. */
export const moduleOrder: readonly string[] = [...declaredOrder, 'crm', 'documents', 'reports']

/** Tests and what exists for them alone. */
export const isTest = (file: string): boolean =>
  /\.(test|bench)\.tsx?$/.test(file) || /(^|\/)testing\//.test(file) || /^build\/(e2e|bench|test-setup)\//.test(file)

const vocabulary = /^preload\/contract\/vocabulary\//
const contract = /^preload\/contract\//
const record = /^db\//
/** The shape of the object that the bridge exposes; it has no code. */
const bridgeTypes = /^preload\/bridge-types\.ts$/
const kernel = /^main\/(commands|queries|access)\//
/** The floor between kernel and modules: what every record has. Its folders are entered by their doors. */
const records = /^main\/records\/([^/]+|[^/]+\/index)\.ts$/
/** Its folders, in order: one sees the doors of those before it. The module of the same name has the tables, the pages and the rules (SPEC.md). */
export const engines: readonly string[] = ['approvals', 'amendments', 'papers', 'tasks']

/** A row: files it holds for, the local paths they may import, and those they may import for their types alone. */
type Row = { name: string; from: RegExp; may: RegExp[]; types?: RegExp[] }

/** The first row whose `from` fits a file counts. */
const rows: Row[] = [
  { name: 'preload/contract/vocabulary: itself', from: vocabulary, may: [vocabulary] },
  { name: 'preload/contract: itself', from: contract, may: [contract] },
  { name: 'preload: contract', from: /^preload\/[^/]+\.ts$/, may: [contract, /^preload\/[^/]+\.ts$/] },
  {
    name: 'db: itself, contract/vocabulary, contract/refusals',
    from: record,
    may: [record, vocabulary, /^preload\/contract\/refusals\.ts$/],
  },
  {
    name: 'main/commands, main/queries, main/access: each other, db, contract',
    from: kernel,
    may: [kernel, record, contract],
  },
  ...engines.map((name, at) => ({
    name: `main/records/${name}: own files, files of main/records, doors of earlier folders, commands, queries, access, db, contract; no module`,
    from: new RegExp(`^main/records/${name}/`),
    may: [
      new RegExp(`^main/records/${name}/|^main/records/[^/]+\\.ts$`),
      ...engines.slice(0, at).map((earlier) => new RegExp(`^main/records/${earlier}/index\\.ts$`)),
      ...[kernel, record, contract],
    ],
  })),
  {
    name: 'main/records: own files, commands, queries, access, db, contract; no module',
    from: /^main\/records\/[^/]+\.ts$/,
    may: [/^main\/records\/[^/]+\.ts$/, kernel, record, contract],
  },
  ...moduleOrder.map((name, at) => ({
    name: `main/modules/${name}: own files, doors of earlier modules, main/records, define-command, define-query, same-code, unique-codes, access, db, contract`,
    from: new RegExp(`^main/modules/${name}/`),
    may: [
      new RegExp(`^main/modules/${name}/`),
      ...moduleOrder.slice(0, at).map((earlier) => new RegExp(`^main/modules/${earlier}/index\\.ts$`)),
      records,
      /^main\/commands\/(define-command|same-code|unique-codes)\.ts$|^main\/queries\/define-query\.ts$|^main\/access\//,
      record,
      contract,
    ],
    types: [kernel],
  })),
  {
    name: 'main/files: own files, side-process, db, contract',
    from: /^main\/files\//,
    may: [/^main\/(files\/|side-process\.ts$)/, record, contract],
  },
  ...['sync', 'server', 'export', 'papers'].map((name) => ({
    name: `main/${name}: own files, commands, queries, access, files, page, release-manifest, side-process, db, contract; no module`,
    from: new RegExp(`^main/${name}/`),
    may: [new RegExp(`^main/${name}/`), kernel, /^main\/files\//, /^main\/(page|release-manifest|side-process)\.ts$/, record, contract],
  })),
  {
    name: "main/shell: own files, installed-files, page, release-manifest, contract, the type of the bridge's objects",
    from: /^main\/shell\//,
    may: [/^main\/shell\//, /^main\/(installed-files|page|release-manifest)\.ts$/, contract],
    types: [bridgeTypes],
  },
  {
    name: 'main/demonstration: own files, contract, types of commands and queries; no module',
    from: /^main\/demonstration\//,
    may: [/^main\/demonstration\//, contract],
    types: [/^main\/(commands|queries)\//],
  },
  {
    name: 'main/modules.ts (composition root): doors of modules, main/records',
    from: /^main\/modules\.ts$/,
    may: [records, /^main\/modules\/[^/]+\/index\.ts$/],
  },
  {
    name: 'main/reader.ts (composition root): modules.ts, queries, export, files, access, db',
    from: /^main\/reader\.ts$/,
    may: [/^main\/modules\.ts$/, kernel, /^main\/(export|files)\//, record, contract],
  },
  {
    name: 'main/backup-thread.ts (composition root): server/backups',
    from: /^main\/backup-thread\.ts$/,
    may: [/^main\/server\/backups\//],
  },
  { name: 'main/side-process.ts: Node alone', from: /^main\/side-process\.ts$/, may: [] },
  {
    name: 'main/content-process.ts (composition root): main/files, side-process',
    from: /^main\/content-process\.ts$/,
    may: [/^main\/(files\/|side-process\.ts$)/],
  },
  {
    name: 'main/checkpoint-thread.ts (composition root): db/checkpointer.ts',
    from: /^main\/checkpoint-thread\.ts$/,
    may: [/^db\/checkpointer\.ts$/],
  },
  {
    name: 'main/office-entry.ts: main/office.ts, which it loads, compiled-code, installed-files, console-words',
    from: /^main\/office-entry\.ts$/,
    may: [/^main\/(office|compiled-code|installed-files|console-words)\.ts$/],
  },
  {
    name: 'main/office.ts (composition root): all of main but the shell and other files than doors of a module; the version in package.json',
    from: /^main\/office\.ts$/,
    may: [/^main\/(?!shell\/|desktop\.ts|reader\.ts|modules\/)/, /^main\/modules\/[^/]+\/index\.ts$/, record, contract, /^package\.json$/],
  },
  {
    name: 'main/desktop.ts (composition root): main/shell, console-words, contract',
    from: /^main\/desktop\.ts$/,
    may: [/^main\/shell\//, /^main\/console-words\.ts$/, contract],
  },
  {
    name: "renderer/client: own files, contract, the type of the bridge's object",
    from: /^renderer\/client\//,
    may: [/^renderer\/client\//, contract],
    types: [bridgeTypes],
  },
  { name: 'renderer/words: own files, contract', from: /^renderer\/words\//, may: [/^renderer\/words\//, contract] },
  {
    name: 'renderer/kit: own files, client, words, contract without its modules',
    from: /^renderer\/kit\//,
    may: [/^renderer\/(kit|client|words)\//, /^preload\/contract\/(?!modules\/)/],
  },
  {
    name: 'renderer/records: own files, client, kit, words, contract',
    from: /^renderer\/records\//,
    may: [/^renderer\/(records|kit|client|words)\//, contract],
  },
  ...moduleOrder.map((name) => ({
    name: `renderer/modules/${name}: own files, renderer/{client,kit,records,words}, contract`,
    from: new RegExp(`^renderer/modules/${name}/`),
    may: [new RegExp(`^renderer/modules/${name}/`), /^renderer\/(client|kit|records|words)\//, contract],
  })),
  {
    name: "renderer/shell: renderer, contract, the type of the bridge's object",
    from: /^renderer\/shell\//,
    may: [/^renderer\/(shell|modules|records|client|kit|words)\//, contract],
    types: [bridgeTypes],
  },
  {
    name: "renderer (entries): renderer, contract, the type of the bridge's object",
    from: /^renderer\/[^/]+\.tsx?$/,
    may: [/^renderer\//, contract],
    types: [bridgeTypes],
  },
  { name: 'main/console-words.ts: nothing', from: /^main\/console-words\.ts$/, may: [] },
  {
    name: 'main/installed-files.ts, main/compiled-code.ts, main/page.ts: nothing',
    from: /^main\/(installed-files|compiled-code|page)\.ts$/,
    may: [],
  },
  { name: 'main/release-manifest.ts: contract/vocabulary', from: /^main\/release-manifest\.ts$/, may: [vocabulary] },
  { name: 'build: anything', from: /^(build\/|[^/]+\.ts$)/, may: [/./] },
]

/** Packages with one home. `from` says who may import them. */
const homes: { name: string; package: (name: string) => boolean; from: (file: string) => boolean; where: string }[] = [
  {
    name: 'electron',
    package: (name) => name === 'electron',
    from: (file) => /^main\/shell\/|^main\/desktop\.ts$|^preload\/(popup-)?bridge\.ts$/.test(file),
    where: 'main/shell, main/desktop.ts and the bridges of preload',
  },
  {
    name: 'electron-updater',
    package: (name) => name === 'electron-updater',
    from: (file) => file.startsWith('main/shell/'),
    where: 'main/shell',
  },
  {
    name: 'better-sqlite3',
    package: (name) => name === 'better-sqlite3',
    from: (file) => file === 'db/open.ts' || file === 'db/checkpointer.ts',
    where: 'db/open.ts and db/checkpointer.ts',
  },
  {
    name: 'fastify',
    package: (name) => /^(fastify|@fastify\/.*)$/.test(name),
    from: (file) => /^main\/(server|sync\/hub)\//.test(file),
    where: 'main/server and main/sync/hub',
  },
  {
    name: 'exceljs',
    package: (name) => name === 'exceljs',
    from: (file) => /^main\/(export|papers)\//.test(file),
    where: 'main/export, main/papers',
  },
  {
    name: 'a package of the screens',
    package: (name) => /^(react|react-dom|zustand|@mui\/.*|@emotion\/.*|@tanstack\/.*)$/.test(name),
    from: (file) => file.startsWith('renderer/'),
    where: 'renderer',
  },
  {
    name: 'a package of the tests',
    package: (name) => /^(vitest|fast-check|jsdom|playwright-core|@testing-library\/.*)$/.test(name),
    from: () => false,
    where: 'tests',
  },
  {
    name: 'a module of Node',
    package: (name) => isBuiltin(name),
    from: (file) => !/^(renderer|preload|main\/records|main\/modules|main\/demonstration)\//.test(file),
    where: 'places that may do input and output: not renderer, preload, main/records or main/modules',
  },
  {
    name: 'a package',
    package: (name) => name !== 'zod',
    from: (file) => !contract.test(file) || vocabulary.test(file),
    where: 'other rooms: preload/contract imports zod alone',
  },
  {
    name: 'a package',
    package: (name) => !['zod', 'decimal.js', 'uuid'].includes(name),
    from: (file) => !vocabulary.test(file),
    where: 'other rooms: preload/contract/vocabulary imports zod, decimal.js and uuid alone',
  },
]

function localRule(file: string, line: ImportLine, target: string, row: Row): string | undefined {
  if (isTest(target)) return `${target} exists for tests: only tests import it`
  if (row.may.some((pattern) => pattern.test(target))) return undefined
  if (line.typeOnly && row.types?.some((pattern) => pattern.test(target))) return undefined
  return `may not import ${target}. Row "${row.name}"`
}

function packageRule(file: string, name: string): string | undefined {
  const broken = homes.find((home) => home.package(name) && !home.from(file))
  return broken && `may not import ${name}: ${broken.name} belongs to ${broken.where}`
}

/** What a source's imports break. Tests may look anywhere. */
export function directionViolations({ file, imports }: Source): Violation[] {
  if (isTest(file)) return []
  const row = rows.find((one) => one.from.test(file))
  if (!row) return [{ file, line: 1, rule: 'stands in no room of the architecture: add a row to build/check/rooms.ts with the decision' }]
  const violations: Violation[] = []
  for (const one of imports) {
    const inBuild = file.startsWith('build/') || !file.includes('/')
    const rule =
      one.specifier === ''
        ? 'imports by a computed name: the rules cannot see where to'
        : one.target
          ? localRule(file, one, one.target, row)
          : inBuild
            ? undefined
            : packageRule(file, packageOf(one.specifier))
    if (rule) violations.push({ file, line: one.line, rule })
  }
  return violations
}
