// Some thirty recent deals in several currencies, one at every stage, so that every screen shows something worth seeing. Days count back from today.
import type { CommandInput, CommandOutcome } from '../../preload/contract/commands.ts'
import { addDays, type IsoDate } from '../../preload/contract/vocabulary/dates.ts'
import { Decimal, decimalTextOf } from '../../preload/contract/vocabulary/decimal.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { toMinor } from '../../preload/contract/vocabulary/money.ts'
import type { People } from './accounts.ts'
import { bankDetailsIn, changedAccount } from './bank-details.ts'
import { estimateDeal } from './estimates.ts'
import { followProduction } from './production.ts'
import type { Send } from './send.ts'
import { receiveRefund } from './tax-refunds.ts'
import { customers, factories, factoryTerm, logistics, products, salesPrices } from './trade-data.ts'

export type Rates = (currency: string, on: IsoDate) => string
export type Trade = { customers: string[]; factories: string[]; logistics: string[]; products: string[]; banks: Map<string, string> }
export type World = { send: Send; people: People; trade: Trade; rates: Rates; today: IsoDate }

const contact = (name: string, email: string) => ({
  id: newId(),
  name,
  title: 'Purchasing',
  role: 'decision-maker' as const,
  email,
  phone: '',
  wechat: '',
  whatsapp: '',
})
const plain = { code: '', shortName: '', address: '', website: '', email: '', phone: '', taxNumber: '', bankDetails: '', remark: '' }
const mail = (name: string) =>
  `office@${name
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')
    .replaceAll(/^-|-$/g, '')}.example`

/** The last but one of `logistics`, whom no deal pays. */
const MOVED = 8

/** Partners, goods and bank accounts; `buyer` enters whom we pay. */
export const tradePartners = async (send: Send, buyer: Send, people: People, banks: Map<string, string>): Promise<Trade> => {
  const trade: Trade = { customers: [], factories: [], logistics: [], products: [], banks }
  const categories = new Map<string, string>()
  for (const [name, nameZh, country, city, currency, port, incoterm, term, level, limit, owner] of customers) {
    const id = newId()
    trade.customers.push(id)
    await send('create-customer', {
      ...plain,
      id,
      name,
      nameZh,
      country,
      city,
      currency,
      paymentTerm: [...term],
      email: mail(name),
      contacts: [contact('Purchasing Dept.', mail(name))],
      status: 'active',
      level,
      creditGrade: level,
      creditLimit: limit === null ? null : toMinor(String(limit), currency),
      creditCurrency: currency,
      incoterm,
      port,
      source: '广交会',
      industry: '',
      ownerId: people.byUser.get(owner)!,
    })
  }
  for (const [n, [name, nameZh, city]] of factories.entries()) {
    const id = newId()
    trade.factories.push(id)
    await buyer('create-vendor', {
      ...plain,
      id,
      kind: 'factory',
      name: nameZh,
      nameZh: name,
      country: 'CN',
      city,
      currency: 'CNY',
      paymentTerm: [...factoryTerm],
      bankDetails: bankDetailsIn(city, n),
      contacts: [],
    })
  }
  for (const [n, [kind, name, nameZh, city]] of logistics.entries()) {
    const id = newId()
    trade.logistics.push(id)
    const vendor: CommandInput<'create-vendor'> = {
      ...plain,
      id,
      kind,
      name: kind === 'sales-agent' ? name : nameZh,
      nameZh: kind === 'sales-agent' ? nameZh : name,
      country: kind === 'sales-agent' ? 'CL' : 'CN',
      city,
      currency: kind === 'carrier' || kind === 'sales-agent' ? 'USD' : 'CNY',
      paymentTerm: [{ share: '100', event: 'after-bill-of-lading', days: 30 }],
      bankDetails: kind === 'sales-agent' ? 'Banco de Chile, Santiago\n00-801-21907-44' : bankDetailsIn(city, factories.length + n),
      contacts: [],
    }
    const { code } = await buyer('create-vendor', vendor)
    if (n === MOVED) await changedAccount(buyer, { ...vendor, code }, 2)
  }
  for (const [code, name, nameZh, hsCode, unit, refundRate, factory, , pieces, [l, w, h], gross, net, category] of products) {
    if (!categories.has(category)) {
      categories.set(category, newId())
      await send('create-category', { id: categories.get(category)!, name: category, nameZh: '', parentId: null })
    }
    const id = newId()
    trade.products.push(id)
    await send('create-product', {
      id,
      code,
      name,
      nameZh,
      specification: '',
      unit,
      hsCode,
      vatRate: '13',
      refundRate,
      categoryId: categories.get(category)!,
      supplierId: trade.factories[factory]!,
      piecesPerCarton: String(pieces),
      cartonLength: String(l),
      cartonWidth: String(w),
      cartonHeight: String(h),
      grossWeight: gross,
      netWeight: net,
      remark: '',
      active: true,
    })
  }
  return trade
}

