// Questions of statistics that are kept, and the rights to ask.
import { column, record } from '../../define/record.ts'

const { text, named, formed } = column

export const statistic = record('statistic', {
  table: 'statistic',
  sync: 'company',
  /**
   * people: to group, filter and rank by persons other than oneself. share: to give a kept question to everybody of a role. export: a statistic by customer
   * is the list of customers, so who may not export lists does not export statistics.
   */
  actions: ['view', 'people', 'share', 'export'],
  grants: {
    'sales-manager': 'all',
    salesperson: ['view'],
    merchandiser: ['view'],
    purchaser: ['view', 'export'],
    'shipping-clerk': ['view', 'export'],
    accountant: 'all',
    cashier: ['view', 'export'],
    auditor: ['view', 'people', 'export'],
  },
  // No page of its own: a private one is nobody else's, so no id tells its name.
  title: ['name'],
  columns: { name: text(), roleId: named('role'), question: formed('changed') },
  internal: { ownerId: 'plain' },
})

export const statisticsRecords = [statistic] as const
