// Quotations of the demonstration company at every state: a draft, one sent, one running out, one in its third version, one lost, one that became a contract.
import { addDays } from '../../preload/contract/vocabulary/dates.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import type { World } from './world.ts'
import { customers, minimumOf, products, salesPrices } from './trade-data.ts'

type Wanted = {
  customer: number
  /** Index of a product and how many of it. */
  goods: readonly (readonly [product: number, quantity: string])[]
  ago: number
  validFor: number
  inquiry: string
}
type Made = { id: string; revision: number }

const save = async ({ send, people, trade, rates, today }: World, wanted: Wanted): Promise<Made> => {
  const [, , , , currency, port, incoterm, term, , , owner] = customers[wanted.customer]!
  const quotedOn = addDays(today, -wanted.ago)
  const rate = rates(currency, quotedOn)
  const { id, revision } = await send('save-quotation', {
    ...{ id: newId(), customerId: trade.customers[wanted.customer]!, inquiryNumber: wanted.inquiry, quotedOn },
    ...{
      validUntil: addDays(quotedOn, wanted.validFor),
      currency,
      rate,
      incoterm,
      incotermPlace: incoterm === 'FOB' ? 'Ningbo' : port,
      transportMode: 'sea' as const,
    },
    ...{ portOfLoading: 'Ningbo', portOfDischarge: port, paymentTerm: [...term], delivery: '30 days after deposit', commissionRate: '0' },
    ...{ clauses: 'Packing: standard export cartons.', remark: '', ownerId: people.byUser.get(owner)! },
    lines: wanted.goods.map(([product, quantity]) => {
      const [code, description, , , unit, refundRate, , cost, pieces] = products[product]!
      return {
        ...{ id: newId(), productId: trade.products[product]!, description, quantity, unit, price: salesPrices[code]![currency]! },
        ...{ discount: '0', minimumQuantity: minimumOf(pieces), cost: { cost, vatRate: '13', refundRate } },
      }
    }),
    costs: { freight: incoterm === 'FOB' ? 0 : 180_000, insurance: 0, domestic: 350_000 },
  })
  return { id, revision }
}

/** Made after the recent deals; the confirmed one becomes a draft contract of its own deal. */
export const openQuotations = async (world: World): Promise<void> => {
  const { send, today } = world
  const sent = async (wanted: Wanted): Promise<Made> => {
    const { id, revision } = await send('send-quotation', { ...(await save(world, wanted)), sentOn: addDays(today, -wanted.ago) })
    return { id, revision }
  }
  await save(world, {
    customer: 0,
    goods: [
      [0, '12000'],
      [1, '8000'],
    ],
    ago: 0,
    validFor: 30,
    inquiry: 'RFQ-2210',
  })
  await sent({ customer: 1, goods: [[2, '5000']], ago: 9, validFor: 30, inquiry: 'RFQ-1187' })
  await sent({
    customer: 2,
    goods: [
      [3, '600'],
      [4, '600'],
    ],
    ago: 26,
    validFor: 30,
    inquiry: '',
  })
  let newest = await sent({ customer: 3, goods: [[1, '2400']], ago: 20, validFor: 30, inquiry: 'RFQ-0931' })
  for (const ago of [12, 4]) {
    const id = newId()
    const day = addDays(today, -ago)
    await send('revise-quotation', { id, from: newest, quotedOn: day, validUntil: addDays(day, 30) })
    const { revision } = await send('send-quotation', { id, revision: 1, sentOn: day })
    newest = { id, revision }
  }
  const lost = await sent({ customer: 4, goods: [[0, '10000']], ago: 40, validFor: 20, inquiry: 'TENDER 44' })
  await send('lose-quotation', { ...lost, reason: '价格高于同行 6 %，客户选择了本地供应商' })
  const won = await sent({ customer: 0, goods: [[2, '1500']], ago: 6, validFor: 30, inquiry: 'RFQ-2204' })
  await send('confirm-quotation', {
    ...won,
    contractId: newId(),
    dealId: newId(),
    contractDate: addDays(today, -2),
    buyerOrderNumber: 'PO-77120',
  })
}
