// The command of the performance goals beside the same rows written by prepared statements with nothing around them.
import { openWritable, type Connection } from '../../db/open.ts'
import { takeInEntries } from '../../db/search.ts'
import { readCompany } from '../../main/access/company.ts'
import type { Viewer } from '../../main/access/viewer.ts'
import { officePorts } from '../../main/commands/office-ports.ts'
import { commandRunner } from '../../main/commands/run-command.ts'
import { readPosition } from '../../main/modules/credit/position.ts'
import { allModules } from '../../main/modules.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { compare, type Line } from './measure.ts'
import { idOf, on, SIZE, TODAY } from './seed.ts'

export const commandBench = async (file: string, viewer: Viewer): Promise<{ lines: Line[]; p50: number; p99: number; rawP50: number }> => {
  const write = openWritable(file)
  write.pragma('synchronous = NORMAL')
  const runner = commandRunner(write, allModules, { ...on, committed: () => undefined })
  const ours: number[] = []
  const raws: number[] = []
  // Bills come for the newest deals, other ones every time; both sides take the same.
  const turns = { ours: 0, raw: 0 }
  const newest = (turn: number) => Array.from({ length: 5 }, (_, i) => idOf.deal(SIZE.deals - 1 - ((5 * turn + i) % 1500)))
  const command = async (run = runner.run) => {
    const turn = turns.ours++
    const deals = newest(turn)
    const started = performance.now()
    const answer = await run({
      id: newId(),
      name: 'post-bill',
      viewer,
      device: 'bench',
      at: TODAY,
      input: {
        id: newId(),
        kind: 'expense',
        partyId: idOf.factory(1),
        invoiceNumber: `F${turn}`, // a vendor's number is posted once (T34)
        billDate: SIZE.lastDay,
        dueDate: '2026-01-30',
        currency: 'CNY',
        rate: '1',
        remark: '',
        lines: deals.map((dealId) => ({
          id: newId(),
          purchaseLineId: null,
          quantity: null,
          category: 'freight',
          description: 'x',
          amount: 12_345,
          vatRate: '0',
          dealIds: [dealId],
          sharing: 'amount',
          shipmentId: null,
        })),
      },
    })
    ours.push(performance.now() - started)
    if (!answer.ok) throw new Error(JSON.stringify(answer))
  }
  const raw = rawCommand(write)
  const timedRaw = () => {
    const started = performance.now()
    raw(newest(turns.raw++))
    raws.push(performance.now() - started)
  }
  // The office takes search entries in three times a second; so many commands in that time are a busy office too.
  const after = () => {
    write.sql.exec('BEGIN IMMEDIATE')
    while (takeInEntries(write.sql, 200) === 200);
    write.sql.exec('COMMIT')
  }
  const line = await compare('a command: bill of 5 lines, 6 postings, audit', 'raw prepared statements', timedRaw, () => command(), 2, {
    rounds: 11,
    times: 60,
    warm: 600,
    // The office checkpoints every twenty seconds between two commands; so many commands in that time are a busy office.
    between: () => void write.pragma('wal_checkpoint(PASSIVE)'),
    after,
  })
  const at = (v: number[], q: number) => v.toSorted((a, b) => a - b)[Math.floor(v.length * q)]!
  const p50 = at(ours, 0.5)
  const p99 = at(ours, 0.99)
  const rawP50 = at(raws, 0.5)
  const batch = async () => {
    await runner.together(async (run) => {
      for (let i = 0; i < 100; i++) await command(run)
    })
  }
  const singles = () => {
    for (let i = 0; i < 100; i++) timedRaw()
  }
  const between = () => void write.pragma('wal_checkpoint(PASSIVE)')
  // 1.5 times as many documents a second as raw singles: two thirds of their time.
  const imported = await compare('import: 100 bills under one commit', '100 raw transactions', singles, batch, 0.67, {
    rounds: 5,
    between,
    after,
  })
  // Versions of units are written behind a port of the runner: the same command with and without them.
  const withoutUnits = commandRunner(
    write,
    allModules,
    { ...on, committed: () => undefined },
    { ...officePorts(write), written: () => undefined },
  )
  const units = await compare(
    'a command with the versions of its units',
    'without them',
    () => command(withoutUnits.run),
    () => command(),
    1.1,
    {
      rounds: 31,
      times: 20,
      between,
    },
  )
  after()
  const customer = { id: idOf.customer(1), creditLimit: 50_000_000, creditCurrency: 'USD' }
  const company = readCompany(write.sql)!
  for (const currency of ['USD', 'EUR', 'GBP'])
    write.sql
      .prepare("INSERT INTO exchange_rate(id, currency, date, rate, source) VALUES (?, ?, '2025-12-31', 710000000, 'bench')")
      .run(newId(), currency)
  const { contributed } = allModules
  const reading = { db: write.kysely, sql: write.sql, contributed, company, today: SIZE.lastDay }
  const check = async () => void (await readPosition(reading, customer, {}))
  const credit = await compare('credit check of a customer', 'a command', () => command(), check, 0.1, { times: 20, between })
  write.close()
  return { lines: [line, imported, units, credit], p50, p99, rawP50 }
}

