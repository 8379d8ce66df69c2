// Recent deals in several currencies, one at every stage, so that every screen shows something worth seeing: each carried as far as its plan goes.
import { addDays, type IsoDate } from '../../preload/contract/vocabulary/dates.ts'
import { Decimal, decimalTextOf } from '../../preload/contract/vocabulary/decimal.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { toMinor } from '../../preload/contract/vocabulary/money.ts'
import { billAndPay, purchase, type Purchase } from './bought-goods.ts'
import { containerNumber } from './containers.ts'
import { plans, type Plan } from './deal-plans.ts'
import { estimateDeal } from './estimates.ts'
import { weighedPackages } from './packing.ts'
import { followProduction } from './production.ts'
import { receiveRefund } from './tax-refunds.ts'
import { customers, products, salesPrices } from './trade-data.ts'
import { ago, type Contract, type Receivables, type World } from './world.ts'

/** A customer that two salespeople look after. */
const SHARED = { customer: 2, with: 'sales' }
/** Days ago that estimates came into use. */
const ESTIMATED_SINCE = 160

const signContract = async (w: World, p: Plan): Promise<Contract> => {
  const [, , , , currency, port, incoterm, term, , , owner] = customers[p.customer]!
  const id = newId()
  const dealId = newId()
  const date = ago(w, p.signed ?? p.drafted)
  const lines = p.goods.map(([product, quantity]) => ({ id: newId(), product, quantity }))
  const input: Contract['input'] = {
    id,
    dealId,
    customerId: w.trade.customers[p.customer]!,
    buyerOrderNumber: `PO-${date.slice(2, 4)}${date.slice(5, 7)}${p.customer + 10}`,
    contractDate: date,
    currency,
    rate: w.rates(currency, date),
    incoterm,
    incotermPlace: incoterm === 'FOB' ? 'Ningbo' : port,
    transportMode: 'sea',
    portOfLoading: 'Ningbo',
    portOfDischarge: port,
    paymentTerm: [...term],
    latestShipment: addDays(date, 60),
    partialShipment: true,
    transhipment: true,
    commissionRate: p.customer === 5 ? '3' : '0',
    clauses: '',
    remark: '',
    ownerId: w.people.byUser.get(owner)!,
    shares: p.customer === SHARED.customer ? [{ userId: w.people.byUser.get(SHARED.with)!, share: '40' }] : [],
    lines: lines.map((l) => ({
      id: l.id,
      productId: w.trade.products[l.product]!,
      description: products[l.product]![1],
      quantity: String(l.quantity),
      unit: products[l.product]![4],
      price: salesPrices[products[l.product]![0]]![currency]!,
      discount: '0',
    })),
  }
  const saved = await w.send('save-sales-contract', input)
  if (p.signed !== undefined) await w.send('sign-sales-contract', { id, revision: saved.revision, signedOn: date })
  return { id, number: saved.number, dealId, lines, input }
}

const receive = async (w: World, p: Plan, contract: Contract, days: number, minor: number, items: Receivables): Promise<void> => {
  const currency = customers[p.customer]![4]
  const on = ago(w, days)
  const charge = currency === 'JPY' ? 2500 : 2500
  const receipt = await w.send('register-receipt', {
    id: newId(),
    bankAccountId: w.trade.banks.get(currency)!,
    receivedOn: on,
    amount: minor,
    charge,
    rate: w.rates(currency, on),
    payerName: customers[p.customer]![0],
    customerId: w.trade.customers[p.customer]!,
    contractId: contract.id,
    remark: '',
  })
  await apply(w, on, receipt.item, minor, items)
}

/** Applies money to items in order until one of them is used up. */
const apply = async (w: World, on: IsoDate, source: string, minor: number, items: Receivables): Promise<void> => {
  let left = minor
  const targets = items.flatMap((i) => {
    const amount = Math.min(left, i.amount.minor)
    left -= amount
    i.amount = { ...i.amount, minor: i.amount.minor - amount }
    return amount > 0 ? [{ item: i.item, amount }] : []
  })
  if (targets.length > 0) await w.send('allocate', { id: newId(), on, source, targets })
}

