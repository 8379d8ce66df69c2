// What can be amended: the kinds of contract that later modules contribute, each with its fields, how it is read, checked and changed. Rule AM1.
import type { AmendedKind } from '../../../preload/contract/records.ts'
import type { ReadableDb } from '../../../db/open.ts'
import type { ValueKind } from '../../../preload/contract/modules/amendments/calls.ts'
import type { Company } from '../../../preload/contract/modules/people/calls.ts'
import type { Currency } from '../../../preload/contract/vocabulary/currency.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import type { PaymentTerm } from '../../../preload/contract/vocabulary/payment-term.ts'
import type { Contributed } from '../../commands/contributed.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import { listForEach, oneForEach } from '../contributions.ts'

/** Values as the contract's own schema has them: decimals and days as text. */
export type Value = string | number | boolean | null | PaymentTerm
/** `amount`: minor units of the contract's currency. */
export type ContentLine = { id: string; description: string; amount: number; [field: string]: Value }
/** Everything a version of a contract says. `total` in minor units of `currency`, `totalBase` of the base currency. */
export type Content = {
  currency: Currency
  total: number
  totalBase: number
  head: Readonly<Record<string, Value>>
  lines: readonly ContentLine[]
}

/** A contract as it stands, with the content in force. */
export type ContractInForce = {
  id: string
  number: string
  revision: number
  version: number
  status: string
  signedOn: IsoDate | null
  party: string
  ownerId: string
  departmentId: string | null
  createdAt: string
  content: Content
}

/** A field that is compared; `name` is the key of its name. Money and prices with `secret` are absent for who lacks cost.view. */
export type ComparedField = { field: string; name: string; kind: ValueKind; secret?: true }
export type At = { version: number; revision: number; on: IsoDate }
export type Warning = { goods: string; asked: string; purchased: string }
/** The part of a command's or query's context that reading and checking need. */
export type Reading = { db: ReadableDb; company: Company; contributed: Contributed }

export type Amendable = {
  head: readonly ComparedField[]
  lines: readonly ComparedField[]
  /** Amounts and prices are for who has cost.view. */
  secret?: true
  read(db: ReadableDb, contractId: string): Promise<ContractInForce | undefined>
  /** The amendment's content with its amounts as of now. Refuses what would refuse it in force (quantities below use, fields in use). */
  check(reading: Reading, standing: ContractInForce, content: Content): Promise<{ content: Content; overPurchased: Warning[] }>
  /** Refuses what may not come into force now, e.g. more sold to who may be traded with no longer. */
  requireAllowed?(ctx: CommandContext, standing: ContractInForce, content: Content): Promise<void>
  /** Makes the checked content the contract's own, with all that follows from it inside its module. */
  putIntoForce(ctx: CommandContext, standing: ContractInForce, content: Content, at: At): Promise<void>
}

/** Contributed by the module that owns the contract. */
export const amendable = oneForEach<AmendedKind, Amendable>('amendable')
export const amendableOf = ({ contributed }: { contributed: Contributed }, kind: AmendedKind): Amendable => {
  const found = contributed(amendable)(kind)
  if (!found) throw new Error(`no module contributes how a ${kind} is amended`)
  return found
}

type Follow = (ctx: CommandContext, contractId: string) => Promise<void>
/** Contributed by later modules whose documents depend on such contracts: called inside the command once an amendment is in force. */
export const afterAmendment = listForEach<AmendedKind, Follow>('after amendment')
