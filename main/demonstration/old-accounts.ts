// Northwind's own bank accounts: what came in is sold for yuan at the rate of the time, and what is left of it when the present accounts are opened moves there.
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { toScaled } from '../../preload/contract/vocabulary/decimal.ts'
import { toBase } from '../../preload/contract/vocabulary/money.ts'
import type { People } from './accounts.ts'
import { importNorthwind, RATE, RECEIVED_ON } from './northwind.ts'
import type { Send } from './send.ts'

type Account = { id: string; revision: number; code: string; name: string; bankName: string; accountNumber: string; swift: string }
export type OldAccounts = { dollars: Account; yuan: Account; worth: number }

const open = async (send: Send, code: string, name: string, currency: string): Promise<Account> => {
  const account = { id: newId(), code, name, bankName: 'Northwind', accountNumber: '', swift: '' }
  const opening = { openedOn: '1996-07-01', openingBalance: 0, openingRate: currency === 'USD' ? RATE : '1' }
  const { revision } = await send('create-bank-account', { ...account, currency, active: true, ...opening })
  return { ...account, revision }
}

/** Imports Northwind and sells its dollars for what they are worth in the books, to the fen: no dollar is left that a month end would value by today's rates. */
export const bringNorthwind = async (send: Send, people: People, done: (count: number) => void): Promise<OldAccounts> => {
  const dollars = await open(send, 'NW-USD', '北风美元户', 'USD')
  const yuan = await open(send, 'NW-CNY', '北风人民币户', 'CNY')
  const received = await importNorthwind(send, people, dollars.id, done)
  const worth = received.reduce((sum, cents) => sum + toBase(cents, 'USD', toScaled(RATE, 'rate'), 'CNY'), 0)
  const sold = { amountOut: received.reduce((a, b) => a + b, 0), amountIn: worth, rateIn: '1' }
  await send('transfer-funds', { id: newId(), on: RECEIVED_ON, fromAccountId: dollars.id, toAccountId: yuan.id, ...sold, remark: '结汇' })
  return { dollars, yuan, worth }
}

/** On the day the present accounts are opened the old ones are emptied and closed. */
export const closeOldAccounts = async (send: Send, { dollars, yuan, worth }: OldAccounts, to: string, on: string): Promise<void> => {
  const moved = { amountOut: worth, amountIn: worth, rateIn: '1' }
  await send('transfer-funds', { id: newId(), on, fromAccountId: yuan.id, toAccountId: to, ...moved, remark: '销户' })
  for (const account of [dollars, yuan]) await send('edit-bank-account', { ...account, active: false })
}
