// Sentences of the pages and panels of this module, in both languages.
import { defineWords } from '../../words/index.ts'

export const amendmentsWords = defineWords({
  'amendments.from': ['从', 'From'],
  'amendments.to': ['到', 'To'],
  'amendments.no-changes': ['两个版本内容相同', 'Both versions say the same'],
  'amendments.line': ['第 {{line}} 行 · {{goods}}', 'Line {{line}} · {{goods}}'],
  'amendments.line-added': ['新增', 'Added'],
  'amendments.line-removed': ['取消', 'Taken out'],
  'amendments.line-changed': ['修改', 'Changed'],
  'amendments.open-only': ['只看准备中的', 'Only those in preparation'],
})
