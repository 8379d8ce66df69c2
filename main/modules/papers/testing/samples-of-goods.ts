// Samples of the papers of goods: quotation, contracts, shipments and what goes with them, made by the commands of their screens.
import type { CommandInput } from '../../../../preload/contract/commands.ts'
import type { PaperKind } from '../../../../preload/contract/papers.ts'
import type { PaperLanguage } from '../../../../preload/contract/vocabulary/paper-layout.ts'
import { newId } from '../../../../preload/contract/vocabulary/ids.ts'
import type { PaymentTerm } from '../../../../preload/contract/vocabulary/payment-term.ts'
import { aLine, anInput } from '../../../testing/fixtures.ts'
import { aDeclaration } from '../../customs/testing/declaration.ts'
import { aCertificate } from '../../customs/testing/origin.ts'
import { packageRow } from '../../shipments/testing/packed.ts'
import { goodsOf, NAMES, RATES, shown, shownQuantity, type SampleCurrency, type SampleOffice } from './sample-office.ts'
import { once, type Ask, type Cells, type Makers, type Sample } from './sample.ts'

const TERM: PaymentTerm = [
  { share: '30', event: 'on-signing', days: 0 },
  { share: '33.3333', event: 'documents-against-acceptance', days: 60 },
  { share: '36.6667', event: 'after-bill-of-lading', days: 90 },
]
const CLAUSES = [
  'QUALITY: goods are inspected by the seller before shipment; the certificate issued by the manufacturer is final unless the buyer claims within 30 days after arrival at the port of destination.',
  '包装：每二十四支一内盒，十内盒一外箱，五层双瓦楞出口纸箱，外箱两侧刷唛，箱底加垫防潮板，托盘须经熏蒸并有 IPPC 标识。',
  'Force majeure.',
].join('\n')

/** Figures as wide and as fine as they may come, among plain ones. */
const figuresOf = (no: number, currency: SampleCurrency) => {
  const price = currency === 'JPY' ? '12.5' : '0.335'
  if (no % 50 === 3) return { quantity: '120000.1255', price: currency === 'JPY' ? '98765.5' : '8765.432109', unit: 'PCS', discount: '0' }
  if (no % 50 === 4) return { quantity: '30', price: '0', unit: 'SET', discount: '0' }
  return { quantity: String(no * 24), price, unit: no % 4 === 0 ? 'SET' : 'PCS', discount: no % 6 === 5 ? '12.75' : '0' }
}
const numbers = (size: number): number[] => Array.from({ length: size }, (_, at) => at + 1)
const saleLines = (office: SampleOffice, { currency, size }: Ask) =>
  numbers(size).map((no) =>
    aLine('save-sales-contract', { productId: office.product(no), description: goodsOf(no).description, ...figuresOf(no, currency) }),
  )

/** What goods are called on a paper, by its language. */
const called = (no: number, language: PaperLanguage): string => {
  const { description, nameZh } = goodsOf(no)
  if (language === 'en') return description
  if (language === 'zh') return nameZh || description
  return [description, nameZh].filter((text) => text !== '').join('\n')
}
const FREE = { en: 'FREE OF CHARGE', zh: '免费', 'en-zh': 'FREE OF CHARGE\n免费' }
type Line = { quantity: string; unit: string; price: string; amount: { minor: number } }
const pricedRows = (lines: readonly Line[], { currency }: Ask, language: PaperLanguage): Cells[] =>
  lines.map(({ quantity, unit, price, amount }, at) => {
    const isFree = Number(price) === 0
    return {
      ...{ no: String(at + 1), item: goodsOf(at + 1).code, description: called(at + 1, language), quantity: shownQuantity(quantity), unit },
      price: isFree ? FREE[language] : priceShown(price, currency),
      amount: isFree ? FREE[language] : shown(amount.minor, currency),
    }
  })
/** As typed, with at least the minor units. */
const priceShown = (price: string, currency: SampleCurrency): string => {
  const least = shown(0, currency).split('.')[1]?.length ?? 0
  const typed = price.split('.')[1]?.length ?? 0
  return Number(price).toLocaleString('en-US', { minimumFractionDigits: Math.max(least, typed), maximumFractionDigits: 6 })
}

