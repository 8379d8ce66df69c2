// Money: bank accounts, bills, receipts (收汇), payments, allocations, rates and periods, and every view of who owes what.
import { z } from 'zod'
import { changedOutcome, column, command, list, longText, noOutcome, query, requiredText, revisionSchema, shortText } from '../define.ts'
import { currencySchema } from '../vocabulary/currency.ts'
import { dateSchema } from '../vocabulary/dates.ts'
import { percentSchema, quantitySchema, rateSchema } from '../vocabulary/decimal.ts'
import { idSchema } from '../vocabulary/ids.ts'
import { minorSchema, moneySchema } from '../vocabulary/money.ts'
import { bankDetailsSchema } from './parties.ts'

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
export const POSTED_STATUSES = ['posted', 'reversed'] as const
export const RECEIPT_STATUSES = ['unclaimed', 'claimed', 'reversed'] as const

/** An open item is named by its document and a running number: `<document id>:<n>`. */
export const itemSchema = z.string().regex(/^[0-9a-f-]{36}:\d{1,4}$/, 'item')
const positiveMinor = minorSchema.min(1, 'positive')
const numbered = z.strictObject({ id: idSchema, number: z.string() })
const reversing = z.strictObject({ id: idSchema, on: dateSchema, reason: requiredText })

export const billLineSchema = z.strictObject({
  id: idSchema,
  /** factory bills: the purchase line billed, and how much of it. */
  purchaseLineId: idSchema.nullable(),
  quantity: quantitySchema.nullable(),
  /** expense bills: what it is for. */
  category: z.enum(EXPENSE_CATEGORIES).nullable(),
  description: shortText,
  /** VAT-inclusive, in the bill's currency. */
  amount: positiveMinor,
  vatRate: percentSchema,
  /** expense bills: the deals that bear it; several share it exactly by `sharing`. Empty: company overhead (6602). */
  dealIds: z.array(idSchema).max(100),
  sharing: z.enum(SHARING_BASES),
  shipmentId: idSchema.nullable(),
})
export const billFields = z.strictObject({
  kind: z.enum(BILL_KINDS),
  partyId: idSchema,
  invoiceNumber: shortText.describe("the party's own number"),
  billDate: dateSchema,
  dueDate: dateSchema,
  currency: currencySchema,
  rate: rateSchema,
  remark: longText,
  lines: z.array(billLineSchema).min(1, 'required').max(500),
})
export type BillFields = z.infer<typeof billFields>

export const bankAccountFields = z.strictObject({
  code: z.string().trim().min(1, 'required').max(20),
  name: requiredText,
  bankName: shortText,
  accountNumber: shortText,
  swift: shortText,
  currency: currencySchema,
  active: z.boolean(),
})
const allocationTarget = z.strictObject({
  item: itemSchema,
  /** Minor units of the target item's currency. */
  amount: positiveMinor,
  /** Across currencies only: what of the source item this takes, in its own minor units. */
  sourceAmount: positiveMinor.optional(),
})

