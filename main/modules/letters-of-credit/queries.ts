// What the screens of letters of credit ask for: one credit with its amendments, a contract's credits, contracts that a credit may pay for, and the list.
import { withoutFoldedKeys } from '../../../db/folded-texts.ts'
import { sql } from 'kysely'
import type { CheckFigure } from '../../../preload/contract/modules/letters-of-credit/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { scaledText } from '../../../preload/contract/vocabulary/decimal.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import { creditPart, isByCredit, type PaymentTerm } from '../../../preload/contract/vocabulary/payment-term.ts'
import { defineLists, defineQueries, type QueryContext } from '../../queries/define-query.ts'
import { headOf, letterChecks } from './checks-query.ts'
import { type Change, type LetterRow, termsOf } from './records.ts'
import { letterStates } from './states.ts'
import { nameIn } from '../../../db/names-in-language.ts'

type Letter = QueryOutput<'letter-of-credit'>

/** A stored term as it is shown. */
const figureOf = (field: Change['field'], value: unknown, currency: string): CheckFigure | null => {
  if (value === null || value === '') return null
  if (field === 'amount') return { money: money(Number(value), currency) }
  if (field === 'tolerancePlus' || field === 'toleranceMinus') return { text: `${scaledText(Number(value), 'percent')} %` }
  if (field === 'partialShipment' || field === 'transhipment') return { name: `boolean.${value === 1}` }
  if (field === 'documents') return { text: String((JSON.parse(String(value)) as unknown[]).length) }
  return { text: String(value) }
}

const amendmentsOf = async (q: QueryContext, letter: LetterRow): Promise<Letter['amendments']> => {
  const rows = await q.db.selectFrom('letter_amendment').selectAll().where('letterId', '=', letter.id).orderBy('number', 'desc').execute()
  return rows.map((a) => ({
    id: a.id,
    number: a.number,
    receivedOn: a.receivedOn,
    state: a.state as Letter['amendments'][number]['state'],
    decidedOn: a.decidedOn,
    remark: a.remark,
    changes: (JSON.parse(a.changes) as Change[]).map(({ field, from, to }) => ({
      field,
      from: figureOf(field, from, letter.currency),
      to: figureOf(field, to, letter.currency),
    })),
  }))
}

const contractsOf = async (q: QueryContext, letterId: string): Promise<Letter['contracts']> => {
  const rows = await q.db
    .selectFrom('letter_contract as x')
    .innerJoin('sales_contract as k', 'k.id', 'x.contractId')
    .select(['k.id', 'k.number', 'k.status', 'k.total', 'k.currency', 'k.latestShipment'])
    .where('x.letterId', '=', letterId)
    .orderBy('k.numberKey')
    .execute()
  return rows.map(({ total, currency, ...k }) => ({ ...k, total: money(total, currency) }))
}

const letterQuery = async ({ id }: { id: string }, q: QueryContext): Promise<Letter> => {
  const found = await q.db
    .selectFrom('letter_of_credit as c')
    .innerJoin('party as p', 'p.id', 'c.customerId')
    .innerJoin('user as u', 'u.id', 'c.ownerId')
    .selectAll('c')
    .select(['p.name as customerName', nameIn(q.viewer.language, 'user', 'u').as('ownerName')])
    .where('c.id', '=', id)
    .executeTakeFirst()
  const row = q.orNotFound(found, 'letter-of-credit')
  q.requireScope('letter-of-credit', row)
  const [state] = await letterStates(q.db, q.today, [id])
  const contracts = await contractsOf(q, id)
  const { createdAt: _made, departmentId: _department, ...fields } = withoutFoldedKeys('letter_of_credit', row)
  return {
    ...fields,
    ...termsOf(row),
    availability: row.availability as Letter['availability'],
    confirmed: row.confirmed === 1,
    status: state!.status,
    attention: state!.attention,
    contractIds: contracts.map((k) => k.id),
    contracts,
    most: money(state!.most, row.currency),
    drawn: money(state!.drawn, row.currency),
    left: money(state!.left, row.currency),
    daysLeft: state!.daysLeft,
    amendments: await amendmentsOf(q, row),
  }
}

/** DC9. Whether a contract's payment term asks for a credit, and how far accepted credits make up what it asks. */
const contractLetters = async ({ contractId }: { contractId: string }, q: QueryContext): Promise<QueryOutput<'contract-letters'>> => {
  q.require('sales-contract.view')
  const contract = q.orNotFound(
    await q.db.selectFrom('sales_contract').selectAll().where('id', '=', contractId).executeTakeFirst(),
    'sales-contract',
  )
  q.requireScope('sales-contract', contract)
  const visible = q.scope('letter-of-credit', 'c.ownerId', 'c.departmentId')
  const rows = await q.db
    .selectFrom('letter_of_credit as c')
    .innerJoin('letter_contract as x', 'x.letterId', 'c.id')
    .selectAll('c')
    .where('x.contractId', '=', contractId)
    .where('c.status', '<>', 'cancelled')
    .$if(visible !== undefined, (b) => b.where(visible!))
    .orderBy('c.expiresOn')
    .execute()
  const states = await letterStates(
    q.db,
    q.today,
    rows.map((r) => r.id),
  )
  const letters = rows.map((row) => headOf(row, states.find((s) => s.id === row.id)!))
  const term = JSON.parse(contract.paymentTerm) as PaymentTerm
  const needed = isByCredit(term)
  const asked = needed ? creditPart(contract.total, term) : 0
  const taken = rows.filter((r) => r.status === 'accepted' || r.status === 'closed')
  const made = taken.reduce((sum, r) => sum + states.find((s) => s.id === r.id)!.most, 0)
  return {
    needed,
    asked: money(asked, contract.currency),
    letters,
    state:
      !needed && rows.length === 0
        ? 'not-needed'
        : rows.length === 0
          ? 'missing'
          : taken.length === 0
            ? 'received'
            : made < asked
              ? 'short'
              : 'accepted',
  }
}