const terms = {
  ...({ incoterm: 'CIF', incotermPlace: 'Hamburg', transportMode: 'sea' } as const),
  ...{
    portOfLoading: 'Ningbo-Zhoushan Port, Beilun International Container Terminal, Zhejiang, China',
    portOfDischarge: 'Hamburg, Germany',
  },
}
const sold = async (office: SampleOffice, ask: Ask) => {
  const customerId = office.customer()
  const bankAccountId = await office.account(ask.currency)
  const input = anInput('save-sales-contract', {
    ...{ customerId, buyerOrderNumber: 'PO-2026-000118/HANSEATISCHE-REV.B', contractDate: '2026-03-01', bankAccountId, ...terms },
    ...{ currency: ask.currency, rate: RATES[ask.currency], paymentTerm: TERM, latestShipment: '2026-05-31', moreOrLess: '5' },
    ...{ consignee: NAMES.customer.consignee, notifyParty: NAMES.customer.notifyParty, marks: NAMES.customer.marks, clauses: CLAUSES },
    ...{ remark: 'CANARY-REMARK', ownerId: office.owner.id, lines: saleLines(office, ask) },
  })
  await office.run('save-sales-contract', input)
  if (ask.state !== 'draft') await office.run('sign-sales-contract', { id: input.id, revision: 1, signedOn: '2026-03-01' })
  if (ask.state === 'void') await office.run('void-sales-contract', { id: input.id, revision: 2, reason: '客户取消订单' })
  return input
}
const sale = once(sold)

const AROUND = [NAMES.company.nameEn, NAMES.customer.name]
const ofSale = async (office: SampleOffice, ask: Ask): Promise<Sample> => {
  const { id } = await sale(office, ask)
  const contract = await office.query('sales-contract', { id })
  return {
    recordId: id,
    tables: (language) => ({
      lines: {
        rows: pricedRows(contract.lines, ask, language),
        sums: [shown(contract.total.minor, ask.currency)],
      },
    }),
    inWords: contract.total,
    says: {
      en: [...AROUND, NAMES.customer.consignee, NAMES.bank, 'PO-2026-000118/HANSEATISCHE-REV.B'],
      zh: [NAMES.company.name, NAMES.customer.nameZh],
    },
    mark: { good: null, draft: 'draft', void: 'void' },
  }
}

const amendedSale: Makers['sales-amendment'] = async (office, ask) => {
  const input = await sold(office, { ...ask, state: 'good' })
  const id = newId()
  await office.run('begin-amendment', { id, kind: 'sales-contract', contractId: input.id, revision: 2, reason: '客户追加数量，交期顺延' })
  const {
    number: _n,
    id: _i,
    revision: _r,
    dealId: _d,
    customerId: _c,
    contractDate: _cd,
    ownerId: _o,
    ...said
  } = { revision: 0, ...input }
  const lines = input.lines.map((line) => ({ ...line, quantity: String(Number(line.quantity) + 24) }))
  const change = {
    ...said,
    id,
    revision: 1,
    reason: '客户追加数量，交期顺延',
    confirmation: 'mail of 3 March',
    latestShipment: '2026-06-30',
    lines,
  }
  const { revision } = await office.run('save-sales-amendment', change)
  if (ask.state === 'good') await office.run('put-amendment-into-force', { id, revision, on: '2026-03-02' })
  const [before, after] = [1, 2].map((version) => office.query('sales-contract', { id: input.id, version }))
  const [was, now] = [(await before!).total.minor, (await after!).total.minor]
  return {
    recordId: input.id,
    tables: (language) => ({
      changes: {
        rows: [
          { was: { en: '31 MAY 2026', zh: '2026年5月31日', 'en-zh': '2026-05-31' }[language] },
          ...input.lines.map(({ quantity }, at) => ({ was: shownQuantity(quantity), becomes: shownQuantity(lines[at]!.quantity) })),
        ],
        sums: [],
        within: true,
      },
    }),
    says: {
      en: [...AROUND, ...[was, now, now - was].map((minor) => `${ask.currency} ${shown(minor, ask.currency)}`), 'mail of 3 March'],
      zh: [],
    },
    mark: { good: null, draft: 'draft', void: 'draft' },
  }
}

