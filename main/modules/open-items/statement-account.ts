// What stands on a statement of account, per currency: the opening balance, what moved it, and what is open at the end. Rule PA17 of papers.
import { type RawBuilder, sql } from 'kysely'
import type { ItemKind } from '../../../db/ledger/post.ts'
import { accountsSql, SIDE } from '../../../db/ledger/sides.ts'
import type { Currency } from '../../../preload/contract/vocabulary/currency.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { itemDocument, type OnStatement } from './item-documents.ts'
import { asOfParams, itemRows } from './open-as-of.ts'
import { contractOfSide, type StatementKind } from './statement-kinds.ts'

export type Period = { from: IsoDate; to: IsoDate }
/** What a row says of its document, each as often as there is something to say. */
export type RowFacts = Required<Pick<OnStatement, 'references' | 'contracts' | 'deals' | 'shipments' | 'costs'>> & {
  due: readonly IsoDate[]
  invoice: OnStatement['invoice']
}
/** What one journal moved of the account in one currency, positive for more owed; what it moved from one item to another is nothing. */
export type Movement = { date: IsoDate; kind: string; document: string; currency: Currency; minor: number; says: RowFacts }
export type OpenItem = {
  document: string
  kind: ItemKind
  currency: Currency
  documentDate: IsoDate
  dueDate: IsoDate
  amount: number
  open: number
  met: number
  says: RowFacts
}
export type Account = {
  currency: Currency
  opening: number
  closing: number
  movements: readonly Movement[]
  items: readonly OpenItem[]
  /** Of all bills until the end of the period: what has no VAT invoice. */
  withoutInvoice: number
}

type OfDocument = { documentKind: string; documentId: string }
type Found = { references: string; contracts: string; deals: string; due: string }

/** What documents know themselves, kind by kind. */
const documentsSay = async (q: QueryContext, documents: readonly OfDocument[]): Promise<ReadonlyMap<string, OnStatement>> => {
  const says = new Map<string, OnStatement>()
  for (const [kind, own] of Map.groupBy(documents, ({ documentKind }) => documentKind)) {
    const ids = [...new Set(own.map(({ documentId }) => documentId))]
    const known = await q.contributed(itemDocument)(kind)?.onStatement?.(q, ids)
    for (const [id, one] of known ?? []) says.set(id, one)
  }
  return says
}

const merged = (...lists: (readonly string[] | undefined)[]): string[] =>
  [...new Set(lists.flatMap((list) => list ?? []))].filter((text) => text !== '').sort()
const parsed = (json: string): string[] => (JSON.parse(json) as (string | null)[]).filter((text) => text !== null)
const sayingOf = ({ references, contracts, deals, due }: Found, document: OnStatement | undefined): RowFacts => ({
  references: merged(parsed(references), document?.references),
  contracts: merged(parsed(contracts), document?.contracts),
  deals: merged(parsed(deals), document?.deals),
  shipments: document?.shipments ?? [],
  costs: document?.costs ?? [],
  due: merged(parsed(due)),
  invoice: document?.invoice,
})

/** What the other side calls a document: a shipment by the number of its invoice, where it has one. */
const calledThere = (id: RawBuilder<unknown>, number: RawBuilder<unknown>): RawBuilder<string> =>
  sql<string>`coalesce((select nullif(s.invoiceNumber, '') from shipment s where s.id = ${id}), ${number})`

