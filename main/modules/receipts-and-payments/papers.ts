// A payment as a voucher (付款凭单) and a receipt as a slip (收汇单): what the bank says, whose money it is, and what it clears.
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { Decimal, decimalTextOf } from '../../../preload/contract/vocabulary/decimal.ts'
import { money, type Money } from '../../../preload/contract/vocabulary/money.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { fact, paperWords, type Fact, type PaperMaker, type PaperWriter } from '../../records/papers/index.ts'
import { WRITTEN_OFF } from '../open-items/index.ts'
import { partyOnPaper } from '../parties/index.ts'
import { documentsOfItems, payeeBank, clearedBlock, type AheadLine, type ClearedLine } from '../payment-requests/index.ts'
import { receiptAndPaymentQueries } from './queries.ts'

/** A rate without the zeros that it is kept with. */
const rateText = (rate: string): string => decimalTextOf(new Decimal(rate))

type Line = (ClearedLine | AheadLine) & { paid: Money }

/** What the payment cleared when it was made, and what of it was paid ahead; what became of that later is not of the payment. */
const clearedBy = async (q: QueryContext, payment: QueryOutput<'payment'>): Promise<Line[]> => {
  const made = await q.db
    .selectFrom('allocation')
    .select(['source', 'target', 'sourceAmount', 'amount', 'journalId'])
    .where('batchId', '=', payment.id)
    // As they were paid: rows are numbered, and as text 10 stands before 2.
    .orderBy('journalId')
    .execute()
  // Given back to a customer, the money is the target.
  const cleared = made.map((a) =>
    a.target === payment.item
      ? { ref: a.source, own: a.sourceAmount, paid: a.amount, journalId: a.journalId }
      : { ref: a.target, own: a.amount, paid: a.sourceAmount, journalId: a.journalId },
  )
  const documents = await documentsOfItems(
    q,
    cleared.map(({ ref }) => ref),
  )
  const lines: Line[] = []
  for (const { ref, own, paid, journalId } of cleared) {
    const document = documents.get(ref)!
    const { before } = await q.db
      .selectFrom('posting')
      .select(({ fn }) => fn.sum<number>('foreign').as('before'))
      .where('item', '=', document.itemId)
      .where('journalId', '<', journalId)
      .executeTakeFirstOrThrow()
    const { currency } = document.total
    lines.push({
      ...document,
      openBefore: money(Math.abs(Number(before)), currency),
      cleared: money(own, currency),
      paid: money(paid, payment.amount.currency),
    })
  }
  const ahead = payment.amount.minor - cleared.reduce((sum, { paid }) => sum + paid, 0)
  const rest = money(ahead, payment.amount.currency)
  return ahead === 0 ? lines : [...lines, { ahead: rest, paid: rest, contract: payment.contractNumber ?? '' }]
}

/** 付款凭单. */
export const paymentSlip: PaperMaker = {
  write: async ({ recordId }, q, w) => {
    const payment = await receiptAndPaymentQueries.payment({ id: recordId }, q)
    const payee = await partyOnPaper(q, payment.partyId)
    const { bank, warnings } = await payeeBank(q, { id: payment.partyId, name: payee.shortName, isCustomer: payment.isRefund })
    const request = await q.db
      .selectFrom('payment as y')
      .innerJoin('payment_request as r', 'r.id', 'y.requestId')
      .select(['r.number', 'r.purpose'])
      .where('y.id', '=', recordId)
      .executeTakeFirst()
    return {
      titles: paperWords.paymentSlipTitle,
      ...{ number: payment.number, version: 1, revision: 1, date: payment.paidOn, party: payee.shortName },
      mark: payment.status === 'reversed' ? { word: 'void' } : null,
      blocks: [
        {
          key: 'head',
          kind: 'facts',
          left: [
            { label: paperWords.payee, value: payee.nameZh || payee.name, needed: true },
            fact(paperWords.payeeBank, bank),
            fact(paperWords.purpose, request?.purpose ?? ''),
            fact(paperWords.remark, payment.remark),
          ],
          right: [
            fact(paperWords.number, payment.number),
            fact(paperWords.paidOn, w.date(payment.paidOn)),
            fact(paperWords.payingAccount, payment.bankAccount),
            fact(paperWords.bankReference, payment.bankReference),
            fact(paperWords.paymentRequest, request?.number ?? ''),
            fact(paperWords.currency, payment.amount.currency),
            fact(paperWords.bankCharge, payment.charge.minor === 0 ? '' : w.money(payment.charge)),
          ],
        },
        clearedBlock(await clearedBy(q, payment), payment.amount, w),
        {
          key: 'signatures',
          kind: 'signatures',
          parties: [
            { label: paperWords.paidBy, name: '', below: paperWords.signedDate, ours: true },
            { label: paperWords.checkedBy, name: '', below: paperWords.signedDate },
            { label: paperWords.approvedBy, name: '', below: paperWords.signedDate },
          ],
        },
      ],
      problems: [],
      warnings,
    }
  },
}

