// Freight inquiries of the demonstration, at every state: chosen of three quotes, waiting for answers, one declined and one run out, loose cargo just begun.
import type { CommandInput } from '../../preload/contract/commands.ts'
import { addDays } from '../../preload/contract/vocabulary/dates.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import type { Carried } from './recent-deals.ts'
import type { World } from './world.ts'
import { customers, products } from './trade-data.ts'

type Quoting = {
  forwarder: number
  /** Whole dollars per 40HQ. */
  ocean: number
  carrier?: number
  transit: number
  /** Days from today. */
  validTo: number
}
type Case = {
  of: Carried
  asked: readonly number[]
  quotes: readonly Quoting[]
  declined?: { forwarder: number; reason: string }
  /** Place among the quotes, and why. */
  choice?: { at: number; reason: string }
  neededBy: number
}
/** Places among the logistics partners. */
const FORWARDERS = [0, 1, 2, 8] as const
const COSCO = 4
const MAERSK = 9

const line = (part: Pick<CommandInput<'register-freight-quote'>['lines'][number], 'kind' | 'name' | 'basis' | 'currency' | 'amount'>) => ({
  id: newId(),
  containerType: '',
  ...part,
})
const goodsOf = ({ plan }: Carried): string => plan.goods.map(([product]) => products[product]![2]).join('、')
/** Ocean freight with a bunker surcharge, and the usual charges of the port in yuan. */
const linesOf = ({ ocean, forwarder }: Quoting) => [
  line({ kind: 'ocean', name: '', basis: 'container', currency: 'USD', amount: ocean * 100 }),
  line({ kind: 'surcharge', name: '舱单费', basis: 'bill', currency: 'USD', amount: 3_500 }),
  line({ kind: 'local', name: 'THC', basis: 'container', currency: 'CNY', amount: 115_000 }),
  line({ kind: 'local', name: '文件费', basis: 'bill', currency: 'CNY', amount: 45_000 + forwarder * 500 }),
]

const inquire = async (w: World, c: Case): Promise<void> => {
  const { send, trade, today } = w
  const [, , , , , port, , , , , owner] = customers[c.of.plan.customer]!
  const id = newId()
  let { revision } = await send('save-freight-inquiry', {
    id,
    transportMode: 'sea',
    portOfLoading: 'Ningbo',
    portOfDischarge: port,
    cargoLoad: 'containers',
    containers: [{ type: '40HQ', count: 1 }],
    volume: null,
    weight: null,
    cargoReadyOn: addDays(today, 6),
    neededBy: addDays(today, c.neededBy),
    goods: goodsOf(c.of),
    remark: '',
    shipmentId: c.of.shipmentId,
    contractIds: [c.of.contract.id],
    forwarderIds: c.asked.map((n) => trade.logistics[FORWARDERS[n]!]!),
    ownerId: w.people.byUser.get(owner)!,
  })
  const quoteIds: string[] = []
  for (const q of c.quotes) {
    quoteIds.push(newId())
    ;({ revision } = await send('register-freight-quote', {
      ...{ id: quoteIds.at(-1)!, inquiryId: id, revision, forwarderId: trade.logistics[FORWARDERS[q.forwarder]!]!, lines: linesOf(q) },
      ...{ validFrom: null, validTo: addDays(today, q.validTo), transitDays: q.transit, carrierId: trade.logistics[q.carrier ?? COSCO]! },
      ...{ freeDays: 14, remark: '' },
    }))
  }
  if (c.declined) {
    const forwarderId = trade.logistics[FORWARDERS[c.declined.forwarder]!]!
    ;({ revision } = await send('record-freight-decline', { id, revision, forwarderId, reason: c.declined.reason }))
  }
  if (c.choice) await send('choose-freight-quote', { id, revision, quoteId: quoteIds[c.choice.at]!, reason: c.choice.reason })
}

/** Loose cargo of which nobody has been asked yet. */
const justBegun = async (w: World, of: Carried): Promise<void> => {
  const [, , , , , port, , , , , owner] = customers[of.plan.customer]!
  await w.send('save-freight-inquiry', {
    ...{
      id: newId(),
      transportMode: 'sea',
      portOfLoading: 'Ningbo',
      portOfDischarge: port,
      cargoLoad: 'lcl',
      containers: [],
      volume: '8.4',
      weight: '2150',
    },
    ...{
      cargoReadyOn: addDays(w.today, 30),
      neededBy: null,
      goods: goodsOf(of),
      remark: '',
      shipmentId: null,
      contractIds: [of.contract.id],
    },
    ...{ forwarderIds: [], ownerId: w.people.byUser.get(owner)! },
  })
}

/** Inquiries for what is about to be shipped: the two shipments that wait to leave, and three contracts without one. */
export const freightInquiries = async (w: World, carried: readonly Carried[]): Promise<void> => {
  const waiting = carried.filter((c) => c.shipmentId !== null && c.plan.dispatched === undefined)
  const signed = carried.filter((c) => c.shipmentId === null && c.plan.signed !== undefined)
  const cases: Case[] = [
    {
      of: waiting[0]!,
      asked: [0, 1, 2],
      quotes: [
        { forwarder: 0, ocean: 2_350, transit: 34, validTo: 9 },
        { forwarder: 1, ocean: 2_280, transit: 36, validTo: 9 },
        { forwarder: 2, ocean: 2_460, carrier: MAERSK, transit: 30, validTo: 6 },
      ],
      choice: { at: 1, reason: '' },
      neededBy: -6,
    },
    {
      of: waiting[1]!,
      asked: [0, 1, 2, 3],
      quotes: [
        { forwarder: 0, ocean: 260, transit: 5, validTo: 12 },
        { forwarder: 1, ocean: 220, transit: 6, validTo: 12 },
        { forwarder: 3, ocean: 310, carrier: MAERSK, transit: 3, validTo: 2 },
        { forwarder: 0, ocean: 240, transit: 5, validTo: 12 },
      ],
      declined: { forwarder: 2, reason: '本周无舱位' },
      choice: { at: 2, reason: '船期最短，客户急等货' },
      neededBy: -2,
    },
    {
      of: signed[0]!,
      asked: [0, 1, 3],
      quotes: [
        { forwarder: 0, ocean: 1_980, transit: 24, validTo: 11 },
        { forwarder: 1, ocean: 2_040, carrier: MAERSK, transit: 21, validTo: 8 },
      ],
      neededBy: 1,
    },
    {
      of: signed[1]!,
      asked: [0, 1, 2],
      quotes: [
        { forwarder: 0, ocean: 2_610, transit: 35, validTo: 7 },
        { forwarder: 1, ocean: 2_390, transit: 37, validTo: -1 },
      ],
      declined: { forwarder: 2, reason: '不做此航线' },
      neededBy: -1,
    },
  ]
  for (const one of cases) await inquire(w, one)
  await justBegun(w, signed[2]!)
}
