// What a person or a department is to reach in a month (业绩目标).
import { column, record } from '../../define/record.ts'

const { base, named, text, word } = column

export const target = record('target', {
  table: 'target',
  sync: 'company',
  owned: true,
  actions: ['view', 'edit'],
  grants: { 'sales-manager': 'all', salesperson: ['view'], accountant: ['view'], auditor: ['view'] },
  title: ['month'],
  columns: { ownerId: named('user'), departmentId: named('department'), month: text(), measure: word('measure'), amount: base() },
})

export const targetsRecords = [target] as const
