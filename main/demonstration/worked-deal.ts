// The worked deal every figure of which is known beforehand: profit 71,173.50, exchange result −1,450.00, a dollar costs 5.5250.
import { addDays } from '../../preload/contract/vocabulary/dates.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { followProduction } from './production.ts'
import type { World } from './world.ts'

const RATE = '7.10'

/** 10,000 pcs CIF USD 50,000 at 7.10; purchase CNY 282,500 incl. 13 % VAT; deposit 15,000 at 7.12, balance 35,000 at 7.05. */
export const workedDeal = async ({
  send,
  people,
  trade,
  today,
}: World): Promise<{ dealId: string; contractId: string; shipmentId: string }> => {
  const day = (ago: number) => addDays(today, -ago)
  const [contractId, dealId, salesLineId, purchaseId, purchaseLineId, shipmentId] = [newId(), newId(), newId(), newId(), newId(), newId()]
  const customerId = trade.customers[1]!
  const ownerId = people.byUser.get('sales')!
  const contract = await send('save-sales-contract', {
    id: contractId,
    dealId,
    customerId,
    buyerOrderNumber: 'PO-EXAMPLE',
    contractDate: day(130),
    currency: 'USD',
    rate: RATE,
    incoterm: 'CIF',
    incotermPlace: 'Los Angeles',
    transportMode: 'sea',
    portOfLoading: 'Ningbo',
    portOfDischarge: 'Los Angeles',
    paymentTerm: [
      { share: '30', event: 'on-signing', days: 0 },
      { share: '70', event: 'after-bill-of-lading', days: 30 },
    ],
    latestShipment: day(70),
    partialShipment: false,
    transhipment: false,
    commissionRate: '3',
    clauses: '',
    remark: '核对范例',
    ownerId,
    lines: [{ id: salesLineId, productId: null, description: 'Worked example', quantity: '10000', unit: 'PCS', price: '5', discount: '0' }],
  })
  await send('sign-sales-contract', { id: contractId, revision: contract.revision, signedOn: day(130) })
  const usd = trade.banks.get('USD')!
  const deposit = await send('register-receipt', {
    id: newId(),
    bankAccountId: usd,
    receivedOn: day(125),
    amount: 1_500_000,
    charge: 0,
    rate: '7.12',
    payerName: '',
    customerId,
    contractId,
    remark: '30% deposit',
  })
  const bought = await send('save-purchase-contract', {
    id: purchaseId,
    supplierId: trade.factories[0]!,
    contractDate: day(120),
    currency: 'CNY',
    rate: '1',
    deliveryDate: day(90),
    paymentTerm: [{ share: '100', event: 'before-shipment', days: 0 }],
    clauses: '',
    remark: '',
    ownerId: people.byUser.get('purchaser')!,
    lines: [
      {
        id: purchaseLineId,
        salesLineId,
        dealId,
        productId: null,
        description: 'Worked example',
        quantity: '10000',
        unit: 'PCS',
        price: '28.25',
        vatRate: '13',
        refundRate: '13',
      },
    ],
  })
  await send('sign-purchase-contract', { id: purchaseId, revision: bought.revision, signedOn: day(120) })
  await followProduction({ send, people, today }, { customer: 1, purchased: 120, dispatched: 90 }, [purchaseId])
  const shipment = await send('save-shipment', {
    id: shipmentId,
    customerId,
    currency: 'USD',
    forwarderId: trade.logistics[0]!,
    carrierId: trade.logistics[4]!,
    vessel: 'COSCO PISCES',
    voyage: '021W',
    bookingNumber: '',
    billOfLadingNumber: 'COSU6300000001',
    invoiceNumber: '',
    declarationNumber: '',
    transportMode: 'sea',
    portOfLoading: 'Ningbo',
    portOfDischarge: 'Los Angeles',
    etd: day(89),
    eta: day(70),
    containers: [],
    remark: '',
    ownerId,
    lines: [{ id: newId(), salesLineId, quantity: '10000' }],
  })
  const sent = await send('dispatch-shipment', { id: shipmentId, revision: shipment.revision, dispatchedOn: day(90), rate: RATE })
  let { revision } = sent
  const steps = [
    ['on-board', 89],
    ['arrived', 70],
    ['documents-delivered', 69],
  ] as const
  for (const [step, ago] of steps) ({ revision } = await send('record-shipment-step', { id: shipmentId, revision, step, on: day(ago) }))
  await send('post-bill', {
    id: newId(),
    kind: 'factory',
    partyId: trade.factories[0]!,
    invoiceNumber: 'EXAMPLE-1',
    billDate: day(85),
    dueDate: day(55),
    currency: 'CNY',
    rate: '1',
    remark: '',
    lines: [
      {
        id: newId(),
        purchaseLineId,
        quantity: '10000',
        category: null,
        description: '',
        amount: 28_250_000,
        vatRate: '13',
        dealIds: [],
        sharing: 'amount',
        shipmentId: null,
      },
    ],
  })
  const expense = (category: 'freight' | 'insurance' | 'commission' | 'bank-charge' | 'inland-freight', amount: number) => ({
    id: newId(),
    purchaseLineId: null,
    quantity: null,
    category,
    description: '',
    amount,
    vatRate: '0',
    dealIds: [dealId],
    sharing: 'amount' as const,
    shipmentId,
  })
  const bill = (partyId: string, currency: string, lines: ReturnType<typeof expense>[]) =>
    send('post-bill', {
      id: newId(),
      kind: 'expense',
      partyId,
      invoiceNumber: '',
      billDate: day(84),
      dueDate: day(54),
      currency,
      rate: currency === 'CNY' ? '1' : RATE,
      remark: '',
      lines,
    })
  await bill(trade.logistics[0]!, 'USD', [expense('freight', 200_000)])
  await bill(trade.logistics[6]!, 'USD', [expense('insurance', 16_500)])
  await bill(trade.logistics[7]!, 'USD', [expense('commission', 150_000)])
  await bill(trade.logistics[0]!, 'USD', [expense('bank-charge', 5_000)])
  await bill(trade.logistics[5]!, 'CNY', [expense('inland-freight', 600_000)])
  await send('allocate', {
    id: newId(),
    on: day(90),
    source: deposit.item,
    targets: [{ item: sent.receivables[0]!.item, amount: 1_500_000 }],
  })
  const balance = await send('register-receipt', {
    id: newId(),
    bankAccountId: usd,
    receivedOn: day(58),
    amount: 3_500_000,
    charge: 0,
    rate: '7.05',
    payerName: '',
    customerId,
    contractId,
    remark: '70% balance',
  })
  await send('allocate', {
    id: newId(),
    on: day(58),
    source: balance.item,
    targets: [{ item: sent.receivables[1]!.item, amount: 3_500_000 }],
  })
  return { dealId, contractId, shipmentId }
}
