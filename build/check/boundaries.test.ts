// Each row of the import directions and each line with one home, proven by a planted violation beside a neighbour that is right.
import { describe, expect, test } from 'vitest'
import { boundaryViolations } from './boundaries.ts'
import { moduleOrder } from './rooms.ts'

/** What a tree breaks, as `file:line rule`. */
const broken = (tree: Record<string, string>): string[] =>
  boundaryViolations(new Map(Object.entries(tree))).map(({ file, line, rule }) => `${file}:${line} ${rule}`)

/** What one file with one import breaks. */
const importing = (file: string, specifier: string, how = `import { a } from '${specifier}'`): string[] =>
  broken({ [file]: `// head\n${how}\nexport const b = a\n` })

describe('import directions', () => {
  test.each<[row: string, file: string, right: string[], wrong: string[]]>([
    [
      'contract/vocabulary',
      'preload/contract/vocabulary/x.ts',
      ['./y.ts', 'zod', 'decimal.js', 'uuid'],
      ['../refusals.ts', 'node:fs', 'dayjs'],
    ],
    [
      'contract',
      'preload/contract/modules/deals.ts',
      ['../vocabulary/money.ts', 'zod'],
      ['../../../db/open.ts', '../../bridge.ts', 'uuid', 'node:fs'],
    ],
    ['preload', 'preload/bridge.ts', ['./contract/commands.ts', 'electron'], ['../main/shell/ipc.ts', 'node:fs']],
    [
      'db',
      'db/ledger/post.ts',
      ['../tx.ts', '../../preload/contract/vocabulary/money.ts', '../../preload/contract/refusals.ts', 'kysely', 'node:fs'],
      ['../../preload/contract/commands.ts', '../../main/commands/define-command.ts', 'better-sqlite3', 'electron'],
    ],
    [
      'main/commands',
      'main/commands/run-command.ts',
      ['../access/permission.ts', '../../db/tx.ts', '../../preload/contract/refusals.ts', 'zod'],
      ['../modules/people/index.ts', '../sync/outbox.ts', '../modules.ts', 'fastify', 'electron'],
    ],
    [
      'main/queries',
      'main/queries/run-query.ts',
      ['../access/scope.ts', './paging.ts'],
      ['../modules/people/index.ts', '../export/excel.ts', '../../renderer/client/use-query.ts'],
    ],
    [
      'main/access',
      'main/access/sessions.ts',
      ['../../db/tx.ts', 'hash-wasm'],
      ['../modules/people/index.ts', '../server/http.ts', 'better-sqlite3'],
    ],
    [
      'main/records',
      'main/records/load.ts',
      ['./lines.ts', '../commands/define-command.ts', '../../db/tx.ts', '../../preload/contract/refusals.ts'],
      ['./approvals/index.ts', '../modules/people/index.ts', '../modules.ts', '../server/http.ts', 'node:fs'],
    ],
    [
      'main/records/amendments',
      'main/records/amendments/versions.ts',
      ['./kinds.ts', '../approvals/index.ts', '../contributions.ts', '../../queries/define-query.ts', '../../../db/open.ts'],
      ['../approvals/subjects.ts', '../../modules/amendments/index.ts', '../../modules/people/index.ts', '../../modules.ts', 'node:fs'],
    ],
    [
      'main/records/approvals',
      'main/records/approvals/submit.ts',
      ['./rules.ts', '../due.ts'],
      ['../amendments/index.ts', '../amendments/kinds.ts'],
    ],
    [
      'main/modules.ts',
      'main/modules.ts',
      ['./modules/people/index.ts', './records/define-module.ts'],
      ['./modules/people/rules.ts', '../db/tx.ts', './office.ts'],
    ],
    [
      'main/reader.ts',
      'main/reader.ts',
      ['./modules.ts', './queries/reader-thread.ts', './export/excel.ts', '../db/open.ts', 'node:worker_threads'],
      ['./modules/people/index.ts', './server/http.ts', './shell/ipc.ts', 'electron'],
    ],
    [
      'main/sync',
      'main/sync/worker.ts',
      ['./merge.ts', '../commands/run-command.ts', '../queries/run-query.ts', '../access/scope.ts', '../../db/open.ts'],
      ['../modules/parties/index.ts', '../server/http.ts', '../export/excel.ts', '../shell/tray.ts'],
    ],
    ['main/sync/hub', 'main/sync/hub/pull.ts', ['../merge.ts', 'fastify'], ['../../modules/parties/index.ts', 'exceljs']],
    [
      'main/server',
      'main/server/http.ts',
      ['../commands/run-command.ts', 'fastify', '@fastify/static', 'node:http'],
      ['../modules/parties/index.ts', '../sync/hub/pull.ts', '../../renderer/words/zh.ts'],
    ],
    [
      'main/files',
      'main/files/store.ts',
      ['./collect.ts', '../../db/backup.ts', '../../preload/contract/refusals.ts', 'node:fs'],
      ['../commands/run-command.ts', '../modules/parties/index.ts', '../server/http.ts', 'fastify'],
    ],
    [
      'main/export',
      'main/export/excel.ts',
      ['../queries/run-query.ts', 'exceljs', 'node:stream'],
      ['../modules/parties/index.ts', '../server/http.ts'],
    ],
    [
      'main/shell',
      'main/shell/windows.ts',
      ['./ipc.ts', '../../preload/contract/commands.ts', 'electron', 'electron-updater', 'node:path'],
      ['../../db/open.ts', '../commands/run-command.ts', '../office.ts', '../access/sessions.ts'],
    ],
    [
      'main/demonstration',
      'main/demonstration/northwind.ts',
      ['./deals.ts', '../../preload/contract/commands.ts'],
      ['../modules/parties/index.ts', '../commands/run-command.ts', '../../db/tx.ts'],
    ],
    [
      'main/office.ts',
      'main/office.ts',
      ['./modules/people/index.ts', './server/http.ts', './demonstration/northwind.ts', '../db/open.ts'],
      ['./modules/people/rules.ts', './shell/windows.ts', './desktop.ts', 'electron', '../renderer/words/zh.ts'],
    ],
    [
      'main/desktop.ts',
      'main/desktop.ts',
      ['./shell/windows.ts', '../preload/contract/commands.ts', 'electron'],
      ['../db/open.ts', './modules/people/index.ts', './office.ts', '../preload/bridge.ts'],
    ],
    [
      'renderer/client',
      'renderer/client/use-query.ts',
      ['./http.ts', '../../preload/contract/queries.ts', 'react'],
      ['../kit/list.tsx', '../modules/crm/x.ts'],
    ],
    [
      'renderer/words',
      'renderer/words/zh.ts',
      ['./en.ts', '../../preload/contract/names/zh.ts', 'zustand'],
      ['../client/http.ts', '../kit/list.tsx'],
    ],
    [
      'renderer/kit',
      'renderer/kit/list.tsx',
      ['../client/use-query.ts', '../words/zh.ts', '@mui/material/Button'],
      ['../shell/tabs.tsx', '../modules/crm/x.ts', '../records/index.ts', '../../preload/contract/modules/parties/calls.ts'],
    ],
    [
      'renderer/records',
      'renderer/records/list-route.tsx',
      ['../kit/list.tsx', '../client/use-query.ts', '../words/zh.ts', '../../preload/contract/queries.ts', 'react'],
      ['../shell/tabs.tsx', '../modules/crm/x.ts', '../modules.ts'],
    ],
    [
      'renderer/modules',
      'renderer/modules/quotations/page.tsx',
      [
        './form.tsx',
        '../../kit/list.tsx',
        '../../records/index.ts',
        '../../client/use-query.ts',
        '../../words/zh.ts',
        '../../../preload/contract/queries.ts',
        'zustand',
      ],
      [
        '../contracts/page.tsx',
        '../../shell/tabs.tsx',
        '../../../main/modules/quotations/rules.ts',
        '../../../db/tx.ts',
        'electron',
        'node:fs',
      ],
    ],
    [
      'renderer/shell',
      'renderer/shell/routes.tsx',
      ['../modules/crm/page.tsx', '../records/index.ts', '../kit/list.tsx'],
      ['../main.tsx', '../../main/shell/windows.ts', '../../db/open.ts'],
    ],
    ['main/console-words.ts', 'main/console-words.ts', [], ['./modules.ts', '../preload/contract/names/zh.ts']],
    [
      'renderer entry',
      'renderer/main.tsx',
      ['./shell/frame.tsx', 'react-dom/client'],
      ['../main/commands/run-command.ts', '../preload/bridge.ts'],
    ],
  ])('%s', (_row, file, right, wrong) => {
    for (const specifier of right) expect(importing(file, specifier)).toEqual([])
    for (const specifier of wrong)
      expect(importing(file, specifier), specifier).toEqual([expect.stringContaining(`${file}:2 may not import`)])
  })

  test.each(moduleOrder.map((name, at) => [name, moduleOrder.slice(0, at), moduleOrder.slice(at + 1)] as const))(
    'main/modules/%s sees the doors of earlier modules only',
    (name, earlier, later) => {
      const file = `main/modules/${name}/commands.ts`
      for (const other of earlier) {
        expect(importing(file, `../${other}/index.ts`)).toEqual([])
        expect(importing(file, `../${other}/rules.ts`)).toHaveLength(1)
      }
      for (const other of later) expect(importing(file, `../${other}/index.ts`)).toHaveLength(1)
    },
  )

  test('main/modules may use the definitions, access, db and the contract, and of the kernel otherwise only types', () => {
    const file = 'main/modules/bills/queries.ts'
    const right = [
      './rules.ts',
      '../../commands/define-command.ts',
      '../../commands/same-code.ts',
      '../../commands/unique-codes.ts',
      '../../queries/define-query.ts',
      '../../records/contributions.ts',
      '../../records/search.ts',
      '../../records/approvals/index.ts',
      '../../access/scope.ts',
      '../../../db/tx.ts',
    ]
    for (const specifier of [...right, '../../../preload/contract/refusals.ts', 'zod', 'kysely'])
      expect(importing(file, specifier)).toEqual([])
    const wrong = [
      '../../commands/run-command.ts',
      '../../commands/numbering.ts',
      '../../records/approvals/rules.ts',
      '../../sync/outbox.ts',
      '../../export/excel.ts',
      '../../../renderer/kit/list.tsx',
      '../../office.ts',
    ]
    for (const specifier of [...wrong, 'node:fs', 'fastify', 'react']) expect(importing(file, specifier), specifier).toHaveLength(1)
    expect(importing(file, 'x', `import type { a } from '../../commands/run-command.ts'`)).toEqual([])
  })

  test('main/demonstration may import the types of commands and queries', () => {
    const file = 'main/demonstration/northwind.ts'
    expect(importing(file, 'x', `import type { a } from '../commands/run-command.ts'`)).toEqual([])
    expect(importing(file, 'x', `import { type a } from '../queries/run-query.ts'`)).toEqual([])
    expect(importing(file, 'x', `import type { a } from '../modules/people/index.ts'`)).toHaveLength(1)
  })

  test('renderer/client, shell and entries may know the type of the bridge, no more of it', () => {
    const file = 'renderer/client/ipc-transport.ts'
    expect(importing(file, 'x', `import type { a } from '../../preload/bridge-types.ts'`)).toEqual([])
    expect(importing(file, '../../preload/bridge-types.ts')).toHaveLength(1)
    expect(importing('renderer/shell/about-dialog.tsx', 'x', `import type { a } from '../../preload/bridge-types.ts'`)).toEqual([])
    expect(importing('renderer/main.tsx', 'x', `import type { a } from '../preload/bridge-types.ts'`)).toEqual([])
    expect(importing('renderer/main.tsx', '../preload/bridge-types.ts')).toHaveLength(1)
    expect(importing('renderer/kit/list.tsx', 'x', `import type { a } from '../../preload/bridge-types.ts'`)).toHaveLength(1)
  })

  test.each([
    ['static', `import { a } from '../../renderer/words/zh.ts'`],
    ['side effect', `import '../../renderer/words/zh.ts'`],
    ['type', `import type { A } from '../../renderer/words/zh.ts'`],
    ['type in place', `export type B = import('../../renderer/words/zh.ts').A`],
    ['re-export', `export { a } from '../../renderer/words/zh.ts'`],
    ['re-export of all', `export * from '../../renderer/words/zh.ts'`],
    ['type re-export', `export type { A } from '../../renderer/words/zh.ts'`],
    ['dynamic', `export const load = () => import('../../renderer/words/zh.ts')`],
    ['dynamic with back quotes', 'export const load = () => import(`../../renderer/words/zh.ts`)'],
    ['require', `const a = require('../../renderer/words/zh.ts')`],
  ])('renderer ↔ main: a %s import is seen', (_how, line) => {
    expect(broken({ 'main/server/pages.ts': `\n${line}\n` })).toEqual([
      expect.stringContaining('main/server/pages.ts:2 may not import renderer/words/zh.ts'),
    ])
  })

  test('an import by a computed name is refused, an import in a comment is none', () => {
    expect(broken({ 'main/server/pages.ts': 'export const load = (name: string) => import(name)\n' })).toEqual([
      expect.stringContaining('computed name'),
    ])
    expect(broken({ 'main/server/pages.ts': `// import('../../renderer/words/zh.ts')\nexport const a = 1\n` })).toEqual([])
  })

  test('better-sqlite3 in db/open.ts and db/checkpointer.ts alone; the shell is reached from desktop.ts only', () => {
    expect(importing('db/open.ts', 'better-sqlite3')).toEqual([])
    expect(importing('db/checkpointer.ts', 'better-sqlite3')).toEqual([])
    expect(importing('db/tx.ts', 'better-sqlite3', `import type { a } from 'better-sqlite3'`)).toHaveLength(1)
    expect(importing('main/server/http.ts', '../shell/ipc.ts')).toHaveLength(1)
    expect(importing('main/server/updates.ts', 'electron-updater')).toHaveLength(1)
  })

  test('nobody but a test imports a test, a testing folder or a package of the tests', () => {
    expect(importing('db/tx.ts', './testing/database.ts')).toEqual([expect.stringContaining('exists for tests')])
    expect(importing('main/modules/crm/rules.ts', './rules.test.ts')).toEqual([expect.stringContaining('exists for tests')])
    expect(importing('build/check/x.ts', '../../db/testing/database.ts')).toEqual([expect.stringContaining('exists for tests')])
    expect(importing('db/tx.ts', 'vitest')).toHaveLength(1)
    expect(importing('db/tx.test.ts', './testing/database.ts')).toEqual([])
    expect(importing('build/e2e/deal.test.ts', '../../db/testing/database.ts')).toEqual([])
    expect(importing('build/bench/lists.bench.ts', '../../db/testing/database.ts')).toEqual([])
  })

  test('a file outside every room is refused', () => {
    expect(broken({ 'main/stray/x.ts': '', 'renderer/modules/unknown/x.ts': '', 'main/modules/unknown/index.ts': '' })).toHaveLength(3)
  })

  test('a cycle is named once, also one of types', () => {
    const tree = {
      'db/a.ts': `import { b } from './b.ts'\nexport const a = b\n`,
      'db/b.ts': `\nimport type { C } from './c.ts'\nexport const b = 1\n`,
      'db/c.ts': `import { a } from './a.ts'\nexport type C = typeof a\n`,
      'db/d.ts': `import { a } from './a.ts'\nexport const d = a\n`,
    }
    expect(broken(tree)).toEqual(['db/a.ts:1 an import cycle: db/a.ts → db/b.ts → db/c.ts → db/a.ts'])
    expect(broken({ ...tree, 'db/c.ts': 'export type C = 1\n' })).toEqual([])
  })
})

