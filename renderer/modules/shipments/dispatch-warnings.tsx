// What is odd about a shipment that is about to leave, said in the dialog that lets it go. Nothing is stopped by it.
import { Stack } from '@mui/material'
import type { Warning } from '../../../preload/contract/warnings.ts'
import { useOfficeQuery } from '../../client/index.ts'
import { completeLines } from '../../kit/form/index.ts'
import { isDecimal } from '../../kit/format/index.ts'
import { WarningLine } from '../../kit/show/index.ts'
import { namesText, useWords } from '../../words/index.ts'
import { papersOf, type ShipmentFormValues } from './shipment-form-values.ts'

const none: readonly Warning[] = []
/** By the office's own rules, on the day and at the rate of the dispatch. */
export const useDispatchWarnings = (shipment: ShipmentFormValues, on: string | null, rate: string): readonly Warning[] => {
  const lines = completeLines(
    shipment.lines.map(({ id, salesLineId, quantity }) => ({ id, salesLineId, quantity })),
    ['quantity'],
  )
  const ready = on !== null && isDecimal(rate, 8) && lines.length > 0
  const asked = { currency: shipment.currency, on: on ?? '', rate, eta: shipment.eta, lines, papers: papersOf(shipment) }
  return useOfficeQuery('preview-shipment', asked, { enabled: ready, keep: true }).data?.warnings ?? none
}

export const DispatchWarnings = ({ warnings }: { warnings: readonly Warning[] }) => {
  const { name, language } = useWords()
  const empty = warnings.filter((one) => one.code === 'left-empty')
  const fields = namesText(
    empty.map(({ field }) => name(`field.${field}`)),
    language,
  )
  return (
    <Stack spacing={0.5} sx={{ alignItems: 'flex-start' }}>
      <WarningLine warnings={warnings.filter((one) => one.code !== 'left-empty')} />
      <WarningLine warnings={empty.slice(0, 1)} label={fields} />
    </Stack>
  )
}
