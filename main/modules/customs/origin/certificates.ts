// Certificates of origin of shipments: begun with what is known, saved, taken away, read. Rule CD13.
import { countries } from '../../../../db/reference/index.ts'
import type { OriginFields, OriginForm } from '../../../../preload/contract/modules/customs/origin.ts'
import { refuse } from '../../../../preload/contract/refusals.ts'
import type { CommandContext, CommandHandler } from '../../../commands/define-command.ts'
import { defineLists, defineQueries, type QueryContext } from '../../../queries/define-query.ts'
import { type Hold, requireFree } from '../../../records/holds.ts'
import { saveRow, uniqueIds } from '../../../records/lines.ts'
import { unindexRecord } from '../../../records/search.ts'
import { type ShipmentOnPaper, shipmentOnPaper } from '../../shipments/index.ts'
import { codesInUse } from '../codes.ts'
import { indexCertificate } from '../found.ts'
import { certified, shownCertified, suggestedForm } from './certified.ts'

const shipmentInScope = (ctx: CommandContext, id: string, resource: 'shipment' | 'origin-certificate') => {
  const shipment = ctx.orNotFound(ctx.tx.row('shipment', id), resource)
  ctx.requireScope('shipment', shipment, resource)
  return shipment
}
const certificateForUpdate = (ctx: CommandContext, id: string, revision: number) => {
  const seen = ctx.orNotFound(ctx.tx.row('origin_certificate', id), 'origin-certificate')
  shipmentInScope(ctx, seen.shipmentId, 'origin-certificate')
  ctx.requireRevision(seen, revision)
  return seen
}

const goodsIds = async (ctx: CommandContext, certificateId: string): Promise<string[]> => {
  const rows = await ctx.db.selectFrom('origin_goods').select('id').where('certificateId', '=', certificateId).orderBy('id').execute()
  return rows.map(({ id }) => id)
}
/** What is said of goods that have left the shipment meanwhile goes with them. */
const writeGoods = async (ctx: CommandContext, certificateId: string, shipmentId: string, goods: OriginFields['goods']): Promise<void> => {
  const lines = await ctx.db.selectFrom('shipment_line').select('id').where('shipmentId', '=', shipmentId).execute()
  const kept = goods.filter(
    ({ lineId, criterion, fobValue }) => lines.some(({ id }) => id === lineId) && (criterion !== '' || fobValue !== null),
  )
  const ids = uniqueIds(kept, 'goods')
  for (const id of await goodsIds(ctx, certificateId)) if (!ids.has(id)) ctx.tx.remove('origin_goods', id)
  for (const { id, ...fields } of kept) saveRow(ctx, 'origin_goods', id, { certificateId }, fields)
}

/** Refuses `not-found`, `changed-meanwhile`, `already-exists`. */
export const saveOriginCertificate: CommandHandler<'save-origin-certificate'> = async (
  { id, revision, shipmentId, goods, ...fields },
  ctx,
) => {
  const seen = revision === undefined ? undefined : certificateForUpdate(ctx, id, revision)
  if (seen && seen.shipmentId !== shipmentId) refuse('not-found', { resource: 'origin-certificate' })
  const { currency } = shipmentInScope(ctx, shipmentId, 'shipment')
  const next = (seen?.revision ?? 0) + 1
  const number = seen?.number ?? ctx.number('origin-certificate', ctx.today)
  if (seen) ctx.tx.patch('origin_certificate', id, { ...fields, currency, revision: next })
  else {
    if (ctx.tx.row('origin_certificate', id)) refuse('already-exists', { field: 'id', value: id })
    ctx.tx.put('origin_certificate', { id, number, shipmentId, ...fields, currency, createdAt: ctx.now, revision: next })
  }
  await writeGoods(ctx, id, shipmentId, goods)
  indexCertificate(ctx, id)
  return { id, number, revision: next }
}

/** Refuses `not-found`, `changed-meanwhile`, `in-use` where a paper of it was issued. */
export const discardOriginCertificate: CommandHandler<'discard-origin-certificate'> = async ({ id, revision }, ctx) => {
  certificateForUpdate(ctx, id, revision)
  await requireFree(ctx, 'origin-certificate', id, 'discard')
  for (const goods of await goodsIds(ctx, id)) ctx.tx.remove('origin_goods', goods)
  ctx.tx.remove('origin_certificate', id)
  unindexRecord(ctx, id)
  return {}
}

/** A shipment whose origin was declared does not go without a trace. */
export const certificatesOfShipment: Hold = {
  by: 'origin-certificate',
  against: ['remove'],
  find: async ({ db }, id) =>
    (await db.selectFrom('origin_certificate').select('number').where('shipmentId', '=', id).orderBy('number').executeTakeFirst())?.number,
}

