// Imports Northwind through commands: its customers, suppliers (factories), shippers (carriers), products and 830 orders as signed contracts;
// what was shipped becomes dispatched shipments, due 30 days later. Northwind has neither rates nor payments: see the two constants.
import type { CommandInput } from '../../preload/contract/commands.ts'
import { blankFields } from '../../preload/contract/define/index.ts'
import { contactSchema, customerFields, vendorFields } from '../../preload/contract/modules/parties/calls.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { Decimal, decimalTextOf } from '../../preload/contract/vocabulary/decimal.ts'
import type { People } from './accounts.ts'
import northwind from './data/northwind.json' with { type: 'json' }
import { inSteps, type Send } from './send.ts'

/** One dollar in yuan: the pegged rate of those years. */
export const RATE = '8.28'
/** Northwind tells nothing of payments. All is taken as received on this day, after the last due date, so that every ageing before it shows the shipments as they were. */
export const RECEIVED_ON = '1998-06-30'
const STEP = 20

type Order = (typeof northwind.orders)[number]
type Master = {
  customers: Map<string, string>
  products: Map<number, string>
  carriers: Map<number, string>
  /** Sold in those years, so they are switched off only after the orders have come in. */
  discontinued: CommandInput<'create-product'>[]
}

const usual = {
  paymentTerm: [{ share: '100', event: 'after-bill-of-lading' as const, days: 30 }],
  remark: 'Northwind',
  currency: 'USD',
}
/** Its telephone numbers are invented, and some were invented twice. */
const duplicateReason = 'Northwind: invented telephone numbers'
const address = (p: { address: string | null; city: string | null; region: string | null; postalCode: string | null }) =>
  [p.address, p.city, p.region, p.postalCode].filter(Boolean).join(', ')

const blankContact = (name: string) => blankFields(contactSchema(), { id: newId(), name, role: 'other' })

const masterData = async (send: Send, people: People): Promise<Master> => {
  const customers = new Map<string, string>()
  const products = new Map<number, string>()
  const suppliers = new Map<number, string>()
  const carriers = new Map<number, string>()
  const categories = new Map<number, string>()
  const owners = new Map<string, string>()
  const discontinued: Master['discontinued'] = []
  for (const o of northwind.orders) owners.set(o.customer, people.byEmployee.get(o.employee)!)
  for (const c of northwind.categories) {
    const id = newId()
    categories.set(c.id, id)
    await send('create-category', { id, name: c.name, nameZh: '', parentId: null })
  }
  for (const s of northwind.suppliers) {
    const id = newId()
    suppliers.set(s.id, id)
    await send('create-vendor', {
      ...{ id, duplicateReason },
      ...blankFields(vendorFields(), {
        ...{
          ...usual,
          kind: 'factory',
          name: s.name,
          country: s.countryCode,
          city: s.city ?? '',
          address: address(s),
          phone: s.phone ?? '',
        },
      }),
    })
  }
  for (const s of northwind.shippers) {
    const id = newId()
    carriers.set(s.id, id)
    const fields = blankFields(vendorFields(), { ...usual, kind: 'carrier', name: s.name, country: 'US', phone: s.phone })
    await send('create-vendor', { ...fields, id, duplicateReason })
  }
  for (const c of northwind.customers) {
    const id = newId()
    customers.set(c.id, id)
    await send('create-customer', {
      ...{ id, duplicateReason },
      ...blankFields(customerFields(), {
        ...{ ...usual, code: c.id, name: c.name, shortName: c.id, country: c.countryCode, city: c.city ?? '', address: address(c) },
        ...{ phone: c.phone ?? '', status: 'dormant', creditCurrency: 'USD', source: 'Northwind' },
        contacts: c.contact ? [{ ...blankContact(c.contact), title: c.contactTitle ?? '', phone: c.phone ?? '' }] : [],
        ownerId: owners.get(c.id) ?? people.byUser.get('boss')!,
      }),
    })
  }
  for (const p of northwind.products) {
    const id = newId()
    products.set(p.id, id)
    const input = {
      id,
      code: `NW-${String(p.id).padStart(3, '0')}`,
      name: p.name,
      nameZh: '',
      specification: p.quantityPerUnit ?? '',
      unit: 'PCS',
      hsCode: '',
      vatRate: '0',
      refundRate: '0',
      categoryId: categories.get(p.category) ?? null,
      supplierId: suppliers.get(p.supplier) ?? null,
      piecesPerCarton: '0',
      cartonLength: '0',
      cartonWidth: '0',
      cartonHeight: '0',
      grossWeight: '0',
      netWeight: '0',
      remark: '',
      active: true,
    }
    await send('create-product', input)
    if (p.discontinued) discontinued.push(input)
  }
  return { customers, products, carriers, discontinued }
}

