// Declarations of shipments: begun with what is known, saved, read. Rules CD7, CD8.
import { countries } from '../../../db/reference/index.ts'
import type { DeclarationFields } from '../../../preload/contract/modules/customs/calls.ts'
import type { PackageKind } from '../../../preload/contract/modules/shipments/calls.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import type { Currency } from '../../../preload/contract/vocabulary/currency.ts'
import { scaledText, toScaled } from '../../../preload/contract/vocabulary/decimal.ts'
import type { Incoterm } from '../../../preload/contract/vocabulary/incoterm.ts'
import type { CommandContext, CommandHandler } from '../../commands/define-command.ts'
import { defineLists, defineQueries, type QueryContext } from '../../queries/define-query.ts'
import type { Hold } from '../../records/holds.ts'
import { saveRow, uniqueIds } from '../../records/lines.ts'
import { type ShipmentOnPaper, shipmentOnPaper } from '../shipments/index.ts'
import { codesInUse } from './codes.ts'
import { declared, shownDeclared } from './declared.ts'
import { indexDeclaration } from './found.ts'
import { productCustomsQuery } from './product.ts'

const DEAL_TERMS: Readonly<Partial<Record<Incoterm, string>>> = { EXW: '7', FCA: '3', FAS: '3', FOB: '3', CFR: '2', CPT: '2' }
/** CIF, CIP and the terms of delivery are declared as CIF. */
const dealTermsOf = (term: Incoterm | null): string => (term === null ? '' : (DEAL_TERMS[term] ?? '1'))
/** Others, and drums, which have a code for each of their materials, as "other packaging". */
const PACKAGING: Readonly<Partial<Record<PackageKind, string>>> = { carton: '22', case: '23', crate: '23', bag: '06', bale: '06' }

const columnsOf = ({ customsValues: _values, ...fields }: DeclarationFields) => fields

const writeValues = async (ctx: CommandContext, declarationId: string, values: DeclarationFields['customsValues']): Promise<void> => {
  const ids = uniqueIds(values, 'customsValues')
  const old = await ctx.db.selectFrom('customs_value').select('id').where('declarationId', '=', declarationId).orderBy('id').execute()
  for (const { id } of old) if (!ids.has(id)) ctx.tx.remove('customs_value', id)
  for (const { id, lineId, price } of values)
    saveRow(ctx, 'customs_value', id, { declarationId }, { lineId, price: toScaled(price, 'price') })
}

/** CD7. One a shipment. Refuses `not-found`, `changed-meanwhile`, `already-exists` for a shipment that has one. */
export const saveCustomsDeclaration: CommandHandler<'save-customs-declaration'> = async ({ id, revision, shipmentId, ...fields }, ctx) => {
  const old = ctx.tx.row('customs_declaration', id)
  if (revision !== undefined) {
    const seen = ctx.orNotFound(old, 'customs-declaration')
    ctx.requireScope('shipment', ctx.orNotFound(ctx.tx.row('shipment', seen.shipmentId), 'customs-declaration'), 'customs-declaration')
    if (seen.shipmentId !== shipmentId) refuse('not-found', { resource: 'customs-declaration' })
  }
  const shipment = ctx.orNotFound(ctx.tx.row('shipment', shipmentId), 'shipment')
  ctx.requireScope('shipment', shipment)
  const lines = await ctx.db.selectFrom('shipment_line').select('id').where('shipmentId', '=', shipmentId).execute()
  // What is said of goods that have left the shipment meanwhile goes with them.
  fields.customsValues = fields.customsValues.filter(({ lineId }) => lines.some((line) => line.id === lineId))
  if (revision === undefined) {
    const same = await ctx.db
      .selectFrom('customs_declaration')
      .select(['id', 'number'])
      .where('shipmentId', '=', shipmentId)
      .executeTakeFirst()
    if (old || same) refuse('already-exists', { field: 'shipment', value: same?.number ?? '' })
    const number = ctx.number('customs-declaration', ctx.today)
    ctx.tx.put('customs_declaration', { id, number, shipmentId, ...columnsOf(fields), createdAt: ctx.now, revision: 1 })
    await writeValues(ctx, id, fields.customsValues)
    indexDeclaration(ctx, id)
    return { id, number, revision: 1 }
  }
  const seen = ctx.orNotFound(old, 'customs-declaration')
  ctx.requireRevision(seen, revision)
  ctx.tx.patch('customs_declaration', id, { ...columnsOf(fields), revision: seen.revision + 1 })
  await writeValues(ctx, id, fields.customsValues)
  return { id, number: seen.number, revision: seen.revision + 1 }
}

/** A shipment that was declared does not go without a trace. */
export const declarationOfShipment: Hold = {
  by: 'customs-declaration',
  against: ['remove'],
  find: async ({ db }, id) =>
    (await db.selectFrom('customs_declaration').select('number').where('shipmentId', '=', id).executeTakeFirst())?.number,
}

