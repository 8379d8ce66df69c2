// npm run bench: every ratio of the performance goals that the product reaches today, measured in one run on the seeded company. Figures as a table and as JSON.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openReadable, openWritable, type Connection } from '../../db/open.ts'
import { loadViewer, type Viewer } from '../../main/access/viewer.ts'
import { commandRunner } from '../../main/commands/run-command.ts'
import { runQuery } from '../../main/queries/run-query.ts'
import { allCommands, allQueries } from '../../main/registry.ts'
import type { ListInput, ListName } from '../../preload/contract/queries.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { compare, print, type Line } from './measure.ts'
import { idOf, seededCompany, SIZE } from './seed.ts'
import { runXlsxBench } from './xlsx.ts'

const TODAY = `${SIZE.lastDay}T03:00:00.000Z`
const on = { faultId: newId, fault: (_id: string, what: string, error: unknown) => console.error(what, error) }

const commandBench = async (file: string, viewer: Viewer): Promise<{ lines: Line[]; p50: number; p99: number; rawP50: number }> => {
  const write = openWritable(file)
  write.pragma('synchronous = NORMAL')
  const runner = commandRunner(write, allCommands, { ...on, committed: () => undefined })
  const deals = Array.from({ length: 5 }, (_, i) => idOf.deal(100 + i))
  const ours: number[] = []
  const raws: number[] = []
  const command = async () => {
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
    raw()
    raws.push(performance.now() - started)
  }
  const line = await compare('a command: bill of 5 lines, 6 postings, audit', 'raw prepared statements', timedRaw, command, 2, {
    rounds: 9,
    times: 60,
  })
  const ageing: Line[] = []
  write.close()
  const at = (v: number[], q: number) => v.toSorted((a, b) => a - b)[Math.floor(v.length * q)]!
  return { lines: [line, ...ageing], p50: at(ours, 0.5), p99: at(ours, 0.99), rawP50: at(raws, 0.5) }
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
  return () => {
    const id = newId()
    c.sql.exec('BEGIN IMMEDIATE')
    st.bill.run(id, id, idOf.factory(1))
    for (let i = 0; i < 5; i++) {
      const lineId = newId()
      st.line.run(lineId, id, i)
      st.share.run(newId(), lineId, idOf.deal(100 + i))
    }
    const journal = Number(st.journal.run(id).lastInsertRowid)
    for (let i = 0; i < 5; i++) st.posting.run(journal, '6601', 12_345, 12_345, 700 + i)
    st.posting.run(journal, '2202', -61_725, -61_725, null)
    st.audit.run()
    c.sql.exec('COMMIT')
  }
}