type Shipped = { customer: string; items: { item: string; amount: { minor: number; currency: string } }[] }

const order = async (send: Send, o: Order, ids: Master, people: People): Promise<Shipped> => {
  const contractId = newId()
  const customerId = ids.customers.get(o.customer)!
  const ownerId = people.byEmployee.get(o.employee)!
  const names = new Map(northwind.products.map((p) => [p.id, p.name]))
  const lines = o.lines.map((l) => ({
    id: newId(),
    productId: ids.products.get(l.product)!,
    description: names.get(l.product)!,
    quantity: String(l.quantity),
    unit: 'PCS',
    price: l.unitPrice,
    discount: decimalTextOf(new Decimal(l.discount).times(100)),
  }))
  await send('save-sales-contract', {
    id: contractId,
    number: `NW-${o.id}`,
    dealId: newId(),
    customerId,
    buyerOrderNumber: String(o.id),
    contractDate: o.orderDate,
    currency: 'USD',
    rate: RATE,
    // Northwind's orders name no delivery term; freight is charged beside the goods.
    incoterm: 'FCA',
    incotermPlace: 'Seattle',
    portOfLoading: '',
    portOfDischarge: o.shipCity ?? '',
    paymentTerm: [{ share: '100', event: 'after-bill-of-lading', days: 30 }],
    // The 21 that were never shipped are nobody's task any more.
    latestShipment: o.shippedDate === null ? null : o.requiredDate,
    partialShipment: false,
    transhipment: true,
    commissionRate: '0',
    clauses: '',
    remark: `Freight ${o.freight}`,
    ownerId,
    lines,
  })
  await send('sign-sales-contract', { id: contractId, revision: 1, signedOn: o.orderDate })
  if (o.shippedDate === null) return { customer: o.customer, items: [] }
  const shipmentId = newId()
  const saved = await send('save-shipment', {
    id: shipmentId,
    customerId,
    currency: 'USD',
    forwarderId: null,
    carrierId: ids.carriers.get(o.shipper) ?? null,
    vessel: '',
    voyage: '',
    bookingNumber: '',
    billOfLadingNumber: '',
    invoiceNumber: `NW-${o.id}`,
    declarationNumber: '',
    portOfLoading: '',
    portOfDischarge: o.shipCity ?? '',
    etd: o.shippedDate,
    eta: null,
    containers: [],
    remark: '',
    ownerId,
    lines: lines.map((l) => ({ id: newId(), salesLineId: l.id, quantity: l.quantity })),
  })
  const sent = await send('dispatch-shipment', { id: shipmentId, revision: saved.revision, dispatchedOn: o.shippedDate, rate: RATE })
  await send('record-shipment-step', { id: shipmentId, revision: sent.revision, step: 'done', on: o.shippedDate })
  return { customer: o.customer, items: sent.receivables }
}

/** Receives everything a customer owes in one receipt and allocates it, at the invoices' own rate: no exchange difference. Gives the cents received. */
const payFor = async (send: Send, bankAccountId: string, customerId: string, name: string, items: Shipped['items']): Promise<number> => {
  const amount = items.reduce((sum, i) => sum + i.amount.minor, 0)
  const receipt = await send('register-receipt', {
    id: newId(),
    bankAccountId,
    receivedOn: RECEIVED_ON,
    amount,
    charge: 0,
    rate: RATE,
    payerName: name,
    customerId,
    contractId: null,
    remark: 'Northwind',
  })
  await send('allocate', {
    id: newId(),
    on: RECEIVED_ON,
    source: receipt.item,
    targets: items.map((i) => ({ item: i.item, amount: i.amount.minor })),
  })
  return amount
}

/** Rows to import, for the progress told while founding. */
export const northwindSize = northwind.orders.length

/** Gives what came in of it, receipt by receipt, in cents. */
export const importNorthwind = async (
  send: Send,
  people: People,
  bankAccountId: string,
  done: (count: number) => void,
): Promise<number[]> => {
  const ids = await masterData(send, people)
  const owed = new Map<string, Shipped['items']>()
  const bring = async (o: Order) => {
    const shipped = await order(send, o, ids, people)
    owed.set(shipped.customer, [...(owed.get(shipped.customer) ?? []), ...shipped.items])
  }
  await inSteps(northwind.orders, STEP, bring, done)
  for (const product of ids.discontinued) await send('edit-product', { ...product, revision: 1, active: false })
  const names = new Map(northwind.customers.map((c) => [c.id, c.name]))
  const inDebt = [...owed].filter(([, items]) => items.length > 0)
  const received: number[] = []
  const paid = async ([code, items]: [string, Shipped['items']]) =>
    void received.push(await payFor(send, bankAccountId, ids.customers.get(code)!, names.get(code)!, items))
  await inSteps(inDebt, STEP, paid, () => undefined)
  return received
}