export const lettersQueries = defineQueries({
  'letter-of-credit': letterQuery,
  'letter-checks': letterChecks,
  'contract-letters': contractLetters,
  'contracts-for-letter': async ({ customerId, currency }, q) => {
    q.require('sales-contract.view')
    const customer = await q.db
      .selectFrom('party')
      .selectAll()
      .where('id', '=', customerId)
      .where('kind', '=', 'customer')
      .executeTakeFirst()
    q.requireScope('customer', q.orNotFound(customer, 'customer'))
    const visible = q.scope('sales-contract', 'k.ownerId', 'k.departmentId')
    const rows = await q.db
      .selectFrom('sales_contract as k')
      .innerJoin('party as p', 'p.id', 'k.customerId')
      .selectAll('k')
      .select('p.name as customerName')
      .where('k.customerId', '=', customerId)
      .where('k.status', '=', 'signed')
      .$if(currency !== undefined, (b) => b.where('k.currency', '=', currency!))
      .$if(visible !== undefined, (b) => b.where(visible!))
      .orderBy('k.contractDate', 'desc')
      .limit(200)
      .execute()
    return rows
      .map((k) => ({
        id: k.id,
        number: k.number,
        contractDate: k.contractDate,
        total: money(k.total, k.currency),
        byCredit: isByCredit(JSON.parse(k.paymentTerm) as PaymentTerm),
        latestShipment: k.latestShipment,
        portOfLoading: k.portOfLoading,
        portOfDischarge: k.portOfDischarge,
        partialShipment: k.partialShipment === 1,
        transhipment: k.transhipment === 1,
        customerName: k.customerName,
      }))
      .toSorted((a, b) => Number(b.byCredit) - Number(a.byCredit))
  },
})

const MADE = ['id', 'status', 'attention', 'drawn', 'left', 'presentBy', 'daysLeft'] as const
const OVER = new Set(['drawn', 'closed', 'cancelled'])
const cell = (name: string) => sql`value ->> ${sql.lit(`$.${name}`)} as ${sql.ref(name)}`

export const lettersLists = defineLists({
  'letters-of-credit': async (params, q) => {
    // What asks for nothing says nothing: the days of a credit that is over, and the attention of one that is in order.
    const made = (await letterStates(q.db, q.today)).map((s) => ({
      ...s,
      daysLeft: OVER.has(s.status) ? null : s.daysLeft,
      attention: s.attention === 'none' ? null : s.attention,
    }))
    const rows = sql<Record<(typeof MADE)[number], unknown>>`(select ${sql.join(MADE.map(cell))} from json_each(${JSON.stringify(made)}))`
    return {
      from: q.db
        .selectFrom(rows.as('t'))
        .innerJoin('letter_of_credit as c', 'c.id', 't.id' as never)
        .innerJoin('party as p', 'p.id', 'c.customerId')
        .innerJoin('user as u', 'u.id', 'c.ownerId')
        .$if(params?.customerId !== undefined, (b) => b.where('c.customerId', '=', params!.customerId!))
        .$if(params?.openOnly === true, (b) => b.where(sql<boolean>`t.status in ('draft', 'accepted', 'in-use')`))
        .$if(params?.contractId !== undefined, (b) =>
          b.where(sql<boolean>`exists (select 1 from letter_contract x where x.letterId = c.id and x.contractId = ${params!.contractId!})`),
        ),
      id: 'c.id',
      owned: { owner: 'c.ownerId', department: 'c.departmentId' },
      search: ['c.number', 'c.bankNumber', 'c.issuingBank', 'p.name', 'p.nameZh'],
      fields: {
        number: 'c.number',
        bankNumber: 'c.bankNumber',
        customer: 'p.name',
        issuingBank: 'c.issuingBank',
        status: 't.status',
        attention: 't.attention',
        currency: 'c.currency',
        amount: 'c.amount',
        drawn: 't.drawn',
        left: 't.left',
        latestShipment: 'c.latestShipment',
        presentBy: 't.presentBy',
        expiresOn: 'c.expiresOn',
        daysLeft: 't.daysLeft',
        contracts: sql`(select group_concat(k.number, ', ') from letter_contract x join sales_contract k on k.id = x.contractId where x.letterId = c.id)`,
        issuedOn: 'c.issuedOn',
        advisingBank: 'c.advisingBank',
        owner: 'u.name',
        customerId: 'c.customerId',
      },
    }
  },
})
