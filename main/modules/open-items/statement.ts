// A statement of account (对账单) as a customer, a factory or a forwarder reads it: per currency the opening balance, what happened, and what is open at the end.
// Rule PA17 of papers.
import { sql } from 'kysely'
import { SIDE } from '../../../db/ledger/sides.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import { daysBetween } from '../../../preload/contract/vocabulary/dates.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import {
  companyOnPaper,
  daysLate,
  fact,
  openItemWords,
  paperWords,
  type ContentBlock,
  type PaperAsked,
  type PaperColumn,
  type PaperMaker,
  type PaperProblem,
  type PaperWriter,
} from '../../records/papers/index.ts'
import { seenRecord } from '../../records/seen-record.ts'
import { bankBlock } from '../contracts/index.ts'
import { partyOnPaper, type PartyOnPaper } from '../parties/index.ts'
import { bucketsAsOf } from './rules.ts'
import { accountsOf, type Account, type OpenItem, type Period, type RowFacts } from './statement-account.ts'
import type { StatementColumn, StatementKind } from './statement-kinds.ts'

/** This month up to today, where nothing else is asked for. Refuses `invalid-input` for a span that ends before it begins. */
const periodOf = ({ from, to }: PaperAsked, q: QueryContext): Period => {
  const until = to ?? q.today
  const period = { from: from ?? `${until.slice(0, 8)}01`, to: until }
  return period.from > period.to ? refuse('invalid-input', { issues: [{ path: 'to', rule: 'out-of-order' }] }) : period
}

const listed = (texts: readonly string[]): string => texts.join('\n')
/** What each column says of a document. */
const CELLS: Record<StatementColumn, (says: RowFacts, w: PaperWriter) => string> = {
  reference: ({ references }) => listed(references),
  contract: ({ contracts }) => listed(contracts),
  deal: ({ deals }) => listed(deals),
  shipment: ({ shipments }) => listed(shipments),
  cost: ({ costs }, w) => listed(costs.map((one) => w.said(one))),
  due: ({ due }, w) => listed(due.map((day) => w.date(day))),
  invoice: ({ invoice }, w) => (invoice?.isMissing ? w.said(paperWords.notReceived) : (invoice?.number ?? '')),
}
const cells = (columns: readonly StatementColumn[], says: RowFacts, w: PaperWriter): Record<string, string> =>
  Object.fromEntries(columns.map((key) => [key, CELLS[key](says, w)]))

const movementRows = (kind: StatementKind, account: Account, { from }: Period, w: PaperWriter): ContentBlock => {
  const { currency, opening, closing, movements } = account
  const { columns, words } = kind
  const amount = (minor: number): string => w.amount(money(minor, currency))
  const charges = movements.reduce((sum, { minor }) => sum + Math.max(0, minor), 0)
  const credits = movements.reduce((sum, { minor }) => sum + Math.max(0, -minor), 0)
  let balance = opening
  return {
    key: 'movements',
    kind: 'rows',
    title: { en: currency, zh: currency },
    columns: [
      { key: 'date', label: paperWords.date, fixed: true },
      { key: 'kind', label: paperWords.what, fixed: true },
      { key: 'document', label: paperWords.document, fixed: true, grow: 1 },
      ...columns,
      { key: 'charge', label: words.charge, align: 'right', fixed: true },
      { key: 'credit', label: words.credit, align: 'right', fixed: true },
      { key: 'balance', label: paperWords.balance, align: 'right', fixed: true },
    ],
    rows: [
      { date: w.date(from), kind: w.said(paperWords.openingBalance), document: '', balance: amount(opening) },
      ...movements.map((m) => {
        balance += m.minor
        return {
          date: w.date(m.date),
          kind: w.said(words.rows[m.kind] ?? paperWords.adjustmentRow),
          document: m.document,
          ...cells(
            columns.map(({ key }) => key),
            m.says,
            w,
          ),
          charge: m.minor > 0 ? amount(m.minor) : '',
          credit: m.minor < 0 ? amount(-m.minor) : '',
          balance: amount(balance),
        }
      }),
    ],
    sums: [
      {
        label: paperWords.closingBalance,
        cells: { charge: amount(charges), credit: amount(credits), balance: w.money(money(closing, currency)) },
        strong: true,
      },
    ],
    words: [],
  }
}

