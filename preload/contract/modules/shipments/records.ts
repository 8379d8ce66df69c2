// Shipments with their lines.
import { column, record, states } from '../../define/record.ts'
import { owner, ports, saleTotals } from '../../define/shared-facts.ts'

const { text, code, integer, date, quantity, boolean, percent, measure, rate, base, money, named, formed, word } = column

export const shipment = record('shipment', {
  table: 'shipment',
  attachable: true,
  sync: 'trade',
  series: { prefix: 'SH', yearly: true },
  searchable: true,
  owned: true,
  /** submit: to ask for leave to ship over a customer's credit limit. */
  actions: ['view', 'create', 'edit', 'submit', 'dispatch', 'reverse', 'export'],
  grants: {
    'sales-manager': ['view', 'create', 'edit', 'submit', 'export'],
    salesperson: ['view', 'create', 'edit', 'submit'],
    merchandiser: ['view', 'create', 'edit', 'submit'],
    purchaser: ['view'],
    'shipping-clerk': ['view', 'create', 'edit', 'submit', 'dispatch', 'export'],
    accountant: ['view', 'reverse', 'export'],
  },
  states: states('shipment-status', {
    planned: 'quiet',
    booked: 'moving',
    dispatched: 'moving',
    'on-board': 'moving',
    arrived: 'moving',
    'documents-delivered': 'moving',
    done: 'good',
    void: 'gone',
  }),
  once: [
    { column: 'invoiceNumber', except: { status: 'void' }, name: 'number', commands: ['save-shipment'] },
    { column: 'declarationNumber', except: { status: 'void' }, name: 'number', commands: ['save-shipment'] },
  ],
  papers: {
    'commercial-invoice': { code: 'CI', language: 'of-party', leavesOut: ['bank', 'packages'] },
    'packing-list': { code: 'PL', language: 'of-party' },
    'booking-note': { code: 'SO', language: 'en-zh' },
    'shipping-instruction': { code: 'SI', language: 'en-zh' },
    'insurance-application': { code: 'INS', language: 'en-zh', unsealed: true },
    'shipping-advice': { code: 'SA', language: 'en', leavesOut: ['opening-sentence'] },
    'bill-of-exchange': { code: 'BE', language: 'en', permission: 'letter-of-credit.view', unsealed: true },
  },
  title: ['number'],
  route: 'shipment',
  columns: {
    ...{ number: code(), customerId: named('party'), currency: code(), forwarderId: named('party'), carrierId: named('party') },
    ...{ vessel: text(), voyage: text(), bookingNumber: code(), billOfLadingNumber: code(), invoiceNumber: code() },
    ...{ declarationNumber: code(), ...ports, etd: date(), eta: date(), containers: formed('words'), remark: text() },
    ...{ status: word('shipment-status'), dispatchedOn: date(), onBoardOn: date(), arrivedOn: date(), documentsDeliveredOn: date() },
    ...{ doneOn: date(), rate: rate(), ...saleTotals, ...owner },
    ...{ placeOfReceipt: text(), placeOfDelivery: text(), siCutoff: text(), vgmCutoff: text(), cyCutoff: text(), customsCutoff: text() },
    ...{ billKind: word('bill-kind'), goodsOnBill: text(), billWording: text() },
    ...{ insuranceMarkup: percent(), premiumRate: percent(), insuredWhole: boolean(), insuranceConditions: text(), claimsAt: text() },
    ...{ packageKind: word('package-kind'), pallets: integer(), palletWeight: measure(), palletVolume: measure() },
    ...{ billPackages: integer(), billGrossWeight: measure(), billVolume: measure(), billMarks: text() },
  },
  internal: { journalId: 'ledger', dispatches: 'plain', transportMode: 'plain' },
  parts: {
    shipment_line: {
      of: { column: 'shipmentId', table: 'shipment' },
      line: true,
      title: ['salesLineId'],
      columns: {
        ...{ salesLineId: named('sales_line'), contractId: named('sales_contract'), dealId: named('deal'), productId: named('product') },
        ...{ quantity: quantity(), amount: money('^currency'), amountBase: base() },
      },
    },
    shipment_package: {
      of: { column: 'shipmentId', table: 'shipment' },
      line: true,
      title: ['lineId'],
      columns: {
        ...{ lineId: named('shipment_line'), quantity: quantity(), cartons: integer(), piecesPerCarton: quantity(), netWeight: measure() },
        ...{ grossWeight: measure(), cartonLength: measure(), cartonWidth: measure(), cartonHeight: measure(), netTotal: measure() },
        ...{ grossTotal: measure(), volumeTotal: measure(), marks: text(), container: code() },
      },
    },
  },
})

export const shipmentsRecords = [shipment] as const
