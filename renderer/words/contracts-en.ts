// Sentences of the contracts pages in English.
import type { contractsZh } from './contracts-zh.ts'

export const contractsEn: Record<keyof typeof contractsZh, string> = {
  'contracts.parties': 'Customer and contract',
  'contracts.delivery': 'Delivery and payment',
  'contracts.more': 'Clauses and remarks',
  'contracts.related': 'Related documents',
  'contracts.number-help': 'Numbered automatically when empty',
  'contracts.sign-text': 'A signed contract is changed by an amendment only, or voided.',
  'contracts.void-text':
    'The number stays taken and the contract cannot be brought back. One with a purchase contract or a shipment cannot be voided.',
  'contracts.discard-text': 'The draft and its lines are deleted, and the deal with them when nothing else is in it.',
  'contracts.make-purchase': 'Make purchase contract',
  'contracts.make-shipment': 'Make shipment',
  'contracts.open-deal': 'Open deal',
  'contracts.add-contract': 'Add sales contract',
  'contracts.documents': 'Documents',
  'contracts.no-documents': 'This deal has no document you may see yet',
  'contracts.no-documents-text': 'Once the sales contract is signed, purchases, shipments, bills, receipts and payments are listed here.',
  'contracts.stage': 'Stage: {{stage}}',
  'contracts.open-only': 'Only what is still to ship',
  'contracts.chart': 'Net in base currency, top {{count}} by {{by}}',
  'contracts.chart-time': 'Net in base currency by {{by}}',
  'contracts.nothing': '(none)',
  'contracts.all-currencies': 'All currencies',
  'contracts.no-second': 'No second grouping',
}
