// One deal as four people carry it: what each of them sends, ready to be refused or accepted. Amounts are chosen so that the customer's credit is exceeded.
import { APPROVAL_KINDS } from '../../../preload/contract/records.ts'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import { switchesOff, type Switches } from '../../../preload/contract/modules/people/calls.ts'
import { addDays } from '../../../preload/contract/vocabulary/dates.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import type { Client } from './client.ts'

export const everySwitch: Switches = {
  ...switchesOff,
  ...{
    approveSalesContract: true,
    approvePurchaseContract: true,
    // These walks sign first and have the contracts approved after; the other order has its own.
    signBeforeApproval: true,
    approveProfitEstimate: true,
    approvePayment: true,
    approveBankDetails: true,
  },
  ...{ approveFreightInquiry: true, freightInquiryRequired: true, freightQuotesNeeded: 3, customerCredit: true },
}

/** Every kind of document goes to the sales manager, asked by name. */
export const managerDecides = async (boss: Client): Promise<void> => {
  const { roles } = await boss.query('approval-routes', {})
  const manager = roles.find((r) => r.name === '销售经理')!
  for (const kind of APPROVAL_KINDS)
    await boss.command('save-approval-route', {
      ...{ id: newId(), kind, name: kind, active: true, amountFrom: null, marginBelow: null, levels: [], departmentIds: [] },
      steps: [{ by: 'role', roleId: manager.id, userId: null, mode: 'any' }],
    })
}

const RATE = '7.9'
const QUANTITY = '10000'

const firstOf = async (as: Client, list: 'customers' | 'vendors', search: string): Promise<string> => {
  const { rows } = await as.query(list, { params: {}, search, limit: 1 })
  if (!rows[0]) throw new Error(`no ${search}`)
  return rows[0].id
}

/** Everything one deal needs, with ids of its own: the contract of EUR 100,000 stands over Baltic Garden's limit of 60,000. */
export const aDeal = async (people: { boss: Client; sales: Client; purchaser: Client; shipping: Client }) => {
  const { boss } = people
  const me = (client: Client) => client.query('me', {})
  const [seller, purchaser, clerk] = [await me(people.sales), await me(people.purchaser), await me(people.shipping)]
  const today = seller.today
  const customerId = await firstOf(boss, 'customers', 'Baltic Garden')
  const supplierId = await firstOf(boss, 'vendors', 'Ningbo Haitian')
  const forwarders = await Promise.all(
    ['Ningbo Yuanyang', 'Shanghai Huatai', 'Shenzhen Qianhai'].map((name) => firstOf(boss, 'vendors', name)),
  )
  const ids = {
    contract: newId(),
    deal: newId(),
    salesLine: newId(),
    purchase: newId(),
    purchaseLine: newId(),
    shipment: newId(),
    inquiry: newId(),
  }

  const contract: CommandInput<'save-sales-contract'> = {
    ...{ id: ids.contract, dealId: ids.deal, customerId, buyerOrderNumber: 'PO-WALK', contractDate: today, currency: 'EUR', rate: RATE },
    ...{
      incoterm: 'CFR',
      incotermPlace: 'Tallinn',
      portOfLoading: 'Ningbo',
      portOfDischarge: 'Tallinn',
      latestShipment: addDays(today, 40),
    },
    paymentTerm: [{ share: '100', event: 'after-bill-of-lading', days: 30 }],
    ...{ partialShipment: true, transhipment: true, commissionRate: '0', clauses: '', remark: '', ownerId: seller.id },
    lines: [
      {
        ...{ id: ids.salesLine, productId: null, description: 'Garden tools', quantity: QUANTITY, unit: 'PCS' },
        price: '10',
        discount: '0',
      },
    ],
  }
  const purchase: CommandInput<'save-purchase-contract'> = {
    ...{ id: ids.purchase, supplierId, contractDate: today, currency: 'CNY', rate: '1', deliveryDate: addDays(today, 20) },
    paymentTerm: [{ share: '100', event: 'before-shipment', days: 0 }],
    ...{ clauses: '', remark: '', ownerId: purchaser.id },
    lines: [
      {
        ...{ id: ids.purchaseLine, salesLineId: ids.salesLine, dealId: ids.deal, productId: null, description: 'Garden tools' },
        ...{ quantity: QUANTITY, unit: 'PCS', price: '56.5', vatRate: '13', refundRate: '13' },
      },
    ],
  }
  const shipment: CommandInput<'save-shipment'> = {
    ...{ id: ids.shipment, customerId, currency: 'EUR', forwarderId: null, carrierId: null, vessel: '', voyage: '', bookingNumber: '' },
    ...{ billOfLadingNumber: '', invoiceNumber: '', declarationNumber: '', portOfLoading: 'Ningbo', portOfDischarge: 'Tallinn' },
    ...{ etd: addDays(today, 5), eta: addDays(today, 40), remark: '', ownerId: clerk.id, containers: [] },
    lines: [{ id: newId(), salesLineId: ids.salesLine, quantity: QUANTITY }],
  }
  const inquiry: CommandInput<'save-freight-inquiry'> = {
    ...{ id: ids.inquiry, portOfLoading: 'Ningbo', portOfDischarge: 'Tallinn', cargoLoad: 'containers', volume: null, weight: null },
    ...{ containers: [{ type: '40HQ', count: 2 }], cargoReadyOn: today, neededBy: addDays(today, 2), goods: 'Garden tools', remark: '' },
    ...{ shipmentId: ids.shipment, contractIds: [], forwarderIds: forwarders, ownerId: clerk.id },
  }
  /** USD for each of the two containers. */
  const quote = (forwarder: number, each: number, revision: number): CommandInput<'register-freight-quote'> => ({
    ...{
      id: newId(),
      inquiryId: ids.inquiry,
      revision,
      forwarderId: forwarders[forwarder]!,
      validFrom: today,
      validTo: addDays(today, 30),
    },
    ...{ transitDays: 32, carrierId: null, freeDays: 7, remark: '' },
    lines: [
      { ...{ id: newId(), kind: 'ocean', name: '', containerType: '40HQ', basis: 'container', currency: 'USD' }, amount: each * 100 },
    ],
  })
  const bill: CommandInput<'post-bill'> = {
    ...{ id: newId(), kind: 'factory', partyId: supplierId, invoiceNumber: 'VAT-WALK', billDate: today, dueDate: addDays(today, 30) },
    ...{ currency: 'CNY', rate: '1', remark: '' },
    lines: [
      {
        ...{ id: newId(), purchaseLineId: ids.purchaseLine, quantity: QUANTITY, category: null, description: '', amount: 56_500_000 },
        ...{ vatRate: '13', dealIds: [], sharing: 'amount', shipmentId: null },
      },
    ],
  }
  return {
    ids,
    today,
    customerId,
    supplierId,
    forwarders,
    accountantPays: 56_500_000,
    rate: RATE,
    contract,
    purchase,
    shipment,
    inquiry,
    quote,
    bill,
  }
}
export type WalkedDeal = Awaited<ReturnType<typeof aDeal>>

