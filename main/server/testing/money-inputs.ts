// Papers of money as a client sends them, in base currency and with only what a test cares about given.
import type { CommandInput } from '../../../preload/contract/commands.ts'
import { anInput } from '../../testing/fixtures.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'

/** The day on all of them. */
export const DAY = '2026-01-15'

/** Money of a payer nobody knows yet. */
export const aReceipt = (bankAccountId: string): CommandInput<'register-receipt'> =>
  anInput('register-receipt', { bankAccountId, receivedOn: DAY, amount: 12_345, charge: 0, payerName: 'Buyer' })

/** Without targets a prepayment. Amounts in minor units. */
export const aPayment = (
  bankAccountId: string,
  partyId: string,
  over: Partial<CommandInput<'register-payment'>> & { amount: number },
): CommandInput<'register-payment'> => anInput('register-payment', { bankAccountId, paidOn: DAY, partyId, charge: 0, ...over })

/** Of overhead, in one line. */
export const aBill = (partyId: string, amount: number, invoiceNumber = ''): CommandInput<'post-bill'> => ({
  ...{ id: newId(), kind: 'expense', partyId, invoiceNumber, billDate: DAY, dueDate: DAY, currency: 'CNY', rate: '1', remark: '' },
  lines: [
    {
      ...{ id: newId(), purchaseLineId: null, quantity: null, category: 'other', description: '', amount, vatRate: '0' },
      ...{ dealIds: [], sharing: 'amount', shipmentId: null },
    },
  ],
})

/** For a prepayment. */
export const aPaymentRequest = (partyId: string, amount: number, ownerId: string): CommandInput<'save-payment-request'> =>
  anInput('save-payment-request', { partyId, currency: 'CNY', amount, payBy: DAY, ownerId })
