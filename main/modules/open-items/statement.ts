// A statement of account as the customer reads it (客户对账单): per currency the opening balance, what happened, and what is open at the end. Rule PA17 of papers.
import { sql } from 'kysely'
import { accountsSql, SIDE } from '../../../db/ledger/sides.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import type { Currency } from '../../../preload/contract/vocabulary/currency.ts'
import { daysBetween, type IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import {
  companyOnPaper,
  daysLate,
  fact,
  paperWords,
  type ContentBlock,
  type PaperAsked,
  type PaperMaker,
  type PaperProblem,
  type PaperWriter,
  type Said,
} from '../../records/papers/index.ts'
import { bankBlock } from '../contracts/index.ts'
import { partyOnPaper, type PartyOnPaper } from '../parties/index.ts'
import { asOfParams, itemRows } from './open-as-of.ts'
import { bucketsAsOf } from './rules.ts'

/** What one journal moved of the customer's account in one currency; what it moved from one item to another is nothing. */
type Movement = {
  journalId: number
  date: IsoDate
  kind: string
  document: string
  currency: Currency
  minor: number
  reference: string
  contract: string
  due: string
}
type OpenItem = {
  documentNumber: string
  kind: string
  currency: Currency
  documentDate: IsoDate
  dueDate: IsoDate
  amount: number
  open: number
  met: number
}
type Period = { from: IsoDate; to: IsoDate }
type Account = { currency: Currency; opening: number; closing: number; movements: Movement[]; items: OpenItem[] }

const CREDITS: readonly string[] = SIDE.receivable.waiting

const KINDS: Record<string, Said> = {
  dispatch: paperWords.invoiceRow,
  receipt: paperWords.receiptRow,
  claim: paperWords.receiptRow,
  payment: paperWords.refundRow,
  'credit-note': paperWords.creditNoteRow,
  'write-off': paperWords.adjustmentRow,
  reversal: paperWords.reversalRow,
  allocation: paperWords.otherCurrencyRow,
}

/** This month up to today, where nothing else is asked for. Refuses `invalid-input` for a span that ends before it begins. */
const periodOf = ({ from, to }: PaperAsked, q: QueryContext): Period => {
  const until = to ?? q.today
  const period = { from: from ?? `${until.slice(0, 8)}01`, to: until }
  return period.from > period.to ? refuse('invalid-input', { issues: [{ path: 'to', rule: 'out-of-order' }] }) : period
}

/** The customer's account as posted up to a day, all currencies; commissions are owed to others. */
const movementsUntil = (q: QueryContext, customerId: string, to: IsoDate): Promise<Movement[]> => {
  const accounts = sql.raw(accountsSql('receivable'))
  const moved = sql<Movement>`(select p.journalId, p.date, j.kind, j.documentNumber as document, p.currency, sum(p."foreign") as minor,
      coalesce(group_concat(distinct nullif(sc.buyerOrderNumber, '')), '') as reference, coalesce(group_concat(distinct sc.number), '') as contract,
      coalesce(group_concat(distinct case when i.journalId = p.journalId and i.kind = 'invoice' then i.dueDate end), '') as due
    from posting p join journal j on j.id = p.journalId left join open_item i on i.id = p.item
      left join ledger_key ck on ck.key = i.contract left join sales_contract sc on sc.id = ck.id
    where p.party = (select key from ledger_key where id = ${customerId}) and p.account in ${accounts}
      and (i.kind is null or i.kind <> ${SIDE.receivable.strange}) and p.date <= ${to}
    group by p.journalId, p.currency having sum(p."foreign") <> 0)`
  return q.db.selectFrom(moved.as('m')).selectAll().orderBy('date').orderBy('journalId').execute()
}
const openItems = (q: QueryContext, customerId: string, to: IsoDate): Promise<OpenItem[]> => {
  const rows = itemRows(q, asOfParams(q, { side: 'receivable', asOf: to, partyId: customerId }))
  return q.db
    .selectFrom(sql<OpenItem & { id: number }>`(${rows})`.as('i'))
    .select(['documentNumber', 'kind', 'currency', 'documentDate', 'dueDate', 'amount', 'open', 'met'])
    .where('open', '<>', 0)
    .orderBy('dueDate')
    .orderBy('documentNumber')
    .orderBy('id')
    .execute()
}

/** A section for each currency in which anything stood open or happened; never converted. */
const accountsOf = async (q: QueryContext, customerId: string, { from, to }: Period): Promise<Account[]> => {
  const all = await movementsUntil(q, customerId, to)
  const items = await openItems(q, customerId, to)
  const currencies = [...new Set([...all, ...items].map(({ currency }) => currency))].sort()
  return currencies
    .map((currency) => {
      const own = all.filter((m) => m.currency === currency)
      const movements = own.filter(({ date }) => date >= from)
      const sum = (of: readonly Movement[]) => of.reduce((total, { minor }) => total + minor, 0)
      const closing = sum(own)
      return { currency, opening: closing - sum(movements), closing, movements, items: items.filter((i) => i.currency === currency) }
    })
    .filter(({ opening, closing, movements, items: open }) => opening !== 0 || closing !== 0 || movements.length + open.length > 0)
}

const listed = (texts: string): string => texts.split(',').join('\n')
const days = (texts: string, w: PaperWriter): string =>
  texts
    .split(',')
    .filter((day) => day !== '')
    .sort()
    .map((day) => w.date(day))
    .join('\n')

const movementRows = ({ currency, opening, closing, movements }: Account, { from }: Period, w: PaperWriter): ContentBlock => {
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
      { key: 'reference', label: paperWords.yourReference },
      { key: 'contract', label: paperWords.contract },
      { key: 'due', label: paperWords.dueDate },
      { key: 'charge', label: paperWords.charge, align: 'right', fixed: true },
      { key: 'credit', label: paperWords.credit, align: 'right', fixed: true },
      { key: 'balance', label: paperWords.balance, align: 'right', fixed: true },
    ],
    rows: [
      { date: w.date(from), kind: w.said(paperWords.openingBalance), document: '', balance: amount(opening) },
      ...movements.map((m) => {
        balance += m.minor
        return {
          date: w.date(m.date),
          kind: w.said(KINDS[m.kind] ?? paperWords.adjustmentRow),
          ...{ document: m.document, reference: listed(m.reference), contract: listed(m.contract), due: days(m.due, w) },
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

const isCredit = ({ kind }: OpenItem): boolean => CREDITS.includes(kind)

const itemRowsOf = ({ currency, items, closing }: Account, { to }: Period, w: PaperWriter): ContentBlock => ({
  key: 'open-items',
  kind: 'rows',
  title: paperWords.openItems,
  columns: [
    { key: 'document', label: paperWords.document, fixed: true, grow: 1 },
    { key: 'documentDate', label: paperWords.date, fixed: true },
    { key: 'due', label: paperWords.dueDate, fixed: true },
    { key: 'overdue', label: paperWords.daysOverdue, align: 'right' },
    { key: 'amount', label: paperWords.amount, align: 'right', fixed: true },
    { key: 'open', label: paperWords.open, align: 'right', fixed: true },
  ],
  rows: items.map((item) => ({
    document: item.documentNumber,
    documentDate: w.date(item.documentDate),
    due: isCredit(item) ? '' : w.date(item.dueDate),
    overdue: !isCredit(item) && item.dueDate < to && item.open > item.met ? String(daysBetween(item.dueDate, to)) : '',
    amount: w.amount(money(item.amount, currency)),
    open: w.amount(money(item.open, currency)),
  })),
  sums: [{ label: paperWords.total, cells: { open: w.money(money(closing, currency)) }, strong: true }],
  words: [],
})

/** By due day, in this currency: what is owed, and what waits to be applied beside it. */
const ageing = ({ currency, items }: Account, { to }: Period, q: QueryContext, w: PaperWriter): ContentBlock => {
  const owed = items.filter((item) => !isCredit(item))
  const sum = (of: readonly OpenItem[]): string => {
    const minor = of.reduce((total, { open }) => total + open, 0)
    return minor === 0 ? '' : w.money(money(minor, currency))
  }
  const late = bucketsAsOf(to, q.company.ageingBuckets).map(({ from, to: until, label }) => ({
    label: daysLate(label),
    value: sum(owed.filter(({ dueDate }) => (from === null || dueDate >= from) && (until === null || dueDate <= until))),
  }))
  return {
    key: 'ageing',
    kind: 'facts',
    left: [fact(paperWords.notDue, sum(owed.filter(({ dueDate }) => dueDate >= to))), ...late],
    right: [{ label: paperWords.waitingCredits, value: sum(items.filter(isCredit)) }],
  }
}

/** Closing balance of the ledger and the sum of the open items: the same to the cent, or it is not issued. */
const differences = (accounts: readonly Account[], w: PaperWriter): PaperProblem[] =>
  accounts.flatMap(({ currency, closing, items }) => {
    const open = items.reduce((sum, item) => sum + item.open, 0)
    const shown = (minor: number): string => w.money(money(minor, currency))
    return open === closing ? [] : [{ code: 'statement-differs', what: currency, one: shown(closing), other: shown(open) }]
  })

const head = (customer: PartyOnPaper & { code: string }, { from, to }: Period, w: PaperWriter): ContentBlock => ({
  key: 'head',
  kind: 'facts',
  left: [
    { label: paperWords.customer, value: w.lines({ en: customer.name, zh: customer.nameZh }), needed: true },
    fact(paperWords.address, customer.address),
    fact(paperWords.contactPerson, customer.contact),
  ],
  right: [
    fact(paperWords.customerCode, customer.code),
    fact(paperWords.date, w.date(to)),
    fact(paperWords.period, `${w.date(from)} – ${w.date(to)}`),
  ],
})

/** Whether any item of the customer lies beyond the viewer's scope of receivables: the account is shown whole or not at all. */
const isBeyondScope = async (q: QueryContext, customerId: string): Promise<boolean> => {
  const scope = q.scope('receivable', 'so.id', 'sd.id')
  if (!scope) return false
  const beyond = await q.db
    .selectFrom('open_item as i')
    .innerJoin('ledger_key as pk', 'pk.key', 'i.party')
    .leftJoin('ledger_key as so', 'so.key', 'i.owner')
    .leftJoin('ledger_key as sd', 'sd.key', 'i.department')
    .select('i.id')
    .where('pk.id', '=', customerId)
    .where(sql<boolean>`coalesce(${scope}, 0) = 0`)
    .limit(1)
    .executeTakeFirst()
  return beyond !== undefined
}

/** Refuses `not-found` for a customer, or an account, out of the viewer's sight. */
const visibleCustomer = async (q: QueryContext, id: string): Promise<PartyOnPaper & { code: string }> => {
  const row = q.orNotFound(
    await q.db
      .selectFrom('party')
      .select(['code', 'ownerId', 'departmentId'])
      .where('id', '=', id)
      .where('kind', '=', 'customer')
      .executeTakeFirst(),
    'customer',
  )
  q.requireScope('customer', row)
  if (await isBeyondScope(q, id)) refuse('not-found', { resource: 'receivable' })
  return { ...(await partyOnPaper(q, id)), code: row.code }
}

export const customerStatement: PaperMaker = {
  maySee: async (recordId, q) => !(await isBeyondScope(q, recordId)),
  language: async ({ recordId }, q) => (await visibleCustomer(q, recordId)).documentLanguage,
  write: async (asked, q, w) => {
    const customer = await visibleCustomer(q, asked.recordId)
    const period = periodOf(asked, q)
    const accounts = await accountsOf(q, asked.recordId, period)
    const blocks: ContentBlock[] = []
    const warnings: PaperProblem[] = []
    for (const account of accounts) {
      const bank = await bankBlock(q, account.currency, w)
      warnings.push(...bank.problems)
      blocks.push(movementRows(account, period, w), itemRowsOf(account, period, w), ageing(account, period, q, w), bank.ifAny)
    }
    return {
      titles: paperWords.statementTitle,
      ...{
        number: `${customer.code}-${period.to.replaceAll('-', '')}`,
        version: 1,
        revision: 1,
        date: period.to,
        party: customer.shortName,
      },
      mark: null,
      blocks: [
        head(customer, period, w),
        ...blocks,
        ...(accounts.length === 0 ? [{ key: 'nothing', kind: 'text' as const, text: w.said(paperWords.nothingOpen) }] : []),
        {
          key: 'signatures',
          kind: 'signatures',
          text: w.lines(paperWords.pleaseConfirm),
          parties: [
            { label: paperWords.forSeller, name: companyOnPaper(q, w), below: paperWords.nameTitleDate, ours: true },
            { label: paperWords.customer, name: w.lines({ en: customer.name, zh: customer.nameZh }), below: paperWords.nameTitleDate },
          ],
        },
      ],
      problems: differences(accounts, w),
      warnings,
    }
  },
}
