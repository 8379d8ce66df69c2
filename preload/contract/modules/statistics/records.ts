// Questions of statistics that are kept, and the rights to ask.
import { column, record } from '../../define/record.ts'

const { text, named, formed } = column

export const statistic = record('statistic', {
  table: 'statistic',
  sync: 'company',
  /** people: to group, filter and rank by persons other than oneself. share: to give a kept question to everybody of a role. */
  actions: ['view', 'people', 'share'],
  grants: {
    'sales-manager': 'all',
    salesperson: ['view'],
    merchandiser: ['view'],
    purchaser: ['view'],
    'shipping-clerk': ['view'],
    accountant: 'all',
    cashier: ['view'],
    auditor: ['view', 'people'],
  },
  title: ['name'],
  route: 'statistics',
  columns: { name: text(), roleId: named('role'), question: formed('changed') },
  internal: { ownerId: 'plain' },
})

export const statisticsRecords = [statistic] as const