describe('lines with one home', () => {
  test.each<[what: string, line: string, right: string[], wrong: string[]]>([
    [
      'BEGIN IMMEDIATE',
      `export const begin = 'begin immediate'`,
      ['main/commands/run-command.ts', 'db/schema/migrate.ts', 'main/sync/pull.test.ts'],
      ['main/sync/pull.ts', 'main/modules/crm/commands.ts', 'main/commands/numbering.ts'],
    ],
    [
      'a function in a record',
      'export const made = () => 1',
      ['preload/contract/modules/crm/calls.ts', 'preload/contract/define/record.ts'],
      ['preload/contract/modules/crm/records.ts'],
    ],
    ['ipcMain', 'export const handle = (ipcMain: object) => ipcMain', ['main/shell/ipc.ts'], ['main/shell/windows.ts', 'main/desktop.ts']],
    ...["'a'.localeCompare('b')", "'i'.toLocaleUpperCase()", "new Intl.Collator('zh')"].map(
      (line): [string, string, string[], string[]] => [
        `a locale: ${line}`,
        `export const made = ${line}`,
        ['preload/contract/vocabulary/dates.ts', 'main/modules/crm/rules.test.ts'],
        ['main/modules/crm/rules.ts', 'main/commands/context.ts', 'db/ledger/post.ts', 'preload/contract/vocabulary/units.ts'],
      ],
    ),
    ...['"SELECT date(\'now\')"', "'SELECT CURRENT_DATE'", "'SELECT random()'", 'process.platform'].map(
      (line): [string, string, string[], string[]] => [
        `of the machine: ${line}`,
        `export const made = ${line}`,
        ['db/backup.ts', 'main/commands/context.ts', 'main/modules/crm/rules.test.ts'],
        ['main/modules/crm/rules.ts', 'db/ledger/post.ts'],
      ],
    ),
    ...['Date.now()', 'new Date()', 'new Date', 'Date()', 'Math.random()', 'crypto.randomUUID()'].map(
      (line): [string, string, string[], string[]] => [
        line,
        `export const now = ${line}`,
        ['db/open.ts', 'db/backup.ts', 'main/commands/context.ts', 'main/modules/crm/rules.test.ts', 'preload/contract/vocabulary/ids.ts'],
        ['main/modules/crm/rules.ts', 'main/modules/crm/tables.ts', 'db/ledger/post.ts'],
      ],
    ),
    [
      'Chinese',
      `export const name = '客户'`,
      [
        'renderer/words/zh.ts',
        'preload/contract/names/zh.ts',
        'db/reference/ports.ts',
        'main/export/templates/invoice.ts',
        'main/demonstration/deals.ts',
        'main/modules/people/seeds.ts',
        'main/console-words.ts',
        'db/testing/builders.ts',
        'main/modules/crm/rules.test.ts',
        'build/bench/data.ts',
      ],
      [
        'renderer/shell/frame.tsx',
        'main/modules/people/commands.ts',
        'preload/contract/refusals.ts',
        'main/export/excel.ts',
        'db/search.ts',
      ],
    ],
    ...['Number.parseFloat(text)', 'parseFloat(text)', 'value.toFixed(2)'].map((line): [string, string, string[], string[]] => [
      line,
      `export const n = (text: string, value: number) => [${line}, text, value]`,
      ['preload/contract/vocabulary/decimal.ts', 'main/modules/profit/rules.test.ts', 'build/bench/report.ts'],
      ['main/modules/profit/rules.ts', 'renderer/kit/money-field.tsx', 'db/ledger/post.ts', 'preload/contract/vocabulary/currency.ts'],
    ]),
    ...[
      'export const Box = () => <div onKeyDown={hear} />',
      'export const Box = () => <div onKeyUpCapture={(event) => hear(event)} />',
      'export const input = { onKeyDown: hear }',
      'export const input = { onKeyPress: (event: KeyboardEvent) => hear(event) }',
      'export const input = { onKeyDown }',
      `window.addEventListener('keydown', hear)`,
      'document.onkeyup = hear',
      'export const composes = (event: KeyboardEvent) => event.isComposing',
    ].map((line): [string, string, string[], string[]] => [
      `[W8] ${line}`,
      line,
      [line.includes('<div') ? 'renderer/kit/grid.test.tsx' : 'renderer/client/keys.ts', 'renderer/kit/list.test.tsx'],
      ['renderer/kit/list.tsx', 'renderer/shell/frame-keys.tsx', 'renderer/modules/crm/page.tsx'],
    ]),
    ...[
      `const { data } = useOfficeQuery('customer', { id })`,
      `const saving = useCommand('save-shipment')`,
      `const found = fetchList('vendors', { limit: 20 })`,
      `const port = await ask({ kind: 'query', name: 'ports', input })`,
      `type Party = QueryOutput<'customer'>`,
    ].map((line): [string, string, string[], string[]] => [
      `the kit names no query and no command: ${line}`,
      line,
      ['renderer/records/fields/party-field.tsx', 'renderer/modules/crm/page.tsx', 'renderer/kit/list.test.tsx'],
      ['renderer/kit/fields/party-field.tsx'],
    ]),
    ...[`import { Box, Dialog, Stack } from '@mui/material'`, `import Dialog from '@mui/material/Dialog'`].map(
      (line): [string, string, string[], string[]] => [
        `[W9] ${line}`,
        line,
        ['renderer/kit/show/dialog.tsx', 'renderer/kit/list.test.tsx'],
        ['renderer/shell/frame.tsx', 'renderer/modules/crm/page.tsx'],
      ],
    ),
  ])('%s', (_what, line, right, wrong) => {
    for (const file of right) expect(broken({ [file]: `${line}\n` }), file).toEqual([])
    for (const file of wrong) expect(broken({ [file]: `\n${line}\n` }), file).toEqual([expect.stringMatching(new RegExp(`^${file}:2 `))])
  })

  test.each([
    "const shown = whole.replace(/\\B(?=(\\d{3})+$)/g, ',')",
    'const shown = amount.toLocaleString()',
    "const format = new Intl.NumberFormat('en', { style: 'currency', currency })",
    'const shown = `${currency} ${minorText(minor, currency)}`',
    'const shown = `${money.currency} ${amountShown(money)}`',
  ])('[L16] money written by hand is broken: %s', (text) => {
    const rule = expect.stringContaining('money is written in one place')
    for (const file of ['renderer/kit/list.ts', 'main/modules/bills/a.ts', 'renderer/words/problem-text.ts'])
      expect(broken({ [file]: text })).toContainEqual(rule)
    expect(broken({ 'preload/contract/vocabulary/money-shown.ts': text })).not.toContainEqual(rule)
  })

  test('[L16] what is no amount may stand beside another text, and places of a decimal are no money', () => {
    const text = 'const a = `${code} ${name}`; const places = /(\\d{3})/; const b = `${minorText(minor, currency)}`'
    expect(broken({ 'renderer/kit/list.ts': text })).toEqual([])
  })

  test('[W8] a handler that begins with the one check passes, and so does a type', () => {
    const text = [
      'export const Box = () => <div onKeyDown={(event) => hearKey(event, hear)} />',
      'export const input = { onKeyDown: (event: KeyboardEvent) => hearKey(event, hear) }',
      'export type Input = { onKeyDown: (event: KeyboardEvent) => void }',
    ].join('\n')
    expect(broken({ 'renderer/kit/list.tsx': text })).toEqual([])
    expect(broken({ 'renderer/kit/list.tsx': `import { DialogTitle, Stack } from '@mui/material'\n` })).toEqual([])
  })

  test('comments are free, a date made of a given instant too', () => {
    const text = `// 客户 parseFloat( Date.now()\n/* BEGIN IMMEDIATE\n 合同 */ export const day = (at: string) => new Date(at)\n`
    expect(broken({ 'main/modules/crm/rules.ts': text })).toEqual([])
    expect(broken({ 'renderer/kit/list.tsx': `export const List = () => <b>{/* 客户 */}x</b>\n` })).toEqual([])
    expect(broken({ 'renderer/kit/list.tsx': `export const List = () => <b>客户</b>\n` })).toHaveLength(1)
  })

  test('file names are in kebab-case and say something', () => {
    expect(
      broken({ 'db/ledgerPost.ts': '', 'db/ledger-post.test.ts': '', 'renderer/kit/Money.tsx': '', 'vitest.config.ts': '' }),
    ).toHaveLength(2)
    expect(broken({ 'db/utils.ts': '', 'main/access/handler.ts': '', 'db/common.ts': '' })).toHaveLength(3)
  })
})

test('a source that cannot be parsed is not passed over', () => {
  expect(() => broken({ 'db/a.ts': 'export const = 1' })).toThrow('db/a.ts')
})
