// Sentences of the pages and panels of this module, in both languages.
import { defineWords } from '../../words/index.ts'

export const openItemsWords = defineWords({
  'open-items.write-off-text': [
    '把小额尾差转入财务费用。可从核销记录撤销。',
    'Moves a small rest to financial expense. It can be taken back from the allocations.',
  ],
  'open-items.by-age': ['按账龄（{{currency}}）', 'By age ({{currency}})'],
  'open-items.days': ['{{days}} 天', '{{days}} days'],
  'open-items.not-received': ['只看未收', 'Not received only'],
  'open-items.view': ['视图', 'View'],
  'open-items.all-parties': ['全部往来单位', 'All parties'],
  'open-items.nothing-owed': ['没有未结的款项。', 'Nothing is owed.'],
})
