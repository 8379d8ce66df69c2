// What the screens of quotations ask for: one quotation with its versions, what it comes to and earns as typed, a price built up, what goods cost lately.
import type { QuotationFields, QuotationStatus } from '../../../preload/contract/modules/quotations/calls.ts'
import type { QueryOutput, QueryParsed } from '../../../preload/contract/queries.ts'
import { Decimal, scaledText, toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import type { PaymentTerm } from '../../../preload/contract/vocabulary/payment-term.ts'
import { perCarton } from '../../../preload/contract/vocabulary/packing.ts'
import { type Warning, warning } from '../../../preload/contract/warnings.ts'
import { defineQueries, type QueryContext } from '../../queries/define-query.ts'
import { calculateContract } from '../contracts/index.ts'
import { rateWarnings, salePriceWarnings } from '../checks/index.ts'
import { earned, isBelowMinimum, packedTogether, packingOf, priceSteps, scaledCost, type ProductPacking } from './rules.ts'
import type { QuotationRow } from './save-quotation.ts'
import { nameIn } from '../../../db/names-in-language.ts'

type Out = QueryOutput<'quotation'>

const linesOf = async (q: QueryContext, row: QuotationRow): Promise<Out['lines']> => {
  const rows = await q.db
    .selectFrom('quotation_line as l')
    .leftJoin('product as g', 'g.id', 'l.productId')
    .leftJoin('quotation_line_cost as k', 'k.id', 'l.id')
    .selectAll('l')
    .select(['g.code as productCode', 'k.cost', 'k.vatRate', 'k.refundRate'])
    .where('l.quotationId', '=', row.id)
    .orderBy('l.position')
    .execute()
  const costed = q.may('cost.view')
  return rows.map((l) => ({
    id: l.id,
    productId: l.productId,
    productCode: l.productCode,
    description: l.description,
    quantity: scaledText(l.quantity, 'quantity'),
    unit: l.unit,
    price: scaledText(l.price, 'price'),
    discount: scaledText(l.discount, 'percent'),
    minimumQuantity: scaledText(l.minimumQuantity, 'quantity'),
    minimumUnit: l.minimumUnit,
    amount: money(l.amount, row.currency),
    ...(costed
      ? {
          cost:
            l.cost === null
              ? null
              : {
                  cost: scaledText(l.cost, 'price'),
                  vatRate: scaledText(l.vatRate ?? 0, 'percent'),
                  refundRate: scaledText(l.refundRate ?? 0, 'percent'),
                },
        }
      : {}),
  }))
}

const versionsOf = async (q: QueryContext, rootId: string): Promise<Out['versions']> => {
  const rows = await q.db.selectFrom('quotation').selectAll().where('rootId', '=', rootId).orderBy('version').execute()
  return rows.map(({ id, number, version, status, quotedOn, total, currency }) => ({
    ...{ id, number, version, status: status as QuotationStatus, quotedOn },
    total: money(total, currency),
  }))
}

const fieldsOf = (r: QuotationRow): Omit<QuotationFields, 'lines' | 'costs'> => ({
  customerId: r.customerId,
  inquiryNumber: r.inquiryNumber,
  quotedOn: r.quotedOn,
  validUntil: r.validUntil,
  currency: r.currency,
  rate: scaledText(r.rate, 'rate'),
  incoterm: r.incoterm as QuotationFields['incoterm'],
  incotermPlace: r.incotermPlace,
  transportMode: r.transportMode as QuotationFields['transportMode'],
  portOfLoading: r.portOfLoading,
  portOfDischarge: r.portOfDischarge,
  paymentTerm: JSON.parse(r.paymentTerm) as PaymentTerm,
  delivery: r.delivery,
  commissionRate: scaledText(r.commissionRate, 'percent'),
  clauses: r.clauses,
  remark: r.remark,
  ownerId: r.ownerId,
})

/** Freight, insurance and domestic costs, for who may see costs. */
const wholeOf = async (q: QueryContext, id: string): Promise<Pick<Out, 'costs'>> => {
  if (!q.may('cost.view')) return {}
  const row = await q.db.selectFrom('quotation_cost').select(['freight', 'insurance', 'domestic']).where('id', '=', id).executeTakeFirst()
  return { costs: row ?? { freight: 0, insurance: 0, domestic: 0 } }
}

const contractOf = async (q: QueryContext, contractId: string | null): Promise<Out['contract']> => {
  if (contractId === null || !q.may('sales-contract.view')) return null
  let query = q.db
    .selectFrom('sales_contract as c')
    .select(['c.id', 'c.number'])
    .where('c.id', '=', contractId)
    .where('c.status', '<>', 'void')
  const mine = q.scope('sales-contract', 'c.ownerId', 'c.departmentId')
  if (mine) query = query.where(mine)
  return (await query.executeTakeFirst()) ?? null
}

const packings = async (
  q: QueryContext,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, ProductPacking & { unit: string }>> => {
  const wanted = [...new Set(ids.flatMap((id) => (id === null ? [] : [id])))]
  if (wanted.length === 0 || !q.may('product.view')) return new Map()
  const rows = await q.db
    .selectFrom('product')
    .select(['id', 'unit', 'piecesPerCarton', 'cartonLength as length', 'cartonWidth as width', 'cartonHeight as height', 'grossWeight'])
    .where('id', 'in', wanted)
    .execute()
  return new Map(rows.map((r) => [r.id, r]))
}

/** Q17. Lines of which less is offered than is sold at once; a free one is free on purpose, as a sample is. */
const minimumWarnings = (lines: QueryParsed<'preview-quotation'>['lines'], products: Awaited<ReturnType<typeof packings>>): Warning[] =>
  lines.flatMap((line) => {
    const minimum = { quantity: line.minimumQuantity, unit: line.minimumUnit || (line.unit ?? '') }
    const offered = { quantity: line.quantity, unit: line.unit ?? '' }
    if (new Decimal(line.price).isZero() || !isBelowMinimum(offered, minimum, products.get(line.productId ?? ''))) return []
    return [warning('below-minimum', `lines.#${line.id}.quantity`, { minimum: minimum.quantity, unit: minimum.unit })]
  })

const preview = async (input: QueryParsed<'preview-quotation'>, q: QueryContext): Promise<QueryOutput<'preview-quotation'>> => {
  const base = q.company.baseCurrency
  const { currency, commissionRate, paymentTerm } = input
  const calculated = calculateContract(input, base)
  const products = await packings(
    q,
    input.lines.map((l) => l.productId),
  )
  const packed = input.lines.map((l, at) => {
    const product = products.get(l.productId ?? '')
    return packingOf(calculated.lines[at]!.quantity, product && { ...product, piecesPerCarton: perCarton(l.unit ?? product.unit, product) })
  })
  const gain = earned(
    calculated.lines.map((l, at) => {
      const typed = input.lines[at]!.cost
      return { ...l, cost: typed ? scaledCost(typed) : null }
    }),
    input.costs ?? { freight: 0, insurance: 0, domestic: 0 },
    { currency, rate: calculated.rate, base, commissionRate: toScaled(commissionRate, 'percent') },
  )
  const secret = (one: { profit: number | null; margin: string | null }) =>
    q.may('profit.view') && q.may('cost.view') ? { profit: one.profit === null ? null : money(one.profit, base), margin: one.margin } : {}
  return {
    lines: calculated.lines.map((l, at) => ({
      id: l.id,
      amount: money(l.amount, currency),
      packing: packed[at]!,
      ...secret(gain.lines[at]!),
    })),
    total: money(calculated.total, currency),
    totalBase: money(calculated.totalBase, base),
    packing: packedTogether(packed),
    ...secret(gain),
    instalments: paymentTerm.map((i, at) => ({ ...i, amount: money(calculated.instalments[at]!, currency) })),
    warnings: [
      ...(input.quotedOn === undefined ? [] : await rateWarnings(q, { ...input, on: input.quotedOn })),
      ...(await salePriceWarnings(q, input)),
      ...minimumWarnings(input.lines, products),
    ],
  }
}

export const quotationsQueries = defineQueries({
  quotation: async ({ id }, q) => {
    const row = q.orNotFound(
      await q.db
        .selectFrom('quotation as o')
        .innerJoin('party as p', 'p.id', 'o.customerId')
        .innerJoin('user as u', 'u.id', 'o.ownerId')
        .selectAll('o')
        .select(['p.name as customerName', nameIn(q.viewer.language, 'user', 'u').as('ownerName')])
        .where('o.id', '=', id)
        .executeTakeFirst(),
      'quotation',
    )
    q.requireScope('quotation', row)
    return {
      ...fieldsOf(row),
      ...(await wholeOf(q, id)),
      id: row.id,
      number: row.number,
      version: row.version,
      revision: row.revision,
      status: row.status as QuotationStatus,
      expired: row.status === 'sent' && row.validUntil < q.today,
      sentOn: row.sentOn,
      lostReason: row.lostReason,
      customerName: row.customerName,
      ownerName: row.ownerName,
      lines: await linesOf(q, row),
      total: money(row.total, row.currency),
      totalBase: money(row.totalBase, q.company.baseCurrency),
      contract: await contractOf(q, row.contractId),
      versions: await versionsOf(q, row.rootId),
    }
  },
  'preview-quotation': preview,
  'build-up-price': (input) => priceSteps(input),
})
