// Sentences of the shipments pages in English.
import type { shipmentsZh } from './shipments-zh.ts'

export const shipmentsEn: Record<keyof typeof shipmentsZh, string> = {
  'shipments.goods': 'Customer and goods',
  'shipments.voyage': 'Transport',
  'shipments.papers': 'Papers and owner',
  'shipments.add-lines': 'Add lines from contracts',
  'shipments.take-lines': 'Add {{count}} lines',
  'shipments.choose-all': 'Choose all',
  'shipments.nothing-left': 'Nothing left to ship',
  'shipments.nothing-left-text': 'All signed contracts of this customer are shipped or planned in other shipments.',
  'shipments.receivables-planned': 'Receivables after dispatch',
  'shipments.without-purchase': 'No purchase yet: {{lines}}. The cost follows by itself once the purchase contract is signed.',
  'shipments.without-purchase-line': 'line {{line}}: {{quantity}} {{unit}}',
  'shipments.list-comma': ', ',
  'shipments.book-text': 'Enter the booking number the forwarder has given.',
  'shipments.dispatch-text':
    'Dispatch makes the receivables of the payment term, recognises revenue and moves the purchase to cost. A mistake is reversed, never edited.',
  'shipments.no-rate': 'No {{currency}} rate is known on {{day}}: please enter it.',
  'shipments.reverse-text':
    'Takes receivables, revenue and cost back with reversing entries; the shipment stands as before dispatch. Allocated receipts must be released first.',
  'shipments.discard-text':
    'A planned shipment is deleted; one that was booked or dispatched before keeps its number and becomes void. Its quantities return to the contract.',
}