const waits = ({ side }: StatementKind, item: OpenItem): boolean => (SIDE[side].waiting as readonly string[]).includes(item.kind)
const labelOf = ({ columns }: StatementKind, key: StatementColumn): PaperColumn => columns.find((column) => column.key === key)!

const itemRowsOf = (kind: StatementKind, { currency, items, closing }: Account, { to }: Period, w: PaperWriter): ContentBlock => ({
  key: 'open-items',
  kind: 'rows',
  title: paperWords.openItems,
  columns: [
    { key: 'document', label: paperWords.document, fixed: true, grow: 1 },
    { key: 'itemKind', label: paperWords.what, fixed: true },
    ...kind.itemColumns.map((key) => labelOf(kind, key)),
    { key: 'documentDate', label: paperWords.date, fixed: true },
    { key: 'due', label: paperWords.dueDate, fixed: true },
    { key: 'overdue', label: paperWords.daysOverdue, align: 'right' },
    { key: 'amount', label: paperWords.amount, align: 'right', fixed: true },
    { key: 'open', label: paperWords.open, align: 'right', fixed: true },
  ],
  rows: items.map((item) => ({
    ...cells(kind.itemColumns, item.says, w),
    document: item.document,
    itemKind: w.said(openItemWords[item.kind]),
    documentDate: w.date(item.documentDate),
    due: waits(kind, item) ? '' : w.date(item.dueDate),
    overdue: !waits(kind, item) && item.dueDate < to && item.open > item.met ? String(daysBetween(item.dueDate, to)) : '',
    amount: w.amount(money(item.amount, currency)),
    open: w.amount(money(item.open, currency)),
  })),
  sums: [{ label: paperWords.total, cells: { open: w.money(money(closing, currency)) }, strong: true }],
  words: [],
})

/** By due day, in this currency: what is owed, and what waits to be applied beside it. */
const ageing = (kind: StatementKind, account: Account, { to }: Period, q: QueryContext, w: PaperWriter): ContentBlock => {
  const { currency, items, withoutInvoice } = account
  const owed = items.filter((item) => !waits(kind, item))
  const shown = (minor: number): string => (minor === 0 ? '' : w.money(money(minor, currency)))
  const sum = (of: readonly OpenItem[]): string => shown(of.reduce((total, { open }) => total + open, 0))
  const late = bucketsAsOf(to, q.company.ageingBuckets).map(({ from, to: until, label }) => ({
    label: daysLate(label),
    value: sum(owed.filter(({ dueDate }) => (from === null || dueDate >= from) && (until === null || dueDate <= until))),
  }))
  return {
    key: 'ageing',
    kind: 'facts',
    left: [fact(paperWords.notDue, sum(owed.filter(({ dueDate }) => dueDate >= to))), ...late],
    right: [
      fact(kind.words.waiting, sum(items.filter((item) => waits(kind, item)))),
      ...(kind.countsInvoices ? [fact(paperWords.withoutInvoice, shown(withoutInvoice))] : []),
    ],
  }
}

/** Closing balance of the ledger and the sum of the open items: the same to the cent, or it is not issued. */
const differences = (accounts: readonly Account[], w: PaperWriter): PaperProblem[] =>
  accounts.flatMap(({ currency, closing, items }) => {
    const open = items.reduce((sum, item) => sum + item.open, 0)
    const shown = (minor: number): string => w.money(money(minor, currency))
    return open === closing ? [] : [{ code: 'statement-differs', what: currency, one: shown(closing), other: shown(open) }]
  })

type OtherSide = PartyOnPaper & { code: string }
const nameOf = ({ name, nameZh }: OtherSide, w: PaperWriter): string => w.lines({ en: name, zh: nameZh })

const head = ({ words }: StatementKind, party: OtherSide, { from, to }: Period, w: PaperWriter): ContentBlock => ({
  key: 'head',
  kind: 'facts',
  left: [
    { label: words.party, value: nameOf(party, w), needed: true },
    fact(paperWords.address, party.address),
    fact(paperWords.contactPerson, party.contact),
  ],
  right: [fact(words.partyCode, party.code), fact(paperWords.date, w.date(to)), fact(paperWords.period, `${w.date(from)} – ${w.date(to)}`)],
})
/** The slip on which the other side confirms the balance. */
const confirmation = ({ words }: StatementKind, party: OtherSide, q: QueryContext, w: PaperWriter): ContentBlock => ({
  key: 'signatures',
  kind: 'signatures',
  text: w.lines(paperWords.pleaseConfirm),
  parties: [
    { label: words.ours, name: companyOnPaper(q, w), below: paperWords.nameTitleDate, ours: true },
    { label: words.party, name: nameOf(party, w), below: paperWords.nameTitleDate },
  ],
})

