// The check of documents for the screens: every shipment under a credit, or one shipment under each of its credits.
import { sql } from 'kysely'
import type { LetterTerms } from '../../../preload/contract/modules/letters-of-credit/calls.ts'
import type { QueryOutput, QueryParsed } from '../../../preload/contract/queries.ts'
import { daysBetween } from '../../../preload/contract/vocabulary/dates.ts'
import { scaledText } from '../../../preload/contract/vocabulary/decimal.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import type { QueryContext, QueryHandler } from '../../queries/define-query.ts'
import { checkDocuments } from './check.ts'
import { deadlineOf, factsOf, type Pair, type ShipmentRow } from './facts.ts'
import type { LetterRow, PresentationRow } from './records.ts'
import { letterStates, type LetterState } from './states.ts'

type Shown = QueryOutput<'letter-checks'>[number]

export const headOf = (letter: LetterRow, state: LetterState): Shown['letter'] => ({
  id: letter.id,
  number: letter.number,
  bankNumber: letter.bankNumber,
  issuingBank: letter.issuingBank,
  status: state.status,
  attention: state.attention,
  amount: money(letter.amount, letter.currency),
  left: money(state.left, letter.currency),
  latestShipment: letter.latestShipment,
  expiresOn: letter.expiresOn,
})

const presentationOf = (p: PresentationRow, { currency }: LetterRow, shipmentNumber: string): NonNullable<Shown['presentation']> => {
  const { createdAt: _made, ...row } = p
  return {
    ...row,
    packingGross: p.packingGross === null ? null : scaledText(p.packingGross, 'measure'),
    billGross: p.billGross === null ? null : scaledText(p.billGross, 'measure'),
    transhipped: p.transhipped === null ? null : p.transhipped === 1,
    ticked: JSON.parse(p.ticked) as string[],
    status: p.status as NonNullable<Shown['presentation']>['status'],
    shipmentNumber,
    money: money(p.amount, currency),
  }
}

/** A shipment stands under a credit by a contract; once its documents were presented under one credit the others leave it alone. */
const pairIds = async (q: QueryContext, by: QueryParsed<'letter-checks'>) => {
  const letters = q.scope('letter-of-credit', 'c.ownerId', 'c.departmentId')
  const shipments = q.scope('shipment', 's.ownerId', 's.departmentId')
  return q.db
    .selectFrom('letter_contract as x')
    .innerJoin('letter_of_credit as c', 'c.id', 'x.letterId')
    .innerJoin('shipment_line as l', 'l.contractId', 'x.contractId')
    .innerJoin('shipment as s', 's.id', 'l.shipmentId')
    .leftJoin('letter_presentation as p', (j) => j.onRef('p.letterId', '=', 'c.id').onRef('p.shipmentId', '=', 's.id'))
    .select(['c.id as letterId', 's.id as shipmentId'])
    .distinct()
    .where('c.status', '<>', 'cancelled')
    .where('s.status', '<>', 'void')
    .where(
      sql<boolean>`(p.id is not null or not exists (select 1 from letter_presentation o where o.shipmentId = s.id and o.letterId <> c.id))`,
    )
    .$if(by.letterId !== undefined, (b) => b.where('c.id', '=', by.letterId!))
    .$if(by.shipmentId !== undefined, (b) => b.where('s.id', '=', by.shipmentId!))
    .$if(letters !== undefined, (b) => b.where(letters!))
    .$if(shipments !== undefined, (b) => b.where(shipments!))
    .orderBy('s.numberKey')
    .orderBy('c.numberKey')
    .limit(100)
    .execute()
}

const shipmentOf = (q: QueryContext, id: string): Promise<ShipmentRow> =>
  q.db
    .selectFrom('shipment as s')
    .innerJoin('party as p', 'p.id', 's.customerId')
    .select(['s.id', 's.number', 's.status', 's.currency', 's.total', 's.etd', 's.onBoardOn', 's.portOfLoading', 's.portOfDischarge'])
    .select(['s.vessel', 's.billOfLadingNumber', 'p.name as customer'])
    .where('s.id', '=', id)
    .executeTakeFirstOrThrow()

const shownOf = async (q: QueryContext, pair: Pair): Promise<Shown> => {
  const { letter, state, shipment, presentation } = pair
  const facts = await factsOf(q.db, pair, q.today)
  const lines = checkDocuments(facts)
  const { deadline, planned } = deadlineOf(pair)
  return {
    letter: headOf(letter, state),
    shipment: { id: shipment.id, number: shipment.number, status: shipment.status, total: money(shipment.total, shipment.currency) },
    presentation: presentation ? presentationOf(presentation, letter, shipment.number) : null,
    drawing: money(facts.drawing, letter.currency),
    deadline,
    planned,
    daysLeft: deadline === null ? null : daysBetween(q.today, deadline),
    documents: JSON.parse(letter.documents) as LetterTerms['documents'],
    lines,
    discrepancies: lines.filter((l) => l.result === 'discrepancy').length,
    unknown: lines.filter((l) => l.result === 'unknown').length,
  }
}

/** DC7. Refuses `not-found` for a credit or shipment outside the viewer's scope; shipments are named only to who may see them. */
export const letterChecks: QueryHandler<'letter-checks'> = async (by, q) => {
  if (by.letterId === undefined && by.shipmentId === undefined) return []
  if (by.letterId !== undefined) {
    const letter = await q.db.selectFrom('letter_of_credit').selectAll().where('id', '=', by.letterId).executeTakeFirst()
    q.requireScope('letter-of-credit', q.orNotFound(letter, 'letter-of-credit'))
    if (!q.may('shipment.view')) return []
  }
  if (by.shipmentId !== undefined) {
    q.require('shipment.view')
    const row = await q.db.selectFrom('shipment').select(['ownerId', 'departmentId']).where('id', '=', by.shipmentId).executeTakeFirst()
    q.requireScope('shipment', q.orNotFound(row, 'shipment'))
  }
  const ids = await pairIds(q, by)
  if (ids.length === 0) return []
  const letterIds = [...new Set(ids.map((i) => i.letterId))]
  const letters = await q.db.selectFrom('letter_of_credit').selectAll().where('id', 'in', letterIds).execute()
  const states = new Map((await letterStates(q.db, q.today, letterIds)).map((s) => [s.id, s]))
  const presentations = await q.db.selectFrom('letter_presentation').selectAll().where('letterId', 'in', letterIds).execute()
  const shown: Shown[] = []
  for (const { letterId, shipmentId } of ids)
    shown.push(
      await shownOf(q, {
        letter: letters.find((l) => l.id === letterId)!,
        state: states.get(letterId)!,
        shipment: await shipmentOf(q, shipmentId),
        presentation: presentations.find((p) => p.letterId === letterId && p.shipmentId === shipmentId),
      }),
    )
  return shown
}
