// Which money names a contract, and how much of it: asked by the modules that own the contracts.
import type { Selectable } from 'kysely'
import type { ReadableDb } from '../../../db/open.ts'
import type { PurchaseContractTable } from '../../../db/schema/tables.ts'
import { Decimal, ofScaled, toInteger } from '../../../preload/contract/vocabulary/decimal.ts'
import type { Advances } from '../shipments/index.ts'

/** Number of the first payment that names a purchase contract and was not reversed. */
export const paymentOf = async (db: ReadableDb, contractId: string): Promise<string | undefined> =>
  (
    await db
      .selectFrom('payment')
      .select('number')
      .where('contractId', '=', contractId)
      .where('status', '=', 'posted')
      .orderBy('number')
      .executeTakeFirst()
  )?.number

/** Minor units paid for a purchase contract in its currency; payments in another one count by their base value. Undefined where nothing was paid. */
export const paidFor = async (db: ReadableDb, contract: Selectable<PurchaseContractTable>): Promise<number | undefined> => {
  const payments = await db
    .selectFrom('payment')
    .select(['currency', 'amount', 'amountBase'])
    .where('contractId', '=', contract.id)
    .where('status', '=', 'posted')
    .execute()
  if (payments.length === 0) return undefined
  const rate = ofScaled(contract.rate, 'rate')
  return payments.reduce(
    (sum, p) => sum + (p.currency === contract.currency ? p.amount : toInteger(new Decimal(p.amountBase).div(rate))),
    0,
  )
}

/** Minor units of a sales contract's currency that have come for it: receipts that name it, and others allocated to its receivables. */
export const receivedFor = async (db: ReadableDb, contract: { id: string; customerId: string; currency: string }): Promise<number> => {
  const named = await db
    .selectFrom('receipt')
    .select((e) => e.fn.sum<number | null>('amount').as('sum'))
    .where('customerId', '=', contract.customerId)
    .where('contractId', '=', contract.id)
    .where('currency', '=', contract.currency)
    .where('status', '<>', 'reversed')
    .executeTakeFirst()
  const others = await db
    .selectFrom('open_item as i')
    .innerJoin('ledger_key as party', 'party.key', 'i.party')
    .innerJoin('ledger_key as k', 'k.key', 'i.contract')
    .innerJoin('allocation as a', 'a.target', 'i.ref')
    .leftJoin('receipt as r', 'r.item', 'a.source')
    .select((e) => e.fn.sum<number | null>('a.amount').as('sum'))
    .where('party.id', '=', contract.customerId)
    .where('i.account', '=', '1122')
    .where('k.id', '=', contract.id)
    .where('a.status', '=', 'posted')
    .where((e) => e.or([e('r.contractId', 'is', null), e('r.contractId', '<>', contract.id)]))
    .executeTakeFirst()
  return (named?.sum ?? 0) + (others?.sum ?? 0)
}

/** What has come for a sales contract before anything else is known of it: advances (2203), what of them is applied to receivables of its shipments, and what is open of those. */
export const advancesFor = async (db: ReadableDb, contract: { id: string; customerId: string; currency: string }): Promise<Advances> => {
  const rows = await db
    .selectFrom('open_item as i')
    .innerJoin('ledger_key as party', 'party.key', 'i.party')
    .innerJoin('ledger_key as k', 'k.key', 'i.contract')
    .select(['i.ref', 'i.documentDate', 'i.openForeign'])
    .where('party.id', '=', contract.customerId)
    .where('k.id', '=', contract.id)
    .where('i.account', '=', '2203')
    .where('i.currency', '=', contract.currency)
    .orderBy('i.id')
    .execute()
  const applied = await db
    .selectFrom('allocation as a')
    .innerJoin('open_item as s', 's.ref', 'a.source')
    .innerJoin('open_item as t', 't.ref', 'a.target')
    .innerJoin('ledger_key as k', 'k.key', 't.contract')
    .innerJoin('ledger_key as party', 'party.key', 't.party')
    .select(['s.documentDate as on', 'a.amount', 't.documentId as shipmentId'])
    .where('k.id', '=', contract.id)
    .where('party.id', '=', contract.customerId)
    .where('t.account', '=', '1122')
    .where('s.account', '=', '2203')
    .where('t.currency', '=', contract.currency)
    .where('a.status', '=', 'posted')
    .orderBy('a.id')
    .execute()
  const owed = await db
    .selectFrom('open_item as i')
    .innerJoin('ledger_key as party', 'party.key', 'i.party')
    .innerJoin('ledger_key as k', 'k.key', 'i.contract')
    .select(['i.openForeign as amount', 'i.documentId as shipmentId'])
    .where('party.id', '=', contract.customerId)
    .where('k.id', '=', contract.id)
    .where('i.account', '=', '1122')
    .where('i.currency', '=', contract.currency)
    .where('i.openForeign', '>', 0)
    .orderBy('i.id')
    .execute()
  return { open: rows.filter((r) => r.openForeign !== 0).map((r) => ({ on: r.documentDate, amount: -r.openForeign })), applied, owed }
}