/** Alpha-3 of the buyer's country; '' where it is not known. */
const destinationOf = async (q: QueryContext, customerId: string): Promise<string> => {
  const { country } = await q.db.selectFrom('party').select('country').where('id', '=', customerId).executeTakeFirstOrThrow()
  return countries.find(({ alpha2 }) => alpha2 === country)?.alpha3 ?? ''
}
/** The criterion that was last said of each of these products on this form. */
const lastCriteria = async (q: QueryContext, form: OriginForm, productIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (productIds.length === 0) return new Map()
  const rows = await q.db
    .selectFrom('origin_goods as g')
    .innerJoin('origin_certificate as c', 'c.id', 'g.certificateId')
    .innerJoin('shipment_line as l', 'l.id', 'g.lineId')
    .innerJoin('sales_line as s', 's.id', 'l.salesLineId')
    .select(['s.productId', 'g.criterion'])
    .where('c.originForm', '=', form)
    .where('g.criterion', '<>', '')
    .where('s.productId', 'in', productIds)
    .orderBy('c.createdAt')
    .orderBy('c.id')
    .execute()
  return new Map(rows.map(({ productId, criterion }) => [productId!, criterion]))
}
/** CD13. The shipment says where it goes; the rest is as in the certificate of that form before. */
const begun = async (q: QueryContext, { shipment, lines }: ShipmentOnPaper, form: OriginForm) => {
  const last = await q.db
    .selectFrom('origin_certificate')
    .select(['declaredAt', 'manufacturer'])
    .where('originForm', '=', form)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  const criteria = await lastCriteria(
    q,
    form,
    lines.flatMap(({ productId }) => productId ?? []),
  )
  return {
    ...{
      originForm: form,
      certificateNumber: '',
      consignee: '',
      via: '',
      remark: '',
      declaredOn: shipment.dispatchedOn === null ? shipment.etd : null,
    },
    ...{ declaredAt: last?.declaredAt ?? '', manufacturer: last?.manufacturer ?? '' },
    destinationCountry: await destinationOf(q, shipment.customerId),
    goods: lines.flatMap(({ id, productId }) => {
      const criterion = criteria.get(productId ?? '')
      return criterion === undefined ? [] : [{ lineId: id, criterion }]
    }),
  }
}

/** The stored fields of a certificate with what is said of its goods. Refuses `not-found` for one of a shipment out of scope. */
export const storedCertificate = async (q: QueryContext, id: string) => {
  const row = q.orNotFound(
    await q.db.selectFrom('origin_certificate').selectAll().where('id', '=', id).executeTakeFirst(),
    'origin-certificate',
  )
  const shipment = q.orNotFound(
    await q.db.selectFrom('shipment').selectAll().where('id', '=', row.shipmentId).executeTakeFirst(),
    'shipment',
  )
  q.requireScope('shipment', shipment, 'origin-certificate')
  const goods = await q.db
    .selectFrom('origin_goods')
    .select(['id', 'lineId', 'criterion', 'fobValue'])
    .where('certificateId', '=', id)
    .orderBy('id')
    .execute()
  const { createdAt: _createdAt, originForm, ...fields } = row
  return { ...fields, originForm: originForm as OriginForm, goods }
}

export const originQueries = defineQueries({
  'origin-certificate': async ({ id }, q) => {
    const { currency, ...stored } = await storedCertificate(q, id)
    const what = await certified(q, stored.shipmentId, { ...stored, currency })
    const { number, customerName } = what.shipment.shipment
    return { ...stored, shipmentNumber: number, customer: customerName, ...shownCertified(what, stored.originForm) }
  },
  'origin-of-shipment': async ({ shipmentId }, q) => {
    const shipment = q.orNotFound(await q.db.selectFrom('shipment').selectAll().where('id', '=', shipmentId).executeTakeFirst(), 'shipment')
    q.requireScope('shipment', shipment)
    const rows = await q.db
      .selectFrom('origin_certificate')
      .select(['id', 'number', 'originForm', 'certificateNumber'])
      .where('shipmentId', '=', shipmentId)
      .orderBy('number')
      .execute()
    return {
      certificates: rows.map(({ originForm, ...row }) => ({ ...row, originForm: originForm as OriginForm })),
      suggested: suggestedForm(await codesInUse(q), await destinationOf(q, shipment.customerId)),
    }
  },
  'new-origin-certificate': async ({ shipmentId, originForm }, q) => {
    const what = await shipmentOnPaper({ paper: 'certificate-of-origin', recordId: shipmentId }, q)
    return { ...(await begun(q, what, originForm)), shipmentNumber: what.shipment.number, customer: what.shipment.customerName }
  },
  'preview-origin-certificate': async ({ shipmentId, ...typed }, q) =>
    shownCertified(await certified(q, shipmentId, typed), typed.originForm),
})

export const originLists = defineLists({
  'origin-certificates': (_, q) => ({
    from: q.db
      .selectFrom('origin_certificate as c')
      .innerJoin('shipment as s', 's.id', 'c.shipmentId')
      .innerJoin('party as p', 'p.id', 's.customerId'),
    id: 'c.id',
    owned: { owner: 's.ownerId', department: 's.departmentId' },
    search: ['c.number', 'c.certificateNumber', 's.number', 'p.name', 'p.nameZh'],
    fields: {
      ...{
        number: 'c.number',
        originForm: 'c.originForm',
        shipment: 's.number',
        customer: 'p.name',
        destinationCountry: 'c.destinationCountry',
      },
      ...{ certificateNumber: 'c.certificateNumber', declaredOn: 'c.declaredOn', shipmentId: 'c.shipmentId' },
    },
  }),
})