const quoted: Makers['quotation'] = async (office, ask) => {
  const input = anInput('save-quotation', {
    ...{
      customerId: office.customer(),
      inquiryNumber: 'ANFRAGE-2026/03/HH-000118-B',
      quotedOn: '2026-03-01',
      validUntil: '2026-03-31',
      ...terms,
    },
    ...{
      currency: ask.currency,
      rate: RATES[ask.currency],
      paymentTerm: TERM,
      delivery: '45 days after the deposit has arrived and samples are approved',
    },
    ...{ clauses: CLAUSES, remark: 'CANARY-REMARK', ownerId: office.owner.id },
    lines: saleLines(office, ask).map((line) => ({ ...line, minimumQuantity: '12500.5', minimumUnit: 'CTN' })),
  })
  await office.run('save-quotation', input)
  if (ask.state !== 'draft') await office.run('send-quotation', { id: input.id, revision: 1, sentOn: '2026-03-02' })
  if (ask.state === 'void')
    await office.run('revise-quotation', {
      id: newId(),
      from: { id: input.id, revision: 2 },
      quotedOn: '2026-03-02',
      validUntil: '2026-04-30',
    })
  const quotation = await office.query('quotation', { id: input.id })
  return {
    recordId: input.id,
    tables: (language) => ({
      lines: { rows: pricedRows(quotation.lines, ask, language), sums: [shown(quotation.total.minor, ask.currency)] },
    }),
    says: { en: [...AROUND, 'ANFRAGE-2026/03/HH-000118-B'], zh: [NAMES.company.name, NAMES.customer.nameZh] },
    mark: { good: null, draft: 'draft', void: 'superseded' },
  }
}

const bought = async (office: SampleOffice, ask: Ask) => {
  const supplierId = await office.factory()
  const input = anInput('save-purchase-contract', {
    ...{ supplierId, contractDate: '2026-03-01', currency: ask.currency, rate: RATES[ask.currency], deliveryDate: '2026-05-15' },
    ...{ paymentTerm: [TERM[0]!, { share: '70', event: 'end-of-next-month', days: 15 }], clauses: CLAUSES, ownerId: office.owner.id },
    lines: numbers(ask.size).map((no) =>
      aLine('save-purchase-contract', {
        ...{ productId: office.product(no), description: goodsOf(no).description, vatRate: '13', refundRate: '13' },
        ...(({ quantity, price, unit }) => ({ quantity, price, unit }))(figuresOf(no, ask.currency)),
      }),
    ),
  })
  await office.run('save-purchase-contract', input)
  if (ask.state !== 'draft') await office.run('sign-purchase-contract', { id: input.id, revision: 1, signedOn: '2026-03-01' })
  if (ask.state === 'void') await office.run('void-purchase-contract', { id: input.id, revision: 2, reason: '工厂停产' })
  return input
}
const purchase: Makers['purchase-contract'] = async (office, ask) => {
  const { id } = await bought(office, ask)
  const contract = await office.query('purchase-contract', { id })
  return {
    recordId: id,
    tables: () => ({
      lines: {
        rows: contract.lines.map(({ quantity, unit, price, amount }, at) => {
          const { code, nameZh, description } = goodsOf(at + 1)
          return {
            ...{
              no: String(at + 1),
              item: code,
              unit,
              quantity: shownQuantity(quantity),
              price: priceShown(price!, ask.currency),
              vatRate: '13%',
            },
            description: nameZh === '' ? description : `${nameZh}\n316L，M12×120`,
            amount: shown(amount!.minor, ask.currency),
          }
        }),
        sums: [shown(contract.total!.minor, ask.currency)],
      },
    }),
    inWords: contract.total!,
    says: { en: [], zh: [NAMES.company.name, NAMES.factory.name, NAMES.factory.address] },
    mark: { good: null, draft: 'draft', void: 'void' },
  }
}
const amendedPurchase: Makers['purchase-amendment'] = async (office, ask) => {
  const input = await bought(office, { ...ask, state: 'good' })
  const id = newId()
  await office.run('begin-amendment', { id, kind: 'purchase-contract', contractId: input.id, revision: 2, reason: '客户追加数量' })
  const { id: _i, supplierId: _s, contractDate: _c, ownerId: _o, revision: _r, ...said } = { revision: 0, ...input }
  const lines = input.lines.map((line) => ({ ...line, quantity: String(Number(line.quantity) + 24) }))
  const { revision } = await office.run('save-purchase-amendment', {
    ...said,
    id,
    revision: 1,
    reason: '客户追加数量',
    confirmation: '微信确认',
    lines,
  })
  if (ask.state === 'good') await office.run('put-amendment-into-force', { id, revision, on: '2026-03-02' })
  const [was, now] = await Promise.all([1, 2].map((version) => office.query('purchase-contract', { id: input.id, version })))
  return {
    recordId: input.id,
    tables: () => ({
      changes: {
        rows: input.lines.map(({ quantity }, at) => ({ was: shownQuantity(quantity), becomes: shownQuantity(lines[at]!.quantity) })),
        sums: [],
        within: true,
      },
    }),
    says: {
      en: [],
      zh: [NAMES.factory.name, '微信确认', ...[was!, now!].map(({ total }) => `${ask.currency} ${shown(total!.minor, ask.currency)}`)],
    },
    mark: { good: null, draft: 'draft', void: 'draft' },
  }
}