/** The same rows with nothing around them: no parsing, no rights, no sums, no change log. */
const rawCommand = (c: Connection) => {
  const st = {
    bill: c.sql.prepare(
      "INSERT INTO bill(id, number, kind, partyId, invoiceNumber, billDate, dueDate, currency, rate, remark, status, total, totalBase, journalId, createdAt) VALUES (?, ?, 'expense', ?, 'F1', '2025-12-31', '2026-01-30', 'CNY', 100000000, '', 'posted', 61725, 61725, 1, '2025-12-31')",
    ),
    line: c.sql.prepare(
      "INSERT INTO bill_line(id, billId, position, purchaseLineId, quantity, category, description, amount, vatRate, netBase, vatBase, sharing, shipmentId) VALUES (?, ?, ?, NULL, NULL, 'freight', 'x', 12345, 0, 12345, 0, 'amount', NULL)",
    ),
    share: c.sql.prepare('INSERT INTO bill_share(id, billLineId, dealId, amount, amountBase) VALUES (?, ?, ?, 12345, 12345)'),
    journal: c.sql.prepare(
      "INSERT INTO journal(date, kind, documentKind, documentId, documentNumber, memo, pos, reverses) VALUES ('2025-12-31', 'bill', 'bill', ?, 'R', '', 1, NULL)",
    ),
    posting: c.sql.prepare(
      "INSERT INTO posting(journalId, date, account, base, currency, \"foreign\", party, deal, owner, department, bank, contract, shipment, category, item) VALUES (?, '2025-12-31', ?, ?, 'CNY', ?, 200, ?, 1, NULL, NULL, NULL, NULL, NULL, NULL)",
    ),
    audit: c.sql.prepare(
      "INSERT INTO audit(at, userId, device, kind, name, commandId, subject, input, outcome, previous, hash) VALUES ('2025-12-31', 'u', 'bench', 'raw', 'raw', NULL, NULL, '{}', '{}', '', '')",
    ),
  }
  const keys = new Map((c.sql.prepare('SELECT id, key FROM ledger_key').all() as { id: string; key: number }[]).map((r) => [r.id, r.key]))
  return (deals: readonly string[]) => {
    const id = newId()
    c.sql.exec('BEGIN IMMEDIATE')
    st.bill.run(id, id, idOf.factory(1))
    for (let i = 0; i < 5; i++) {
      const lineId = newId()
      st.line.run(lineId, id, i)
      st.share.run(newId(), lineId, deals[i])
    }
    const journal = Number(st.journal.run(id).lastInsertRowid)
    for (let i = 0; i < 5; i++) st.posting.run(journal, '6601', 12_345, 12_345, keys.get(deals[i]!))
    st.posting.run(journal, '2202', -61_725, -61_725, null)
    st.audit.run()
    c.sql.exec('COMMIT')
  }
}
