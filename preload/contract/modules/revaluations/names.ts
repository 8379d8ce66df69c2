// Names of month-end revaluation in both languages.
import type { Names } from '../../names/define.ts'

export const revaluationsNames = {
  'list.revaluations': ['期末调汇', 'Revaluations'],
  'query.preview-revaluation': ['调汇预览', 'Revaluation preview'],
  'query.revaluation': ['期末调汇', 'Revaluation'],
  'command.revalue-month': ['期末调汇', 'Revalue month'],
  'command.reverse-revaluation': ['撤销调汇', 'Take revaluation back'],
  'record.revaluation-line': ['调汇明细', 'Revaluation line'],
  'field.month': ['月份', 'Month'],
  'field.withAdvances': ['含预收预付', 'With advances'],
  'field.bankDifference': ['银行账户差额', 'Bank accounts'],
  'field.itemDifference': ['往来差额（次月初转回）', 'Open items (reversed on day one)'],
  'field.baseBefore': ['调汇前本币', 'In base before'],
  'field.baseAfter': ['调汇后本币', 'In base after'],
  'field.revaluation-line.subject': ['账户或单据', 'Account or document'],
  'field.revaluation-line.foreign': ['原币余额', 'Balance'],
  'field.vendorId': ['供应商', 'Vendor'],
  'field.returns': ['退的是哪些款', 'What is paid back'],
  'field.revaluation.difference': ['调汇差额', 'Difference'],
} as const satisfies Names
