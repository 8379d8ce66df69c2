// The register of contracts (合同台账): every sales and purchase contract with its signed scan, or since when it lacks one.
import { z } from 'zod'
import { column, list } from '../../define/index.ts'
import { SALES_CONTRACT_STATUSES } from '../contracts/calls.ts'

/** `scan-missing`: the days for handing it in are over. Empty for a contract that is not in force. */
export const SCAN_STATES = ['there', 'awaited', 'scan-missing'] as const
export const REGISTERED_KINDS = ['sales-contract', 'purchase-contract'] as const

export const registerQueries = {
  'contract-register': list({
    permission: 'contract-register.view',
    // Each row by the scope of its own kind; purchases only for who may see costs.
    scope: 'company',
    export: 'contract-register.export',
    params: () => z.strictObject({ missingOnly: z.boolean().optional() }).optional(),
    columns: {
      number: column.code({ width: 120 }),
      kind: column.enum('record', REGISTERED_KINDS, { width: 90 }),
      contractDate: column.date(),
      party: column.text({ width: 190 }),
      scanState: column.enum('scan-state', SCAN_STATES, { width: 100 }),
      missingSince: column.date(),
      scan: column.text({ width: 190 }),
      deal: column.code({ opens: { route: 'deal', id: 'dealId' } }),
      // Each side in its own column and currency: a sum over both would mean nothing.
      sold: column.money('soldIn', { total: true }),
      bought: column.money('boughtIn', { total: true, secret: 'cost' }),
      status: column.enum('sales-contract-status', SALES_CONTRACT_STATUSES, { width: 90 }),
      owner: column.text(),
      signedOn: column.date({ hidden: true }),
    },
    sort: [{ field: 'contractDate', descending: true }],
    watches: [
      ...['sales_contract', 'purchase_contract', 'purchase_line', 'deal', 'party', 'user'],
      ...['attachment', 'attachment_version', 'file_text', 'setting'],
    ],
  }),
}
