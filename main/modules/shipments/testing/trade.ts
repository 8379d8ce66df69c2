// A small trade for tests: parties as rows, contracts and shipments through the real commands, the ledger verified after each (L7).
import { writableDb } from '../../../../db/tx.ts'
import type { CommandInput } from '../../../../preload/contract/commands.ts'
import { newId } from '../../../../preload/contract/vocabulary/ids.ts'
import type { PaymentTerm } from '../../../../preload/contract/vocabulary/payment-term.ts'
import { aLine, anInput, aPartyRow } from '../../../testing/fixtures.ts'
import type { TestOffice, TestUser } from '../../../testing/test-office.ts'

export type SoldLine = {
  quantity: string
  price: string
  buy?: { price: string; vatRate?: string; refundRate?: string; quantity?: string }
}
export type Sold = { id: string; dealId: string; lines: string[]; purchaseId: string | null; purchaseLines: string[] }
export type Trade = ReturnType<typeof aTrade>

/** From here on every command, taken or refused, must leave a sound ledger and no fault behind. */
const watched = (office: TestOffice): void => {
  const { send } = office
  office.send = async (name, ...rest) => {
    const answer = await send(name, ...rest)
    const found = [...office.faults, ...office.ledgerFaults().map((f) => JSON.stringify(f))]
    if (found.length > 0) throw new Error(`after ${name}: ${found.join('\n')}`)
    return answer
  }
}

const wholeLater: PaymentTerm = [{ share: '100', event: 'after-bill-of-lading', days: 30 }]

export const aTrade = (office: TestOffice) => {
  watched(office)
  const seed = writableDb(office.database.write, 0)
  const party = (kind: string, name: string, more: Partial<{ ownerId: string; departmentId: string | null; active: number }> = {}) => {
    const ownerId = kind === 'customer' ? office.owner.id : null
    const row = aPartyRow({
      kind,
      code: name.toUpperCase(),
      name,
      paymentTerm: JSON.stringify(wholeLater),
      ownerId,
      createdAt: office.at,
      ...more,
    })
    seed.put('party', row)
    return row.id
  }
  const customerId = party('customer', 'Buyer')
  const factoryId = party('factory', 'Factory')

  /** A signed contract with these lines, and one signed purchase contract for the lines that are bought. */
  const sold = async (
    lines: readonly SoldLine[],
    options: {
      currency?: string
      rate?: string
      term?: PaymentTerm
      signedOn?: string
      commissionRate?: string
      customerId?: string
      dealId?: string
      ownerId?: string
      sign?: boolean
    } = {},
    as: TestUser = office.owner,
  ): Promise<Sold> => {
    const id = newId()
    const dealId = options.dealId ?? newId()
    const signedOn = options.signedOn ?? '2026-01-05'
    const saleLines = lines.map(({ quantity, price }) => aLine('save-sales-contract', { quantity, price }))
    const contract = anInput('save-sales-contract', {
      ...{ id, dealId, customerId: options.customerId ?? customerId, contractDate: signedOn, currency: options.currency ?? 'USD' },
      ...{ rate: options.rate ?? '7.1', incoterm: 'CIF', incotermPlace: 'Hamburg', paymentTerm: options.term ?? wholeLater },
      ...{ commissionRate: options.commissionRate ?? '0', ownerId: options.ownerId ?? as.id, lines: saleLines },
    })
    await office.run('save-sales-contract', contract, as)
    if (options.sign !== false) await office.run('sign-sales-contract', { id, revision: 1, signedOn }, as)
    const bought = lines.flatMap((l, i) => (l.buy ? [{ ...l.buy, sale: saleLines[i]! }] : []))
    if (bought.length === 0) return { id, dealId, lines: saleLines.map((l) => l.id), purchaseId: null, purchaseLines: [] }
    const purchaseId = newId()
    const purchaseLines = bought.map((b) =>
      aLine('save-purchase-contract', {
        ...{ salesLineId: b.sale.id, dealId, quantity: b.quantity ?? b.sale.quantity, price: b.price },
        ...{ vatRate: b.vatRate ?? '13', refundRate: b.refundRate ?? '13' },
      }),
    )
    const purchase = anInput('save-purchase-contract', {
      ...{ id: purchaseId, supplierId: factoryId, contractDate: signedOn, currency: 'CNY', paymentTerm: wholeLater },
      ...{ ownerId: office.owner.id, lines: purchaseLines },
    })
    await office.run('save-purchase-contract', purchase)
    await office.run('sign-purchase-contract', { id: purchaseId, revision: 1, signedOn })
    return { id, dealId, lines: saleLines.map((l) => l.id), purchaseId, purchaseLines: purchaseLines.map((l) => l.id) }
  }

  /** What a form would send for a new shipment of these quantities. */
  const shipmentOf = (
    lines: readonly [salesLineId: string, quantity: string][],
    more: Partial<CommandInput<'save-shipment'>> = {},
  ): CommandInput<'save-shipment'> =>
    anInput('save-shipment', {
      ...{ customerId, ownerId: office.owner.id },
      lines: lines.map(([salesLineId, quantity]) => ({ id: newId(), salesLineId, quantity })),
      ...more,
    })

  /** Saved and dispatched at once. */
  const shipped = async (
    lines: readonly [salesLineId: string, quantity: string][],
    on: { dispatchedOn?: string; rate?: string } = {},
    more: Partial<CommandInput<'save-shipment'>> = {},
  ) => {
    const input = shipmentOf(lines, more)
    const saved = await office.run('save-shipment', input)
    const outcome = await office.run('dispatch-shipment', {
      id: input.id,
      revision: saved.revision,
      dispatchedOn: on.dispatchedOn ?? '2026-03-01',
      rate: on.rate ?? '7.1',
    })
    return { ...outcome, input }
  }

  /** Balance of an account in base minor units, debit positive. */
  const balance = (account: string): number =>
    (office.database.write.sql.prepare('SELECT coalesce(sum(base), 0) AS b FROM posting WHERE account = ?').get(account) as { b: number }).b

  return { seed, party, customerId, factoryId, sold, shipmentOf, shipped, balance }
}