export type Plan = {
  customer: number
  goods: readonly (readonly [product: number, quantity: number])[]
  /** Days ago of each step; a missing step has not happened. */
  signed?: number
  drafted: number
  deposit?: number
  purchased?: number
  billed?: number
  planned?: number
  dispatched?: number
  /** Share of the quantity shipped, per cent; 100 when absent. */
  part?: number
  expenses?: number
  paidFactory?: number
  collected?: number
  /** Per cent of the balance that came. */
  collectedPart?: number
}

type Contract = {
  id: string
  number: string
  dealId: string
  input: CommandInput<'save-sales-contract'>
  lines: { id: string; product: number; quantity: number }[]
}
type Receivables = CommandOutcome<'dispatch-shipment'>['receivables']

/** Days ago that estimates came into use. */
const ESTIMATED_SINCE = 160

const ago = (w: World, days: number) => addDays(w.today, -days)

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

type Purchase = {
  id: string
  factory: string
  lines: { id: string; quantity: number; price: string }[]
  input: CommandInput<'save-purchase-contract'>
}
const purchase = async (w: World, p: Plan, contract: Contract): Promise<Purchase[]> => {
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
    made.push({ id, factory: w.trade.factories[factory]!, lines: bought, input })
  }
  return made
}

const billAndPay = async (w: World, p: Plan, purchases: Purchase[]): Promise<void> => {
  for (const [n, bought] of purchases.entries()) {
    const date = ago(w, p.billed!)
    const amounts = bought.lines.map((l) => toMinor(new Decimal(l.quantity).times(l.price), 'CNY'))
    const bill = await w.send('post-bill', {
      id: newId(),
      kind: 'factory',
      partyId: bought.factory,
      invoiceNumber: `2${date.slice(2, 4)}3300${String(1000 + p.customer * 37 + n)}`,
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

const ship = async (w: World, p: Plan, contract: Contract): Promise<{ shipmentId: string; receivables: Receivables }> => {
  const [, , , , currency, port, , , , , owner] = customers[p.customer]!
  const shipmentId = newId()
  const day = ago(w, p.dispatched ?? p.planned ?? 0)
  const share = new Decimal(p.part ?? 100).div(100)
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
    invoiceNumber: '',
    declarationNumber:
      p.dispatched === undefined || p.dispatched < 10 ? '' : `3104${day.replaceAll('-', '')}0${String(10_000 + p.customer * 731)}`,
    portOfLoading: 'Ningbo',
    portOfDischarge: port,
    etd: addDays(day, 1),
    eta: addDays(day, 29),
    containers: [{ type: '40HQ', number: 'CSQU3054383', seal: `S${day.slice(5, 7)}${day.slice(8)}${p.customer}` }],
    remark: '',
    ownerId: w.people.byUser.get(owner)!,
    lines: contract.lines.map((l) => ({
      id: newId(),
      salesLineId: l.id,
      quantity: decimalTextOf(new Decimal(l.quantity).times(share).floor()),
    })),
  })
  if (p.dispatched === undefined) {
    if (p.planned !== undefined && p.planned > 3)
      await w.send('book-shipment', { id: shipmentId, revision: saved.revision, bookingNumber: `COSU6${day.replaceAll('-', '')}` })
    return { shipmentId, receivables: [] }
  }
  const sent = await w.send('dispatch-shipment', {
    id: shipmentId,
    revision: saved.revision,
    dispatchedOn: day,
    rate: w.rates(currency, day),
  })
  if (p.dispatched > 3) {
    const aboard = await w.send('record-shipment-step', { id: shipmentId, revision: sent.revision, step: 'on-board', on: addDays(day, 2) })
    if (p.dispatched > 32)
      await w.send('record-shipment-step', { id: shipmentId, revision: aboard.revision, step: 'arrived', on: addDays(day, 30) })
  }
  return { shipmentId, receivables: sent.receivables }
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

export type Carried = { plan: Plan; contract: Contract; purchases: Purchase[]; shipmentId: string | null }
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
  if (p.billed !== undefined) await billAndPay(w, p, purchases)
  if (purchases.length > 0)
    await followProduction(
      w,
      p,
      purchases.map((one) => one.id),
    )
  if (p.planned === undefined && p.dispatched === undefined) return { plan: p, contract, purchases, shipmentId: null }
  const { shipmentId, receivables } = await ship(w, p, contract)
  const carried = { plan: p, contract, purchases, shipmentId }
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

/** The deals: settled long ago, shipped and overdue, under way, just begun. */
export const plans: readonly Plan[] = [
  {
    customer: 0,
    goods: [
      [0, 9600],
      [1, 6000],
    ],
    drafted: 290,
    signed: 288,
    deposit: 280,
    purchased: 278,
    billed: 240,
    dispatched: 235,
    expenses: 228,
    paidFactory: 220,
    collected: 196,
  },
  {
    customer: 1,
    goods: [
      [8, 3600],
      [9, 800],
    ],
    drafted: 270,
    signed: 268,
    deposit: 262,
    purchased: 260,
    billed: 226,
    dispatched: 222,
    expenses: 214,
    paidFactory: 205,
    collected: 188,
  },
  {
    customer: 2,
    goods: [[4, 4800]],
    drafted: 255,
    signed: 252,
    purchased: 249,
    billed: 214,
    dispatched: 210,
    expenses: 203,
    paidFactory: 195,
    collected: 190,
  },
  {
    customer: 3,
    goods: [
      [6, 12000],
      [7, 2000],
    ],
    drafted: 240,
    signed: 238,
    purchased: 235,
    billed: 205,
    dispatched: 200,
    expenses: 192,
    paidFactory: 180,
    collected: 138,
  },
  {
    customer: 4,
    goods: [
      [10, 5000],
      [11, 7200],
    ],
    drafted: 225,
    signed: 222,
    deposit: 215,
    purchased: 213,
    billed: 182,
    dispatched: 178,
    expenses: 170,
    paidFactory: 160,
    collected: 143,
  },
  {
    customer: 5,
    goods: [[3, 6000]],
    drafted: 215,
    signed: 212,
    deposit: 206,
    purchased: 204,
    billed: 176,
    dispatched: 170,
    expenses: 162,
    paidFactory: 150,
    collected: 140,
    collectedPart: 80,
  },
  {
    customer: 6,
    goods: [[1, 9000]],
    drafted: 200,
    signed: 198,
    deposit: 190,
    purchased: 188,
    billed: 160,
    dispatched: 155,
    expenses: 149,
    paidFactory: 140,
    collected: 118,
    collectedPart: 60,
  },
  {
    customer: 7,
    goods: [
      [4, 3600],
      [5, 1800],
    ],
    drafted: 185,
    signed: 183,
    deposit: 176,
    purchased: 174,
    billed: 146,
    dispatched: 142,
    expenses: 133,
    paidFactory: 120,
    collected: 104,
  },
  {
    customer: 8,
    goods: [[9, 1200]],
    drafted: 170,
    signed: 167,
    purchased: 164,
    billed: 140,
    dispatched: 135,
    expenses: 127,
    paidFactory: 110,
    collected: 68,
  },
  {
    customer: 9,
    goods: [[2, 600]],
    drafted: 160,
    signed: 158,
    deposit: 150,
    purchased: 148,
    billed: 125,
    dispatched: 120,
    expenses: 112,
    paidFactory: 100,
  },
  {
    customer: 0,
    goods: [[0, 14400]],
    drafted: 150,
    signed: 147,
    deposit: 141,
    purchased: 139,
    billed: 112,
    dispatched: 108,
    expenses: 100,
    paidFactory: 95,
    collected: 70,
  },
  {
    customer: 1,
    goods: [[8, 4800]],
    drafted: 138,
    signed: 136,
    deposit: 130,
    purchased: 128,
    billed: 101,
    dispatched: 97,
    expenses: 90,
    paidFactory: 84,
    collected: 60,
    collectedPart: 50,
  },
  {
    customer: 2,
    goods: [
      [5, 2400],
      [11, 3600],
    ],
    drafted: 125,
    signed: 122,
    purchased: 119,
    billed: 92,
    dispatched: 88,
    expenses: 81,
    paidFactory: 74,
  },
  {
    customer: 4,
    goods: [[6, 8000]],
    drafted: 116,
    signed: 114,
    deposit: 107,
    purchased: 105,
    billed: 79,
    dispatched: 75,
    expenses: 68,
    paidFactory: 60,
  },
  { customer: 3, goods: [[10, 6000]], drafted: 104, signed: 101, purchased: 98, billed: 72, dispatched: 68, expenses: 60, paidFactory: 52 },
  { customer: 5, goods: [[2, 900]], drafted: 95, signed: 93, deposit: 86, purchased: 84, billed: 60, dispatched: 55, expenses: 48 },
  {
    customer: 6,
    goods: [[3, 4800]],
    drafted: 84,
    signed: 82,
    deposit: 75,
    purchased: 73,
    billed: 49,
    dispatched: 45,
    expenses: 38,
    paidFactory: 30,
  },
  { customer: 8, goods: [[8, 2400]], drafted: 74, signed: 71, purchased: 69, billed: 44, dispatched: 40, part: 50, expenses: 33 },
  { customer: 7, goods: [[5, 1200]], drafted: 63, signed: 61, deposit: 55, purchased: 53, billed: 30, dispatched: 26, expenses: 20 },
  { customer: 0, goods: [[1, 12000]], drafted: 54, signed: 52, deposit: 46, purchased: 44, billed: 20, dispatched: 14, expenses: 8 },
  { customer: 1, goods: [[9, 1600]], drafted: 48, signed: 46, deposit: 39, purchased: 37, billed: 12, dispatched: 6 },
  { customer: 4, goods: [[11, 9600]], drafted: 41, signed: 39, deposit: 32, purchased: 30, billed: 5, planned: 4 },
  { customer: 3, goods: [[7, 3000]], drafted: 36, signed: 33, purchased: 30, planned: 2 },
  { customer: 2, goods: [[4, 6000]], drafted: 28, signed: 25, purchased: 22 },
  { customer: 6, goods: [[0, 7200]], drafted: 21, signed: 19, deposit: 12, purchased: 10 },
  {
    customer: 5,
    goods: [
      [3, 3600],
      [1, 3000],
    ],
    drafted: 16,
    signed: 14,
    deposit: 7,
  },
  { customer: 7, goods: [[4, 2400]], drafted: 10, signed: 8 },
  { customer: 9, goods: [[11, 4800]], drafted: 6, signed: 5 },
  { customer: 8, goods: [[9, 500]], drafted: 3 },
  {
    customer: 1,
    goods: [
      [8, 6000],
      [9, 1000],
    ],
    drafted: 1,
  },
]
