// What is counted: facts that modules contribute, each with the day it is counted on, its measures and the keys by which it can be looked at. The module
// `statistics` owns the questions that are asked of them; here is no table.
import { sql, type RawBuilder } from 'kysely'
import type { OwnedResource, Permission } from '../../preload/contract/access.ts'
import type { QueryContext } from '../queries/define-query.ts'
import { listOf } from './contributions.ts'

/**
 * flow: adds up over everything. stock: adds up over everything but time; its rows are movements, and what stands on a day is their sum until it.
 * distinct: so many different ones, counted anew for each figure. ratio: `value` ÷ `over`, both added up first (CU2).
 */
export type MeasureKind = 'flow' | 'stock' | 'distinct' | 'ratio'
/** money: minor units of base currency. quantity: scaled, within one unit. days, percent, rate, price (money by quantity): ratios. */
export type MeasureUnit = 'money' | 'count' | 'quantity' | 'days' | 'percent' | 'rate' | 'price'

/** A right, or several of which any one is enough. */
export type Need = Permission | readonly Permission[]

export type Measure = {
  kind: MeasureKind
  unit: MeasureUnit
  /** Rights beside those of the source (CU25): all of them, of several that stand together any one. */
  needs?: readonly Need[]
  /** Of a distinct count: the dimension whose members it counts, with that one's rights; members out of sight are one (CU26). */
  counts?: string
  /** Over the rows of the source, `f`: the amount, the id that is counted once, or the dividend. Null is no fact. */
  value: RawBuilder<unknown>
  /** The same in the fact's own currency, which is `f.currency`. */
  own?: RawBuilder<unknown>
  /** The divisor of a ratio, and to how many decimals it is said. */
  over?: RawBuilder<unknown>
  places?: number
  /** What is added up only where it is the same for all: the unit of a quantity. */
  within?: RawBuilder<unknown>
  /** Its order among all measures, smallest first. */
  order: number
}

/** By which day facts of the ledger are counted: that of the posting, or that of the deal (both are told in the head). */
export type Clock = 'posting' | 'deal'
/** The days a question is about, both included. */
export type DayRange = { from: string; to: string }
/** A figure that another report knows too (CU8), for all facts of these days. */
export type TieOut = { measure: string; minor: number; with: string }

export type FactSource = {
  name: string
  /** Rights to see any of it. */
  needs: readonly Need[]
  /** Whose rows stand in an answer, decided before anything is grouped (CU23): the scope on this resource, by `f.scopeOwner` and `f.scopeDepartment`. */
  scope: OwnedResource | null
  /** Where more than the scope decides, e.g. money that nobody has claimed yet. Undefined: all rows. */
  visible?(q: QueryContext): RawBuilder<boolean> | undefined
  /** Its columns by which facts can be grouped; `day` is not among them. */
  keys: readonly string[]
  /** Which of them is the party of its documents. */
  party?: string
  /** A query with `day`, the keys, `scopeOwner` and `scopeDepartment` where it has a scope, what measures are made of, `documentId` and `number`. */
  rows(q: QueryContext, clock: Clock, range: DayRange): RawBuilder<unknown>
  /** Facts that are known as of a day alone, so that they have to be asked for each day. */
  asOf?(q: QueryContext, day: string): RawBuilder<unknown>
  /**
   * Facts of sales contracts in which colleagues may have a part (statistics CU9): by which of its columns the contract is found, and which amounts are cut.
   * `balanceOf`: movements of what this column names, in the order of the day and of `movement`; what is cut is the balance after each.
   */
  shared?: { by: readonly ('contract' | 'deal')[]; amounts: readonly string[]; balanceOf?: string }
  /** Its days follow the clock that is asked for. */
  clocked?: true
  /** The same facts added up already, for questions about no other keys than these and whole months (statistics, section of kept sums). */
  sums?: readonly { keys: readonly string[]; measures: readonly string[]; clock: Clock; rows(q: QueryContext): RawBuilder<unknown> }[]
  measures: Readonly<Record<string, Measure>>
  /** What other reports say of the same days (CU8). Asked when all rows are in scope and nothing is filtered. */
  tiesOut?(q: QueryContext, range: DayRange, clock: Clock): readonly TieOut[]
}

/** The id of the record that a column of the ledger keeps by its key. */
export const idByKey = (column: string): RawBuilder<unknown> => sql`(select id from ledger_key where key = ${sql.ref(column)})`

/** The facts of a module; a measure's name is `measure.<name>`. */
export const facts = listOf<readonly FactSource[]>('facts')