/** Whether any item of the customer lies beyond the viewer's scope of receivables: the account is shown whole or not at all. Payables have no scope. */
const isBeyondScope = async ({ side }: StatementKind, q: QueryContext, partyId: string): Promise<boolean> => {
  const scope = side === 'receivable' ? q.scope('receivable', 'so.id', 'sd.id') : undefined
  if (!scope) return false
  const beyond = await q.db
    .selectFrom('open_item as i')
    .innerJoin('ledger_key as pk', 'pk.key', 'i.party')
    .leftJoin('ledger_key as so', 'so.key', 'i.owner')
    .leftJoin('ledger_key as sd', 'sd.key', 'i.department')
    .select('i.id')
    .where('pk.id', '=', partyId)
    .where(sql<boolean>`coalesce(${scope}, 0) = 0`)
    .limit(1)
    .executeTakeFirst()
  return beyond !== undefined
}

const resourceOf = ({ side }: StatementKind) => (side === 'receivable' ? 'customer' : 'vendor')

const partyOf = (q: QueryContext, id: string) =>
  q.db.selectFrom('party').select(['kind', 'code', 'ownerId', 'departmentId']).where('id', '=', id).executeTakeFirst()

/** Refuses `not-found` for a party of another kind, and for a customer, or an account, out of the viewer's sight. */
const visibleParty = async (kind: StatementKind, q: QueryContext, id: string): Promise<OtherSide> => {
  const resource = resourceOf(kind)
  const row = q.orNotFound(await partyOf(q, id), resource)
  if (!kind.isFor(row.kind)) refuse('not-found', { resource })
  if (resource === 'customer') q.requireScope('customer', row)
  if (await isBeyondScope(kind, q, id)) refuse('not-found', { resource: 'receivable' })
  return { ...(await partyOnPaper(q, id)), code: row.code }
}

const blocksOf = async (kind: StatementKind, account: Account, period: Period, q: QueryContext, w: PaperWriter) => {
  const bank = kind.asksForPayment ? await bankBlock(q, account.currency, w) : undefined
  return {
    blocks: [
      movementRows(kind, account, period, w),
      itemRowsOf(kind, account, period, w),
      ageing(kind, account, period, q, w),
      ...(bank ? [bank.ifAny] : []),
    ],
    warnings: bank?.missing ?? [],
  }
}

/** The account told to the other side. */
export const statementOf = (kind: StatementKind): PaperMaker => ({
  maySee: async (recordId, q) => !(await isBeyondScope(kind, q, recordId)),
  // Of a customer out of sight as of one that is not there.
  isOffered: async (recordId, q) => kind.isFor(String(seenRecord(q, resourceOf(kind), recordId)?.['kind'] ?? '')),
  language: async ({ recordId }, q) => (await visibleParty(kind, q, recordId)).documentLanguage,
  write: async (asked, q, w) => {
    const party = await visibleParty(kind, q, asked.recordId)
    const period = periodOf(asked, q)
    const accounts = await accountsOf(q, kind, asked.recordId, period)
    const sections = await Promise.all(accounts.map((account) => blocksOf(kind, account, period, q, w)))
    return {
      titles: paperWords.statementTitle,
      number: `${party.code}-${period.to.replaceAll('-', '')}`,
      ...{ version: 1, revision: 1, date: period.to, party: party.shortName, mark: null },
      blocks: [
        head(kind, party, period, w),
        ...sections.flatMap(({ blocks }) => blocks),
        ...(accounts.length === 0 ? [{ key: 'nothing', kind: 'text' as const, text: w.said(paperWords.nothingOpen) }] : []),
        confirmation(kind, party, q, w),
      ],
      problems: differences(accounts, w),
      warnings: sections.flatMap(({ warnings }) => warnings),
    }
  },
})
