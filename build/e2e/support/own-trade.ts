// A customer of one's own at a real office, sold to, shipped to and paid by over the HTTP API: many cases at one office without one meeting another.
import type { CommandInput, CommandName } from '../../../preload/contract/commands.ts'
import type { Money } from '../../../preload/contract/vocabulary/money.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import type { PaymentTerm } from '../../../preload/contract/vocabulary/payment-term.ts'
import { aCustomer } from '../../../main/testing/fixtures.ts'
import type { Client } from './client.ts'

const atOnce: PaymentTerm = [{ share: '100', event: 'after-bill-of-lading', days: 0 }]
/** `on`: the day it is signed and, when invoiced, dispatched; today without. */
type Terms = { on?: string; currency?: string; rate?: string; term?: PaymentTerm; commissionRate?: string }
export type Sold = { contractId: string; dealId: string; lineId: string; currency: string; rate: string }
export type OwnTrade = Awaited<ReturnType<typeof ownTrade>>
const minorOf = (cell: unknown): number => (cell as Money | null)?.minor ?? 0

/** What a command answers that may be refused: its refusal, or undefined when it was taken. */
export const answered = async <N extends CommandName>(as: Client, name: N, input: CommandInput<N>) => {
  const { answer } = await as.send(`command/${name}`, { id: newId(), input })
  if (answer.ok) return undefined
  if ('fault' in answer) throw new Error(`${name}: ${JSON.stringify(answer)}`)
  return { refused: answer.refused, data: answer.data }
}

/** A new customer with a limit in whole dollars (null: none); amounts below are whole units of the contract's currency unless they are called minor. */
export const ownTrade = async (as: Client, limit: number | null = null) => {
  const { id: me, today } = await as.query('me', {})
  const customerId = newId()
  const name = `Case ${customerId.slice(-8)}`
  const inMinor = (whole: number | null) => (whole === null ? null : whole * 100)
  await as.command('create-customer', aCustomer(me, { id: customerId, name, paymentTerm: atOnce, creditLimit: inMinor(limit) }))
  const setLimit = async (whole: number | null): Promise<void> => {
    const { ownerName: _o, createdAt: _c, ...seen } = await as.query('customer', { id: customerId })
    await as.command('edit-customer', { ...seen, creditLimit: inMinor(whole) })
  }
  /** A signed contract over `price` for each of `quantity` pieces. */
  const sold = async (price: string, quantity = '1', terms: Terms = {}): Promise<Sold> => {
    const { currency = 'USD', rate = currency === 'CNY' ? '1' : '7.1', term = atOnce, commissionRate = '0', on = today } = terms
    const of = { contractId: newId(), dealId: newId(), lineId: newId(), currency, rate }
    const { id, revision } = await as.command('save-sales-contract', {
      ...{ id: of.contractId, dealId: of.dealId, customerId, buyerOrderNumber: '', contractDate: on, currency, rate, incoterm: 'FOB' },
      ...{
        incotermPlace: 'Ningbo',
        portOfLoading: '',
        portOfDischarge: '',
        paymentTerm: term,
        latestShipment: null,
        partialShipment: true,
      },
      ...{ transhipment: true, commissionRate, clauses: '', remark: '', ownerId: me },
      lines: [{ id: of.lineId, productId: null, description: 'Goods', quantity, unit: 'PCS', price, discount: '0' }],
    })
    await as.command('sign-sales-contract', { id, revision, signedOn: on })
    return of
  }
  const planned = async ({ lineId, currency, rate }: Sold, quantity = '1') => {
    const saved = await as.command('save-shipment', {
      ...{ id: newId(), customerId, currency, forwarderId: null, carrierId: null, vessel: '', voyage: '', bookingNumber: '' },
      ...{ billOfLadingNumber: '', invoiceNumber: '', declarationNumber: '', portOfLoading: '', portOfDischarge: '', etd: null, eta: null },
      ...{ remark: '', ownerId: me, containers: [], lines: [{ id: newId(), salesLineId: lineId, quantity }] },
    })
    return { id: saved.id, revision: saved.revision, rate }
  }
  const leaving = (shipment: { id: string; revision: number; rate: string }, on = today): CommandInput<'dispatch-shipment'> => ({
    ...{ id: shipment.id, revision: shipment.revision, dispatchedOn: on, rate: shipment.rate },
  })
  /** Items of this customer still open, by due date. */
  const items = async () => (await as.query('open-items', { params: { side: 'receivable', partyId: customerId }, limit: 200 })).rows
  const opens = async () => (await items()).map((row) => minorOf(row['open']))
  /** Sold and dispatched; the items it opened, by due date. */
  const invoiced = async (price: string, terms: Terms = {}) => {
    const sale = await sold(price, '1', terms)
    const shipment = await planned(sale)
    await as.command('dispatch-shipment', leaving(shipment, terms.on))
    const opened = (await items()).filter((row) => row['documentId'] === shipment.id).map((row) => row.id)
    return { ...sale, shipmentId: shipment.id, items: opened }
  }
  /** Money that is there already is there from today on: earlier months of the demonstration are revalued. */
  const bank = async (currency: string, openingBalance = 0, openingRate = '1'): Promise<string> => {
    const id = newId()
    await as.command('create-bank-account', {
      ...{ id, code: `T${id.slice(-8)}`, name: `Case ${currency}`, bankName: '', accountNumber: '', swift: '', currency, active: true },
      ...{ openedOn: openingBalance === 0 ? '2024-01-01' : today, openingBalance, openingRate },
    })
    return id
  }
  const receive = (bankAccountId: string, minor: number, rate = '1', contractId: string | null = null) =>
    as.command('register-receipt', {
      ...{
        id: newId(),
        bankAccountId,
        receivedOn: today,
        amount: minor,
        charge: 0,
        rate,
        payerName: name,
        customerId,
        contractId,
        remark: '',
      },
    })
  const allocate = (source: string, targets: CommandInput<'allocate'>['targets'], id = newId()) =>
    as.command('allocate', { id, on: today, source, targets })
  const credit = (minor: number, currency = 'CNY', rate = '1') =>
    as.command('post-credit-note', {
      ...{ id: newId(), partyId: customerId, on: today, currency, rate, amount: minor, dealId: null, reason: 'returned' },
    })
  return { today, me, customerId, setLimit, sold, planned, leaving, items, opens, invoiced, bank, receive, allocate, credit }
}
