// Sentences of customer credit in English.
import type { creditZh } from './credit-zh.ts'

export const creditEn: Record<keyof typeof creditZh, string> = {
  'credit.title': 'Customer credit',
  'credit.after-this': 'With this document',
  'credit.this-document': 'This document',
  'credit.within': '{{exposure}} used of {{limit}}, {{free}} free',
  'credit.unlimited': '{{exposure}} used, unlimited',
  'credit.over': '{{excess}} over the limit: {{exposure}} used of {{limit}}',
  'credit.overdue': 'A receivable is {{days}} days overdue (the company allows {{allowed}})',
  'credit.information-only': 'Credit control is off: for information only',
  'credit.checked-at-dispatch': 'Checked at dispatch',
  'credit.contracts-beside': 'not counted',
  'credit.show-items': 'Items',
  'credit.hide-items': 'Hide items',
  'credit.nothing-open': 'Nothing is open',
  'credit.override-standing': 'Over-limit approval {{amount}}, good until {{expiresOn}}',
  'credit.override-expired': 'expired',
  'credit.covered-note': '{{covered}} covered by credits and insurance',
  'credit.policy': 'Policy {{number}} ({{insurer}}): {{percent}} up to {{limit}}, {{from}} to {{to}}',
  'credit.policy-not-in-force': 'not in force',
  'credit.policy-change': 'Change',
  'credit.policy-remove': 'Remove',
  'credit.policy-remove-text': 'Remove only a policy recorded by mistake; one that ran out stays and covers nothing any more.',
  'credit.request-text':
    'Puts this shipment and its credit figures of now to approval. Once granted it may leave until the day given, while its amount does not grow and customer and currency stay.',
  'credit.requested': 'Put to approval. Dispatch it once it is granted.',
}
