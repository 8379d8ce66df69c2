// Sentences of the pages and panels of this module, in both languages.
import { defineWords } from '../../words/index.ts'

export const dealsWords = defineWords({
  'deals.add-contract': ['增加外销合同', 'Add sales contract'],
  'deals.make-purchase': ['生成采购合同', 'Make purchase contract'],
  'deals.documents': ['单据', 'Documents'],
  'deals.no-documents': ['这票业务还没有您能查看的单据', 'This deal has no document you may see yet'],
  'deals.no-documents-text': [
    '签订外销合同后，采购、出运、账单和收付款都会列在这里。',
    'Once the sales contract is signed, purchases, shipments, bills, receipts and payments are listed here.',
  ],
  'deals.stage': ['业务阶段：{{stage}}', 'Stage: {{stage}}'],
})
