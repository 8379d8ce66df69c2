// What the packing comes to as it is typed: asked of the office, by the rules that its papers have.
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { useOfficeQuery } from '../../client/index.ts'
import { isDecimal } from '../../kit/format/index.ts'
import { completeLines, useDebounced } from '../../kit/form/index.ts'
import { packingInputOf } from './packing-form-values.ts'
import { billInputOf, containersOf, type ShipmentFormValues } from './shipment-form-values.ts'

export type PackingPreview = QueryOutput<'preview-packing'>
/** Undefined while nothing is there to be packed. Rows that are half typed are left out until they are whole. */
export const usePackingPreview = (value: ShipmentFormValues): PackingPreview | undefined => {
  const lines = completeLines(
    value.lines.map(({ id, salesLineId, quantity }) => ({ id, salesLineId, quantity })),
    ['quantity'],
  )
  const whole = completeLines(value.packages, ['quantity']).filter(({ lineId }) => lines.some(({ id }) => id === lineId))
  const { billPackages, billGrossWeight, billVolume } = value
  // What is half typed is asked about once it is whole.
  const isBillTyped =
    (billPackages === '' || /^[1-9]\d*$/.test(billPackages)) &&
    [billGrossWeight, billVolume].every((text) => text === '' || isDecimal(text, 3))
  const asked = useDebounced({
    ...packingInputOf({ ...value, packages: whole }),
    lines,
    ...(isBillTyped ? { bill: { ...billInputOf(value), portOfDischarge: value.portOfDischarge } } : {}),
    containers: containersOf(value.containers.filter(({ vgm }) => vgm === '' || isDecimal(vgm, 3))),
  })
  const some = asked.lines.length > 0
  const read = useOfficeQuery('preview-packing', asked, { enabled: some, keep: true })
  return some ? read.data : undefined
}
