// An inquiry as it is approved: the choice with what it was compared with. Rules F7, F8 of SPEC.md.
import type { ReadableDb } from '../../../db/open.ts'
import { money, moneyText } from '../../../preload/contract/vocabulary/money.ts'
import type { Approvable, Reading, Subject } from '../../records/approvals/index.ts'
import { cargoOf, chargesOf } from './inquiry.ts'
import { cargoText, moneysOf, quoteSums } from './rules.ts'

/** The base currency is the company's for good, as read by what was put down with the choice. */
const baseCurrencyOf = async (db: ReadableDb): Promise<string> => {
  const row = await db.selectFrom('setting').select('value').where('key', '=', 'company').executeTakeFirstOrThrow()
  return (JSON.parse(row.value) as { baseCurrency: string }).baseCurrency
}

const subjectOf = async ({ db }: Reading, inquiryId: string): Promise<Subject | undefined> => {
  const inquiry = await db.selectFrom('freight_inquiry').selectAll().where('id', '=', inquiryId).executeTakeFirst()
  if (!inquiry) return undefined
  const quote = await db
    .selectFrom('freight_quote as q')
    .innerJoin('party as p', 'p.id', 'q.forwarderId')
    .leftJoin('party as c', 'c.id', 'q.carrierId')
    .select(['q.id', 'q.validTo', 'q.transitDays', 'p.name as forwarder', 'c.name as carrier'])
    .where('q.id', '=', inquiry.chosenQuoteId ?? '')
    .executeTakeFirst()
  const charges = quote ? ((await chargesOf(db, [quote.id])).get(quote.id) ?? []) : []
  const base = await baseCurrencyOf(db)
  const cargo = cargoOf(inquiry)
  const { chosenBase, cheapestBase } = inquiry
  return {
    documentId: inquiry.id,
    number: inquiry.number,
    revision: inquiry.revision,
    title: quote?.forwarder ?? '',
    amount: chosenBase === null ? null : money(chosenBase, base),
    amountBase: chosenBase,
    margin: null,
    customerLevel: null,
    ownerId: inquiry.ownerId,
    departmentId: inquiry.departmentId,
    facts: {
      route: `${inquiry.portOfLoading} → ${inquiry.portOfDischarge}`,
      cargo: cargoText(cargo),
      quotedFreight: moneysOf(quoteSums(charges, cargo))
        .map((m) => moneyText(m.minor, m.currency))
        .join(' + '),
      ...(cheapestBase === null ? {} : { cheapestBase: moneyText(cheapestBase, base) }),
      quotesValid: String(inquiry.quotesCounted ?? 0),
      ...(quote ? { validTo: quote.validTo } : {}),
      ...(quote?.carrier ? { carrier: quote.carrier } : {}),
      ...(quote?.transitDays == null ? {} : { transitDays: String(quote.transitDays) }),
      ...(inquiry.chosenReason === '' ? {} : { reason: inquiry.chosenReason }),
    },
    ...(inquiry.status === 'chosen' || (inquiry.status === 'closed' && inquiry.chosenQuoteId !== null)
      ? {}
      : { closed: { kind: 'freight-inquiry' as const, state: inquiry.status, needed: 'chosen' } }),
  }
}

export const freightInquiryApproval: Approvable = { submit: 'freight-inquiry.submit', read: subjectOf }
