// What a payment clears, line by line, as its request and its slip print it: the document, what was cleared of it before, now, and what is left.
import type { Money } from '../../../preload/contract/vocabulary/money.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { paperWords, type ContentBlock, type PaperWriter } from '../../records/papers/index.ts'

/** Of an open item: its document, and the contract and deal it belongs to alone. `openBefore` and `total` in its own currency. */
export type ClearedLine = {
  document: string
  documentDate: IsoDate
  dueDate: IsoDate
  contract: string
  deal: string
  total: Money
  openBefore: Money
  /** What of it is cleared now, in its own currency. */
  cleared: Money
}
/** Money that clears nothing yet. */
export type AheadLine = { ahead: Money; contract: string }

/** The documents of open items by reference. */
export const documentsOfItems = async (q: QueryContext, refs: readonly string[]) => {
  const rows = await q.db
    .selectFrom('open_item as i')
    .leftJoin('ledger_key as dk', 'dk.key', 'i.deal')
    .leftJoin('deal as d', 'd.id', 'dk.id')
    .leftJoin('ledger_key as ck', 'ck.key', 'i.contract')
    .leftJoin('purchase_contract as pc', 'pc.id', 'ck.id')
    .leftJoin('sales_contract as sc', 'sc.id', 'ck.id')
    .select(['i.ref', 'i.id as itemId', 'i.documentNumber', 'i.documentDate', 'i.dueDate', 'i.foreign', 'i.openForeign', 'i.currency'])
    .select(['d.number as deal', 'pc.number as bought', 'sc.number as sold'])
    .where('i.ref', 'in', refs)
    .execute()
  return new Map(
    rows.map((r) => [
      r.ref,
      {
        ...{ itemId: r.itemId, document: r.documentNumber, documentDate: r.documentDate, dueDate: r.dueDate },
        ...{ contract: r.bought ?? r.sold ?? '', deal: r.deal ?? '' },
        total: money(Math.abs(r.foreign), r.currency),
        open: money(Math.abs(r.openForeign), r.currency),
      },
    ]),
  )
}

/** `of`: what is paid in all, the sum of `paid` over the lines. */
export const clearedBlock = (lines: readonly ((ClearedLine | AheadLine) & { paid: Money })[], of: Money, w: PaperWriter): ContentBlock => {
  const amount = (value: Money): string => (value.currency === of.currency ? w.amount(value) : w.money(value))
  return {
    key: 'lines',
    kind: 'rows',
    columns: [
      { key: 'no', label: paperWords.lineNo, align: 'center', fixed: true },
      { key: 'document', label: paperWords.document, fixed: true, grow: 1 },
      { key: 'documentDate', label: paperWords.documentDate },
      { key: 'dueDate', label: paperWords.dueDate },
      { key: 'contract', label: paperWords.contract },
      { key: 'deal', label: paperWords.deal },
      { key: 'total', label: paperWords.documentTotal, align: 'right' },
      { key: 'before', label: paperWords.clearedBefore, align: 'right' },
      { key: 'paid', label: paperWords.paidNow, align: 'right', fixed: true },
      { key: 'left', label: paperWords.leftAfter, align: 'right' },
    ],
    rows: lines.map((line, at) => ({
      no: String(at + 1),
      contract: line.contract,
      paid: amount(line.paid),
      ...('ahead' in line
        ? { document: w.said(paperWords.prepayment) }
        : {
            document: line.document,
            documentDate: w.date(line.documentDate),
            dueDate: w.date(line.dueDate),
            deal: line.deal,
            total: amount(line.total),
            before: amount(money(line.total.minor - line.openBefore.minor, line.total.currency)),
            left: amount(money(line.openBefore.minor - line.cleared.minor, line.total.currency)),
          }),
    })),
    sums: [{ label: paperWords.total, cells: { paid: w.money(of), left: '' }, strong: true }],
    words: w.inWords(of),
  }
}