/** The estimate as its form would be sent: what the office filled in, nothing left open. */
export const estimateOf = async (as: Client, { ids, today }: WalkedDeal): Promise<CommandInput<'save-profit-estimate'>> => {
  const filled = await as.query('profit-estimate-fill', { dealId: ids.deal })
  const whole = <T extends { amount: number | null }>(lines: readonly T[]) =>
    lines.flatMap((l) => (l.amount === null ? [] : [{ ...l, amount: l.amount }]))
  return {
    ...{ id: newId(), dealId: ids.deal, estimatedOn: today, premiumRate: null, remark: '' },
    revenue: whole(filled.revenue),
    purchases: filled.purchases.map(({ productCode: _code, supplierName: _name, price, ...line }) => ({ ...line, price: price ?? '56.5' })),
    costs: whole(filled.costs),
  }
}

/** The open item of the deal's bill, once it is posted. */
export const payableOf = async (as: Client, { bill }: WalkedDeal): Promise<string> => {
  const { rows } = await as.query('open-items', { params: { side: 'payable' }, search: 'Haitian', limit: 200 })
  const item = rows.find((r) => r['documentId'] === bill.id)
  if (!item) throw new Error(`nothing is owed for ${bill.invoiceNumber}`)
  return item.id
}

/** A request to pay that item whole. */
export const requestFor = async (as: Client, deal: WalkedDeal, item: string): Promise<CommandInput<'save-payment-request'>> => ({
  ...{ id: newId(), partyId: deal.supplierId, contractId: null, currency: 'CNY', rate: '1', amount: null },
  ...{ payBy: addDays(deal.today, 10), purpose: 'goods', remark: '', ownerId: (await as.query('me', {})).id },
  lines: [{ id: newId(), item, amount: deal.accountantPays }],
})
