// Somebody writes past the software: every row that the trail covers, edited, removed, put in, exchanged, its end cut off, its chain made anew. The check
// names the entry and its moment. What happens in ordinary life is no alarm. Rules U55 to U57 of people.
import fc from 'fast-check'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { minutes, rounds } from '../../build/soak/rounds.ts'
import { openWritable, type Connection, type Sql } from '../../db/open.ts'
import { migrate, migrations, newestVersion } from '../../db/schema/migrations.ts'
import { digestOf, endOfAudit, writeAudit, type AuditEnd, type AuditRow } from '../../db/trail/entries.ts'
import { sealTrail } from '../../db/trail/seal.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { verifyAudit, type Break } from '../access/audit.ts'
import { moneyOffice, type MoneyOffice } from '../modules/receipts-and-payments/testing/money.ts'

type Cell = string | number | null
type Row = Record<string, Cell>
const UNTRIGGERED = ['audit_keep_update', 'audit_keep_delete', 'journal_keep_update', 'journal_keep_delete', 'posting_keep_update']
  .concat(['posting_keep_delete', 'audit_seal_keep_update', 'audit_seal_keep_delete'])
  .map((name) => `DROP TRIGGER IF EXISTS ${name};`)
  .join('')
/** Columns that move on by themselves are not of the trail: the ledger's own check recomputes them. */
const MOVING: Record<string, readonly string[]> = { open_item: ['owner', 'department', 'openForeign', 'openBase'] }
const COVERED = ['audit', 'audit_seal', 'change', 'journal', 'posting', 'ledger_key', 'open_item'] as const
type Covered = (typeof COVERED)[number]
const KEY: Record<Covered, string> = {
  ...{ audit: 'id', audit_seal: 'pos', change: 'id', journal: 'id', posting: 'id', ledger_key: 'key', open_item: 'id' },
}

let folder: string
let file: string
let seen: AuditEnd
let sealedAt: number
const rows = (sql: Sql, table: string): Row[] => sql.prepare(`SELECT * FROM ${table}`).all() as Row[]

/** A few weeks of an office's money: invoices, receipts, payments, refusals, sign-ins. */
const work = async (office: MoneyOffice, usd: string, from: number) => {
  for (let n = from; n < from + 4; n++) {
    const day = `2026-02-0${n}`
    await office.invoice(1000 * n, { currency: 'USD', rate: '7.1', on: day, due: day })
    await office.receive(usd, 500 * n, { rate: '7', receivedOn: day })
    await office.send('create-bank-account', { code: '' } as never)
    writeAudit(office.database.write.sql, {
      ...{ at: office.at, userId: null, device: 'http', kind: 'sign-in-failed', name: '…', commandId: null, subject: null },
      ...{ input: null, outcome: '{}' },
    })
  }
}
/** The trail as an earlier version wrote it: its entries know nothing of what they wrote. */
const asBefore = (sql: Sql) => {
  sql.exec('DROP TRIGGER audit_keep_update')
  rechain(sql, 1, () => ({ changes: null, ledger: null }))
}
/** Chains every entry from one on to the one before it, perhaps with other cells. */
const rechain = (sql: Sql, from: number, other: (row: AuditRow) => Partial<AuditRow>) => {
  const all = sql.prepare('SELECT * FROM audit WHERE id >= ? ORDER BY id').all(from) as AuditRow[]
  let previous = (sql.prepare('SELECT hash FROM audit WHERE id < ? ORDER BY id DESC').get(from) as { hash: string } | undefined)?.hash ?? ''
  for (const before of all) {
    const row = { ...before, ...other(before) }
    const hash = digestOf(row.id, row, previous, row)
    sql
      .prepare('UPDATE audit SET outcome = ?, changes = ?, ledger = ?, previous = ?, hash = ? WHERE id = ?')
      .run(row.outcome, row.changes, row.ledger, previous, hash, row.id)
    previous = hash
  }
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tradewind-forged-'))
  file = path.join(folder, 'company.sqlite')
  const office = await moneyOffice()
  const { sql } = office.database.write
  const usd = await office.bank('USD', { balance: 100, rate: '7' })
  await work(office, usd, 1)
  asBefore(sql)
  sealTrail(sql)
  sealedAt = endOfAudit(sql).id
  await work(office, usd, 5)
  seen = endOfAudit(sql)
  expect(office.faults).toEqual([])
  office.database.write.pragma('wal_checkpoint(TRUNCATE)')
  copyFileSync(office.database.file, file)
  office.close()
}, minutes(2))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let forged = 0
/** What the check says of a copy in which somebody has written; null where it says nothing. */
const verdict = (forge: (sql: Sql, c: Connection) => void): Break | null => {
  const copy = path.join(folder, `forged-${++forged}.sqlite`)
  copyFileSync(file, copy)
  const connection = openWritable(copy)
  try {
    connection.pragma('synchronous = OFF')
    connection.pragma('foreign_keys = OFF')
    connection.sql.exec(UNTRIGGERED)
    forge(connection.sql, connection)
    return verifyAudit(connection.sql, seen).broken
  } finally {
    connection.close()
    for (const end of ['', '-wal', '-shm']) rmSync(copy + end, { force: true })
  }
}
const otherThan = (cell: Cell): Cell => (cell === null ? 1 : typeof cell === 'number' ? cell + 1 : `${cell}x`)
const set = (sql: Sql, table: Covered, key: Cell, column: string, value: Cell) =>
  void sql.prepare(`UPDATE ${table} SET "${column}" = ? WHERE "${KEY[table]}" = ?`).run(value, key)
