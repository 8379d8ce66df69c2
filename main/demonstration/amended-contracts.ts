// Three recent deals whose contracts changed after signing: an amended sales contract, an amended purchase contract, and an amendment still in preparation.
import { addDays } from '../../preload/contract/vocabulary/dates.ts'
import { Decimal, decimalTextOf } from '../../preload/contract/vocabulary/decimal.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { carryOut, type Carried } from './recent-deals.ts'
import type { World } from './world.ts'
import type { Send } from './send.ts'

type Sales = Carried['contract']['input']
type Purchase = Carried['purchases'][number]['input']

/** Begins and saves an amendment of a sales contract; gives it as it can be put into force. */
const amendSale = async (send: Send, sale: Sales, reason: string, confirmation: string, change: Partial<Sales>) => {
  const {
    id: contractId,
    number: _number,
    dealId: _deal,
    customerId: _customer,
    contractDate: _date,
    ownerId: _owner,
    shares: _shares,
    ...typed
  } = sale
  const id = newId()
  await send('begin-amendment', { id, kind: 'sales-contract', contractId, revision: 2, reason })
  const { number: _n, dealId: _d, customerId: _c, contractDate: _t, ownerId: _o, id: _i, ...changed } = change
  const saved = await send('save-sales-amendment', { ...typed, ...changed, id, revision: 1, reason, confirmation })
  return { id, revision: saved.revision }
}

const amendPurchase = async (
  send: Send,
  bought: Purchase,
  reason: string,
  confirmation: string,
  change: Pick<Purchase, 'deliveryDate' | 'lines'>,
) => {
  const { id: contractId, supplierId: _supplier, contractDate: _date, ownerId: _owner, ...typed } = bought
  const id = newId()
  await send('begin-amendment', { id, kind: 'purchase-contract', contractId, revision: 2, reason })
  const saved = await send('save-purchase-amendment', { ...typed, ...change, id, revision: 1, reason, confirmation })
  return { id, revision: saved.revision }
}

const times = (text: string, factor: string): string => decimalTextOf(new Decimal(text).times(factor))
const day = (w: World, ago: number) => addDays(w.today, -ago)

/** The buyer takes a quarter more at two per cent less and asks for a later shipment. */
const moreForLess = async (w: World, send: Send): Promise<void> => {
  const { contract } = await carryOut(w, {
    customer: 0,
    goods: [
      [0, 4800],
      [1, 3600],
    ],
    drafted: 34,
    signed: 32,
    deposit: 27,
  })
  const [first, ...rest] = contract.input.lines
  const line = { ...first!, quantity: times(first!.quantity, '1.25'), price: times(first!.price, '0.98') }
  const amendment = await amendSale(send, contract.input, '客户加单 25%，单价下调 2%，船期推迟', '客户邮件确认 #A-1107', {
    lines: [line, ...rest],
    latestShipment: day(w, -45),
  })
  await send('put-amendment-into-force', { ...amendment, on: day(w, 18) })
}

/** The factory is late and dearer by the price of steel; the buyer knows. */
const laterAndDearer = async (w: World, send: Send): Promise<void> => {
  const { purchases } = await carryOut(w, { customer: 4, goods: [[10, 3000]], drafted: 31, signed: 29, purchased: 26 })
  const { input } = purchases[0]!
  const amendment = await amendPurchase(send, input, '原材料涨价，工厂要求单价上调 3%，交期顺延两周', '工厂回签件 2026-变更-03', {
    deliveryDate: addDays(input.deliveryDate!, 14),
    lines: input.lines.map((l) => ({ ...l, price: times(l.price, '1.03') })),
  })
  await send('put-amendment-into-force', { ...amendment, on: day(w, 9) })
}

/** The buyer wants one article less; nothing is confirmed yet. */
const waiting = async (w: World, send: Send): Promise<void> => {
  const { contract } = await carryOut(w, {
    customer: 2,
    goods: [
      [4, 3000],
      [5, 1500],
    ],
    drafted: 20,
    signed: 18,
  })
  const [first] = contract.input.lines
  await amendSale(send, contract.input, '客户取消第二个货号，目的港待确认', '', { lines: [first!], remark: '待客户书面确认' })
}

/** `as` sends in somebody's name: who prepared an amendment is told with it. */
export const amendedContracts = async (w: World, as: (user: string) => Send): Promise<void> => {
  await moreForLess(w, as('sales'))
  await laterAndDearer(w, as('purchaser'))
  await waiting(w, as('sales2'))
}
