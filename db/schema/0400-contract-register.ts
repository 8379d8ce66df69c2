// Migration 400: who sees the register of contracts with their signed scans. Rule FI20 of files.
import { grant } from './grants.ts'

export const contractRegister = [
  ...['owner', 'sales-manager', 'purchaser', 'accountant', 'auditor'].map((code) =>
    grant(code, ['contract-register.view', 'contract-register.export']),
  ),
  ...['salesperson', 'merchandiser', 'shipping-clerk', 'cashier'].map((code) => grant(code, ['contract-register.view'])),
].join('\n')
