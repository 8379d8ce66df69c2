// Document numbers (编号规则): one series a kind of document, counted by year of the document; a number once given is never given again.
import type { Sql } from '../../db/open.ts'

const series = {
  customer: { prefix: 'C', yearly: false, digits: 4 },
  vendor: { prefix: 'V', yearly: false, digits: 4 },
  product: { prefix: 'P', yearly: false, digits: 4 },
  deal: { prefix: 'D', yearly: true, digits: 4 },
  quotation: { prefix: 'QT', yearly: true, digits: 4 },
  'sales-contract': { prefix: 'SC', yearly: true, digits: 4 },
  'purchase-contract': { prefix: 'PC', yearly: true, digits: 4 },
  shipment: { prefix: 'SH', yearly: true, digits: 4 },
  'freight-inquiry': { prefix: 'FI', yearly: true, digits: 4 },
  'letter-of-credit': { prefix: 'LC', yearly: true, digits: 4 },
  bill: { prefix: 'BL', yearly: true, digits: 4 },
  receipt: { prefix: 'RC', yearly: true, digits: 4 },
  payment: { prefix: 'PY', yearly: true, digits: 4 },
  'payment-request': { prefix: 'PR', yearly: true, digits: 4 },
  'profit-estimate': { prefix: 'PE', yearly: true, digits: 4 },
  'tax-refund': { prefix: 'TX', yearly: true, digits: 4 },
  transfer: { prefix: 'TR', yearly: true, digits: 4 },
  'credit-note': { prefix: 'CN', yearly: true, digits: 4 },
  revaluation: { prefix: 'RV', yearly: true, digits: 4 },
} as const
export type Series = keyof typeof series

/** The next number, e.g. SC2026-0042. Runs inside the command's transaction, so a refused command takes no number. */
export const nextNumber = (sql: Sql, name: Series, date: string): string => {
  const rule = series[name]
  const period = rule.yearly ? date.slice(0, 4) : ''
  const { last } = sql
    .prepare('INSERT INTO number_series(series, period, last) VALUES (?,?,1) ON CONFLICT DO UPDATE SET last = last + 1 RETURNING last')
    .get(name, period) as { last: number }
  return `${rule.prefix}${period}${period ? '-' : ''}${String(last).padStart(rule.digits, '0')}`
}
