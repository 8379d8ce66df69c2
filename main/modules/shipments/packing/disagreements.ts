// What does not agree in a packing: pieces packed and shipped, gross and net weight, containers. Both figures each time. Rules H52 to H54 in ../SPEC.md.
import { Decimal, decimalTextOf, fixedText } from '../../../../preload/contract/vocabulary/decimal.ts'
import { oddContainerNumber } from '../../../../preload/contract/vocabulary/container-number.ts'
import { numbersText, packedOf, type Packed } from './pack.ts'

type Line = { id: string; quantity: string; unit: string; description: string }

/** H52. Lines of which more or less is packed than shipped. */
export const packedOtherwise = (lines: readonly Line[], packed: readonly Packed[]): { line: Line; packed: string }[] => {
  const rows = packed.map(({ row }) => row)
  return lines.flatMap((line) => {
    const inRows = packedOf(rows, line.id)
    return inRows.eq(line.quantity) ? [] : [{ line, packed: decimalTextOf(inRows) }]
  })
}

/** H52. Packages that would weigh less than what is in them; `at` of their first row. */
export const netAboveGross = (packed: readonly Packed[]): { at: number; numbers: string; net: string; gross: string }[] =>
  packed.flatMap((one, at) => {
    if (one.isShared || one.grossWeight === null) return []
    const end = packed.findIndex(({ isShared }, i) => i > at && !isShared)
    const group = packed.slice(at, end < 0 ? undefined : end)
    if (group.some(({ netWeight }) => netWeight === null)) return []
    const net = group.reduce((sum, { netWeight }) => sum.plus(netWeight!), new Decimal(0))
    return one.grossWeight.lt(net) ? [{ at, numbers: numbersText(one), net: fixedText(net, 2), gross: fixedText(one.grossWeight, 2) }] : []
  })

type Containers = readonly { number: string }[]
/** H53. Numbers that cannot be right, with the digit that would be; '' where it is no container's number at all. */
export const oddContainers = (containers: Containers): { number: string; expected: string }[] =>
  containers.flatMap(({ number }) => {
    const odd = oddContainerNumber(number)
    return odd === null ? [] : [{ number, expected: odd === 'form' ? '' : String(odd) }]
  })

/** Rows in a container that the shipment does not have. */
export const unknownContainers = (containers: Containers, packed: readonly Packed[]): { numbers: string; container: string }[] =>
  packed.flatMap((one) => {
    const { container } = one.row
    return container === '' || containers.some(({ number }) => number === container) ? [] : [{ numbers: numbersText(one), container }]
  })
