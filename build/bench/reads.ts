// Lists and reports beside the bare query that brings the same figures.
import { openReadable } from '../../db/open.ts'
import type { Viewer } from '../../main/access/viewer.ts'
import { runQuery } from '../../main/queries/run-query.ts'
import { allQueries } from '../../main/registry.ts'
import type { ListInput, ListName } from '../../preload/contract/queries.ts'
import { compare, type Line } from './measure.ts'
import { on, SIZE, TODAY } from './seed.ts'

export const readBench = async (file: string, viewer: Viewer): Promise<Line[]> => {
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
