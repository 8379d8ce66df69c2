// What the screens of freight inquiries ask for: one inquiry with its comparison, a typed quote calculated, and the freight of a shipment.
import { decimalTextOf } from '../../../preload/contract/vocabulary/decimal.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import { chargeableTon } from '../../../preload/contract/vocabulary/packing.ts'
import { defineQueries, type QueryContext } from '../../queries/define-query.ts'
import { approvalState } from '../../records/approvals/index.ts'
import { dayRates } from '../credit/index.ts'
import { checkFreightGate } from './gate.ts'
import { cargoOf, inBase, calculateInquiry, type InquiryRow } from './inquiry.ts'
import { chargeTotal, fastestOf, moneysOf, quoteSums, timesOf, unpricedOf } from './rules.ts'
import { chosenView, partyNames, quoteView, type InquiryView } from './views.ts'
import { nameIn } from '../../../db/names-in-language.ts'

/** The inquiry in the viewer's scope. Refuses `not-found`. */
const visible = async (q: QueryContext, id: string): Promise<InquiryRow> => {
  const row = q.orNotFound(await q.db.selectFrom('freight_inquiry').selectAll().where('id', '=', id).executeTakeFirst(), 'freight-inquiry')
  q.requireScope('freight-inquiry', row)
  return row
}

const calculatedToday = async (q: QueryContext, inquiry: InquiryRow) => {
  const rates = await dayRates(q.db, q.company, q.today)
  const calculated = await calculateInquiry(q.db, inquiry, { on: q.today, rates })
  const names = await partyNames(q.db, [
    ...calculated.forwarders.map((f) => f.forwarderId),
    ...calculated.quotes.flatMap((quote) => [quote.row.forwarderId, quote.row.carrierId]),
  ])
  return { rates, calculated, names }
}

const contractsOf = (q: QueryContext, inquiryId: string): Promise<InquiryView['contracts']> =>
  q.db
    .selectFrom('freight_contract as x')
    .innerJoin('sales_contract as c', 'c.id', 'x.contractId')
    .innerJoin('deal as d', 'd.id', 'c.dealId')
    .innerJoin('party as p', 'p.id', 'c.customerId')
    .select(['c.id', 'c.number', 'c.dealId', 'd.number as dealNumber', 'p.name as customer'])
    .where('x.inquiryId', '=', inquiryId)
    .orderBy('c.numberKey')
    .execute()

const shipmentOf = async (q: QueryContext, id: string | null): Promise<InquiryView['shipment']> => {
  const row = await q.db
    .selectFrom('shipment')
    .select(['id', 'number', 'status'])
    .where('id', '=', id ?? '')
    .executeTakeFirst()
  return row ? { ...row, status: row.status as NonNullable<InquiryView['shipment']>['status'] } : null
}

const tonsText = (inquiry: InquiryRow): string | null => {
  const { volume, weight } = cargoOf(inquiry)
  const tons = chargeableTon(volume, weight)
  return tons ? decimalTextOf(tons) : null
}