const readBench = async (file: string, viewer: Viewer): Promise<Line[]> => {
  const read = openReadable(file)
  const list = async <N extends ListName>(name: N, input: ListInput<N>) => {
    const answer = await runQuery(read, allQueries, { name, input, viewer, at: TODAY }, on)
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`)
    return answer.value as { rows: Record<string, unknown>[]; nextCursor?: string }
  }
  const bare =
    (text: string, ...values: unknown[]) =>
    () =>
      void read.sql.prepare(text).all(...values)
  const lines: Line[] = []
  const openItems = `SELECT party, sum(CASE WHEN dueDate >= ? THEN openBase ELSE 0 END), sum(CASE WHEN dueDate < ? THEN openBase ELSE 0 END) FROM open_item
    WHERE account IN ('1122','2203') AND (openForeign <> 0 OR openBase <> 0) GROUP BY party`
  const ageing = { params: { side: 'receivable' as const }, limit: 100, totals: true }
  lines.push(
    await compare(
      'receivables ageing, today',
      'bare open-item query',
      bare(openItems, SIZE.lastDay, SIZE.lastDay),
      async () => void (await list('ageing', ageing)),
      1.5,
      { times: 3 },
    ),
  )
  for (const [what, asOf] of [
    ['30 days ago', '2025-12-01'],
    ['1 year ago', '2024-12-31'],
  ] as const) {
    const rolledBack = `SELECT i.party, sum(i.openBase - coalesce(p.base, 0)) FROM open_item i LEFT JOIN (SELECT item, sum(base) AS base FROM posting WHERE date > ? AND item IS NOT NULL GROUP BY item) p ON p.item = i.id
      WHERE i.account IN ('1122','2203') AND i.documentDate <= ? AND (i.openBase <> 0 OR p.base <> 0) GROUP BY i.party`
    lines.push(
      await compare(
        `receivables ageing as of ${what}`,
        'items rolled back, bare',
        bare(rolledBack, asOf, asOf),
        async () => void (await list('ageing', { ...ageing, params: { side: 'receivable', asOf } })),
        1.5,
      ),
    )
  }
  const page =
    'SELECT c.id, c.number, c.contractDate, p.name, c.total, c.totalBase, u.name AS o FROM sales_contract c JOIN party p ON p.id = c.customerId JOIN user u ON u.id = c.ownerId ORDER BY c.contractDate DESC, c.id DESC LIMIT 51'
  lines.push(
    await compare(
      'contract list, page of 50',
      'bare query of the same page',
      bare(page),
      async () => void (await list('sales-contracts', { limit: 50 })),
      3,
      { times: 20 },
    ),
  )
  const deep = (await list('sales-contracts', { limit: 50, offset: 30_000 })).nextCursor!
  lines.push(
    await compare(
      'page 600 of the list, by key',
      'its page 1',
      async () => void (await list('sales-contracts', { limit: 50 })),
      async () => void (await list('sales-contracts', { limit: 50, cursor: deep })),
      3,
      { times: 20 },
    ),
  )
  lines.push(
    await compare(
      'deal list with revenue and profit, page of 50',
      'contract list page',
      async () => void (await list('sales-contracts', { limit: 50 })),
      async () => void (await list('deals', { limit: 50 })),
      3,
      { times: 10 },
    ),
  )
  lines.push(
    await compare(
      'bank balances, today',
      'bare sum of sum_bank',
      bare('SELECT bank, sum("foreign"), sum(base) FROM sum_bank GROUP BY bank'),
      async () => void (await list('bank-accounts', { limit: 50 })),
      4,
      { times: 10 },
    ),
  )
  lines.push(
    await compare(
      'trial balance',
      'bare sum of sum_account',
      bare('SELECT account, sum(debit), sum(credit) FROM sum_account GROUP BY account'),
      async () => void (await list('trial-balance', { params: {}, limit: 50 })),
      4,
      { times: 10 },
    ),
  )
  read.close()
  return lines
}

/** A process that opens the database and asks for the first list, beside one that does nothing. */
const startBench = async (file: string): Promise<Line> => {
  const run = (script: string) => () => {
    const done = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
    if (done.status !== 0) throw new Error(done.stderr)
  }
  const open = path.resolve(import.meta.dirname, '../../db/open.ts')
  const wall = async (work: () => void) => {
    const t = performance.now()
    work()
    return performance.now() - t
  }
  const empty = run('')
  const first = run(
    `import { openReadable } from ${JSON.stringify(open)}; const c = openReadable(${JSON.stringify(file)}); c.sql.prepare('SELECT id, number FROM sales_contract ORDER BY contractDate DESC, id DESC LIMIT 51').all()`,
  )
  const a: number[] = []
  const b: number[] = []
  for (let i = 0; i < 7; i++) {
    a.push(await wall(empty))
    b.push(await wall(first))
  }
  const median = (v: number[]) => v.toSorted((x, y) => x - y)[3]!
  const ratio = median(b.map((v, i) => v / a[i]!))
  return {
    what: 'open the database and read the first list',
    anchor: 'empty Node process (wall)',
    anchorMs: median(a),
    oursMs: median(b),
    ratio,
    goal: '≤ 2',
    met: ratio <= 2,
  }
}

const main = async (): Promise<void> => {
  const seeded = await seededCompany()
  const folder = mkdtempSync(path.join(tmpdir(), 'tradewind-bench-'))
  try {
    const file = path.join(folder, 'company.sqlite')
    copyFileSync(seeded, file)
    const c = openReadable(file)
    const viewer = (await loadViewer(c.kysely, idOf.user(0)))!
    const { n } = c.sql.prepare('SELECT count(*) AS n FROM posting').get() as { n: number }
    const { bytes } = c.sql.prepare("SELECT sum(pgsize) AS bytes FROM dbstat WHERE name LIKE 'posting%'").get() as { bytes: number }
    c.close()
    const lines = await readBench(file, viewer)
    const command = await commandBench(file, viewer)
    lines.unshift(...command.lines)
    lines.push(await startBench(file))
    print(lines)
    console.log(
      `\ncommand wall time: p50 ${command.p50.toFixed(2)} ms (raw ${command.rawP50.toFixed(2)}), p99 ${command.p99.toFixed(2)} ms (goal ≤ 10)`,
    )
    console.log(
      `ledger: ${n} lines, ${(bytes / n).toFixed(0)} bytes a line with its indexes; whole file ${(statSync(file).size / 1024 / 1024).toFixed(0)} MB`,
    )
    const excel = process.argv.includes('--no-excel') ? null : await runXlsxBench()
    mkdirSync(path.resolve(import.meta.dirname, '../../.cache'), { recursive: true })
    writeFileSync(
      path.resolve(import.meta.dirname, '../../.cache/bench.json'),
      JSON.stringify(
        { lines, command: { p50: command.p50, p99: command.p99, rawP50: command.rawP50 }, bytesPerLine: bytes / n, excel },
        null,
        1,
      ),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
await main()