type Shipped = { shipmentId: string; shipmentLines: string[]; receivables: Receivables }
const ship = async (w: World, p: Plan, contract: Contract): Promise<Shipped> => {
  const [, , , , currency, port, , , , , owner] = customers[p.customer]!
  const shipmentId = newId()
  const day = ago(w, p.dispatched ?? p.planned ?? 0)
  const share = new Decimal(p.part ?? 100).div(100)
  const lines = contract.lines.map((l) => ({
    ...{ id: newId(), salesLineId: l.id, product: l.product },
    quantity: decimalTextOf(new Decimal(l.quantity).times(share).floor()),
  }))
  const shipped = { shipmentId, shipmentLines: lines.map(({ id }) => id) }
  const saved = await w.send('save-shipment', {
    id: shipmentId,
    customerId: w.trade.customers[p.customer]!,
    currency,
    forwarderId: w.trade.logistics[p.customer % 3]!,
    carrierId: w.trade.logistics[4]!,
    vessel: 'COSCO PISCES',
    voyage: `0${20 + p.customer}W`,
    bookingNumber: '',
    billOfLadingNumber: p.dispatched === undefined ? '' : `COSU63${day.replaceAll('-', '').slice(2)}${p.customer}`,
    // Older invoices are numbered on paper alone.
    invoiceNumber: p.dispatched !== undefined && p.dispatched >= 10 ? '' : `CI${day.replaceAll('-', '').slice(2)}${p.customer}`,
    declarationNumber:
      p.dispatched === undefined || p.dispatched < 10 ? '' : `3104${day.replaceAll('-', '')}0${String(10_000 + p.customer * 731)}`,
    transportMode: 'sea',
    portOfLoading: 'Ningbo',
    portOfDischarge: port,
    etd: addDays(day, 1),
    eta: addDays(day, 29),
    containers: [{ type: '40HQ', number: containerNumber(plans.indexOf(p)), seal: `S${day.slice(5, 7)}${day.slice(8)}${p.customer}` }],
    remark: '',
    ownerId: w.people.byUser.get(owner)!,
    lines: lines.map(({ id, salesLineId, quantity }) => ({ id, salesLineId, quantity })),
    // Of a shipment that is to leave, the forwarder has told when everything must be there.
    ...(p.dispatched === undefined
      ? {
          ...{ siCutoff: `${addDays(day, -3)} 17:00`, vgmCutoff: `${addDays(day, -2)} 12:00`, cyCutoff: `${addDays(day, -1)} 18:00` },
          ...{ customsCutoff: `${addDays(day, -1)} 12:00`, placeOfReceipt: 'Ningbo', billWording: 'CLEAN ON BOARD' },
        }
      : {}),
    premiumRate: '0.12',
    // What has left long ago was packed as the products say.
    ...(p.dispatched === undefined || p.dispatched < 10 ? { packages: weighedPackages(lines) } : {}),
  })
  if (p.dispatched === undefined) {
    if (p.planned !== undefined && p.planned > 3)
      await w.send('book-shipment', { id: shipmentId, revision: saved.revision, bookingNumber: `COSU6${day.replaceAll('-', '')}` })
    return { ...shipped, receivables: [] }
  }
  const sent = await w.send('dispatch-shipment', {
    id: shipmentId,
    revision: saved.revision,
    dispatchedOn: day,
    rate: w.rates(currency, day),
  })
  if (p.dispatched > 3) {
    const aboard = await w.send('record-shipment-step', { id: shipmentId, revision: sent.revision, step: 'on-board', on: addDays(day, 2) })
    if (p.dispatched > 32) {
      const arrived = await w.send('record-shipment-step', {
        id: shipmentId,
        revision: aboard.revision,
        step: 'arrived',
        on: addDays(day, 30),
      })
      // The documents of the last ones are still waited for.
      if (p.dispatched > 50)
        await w.send('record-shipment-step', {
          id: shipmentId,
          revision: arrived.revision,
          step: 'documents-delivered',
          on: addDays(day, 31),
        })
    }
  }
  return { ...shipped, receivables: sent.receivables }
}