export const freightQueries = defineQueries({
  'freight-inquiry': async ({ id }, q) => {
    const inquiry = await visible(q, id)
    const around = await calculatedToday(q, inquiry)
    const { calculated, names } = around
    const owner = await q.db
      .selectFrom('user as u')
      .select(nameIn(q.viewer.language, 'user', 'u').as('name'))
      .where('u.id', '=', inquiry.ownerId)
      .executeTakeFirst()
    const { freightInquiryRequired: required, freightQuotesNeeded: needed } = q.company.switches
    const quotesOf = (forwarderId: string) =>
      calculated.quotes
        .filter((quote) => quote.row.forwarderId === forwarderId)
        .toSorted((a, b) => b.row.round - a.row.round)
        .map((quote) => quoteView(quote, around))
    const { portOfLoading, portOfDischarge, cargoReadyOn, neededBy, goods, remark, shipmentId, ownerId } = inquiry
    return {
      ...{ id, number: inquiry.number, revision: inquiry.revision, status: inquiry.status as InquiryView['status'] },
      ...{ portOfLoading, portOfDischarge, cargoReadyOn, neededBy, goods, remark, shipmentId, ownerId },
      transportMode: inquiry.transportMode as InquiryView['transportMode'],
      ...calculated.cargo,
      containers: [...calculated.cargo.containers],
      voidReason: inquiry.voidReason,
      ownerName: owner?.name ?? '',
      shipment: await shipmentOf(q, shipmentId),
      contracts: await contractsOf(q, id),
      chargeableTon: tonsText(inquiry),
      valid: calculated.valid,
      needed,
      required,
      missing: required ? Math.max(0, needed - calculated.valid) : 0,
      bookedOn: inquiry.bookedOn,
      forwarders: calculated.forwarders.map(({ forwarderId, state, askedOn, declineReason }) => {
        const [quote = null, ...earlier] = quotesOf(forwarderId)
        const name = names.get(forwarderId) ?? ''
        return { forwarderId, name, state: state as 'asked', askedOn, declineReason, quote, earlier }
      }),
      cheapest: calculated.cheapest.id,
      fastest: fastestOf(
        calculated.quotes.map((quote) => quote.row),
        calculated.states,
      ),
      chosen: chosenView(inquiry, around, q.today),
    }
  },

  'preview-freight-quote': async ({ inquiryId, lines }, q) => {
    const cargo = cargoOf(await visible(q, inquiryId))
    const rates = await dayRates(q.db, q.company, q.today)
    const sums = quoteSums(lines, cargo)
    const unpriced = unpricedOf(lines, cargo)
    const { totalBase, missingRate } = inBase(sums, rates)
    return {
      amounts: moneysOf(sums),
      totalBase: totalBase === null || unpriced.length > 0 ? null : money(totalBase, rates.base),
      missingRate,
      unpriced,
      lines: lines.map((line) => ({
        id: line.id,
        times: decimalTextOf(timesOf(line, cargo)),
        total: money(chargeTotal(line, cargo), line.currency),
      })),
    }
  },

  'shipment-freight': async ({ shipmentId }, q) => {
    q.require('shipment.view')
    const shipment = q.orNotFound(await q.db.selectFrom('shipment').selectAll().where('id', '=', shipmentId).executeTakeFirst(), 'shipment')
    q.requireScope('shipment', shipment)
    const { freightInquiryRequired: required, freightQuotesNeeded: needed } = q.company.switches
    const open = shipment.status === 'planned' || shipment.status === 'booked'
    const toBook = { ...shipment, containers: JSON.parse(shipment.containers) as { type: string }[] }
    const checked = required && open ? await checkFreightGate(q, toBook, shipment.status === 'booked') : null
    // One that was booked without an inquiry, before the company required them, is not held up by it (F11).
    const held = shipment.status === 'planned' || (await anyBooked(q, shipmentId))
    const scope = q.scope('freight-inquiry', 'i.ownerId', 'i.departmentId')
    const rows = await q.db
      .selectFrom('freight_inquiry as i')
      .selectAll('i')
      .where('i.shipmentId', '=', shipmentId)
      .where('i.status', '<>', 'void')
      .$if(scope !== undefined, (b) => b.where(scope!))
      .orderBy('i.createdAt', 'desc')
      .orderBy('i.id', 'desc')
      .execute()
    const inquiries = []
    for (const row of rows) {
      const around = await calculatedToday(q, row)
      inquiries.push({
        ...{ id: row.id, number: row.number, status: row.status as InquiryView['status'] },
        approval: await approvalState(q.db, 'freight-inquiry', row.id, row.revision),
        valid: around.calculated.valid,
        asked: around.calculated.forwarders.length,
        chosen: chosenView(row, around, q.today),
      })
    }
    return { required, needed, problem: checked && held && 'problem' in checked ? checked.problem : null, inquiries }
  },
})

const anyBooked = async (q: QueryContext, shipmentId: string): Promise<boolean> =>
  (await q.db
    .selectFrom('freight_inquiry')
    .select('id')
    .where('shipmentId', '=', shipmentId)
    .where('bookedOn', 'is not', null)
    .executeTakeFirst()) !== undefined
