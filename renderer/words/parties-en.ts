// Sentences of the parties pages in English. Keys as in parties-zh.
import type { partiesZh } from './parties-zh.ts'

export const partiesEn: Record<keyof typeof partiesZh, string> = {
  'parties.customer': 'Customer',
  'parties.vendor': 'Vendor',
  'parties.place': 'Address and contact',
  'parties.terms': 'Terms of trade and credit',
  'parties.more': 'Bank and remarks',
  'parties.name-help': 'As on documents',
  'parties.code-help': 'Left empty, the next number is taken',
  'parties.credit-help': 'Empty: unlimited. 0: cash before shipment',
  'parties.similar': 'This may be here already:',
  'parties.similar-one': '{{name}} ({{kind}}): {{reason}}',
  'parties.similar-name': 'same name',
  'parties.similar-domain': 'same web or mail domain',
  'parties.similar-phone': 'same phone',
  'parties.make-quotation': 'New quotation',
  'parties.make-contract': 'New sales contract',
  'parties.hand-over-one': '“{{name}}” is handed over with its unfinished deals, sales contracts, shipments, receipts and open items.',
  'parties.hand-over-some':
    '{{count}} customers are handed over with their unfinished deals, sales contracts, shipments, receipts and open items.',
  'parties.handed-over': 'Handed {{count}} customers over to {{owner}}',
  'parties.switch-off': 'Switch off',
  'parties.switch-on': 'Switch on',
  'parties.switch-off-text': 'New documents can no longer choose “{{name}}”. Documents that are there stay as they are.',
  'parties.switch-on-text': 'New documents can choose “{{name}}” again.',
  'parties.all-kinds': 'All kinds',
}