export const treasuryCommands = {
  'create-bank-account': command({
    class: 'intent',
    permission: 'bank-account.edit',
    input: () => bankAccountFields.extend({ id: idSchema, openedOn: dateSchema, openingBalance: minorSchema, openingRate: rateSchema }),
    outcome: changedOutcome,
  }),
  'edit-bank-account': command({
    class: 'intent',
    permission: 'bank-account.edit',
    input: () => bankAccountFields.omit({ currency: true }).extend({ id: idSchema, revision: revisionSchema }),
    outcome: changedOutcome,
  }),
  'transfer-funds': command({
    class: 'intent',
    permission: 'bank-account.transfer',
    input: () =>
      z.strictObject({
        id: idSchema,
        on: dateSchema,
        fromAccountId: idSchema,
        toAccountId: idSchema,
        amountOut: positiveMinor,
        amountIn: positiveMinor,
        /** Base value of one unit received; "1" when the receiving account is in base currency. */
        rateIn: rateSchema,
        remark: longText,
      }),
    outcome: numbered,
  }),
  'reverse-transfer': command({ class: 'intent', permission: 'bank-account.transfer', input: reversing, outcome: numbered }),
  'post-bill': command({
    class: 'fact',
    permission: 'bill.post',
    input: () => billFields.extend({ id: idSchema }),
    outcome: () => numbered.extend({ item: itemSchema }),
  }),
  'reverse-bill': command({ class: 'intent', permission: 'bill.reverse', input: reversing, outcome: numbered }),
  /** 收汇登记: the bank has it; the payer may be unknown yet. */
  'register-receipt': command({
    class: 'fact',
    permission: 'receipt.create',
    input: () =>
      z.strictObject({
        id: idSchema,
        bankAccountId: idSchema,
        receivedOn: dateSchema,
        /** What the customer sent, before the bank's charge, in the account's currency. */
        amount: positiveMinor,
        charge: minorSchema.min(0),
        rate: rateSchema,
        payerName: shortText,
        customerId: idSchema.nullable(),
        contractId: idSchema.nullable(),
        remark: longText,
      }),
    outcome: () => numbered.extend({ item: itemSchema }),
  }),
  /** 认领: says whose money it is, and for which contract. */
  'claim-receipt': command({
    class: 'intent',
    permission: 'receipt.claim',
    input: () => z.strictObject({ id: idSchema, on: dateSchema, customerId: idSchema, contractId: idSchema.nullable() }),
    outcome: () => numbered.extend({ item: itemSchema }),
  }),
  'reverse-receipt': command({ class: 'intent', permission: 'receipt.reverse', input: reversing, outcome: numbered }),
  /** Applies an advance, prepayment or credit note to what it pays; many to many, partial, across currencies; books the exchange difference. */
  allocate: command({
    class: 'intent',
    permission: 'receipt.allocate',
    input: () =>
      z.strictObject({
        id: idSchema,
        on: dateSchema,
        source: itemSchema,
        targets: z.array(allocationTarget).min(1, 'required').max(100),
      }),
    outcome: () => z.strictObject({ id: idSchema, exchangeDifference: moneySchema }),
  }),
  'reverse-allocation': command({ class: 'intent', permission: 'receipt.allocate', input: reversing, outcome: noOutcome }),
  /** Writes a small rest off to financial expense. */
  'write-off': command({
    class: 'intent',
    permission: 'receipt.allocate',
    input: () => z.strictObject({ id: idSchema, on: dateSchema, item: itemSchema, amount: positiveMinor, reason: requiredText }),
    outcome: noOutcome,
  }),
  /** A credit note to a customer or from a vendor: an own negative item until allocated. */
  'post-credit-note': command({
    class: 'fact',
    permission: 'bill.post',
    input: () =>
      z.strictObject({
        id: idSchema,
        partyId: idSchema,
        on: dateSchema,
        currency: currencySchema,
        rate: rateSchema,
        amount: positiveMinor,
        dealId: idSchema.nullable(),
        reason: requiredText,
      }),
    outcome: () => numbered.extend({ item: itemSchema }),
  }),
  /** Pays bills and, with the rest, a prepayment. */
  'register-payment': command({
    class: 'fact',
    permission: 'payment.create',
    input: () =>
      z.strictObject({
        id: idSchema,
        bankAccountId: idSchema,
        paidOn: dateSchema,
        partyId: idSchema,
        amount: positiveMinor.describe("in the account's currency, without the bank's charge"),
        charge: minorSchema.min(0),
        rate: rateSchema,
        targets: z.array(allocationTarget).max(100),
        /** The purchase contract a prepayment is for. */
        contractId: idSchema.nullable(),
        /** The approved request it pays; required where the company approves payments. */
        requestId: idSchema.nullable().optional(),
        remark: longText,
      }),
    outcome: () => numbered.extend({ item: itemSchema }),
  }),
  'reverse-payment': command({ class: 'intent', permission: 'payment.reverse', input: reversing, outcome: numbered }),
  'set-exchange-rate': command({
    class: 'intent',
    permission: 'rate.edit',
    input: () => z.strictObject({ currency: currencySchema, on: dateSchema, rate: rateSchema }),
    outcome: noOutcome,
  }),
  'close-period': command({
    class: 'online-only',
    permission: 'period.close',
    input: () => z.strictObject({ through: dateSchema }),
    outcome: noOutcome,
  }),
  'reopen-period': command({
    class: 'online-only',
    permission: 'period.reopen',
    input: () => z.strictObject({ through: dateSchema.nullable(), reason: requiredText }),
    outcome: noOutcome,
  }),
}

