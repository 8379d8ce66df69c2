// Columns and states that several kinds of record share.
import { column, states } from './record.ts'

const { text, code, quantity, base, money, rate, named, formed, word } = column

export const cost = { secret: 'cost' } as const
export const owed = { secret: 'owed' } as const
export const profit = { secret: 'profit' } as const
export const owner = { ownerId: named('user'), departmentId: named('department') }
export const goods = { productId: named('product'), description: text(), quantity: quantity(), unit: code() }
export const ports = { portOfLoading: text(), portOfDischarge: text() }
export const terms = { incoterm: code(), incotermPlace: text(), ...ports, paymentTerm: formed('payment-term') }
export const saleTotals = { total: money('currency'), totalBase: base() }
export const posted = { status: word('posted-status') }
export const paid = { currency: code(), amount: money('currency'), charge: money('currency'), rate: rate(), amountBase: base() }

/** In use or not, of what is never deleted. */
export const active = states('active', { active: 'good', inactive: 'quiet' })
/** Posted documents are reversed, never changed. */
export const postedStates = states('posted-status', { posted: 'good', reversed: 'gone' })
