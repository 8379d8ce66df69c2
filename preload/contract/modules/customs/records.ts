// Customs declarations and certificates of origin of shipments, what customs want to know of products, and corrections of customs' own lists of codes.
import { column, record } from '../../define/record.ts'

const { text, code, boolean, date, quantity, price, money, named, word } = column

/** `code` and `name` of a list as the company knows it: one more, another name, or one that is not in use any more. */
export const customsCode = record('customs-code', {
  table: 'customs_code',
  sync: 'company',
  actions: ['edit'],
  grants: { 'sales-manager': 'all', 'shipping-clerk': 'all' },
  view: 'customs-declaration.view',
  title: ['code', 'name'],
  columns: { list: word('customs-list'), code: code(), name: text(), active: boolean() },
})

export const productCustoms = record('product-customs', {
  table: 'product_customs',
  sync: 'company',
  of: { column: 'id', table: 'product' },
  view: 'product.view',
  line: true,
  title: ['declaredName'],
  columns: {
    ...{ declaredName: text(), elements: text(), brandType: code(), preference: code(), legalUnit: code(), legalQuantity: quantity() },
    ...{ secondUnit: code(), secondQuantity: quantity(), sourceArea: code(), originCountry: code() },
  },
})

export const customsDeclaration = record('customs-declaration', {
  table: 'customs_declaration',
  attachable: true,
  sync: 'trade',
  series: { prefix: 'BG', yearly: true },
  searchable: true,
  actions: ['view', 'edit', 'export'],
  grants: {
    'sales-manager': 'all',
    salesperson: ['view'],
    merchandiser: ['view', 'edit'],
    'shipping-clerk': 'all',
    accountant: ['view'],
  },
  of: { column: 'shipmentId', table: 'shipment' },
  view: 'customs-declaration.view',
  paperSet: true,
  papers: { 'customs-declaration': { code: 'CD', language: 'zh', unsealed: true } },
  title: ['number'],
  route: 'customs-declaration',
  columns: {
    ...{
      number: code(),
      shipmentId: named('shipment'),
      exportOn: date(),
      customsRegistration: code(),
      exitOffice: code(),
      exitPort: text(),
    },
    ...{ supervision: code(), dutyNature: code(), dutyMode: code(), manualNumber: code(), licenceNumber: code(), producer: text() },
    ...{
      buyerAeo: code(),
      tradeCountry: code(),
      destinationCountry: code(),
      destinationPort: text(),
      packaging: code(),
      dealTerms: code(),
    },
    ...{ feeCurrency: code(), freight: money('feeCurrency'), insurance: money('feeCurrency'), otherFees: money('feeCurrency') },
    ...{ sourceArea: code(), attachedDocuments: text(), remark: text() },
  },
  parts: {
    customs_value: {
      of: { column: 'declarationId', table: 'customs_declaration' },
      line: true,
      title: ['lineId'],
      columns: { lineId: named('shipment_line'), price: price() },
    },
  },
})

export const originCertificate = record('origin-certificate', {
  table: 'origin_certificate',
  attachable: true,
  sync: 'trade',
  series: { prefix: 'CO', yearly: true },
  searchable: true,
  actions: ['view', 'edit', 'export'],
  grants: {
    'sales-manager': 'all',
    salesperson: ['view'],
    merchandiser: ['view', 'edit'],
    'shipping-clerk': 'all',
  },
  of: { column: 'shipmentId', table: 'shipment' },
  view: 'origin-certificate.view',
  paperSet: true,
  papers: { 'certificate-of-origin': { code: 'CO', language: 'en', unsealed: true } },
  title: ['number'],
  route: 'origin-certificate',
  columns: {
    ...{ number: code(), shipmentId: named('shipment'), originForm: word('origin-form'), certificateNumber: code(), declaredAt: text() },
    ...{ declaredOn: date(), destinationCountry: code(), consignee: text(), via: text(), manufacturer: text(), remark: text() },
    currency: code(),
  },
  parts: {
    origin_goods: {
      of: { column: 'certificateId', table: 'origin_certificate' },
      line: true,
      title: ['lineId'],
      columns: { lineId: named('shipment_line'), criterion: code(), fobValue: money('^currency') },
    },
  },
})

export const customsRecords = [customsCode, productCustoms, customsDeclaration, originCertificate] as const