export const SIDES = ['receivable', 'payable'] as const
export const ITEM_KINDS = ['invoice', 'advance', 'credit-note', 'bill', 'prepayment', 'unclaimed', 'tax-refund', 'commission'] as const
export const ALLOCATION_KINDS = ['allocation', 'write-off'] as const
const sideParams = z.strictObject({
  side: z.enum(SIDES),
  asOf: dateSchema.optional(),
  partyId: idSchema.optional(),
  partyKind: z.enum(['factory', 'logistics', 'other']).optional(),
})
const bucketColumns = {
  notDue: column.base({ total: true }),
  bucket1: column.base({ total: true }),
  bucket2: column.base({ total: true }),
  bucket3: column.base({ total: true }),
  bucket4: column.base({ total: true }),
  bucket5: column.base({ total: true }),
  bucket6: column.base({ total: true, hidden: true }),
  bucket7: column.base({ total: true, hidden: true }),
  bucket8: column.base({ total: true, hidden: true }),
  bucket9: column.base({ total: true, hidden: true }),
}

export const treasuryQueries = {
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
      total: column.money('currency', { total: true, secret: 'cost.view' }),
      totalBase: column.base({ total: true, secret: 'cost.view' }),
      dueDate: column.date(),
    },
    sort: [{ field: 'billDate', descending: true }],
    watches: ['bill'],
    opens: { route: 'bill', id: 'id' },
  }),
  bill: query({
    permission: 'bill.view',
    input: () => z.strictObject({ id: idSchema }),
    output: () =>
      billFields.extend({
        id: idSchema,
        number: z.string(),
        status: z.enum(POSTED_STATUSES),
        partyName: z.string(),
        lines: z.array(
          billLineSchema.partial({ amount: true }).extend({
            contractId: idSchema.nullable(),
            contractNumber: z.string().nullable(),
            deals: z.array(z.strictObject({ id: idSchema, number: z.string(), share: moneySchema.optional() })),
          }),
        ),
        total: moneySchema.optional(),
        open: moneySchema.optional(),
        item: itemSchema,
        journals: z.array(z.int()),
      }),
    watches: ['bill', 'posting'],
  }),
  /** What a bill comes to as typed, and how its lines are shared over deals: the one implementation, asked by the live form. */
  'preview-bill': query({
    permission: 'bill.post',
    input: () =>
      z.strictObject({
        kind: z.enum(BILL_KINDS),
        currency: currencySchema,
        rate: rateSchema,
        lines: z
          .array(billLineSchema.pick({ id: true, amount: true, vatRate: true, dealIds: true, sharing: true, shipmentId: true }))
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
      }),
    watches: [],
  }),
  receipts: list({
    permission: 'receipt.view',
    scope: 'receipt',
    export: 'receipt.export',
    params: () => z.strictObject({ customerId: idSchema.optional(), dealId: idSchema.optional() }).optional(),
    columns: {
      number: column.code({ width: 130 }),
      receivedOn: column.date(),
      customer: column.text({ width: 180, opens: { route: 'customer', id: 'customerId' } }),
      payerName: column.text({ width: 130 }),
      status: column.enum('receipt-status', RECEIPT_STATUSES, { width: 90 }),
      bankAccount: column.text({ width: 130 }),
      currency: column.code({ width: 64 }),
      amount: column.money('currency', { total: true, width: 125 }),
      charge: column.money('currency', { total: true, width: 100 }),
      open: column.money('currency', { total: true, width: 125 }),
      amountBase: column.base({ total: true, hidden: true }),
      contract: column.code({ opens: { route: 'sales-contract', id: 'contractId' } }),
    },
    sort: [{ field: 'receivedOn', descending: true }],
    watches: ['receipt', 'posting'],
    opens: { route: 'receipt', id: 'id' },
  }),
  receipt: query({
    permission: 'receipt.view',
    input: () => z.strictObject({ id: idSchema }),
    output: () =>
      z.strictObject({
        id: idSchema,
        number: z.string(),
        status: z.enum(RECEIPT_STATUSES),
        bankAccountId: idSchema,
        bankAccount: z.string(),
        receivedOn: dateSchema,
        amount: moneySchema,
        charge: moneySchema,
        rate: z.string(),
        payerName: z.string(),
        customerId: idSchema.nullable(),
        customerName: z.string().nullable(),
        contractId: idSchema.nullable(),
        contractNumber: z.string().nullable(),
        remark: z.string(),
        item: itemSchema,
        open: moneySchema,
        allocations: z.array(
          z.strictObject({
            id: idSchema,
            on: dateSchema,
            document: z.string(),
            documentKind: z.string(),
            documentId: idSchema,
            amount: moneySchema,
            exchangeDifference: moneySchema,
            reversed: z.boolean(),
          }),
        ),
        journals: z.array(z.int()),
      }),
    watches: ['receipt', 'allocation', 'posting'],
  }),
  payments: list({
    permission: 'payment.view',
    scope: 'company',
    export: 'payment.export',
    params: () => z.strictObject({ partyId: idSchema.optional() }).optional(),
    columns: {
      number: column.code({ width: 130 }),
      paidOn: column.date(),
      party: column.text({ width: 220, opens: { route: 'vendor', id: 'partyId' } }),
      status: column.enum('posted-status', POSTED_STATUSES, { width: 90 }),
      bankAccount: column.text({ width: 150 }),
      currency: column.code({ width: 80 }),
      amount: column.money('currency', { total: true }),
      charge: column.money('currency', { total: true }),
      open: column.money('currency', { total: true }),
      amountBase: column.base({ total: true }),
    },
    sort: [{ field: 'paidOn', descending: true }],
    watches: ['payment', 'posting'],
    opens: { route: 'payment', id: 'id' },
  }),
  payment: query({
    permission: 'payment.view',
    input: () => z.strictObject({ id: idSchema }),
    output: () =>
      z.strictObject({
        id: idSchema,
        number: z.string(),
        status: z.enum(POSTED_STATUSES),
        bankAccountId: idSchema,
        bankAccount: z.string(),
        paidOn: dateSchema,
        partyId: idSchema,
        partyName: z.string(),
        amount: moneySchema,
        charge: moneySchema,
        rate: z.string(),
        contractId: idSchema.nullable(),
        contractNumber: z.string().nullable(),
        remark: z.string(),
        item: itemSchema,
        open: moneySchema,
        allocations: z.array(
          z.strictObject({
            id: idSchema,
            on: dateSchema,
            document: z.string(),
            documentKind: z.string(),
            documentId: idSchema,
            amount: moneySchema,
            exchangeDifference: moneySchema,
            reversed: z.boolean(),
          }),
        ),
        journals: z.array(z.int()),
      }),
    watches: ['payment', 'allocation', 'posting'],
  }),
  /** Every open item, one row each: receivables detail and payables detail, as of any date. Advances and credit notes are negative rows. */
  'open-items': list({
    permission: 'signed-in',
    scope: 'receivable',
    export: 'receivable.export',
    params: () => sideParams.extend({ withSettled: z.boolean().optional() }),
    columns: {
      document: column.code({ width: 130, opens: { route: 'document', id: 'documentId' } }),
      kind: column.enum('item-kind', ITEM_KINDS, { width: 100 }),
      party: column.text({ width: 220, opens: { route: 'party', id: 'partyId' } }),
      documentDate: column.date(),
      dueDate: column.date(),
      daysOverdue: column.integer({ width: 90 }),
      currency: column.code({ width: 80 }),
      amount: column.money('currency', { total: true }),
      open: column.money('currency', { total: true }),
      openBase: column.base({ total: true }),
      deal: column.code({ opens: { route: 'deal', id: 'dealId' } }),
      contract: column.code({ hidden: true, fixed: true }),
      owner: column.text({ hidden: true }),
    },
    sort: [{ field: 'dueDate', descending: false }],
    heavy: true,
    watches: ['posting'],
  }),
  /** Per party: not due and the company's ageing buckets, in base currency, as of any date. The total equals the ledger, checked at run time. */
  ageing: list({
    permission: 'signed-in',
    scope: 'receivable',
    export: 'receivable.export',
    params: sideParams,
    columns: {
      party: column.text({ width: 240, opens: { route: 'party', id: 'partyId' } }),
      owner: column.text({ hidden: true }),
      total: column.base({ total: true }),
      ...bucketColumns,
      advances: column.base({ total: true, hidden: true }),
    },
    sort: [{ field: 'total', descending: true }],
    heavy: true,
    watches: ['posting'],
  }),
  /** Per party and currency: what is owed, overdue and advanced. */
  'party-balances': list({
    permission: 'signed-in',
    scope: 'receivable',
    export: 'receivable.export',
    params: sideParams,
    columns: {
      party: column.text({ width: 240, opens: { route: 'party', id: 'partyId' } }),
      currency: column.code({ width: 80 }),
      items: column.integer({ total: true, width: 80 }),
      invoiced: column.money('currency', { total: true }),
      advances: column.money('currency', { total: true }),
      balance: column.money('currency', { total: true }),
      overdue: column.money('currency', { total: true }),
      balanceBase: column.base({ total: true }),
    },
    sort: [{ field: 'balanceBase', descending: true }],
    heavy: true,
    watches: ['posting'],
  }),
  /** What could be allocated to or from an item: open items of the same party on the other side. */
  'allocation-candidates': query({
    permission: 'signed-in',
    input: () => z.strictObject({ item: itemSchema.optional(), partyId: idSchema.optional(), side: z.enum(SIDES) }),
    output: () =>
      z.array(
        z.strictObject({
          item: itemSchema,
          kind: z.enum(ITEM_KINDS),
          document: z.string(),
          documentDate: dateSchema,
          dueDate: dateSchema,
          open: moneySchema,
          dealNumber: z.string().nullable(),
          contractNumber: z.string().nullable(),
          /** The money was sent for this item's contract or deal, or for none in particular. */
          meant: z.boolean(),
        }),
      ),
    watches: ['posting'],
  }),
  /** What an allocation would do as typed: what stays open, and the exchange difference (a gain is positive). */
  'preview-allocation': query({
    permission: 'receipt.allocate',
    input: () => z.strictObject({ source: itemSchema, targets: z.array(allocationTarget).max(100) }),
    output: () =>
      z.strictObject({
        targets: z.array(z.strictObject({ item: itemSchema, left: moneySchema, exchangeDifference: moneySchema })),
        sourceLeft: moneySchema,
        exchangeDifference: moneySchema,
      }),
    watches: ['posting'],
  }),
  /** What was applied to what (核销记录), write-offs included; a mistake is reversed from here. */
  allocations: list({
    permission: 'signed-in',
    scope: 'receivable',
    export: 'receivable.export',
    params: () => z.strictObject({ side: z.enum(SIDES), item: itemSchema.optional(), partyId: idSchema.optional() }),
    columns: {
      on: column.date(),
      kind: column.enum('allocation-kind', ALLOCATION_KINDS, { width: 100 }),
      party: column.text({ width: 220, opens: { route: 'party', id: 'partyId' } }),
      source: column.code({ width: 130, opens: { route: 'document', id: 'sourceId' } }),
      sourceCurrency: column.code({ width: 80, hidden: true }),
      sourceAmount: column.money('sourceCurrency', { hidden: true }),
      target: column.code({ width: 130, opens: { route: 'document', id: 'targetId' } }),
      currency: column.code({ width: 80 }),
      amount: column.money('currency'),
      exchangeDifference: column.base({ total: true }),
      status: column.enum('posted-status', POSTED_STATUSES, { width: 90 }),
    },
    sort: [{ field: 'on', descending: true }],
    watches: ['allocation'],
  }),
  'bank-accounts': list({
    permission: 'bank-account.view',
    scope: 'company',
    export: 'bank-account.export',
    params: () => z.strictObject({ asOf: dateSchema.optional() }).optional(),
    columns: {
      code: column.code({ width: 100 }),
      name: column.text({ width: 200 }),
      bankName: column.text({ width: 200 }),
      accountNumber: column.code({ width: 180 }),
      currency: column.code({ width: 80 }),
      balance: column.money('currency', { total: true }),
      balanceBase: column.base({ total: true }),
      active: column.boolean({ width: 80 }),
    },
    sort: [{ field: 'code', descending: false }],
    watches: ['bank_account', 'posting'],
    opens: { route: 'bank-movements', id: 'id' },
  }),
  'bank-account': query({
    permission: 'bank-account.view',
    input: () => z.strictObject({ id: idSchema }),
    output: () => bankAccountFields.extend({ id: idSchema, revision: z.int(), balance: moneySchema, bank: bankDetailsSchema.nullable() }),
    watches: ['bank_account', 'posting', 'bank_details', 'approval'],
  }),
  'bank-movements': list({
    permission: 'bank-account.view',
    scope: 'company',
    export: 'bank-account.export',
    params: () => z.strictObject({ accountId: idSchema.optional(), from: dateSchema.optional(), to: dateSchema.optional() }),
    columns: {
      date: column.date(),
      account: column.text({ width: 130 }),
      document: column.code({ opens: { route: 'document', id: 'documentId' } }),
      kind: column.enum(
        'journal-kind',
        [
          'opening',
          'dispatch',
          'bill',
          'receipt',
          'claim',
          'allocation',
          'payment',
          'transfer',
          'write-off',
          'tax-refund',
          'credit-note',
          'cost-adjustment',
          'reversal',
        ],
        { width: 90 },
      ),
      party: column.text({ width: 170 }),
      memo: column.text({ width: 140 }),
      currency: column.code({ width: 64 }),
      moneyIn: column.money('currency', { total: true, width: 120 }),
      moneyOut: column.money('currency', { total: true, width: 120 }),
      balance: column.money('currency', { fixed: true, width: 125 }),
      amountBase: column.base({ total: true, hidden: true }),
    },
    sort: [{ field: 'date', descending: true }],
    heavy: true,
    watches: ['posting'],
  }),
  transfers: list({
    permission: 'bank-account.view',
    scope: 'company',
    export: 'bank-account.export',
    columns: {
      number: column.code({ width: 130 }),
      on: column.date(),
      status: column.enum('posted-status', POSTED_STATUSES, { width: 90 }),
      fromAccount: column.text({ width: 160 }),
      amountOut: column.money('currencyOut'),
      toAccount: column.text({ width: 160 }),
      amountIn: column.money('currencyIn'),
      difference: column.base({ total: true }),
    },
    sort: [{ field: 'on', descending: true }],
    watches: ['transfer'],
  }),
  'exchange-rates': list({
    permission: 'rate.view',
    scope: 'company',
    export: 'rate.view',
    columns: { date: column.date(), currency: column.code(), rate: column.rate(), source: column.text({ width: 220 }) },
    sort: [{ field: 'date', descending: true }],
    watches: ['exchange_rate'],
  }),
  /** The rate in force on a day: the newest on or before it; "1" for the base currency; null when none is known. */
  'rate-on': query({
    permission: 'signed-in',
    input: () => z.strictObject({ currency: currencySchema, on: dateSchema }),
    output: () => z.strictObject({ rate: z.string().nullable(), date: dateSchema.nullable() }),
    watches: ['exchange_rate'],
  }),
  'trial-balance': list({
    permission: 'ledger.view',
    scope: 'company',
    export: 'ledger.export',
    params: () => z.strictObject({ from: dateSchema.optional(), to: dateSchema.optional() }),
    columns: {
      account: column.code({ width: 100, opens: { route: 'postings', id: 'account' } }),
      name: column.text({ width: 200 }),
      opening: column.base({ total: true }),
      debit: column.base({ total: true }),
      credit: column.base({ total: true }),
      closing: column.base({ total: true }),
    },
    sort: [{ field: 'account', descending: false }],
    heavy: true,
    watches: ['posting'],
  }),
  postings: list({
    permission: 'ledger.view',
    scope: 'company',
    export: 'ledger.export',
    params: () =>
      z
        .strictObject({
          account: z.string().max(10).optional(),
          from: dateSchema.optional(),
          to: dateSchema.optional(),
          dealId: idSchema.optional(),
          documentId: idSchema.optional(),
          partyId: idSchema.optional(),
        })
        .optional(),
    columns: {
      date: column.date(),
      journal: column.integer({ width: 90 }),
      account: column.code({ width: 90 }),
      accountName: column.text({ width: 140 }),
      memo: column.text({ width: 220 }),
      party: column.text({ width: 180 }),
      document: column.code({ opens: { route: 'document', id: 'documentId' } }),
      currency: column.code({ width: 80 }),
      foreign: column.money('currency'),
      debit: column.base({ total: true }),
      credit: column.base({ total: true }),
      deal: column.code(),
    },
    sort: [{ field: 'date', descending: true }],
    heavy: true,
    watches: ['posting'],
  }),
}
