// Bills of factories and everybody else we owe, how a line is shared over deals, and credit notes in both directions.
import { z } from 'zod'
import { codeText, column, command, list, longText, query, requiredText, shortText, once } from '../../define/index.ts'
import { secret } from '../../figures.ts'
import { currencySchema } from '../../vocabulary/currency.ts'
import { dateSchema, factDate, planDate } from '../../vocabulary/dates.ts'
import { percentSchema, quantitySchema, rateSchema } from '../../vocabulary/decimal.ts'
import { idSchema } from '../../vocabulary/ids.ts'
import { minorSchema, moneySchema } from '../../vocabulary/money.ts'
import { POSTED_STATUSES, numbered, positiveMinor, reversing } from '../../posted.ts'
import { warningsSchema } from '../../warnings.ts'
import { itemSchema } from '../open-items/calls.ts'

export const BILL_KINDS = ['factory', 'expense'] as const
/** Kinds of cost a bill's line can be. Freight, insurance and commission lower the net FOB income; the rest are domestic costs. */
export const EXPENSE_CATEGORIES = [
  'freight',
  'insurance',
  'commission',
  'inland-freight',
  'port-charge',
  'customs',
  'inspection',
  'courier',
  'bank-charge',
  'other',
] as const
export const SHARING_BASES = ['amount', 'quantity', 'volume', 'weight'] as const
export const billLineSchema = once(() =>
  z.strictObject({
    id: idSchema,
    /** factory bills: the purchase line billed, and how much of it. */
    purchaseLineId: idSchema.nullable(),
    quantity: quantitySchema.nullable(),
    /** expense bills: what it is for. */
    category: z.enum(EXPENSE_CATEGORIES).nullable(),
    description: shortText,
    /** VAT-inclusive, in the bill's currency; 0 only for goods that a factory gives free. */
    amount: minorSchema.min(0, 'not-negative'),
    vatRate: percentSchema,
    /** expense bills: the deals that bear it; several share it exactly by `sharing`. Empty: company overhead (6602). */
    dealIds: z.array(idSchema).max(100),
    sharing: z.enum(SHARING_BASES),
    shipmentId: idSchema.nullable(),
  }),
)
export const billFields = once(() =>
  z.strictObject({
    kind: z.enum(BILL_KINDS),
    partyId: idSchema,
    invoiceNumber: codeText.describe("the party's own number"),
    billDate: factDate,
    dueDate: planDate,
    currency: currencySchema,
    rate: rateSchema,
    remark: longText,
    lines: z.array(billLineSchema()).min(1, 'required').max(500),
  }),
)
export type BillFields = z.infer<ReturnType<typeof billFields>>

export const billCommands = {
  'post-bill': command({
    class: 'fact',
    desk: 'waits',
    permission: 'bill.post',
    input: () => billFields().extend({ id: idSchema }),
    outcome: () => numbered().extend({ item: itemSchema() }),
  }),
  'reverse-bill': command({ class: 'intent', desk: 'hub', permission: 'bill.reverse', input: reversing, outcome: numbered }),
  /**
   * A credit note to a customer or from a vendor: an own negative item until allocated. A factory's names the billed purchase lines whose cost and VAT it
   * lowers; without lines, one that names a deal is shared over that deal's goods of the factory by what was billed of them.
   */
  'post-credit-note': command({
    class: 'fact',
    desk: 'waits',
    permission: 'bill.post',
    input: () =>
      z.strictObject({
        id: idSchema,
        partyId: idSchema,
        on: factDate,
        currency: currencySchema,
        rate: rateSchema,
        amount: positiveMinor(),
        dealId: idSchema.nullable(),
        reason: requiredText,
        vatRate: percentSchema.optional().describe('VAT in a vendor\'s note that names no purchase lines; "0" without'),
        lines: z
          .array(z.strictObject({ purchaseLineId: idSchema, amount: positiveMinor() }))
          .max(500)
          .optional()
          .describe("a factory's goods, VAT-inclusive amounts that add up to the note; [] for a note about no goods"),
      }),
    outcome: () => numbered().extend({ item: itemSchema() }),
  }),
  'reverse-credit-note': command({ class: 'intent', desk: 'hub', permission: 'bill.reverse', input: reversing, outcome: numbered }),
}

/** A customer's note is no cost. */
const ofVendor = ({ side }: Record<string, unknown>) => (side === 'payable' ? ('cost' as const) : undefined)

