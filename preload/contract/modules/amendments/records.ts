// Versions of signed contracts.
import { column, record, states } from '../../define/record.ts'
import { cost } from '../../define/shared-facts.ts'

const { text, integer, date, money, named, formed } = column

export const contractAmendment = record('contract-amendment', {
  table: 'contract_version',
  sync: 'trade',
  record: 'contract-version',
  states: states('version-state', { 'in-preparation': 'moving', 'in-force': 'good', superseded: 'quiet' }),
  of: { column: 'contractId', by: 'kind', each: { 'sales-contract': 'sales_contract', 'purchase-contract': 'purchase_contract' } },
  title: ['contractId'],
  columns: {
    ...{ contractId: named('the record above'), version: integer(), reason: text(), confirmation: text() },
    ...{ totalBefore: money('currencyBefore', cost), total: money('currency', cost), content: formed('changed') },
    ...{ preparedBy: named('user'), inForceOn: date(), inForceBy: named('user') },
  },
  internal: { currency: 'plain', currencyBefore: 'plain' },
})

export const amendmentsRecords = [contractAmendment] as const
