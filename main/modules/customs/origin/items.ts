// Items of a certificate of origin: alike lines as one, with the packages and the gross weight of the packing list. Pure. Rules CD9 and CD10.
import { Decimal } from '../../../../preload/contract/vocabulary/decimal.ts'
import type { ShipmentOnPaper } from '../../shipments/index.ts'

export type OriginLine = {
  id: string
  description: string
  hsCode: string
  /** Alpha-3. */
  originCountry: string
  quantity: string
  unit: string
  criterion: string
  /** Minor units of the whole line; null: not known. */
  fobValue: number | null
}
export type OriginItem = Omit<OriginLine, 'id' | 'quantity'> & {
  no: number
  lineIds: string[]
  quantity: Decimal
  /** Packages of its own; null while they are not known. */
  packages: number | null
  /** Number of the item in whose packages all of it is; null otherwise. */
  packedWith: number | null
  /** Of its own packages. */
  grossWeight: Decimal | null
}

const alike = ({ description, hsCode, originCountry, unit, criterion }: OriginLine): string =>
  JSON.stringify([description, hsCode, originCountry, unit, criterion])
const sumOrNull = <T>(all: readonly T[], of: (one: T) => Decimal | null): Decimal | null =>
  all.reduce((sum: Decimal | null, one) => {
    const value = of(one)
    return sum === null || value === null ? null : sum.plus(value)
  }, new Decimal(0))

/** `packed`: as the packing list has it, in its order; goods in packages of others follow those. */
export const originItems = (lines: readonly OriginLine[], packed: ShipmentOnPaper['packing']['packed']): OriginItem[] => {
  const groups = [...Map.groupBy(lines, alike).values()]
  const noOf = new Map(groups.flatMap((group, at) => group.map(({ id }) => [id, at + 1] as const)))
  return groups.map((group, at) => {
    const [{ id: _id, quantity: _quantity, ...first }] = group as [OriginLine]
    const no = at + 1
    const rows = packed.filter(({ row }) => noOf.get(row.lineId) === no)
    const own = rows.filter(({ isShared }) => !isShared)
    const shared = rows.find(({ isShared }) => isShared)
    const host = shared && packed.slice(0, packed.indexOf(shared)).findLast(({ isShared }) => !isShared)
    const fob = sumOrNull(group, ({ fobValue }) => (fobValue === null ? null : new Decimal(fobValue)))
    return {
      ...{ ...first, no, lineIds: group.map(({ id }) => id) },
      quantity: group.reduce((sum, line) => sum.plus(line.quantity), new Decimal(0)),
      packages:
        own.length === 0
          ? null
          : (sumOrNull(own, ({ row }) => (row.cartons === null ? null : new Decimal(row.cartons)))?.toNumber() ?? null),
      packedWith: own.length === 0 && host ? noOf.get(host.row.lineId)! : null,
      // What is in packages of others weighs with those.
      grossWeight: own.length === 0 ? null : sumOrNull(own, ({ grossWeight }) => grossWeight),
      fobValue: fob === null ? null : fob.toNumber(),
    }
  })
}
