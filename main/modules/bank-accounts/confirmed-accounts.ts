// Accounts of ours that a paper may ask to be paid to: in its currency, in use, and as two persons confirmed their details. Rule PA12 of papers.
import type { QueryContext } from '../../queries/define-query.ts'
import type { PayableTo } from '../../records/papers/index.ts'
import { confirmedBankDetails } from '../parties/index.ts'

export const confirmedAccounts = async (q: QueryContext, currency: string): Promise<readonly PayableTo[]> => {
  const accounts = await q.db
    .selectFrom('bank_account')
    .select(['id', 'name'])
    .where('currency', '=', currency)
    .where('active', '=', 1)
    .orderBy('codeKey')
    .execute()
  const confirmed: PayableTo[] = []
  for (const { id, name } of accounts) {
    const details = await confirmedBankDetails(q, 'bank-account', id)
    if (details !== '') confirmed.push({ name, details })
  }
  return confirmed
}
