// What receivables and payables are: the one definition of their accounts and kinds of items (T12, T40). No other file lists account numbers of a side.
import type { ItemKind } from './post.ts'

export type Side = 'receivable' | 'payable'
type Definition = {
  accounts: readonly string[]
  /** 2241 serves both sides: unclaimed receipts are the receivables', commissions the payables'. These of its items belong to the other side. */
  strange: ItemKind
  /** Turns amounts of the ledger (debit positive) into amounts of the side. */
  sign: 1 | -1
  /** Kinds of items that are owed. Money that went back is one against what it returned, from which it is taken at once. */
  owed: readonly ItemKind[]
  /** Kinds of items that wait to be applied: they stand with the other sign. */
  waiting: readonly ItemKind[]
}
export const SIDE = {
  receivable: {
    ...{ accounts: ['1122', '2203', '2241'], strange: 'commission', sign: 1 },
    ...{ owed: ['invoice', 'refund'], waiting: ['advance', 'credit-note', 'unclaimed'] },
  },
  payable: {
    ...{ accounts: ['2202', '1123', '2241'], strange: 'unclaimed', sign: -1 },
    ...{ owed: ['bill', 'commission', 'refund'], waiting: ['prepayment', 'credit-note'] },
  },
} as const satisfies Record<Side, Definition>

/** Which side an item belongs to; null for a tax refund and anything else that no party owes. */
export const sideOf = (item: { account: string; kind: string }): Side | null => {
  const found = (['receivable', 'payable'] as const).find((side) => (SIDE[side].accounts as readonly string[]).includes(item.account))
  if (item.account !== '2241' || found === undefined) return found ?? null
  return item.kind === SIDE.payable.strange ? 'receivable' : 'payable'
}

const listed = (values: readonly string[]): string => values.map((v) => `'${v}'`).join(', ')
/** A condition in SQL: the item `alias` belongs to the side. */
export const ofSideSql = (side: Side, alias: string): string =>
  `${alias}.account IN (${listed(SIDE[side].accounts)}) AND (${alias}.account <> '2241' OR ${alias}.kind <> '${SIDE[side].strange}')`
/** A condition in SQL: the item `alias` is owed on this side, an invoice, bill or commission. */
export const owedSql = (side: Side, alias: string): string => `${ofSideSql(side, alias)} AND ${alias}.kind IN (${listed(SIDE[side].owed)})`
/** A condition in SQL: the item `alias` waits to be applied. A revaluation has the kind of the item it values. */
export const waitingSql = (side: Side, alias: string): string => `(${alias}.kind IN (${listed(SIDE[side].waiting)}))`
/** The accounts of a side as a list for SQL. */
export const accountsSql = (side: Side): string => `(${listed(SIDE[side].accounts)})`