type Receipt = QueryOutput<'receipt'>
const ownerOf = (receipt: Receipt, party: string, w: PaperWriter): Fact[] =>
  receipt.vendorId !== null
    ? [fact(paperWords.returnedBy, party)]
    : [fact(paperWords.claimedFor, party || w.said(paperWords.nobodyYet)), fact(paperWords.contract, receipt.contractNumber ?? '')]

/** 收汇单: sent = charge + credited. */
export const receiptSlip: PaperMaker = {
  write: async ({ recordId }, q, w) => {
    const receipt = await receiptAndPaymentQueries.receipt({ id: recordId }, q)
    const partyId = receipt.vendorId ?? receipt.customerId
    const party = partyId === null ? null : await partyOnPaper(q, partyId)
    const { currency } = receipt.amount
    const credited = money(receipt.amount.minor - receipt.charge.minor, currency)
    const inBase = await q.db
      .selectFrom('posting')
      .select(({ fn }) => fn.sum<number>('base').as('base'))
      .where('journalId', '=', (eb) => eb.selectFrom('receipt').select('journalId').where('id', '=', recordId))
      .where('account', '=', '1002')
      .executeTakeFirstOrThrow()
    const { baseCurrency } = q.company
    const isForeign = currency !== baseCurrency
    const applied = receipt.allocations.filter(({ reversed }) => !reversed)
    return {
      titles: paperWords.receiptSlipTitle,
      ...{ number: receipt.number, version: 1, revision: 1, date: receipt.receivedOn, party: party?.shortName ?? '' },
      mark: receipt.status === 'reversed' ? { word: 'void' } : null,
      blocks: [
        {
          key: 'head',
          kind: 'facts',
          left: [
            fact(paperWords.payer, receipt.payerName),
            ...ownerOf(receipt, (receipt.vendorId === null ? party?.name : party?.nameZh) ?? '', w),
            fact(paperWords.remark, receipt.remark),
          ],
          right: [
            fact(paperWords.number, receipt.number),
            fact(paperWords.receivedOn, w.date(receipt.receivedOn)),
            fact(paperWords.receivingAccount, receipt.bankAccount),
            fact(paperWords.bankReference, receipt.bankReference),
          ],
        },
        {
          key: 'amounts',
          kind: 'facts',
          left: [
            fact(paperWords.amountSent, w.money(receipt.amount)),
            fact(paperWords.bankCharge, w.money(receipt.charge)),
            fact(paperWords.amountCredited, w.money(credited)),
          ],
          right: [
            fact(paperWords.exchangeRate, isForeign ? rateText(receipt.rate) : ''),
            fact(paperWords.creditedInBase, isForeign ? w.money(money(Number(inBase.base), baseCurrency)) : ''),
            fact(paperWords.inWords, w.inWords(receipt.amount).join('')),
            fact(paperWords.notApplied, w.money(receipt.open)),
          ],
        },
        {
          key: 'applied',
          kind: 'rows',
          title: paperWords.appliedTo,
          columns: [
            { key: 'no', label: paperWords.lineNo, align: 'center', fixed: true },
            { key: 'on', label: paperWords.appliedOn, fixed: true },
            { key: 'document', label: paperWords.document, grow: 1, fixed: true },
            { key: 'amount', label: paperWords.amount, align: 'right', fixed: true },
          ],
          rows: applied.map(({ on, document, documentKind, amount }, at) => ({
            ...{ no: String(at + 1), on: w.date(on), amount: w.money(amount) },
            document: documentKind === WRITTEN_OFF ? w.said(paperWords.writtenOff) : document,
          })),
          sums: [],
          words: [],
        },
        {
          key: 'signatures',
          kind: 'signatures',
          parties: [
            { label: paperWords.preparedBy, name: '', below: paperWords.signedDate, ours: true },
            { label: paperWords.checkedBy, name: '', below: paperWords.signedDate },
          ],
        },
      ],
      problems: [],
      warnings: [],
    }
  },
}
