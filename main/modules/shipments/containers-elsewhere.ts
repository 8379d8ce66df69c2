// What is odd about containers as they are typed. SC10: a container is on one voyage at a time, so one that stands on two shipments whose days overlap is warned
// of, with the other shipment's number. H53: a number whose check digit is wrong, with the right one.
import { searchEntries } from '../../../db/search.ts'
import type { ShipmentFields } from '../../../preload/contract/modules/shipments/calls.ts'
import { warning } from '../../../preload/contract/warnings.ts'
import { addDays, type IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { oddContainerNumber } from '../../../preload/contract/vocabulary/container-number.ts'
import { plainText } from '../../../preload/contract/vocabulary/fold.ts'
import type { QueryHandler } from '../../queries/define-query.ts'

/** How long a voyage is taken to last while nothing is known of its end. */
const UNKNOWN_VOYAGE_DAYS = 30
/** Shipments of one container that are looked at, its newest ones. */
const LOOKED_AT = 50

type Voyage = { from: IsoDate; to: IsoDate }
/** From the day the goods left (or are to leave; today while that is unknown) to the day they arrived (or are to arrive). */
const voyageOf = (departsOn: IsoDate | null, arrivesOn: IsoDate | null, today: IsoDate): Voyage => {
  const from = departsOn ?? today
  const to = arrivesOn ?? addDays(from, UNKNOWN_VOYAGE_DAYS)
  return { from, to: to < from ? from : to }
}

export const containersElsewhere: QueryHandler<'containers-elsewhere'> = async ({ containers, departsOn, arrivesOn, exceptId }, q) => {
  const voyage = voyageOf(departsOn, arrivesOn, q.today)
  const mine = q.scope('shipment', 's.ownerId', 's.departmentId')
  const warnings = []
  for (const { id, number } of containers) {
    const plain = plainText(number)
    if (plain === '') continue
    const odd = oddContainerNumber(number)
    if (odd === 'form') warnings.push(warning('container-form', `containers.#${id}.number`, {}))
    else if (odd !== null) warnings.push(warning('container-digit', `containers.#${id}.number`, { number, expected: String(odd) }))
    const found = searchEntries(q.sql, number, LOOKED_AT, [{ kind: 'shipment' }]).map((e) => e.id)
    let others = q.db
      .selectFrom('shipment as s')
      .select(['s.number', 's.containers', 's.dispatchedOn', 's.etd', 's.arrivedOn', 's.eta'])
      .where('s.id', 'in', ['', ...found])
      .where('s.status', '<>', 'void')
      .orderBy('s.id', 'desc')
    if (exceptId !== null) others = others.where('s.id', '<>', exceptId)
    if (mine) others = others.where(mine)
    const there = (await others.execute()).find((s) => {
      const own = JSON.parse(s.containers) as ShipmentFields['containers']
      const its = voyageOf(s.dispatchedOn ?? s.etd, s.arrivedOn ?? s.eta, q.today)
      return own.some((c) => plainText(c.number) === plain) && its.from <= voyage.to && voyage.from <= its.to
    })
    if (there) warnings.push(warning('entered-before', `containers.#${id}.number`, { by: 'shipment', number: there.number }))
  }
  return { warnings }
}