const CONTAINERS = ['CSQU3054383', 'TOLU4734787'] as const
const ship = async (office: SampleOffice, ask: Ask) => {
  const { customerId, lines: soldLines } = await sold(office, { ...ask, state: 'good' })
  const lines = soldLines.map((line) => ({ id: newId(), salesLineId: line.id, quantity: line.quantity }))
  const input: CommandInput<'save-shipment'> = anInput('save-shipment', {
    ...{ customerId, currency: ask.currency, ownerId: office.owner.id, forwarderId: await office.forwarder(), lines, transportMode: 'sea' },
    ...{ vessel: 'COSCO SHIPPING UNIVERSE CONSTELLATION', voyage: '021W-2026-EUROPE', bookingNumber: 'COSU-BKG-63123456780-NB' },
    ...{ billOfLadingNumber: 'COSU6312345678', invoiceNumber: `CI-2026-${newId().slice(-8)}`, remark: 'CANARY-REMARK' },
    ...{ portOfLoading: terms.portOfLoading, portOfDischarge: terms.portOfDischarge, etd: '2026-03-02', eta: '2026-04-14' },
    ...{ placeOfReceipt: 'Taizhou Huangyan CFS', placeOfDelivery: 'Hamburg Billbrook, warehouse of the buyer', premiumRate: '0.3' },
    ...{ billKind: 'original', billWording: CLAUSES, siCutoff: '2026-02-26T12:00', vgmCutoff: '2026-02-27T12:00' },
    containers: CONTAINERS.map((number, at) => ({ type: '40HQ', number, seal: `SL-77812345${at}`, vgm: '24680.5' })),
    packages: lines.map(({ id: lineId, quantity }, at) =>
      packageRow(lineId, quantity, Math.ceil(Number(quantity) / 24), {
        ...{ piecesPerCarton: '24', grossWeight: '12.5', netWeight: '11.2', cartonLength: '52', cartonWidth: '38', cartonHeight: '41' },
        container: CONTAINERS[at % CONTAINERS.length]!,
      }),
    ),
  })
  const { revision } = await office.run('save-shipment', input)
  const at = { id: input.id }
  if (ask.state === 'void') {
    const booked = await office.run('book-shipment', { ...at, revision, bookingNumber: input.bookingNumber })
    await office.run('discard-shipment', { ...at, revision: booked.revision })
  }
  if (ask.state === 'good') {
    const left = await office.run('dispatch-shipment', { ...at, revision, dispatchedOn: '2026-03-02', rate: RATES[ask.currency] })
    await office.run('record-shipment-step', { ...at, revision: left.revision, step: 'on-board', on: '2026-03-02' })
  }
  return input
}
const shipped = once(ship)
/** For a paper beside the shipment's own: one of its own that is dropped later, where it is to be void. */
const besideOf = async (office: SampleOffice, ask: Ask) =>
  office.query('shipment', { id: (await (ask.state === 'void' ? ship(office, { ...ask, state: 'draft' }) : shipped(office, ask))).id })
