// Freight inquiries with forwarders' quotes.
import { column, record, states } from '../../define/record.ts'
import { owner, ports } from '../../define/shared-facts.ts'

const { text, code, integer, date, measure, base, money, named, formed, word } = column

export const freightInquiry = record('freight-inquiry', {
  table: 'freight_inquiry',
  attachable: true,
  sync: 'trade',
  series: { prefix: 'FI', yearly: true },
  searchable: true,
  owned: true,
  /** choose: to decide for a forwarder's quote. */
  actions: ['view', 'create', 'edit', 'submit', 'choose', 'void', 'export'],
  grants: {
    'sales-manager': 'all',
    salesperson: ['view', 'create', 'edit'],
    merchandiser: ['view', 'create', 'edit', 'submit', 'choose'],
    'shipping-clerk': 'all',
    accountant: ['view', 'export'],
  },
  approvable: { switch: 'approveFreightInquiry' },
  papers: { 'freight-inquiry': { code: 'FQ', language: 'zh', unsealed: true, leavesOut: ['wanted'] } },
  states: states('freight-status', { draft: 'quiet', asking: 'moving', chosen: 'good', closed: 'gone', void: 'gone' }),
  title: ['number'],
  route: 'freight-inquiry',
  columns: {
    ...{ number: code(), ...ports, cargoLoad: word('cargo-load'), containers: formed('words'), volume: measure(), weight: measure() },
    ...{ cargoReadyOn: date(), neededBy: date(), goods: text(), remark: text(), shipmentId: named('shipment') },
    ...{ status: word('freight-status'), voidReason: text(), chosenQuoteId: named('freight_quote'), chosenOn: date() },
    ...{ chosenReason: text(), chosenBase: base(), cheapestBase: base(), quotesCounted: integer(), bookedOn: date(), ...owner },
  },
  internal: { transportMode: 'plain' },
  parts: {
    freight_contract: {
      of: { column: 'inquiryId', table: 'freight_inquiry' },
      line: true,
      title: ['contractId'],
      columns: { contractId: named('sales_contract') },
    },
    freight_forwarder: {
      of: { column: 'inquiryId', table: 'freight_inquiry' },
      line: true,
      title: ['forwarderId'],
      columns: { forwarderId: named('party'), state: word('freight-forwarder-state'), askedOn: date(), declineReason: text() },
    },
    freight_quote: {
      internal: { complete: 'plain' },
      states: states('freight-quote-state', {
        valid: 'good',
        expired: 'gone',
        declined: 'gone',
        superseded: 'quiet',
        incomplete: 'quiet',
        'other-route': 'quiet',
      }),
      of: { column: 'inquiryId', table: 'freight_inquiry' },
      line: true,
      title: ['forwarderId'],
      columns: {
        ...{ forwarderId: named('party'), round: integer(), quotedOn: date(), ...ports, validFrom: date(), validTo: date() },
        ...{ transitDays: integer(), carrierId: named('party'), freeDays: integer(), remark: text(), totalBase: base() },
      },
    },
    freight_charge: {
      of: { column: 'quoteId', table: 'freight_quote' },
      line: true,
      title: ['name'],
      columns: {
        ...{ kind: word('charge-kind'), name: text(), containerType: code(), basis: word('charge-basis'), amount: money('currency') },
        ...{ currency: code() },
      },
    },
  },
})

export const freightRecords = [freightInquiry] as const
