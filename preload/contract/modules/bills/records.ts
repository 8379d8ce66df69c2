// Bills of factories and of expenses, and credit notes. What was bought for is a cost.
import { column, record } from '../../define/record.ts'
import { cost, owed, posted, postedStates } from '../../define/shared-facts.ts'

const { text, code, date, quantity, percent, rate, base, money, named, word } = column

export const bill = record('bill', {
  table: 'bill',
  attachable: { figure: 'owed' },
  sync: 'money',
  series: { prefix: 'BL', yearly: true },
  searchable: true,
  actions: ['view', 'create', 'post', 'reverse', 'export'],
  grants: {
    merchandiser: ['view'],
    purchaser: ['view', 'create'],
    'shipping-clerk': ['view', 'create'],
    accountant: 'all',
    cashier: ['view'],
  },
  states: postedStates,
  once: [{ column: 'invoiceNumber', within: ['partyId'], except: { status: 'reversed' }, name: 'number', commands: ['post-bill'] }],
  title: ['number'],
  route: 'bill',
  columns: {
    ...{ number: code(), kind: word('bill-kind'), partyId: named('party'), invoiceNumber: code(), billDate: date(), dueDate: date() },
    ...{ currency: code(), rate: rate(), remark: text(), ...posted, total: money('currency', cost), totalBase: base(cost) },
  },
  internal: { journalId: 'ledger' },
  parts: {
    bill_line: {
      of: { column: 'billId', table: 'bill' },
      line: true,
      title: ['description', 'purchaseLineId'],
      columns: {
        ...{ purchaseLineId: named('purchase_line'), quantity: quantity(), category: word('expense-category'), description: text() },
        ...{ amount: money('^currency', cost), vatRate: percent(), netBase: base(cost), vatBase: base(cost), sharing: word('sharing') },
        ...{ shipmentId: named('shipment') },
      },
    },
    bill_share: {
      of: { column: 'billLineId', table: 'bill_line' },
      line: true,
      title: ['dealId'],
      columns: { dealId: named('deal'), amount: money('^^currency', cost), amountBase: base(cost) },
    },
  },
})

export const creditNote = record('credit-note', {
  table: 'credit_note',
  attachable: { add: ['bill.create'], figure: 'owed' },
  sync: 'money',
  series: { prefix: 'CN', yearly: true },
  searchable: true,
  route: 'credit-note',
  view: 'bill.view',
  // A customer's in the scope of the customer; vendors are everybody's.
  scopedBy: { column: 'partyId', table: 'party' },
  states: postedStates,
  title: ['number'],
  columns: {
    ...{ number: code(), partyId: named('party'), on: date(), currency: code(), amount: money('currency', owed), rate: rate() },
    ...{ dealId: named('deal'), reason: text(), vatRate: percent(), ...posted },
  },
  internal: { journalId: 'ledger' },
  parts: {
    credit_note_line: {
      of: { column: 'creditNoteId', table: 'credit_note' },
      line: true,
      title: ['purchaseLineId'],
      columns: {
        ...{ purchaseLineId: named('purchase_line'), amount: money('^currency', cost), vatRate: percent() },
        ...{ netBase: base(cost), vatBase: base(cost) },
      },
    },
  },
})

export const billsRecords = [bill, creditNote] as const