type Stored = Omit<DeclarationFields, 'customsValues'>
/** What is the company's own way and the same from one declaration to the next. */
const USUAL = ['customsRegistration', 'exitOffice', 'exitPort', 'supervision', 'dutyNature', 'dutyMode', 'producer', 'sourceArea'] as const
const usualOf = async (q: QueryContext): Promise<Pick<Stored, (typeof USUAL)[number]>> => {
  const last = await q.db
    .selectFrom('customs_declaration')
    .select(USUAL)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst()
  return (
    last ?? {
      ...{ customsRegistration: '', exitOffice: '', exitPort: '', producer: '', sourceArea: '' },
      supervision: '0110',
      dutyNature: '101',
      dutyMode: '1',
    }
  )
}
const countryOf = async (q: QueryContext, customerId: string): Promise<string> => {
  const { country } = await q.db.selectFrom('party').select('country').where('id', '=', customerId).executeTakeFirstOrThrow()
  return countries.find(({ alpha2 }) => alpha2 === country)?.alpha3 ?? ''
}

/** CD8. The shipment says where it goes and how it is sold; the rest is as in the declaration before. */
const begun = async (q: QueryContext, what: ShipmentOnPaper): Promise<DeclarationFields> => {
  const { shipment, contracts } = what
  const country = await countryOf(q, shipment.customerId)
  return {
    ...(await usualOf(q)),
    ...{ exportOn: shipment.etd, manualNumber: '', licenceNumber: '', buyerAeo: '', tradeCountry: country, destinationCountry: country },
    ...{ destinationPort: shipment.portOfDischarge, packaging: PACKAGING[shipment.packageKind] ?? '99', feeCurrency: shipment.currency },
    dealTerms: dealTermsOf(contracts[0]?.incoterm ?? null),
    ...{ freight: null, insurance: null, otherFees: null, attachedDocuments: '', remark: '', customsValues: [] },
  }
}

/** The stored fields of a declaration with its values. Refuses `not-found` for one of a shipment out of scope. */
export const storedDeclaration = async (q: QueryContext, id: string) => {
  const row = q.orNotFound(
    await q.db.selectFrom('customs_declaration').selectAll().where('id', '=', id).executeTakeFirst(),
    'customs-declaration',
  )
  const shipment = q.orNotFound(
    await q.db.selectFrom('shipment').selectAll().where('id', '=', row.shipmentId).executeTakeFirst(),
    'shipment',
  )
  q.requireScope('shipment', shipment, 'customs-declaration')
  const values = await q.db
    .selectFrom('customs_value')
    .select(['id', 'lineId', 'price'])
    .where('declarationId', '=', id)
    .orderBy('id')
    .execute()
  const { createdAt: _createdAt, feeCurrency, ...fields } = row
  return {
    ...{ ...fields, feeCurrency: feeCurrency as Currency },
    customsValues: values.map(({ price, ...value }) => ({ ...value, price: scaledText(price, 'price') })),
  }
}

export const customsQueries = defineQueries({
  'customs-declaration': async ({ id }, q) => {
    const stored = await storedDeclaration(q, id)
    const what = await declared(q, stored.shipmentId, stored)
    const { number, customerName } = what.shipment.shipment
    return { ...stored, shipmentNumber: number, customer: customerName, ...shownDeclared(what) }
  },
  'declaration-of-shipment': async ({ shipmentId }, q) => {
    const shipment = q.orNotFound(await q.db.selectFrom('shipment').selectAll().where('id', '=', shipmentId).executeTakeFirst(), 'shipment')
    q.requireScope('shipment', shipment)
    const found = await q.db
      .selectFrom('customs_declaration')
      .select(['id', 'number'])
      .where('shipmentId', '=', shipmentId)
      .executeTakeFirst()
    return found ?? null
  },
  'new-customs-declaration': async ({ shipmentId }, q) => {
    const what = await shipmentOnPaper({ paper: 'customs-declaration', recordId: shipmentId }, q)
    return { ...(await begun(q, what)), shipmentNumber: what.shipment.number, customer: what.shipment.customerName }
  },
  'preview-customs-declaration': async ({ shipmentId, ...head }, q) => shownDeclared(await declared(q, shipmentId, head)),
  'product-customs': productCustomsQuery,
  'customs-codes': async (_, q) => [...(await codesInUse(q))].map(([list, codes]) => ({ list, codes: [...codes] })),
})

export const customsLists = defineLists({
  'customs-declarations': (_, q) => ({
    from: q.db
      .selectFrom('customs_declaration as d')
      .innerJoin('shipment as s', 's.id', 'd.shipmentId')
      .innerJoin('party as p', 'p.id', 's.customerId'),
    id: 'd.id',
    owned: { owner: 's.ownerId', department: 's.departmentId' },
    search: ['d.number', 's.number', 'p.name', 'p.nameZh', 's.declarationNumber'],
    fields: {
      ...{ number: 'd.number', shipment: 's.number', customer: 'p.name', declarationNumber: 's.declarationNumber', exportOn: 'd.exportOn' },
      ...{
        exitOffice: 'd.exitOffice',
        supervision: 'd.supervision',
        destinationCountry: 'd.destinationCountry',
        shipmentId: 'd.shipmentId',
      },
    },
  }),
})
