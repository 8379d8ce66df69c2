// Samples of the papers of money: statements of account, payment requests and slips, receipts, profit estimates, approval sheets, freight inquiries.
import type { CommandInput } from '../../../../preload/contract/commands.ts'
import type { PaperKind } from '../../../../preload/contract/papers.ts'
import type { PaperLanguage } from '../../../../preload/contract/vocabulary/paper-layout.ts'
import { newId } from '../../../../preload/contract/vocabulary/ids.ts'
import type { PaymentTerm } from '../../../../preload/contract/vocabulary/payment-term.ts'
import { aLine, anInput } from '../../../testing/fixtures.ts'
import { goodsOf, NAMES, RATES, shown, type SampleCurrency, type SampleOffice } from './sample-office.ts'
import { once, type Ask, type Cells, type Makers } from './sample.ts'

const numbers = (size: number): number[] => Array.from({ length: size }, (_, at) => at + 1)
const DAYS: Record<PaperLanguage, (month: number, day: number) => string> = {
  en: (month, day) => `${day} ${['JAN', 'FEB', 'MAR'][month - 1]} 2026`,
  zh: (month, day) => `2026年${month}月${day}日`,
  'en-zh': (month, day) => `2026-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
}
/** Amounts that take much room, and small ones. */
const amountOf = (no: number): number => (no % 7 === 3 ? 123_456_789_01 + no : 1_000_00 + no * 37)
/** A movement of an account, as the statement has to tell it: above zero what is owed. */
type Moved = { month: number; day: number; document: string; minor: number }
const movementRows = (moved: readonly Moved[], currency: SampleCurrency, language: PaperLanguage): Cells[] => {
  let balance = 0
  return [
    { balance: shown(0, currency), charge: '', credit: '' },
    ...moved.map(({ month, day, document, minor }) => {
      balance += minor
      return {
        ...{ date: DAYS[language](month, day), document, balance: shown(balance, currency) },
        charge: minor > 0 ? shown(minor, currency) : '',
        credit: minor < 0 ? shown(-minor, currency) : '',
      }
    }),
  ]
}
const sumsOf = (moved: readonly Moved[], currency: SampleCurrency): string[] => {
  const sum = (of: (minor: number) => number) => moved.reduce((all, { minor }) => all + of(minor), 0)
  return [sum((minor) => Math.max(0, minor)), sum((minor) => Math.max(0, -minor)), sum((minor) => minor)].map((minor) =>
    shown(minor, currency),
  )
}
const PERIOD = { from: '2026-01-01', to: '2026-03-02' } as const
const NO_MARK = { good: null, draft: null, void: null } as const

/** Ten instalments of each of up to twenty shipments: open items; the other movements are receipts. */
const TENTHS: PaymentTerm = numbers(10).map((no) => ({ share: '10', event: 'after-bill-of-lading', days: no * 10 }))
const MOST_SHIPMENTS = 20
const owing = once(async (office: SampleOffice, { currency, size }: Ask) => {
  const customerId = office.customer()
  const shipments = Math.min(MOST_SHIPMENTS, Math.ceil(size / 2))
  const contract = anInput('save-sales-contract', {
    ...{ customerId, buyerOrderNumber: 'PO-2026-000118/HANSEATISCHE-REV.B', contractDate: '2026-01-05', currency, rate: RATES[currency] },
    ...{ paymentTerm: TENTHS, incoterm: 'FOB', incotermPlace: 'Ningbo', ownerId: office.owner.id },
    lines: numbers(shipments).map((no) =>
      aLine('save-sales-contract', {
        productId: office.product(no),
        description: goodsOf(no).description,
        quantity: '1000',
        price: String(no * 12),
      }),
    ),
  })
  await office.run('save-sales-contract', contract)
  await office.run('sign-sales-contract', { id: contract.id, revision: 1, signedOn: '2026-01-05' })
  const moved: Moved[] = []
  const items: string[] = []
  for (const [at, { id, quantity }] of contract.lines.entries()) {
    const input = anInput('save-shipment', {
      ...{ customerId, currency, ownerId: office.owner.id, invoiceNumber: `CI-2026-NB-HANSE-${newId().slice(-6)}` },
      lines: [{ id: newId(), salesLineId: id, quantity }],
    })
    const saved = await office.run('save-shipment', input)
    const day = at + 6
    const left = await office.run('dispatch-shipment', {
      ...{ id: input.id, revision: saved.revision, rate: RATES[currency] },
      dispatchedOn: `2026-01-${String(day).padStart(2, '0')}`,
    })
    items.push(...left.receivables.map(({ item }) => item))
    moved.push({ month: 1, day, document: input.invoiceNumber, minor: left.receivables.reduce((all, { amount }) => all + amount.minor, 0) })
  }
  const bankAccountId = await office.account(currency)
  for (const no of numbers(size - shipments)) {
    const amount = amountOf(no) % 10_000_00
    const { number } = await office.run(
      'register-receipt',
      anInput('register-receipt', {
        bankAccountId,
        receivedOn: '2026-02-10',
        amount,
        charge: 0,
        rate: RATES[currency],
        payerName: 'x',
        customerId,
      }),
    )
    moved.push({ month: 2, day: 10, document: number, minor: -amount })
  }
  return { customerId, contractId: contract.id, moved, items }
})
const customerStatement: Makers['customer-statement'] = async (office, ask) => {
  const { customerId, moved } = await owing(office, ask)
  await office.account(ask.currency)
  return {
    recordId: customerId,
    asked: PERIOD,
    tables: (language) => ({ movements: { rows: movementRows(moved, ask.currency, language), sums: sumsOf(moved, ask.currency) } }),
    says: { en: [NAMES.customer.name, NAMES.customer.address, NAMES.bank], zh: [NAMES.customer.nameZh] },
    mark: NO_MARK,
  }
}

/** A receipt that is applied to as many open items as there are. */
const receiptSlip: Makers['receipt-slip'] = async (office, ask) => {
  const { customerId, contractId, items } = await owing(office, { ...ask, state: 'void' })
  const targets = items.slice(0, Math.max(ask.size, 1)).map((item, at) => ({ item, amount: 100 + at }))
  const amount = targets.reduce((all, target) => all + target.amount, 0) + 123_456_789
  const receipt = await office.run(
    'register-receipt',
    anInput('register-receipt', {
      ...{ bankAccountId: await office.account(ask.currency), receivedOn: '2026-02-20', amount, charge: 2500, rate: RATES[ask.currency] },
      ...{ payerName: NAMES.customer.name.slice(0, 200), customerId, contractId, bankReference: 'SWIFT-MT103-20260220-0000-1234-5678-90' },
    }),
  )
  const batches = Array.from({ length: Math.ceil(targets.length / 100) }, (_, at) => ({
    id: newId(),
    targets: targets.slice(at * 100, at * 100 + 100),
  }))
  for (const batch of batches) await office.run('allocate', { ...batch, on: '2026-02-20', source: receipt.item })
  const money = (minor: number) => `${ask.currency} ${shown(minor, ask.currency)}`
  if (ask.state === 'void') {
    for (const { id } of batches) await office.run('reverse-allocation', { id, on: '2026-02-21', reason: '退票' })
    await office.run('reverse-receipt', { id: receipt.id, on: '2026-02-21', reason: '退票' })
  }
  return {
    recordId: receipt.id,
    tables: () => ({
      ...(ask.state === 'void'
        ? {}
        : { applied: { rows: targets.map((t, at) => ({ no: String(at + 1), amount: money(t.amount) })), sums: [] } }),
    }),
    ...(ask.currency === 'CNY' ? { inWords: { minor: amount, currency: ask.currency } } : {}),
    says: { en: [], zh: [NAMES.customer.name, money(amount), money(2500), money(amount - 2500), 'SWIFT-MT103-20260220-0000-1234-5678-90'] },
    mark: { good: 'internal', draft: 'internal', void: 'void' },
  }
}

/** Bills of one vendor, each its own document. */
const billed = async (office: SampleOffice, ask: Ask, kind: 'factory' | 'forwarder') => {
  const { currency, size } = ask
  const partyId = await office.vendor(kind, NAMES[kind])
  const dealId = newId()
  const customerId = office.customer()
  const contract = anInput('save-sales-contract', {
    ...{ dealId, customerId, contractDate: '2026-01-05', currency: 'USD', rate: '7.1', ownerId: office.owner.id },
    lines: [aLine('save-sales-contract', { description: 'x', quantity: '1', price: '1' })],
  })
  await office.run('save-sales-contract', contract)
  const { dealNumber } = await office.query('sales-contract', { id: contract.id })
  const bills: { item: string; number: string; amount: number; invoice: string }[] = []
  for (const no of numbers(size)) {
    const [amount, invoice] = [amountOf(no), `2633200000${String(123_456_000 + no)}`]
    const { item, number } = await office.run('post-bill', {
      ...{ id: newId(), kind: 'expense', partyId, invoiceNumber: invoice, billDate: '2026-01-20', dueDate: '2026-02-20' },
      ...{ currency, rate: RATES[currency], remark: 'CANARY-REMARK' },
      lines: [
        {
          ...{
            id: newId(),
            purchaseLineId: null,
            quantity: null,
            category: no % 2 === 0 ? 'freight' : 'port-charge',
            description: '',
            amount,
          },
          ...{ vatRate: '6', dealIds: [dealId], sharing: 'amount', shipmentId: null },
        },
      ],
    })
    bills.push({ item, number, amount, invoice })
  }
  return { partyId, bills, dealNumber }
}
const ofFactory = once((office, ask) => billed(office, ask, 'factory'))
const ofForwarder = once((office, ask) => billed(office, ask, 'forwarder'))
const vendorStatement =
  (kind: 'factory' | 'forwarder'): Makers['factory-statement'] =>
  async (office, ask) => {
    const { partyId, bills, dealNumber } = await (kind === 'factory' ? ofFactory : ofForwarder)(office, { ...ask, state: 'good' })
    const moved = bills.map(({ number, amount }) => ({ month: 1, day: 20, document: number, minor: amount }))
    return {
      recordId: partyId,
      asked: PERIOD,
      tables: (language) => ({
        movements: {
          rows: movementRows(moved, ask.currency, language).map((row, at) => (at === 0 ? row : { ...row, deal: dealNumber })),
          sums: sumsOf(moved, ask.currency),
        },
        'open-items': {
          rows: bills.map(({ number, amount }) => ({
            document: number,
            amount: shown(amount, ask.currency),
            open: shown(amount, ask.currency),
          })),
          sums: sumsOf(moved, ask.currency).slice(-1),
        },
      }),
      says: { en: [], zh: [NAMES[kind].name, NAMES[kind].address, ...bills.map(({ invoice }) => invoice)] },
      mark: NO_MARK,
    }
  }

/** So many bills are paid with one request at the most. */
const MOST_PAID = 100
const makeRequest = async (office: SampleOffice, ask: Ask) => {
  const { partyId, bills } = await billed(office, { ...ask, size: Math.min(ask.size, MOST_PAID) }, 'factory')
  const paid = bills.map((bill, at) => ({ ...bill, paid: at % 3 === 0 ? bill.amount : bill.amount - 100 }))
  const id = newId()
  await office.run('save-payment-request', {
    ...{ id, partyId, contractId: null, currency: ask.currency, rate: RATES[ask.currency], amount: null, payBy: '2026-03-10' },
    ...{
      purpose: '支付三月份出口紧固件货款及包装费、模具费尾款，合同项下全部增值税专用发票已收讫认证',
      remark: '请于月底前付出',
      ownerId: office.owner.id,
    },
    lines: paid.map(({ item, paid: amount }) => ({ id: newId(), item, amount })),
  })
  return { id, partyId, paid, total: paid.reduce((all, one) => all + one.paid, 0) }
}
const requested = once(makeRequest)
type Paid = Awaited<ReturnType<typeof requested>>
const clearedRows = ({ paid }: Paid, currency: SampleCurrency): Cells[] =>
  paid.map(({ number, amount, paid: now }, at) => ({
    ...{ no: String(at + 1), document: number, total: shown(amount, currency), before: shown(0, currency) },
    ...{ paid: shown(now, currency), left: shown(amount - now, currency) },
  }))
const cleared = (what: Paid, ask: Ask) => ({
  tables: () => ({ lines: { rows: clearedRows(what, ask.currency), sums: [`${ask.currency} ${shown(what.total, ask.currency)}`] } }),
  ...(ask.currency === 'CNY' ? { inWords: { minor: what.total, currency: ask.currency } } : {}),
})
const paymentRequest: Makers['payment-request'] = async (office, ask) => {
  const what = await requested(office, ask)
  if (ask.state === 'void') await office.run('void-payment-request', { id: what.id, revision: 1, reason: '重复申请' })
  return {
    recordId: what.id,
    ...cleared(what, ask),
    says: {
      en: [],
      zh: [
        NAMES.factory.name,
        '支付三月份出口紧固件货款及包装费、模具费尾款，合同项下全部增值税专用发票已收讫认证',
        '1207 0211 0920 0123 456',
      ],
    },
    mark: { good: null, draft: null, void: 'void' },
  }
}
const paymentSlip: Makers['payment-slip'] = async (office, ask) => {
  // One of its own for each: what is paid is not paid again.
  const what = await makeRequest(office, ask)
  const payment = await office.run('register-payment', {
    ...{ id: newId(), bankAccountId: await office.account(ask.currency), paidOn: '2026-03-01', partyId: what.partyId, amount: what.total },
    ...{
      charge: 2500,
      rate: RATES[ask.currency],
      contractId: null,
      remark: '',
      requestId: what.id,
      bankReference: 'ICBC-20260301-0000-1234-5678-90',
    },
    targets: what.paid.map(({ item, paid }) => ({ item, amount: paid })),
  })
  if (ask.state === 'void') await office.run('reverse-payment', { id: payment.id, on: '2026-03-02', reason: '退票' })
  return {
    recordId: payment.id,
    ...cleared(what, ask),
    says: { en: [], zh: [NAMES.factory.name, 'ICBC-20260301-0000-1234-5678-90', '1207 0211 0920 0123 456'] },
    mark: { good: null, draft: null, void: 'void' },
  }
}

const profitEstimate: Makers['profit-estimate'] = async (office, ask) => {
  const { currency, size } = ask
  const [dealId, customerId] = [newId(), office.customer()]
  const contract = anInput('save-sales-contract', {
    ...{ dealId, customerId, contractDate: '2026-03-01', currency, rate: RATES[currency], ownerId: office.owner.id },
    lines: [aLine('save-sales-contract', { description: 'x', quantity: '1', price: '1' })],
  })
  await office.run('save-sales-contract', contract)
  const source = { from: 'last-purchase' as const, number: 'PC2026-0118', route: null, id: null, date: '2026-02-11', rateOn: null }
  const line = { currency, rate: RATES[currency], source }
  const supplierId = await office.factory()
  const input: CommandInput<'save-profit-estimate'> = {
    ...{
      id: newId(),
      dealId,
      estimatedOn: '2026-03-01',
      premiumRate: '0.3',
      remark: '客户年度框架合同首单，运费按上周报价，汇率按当日中间价下浮百分之一估算',
    },
    revenue: numbers(Math.min(size, 100)).map((no) => ({
      ...line,
      id: newId(),
      description: goodsOf(no).nameZh,
      amount: amountOf(no) * 2,
    })),
    purchases: numbers(size).map((no) => ({
      ...{
        ...line,
        id: newId(),
        description: goodsOf(no).description,
        productId: office.product(no),
        supplierId,
        quantity: String(no * 24),
      },
      ...{ unit: 'PCS', price: no % 9 === 4 ? '1234.567891' : '12.5', vatRate: '13', refundRate: '13' },
    })),
    costs: (['freight', 'insurance', 'port-charge'] as const).map((name, at) => ({
      ...line,
      id: newId(),
      description: '',
      line: name,
      amount: amountOf(at + 3),
    })),
  }
  await office.run('save-profit-estimate', input)
  if (ask.state === 'void') await office.run('void-profit-estimate', { id: input.id, revision: 1, reason: '改价' })
  const { calculated, result } = await office.query('profit-estimate', { id: input.id })
  const amounts = new Map(calculated.map(({ id, amount, base, refund }) => [id, { amount, base, refund }]))
  const rowOf = ({ id }: { id: string }) => ({
    amount: `${currency} ${shown(amounts.get(id)!.amount.minor, currency)}`,
    base: shown(amounts.get(id)!.base.minor, 'CNY'),
  })
  const { totals, profit } = result
  const base = (minor: number) => `CNY ${shown(minor, 'CNY')}`
  return {
    recordId: input.id,
    tables: () => ({
      revenue: { rows: input.revenue.map(rowOf), sums: [base(totals.revenue.minor)] },
      purchases: {
        rows: input.purchases.map((one, at) => ({
          ...rowOf(one),
          description: `${goodsOf(at + 1).code} ${one.description}`,
          refund: shown(amounts.get(one.id)!.refund.minor, 'CNY'),
        })),
        sums: [base(totals.purchases.minor), base(totals.refund.minor)],
      },
      costs: { rows: input.costs.map(rowOf), sums: [base(totals.costs.minor)] },
    }),
    says: { en: [], zh: [NAMES.customer.name, base(profit.minor)] },
    mark: { good: 'internal', draft: 'internal', void: 'void' },
  }
}

const approvalSheet: Makers['approval-sheet'] = async (office, ask) => {
  const contract = anInput('save-sales-contract', {
    ...{
      customerId: office.customer(),
      contractDate: '2026-03-01',
      currency: ask.currency,
      rate: RATES[ask.currency],
      ownerId: office.owner.id,
    },
    lines: [aLine('save-sales-contract', { description: 'x', quantity: '1200', price: '98765.43' })],
  })
  await office.run('save-sales-contract', contract)
  const [id, note] = [
    newId(),
    '老客户，按上次价格，客户要求五月底前装运，工厂已确认交期，汇率按合同签订日中间价计算，毛利率略低于公司标准，请予批准为盼。'.repeat(3),
  ]
  await office.run('submit-for-approval', { id, kind: 'sales-contract', documentId: contract.id, revision: 1, note })
  const { revision, contentHash } = await office.query('approval', { id })
  const decision = { id, expect: { revision, contentHash } }
  if (ask.state === 'good') await office.run('approve', { ...decision, note: '同意' })
  if (ask.state === 'void') await office.run('reject', { ...decision, reason: '价格过低' })
  const decided = { good: [{ note: '同意' }], void: [{ note: '价格过低' }], draft: [{ note: '' }] }[ask.state]
  const { total } = await office.query('sales-contract', { id: contract.id })
  return {
    recordId: id,
    tables: () => ({ approval: { rows: [{ note }, ...decided], sums: [] } }),
    says: { en: [], zh: [NAMES.customer.name, contentHash, `${ask.currency} ${shown(total.minor, ask.currency)}`] },
    mark: { good: 'internal', draft: 'internal', void: 'void' },
  }
}

const freightInquiry: Makers['freight-inquiry'] = async (office, ask) => {
  const forwarderId = await office.forwarder()
  const input = anInput('save-freight-inquiry', {
    ...{
      portOfLoading: 'Ningbo-Zhoushan Port, Beilun International Container Terminal, Zhejiang, China',
      portOfDischarge: 'Hamburg, Germany',
    },
    ...{ cargoLoad: 'containers', containers: ['20GP', '40GP', '40HQ', '45HQ'].map((type, at) => ({ type, count: at + 1 })) },
    ...{
      volume: '1234.567',
      weight: '24680.5',
      cargoReadyOn: '2026-03-20',
      neededBy: '2026-03-10',
      goods: goodsOf(2).nameZh,
      remark: 'CANARY-REMARK',
    },
    ...{ contractIds: [], forwarderIds: [forwarderId], shipmentId: null, ownerId: office.owner.id },
  })
  const { revision } = await office.run('save-freight-inquiry', input)
  if (ask.state === 'void') await office.run('void-freight-inquiry', { id: input.id, revision, reason: '取消' })
  return {
    recordId: input.id,
    tables: () => ({}),
    says: { en: [], zh: [input.portOfLoading, '4 x 45HQ', '1,234.567 m³', '24,680.50 kg', goodsOf(2).nameZh] },
    mark: { good: null, draft: null, void: 'void' },
  }
}

export const moneySamples = {
  'customer-statement': customerStatement,
  'factory-statement': vendorStatement('factory'),
  'expense-statement': vendorStatement('forwarder'),
  'payment-request': paymentRequest,
  'payment-slip': paymentSlip,
  'receipt-slip': receiptSlip,
  'profit-estimate': profitEstimate,
  'approval-sheet': approvalSheet,
  'freight-inquiry': freightInquiry,
} satisfies Partial<Record<PaperKind, unknown>>