const put = (sql: Sql, table: string, row: Row) => {
  const names = Object.keys(row)
  sql
    .prepare(`INSERT INTO ${table}(${names.map((n) => `"${n}"`).join(',')}) VALUES (${names.map(() => '?').join(',')})`)
    .run(...Object.values(row))
}
const drop = (sql: Sql, table: Covered, row: Row) => void sql.prepare(`DELETE FROM ${table} WHERE "${KEY[table]}" = ?`).run(row[KEY[table]])

/** The entry that tells of a row: where the check must break, at the latest. */
const entryOf = (sql: Sql, table: Covered, row: Row): number => {
  const journal = (id: Cell) => (sql.prepare('SELECT pos FROM journal WHERE id = ?').get(id) as { pos: number }).pos
  const first = (where: string, value: Cell) =>
    (
      sql.prepare(`SELECT min(j.pos) AS pos FROM posting p JOIN journal j ON j.id = p.journalId WHERE ${where}`).get(value) as {
        pos: number
      }
    ).pos
  if (table === 'audit') return Number(row['id'])
  if (table === 'audit_seal' || table === 'change' || table === 'journal') return Math.max(1, Number(row['pos']))
  if (table === 'posting') return journal(row['journalId']!)
  if (table === 'open_item') return first('p.item = ?', row['id']!)
  return first('? IN (p.party, p.deal, p.owner, p.department, p.bank, p.contract, p.shipment)', row['key']!)
}
const momentOf = (sql: Sql, entry: number) =>
  (sql.prepare('SELECT at FROM audit WHERE id = ?').get(entry) as { at: string } | undefined)?.at

const which = fc.record({ table: fc.constantFrom(...COVERED), at: fc.nat(), other: fc.nat(), column: fc.nat() })
const chosen = (sql: Sql, given: { table: Covered; at: number; other: number; column: number }) => {
  const all = rows(sql, given.table)
  const columns = Object.keys(all[0]!).filter((c) => !MOVING[given.table]?.includes(c))
  return { row: all[given.at % all.length]!, other: all[given.other % all.length]!, column: columns[given.column % columns.length]! }
}
/** Whether any posting leads to it: a key that only the sums know of tells nothing. */
const isTold = (sql: Sql, table: Covered, row: Row) => entryOf(sql, table, row) !== null
const tell = (what: object) => JSON.stringify(what)

test(
  '[U55] [U56] [SEC49] a cell changed in any row that the trail covers is found at its entry, with its moment',
  () => {
    fc.assert(
      fc.property(which, (given) => {
        let told = ''
        let expected = 0
        let moment: string | undefined
        const broken = verdict((sql) => {
          const { row, column } = chosen(sql, given)
          fc.pre(isTold(sql, given.table, row))
          told = tell({ table: given.table, column, row })
          expected = entryOf(sql, given.table, row)
          moment = momentOf(sql, expected)
          try {
            set(sql, given.table, row[KEY[given.table]]!, column, otherThan(row[column]!))
          } catch {
            fc.pre(false) // the table itself refuses it: a second row with the same key
          }
          moment = momentOf(sql, expected) ?? moment
        })
        expect(broken, told).not.toBeNull()
        expect(broken!.entry, told).toBe(expected)
        if (broken!.at !== '') expect(broken!.at, told).toBe(moment)
        if (given.table === 'change' && expected > 1) expect(broken, told).toMatchObject({ part: 'changes' })
      }),
      { numRuns: rounds(100, 3000) },
    )
  },
  minutes(2),
)

