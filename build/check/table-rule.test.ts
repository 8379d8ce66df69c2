// Each way to reach a later module's table, proven by a planted use beside one that is right. Who owns each table is tested beside its declaration.
import { describe, expect, test } from 'vitest'
import { readSource } from './sources.ts'
import { tableAllowances } from './table-allowances.ts'
import { tableViolations, type Allowance } from './table-rule.ts'

/** What one file breaks, as `file:line rule`. */
const broken = (file: string, code: string, allowances: readonly Allowance[] = []): string[] =>
  tableViolations([readSource(file, code)], allowances).map((v) => `${v.file}:${v.line} ${v.rule}`)
const refusesShipment = [expect.stringMatching(/:2 may not use the table shipment: it belongs to the later module shipments/)]

describe('SQL on a table of a later module', () => {
  test.each([
    ['Kysely, selectFrom', `db.selectFrom('shipment')`],
    ['Kysely, with an alias', `db.selectFrom('shipment as s').select('s.id')`],
    ['Kysely, a list of tables', `db.selectFrom(['setting as p', 'shipment as s'])`],
    ['Kysely, innerJoin', `q.innerJoin('shipment as s', 's.id', 'x.shipmentId')`],
    ['Kysely, leftJoin', `q.leftJoin('shipment', 'shipment.id', 'x.shipmentId')`],
    ['Kysely, inside a condition', `q.where('x.id', 'in', (e) => e.selectFrom('shipment').select('id'))`],
    ['Kysely, insertInto', `db.insertInto('shipment')`],
    ['Kysely, updateTable', `db.updateTable('shipment')`],
    ['Kysely, deleteFrom', `db.deleteFrom('shipment')`],
    ['Kysely, sql.table', "sql`(select number from ${sql.table('shipment')} r)`"],
    ['a row of the transaction, read', `ctx.tx.row('shipment', id)`],
    ['a row of the transaction, put', `ctx.tx.put('shipment', {})`],
    ['a row of the transaction, patched', `ctx.tx.patch('shipment', id, {})`],
    ['a row of the transaction, removed', `ctx.tx.remove('shipment', id)`],
    ['SQL in a template, FROM', 'sql`select 1 from shipment where id = ${id}`'],
    ['SQL in a template, JOIN', 'sql`select ${x} from setting p join shipment s on s.customerId = p.key`'],
    ['SQL in a template, after a comma', 'sql`select 1 from setting p, shipment s`'],
    ['SQL in a string', `ctx.sql.prepare('SELECT 1 FROM "shipment" WHERE id = ?')`],
    ['SQL that writes', `sql.prepare('UPDATE shipment SET status = ?')`],
    ['SQL that inserts', `sql.prepare('INSERT INTO shipment(id) VALUES (?)')`],
    ['SQL that deletes', `sql.prepare('DELETE FROM shipment')`],
    ['a table named as data', `f({ table: 'shipment', title: 'number' })`],
  ])('is refused: %s', (_how, code) => {
    const planted = `// head\nexport const found = ${code}\n`
    for (const file of ['main/modules/contracts/queries.ts', 'main/commands/numbers.ts', 'main/export/rows.ts', 'db/ledger/post.ts'])
      expect(broken(file, planted), file).toEqual(refusesShipment)
    for (const file of [
      'main/modules/shipments/queries.ts',
      'main/modules/workbench/first-steps.ts',
      'db/schema/0500-more.ts',
      'main/modules/contracts/a.test.ts',
    ])
      expect(broken(file, planted), file).toEqual([])
  })

  test('is seen on its own line, each once a line', () => {
    const code = 'const a = sql`\n  select 1 from setting p\n  join shipment s on s.id = p.id\n  join shipment t on t.id = s.id`\n'
    expect(broken('main/modules/contracts/queries.ts', code)).toEqual([
      expect.stringMatching(/^main\/modules\/contracts\/queries.ts:3 /),
      expect.stringMatching(/^main\/modules\/contracts\/queries.ts:4 /),
    ])
  })

  test('a comment, a type, a kind or a word of the same name is none', () => {
    const code = [
      '// select 1 from shipment',
      `type Row = import('x').ShipmentTable`,
      `const kind = { kind: 'shipment' }`,
      `refuse('in-use', { by: 'shipment' })`,
      `const map = names.get('shipment')`,
      `const text = 'the shipment has left'`,
    ].join('\n')
    expect(broken('main/modules/contracts/queries.ts', code)).toEqual([])
  })

  test('tables of the office itself and the settings are for every room; those of people for the rooms of main, not for db', () => {
    const office = `sql.prepare('SELECT value FROM setting'); db.selectFrom('open_item')`
    for (const file of ['db/tx.ts', 'main/access/company.ts', 'main/modules/people/queries.ts']) expect(broken(file, office)).toEqual([])
    const user = `db.selectFrom('user')`
    expect(broken('main/access/viewer.ts', user)).toEqual([])
    expect(broken('db/ledger/post.ts', user)).toEqual([expect.stringContaining('may not use the table user')])
    expect(broken('main/server/backups/records.ts', `db.selectFrom('backup')`)).toEqual([])
    expect(broken('main/server/front-door.ts', `db.selectFrom('backup')`)).toHaveLength(1)
  })
})

describe('tables of what every record has', () => {
  const planted = `// head\ndb.selectFrom('approval')\n`

  test('are for the folder of main/records and the module of that name alone, whatever the order of the modules', () => {
    for (const file of ['main/records/approvals/board.ts', 'main/modules/approvals/queries.ts'])
      expect(broken(file, planted), file).toEqual([])
    for (const file of [
      'main/modules/people/a.ts',
      'main/modules/parties/a.ts',
      'main/modules/workbench/a.ts',
      'main/records/amendments/a.ts',
    ])
      expect(broken(file, planted), file).toEqual([
        expect.stringMatching(/:2 may not use the table approval: main\/records\/approvals reads/),
      ])
  })

  test('a folder of main/records knows besides them who works here, and no other module', () => {
    expect(broken('main/records/approvals/board.ts', "db.selectFrom('user')")).toEqual([])
    expect(broken('main/records/approvals/board.ts', "db.selectFrom('sales_contract')")).toHaveLength(1)
    expect(broken('main/records/lines.ts', planted)).toHaveLength(1)
  })
})

describe('allowances', () => {
  const file = 'main/modules/contracts/queries.ts'
  const use = `db.selectFrom('shipment')`
  const allowance = { file, table: 'shipment', why: 'planted' }

  test('one allows one table in one file', () => {
    expect(broken(file, use, [allowance])).toEqual([])
    expect(broken(file, `${use}; db.selectFrom('bill')`, [allowance])).toEqual([expect.stringContaining('the table bill')])
    expect(broken('main/modules/contracts/lists.ts', use, [allowance])).toHaveLength(2)
  })

  test('one that nothing needs is refused: the list only shrinks', () => {
    expect(broken(file, '', [allowance])).toEqual([expect.stringContaining('does not use the table shipment')])
    expect(tableViolations([], [allowance])).toHaveLength(1)
  })

  test('there are at most 6, each with its reason', () => {
    expect(tableAllowances.length).toBeLessThanOrEqual(6)
    expect(tableAllowances.filter(({ why }) => why.length < 20)).toEqual([])
  })
})