const drop = async (office: SampleOffice, { id, revision }: { id: string; revision: number }) => {
  const booked = await office.run('book-shipment', { id, revision, bookingNumber: 'B-1' })
  await office.run('discard-shipment', { id, revision: booked.revision })
}
const viewOf = async (office: SampleOffice, ask: Ask) => office.query('shipment', { id: (await shipped(office, ask)).id })
const WHEN_LEFT = { good: null, draft: 'draft', void: 'void' } as const
const FROM_ORDER = { good: null, draft: null, void: 'void' } as const
const VESSEL = 'COSCO SHIPPING UNIVERSE CONSTELLATION / 021W-2026-EUROPE'

const invoice: Makers['commercial-invoice'] = async (office, ask) => {
  const shipment = await viewOf(office, ask)
  return {
    recordId: shipment.id,
    tables: (language) => ({
      lines: { rows: pricedRows(shipment.lines, ask, language), sums: [shown(shipment.total.minor, ask.currency)] },
    }),
    inWords: shipment.total,
    says: { en: [...AROUND, VESSEL, NAMES.customer.marks, 'COSU6312345678', ...CONTAINERS], zh: [NAMES.customer.nameZh] },
    mark: WHEN_LEFT,
  }
}
const packingList: Makers['packing-list'] = async (office, ask) => {
  const shipment = await viewOf(office, ask)
  let carton = 0
  const cartons = shipment.lines.map(({ quantity }) => Math.ceil(Number(quantity) / 24))
  const ranges = cartons.map((count) => {
    const from = carton + 1
    carton += count
    return count === 1 ? String(from) : `${from}–${carton}`
  })
  return {
    recordId: shipment.id,
    tables: (language) => ({
      lines: {
        rows: shipment.lines.map(({ quantity, unit }, at) => ({
          ...{ numbers: ranges[at]!, item: goodsOf(at + 1).code, description: called(at + 1, language) },
          ...{ quantity: shownQuantity(quantity), unit, cartons: cartons[at]!.toLocaleString('en-US') },
        })),
        sums: [carton.toLocaleString('en-US')],
      },
    }),
    says: {
      en: [...AROUND, VESSEL, `(${carton}) CARTON${carton === 1 ? '' : 'S'} ONLY`, NAMES.customer.marks],
      zh: [NAMES.customer.nameZh],
    },
    mark: WHEN_LEFT,
  }
}
const goodsNamed = (size: number): string[] => numbers(size).map((no) => goodsOf(no).description)
const ofForwarder =
  (more: string[]) =>
  async (office: SampleOffice, ask: Ask): Promise<Sample> => {
    const shipment = await viewOf(office, ask)
    return {
      recordId: shipment.id,
      tables: () => ({ lines: { rows: [{ description: goodsNamed(ask.size).join('\n') }], sums: [] } }),
      says: { en: [NAMES.company.nameEn, NAMES.customer.consignee, VESSEL, NAMES.customer.marks, ...CLAUSES.split('\n'), ...more], zh: [] },
      mark: FROM_ORDER,
    }
  }