test(
  '[U55] [U56] [SEC49] a row removed, a row put in, and two rows exchanged are found',
  () => {
    const doing = fc.constantFrom('remove' as const, 'put in' as const, 'exchange' as const)
    fc.assert(
      fc.property(which, doing, (given, what) => {
        let told = ''
        const broken = verdict((sql) => {
          const { table } = given
          const key = KEY[table]
          const { row, other } = chosen(sql, given)
          told = tell({ what, table, row, other })
          if (what === 'remove') {
            fc.pre(isTold(sql, table, row))
            return drop(sql, table, row)
          }
          if (what === 'exchange') {
            fc.pre(row[key] !== other[key] && isTold(sql, table, row) && isTold(sql, table, other))
            drop(sql, table, row)
            drop(sql, table, other)
            put(sql, table, { ...row, [key]: other[key]! })
            return put(sql, table, { ...other, [key]: row[key]! })
          }
          // A key or an item that no posting knows of is no part of the ledger.
          fc.pre(table !== 'ledger_key' && table !== 'open_item')
          const last = Math.max(...rows(sql, table).map((r) => Number(r[key])))
          put(sql, table, {
            ...row,
            [key]: last + 1,
            ...(table === 'audit' ? { commandId: newId() } : table === 'journal' ? { reverses: null } : {}),
          })
        })
        expect(broken, told).not.toBeNull()
      }),
      { numRuns: rounds(100, 3000) },
    )
  },
  minutes(2),
)

test('[U55] [SEC49] rows put in where no entry is, are found', () => {
  for (const pos of [-5, 0, 9999]) {
    expect(
      verdict((sql) => put(sql, 'change', { ...rows(sql, 'change')[3]!, id: 9999, pos })),
      `change at ${pos}`,
    ).not.toBeNull()
    expect(
      verdict((sql) => put(sql, 'journal', { ...rows(sql, 'journal')[1]!, id: 9999, reverses: null, pos })),
      `journal at ${pos}`,
    ).not.toBeNull()
  }
  for (const journalId of [-1, 0, 9999])
    expect(
      verdict((sql) => put(sql, 'posting', { ...rows(sql, 'posting')[1]!, id: 9999, journalId })),
      `posting of ${journalId}`,
    ).not.toBeNull()
})

test(
  '[U55] [U56] [SEC49] a trail cut off anywhere, with all that its commands wrote, and a chain made anew from any entry on, do not lead to its end',
  () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.constantFrom('cut' as const, 'cut whole' as const, 'anew' as const),
        (given, what) => {
          let from = 0
          const broken = verdict((sql) => {
            from = 1 + (given % seen.id)
            if (what === 'anew') return rechain(sql, from, (row) => (row.id === from ? { outcome: `${row.outcome} ` } : {}))
            sql.exec(`DELETE FROM audit WHERE id >= ${from}`)
            if (what === 'cut') return
            sql.exec(
              `DELETE FROM change WHERE pos >= ${from}; DELETE FROM posting WHERE journalId IN (SELECT id FROM journal WHERE pos >= ${from})`,
            )
            sql.exec(`DELETE FROM journal WHERE pos >= ${from}; DELETE FROM audit_seal WHERE pos >= ${from}`)
          })
          const anew = from === sealedAt ? { entry: sealedAt, part: 'seal' } : { entry: seen.id, part: 'end' }
          expect(broken).toMatchObject(what === 'anew' ? anew : { entry: from, part: 'cut' })
        },
      ),
      { numRuns: rounds(30, 2000) },
    )
  },
  minutes(2),
)

test('[U56] [SEC49] whoever changes what was sealed, seals it anew and chains the seals, is found at the seal; a second seal is none', () => {
  const forge = (sql: Sql) => sql.exec("UPDATE change SET after = replace(after, 'USD', 'EUR') WHERE pos = 3")
  const sealedAnew = (sql: Sql) => {
    sql.exec(`DELETE FROM audit_seal; DELETE FROM audit WHERE id >= ${sealedAt}`)
    sealTrail(sql)
  }
  expect(
    verdict((sql) => {
      forge(sql)
      const kept = sql.prepare('SELECT * FROM audit WHERE id = ?').get(sealedAt) as Row
      const rest = sql.prepare('SELECT * FROM audit WHERE id > ?').all(sealedAt) as Row[]
      sealedAnew(sql)
      sql.exec(`DELETE FROM audit WHERE id = ${sealedAt}`)
      for (const row of [kept, ...rest]) put(sql, 'audit', row)
    }),
  ).toMatchObject({ entry: sealedAt, part: 'seal' })
  // At the end of a trail that stands, a second seal would cover what was forged since.
  expect(
    verdict((sql) => {
      writeAudit(sql, rows(sql, 'audit')[sealedAt - 1] as unknown as AuditRow)
    }),
  ).toMatchObject({ entry: seen.id + 1, part: 'entry' })
})

