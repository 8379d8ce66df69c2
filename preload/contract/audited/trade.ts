// Parties, goods, contracts and shipments in the audit trail. Amounts of purchases are a cost, as on their own pages.
import { column } from '../define/index.ts'
import { type AuditedTable, formed, named, word } from './define.ts'

const { text, code, integer, boolean, date, quantity, price, percent, rate, measure, base, money } = column
const cost = { secret: 'cost' } as const
const owner = { ownerId: named('user'), departmentId: named('department') }
const goods = { productId: named('product'), description: text(), quantity: quantity(), unit: code() }
const ports = { portOfLoading: text(), portOfDischarge: text() }
const terms = { incoterm: code(), incotermPlace: text(), ...ports, paymentTerm: formed('payment-term') }
const saleTotals = { total: money('currency'), totalBase: base() }

export const auditedTrade = {
  party: {
    record: 'vendor',
    view: 'vendor.view',
    title: ['name', 'nameZh'],
    route: 'vendor',
    columns: {
      ...{ kind: word('party-kind'), code: code(), name: text(), nameZh: text(), shortName: text(), country: code(), city: text() },
      ...{ address: text(), website: text(), email: text(), phone: text(), taxNumber: text(), currency: code() },
      ...{ paymentTerm: formed('payment-term'), bankDetails: text(), remark: text(), status: word('customer-status') },
      ...{ level: word('customer-level'), creditGrade: text(), creditLimit: money('creditCurrency'), creditCurrency: code() },
      ...{ incoterm: code(), port: text(), source: text(), industry: text(), ...owner, active: boolean(), duplicateReason: text() },
    },
    kinds: { customer: { record: 'customer', view: 'customer.view', owned: 'customer', route: 'customer' } },
  },
  contact: {
    of: { column: 'partyId', table: 'party' },
    line: true,
    title: ['name'],
    columns: {
      ...{ name: text(), title: text(), role: word('contact-role'), email: text(), phone: text(), wechat: text(), whatsapp: text() },
    },
  },
  credit_insurance: {
    of: { column: 'customerId', table: 'party' },
    line: true,
    title: ['policyNumber'],
    columns: {
      ...{ policyNumber: code(), insurer: text(), limitMinor: money('currency'), currency: code(), percent: percent() },
      ...{ validFrom: date(), validTo: date(), remark: text() },
    },
  },
  product_category: {
    view: 'product.view',
    title: ['nameZh', 'name'],
    titleEn: ['name', 'nameZh'],
    columns: { name: text(), nameZh: text(), parentId: named('product_category') },
  },
  product: {
    view: 'product.view',
    title: ['nameZh', 'name'],
    titleEn: ['name', 'nameZh'],
    route: 'product',
    columns: {
      ...{ code: code(), name: text(), nameZh: text(), specification: text(), unit: code(), hsCode: code(), vatRate: percent() },
      ...{ refundRate: percent(), categoryId: named('product_category'), supplierId: named('party'), piecesPerCarton: quantity() },
      ...{ cartonLength: measure(), cartonWidth: measure(), cartonHeight: measure(), grossWeight: measure(), netWeight: measure() },
      ...{ remark: text(), active: boolean() },
    },
  },
  quotation: {
    view: 'quotation.view',
    owned: 'quotation',
    title: ['number'],
    route: 'quotation',
    columns: {
      ...{ number: code(), version: integer(), customerId: named('party'), inquiryNumber: code(), quotedOn: date(), validUntil: date() },
      ...{ currency: code(), rate: rate(), ...terms, delivery: text(), commissionRate: percent(), clauses: text(), remark: text() },
      ...{ status: word('quotation-status'), sentOn: date(), lostReason: text(), contractId: named('sales_contract') },
      ...{ ...saleTotals, ...owner },
    },
  },
  quotation_line: {
    of: { column: 'quotationId', table: 'quotation' },
    line: true,
    title: ['description'],
    columns: { ...goods, price: price(), discount: percent(), amount: money('^currency') },
  },
  quotation_line_cost: {
    of: { column: 'quotationId', table: 'quotation' },
    line: true,
    title: [],
    columns: { cost: price(cost), vatRate: percent(cost), refundRate: percent(cost) },
  },
  quotation_cost: {
    of: { column: 'id', table: 'quotation' },
    line: true,
    title: [],
    columns: { freight: base(cost), insurance: base(cost), domestic: base(cost), profit: base({ secret: 'profit' }) },
  },
  deal: {
    view: 'deal.view',
    owned: 'deal',
    title: ['number'],
    route: 'deal',
    columns: { number: code(), customerId: named('party'), openedOn: date(), stage: word('deal-stage'), ...owner },
  },
  sales_contract: {
    view: 'sales-contract.view',
    owned: 'sales-contract',
    title: ['number'],
    route: 'sales-contract',
    columns: {
      ...{ number: code(), version: integer(), dealId: named('deal'), customerId: named('party'), buyerOrderNumber: code() },
      ...{ contractDate: date(), signedOn: date(), currency: code(), rate: rate(), ...terms, latestShipment: date() },
      ...{ partialShipment: boolean(), transhipment: boolean(), commissionRate: percent(), clauses: text(), remark: text() },
      ...{ status: word('sales-contract-status'), voidReason: text(), ...saleTotals, ...owner },
    },
  },
  sales_line: {
    of: { column: 'contractId', table: 'sales_contract' },
    line: true,
    title: ['description'],
    columns: { ...goods, price: price(), discount: percent(), amount: money('^currency'), purchased: quantity(), shipped: quantity() },
  },
  purchase_contract: {
    view: 'purchase-contract.view',
    owned: 'purchase-contract',
    title: ['number'],
    route: 'purchase-contract',
    columns: {
      ...{ number: code(), version: integer(), supplierId: named('party'), contractDate: date(), signedOn: date(), currency: code() },
      ...{ rate: rate(), deliveryDate: date(), paymentTerm: formed('payment-term'), clauses: text(), remark: text() },
      ...{ status: word('purchase-contract-status'), voidReason: text(), total: money('currency', cost), totalBase: base(cost), ...owner },
    },
  },
  purchase_line: {
    of: { column: 'contractId', table: 'purchase_contract' },
    line: true,
    title: ['description'],
    columns: {
      ...{ dealId: named('deal'), salesLineId: named('sales_line'), ...goods, price: price(cost), vatRate: percent() },
      ...{ refundRate: percent(), amount: money('^currency', cost), billed: quantity(), shipped: quantity() },
      ...{ unitsBought: quantity(), unitsSold: quantity() },
    },
  },
  contract_version: {
    of: { column: 'contractId', by: 'kind', each: { 'sales-contract': 'sales_contract', 'purchase-contract': 'purchase_contract' } },
    title: ['contractId'],
    columns: {
      ...{ contractId: named('the record above'), version: integer(), reason: text(), confirmation: text() },
      ...{ totalBefore: money('currencyBefore', cost), total: money('currency', cost), content: formed('changed') },
      ...{ preparedBy: named('user'), inForceOn: date(), inForceBy: named('user') },
    },
  },
  shipment: {
    view: 'shipment.view',
    owned: 'shipment',
    title: ['number'],
    route: 'shipment',
    columns: {
      ...{ number: code(), customerId: named('party'), currency: code(), forwarderId: named('party'), carrierId: named('party') },
      ...{ vessel: text(), voyage: text(), bookingNumber: code(), billOfLadingNumber: code(), invoiceNumber: code() },
      ...{ declarationNumber: code(), ...ports, etd: date(), eta: date(), containers: formed('words'), remark: text() },
      ...{ status: word('shipment-status'), dispatchedOn: date(), onBoardOn: date(), arrivedOn: date(), documentsDeliveredOn: date() },
      ...{ doneOn: date(), rate: rate(), ...saleTotals, ...owner },
    },
  },
  shipment_line: {
    of: { column: 'shipmentId', table: 'shipment' },
    line: true,
    title: ['salesLineId'],
    columns: {
      ...{ salesLineId: named('sales_line'), contractId: named('sales_contract'), dealId: named('deal'), productId: named('product') },
      ...{ quantity: quantity(), amount: money('^currency'), amountBase: base() },
    },
  },
  shipment_source: {
    of: { column: 'shipmentLineId', table: 'shipment_line' },
    line: true,
    title: ['purchaseLineId'],
    columns: {
      ...{
        purchaseLineId: named('purchase_line'),
        quantity: quantity(),
        costBase: base(cost),
        vatBase: base(cost),
        refundBase: base(cost),
      },
    },
  },
} as const satisfies Record<string, AuditedTable>