const expenses = async (w: World, p: Plan, contract: Contract, shipmentId: string): Promise<void> => {
  const date = ago(w, p.expenses!)
  const line = (category: 'freight' | 'port-charge' | 'customs' | 'inland-freight', amount: number, vatRate: string) => ({
    id: newId(),
    purchaseLineId: null,
    quantity: null,
    category,
    description: '',
    amount,
    vatRate,
    dealIds: [contract.dealId],
    sharing: 'amount' as const,
    shipmentId,
  })
  const bill = async (partyId: string, currency: string, lines: ReturnType<typeof line>[]) => {
    const posted = await w.send('post-bill', {
      id: newId(),
      kind: 'expense',
      partyId,
      invoiceNumber: '',
      billDate: date,
      dueDate: addDays(date, 30),
      currency,
      rate: w.rates(currency, date),
      remark: '',
      lines,
    })
    return { item: posted.item, total: lines.reduce((sum, l) => sum + l.amount, 0) }
  }
  if (customers[p.customer]![6] !== 'FOB') {
    const freight = await bill(w.trade.logistics[p.customer % 3]!, 'USD', [line('freight', 185_000 + p.customer * 12_500, '0')])
    if (p.collected !== undefined)
      await w.send('register-payment', {
        id: newId(),
        bankAccountId: w.trade.banks.get('USD')!,
        paidOn: addDays(date, 1),
        partyId: w.trade.logistics[p.customer % 3]!,
        amount: freight.total,
        charge: 0,
        rate: w.rates('USD', addDays(date, 1)),
        targets: [{ item: freight.item, amount: freight.total }],
        contractId: null,
        remark: '',
      })
  }
  const customs = await bill(w.trade.logistics[5]!, 'CNY', [
    line('customs', 35_000, '6'),
    line('port-charge', 128_000 + p.customer * 1_000, '6'),
    line('inland-freight', 160_000, '9'),
  ])
  // The customs broker is paid within a month, but for the last ones.
  if (p.expenses! > 60)
    await w.send('register-payment', {
      id: newId(),
      bankAccountId: w.trade.banks.get('CNY')!,
      paidOn: addDays(date, 25),
      partyId: w.trade.logistics[5]!,
      amount: customs.total,
      charge: 0,
      rate: '1',
      targets: [{ item: customs.item, amount: customs.total }],
      contractId: null,
      remark: '',
    })
}

export type Carried = { plan: Plan; contract: Contract; purchases: Purchase[]; shipmentId: string | null; shipmentLines: readonly string[] }
/** Carries one planned deal as far as its plan goes. */
export const carryOut = async (w: World, p: Plan): Promise<Carried> => {
  const contract = await signContract(w, p)
  const currency = customers[p.customer]![4]
  const total = p.goods.reduce(
    (sum, [product, quantity]) => sum + toMinor(new Decimal(quantity).times(salesPrices[products[product]![0]]![currency]!), currency),
    0,
  )
  if (p.signed !== undefined && p.signed < ESTIMATED_SINCE) await estimateDeal(w, p, { ...contract, total }, p.signed)
  const deposit = Math.floor((total * 3) / 10)
  let advance: { item: string; minor: number } | undefined
  if (p.deposit !== undefined) {
    const on = ago(w, p.deposit)
    const receipt = await w.send('register-receipt', {
      id: newId(),
      bankAccountId: w.trade.banks.get(currency)!,
      receivedOn: on,
      amount: deposit,
      charge: 2000,
      rate: w.rates(currency, on),
      payerName: customers[p.customer]![0],
      customerId: w.trade.customers[p.customer]!,
      contractId: contract.id,
      remark: '30% deposit',
    })
    advance = { item: receipt.item, minor: deposit }
  }
  const purchases = p.purchased === undefined ? [] : await purchase(w, p, contract)
  // Before its payments: they would tick what is told here by hand (production M15).
  if (purchases.length > 0)
    await followProduction(
      w,
      p,
      purchases.map((one) => one.id),
    )
  if (p.billed !== undefined) await billAndPay(w, p, purchases)
  if (p.planned === undefined && p.dispatched === undefined) return { plan: p, contract, purchases, shipmentId: null, shipmentLines: [] }
  const { shipmentId, shipmentLines, receivables } = await ship(w, p, contract)
  const carried = { plan: p, contract, purchases, shipmentId, shipmentLines }
  if (advance && p.dispatched !== undefined) await apply(w, ago(w, p.dispatched), advance.item, advance.minor, receivables)
  if (p.expenses !== undefined) await expenses(w, p, contract, shipmentId)
  // The oldest refunds have come; the one of customer 5 in part, the one of customer 6 is late.
  if (p.dispatched !== undefined && p.dispatched > 150 && p.customer !== 6)
    await receiveRefund(
      { send: w.send, bankAccountId: w.trade.banks.get('CNY')!, today: w.today },
      {
        id: shipmentId,
        dispatched: p.dispatched,
        goods: p.goods.map(([product, quantity]) => ({ quantity, price: products[product]![7], refundRate: products[product]![5] })),
      },
      p.customer === 5,
    )
  if (p.collected === undefined) return carried
  const open = receivables.reduce((sum, i) => sum + i.amount.minor, 0)
  const minor = Math.floor((open * (p.collectedPart ?? 100)) / 100)
  if (minor > 0) await receive(w, p, contract, p.collected, minor, receivables)
  return carried
}
