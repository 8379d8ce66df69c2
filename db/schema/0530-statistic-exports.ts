// Migration 530: the right to carry statistics away, for those roles that may export lists of amounts. Who sells has no lists of customers to export (statistics CU29).
import { grant } from './grants.ts'

const EXPORTING = ['owner', 'auditor', 'accountant', 'sales-manager', 'purchaser', 'shipping-clerk', 'cashier']

export const statisticExports = EXPORTING.map((code) => grant(code, ['statistic.export'])).join('\n')
