// Freight, credit, letters of credit, production and profit estimates in the audit trail.
import { column } from '../define/index.ts'
import { type AuditedTable, formed, named, word } from './define.ts'

const { text, code, integer, boolean, date, quantity, price, percent, rate, measure, base, money } = column
const cost = { secret: 'cost' } as const
const profit = { secret: 'profit' } as const
const owner = { ownerId: named('user'), departmentId: named('department') }
const ports = { portOfLoading: text(), portOfDischarge: text() }
const names = { name: text(), nameEn: text() }
const milestone = { kind: word('milestone-kind'), ...names, anchor: word('milestone-anchor'), offsetDays: integer() }
const responsible = { responsible: word('milestone-responsible'), userId: named('user'), needsNote: boolean() }
const inspected = { note: text(), checked: quantity(), defects: integer() }

export const auditedControl = {
  freight_inquiry: {
    view: 'freight-inquiry.view',
    owned: 'freight-inquiry',
    title: ['number'],
    route: 'freight-inquiry',
    columns: {
      ...{ number: code(), ...ports, cargoLoad: word('cargo-load'), containers: formed('words'), volume: measure(), weight: measure() },
      ...{ cargoReadyOn: date(), neededBy: date(), goods: text(), remark: text(), shipmentId: named('shipment') },
      ...{ status: word('freight-status'), voidReason: text(), chosenQuoteId: named('freight_quote'), chosenOn: date() },
      ...{ chosenReason: text(), chosenBase: base(), cheapestBase: base(), quotesCounted: integer(), bookedOn: date(), ...owner },
    },
  },
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
  credit_override: {
    of: { column: 'shipmentId', table: 'shipment' },
    title: ['shipmentNumber'],
    columns: {
      ...{ shipmentNumber: code(), customerId: named('party'), amount: money('currency'), limitMinor: money('limitCurrency') },
      ...{ exposure: money('limitCurrency'), excess: money('limitCurrency'), overdueDays: integer(), reason: text(), expiresOn: date() },
      ...{ requestedBy: named('user'), shipmentRevision: integer() },
    },
  },
  letter_of_credit: {
    view: 'letter-of-credit.view',
    owned: 'letter-of-credit',
    title: ['number'],
    route: 'letter-of-credit',
    columns: {
      ...{ number: code(), bankNumber: code(), issuingBank: text(), advisingBank: text(), customerId: named('party'), applicant: text() },
      ...{ currency: code(), amount: money('currency'), tolerancePlus: percent(), toleranceMinus: percent(), issuedOn: date() },
      ...{ expiresOn: date(), expiryPlace: text(), latestShipment: date(), presentationDays: integer() },
      ...{ availability: word('letter-availability'), tenorDays: integer(), confirmed: boolean(), partialShipment: boolean() },
      ...{ transhipment: boolean(), ...ports, goods: text(), documents: formed('words'), remark: text(), status: word('letter-status') },
      ...{ acceptedOn: date(), closedReason: text(), ...owner },
    },
  },
  letter_contract: {
    of: { column: 'letterId', table: 'letter_of_credit' },
    line: true,
    title: ['contractId'],
    columns: { contractId: named('sales_contract') },
  },
  letter_amendment: {
    of: { column: 'letterId', table: 'letter_of_credit' },
    line: true,
    title: ['number'],
    columns: {
      ...{ number: integer(), receivedOn: date(), changes: formed('changed'), state: word('amendment-state'), decidedOn: date() },
      ...{ remark: text() },
    },
  },
  letter_presentation: {
    of: { column: 'letterId', table: 'letter_of_credit' },
    line: true,
    title: ['shipmentId'],
    columns: {
      ...{ shipmentId: named('shipment'), amount: money('^currency'), insuredAmount: money('^currency'), insuredOn: date() },
      ...{ packingCartons: integer(), billCartons: integer(), packingGross: measure(), billGross: measure(), transhipped: boolean() },
      ...{ ticked: formed('changed'), discrepancies: text(), status: word('presentation-status'), presentedOn: date() },
      ...{ acceptedOn: date(), refusedOn: date(), paidOn: date() },
    },
  },
  milestone_template: {
    view: 'milestone.view',
    title: ['name'],
    titleEn: ['nameEn', 'name'],
    route: 'milestone-template',
    columns: { ...names, isDefault: boolean(), active: boolean() },
  },
  milestone_template_line: {
    of: { column: 'templateId', table: 'milestone_template' },
    line: true,
    title: ['name'],
    titleEn: ['nameEn', 'name'],
    columns: { ...milestone, ...responsible },
  },
  production: {
    view: 'milestone.view',
    of: { column: 'id', table: 'purchase_contract' },
    line: true,
    title: [],
    columns: { templateName: text(), merchandiserId: named('user') },
  },
  milestone: {
    view: 'milestone.view',
    of: { column: 'contractId', table: 'purchase_contract' },
    line: true,
    title: ['name'],
    titleEn: ['nameEn', 'name'],
    columns: {
      ...{ ...milestone, ...responsible, plannedOn: date(), revisedOn: date() },
      ...{ state: word('milestone-standing'), doneOn: date(), ...inspected },
    },
  },
  milestone_event: {
    of: { column: 'milestoneId', table: 'milestone' },
    line: true,
    title: [],
    columns: { act: word('milestone-act'), userId: named('user'), on: date(), ...inspected },
  },
  profit_estimate: {
    // An estimate is cost and profit through and through: its own right alone does not show it.
    view: ['profit-estimate.view', 'cost.view', 'profit.view'],
    owned: 'profit-estimate',
    title: ['number'],
    route: 'profit-estimate',
    columns: {
      ...{ number: code(), dealId: named('deal'), version: integer(), estimatedOn: date(), currency: code(), revenue: money('currency') },
      ...{ revenueBase: base(), purchaseBase: base(cost), refundBase: base(cost), expensesBase: base(cost), profitBase: base(profit) },
      ...{ margin: percent(profit), exchangeCost: text(cost), premiumRate: percent(), remark: text() },
      ...{ status: word('profit-estimate-status'), voidReason: text(), ...owner },
    },
  },
  profit_estimate_line: {
    of: { column: 'estimateId', table: 'profit_estimate' },
    line: true,
    title: ['description'],
    columns: {
      ...{ line: word('profit-line'), description: text(), supplierId: named('party'), productId: named('product') },
      ...{ quantity: quantity(), unit: code(), price: price(cost), vatRate: percent(), refundRate: percent(), currency: code() },
      ...{ rate: rate(), amount: money('currency', cost), amountBase: base(cost), refundBase: base(cost) },
    },
  },
  estimate_request: {
    view: 'deal.view',
    of: { column: 'dealId', table: 'deal' },
    title: ['dealId'],
    columns: { dealId: named('deal'), note: text(), requestedBy: named('user'), done: boolean() },
  },
} as const satisfies Record<string, AuditedTable>
