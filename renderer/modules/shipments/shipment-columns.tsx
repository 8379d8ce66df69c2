// The columns of a shipment's two grids: contract lines with their amounts, and containers.
import DeleteOutline from '@mui/icons-material/DeleteOutlineRounded'
import { IconButton } from '@mui/material'
import { useMemo } from 'react'
import type { Money } from '../../../preload/contract/vocabulary/money.ts'
import type { Form, LineColumn } from '../../kit/form/index.ts'
import { decimalShown } from '../../kit/format/index.ts'
import { RecordLink } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import {
  withoutLine,
  type ContainerFormValues,
  type LineFormValues,
  type Shipment,
  type ShipmentFormValues,
} from './shipment-form-values.ts'

const CONTAINER_COLUMNS = (label: (key: string) => string): LineColumn<ContainerFormValues>[] => [
  { field: 'type', kind: 'text', width: 120 },
  { field: 'number', label: label('field.containers.number'), kind: 'text', width: 200 },
  { field: 'seal', kind: 'text', width: 200, grow: true },
  { field: 'vgm', kind: 'decimal', places: 3, width: 120 },
]

/** `amounts`: of what is typed, where the office has said them; else those that are stored. */
export const useShipmentColumns = (
  form: Form<ShipmentFormValues>,
  data: Shipment | undefined,
  amounts: ReadonlyMap<string, Money>,
  open: boolean,
) => {
  const { t, name } = useWords()
  return useMemo(() => {
    const stored = new Map(data?.lines.map((l) => [l.id, l.amount]))
    const columns: LineColumn<LineFormValues>[] = [
      {
        field: 'contractNumber',
        kind: 'shown',
        width: 140,
        node: (line) => (
          <RecordLink route="sales-contract" id={line.contractId}>
            {line.contractNumber}
          </RecordLink>
        ),
      },
      {
        field: 'dealNumber',
        kind: 'shown',
        width: 120,
        node: (line) => (
          <RecordLink route="deal" id={line.dealId}>
            {line.dealNumber}
          </RecordLink>
        ),
      },
      { field: 'productCode', kind: 'shown', width: 120, text: (line) => line.productCode ?? '' },
      { field: 'description', kind: 'shown', width: 220, grow: true, text: (line) => line.description },
      { field: 'quantity', kind: 'decimal', places: 4, width: 110 },
      { field: 'unit', kind: 'shown', width: 70, text: (line) => line.unit },
      { field: 'price', kind: 'shown', figure: true, width: 110, text: (line) => decimalShown(line.price, 2) },
      { field: 'amount', kind: 'shown', width: 130, money: (line) => amounts.get(line.id) ?? stored.get(line.id) },
    ]
    if (open)
      columns.push({
        field: 'remove',
        label: ' ',
        kind: 'shown',
        width: 44,
        node: (line) => (
          <IconButton
            size="small"
            aria-label={t('kit.line.remove')}
            title={t('kit.line.remove')}
            onClick={() => form.set(withoutLine(form.value, line.id))}
          >
            <DeleteOutline sx={{ fontSize: 16 }} />
          </IconButton>
        ),
      })
    return { lines: columns, containers: CONTAINER_COLUMNS(name) }
  }, [form, data, amounts, open, t, name])
}