/** The account as posted up to a day, all currencies; what 2241 holds for the other side is not of it. */
const movementsUntil = async (q: QueryContext, { side }: StatementKind, partyId: string, to: IsoDate): Promise<Movement[]> => {
  const { sign, strange, owed } = SIDE[side]
  const { join, reference, deal } = contractOfSide[side]
  const opened = sql.join(owed.filter((kind) => kind !== 'refund'))
  type Row = Omit<Movement, 'says'> & OfDocument & Found & { journalId: number }
  const moved = sql<Row>`(select p.journalId, p.date, j.kind, j.documentKind, j.documentId, ${calledThere(sql`j.documentId`, sql`j.documentNumber`)} as document,
      p.currency,
      sum(p."foreign") * ${sql.lit(sign)} as minor, json_group_array(distinct ${reference}) as "references",
      json_group_array(distinct c.number) as contracts, json_group_array(distinct ${deal}) as deals,
      json_group_array(distinct case when i.journalId = p.journalId and i.kind in (${opened}) then i.dueDate end) as due
    from posting p join journal j on j.id = p.journalId left join open_item i on i.id = p.item
      left join ledger_key ck on ck.key = i.contract left join ${join} c on c.id = ck.id
      left join ledger_key dk on dk.key = i.deal left join deal d on d.id = dk.id
    where p.party = (select key from ledger_key where id = ${partyId}) and p.account in ${sql.raw(accountsSql(side))}
      and (i.kind is null or i.kind <> ${strange}) and p.date <= ${to}
    group by p.journalId, p.currency having sum(p."foreign") <> 0)`
  const rows = await q.db.selectFrom(moved.as('m')).selectAll().orderBy('date').orderBy('journalId').execute()
  const says = await documentsSay(q, rows)
  return rows.map((row) => ({ ...row, says: sayingOf(row, says.get(row.documentId)) }))
}

const openItems = async (q: QueryContext, { side }: StatementKind, partyId: string, to: IsoDate): Promise<OpenItem[]> => {
  const { join, reference, deal } = contractOfSide[side]
  type Row = Omit<OpenItem, 'says'> & OfDocument & { id: number; contract: number | null; deal: number | null }
  const rows = await q.db
    .selectFrom(sql<Row>`(${itemRows(q, asOfParams(q, { side, asOf: to, partyId }))})`.as('i'))
    .leftJoin('ledger_key as ck', 'ck.key', 'i.contract')
    .leftJoin(sql<{ id: string; number: string }>`${join}`.as('c'), 'c.id', 'ck.id')
    .leftJoin('ledger_key as dk', 'dk.key', 'i.deal')
    .leftJoin('deal as d', 'd.id', 'dk.id')
    .select(['i.documentKind', 'i.documentId', 'i.kind', 'i.currency', 'i.documentDate', 'i.dueDate', 'i.amount', 'i.open', 'i.met'])
    .select([
      calledThere(sql`i.documentId`, sql`i.documentNumber`).as('document'),
      sql<string>`json_array(${reference})`.as('references'),
      sql<string>`json_array(c.number)`.as('contracts'),
      sql<string>`json_array(${deal})`.as('deals'),
      sql<string>`json_array(i.dueDate)`.as('due'),
    ])
    .where('i.open', '<>', 0)
    .orderBy('i.dueDate')
    .orderBy(sql`i.documentNumber`)
    .orderBy('i.id')
    .execute()
  const says = await documentsSay(q, rows)
  return rows.map((row) => ({ ...row, says: sayingOf(row, says.get(row.documentId)) }))
}

const total = (of: readonly { minor: number }[]): number => of.reduce((sum, { minor }) => sum + minor, 0)

/** A section for each currency in which anything stood open or happened; never converted. */
export const accountsOf = async (q: QueryContext, kind: StatementKind, partyId: string, { from, to }: Period): Promise<Account[]> => {
  const all = await movementsUntil(q, kind, partyId, to)
  const items = await openItems(q, kind, partyId, to)
  const currencies = [...new Set([...all, ...items].map(({ currency }) => currency))].sort()
  return currencies
    .map((currency): Account => {
      const own = all.filter((m) => m.currency === currency)
      const movements = own.filter(({ date }) => date >= from)
      const closing = total(own)
      return {
        ...{ currency, opening: closing - total(movements), closing, movements },
        items: items.filter((i) => i.currency === currency),
        // A bill that was taken back is no longer waited for: its reversal says the same of it.
        withoutInvoice: total(own.filter(({ says }) => says.invoice?.isMissing === true)),
      }
    })
    .filter(({ opening, closing, movements, items: open }) => opening !== 0 || closing !== 0 || movements.length + open.length > 0)
}
