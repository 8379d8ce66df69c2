// The lines of a sales contract: typed while it is a draft, with what was shipped and purchased of each once it is signed.
import { useMemo } from 'react'
import type { Money } from '../../../preload/contract/vocabulary/money.ts'
import { type Form, LineGrid, type LineColumn } from '../../kit/form/index.ts'
import { LastPrices } from '../../records/prices/index.ts'
import { decimalShown } from '../../kit/format/index.ts'
import { type Contract, newLine, type ContractFormValues, type LineFormValues } from './contract-form-values.ts'
import { productColumn, unitColumn } from '../../records/fields/index.ts'

type Props = {
  form: Form<ContractFormValues>
  data: Contract | undefined
  /** By line id, from the preview; else as stored. */
  amounts: ReadonlyMap<string, Money>
  total: Money | null | undefined
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const draftColumns = (amountOf: (line: LineFormValues) => Money | undefined): LineColumn<LineFormValues>[] => [
  productColumn({
    width: 120,
    shown: (line) => line.productCode,
    onPick: (product, line) =>
      product
        ? {
            productCode: text(product.code),
            description: text(product.name),
            unit: text(product.unit) || line.unit,
          }
        : { productCode: null },
  }),
  { field: 'description', kind: 'text', width: 220, grow: true, required: true },
  { field: 'quantity', kind: 'decimal', places: 4, width: 110 },
  unitColumn(80),
  { field: 'price', kind: 'decimal', places: 6, least: 2, width: 110 },
  { field: 'discount', kind: 'decimal', places: 4, width: 80 },
  { field: 'amount', kind: 'shown', width: 130, money: amountOf },
]

export const SalesLines = ({ form, data, amounts, total }: Props) => {
  const signed = data !== undefined && data.status !== 'draft'
  const columns = useMemo(() => {
    const stored = new Map(data?.lines.map((l) => [l.id, l]))
    const typed = draftColumns((line) => amounts.get(line.id) ?? stored.get(line.id)?.amount)
    if (!signed) return typed
    const state = (field: 'shipped' | 'purchased'): LineColumn<LineFormValues> => ({
      field,
      kind: 'shown',
      figure: true,
      width: 100,
      text: (line) => decimalShown(stored.get(line.id)?.[field] ?? '0'),
    })
    return [...typed, state('purchased'), state('shipped')]
  }, [data, amounts, signed])
  return (
    <LineGrid
      {...form.field('lines')}
      columns={columns}
      currency={form.value.currency}
      newLine={newLine}
      beside={(at, take) =>
        at.field === 'price' && (
          <LastPrices
            side="sale"
            productId={at.line.productId}
            partyId={form.value.customerId}
            currency={form.value.currency}
            unit={at.line.unit}
            value={at.line.price}
            onTake={(price) => take({ price, discount: '0' })}
          />
        )
      }
      totals={[{ field: 'amount', money: total }]}
    />
  )
}
