// What a recent deal buys: purchase contracts with the factories, their bills, and what was paid of them.
import type { CommandInput } from '../../preload/contract/commands.ts'
import { addDays } from '../../preload/contract/vocabulary/dates.ts'
import { Decimal } from '../../preload/contract/vocabulary/decimal.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { toMinor } from '../../preload/contract/vocabulary/money.ts'
import type { Plan } from './deal-plans.ts'
import { factoryTerm, products } from './trade-data.ts'
import { ago, type Contract, type World } from './world.ts'

export type Purchase = {
  id: string
  number: string
  factory: string
  lines: { id: string; quantity: number; price: string }[]
  input: CommandInput<'save-purchase-contract'>
}
/** Bought of each product's factory, and signed. */
export const purchase = async (w: World, p: Plan, contract: Contract): Promise<Purchase[]> => {
  const date = ago(w, p.purchased!)
  const byFactory = Map.groupBy(contract.lines, (l) => products[l.product]![6])
  const made: Purchase[] = []
  for (const [factory, lines] of byFactory) {
    const id = newId()
    const bought = lines.map((l) => ({ id: newId(), quantity: l.quantity, price: products[l.product]![7], line: l }))
    const input: Purchase['input'] = {
      id,
      supplierId: w.trade.factories[factory]!,
      contractDate: date,
      currency: 'CNY',
      rate: '1',
      deliveryDate: addDays(date, 35),
      paymentTerm: [...factoryTerm],
      clauses: '',
      remark: '',
      ownerId: w.people.byUser.get('purchaser')!,
      lines: bought.map((b) => ({
        id: b.id,
        salesLineId: b.line.id,
        dealId: contract.dealId,
        productId: w.trade.products[b.line.product]!,
        description: products[b.line.product]![2],
        quantity: String(b.quantity),
        unit: products[b.line.product]![4],
        price: b.price,
        vatRate: '13',
        refundRate: products[b.line.product]![5],
      })),
    }
    const saved = await w.send('save-purchase-contract', input)
    await w.send('sign-purchase-contract', { id, revision: saved.revision, signedOn: date })
    made.push({ id, number: saved.number, factory: w.trade.factories[factory]!, lines: bought, input })
  }
  return made
}

/** Billed by the factories, and paid where the plan says so. */
export const billAndPay = async (w: World, p: Plan, purchases: Purchase[]): Promise<void> => {
  for (const [n, bought] of purchases.entries()) {
    const date = ago(w, p.billed!)
    const amounts = bought.lines.map((l) => toMinor(new Decimal(l.quantity).times(l.price), 'CNY'))
    const bill = await w.send('post-bill', {
      id: newId(),
      kind: 'factory',
      partyId: bought.factory,
      invoiceNumber: `2${date.slice(2, 4)}33${date.slice(5).replace('-', '')}${String(10 + p.customer * 7 + n)}`,
      billDate: date,
      dueDate: addDays(date, 30),
      currency: 'CNY',
      rate: '1',
      remark: '',
      lines: bought.lines.map((l, i) => ({
        id: newId(),
        purchaseLineId: l.id,
        quantity: String(l.quantity),
        category: null,
        description: '',
        amount: amounts[i]!,
        vatRate: '13',
        dealIds: [],
        sharing: 'amount' as const,
        shipmentId: null,
      })),
    })
    if (p.paidFactory === undefined) continue
    const total = amounts.reduce((a, b) => a + b, 0)
    await w.send('register-payment', {
      id: newId(),
      bankAccountId: w.trade.banks.get('CNY')!,
      paidOn: ago(w, p.paidFactory),
      partyId: bought.factory,
      amount: total,
      charge: 1000,
      rate: '1',
      targets: [{ item: bill.item, amount: total }],
      contractId: bought.id,
      remark: '',
    })
  }
}
