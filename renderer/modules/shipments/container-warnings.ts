// Containers that stand on another shipment at the same time, asked while they are typed and shown at their numbers. Rule SC10 in main/modules/checks/SPEC.md.
import type { Warning } from '../../../preload/contract/warnings.ts'
import { useOfficeQuery } from '../../client/index.ts'
import { useDebounced } from '../../kit/form/index.ts'
import type { Shipment, ShipmentFormValues } from './shipment-form-values.ts'

const none: readonly Warning[] = []
export const useContainerWarnings = ({ containers, etd, eta }: ShipmentFormValues, data: Shipment | undefined): readonly Warning[] => {
  const asked = useDebounced(
    {
      containers: containers.flatMap(({ id, number }) => (number.trim() === '' ? [] : [{ id, number: number.trim() }])),
      departsOn: data?.dispatchedOn ?? etd,
      arrivesOn: data?.arrivedOn ?? eta,
      exceptId: data?.id ?? null,
    },
    400,
  )
  const some = asked.containers.length > 0
  const read = useOfficeQuery('containers-elsewhere', asked, { enabled: some, keep: true })
  return some ? (read.data?.warnings ?? none) : none
}
