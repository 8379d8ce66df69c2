// The lines of a quotation: what is offered, how it is packed, and for who may see it what the goods cost and earn.
import Calculate from '@mui/icons-material/CalculateOutlined'
import History from '@mui/icons-material/HistoryRounded'
import { Button } from '@mui/material'
import { useMemo } from 'react'
import type { ListRow } from '../../../preload/contract/define/index.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { type Form, LineGrid, type LineColumn } from '../../kit/form/index.ts'
import { decimalShown, percentShown } from '../../kit/format/index.ts'
import { pictureColumn, productColumn, unitColumn } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import { newLine, type Quotation, type LineFormValues, type QuotationFormValues } from './quotation-form-values.ts'
import { LastPrices } from '../../records/prices/index.ts'
import { quotationsWords } from './words.ts'

type Preview = QueryOutput<'preview-quotation'>
type Props = {
  form: Form<QuotationFormValues>
  data: Quotation | undefined
  preview: Preview | undefined
  costs: boolean
  open: boolean
  onPrice(): void
  onCosts(): void
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What the product says of its minimum order; one that says nothing leaves none. */
const minimumOf = ({ minimumQuantity, minimumUnit }: ListRow) => ({
  minimumQuantity: text(minimumQuantity) === '0' ? '' : text(minimumQuantity),
  minimumUnit: text(minimumUnit),
})

const offered: LineColumn<LineFormValues>[] = [
  productColumn({
    width: 110,
    shown: (line) => line.productCode,
    onPick: (product, line) =>
      product
        ? {
            productCode: text(product.code),
            description: text(product.name),
            unit: text(product.unit) || line.unit,
            vatRate: text(product.vatRate) || line.vatRate,
            refundRate: text(product.refundRate) || line.refundRate,
            ...minimumOf(product),
          }
        : { productCode: null },
  }),
  pictureColumn(),
  { field: 'description', kind: 'text', width: 190, grow: true, required: true },
  { field: 'quantity', kind: 'decimal', places: 4, width: 96 },
  unitColumn(64),
  { field: 'price', kind: 'decimal', places: 6, least: 2, width: 100 },
  { field: 'discount', kind: 'decimal', places: 4, width: 72 },
]

/** Behind all others: it comes with the product and is seldom typed. */
const minimumOrder: LineColumn<LineFormValues>[] = [
  { field: 'minimumQuantity', kind: 'decimal', places: 4, width: 96 },
  unitColumn(64, 'minimumUnit'),
]

const useColumns = ({ data, preview, costs }: Pick<Props, 'data' | 'preview' | 'costs'>): LineColumn<LineFormValues>[] => {
  const { name } = useWords(quotationsWords)
  return useMemo(() => {
    const stored = new Map(data?.lines.map((l) => [l.id, l]))
    const calculated = new Map(preview?.lines.map((l) => [l.id, l]))
    const shown: LineColumn<LineFormValues>[] = [
      { field: 'amount', kind: 'shown', width: 116, money: (line) => calculated.get(line.id)?.amount ?? stored.get(line.id)?.amount },
      {
        field: 'cartons',
        kind: 'shown',
        figure: true,
        width: 76,
        text: (line) => {
          const cartons = calculated.get(line.id)?.packing.cartons
          return cartons == null ? '' : decimalShown(String(cartons))
        },
      },
    ]
    if (!costs) return [...offered, ...shown, ...minimumOrder]
    return [
      ...offered,
      ...shown,
      { field: 'cost', label: name('field.quotation-lines.cost'), kind: 'decimal', places: 6, least: 2, width: 110 },
      { field: 'vatRate', kind: 'decimal', places: 4, width: 76 },
      { field: 'refundRate', kind: 'decimal', places: 4, width: 76 },
      { field: 'profit', kind: 'shown', width: 110, money: (line) => calculated.get(line.id)?.profit ?? undefined },
      {
        field: 'margin',
        kind: 'shown',
        figure: true,
        width: 84,
        text: (line) => {
          const margin = calculated.get(line.id)?.margin
          return margin == null ? '' : percentShown(margin)
        },
      },
      ...minimumOrder,
    ]
  }, [data, preview, costs, name])
}

export const QuotationLines = ({ form, data, preview, costs, open, onPrice, onCosts }: Props) => {
  const { t } = useWords(quotationsWords)
  const columns = useColumns({ data, preview, costs })
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
      totals={[
        { field: 'amount', money: preview?.total ?? data?.total },
        ...(costs && preview?.profit ? [{ field: 'profit', money: preview.profit }] : []),
      ]}
      toolbar={
        open &&
        costs && (
          <>
            <Button size="small" startIcon={<History />} onClick={onCosts}>
              {t('quotations.latest-costs')}
            </Button>
            <Button size="small" startIcon={<Calculate />} onClick={onPrice}>
              {t('quotations.build-price')}
            </Button>
          </>
        )
      }
    />
  )
}
