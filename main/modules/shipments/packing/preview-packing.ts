// What a packing comes to as it is typed, asked by the form; by the same rules its papers are written. Rules H50 to H54 in ../SPEC.md.
import type { BillFields } from '../../../../preload/contract/modules/shipments/calls.ts'
import { type Decimal, fixedText, toScaled } from '../../../../preload/contract/vocabulary/decimal.ts'
import { warning } from '../../../../preload/contract/warnings.ts'
import type { QueryContext, QueryHandler } from '../../../queries/define-query.ts'
import { billDifferences, type PackedForBill } from '../bill-of-lading.ts'
import type { SalesLineState } from '../line-states.ts'
import { marksOf } from '../marks.ts'
import { visibleStates } from '../preview-shipment.ts'
import { netAboveGross, packedOtherwise, unknownContainers } from './disagreements.ts'
import { fillsOf } from './fill.ts'
import { numbersText, packedTotals, packRows, rowsByProducts } from './pack.ts'
import { goodsOf } from './packing-of.ts'
import { restsTogether } from './rests.ts'

const texts = ({ netWeight, grossWeight, volume }: { netWeight: Decimal | null; grossWeight: Decimal | null; volume: Decimal | null }) => ({
  netWeight: netWeight && fixedText(netWeight, 2),
  grossWeight: grossWeight && fixedText(grossWeight, 2),
  volume: volume && fixedText(volume, 3),
})

/** H64. What the bill of lading says otherwise. */
const billWarnings = async (
  q: QueryContext,
  { portOfDischarge, ...bill }: BillFields & { portOfDischarge: string },
  packed: Omit<PackedForBill, 'marks'>,
  states: ReadonlyMap<string, SalesLineState>,
) => {
  const contractIds = [...new Set([...states.values()].map(({ contractId }) => contractId))]
  const marks = await marksOf(q.db, contractIds, { portOfDischarge, packages: packed.packages })
  return billDifferences(bill, { ...packed, marks }).map(({ field, ...both }) => warning('bill-differs', field, both))
}

/** Refuses `not-found` for lines out of the viewer's sight. Nothing that does not agree is refused: it is warned of here, and stops the papers. */
export const previewPacking: QueryHandler<'preview-packing'> = async (input, q) => {
  const states = await visibleStates(
    q,
    input.lines.map((line) => ({ ...line, quantity: toScaled(line.quantity, 'quantity') })),
  )
  const goods = await goodsOf(q.db, input.lines)
  const named = await q.db
    .selectFrom('sales_line')
    .select(['id', 'description', 'unit'])
    .where('id', 'in', ['', ...input.lines.map(({ salesLineId }) => salesLineId)])
    .execute()
  const lines = input.lines.map(({ id, salesLineId, quantity }) => ({ quantity, ...named.find((l) => l.id === salesLineId)!, id }))
  const packed = packRows(input.packages)
  const total = packedTotals(packed, input)
  const unpacked = rowsByProducts(goods, input.packages)
  const fills = fillsOf(input.containers, packed, total)
  // As the papers have it: by the products while no row is typed.
  const printed = packed.length > 0 ? total : packedTotals(packRows(rowsByProducts(goods)), input)
  return {
    rows: packed.map((one) => ({ id: one.row.id, numbers: numbersText(one), ...texts(one) })),
    total: { packages: total.packages, ...texts(total) },
    fills,
    unpacked,
    together: restsTogether([...input.packages.map(({ id: _id, ...row }) => row), ...unpacked]),
    warnings: [
      ...(packed.length === 0 ? [] : packedOtherwise(lines, packed)).map(({ line, packed: inRows }) =>
        warning('packed-otherwise', 'packages', { goods: line.description, packed: inRows, shipped: line.quantity, unit: line.unit }),
      ),
      ...netAboveGross(packed).map(({ at, net, gross }) =>
        warning('net-above-gross', `packages.#${packed[at]!.row.id}.grossTotal`, { net, gross }),
      ),
      ...unknownContainers(input.containers, packed).map(({ container }) => warning('container-unknown', 'packages', { container })),
      ...fills.flatMap(({ container, volume, weight, over }) =>
        over ? [warning('container-overfull', 'containers', { container, volume: volume ?? '–', weight: weight ?? '–' })] : [],
      ),
      ...(input.bill ? await billWarnings(q, input.bill, { ...printed, pallets: input.pallets }, states) : []),
    ],
  }
}