test('[U55] [SEC49] what lies in wait for the next command at its position is not taken for its own', () => {
  const next = (sql: Sql, wait: (pos: number) => void) => {
    const pos = endOfAudit(sql).id + 1
    wait(pos)
    writeAudit(sql, { ...(rows(sql, 'audit').at(-1) as unknown as AuditRow), kind: 'sign-in', commandId: null })
  }
  const change = verdict((sql) => next(sql, (pos) => put(sql, 'change', { ...rows(sql, 'change')[3]!, id: 9999, pos })))
  expect(change).toMatchObject({ entry: seen.id + 1, part: 'changes' })
  const journal = verdict((sql) => next(sql, (pos) => put(sql, 'journal', { ...rows(sql, 'journal')[1]!, id: 9999, reverses: null, pos })))
  expect(journal).toMatchObject({ entry: seen.id + 1, part: 'ledger' })
})

test('[U55] [U56] ordinary life is no alarm: as it was, compacted, copied while open', async () => {
  expect(verdict(() => undefined)).toBeNull()
  expect(verdict((sql) => sql.exec('VACUUM'))).toBeNull()
  const connection = openWritable(file)
  const copy = path.join(folder, 'backup.sqlite')
  await connection.backup(copy)
  connection.close()
  const restored = openWritable(copy)
  expect(verifyAudit(restored.sql, seen)).toEqual({ rows: seen.id, broken: null })
  restored.close()
})

test('[U56] an upgrade that writes records is no alarm: what it wrote stands under an entry of its own', async () => {
  const copy = path.join(folder, 'upgraded.sqlite')
  copyFileSync(file, copy)
  const connection = openWritable(copy)
  const later = { version: newestVersion + 10, name: 'later', sql: "UPDATE bank_account SET bankName = 'Bank of a later version'" }
  await migrate(connection, async () => undefined, [...migrations, later])
  expect(verifyAudit(connection.sql, seen)).toEqual({ rows: seen.id + 1, broken: null })
  expect(connection.sql.prepare('SELECT kind, name FROM audit WHERE id > ?').all(seen.id)).toEqual([{ kind: 'upgrade', name: 'upgrade' }])
  connection.sql.exec("UPDATE change SET after = '{}' WHERE id = (SELECT max(id) FROM change)")
  expect(verifyAudit(connection.sql, seen).broken).toMatchObject({ entry: seen.id + 1, part: 'changes' })
  connection.close()
})

const backupOf = (sql: Sql, name: string) =>
  sql.prepare("INSERT INTO backup(id, kind, madeAt, bytes, result) VALUES (?, 'daily', '2026-03-02T00:00:00.000Z', 1, 'good')").run(name)
const nameAt = (sql: Sql, id: number) => {
  const { hash } = sql.prepare('SELECT hash FROM audit WHERE id = ?').get(id) as { hash: string }
  return `daily-2026-03-02~${id}.${Buffer.from(hash, 'base64url').toString('hex').slice(0, 20)}.2026-03-02`
}

test('[U61] [SEC49] a chain made anew as a whole, the office’s own note too, does not fit what the name of a backup witnesses', () => {
  const anew = (from: number) => (sql: Sql) => {
    backupOf(sql, nameAt(sql, seen.id))
    rechain(sql, from, (row) => (row.id === from ? { outcome: `${row.outcome} ` } : {}))
    const end = endOfAudit(sql)
    return verifyAudit(sql, end).broken
  }
  for (const from of [1, sealedAt + 1, seen.id]) {
    let found: Break | null = null
    verdict((sql) => void (found = anew(from)(sql)))
    expect(found).toMatchObject({ entry: seen.id, part: 'witness', at: '2026-03-02' })
  }
  const kept = (sql: Sql) => {
    for (const id of [1, sealedAt, seen.id]) backupOf(sql, nameAt(sql, id))
  }
  expect(verdict(kept)).toBeNull()
  // Shorter than a backup says: cut off, whatever stands at the end now.
  expect(verdict((sql) => void backupOf(sql, `daily-2026-03-01~${seen.id + 9}.00112233445566778899.2026-03-01`))).toMatchObject({
    part: 'witness',
  })
})

test('[U61] what a restore put aside is no alarm, as far as the trail tells of the restore', () => {
  const aside = `before-restore-2026-03-02T05-00-00~${seen.id + 3}.00112233445566778899.2026-03-02`
  const restored = (at: string) => (sql: Sql) => {
    backupOf(sql, aside)
    const entry = { userId: null, device: 'office', kind: 'command' as const, name: 'restore-backup', commandId: null, subject: null }
    writeAudit(sql, { at, ...entry, input: '{}', outcome: '{}' })
  }
  expect(verdict(restored('2026-03-02T05:00:00.000Z'))).toBeNull()
  // A restore of an earlier day put nothing of that day aside.
  expect(verdict(restored('2026-03-01T05:00:00.000Z'))).toMatchObject({ entry: seen.id + 3, part: 'witness' })
})
