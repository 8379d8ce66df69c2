// Accounts of ours that a paper may ask to be paid to: in its currency, in use, and as two persons confirmed their details. Rule PA12 of papers.
import type { QueryContext } from '../../queries/define-query.ts'
import { confirmedBankDetails } from '../parties/index.ts'

/** `details` as two persons confirmed them. */
export type PayableAccount = { id: string; name: string; details: string }

/** The confirmed accounts in a currency, the usual one first. */
export const payableAccounts = async (q: QueryContext, currency: string): Promise<readonly PayableAccount[]> => {
  const accounts = await q.db
    .selectFrom('bank_account')
    .select(['id', 'name'])
    .where('currency', '=', currency)
    .where('active', '=', 1)
    .orderBy('codeKey')
    .execute()
  const confirmed: PayableAccount[] = []
  for (const account of accounts) {
    const details = await confirmedBankDetails(q, 'bank-account', account.id)
    if (details !== '') confirmed.push({ ...account, details })
  }
  return confirmed
}
