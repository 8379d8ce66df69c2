// How cargo of a volume and weight is loaded: by the measure (LCL) or in which containers. Pure.
import { Decimal } from './decimal.ts'

export type Room = { type: string; volume: string; weight: string }
/** Usable m³ and usual kg of the dry containers, the smallest first (db/reference/container-types.json). */
export const CONTAINER_ROOMS: readonly Room[] = [
  { type: '20GP', volume: '28', weight: '17500' },
  { type: '40GP', volume: '58', weight: '22000' },
  { type: '40HQ', volume: '68', weight: '22000' },
]
/** Up to so many m³ a container of one's own is usually dearer than the measure. */
export const LCL_AT_MOST = '14'

export type Cargo = { load: 'lcl' | 'containers'; containers: { type: string; count: number }[] }

/**
 * Null where neither is known. Up to 14 m³ and 14 t it goes by the measure; beyond that in the fewest containers: as many of the largest as are filled,
 * and the smallest that takes the rest. Volume in m³, weight in kg.
 */
export const proposeCargo = (volume: string | null, weight: string | null): Cargo | null => {
  if (volume === null && weight === null) return null
  const [cubic, kilos] = [new Decimal(volume ?? 0), new Decimal(weight ?? 0)]
  if (cubic.lte(LCL_AT_MOST) && kilos.div(1000).lte(LCL_AT_MOST)) return { load: 'lcl', containers: [] }
  const fits = (room: Room, v: Decimal, w: Decimal) => v.lte(room.volume) && w.lte(room.weight)
  const largest = CONTAINER_ROOMS.at(-1)!
  // Whole ones of the largest, until one container of some size takes what is left.
  const needed = Decimal.max(cubic.div(largest.volume), kilos.div(largest.weight)).ceil().toNumber()
  const whole = Math.max(0, needed - 1)
  const restVolume = cubic.minus(new Decimal(largest.volume).times(whole))
  const restWeight = kilos.minus(new Decimal(largest.weight).times(whole))
  const last = CONTAINER_ROOMS.find((room) => fits(room, restVolume, restWeight)) ?? largest
  const counts = new Map<string, number>()
  for (const type of [...Array<string>(whole).fill(largest.type), last.type]) counts.set(type, (counts.get(type) ?? 0) + 1)
  return { load: 'containers', containers: [...counts].map(([type, count]) => ({ type, count })) }
}