export const billQueries = {
  bills: list({
    permission: 'bill.view',
    scope: 'company',
    export: 'bill.export',
    params: () =>
      z.strictObject({ partyId: idSchema.optional(), dealId: idSchema.optional(), kind: z.enum(BILL_KINDS).optional() }).optional(),
    columns: {
      number: column.code({ width: 130 }),
      billDate: column.date(),
      kind: column.enum('bill-kind', BILL_KINDS, { width: 90 }),
      party: column.text({ width: 220, opens: { route: 'vendor', id: 'partyId' } }),
      invoiceNumber: column.code(),
      status: column.enum('posted-status', POSTED_STATUSES, { width: 90 }),
      currency: column.code({ width: 80 }),
      total: column.money('currency', { total: true, secret: 'cost' }),
      totalBase: column.base({ total: true, secret: 'cost' }),
      dueDate: column.date(),
    },
    sort: [{ field: 'billDate', descending: true }],
    watches: ['bill', 'party', 'bill_line', 'bill_share', 'purchase_line'],
    opens: { route: 'bill', id: 'id' },
  }),
  bill: query({
    permission: 'bill.view',
    input: () => z.strictObject({ id: idSchema }),
    output: () =>
      billFields().extend({
        id: idSchema,
        number: z.string(),
        status: z.enum(POSTED_STATUSES),
        partyName: z.string(),
        lines: z.array(
          billLineSchema().extend({
            amount: secret('cost', billLineSchema().shape.amount.optional()),
            contractId: idSchema.nullable(),
            contractNumber: z.string().nullable(),
            deals: z.array(z.strictObject({ id: idSchema, number: z.string(), share: secret('cost', moneySchema.optional()) })),
          }),
        ),
        total: secret('cost', moneySchema.optional()),
        open: secret('cost', moneySchema.optional()),
        item: itemSchema(),
        journals: z.array(z.int()),
      }),
    watches: ['bill', 'posting', 'bill_line', 'bill_share', 'deal', 'party', 'purchase_contract', 'purchase_line'],
  }),
  'credit-note': query({
    permission: 'bill.view',
    input: () => z.strictObject({ id: idSchema }),
    output: () =>
      z.strictObject({
        id: idSchema,
        number: z.string(),
        status: z.enum(POSTED_STATUSES),
        side: z.enum(['receivable', 'payable']),
        partyId: idSchema,
        partyName: z.string(),
        on: dateSchema,
        rate: z.string(),
        dealId: idSchema.nullable(),
        dealNumber: z.string().nullable(),
        reason: z.string(),
        vatRate: z.string(),
        lines: z.array(
          z.strictObject({
            id: z.string(),
            contractId: idSchema,
            contractNumber: z.string(),
            dealNumber: z.string().nullable(),
            description: z.string(),
            vatRate: z.string(),
            amount: secret('cost', moneySchema.optional()),
          }),
        ),
        amount: secret(ofVendor, moneySchema.optional()),
        open: secret(ofVendor, moneySchema.optional()),
        item: itemSchema(),
      }),
    watches: ['credit_note', 'posting', 'credit_note_line', 'deal', 'party', 'purchase_contract', 'purchase_line'],
  }),
  /** Billed goods of a factory that a credit note may name, oldest purchase first, each with what was billed of it and is not credited yet. */
  'lines-to-credit': query({
    permission: 'bill.post',
    input: () => z.strictObject({ partyId: idSchema, currency: currencySchema, dealId: idSchema.optional() }),
    output: () =>
      z.array(
        z.strictObject({
          purchaseLineId: idSchema,
          contractNumber: z.string(),
          dealNumber: z.string().nullable(),
          productCode: z.string().nullable(),
          description: z.string(),
          vatRate: z.string(),
          open: secret('cost', moneySchema.optional()),
        }),
      ),
    watches: ['bill', 'credit_note', 'bill_line', 'credit_note_line', 'deal', 'party', 'product', 'purchase_contract', 'purchase_line'],
  }),
  /** What a bill comes to as typed, and how its lines are shared over deals: the one implementation, asked by the live form. */
  'preview-bill': query({
    permission: 'bill.post',
    input: () =>
      z.strictObject({
        kind: z.enum(BILL_KINDS),
        currency: currencySchema,
        rate: rateSchema,
        /** Asks for warnings of the rate. */
        billDate: dateSchema.optional(),
        lines: z
          .array(billLineSchema().pick({ id: true, amount: true, vatRate: true, dealIds: true, sharing: true, shipmentId: true }))
          .max(500),
      }),
    output: () =>
      z.strictObject({
        lines: z.array(
          z.strictObject({
            id: idSchema,
            net: moneySchema,
            vat: moneySchema,
            shares: z.array(z.strictObject({ dealId: idSchema, number: z.string(), share: moneySchema })),
          }),
        ),
        net: moneySchema,
        vat: moneySchema,
        total: moneySchema,
        totalBase: moneySchema,
        warnings: warningsSchema(),
      }),
    watches: [],
  }),
}
