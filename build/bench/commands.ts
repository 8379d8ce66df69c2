// The command of the performance goals beside the same rows written by prepared statements with nothing around them.
import { openWritable, type Connection } from '../../db/open.ts'
import type { Viewer } from '../../main/access/viewer.ts'
import { commandRunner } from '../../main/commands/run-command.ts'
import { allCommands } from '../../main/registry.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { compare, type Line } from './measure.ts'
import { idOf, on, SIZE, TODAY } from './seed.ts'

export const commandBench = async (file: string, viewer: Viewer): Promise<{ lines: Line[]; p50: number; p99: number; rawP50: number }> => {
  const write = openWritable(file)
  write.pragma('synchronous = NORMAL')
  const runner = commandRunner(write, allCommands, { ...on, committed: () => undefined })
  const ours: number[] = []
  const raws: number[] = []
  // Bills come for the newest deals, other ones every time; both sides take the same.
  const turns = { ours: 0, raw: 0 }
  const newest = (turn: number) => Array.from({ length: 5 }, (_, i) => idOf.deal(SIZE.deals - 1 - ((5 * turn + i) % 1500)))
  const command = async () => {
    const deals = newest(turns.ours++)
    const started = performance.now()
    const answer = await runner.run({
      id: newId(),
      name: 'post-bill',
      viewer,
      device: 'bench',
      at: TODAY,
      input: {
        id: newId(),
        kind: 'expense',
        partyId: idOf.factory(1),
        invoiceNumber: 'F1',
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
  const line = await compare('a command: bill of 5 lines, 6 postings, audit', 'raw prepared statements', timedRaw, command, 2, {
    rounds: 11,
    times: 60,
    // The office checkpoints every twenty seconds between two commands; so many commands in that time are a busy office.
    between: () => void write.pragma('wal_checkpoint(PASSIVE)'),
  })
  write.close()
  const at = (v: number[], q: number) => v.toSorted((a, b) => a - b)[Math.floor(v.length * q)]!
  return { lines: [line], p50: at(ours, 0.5), p99: at(ours, 0.99), rawP50: at(raws, 0.5) }
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
