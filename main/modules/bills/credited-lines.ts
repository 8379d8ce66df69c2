// The goods a factory's credit note is about: billed purchase lines, and how much of what was billed of each it takes back (T14).
import type { RawBuilder } from 'kysely'
import { refuse } from '../../../preload/contract/refusals.ts'
import { Decimal } from '../../../preload/contract/vocabulary/decimal.ts'
import { shareOut } from '../../../preload/contract/vocabulary/money.ts'
import type { ReadableDb } from '../../../db/open.ts'
import type { CommandContext } from '../../commands/define-command.ts'

export type CreditedLine = { purchaseLineId: string; amount: number }
/** A purchase line with what was billed of it and is not credited yet, VAT-inclusive minor units of its contract's currency. `vatRate`: of its last bill, scaled. */
export type Creditable = {
  id: string
  contractId: string
  contractNumber: string
  dealId: string | null
  dealNumber: string | null
  productCode: string | null
  description: string
  currency: string
  supplierId: string
  ownerId: string
  departmentId: string | null
  vatRate: number
  open: number
}

type Wanted = { lineIds: readonly string[] } | { supplierId: string; currency: string; dealId?: string | undefined }

/** Billed lines of signed contracts in the order in which they were bought: day, number, position. */
export const creditable = async (db: ReadableDb, wanted: Wanted, mine?: RawBuilder<boolean>): Promise<Creditable[]> => {
  let query = db
    .selectFrom('purchase_line as l')
    .innerJoin('purchase_contract as c', 'c.id', 'l.contractId')
    .leftJoin('deal as d', 'd.id', 'l.dealId')
    .leftJoin('product as g', 'g.id', 'l.productId')
    .select(['l.id', 'l.contractId', 'c.number as contractNumber', 'l.dealId', 'd.number as dealNumber', 'g.code as productCode'])
    .select(['l.description', 'c.currency', 'c.supplierId', 'c.ownerId', 'c.departmentId'])
    .select((e) => [
      e
        .selectFrom('bill_line as x')
        .innerJoin('bill as b', 'b.id', 'x.billId')
        .select((sub) => sub.fn.sum<number>('x.amount').as('n'))
        .whereRef('x.purchaseLineId', '=', 'l.id')
        .where('b.status', '=', 'posted')
        .as('billed'),
      e
        .selectFrom('bill_line as x')
        .innerJoin('bill as b', 'b.id', 'x.billId')
        .select('x.vatRate')
        .whereRef('x.purchaseLineId', '=', 'l.id')
        .where('b.status', '=', 'posted')
        .orderBy('b.billDate', 'desc')
        .orderBy('b.numberKey', 'desc')
        .limit(1)
        .as('vatRate'),
      e
        .selectFrom('credit_note_line as x')
        .innerJoin('credit_note as n', 'n.id', 'x.creditNoteId')
        .select((sub) => sub.fn.sum<number>('x.amount').as('n'))
        .whereRef('x.purchaseLineId', '=', 'l.id')
        .where('n.status', '=', 'posted')
        .as('credited'),
    ])
    .where('c.status', '=', 'signed')
    .where('l.billed', '>', 0)
  if ('lineIds' in wanted) query = query.where('l.id', 'in', ['', ...wanted.lineIds])
  else {
    query = query.where('c.supplierId', '=', wanted.supplierId).where('c.currency', '=', wanted.currency)
    if (wanted.dealId !== undefined) query = query.where('l.dealId', '=', wanted.dealId)
  }
  if (mine) query = query.where(mine)
  // The newest are what a note is about, should a factory have more than can be shown.
  const rows = await query
    .orderBy('c.contractDate', 'desc')
    .orderBy('c.numberKey', 'desc')
    .orderBy('l.position', 'desc')
    .limit(500)
    .execute()
  return rows.toReversed().map(({ billed, credited, vatRate, ...row }) => ({
    ...row,
    vatRate: vatRate ?? 0,
    open: Number(billed ?? 0) - Number(credited ?? 0),
  }))
}

type Note = { party: { id: string; name: string }; currency: string; amount: number }
/**
 * The lines a factory's note names. Refuses `not-found`, `party-differs`, `currency-differs` for lines of others, `allocation-exceeds` beyond what was billed
 * of a line, `amount-not-zero` unless they add up to the note.
 */
export const namedLines = async (
  ctx: CommandContext,
  note: Note,
  lines: readonly CreditedLine[],
): Promise<(Creditable & CreditedLine)[]> => {
  if (new Set(lines.map((l) => l.purchaseLineId)).size < lines.length)
    refuse('invalid-input', { issues: [{ path: 'lines', rule: 'duplicate' }] })
  const known = new Map((await creditable(ctx.db, { lineIds: lines.map((l) => l.purchaseLineId) })).map((l) => [l.id, l]))
  const credited = lines.map((line) => {
    const of = ctx.orNotFound(known.get(line.purchaseLineId), 'purchase-contract')
    ctx.requireScope('purchase-contract', of)
    if (of.supplierId !== note.party.id)
      refuse('party-differs', { expected: ctx.tx.row('party', of.supplierId)?.name ?? '', found: note.party.name })
    if (of.currency !== note.currency) refuse('currency-differs', { expected: of.currency, found: note.currency })
    if (line.amount > of.open)
      refuse('allocation-exceeds', {
        asked: { minor: line.amount, currency: note.currency },
        open: { minor: Math.max(of.open, 0), currency: note.currency },
        of: 'payable',
        document: of.contractNumber,
      })
    return { ...of, ...line }
  })
  const left = note.amount - lines.reduce((sum, l) => sum + l.amount, 0)
  if (left !== 0) refuse('amount-not-zero', { amount: { minor: left, currency: note.currency } })
  return credited
}

/**
 * The lines of a note that names a deal and no lines: the factory's goods of that deal by what was billed of them. None when that is less than the note or in
 * another currency: then the note lowers the deal's cost as a whole.
 */
export const linesOfDeal = async (ctx: CommandContext, note: Note, dealId: string): Promise<(Creditable & CreditedLine)[]> => {
  const goods = (await creditable(ctx.db, { supplierId: note.party.id, currency: note.currency, dealId })).filter((l) => l.open > 0)
  if (goods.reduce((sum, l) => sum + l.open, 0) < note.amount) return []
  const shares = shareOut(
    note.amount,
    goods.map((l) => new Decimal(l.open)),
  )
  return goods.flatMap((l, i) => (shares[i] === 0 ? [] : [{ ...l, purchaseLineId: l.id, amount: shares[i]! }]))
}
