// Rests that fill no package of their own, put together in mixed ones. Pure. Rule H63 in ../SPEC.md.
import { Decimal, decimalTextOf } from '../../../../preload/contract/vocabulary/decimal.ts'
import { cartonVolume } from '../../../../preload/contract/vocabulary/packing.ts'
import type { Row } from './pack.ts'

/** `part`: of a full package of these goods. */
type Rest = { row: Row; part: Decimal; volume: Decimal }
type Split = { full: Row | null; rest: Rest | null }

/** A row whose last package is short: full packages, and what is over. What was weighed stays as it is, and so does what shares packages already. */
const split = (row: Row, isShared: boolean): Split => {
  const whole = { full: row, rest: null }
  const { quantity, piecesPerCarton, cartons } = row
  const isWeighed = [row.netTotal, row.grossTotal, row.volumeTotal].some((total) => total !== null)
  if (isShared || isWeighed || piecesPerCarton === null || cartons === null || new Decimal(piecesPerCarton).lte(0)) return whole
  const full = new Decimal(quantity).div(piecesPerCarton).floor()
  const over = new Decimal(quantity).minus(full.times(piecesPerCarton))
  const volume = cartonVolume(row.cartonLength ?? '', row.cartonWidth ?? '', row.cartonHeight ?? '')
  // Packages of which nobody knows the size hold we do not know what.
  if (over.isZero() || !full.plus(1).eq(cartons) || volume === undefined) return whole
  return {
    full: full.isZero() ? null : { ...row, quantity: decimalTextOf(over.neg().plus(quantity)), cartons: full.toNumber() },
    rest: { row: { ...row, quantity: decimalTextOf(over) }, part: over.div(piecesPerCarton), volume: new Decimal(volume) },
  }
}

const partOf = (rests: readonly Rest[]): Decimal => rests.reduce((sum, { part }) => sum.plus(part), new Decimal(0))
/** Each rest into the first package of its container that has room for it, the fuller ones first. */
const packages = (rests: readonly Rest[]): Rest[][] => {
  const made: Rest[][] = []
  for (const rest of rests.toSorted((a, b) => b.part.cmp(a.part))) {
    const room = made.find((others) => others[0]!.row.container === rest.row.container && partOf(others).plus(rest.part).lte(1))
    if (room) room.push(rest)
    else made.push([rest])
  }
  return made
}
/** The largest of their packages, which holds them all: the others are in it. */
const mixed = (rests: readonly Rest[]): Row[] =>
  rests.toSorted((a, b) => b.volume.cmp(a.volume)).map(({ row }, at) => ({ ...row, cartons: at === 0 ? 1 : 0 }))

/**
 * The packing with rests together: full packages as they are, then the mixed ones. Rests go together where their parts of a full package come to one at most.
 * None where no two of them fit.
 */
export const restsTogether = (rows: readonly Row[]): Row[] => {
  const parts = rows.map((row, at) => split(row, row.cartons === 0 || rows[at + 1]?.cartons === 0))
  const made = packages(parts.flatMap(({ rest }) => rest ?? []))
  const joined = new Set(made.filter((rests) => rests.length > 1).flat())
  if (joined.size === 0) return []
  return [
    ...rows.flatMap((row, at) => {
      const { full, rest } = parts[at]!
      return rest === null || !joined.has(rest) ? [row] : (full ?? [])
    }),
    ...made.filter((rests) => rests.length > 1).flatMap(mixed),
  ]
}
