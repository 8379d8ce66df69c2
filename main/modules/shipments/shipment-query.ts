// One shipment as its page shows it: fields, lines, and after dispatch its receivables with what is still open.
import { withoutFoldedKeys } from '../../../db/folded-texts.ts'
import type { ReadableDb } from '../../../db/open.ts'
import type { ShipmentFields } from '../../../preload/contract/modules/shipments/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { scaledText } from '../../../preload/contract/vocabulary/decimal.ts'
import type { Incoterm } from '../../../preload/contract/vocabulary/incoterm.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import { splitByTerm, type PaymentTerm } from '../../../preload/contract/vocabulary/payment-term.ts'
import type { QueryHandler } from '../../queries/define-query.ts'
import { cargoOf } from './cargo.ts'
import { depositOf } from './deposits.ts'
import { isInsuredBySeller, leastInsured, premiumOf, sumInsured } from './insurance.ts'
import { packingOf } from './packing/packing-of.ts'
import { storedBill, storedPackages, storedPallets } from './packing/stored.ts'
import type { ShipmentRow } from './save-shipment.ts'
import { nameIn } from '../../../db/names-in-language.ts'

type Output = QueryOutput<'shipment'>

/** Containers that an earlier program stored know no VGM. */
type StoredContainer = Omit<Output['containers'][number], 'vgm'> & { vgm?: string | null }
const containersOf = ({ containers }: Pick<ShipmentRow, 'containers'>): Output['containers'] =>
  (JSON.parse(containers) as StoredContainer[]).map((container) => ({ ...container, vgm: container.vgm ?? null }))

/** H59. Where we insure: what for, and what it costs. */
const insuredOf = (row: ShipmentRow, lines: Awaited<ReturnType<typeof linesOf>>): Output['insured'] => {
  if (!lines.some(({ incoterm }) => isInsuredBySeller(incoterm))) return null
  const sum = sumInsured(row.total, row.insuranceMarkup, row.currency, row.insuredWhole === 1)
  return {
    sum: money(sum, row.currency),
    least: money(leastInsured(row.total, row.currency), row.currency),
    premium: row.premiumRate === null ? null : money(premiumOf(sum, row.premiumRate), row.currency),
  }
}

const linesOf = async (db: ReadableDb, shipment: ShipmentRow) => {
  const rows = await db
    .selectFrom('shipment_line as l')
    .innerJoin('sales_line as o', 'o.id', 'l.salesLineId')
    .innerJoin('sales_contract as c', 'c.id', 'l.contractId')
    .innerJoin('deal as d', 'd.id', 'l.dealId')
    .leftJoin('product as p', 'p.id', 'l.productId')
    .select([
      'l.id',
      'l.salesLineId',
      'l.quantity',
      'l.productId',
      'l.contractId',
      'l.dealId',
      'l.amount',
      'o.description',
      'o.unit',
      'o.price',
    ])
    .select(['c.number as contractNumber', 'c.paymentTerm', 'c.incoterm', 'd.number as dealNumber', 'p.code as productCode'])
    .where('l.shipmentId', '=', shipment.id)
    .orderBy('l.position')
    .execute()
  return rows.map(({ paymentTerm, productId, incoterm, ...row }) => ({
    incoterm: incoterm as Incoterm | null,
    term: JSON.parse(paymentTerm) as PaymentTerm,
    packed: { productId, quantity: row.quantity },
    minor: row.amount,
    shown: {
      ...row,
      quantity: scaledText(row.quantity, 'quantity'),
      price: scaledText(row.price, 'price'),
      amount: money(row.amount, shipment.currency),
    } satisfies Output['lines'][number],
  }))
}

