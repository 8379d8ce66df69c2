// Lists and reports beside the bare query that brings the same figures.
import { openReadable } from '../../db/open.ts'
import type { Viewer } from '../../main/access/viewer.ts'
import { runQuery } from '../../main/queries/run-query.ts'
import { allModules } from '../../main/modules.ts'
import type { ListInput, ListName } from '../../preload/contract/queries.ts'
import { addDays } from '../../preload/contract/vocabulary/dates.ts'
import { compare, type Line } from './measure.ts'
import { on, SIZE, TODAY } from './seed.ts'

export const readBench = async (file: string, viewer: Viewer): Promise<Line[]> => {
  const read = openReadable(file)
  const list = async <N extends ListName>(name: N, input: ListInput<N>) => {
    const answer = await runQuery(read, allModules, { name, input, viewer, at: TODAY }, on)
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`)
    return answer.value as { rows: Record<string, unknown>[]; nextCursor?: string }
  }
  const bare =
    (text: string, ...values: unknown[]) =>
    () =>
      void read.sql.prepare(text).all(...values)
  const lines: Line[] = []
  // The same ten sums over the same accounts that the report shows, those of money that waits apart; fewer sums would be another report.
  const waits = "kind IN ('advance', 'credit-note', 'unclaimed')"
  const owed = (days: string) => `sum(openBase) FILTER (WHERE ${days} AND NOT ${waits})`
  const late = (from: number, to: number) => owed(`dueDate BETWEEN '${addDays(SIZE.lastDay, -to)}' AND '${addDays(SIZE.lastDay, -from)}'`)
  const openItems = `SELECT party, sum(openBase) AS total, ${owed(`dueDate >= '${SIZE.lastDay}'`)}, ${owed(`dueDate < '${SIZE.lastDay}'`)},
    sum(openBase) FILTER (WHERE ${waits}), ${late(1, 30)}, ${late(31, 60)}, ${late(61, 90)}, ${late(91, 120)}, ${late(121, 9999)} FROM open_item
    WHERE account IN ('1122', '2203', '2241') AND (account <> '2241' OR kind <> 'commission') AND (openForeign <> 0 OR openBase <> 0)
    GROUP BY party ORDER BY total DESC`
  const ageing = { params: { side: 'receivable' as const }, limit: 100, totals: true }
  lines.push(
    await compare(
      'receivables ageing, today',
      'bare query of the same ten sums',
      bare(openItems),
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
  // With how far each contract has come, as the page says it.
  const share = (
    done: string,
  ) => `CASE WHEN c.status = 'signed' THEN (SELECT sum(l.amount * (min(l.${done}, l.quantity) * 10000 / l.quantity))
    / nullif(sum(l.amount), 0) * 100 FROM sales_line l WHERE l.contractId = c.id AND l.quantity > 0) END`
  const received = `CASE WHEN c.status = 'signed' THEN max(0, min(coalesce((SELECT
    sum(CASE WHEN i.account = '1122' THEN i."foreign" - i.openForeign ELSE -i.openForeign END) FROM ledger_key k JOIN open_item i ON i.contract = k.key
    WHERE k.id = c.id AND i.currency = c.currency AND i.account IN ('1122', '2203')), 0), c.total)) * 10000 / nullif(c.total, 0) * 100 END`
  const page = `SELECT c.id, c.number, c.contractDate, p.name, c.buyerOrderNumber, c.status, d.number AS deal, c.currency, c.total, c.totalBase, c.incoterm,
    c.transportMode, c.portOfDischarge, c.latestShipment, u.name AS owner, c.customerId, c.dealId, c.revision, ${share('purchased')}, ${share('shipped')}, ${received}
    FROM sales_contract c JOIN party p ON p.id = c.customerId JOIN deal d ON d.id = c.dealId JOIN user u ON u.id = c.ownerId ORDER BY c.contractDate DESC, c.id DESC LIMIT 51`
  lines.push(
    await compare(
      'contract list, page of 50',
      'bare query of the same page',
      bare(page),
      async () => void (await list('sales-contracts', { limit: 50 })),
      1.5,
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
      bare('SELECT bank, sum("foreign"), sum(base) FROM sum_bank WHERE date <= ? GROUP BY bank', SIZE.lastDay),
      async () => void (await list('bank-accounts', { limit: 50 })),
      2,
      { times: 10 },
    ),
  )
  lines.push(
    await compare(
      'trial balance',
      'bare sum of sum_account',
      bare('SELECT account, sum(debit), sum(credit) FROM sum_account GROUP BY account'),
      async () => void (await list('trial-balance', { params: {}, limit: 50 })),
      2,
      { times: 10 },
    ),
  )
  const byProfit = { limit: 50, sort: [{ field: 'profit', descending: true }] }
  lines.push(
    await compare(
      'deal profits by profit, page of 50',
      'bare sort of the summary',
      bare('SELECT deal, revenue, cost, expenses, exchange, profit FROM sum_result ORDER BY profit DESC, deal DESC LIMIT 51'),
      async () => void (await list('deal-profits', byProfit)),
      2,
      { times: 5 },
    ),
  )
  lines.push(
    await compare(
      'deal profits, sums over 60,000 deals',
      'bare page and sums of the summary',
      () => {
        read.sql
          .prepare('SELECT deal, revenue, cost, expenses, exchange, profit FROM sum_result ORDER BY openedOn DESC, deal DESC LIMIT 51')
          .all()
        read.sql.prepare('SELECT count(*), sum(revenue), sum(cost), sum(expenses), sum(exchange), sum(profit) FROM sum_result').all()
      },
      async () => void (await list('deal-profits', { limit: 50, totals: true })),
      2,
      { times: 3 },
    ),
  )
  read.close()
  return lines
}
