// Shipments and where their goods come from.
import { column, record } from '../../define/record.ts'
import { cost, owner, ports, saleTotals } from '../../define/trade-columns.ts'

const { text, code, date, quantity, rate, base, money, named, formed, word } = column

export const shipment = record('shipment', {
  table: 'shipment',
  title: ['number'],
  route: 'shipment',
  columns: {
    ...{ number: code(), customerId: named('party'), currency: code(), forwarderId: named('party'), carrierId: named('party') },
    ...{ vessel: text(), voyage: text(), bookingNumber: code(), billOfLadingNumber: code(), invoiceNumber: code() },
    ...{ declarationNumber: code(), ...ports, etd: date(), eta: date(), containers: formed('words'), remark: text() },
    ...{ status: word('shipment-status'), dispatchedOn: date(), onBoardOn: date(), arrivedOn: date(), documentsDeliveredOn: date() },
    ...{ doneOn: date(), rate: rate(), ...saleTotals, ...owner },
  },
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
    returned_source: {},
  },
})

export const shipmentsRecords = [shipment] as const