const insurance: Makers['insurance-application'] = async (office, ask) => {
  const shipment = await viewOf(office, ask)
  const sum = `${ask.currency} ${shown(shipment.insured!.sum.minor, ask.currency)}`
  return {
    recordId: shipment.id,
    tables: () => ({ lines: { rows: [{ description: goodsNamed(ask.size).join('\n'), amount: sum }], sums: [] } }),
    inWords: shipment.insured!.sum,
    says: {
      en: [NAMES.company.nameEn, `${ask.currency} ${shown(shipment.total.minor, ask.currency)}`, sum, VESSEL],
      zh: [NAMES.company.name],
    },
    mark: FROM_ORDER,
  }
}
const advice: Makers['shipping-advice'] = async (office, ask) => {
  const shipment = await viewOf(office, ask)
  const goods = shipment.lines.map(({ quantity, unit, description }) => `${shownQuantity(quantity)} ${unit} ${description}`)
  return { recordId: shipment.id, tables: () => ({}), says: { en: [...AROUND, VESSEL, ...goods], zh: [] }, mark: WHEN_LEFT }
}
const draftBill: Makers['bill-of-exchange'] = async (office, ask) => {
  const shipment = await viewOf(office, ask)
  // What falls due after the bill of lading is on open account and is not drawn.
  const later = shipment.receivables.filter(({ instalment }) => instalment === 3).reduce((all, { amount }) => all + amount.minor, 0)
  const drawn = { minor: Math.max(0, shipment.balance.minor - later), currency: ask.currency }
  return {
    recordId: shipment.id,
    tables: () => ({}),
    ...(ask.state === 'good' ? { inWords: drawn } : {}),
    says: { en: [...AROUND, ...(ask.state === 'good' ? [`${ask.currency} ${shown(drawn.minor, ask.currency)}`] : [])], zh: [] },
    mark: WHEN_LEFT,
  }
}
const declaration: Makers['customs-declaration'] = async (office, ask) => {
  const shipment = await besideOf(office, ask)
  const values = shipment.lines.filter(({ price }) => Number(price) === 0).map(({ id }) => ({ id: newId(), lineId: id, price: '1.2' }))
  const input = aDeclaration({ shipmentId: shipment.id, customsValues: values, remark: NAMES.customer.name })
  await office.run('save-customs-declaration', input)
  if (ask.state === 'void') await drop(office, shipment)
  const declared = shipment.lines.map(({ amount, quantity }) => (amount.minor === 0 ? null : { amount, quantity }))
  return {
    recordId: input.id,
    tables: () => ({
      lines: {
        rows: declared.map((line, at) => ({
          ...{ no: String(at + 1), code: '7318151090', currency: ask.currency },
          ...(line ? { total: shown(line.amount.minor, ask.currency) } : {}),
        })),
        sums: [],
      },
    }),
    says: { en: [], zh: [NAMES.company.name, ...numbers(ask.size).map((no) => goodsOf(no).nameZh)] },
    mark: FROM_ORDER,
  }
}
const FORMS = { USD: 'co', EUR: 'co', JPY: 'rcep', KWD: 'form-a', CNY: 'rcep' } as const
const certificate: Makers['certificate-of-origin'] = async (office, ask) => {
  const shipment = await besideOf(office, ask)
  const originForm = FORMS[ask.currency]
  const goods = shipment.lines.map(({ id, amount }) => ({
    ...{ id: newId(), lineId: id, criterion: originForm === 'co' ? '' : originForm === 'rcep' ? 'RVC' : 'W' },
    fobValue: originForm === 'rcep' ? Math.max(1, amount.minor) : null,
  }))
  const input = aCertificate({
    shipmentId: shipment.id,
    originForm,
    destinationCountry: originForm === 'rcep' ? 'JPN' : 'DEU',
    goods,
    via: NAMES.customer.name,
  })
  await office.run('save-origin-certificate', input)
  if (ask.state === 'void') await drop(office, shipment)
  return {
    recordId: input.id,
    tables: () => ({
      lines: {
        rows: shipment.lines.map(({ quantity, unit, description }) => ({
          goods: description.toUpperCase(),
          quantity: `${shownQuantity(quantity)} ${unit}`,
        })),
        sums: [],
        within: true,
      },
    }),
    says: { en: [NAMES.company.nameEn, NAMES.customer.name], zh: [] },
    mark: FROM_ORDER,
  }
}

export const goodsSamples = {
  quotation: quoted,
  'sales-contract': ofSale,
  'proforma-invoice': ofSale,
  'sales-amendment': amendedSale,
  'purchase-contract': purchase,
  'purchase-amendment': amendedPurchase,
  'commercial-invoice': invoice,
  'packing-list': packingList,
  'booking-note': ofForwarder([]),
  'shipping-instruction': ofForwarder([...CONTAINERS]),
  'insurance-application': insurance,
  'shipping-advice': advice,
  'bill-of-exchange': draftBill,
  'customs-declaration': declaration,
  'certificate-of-origin': certificate,
} satisfies Partial<Record<PaperKind, unknown>>