/** The receivables of the standing dispatch, each with the instalment of its contract's payment term that it is. */
const receivablesOf = async (
  db: ReadableDb,
  shipment: ShipmentRow,
  lines: Awaited<ReturnType<typeof linesOf>>,
): Promise<Output['receivables']> => {
  if (shipment.journalId === null) return []
  const items = await db
    .selectFrom('open_item as i')
    .leftJoin('ledger_key as k', 'k.key', 'i.contract')
    .select(['i.ref', 'i.dueDate', 'i.foreign', 'i.openForeign', 'k.id as contractId'])
    .where('i.documentId', '=', shipment.id)
    .where('i.journalId', '=', shipment.journalId)
    .where('i.account', '=', '1122')
    .orderBy('i.id')
    .execute()
  // An instalment that rounds to nothing has no item, so a contract's items are matched with its instalments that come to something.
  const waiting = new Map<string, number[]>()
  for (const { shown, term } of lines) {
    if (waiting.has(shown.contractId)) continue
    const part = lines.filter((l) => l.shown.contractId === shown.contractId).reduce((sum, l) => sum + l.minor, 0)
    waiting.set(
      shown.contractId,
      splitByTerm(part, term).flatMap((amount, i) => (amount === 0 ? [] : [i + 1])),
    )
  }
  return items.map((i) => ({
    item: i.ref,
    instalment: waiting.get(i.contractId ?? '')?.shift() ?? 1,
    dueDate: i.dueDate,
    amount: money(i.foreign, shipment.currency),
    open: money(i.openForeign, shipment.currency),
  }))
}

/** Refuses `not-found` for a shipment out of scope as for one that does not exist. */
export const shipmentQuery: QueryHandler<'shipment'> = async ({ id }, q) => {
  const row = q.orNotFound(
    await q.db
      .selectFrom('shipment as s')
      .innerJoin('party as p', 'p.id', 's.customerId')
      .innerJoin('user as u', 'u.id', 's.ownerId')
      .leftJoin('party as f', 'f.id', 's.forwarderId')
      .leftJoin('party as c', 'c.id', 's.carrierId')
      .selectAll('s')
      .select([
        'p.name as customerName',
        nameIn(q.viewer.language, 'user', 'u').as('ownerName'),
        'f.name as forwarderName',
        'c.name as carrierName',
      ])
      .where('s.id', '=', id)
      .executeTakeFirst(),
    'shipment',
  )
  q.requireScope('shipment', row)
  const lines = await linesOf(q.db, row)
  const journals = await q.db.selectFrom('journal').select('id').where('documentId', '=', id).orderBy('id').execute()
  const { departmentId: _department, documentsDeliveredOn: _delivered, doneOn: _done, journalId: _journal, ...shown } = row
  const { dispatches: _dispatches, createdAt: _created, ...fields } = withoutFoldedKeys('shipment', shown)
  const packing = { packages: await storedPackages(q.db, id), ...storedPallets(row) }
  const terms = new Map(lines.map(({ shown: line, term }) => [line.contractId, term]))
  const contracts = [...terms].map(([contractId, term]) => ({ id: contractId, term }))
  const deposit = await depositOf(q, { ...row, contracts })
  const packed = await packingOf(q.db, { ...packing, lines: lines.map((l) => l.shown) })
  return {
    ...fields,
    ...packing,
    status: row.status as Output['status'],
    transportMode: row.transportMode as ShipmentFields['transportMode'],
    containers: containersOf(row),
    billKind: row.billKind as Output['billKind'],
    insuranceMarkup: scaledText(row.insuranceMarkup, 'percent'),
    premiumRate: row.premiumRate === null ? null : scaledText(row.premiumRate, 'percent'),
    insuredWhole: row.insuredWhole === 1,
    ...storedBill(row),
    rate: row.rate === null ? null : scaledText(row.rate, 'rate'),
    lines: lines.map((l) => l.shown),
    total: money(row.total, row.currency),
    totalBase: row.totalBase === null ? null : money(row.totalBase, q.company.baseCurrency),
    deposit: money(deposit, row.currency),
    balance: money(row.total - deposit, row.currency),
    insured: insuredOf(row, lines),
    receivables: await receivablesOf(q.db, row, lines),
    journals: journals.map((j) => j.id),
    cargo: await cargoOf(
      q,
      lines.map((l) => l.packed),
      packed.isTyped ? packed.total : undefined,
    ),
  }
}
