// The payment request on paper (付款申请单): who asks, who is paid and where, for which bills, and who approved it. Field by field: main/modules/papers/SPEC.md.
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import {
  approvalSteps,
  draftUntilApproved,
  fact,
  paperWords,
  type Mark,
  type PaperMaker,
  type PaperProblem,
  type PaperWriter,
} from '../../records/papers/index.ts'
import { confirmedBankDetails, partyOnPaper } from '../parties/index.ts'
import { paymentRequestQueries } from './queries.ts'
import { documentsOfItems, clearedBlock, type AheadLine, type ClearedLine } from './cleared-lines.ts'
import { paidOn } from './sums.ts'

type Request = QueryOutput<'payment-request'>
type Line = (ClearedLine | AheadLine) & { paid: NonNullable<Request['total']> }

/** Given to who may see what is owed; the paper is printed for nobody else. */
const visible = <T>(amount: T | null): T => amount!

/** What was cleared before are payments and allocations that are not of this request. */
const linesOf = async (q: QueryContext, request: Request, w: PaperWriter): Promise<{ lines: Line[]; problems: PaperProblem[] }> => {
  if (request.lines.length === 0)
    return {
      lines: [{ ahead: visible(request.total), paid: visible(request.total), contract: request.contractNumber ?? '' }],
      problems: [],
    }
  const refs = request.lines.map(({ item }) => item)
  const documents = await documentsOfItems(q, refs)
  const paid = await paidOn(q, request.id)
  const problems: PaperProblem[] = []
  const lines = request.lines.map((line): Line => {
    const document = documents.get(line.item)!
    const amount = visible(line.amount)
    const { currency } = amount
    const byThis = paid.items.get(line.item) ?? 0
    const openBefore = Math.min(document.open.minor + byThis, document.total.minor)
    if (amount.minor > openBefore && request.status === 'open')
      problems.push({
        code: 'above-open',
        what: document.document,
        one: w.money(amount),
        other: w.money(money(openBefore, currency)),
      })
    return { ...document, openBefore: money(openBefore, currency), cleared: amount, paid: amount }
  })
  return { lines, problems }
}

const markOf = (request: Request, q: QueryContext): Promise<Mark | null> | Mark =>
  request.status === 'void'
    ? { word: 'void', why: request.voidReason ?? '' }
    : draftUntilApproved(q, { kind: 'payment-request', id: request.id, revision: request.revision })

/** The account that two persons have confirmed for the payee; of customers none is kept (T27). */
export const payeeBank = async (
  q: QueryContext,
  payee: { id: string; name: string; isCustomer: boolean },
): Promise<{ bank: string; warnings: PaperProblem[] }> => {
  if (payee.isCustomer) return { bank: '', warnings: [] }
  const bank = await confirmedBankDetails(q, 'vendor', payee.id)
  return { bank, warnings: bank === '' ? [{ code: 'payee-bank-unconfirmed', what: payee.name }] : [] }
}

export const paymentRequestPaper: PaperMaker = {
  write: async ({ recordId }, q, w) => {
    const request = await paymentRequestQueries['payment-request']({ id: recordId }, q)
    const payee = await partyOnPaper(q, request.partyId)
    const asker = await q.db
      .selectFrom('payment_request as r')
      .innerJoin('user as u', 'u.id', 'r.ownerId')
      .leftJoin('department as d', 'd.id', 'r.departmentId')
      .select(['u.name', 'd.name as department'])
      .where('r.id', '=', recordId)
      .executeTakeFirstOrThrow()
    const { bank, warnings } = await payeeBank(q, { id: request.partyId, name: payee.shortName, isCustomer: request.isRefund })
    const { lines, problems } = await linesOf(q, request, w)
    const total = visible(request.total)
    const printed = { kind: 'payment-request', id: recordId, revision: request.revision } as const
    return {
      titles: paperWords.paymentRequestTitle,
      ...{ number: request.number, version: 1, revision: request.revision, date: request.requestedOn, party: payee.shortName },
      mark: await markOf(request, q),
      blocks: [
        {
          key: 'head',
          kind: 'facts',
          left: [
            { label: paperWords.payee, value: payee.nameZh || payee.name, needed: true },
            fact(paperWords.payeeBank, bank),
            fact(paperWords.purpose, request.purpose),
            fact(paperWords.remark, request.remark),
          ],
          right: [
            fact(paperWords.number, request.number),
            fact(paperWords.date, w.date(request.requestedOn)),
            fact(paperWords.applicant, asker.name),
            fact(paperWords.department, asker.department ?? ''),
            fact(paperWords.payBy, w.date(request.payBy)),
            fact(paperWords.currency, request.currency),
          ],
        },
        clearedBlock(lines, total, w),
        await approvalSteps(q, printed, w),
        {
          key: 'signatures',
          kind: 'signatures',
          parties: [
            { label: paperWords.applicant, name: asker.name, below: paperWords.signedDate, ours: true },
            { label: paperWords.checkedBy, name: '', below: paperWords.signedDate },
            { label: paperWords.approvedBy, name: '', below: paperWords.signedDate },
          ],
        },
      ],
      problems,
      warnings,
    }
  },
}
