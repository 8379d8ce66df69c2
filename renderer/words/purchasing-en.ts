// Sentences of the purchasing pages in English.
import type { purchasingZh } from './purchasing-zh.ts'

export const purchasingEn: Record<keyof typeof purchasingZh, string> = {
  'purchasing.parties': 'Supplier and contract',
  'purchasing.delivery': 'Delivery and payment',
  'purchasing.more': 'Clauses and remarks',
  'purchasing.related': 'Related documents',
  'purchasing.add-lines': 'From sales contracts',
  'purchasing.take-lines': 'Add {{count}} lines',
  'purchasing.choose-all': 'Choose all',
  'purchasing.nothing-left': 'Nothing is left to buy',
  'purchasing.nothing-left-text': 'All signed sales contracts are bought for. Samples and stock can be typed into the grid.',
  'purchasing.supplier-only': "Only this supplier's products",
  'purchasing.over': 'More than the sales contracts have left to buy: {{lines}}. It can be saved; please make sure it is meant.',
  'purchasing.over-line': 'line {{line}} by {{quantity}} {{unit}}',
  'purchasing.list-comma': ', ',
  'purchasing.sign-text':
    'A signed contract is changed by an amendment only, or voided; its quantities count as purchased for the sales contracts.',
  'purchasing.void-text':
    'The number stays taken and the contract cannot be brought back. One that was shipped or billed cannot be voided.',
  'purchasing.discard-text': 'The draft and its lines are deleted.',
  'purchasing.unbilled-only': 'Only what is not wholly billed',
}
