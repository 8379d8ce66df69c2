// How full containers are: what is packed, by what is usually loaded into them. Rule H54 in ../SPEC.md.
import { containerTypes } from '../../../../db/reference/index.ts'
import type { ShipmentFields } from '../../../../preload/contract/modules/shipments/calls.ts'
import type { QueryOutput } from '../../../../preload/contract/queries.ts'
import { Decimal, fixedText } from '../../../../preload/contract/vocabulary/decimal.ts'
import { packedTotals, type Packed, type PackedTotals } from './pack.ts'

type Container = Pick<ShipmentFields['containers'][number], 'type' | 'number'>
type Packing = { packed: readonly Packed[]; total: PackedTotals }
export type ContainerFill = QueryOutput<'preview-packing'>['fills'][number]

/** How types are written beside the list's own codes: 20'GP, 40HC, 20DC. */
const codeOf = (type: string): string =>
  type
    .toUpperCase()
    .replaceAll(/[^\dA-Z]/g, '')
    .replace(/HC$/, 'HQ')
    .replace(/(DC|DV)$/, 'GP')
const roomOf = (type: string) => containerTypes.find(({ code }) => code === codeOf(type))

/** '1 x 20GP + 2 x 40HQ' */
export const countedTypes = (containers: readonly { type: string }[]): string => {
  const counts = new Map<string, number>()
  for (const { type } of containers) if (type !== '') counts.set(type, (counts.get(type) ?? 0) + 1)
  return [...counts].map(([type, count]) => `${count} x ${type}`).join(' + ')
}

/** '20GP CSQU3054383' */
export const containerName = ({ type, number }: Container): string => [type, number].filter((text) => text !== '').join(' ')

/** One decimal; null where the room or what is in it is not known. */
const share = (value: Decimal | null, rooms: readonly (string | null | undefined)[]): Decimal | null => {
  if (value === null || rooms.some((room) => !room)) return null
  return value
    .div(rooms.reduce((sum, room) => sum.plus(room!), new Decimal(0)))
    .times(100)
    .toDecimalPlaces(1)
}
const fillOf = (container: string, inside: readonly Container[], { volume, grossWeight }: PackedTotals): ContainerFill => {
  const rooms = inside.map(({ type }) => roomOf(type))
  const byVolume = share(
    volume,
    rooms.map((room) => room?.usableVolumeM3),
  )
  const byWeight = share(
    grossWeight,
    rooms.map((room) => room?.usualCargoKg),
  )
  return {
    container,
    volume: byVolume && fixedText(byVolume, 1),
    weight: byWeight && fixedText(byWeight, 1),
    over: [byVolume, byWeight].some((percent) => percent?.gt(100)),
  }
}

/** What stands in each container by its number, where every row says in which it is; `of` the packed rows of each. */
export const byContainer = <C extends Container, P extends Packed>(
  containers: readonly C[],
  packed: readonly P[],
): { container: C; of: P[] }[] => {
  const groups = containers.map((container) => ({ container, of: [] as P[] }))
  let last: (typeof groups)[number] | undefined
  for (const one of packed) {
    const named = groups.find(({ container }) => container.number !== '' && container.number === one.row.container)
    const group = one.isShared ? last : named
    if (!group) return []
    group.of.push(one)
    last = group
  }
  return groups.filter(({ of }) => of.length > 0)
}

/** What stands in the container of this number: all of it where it is the only one; undefined while the rows do not say in which they are. */
export const totalsIn = (number: string, containers: readonly Container[], { packed, total }: Packing): PackedTotals | undefined => {
  if (containers.length === 1) return total
  const found = byContainer(containers, packed).find(({ container }) => container.number === number)
  return found && packedTotals(found.of)
}

/** H54. Each container by itself where rows say in which they are; else all together. None without containers or packing. */
export const fillsOf = (containers: readonly Container[], packed: readonly Packed[], total: PackedTotals): ContainerFill[] => {
  const typed = containers.filter(({ type }) => type !== '')
  if (typed.length === 0 || packed.length === 0) return []
  const each = byContainer(containers, packed)
  const fills =
    containers.length > 1 && each.length > 0
      ? each.map(({ container, of }) => fillOf(containerName(container), [container], packedTotals(of)))
      : [fillOf(countedTypes(typed), typed, total)]
  return fills.filter(({ volume, weight }) => volume !== null || weight !== null)
}
