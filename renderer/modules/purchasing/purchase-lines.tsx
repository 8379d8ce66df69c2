// The lines of a purchase contract: VAT-inclusive prices with VAT and expected refund of each; once signed, what was billed and shipped.
import PlaylistAdd from '@mui/icons-material/PlaylistAddRounded'
import { Alert, Button } from '@mui/material'
import { useMemo } from 'react'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { useOfficeQuery } from '../../client/index.ts'
import { type Form, LineGrid, type LineColumn } from '../../kit/form/index.ts'
import { decimalShown } from '../../kit/format/index.ts'
import { RecordLink } from '../../kit/show/index.ts'
import { productColumn, unitColumn } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import {
  excessOf,
  inOtherUnit,
  leftBeside,
  newLine,
  pickedProduct,
  type Purchase,
  type LineFormValues,
  type PurchaseFormValues,
  withConversions,
} from './purchase-form-values.ts'
import { LastPrices } from '../../records/prices/index.ts'
import { useReadsChinese } from './use-reads-chinese.ts'
import { purchasingWords } from './words.ts'

type Preview = QueryOutput<'preview-purchase-contract'>
type Props = {
  form: Form<PurchaseFormValues>
  data: Purchase | undefined
  preview: Preview | undefined
  /** Prices and amounts may be seen. */
  costs: boolean
  open: boolean
  /** The contract in force that is amended: what it buys already counts as bought. */
  amended?: Purchase | undefined
  onAddLines(): void
}

const goods = (inChinese: boolean): LineColumn<LineFormValues>[] => [
  {
    field: 'dealNumber',
    kind: 'shown',
    width: 104,
    node: (line) =>
      line.dealId !== null && line.dealNumber !== null ? (
        <RecordLink route="deal" id={line.dealId}>
          {line.dealNumber}
        </RecordLink>
      ) : (
        ''
      ),
  },
  productColumn({
    width: 104,
    // What is bought for a sales line is that line's product.
    locked: (line) => line.salesLineId !== null,
    shown: (line) => line.productCode,
    onPick: (product, line) => pickedProduct(product, line, inChinese),
  }),
  { field: 'description', kind: 'text', width: 160, grow: true, required: true },
  { field: 'quantity', kind: 'decimal', places: 4, width: 90 },
  unitColumn(60),
]
/** Stands while a line is bought in another unit than it is sold in: 1:10 is one carton for ten pieces. */
const conversion: LineColumn<LineFormValues> = { field: 'conversion', kind: 'text', width: 110, locked: (line) => !inOtherUnit(line) }
const taxes: LineColumn<LineFormValues>[] = [
  { field: 'vatRate', kind: 'decimal', places: 4, width: 84 },
  { field: 'refundRate', kind: 'decimal', places: 4, width: 84 },
]

type Shown = Omit<Props, 'form' | 'onAddLines'> & { otherUnits: boolean; inChinese: boolean }
const useColumns = ({ data, preview, costs, open, amended, otherUnits, inChinese }: Shown): LineColumn<LineFormValues>[] => {
  const { name } = useWords(purchasingWords)
  return useMemo(() => {
    const stored = new Map(data?.lines.map((l) => [l.id, l]))
    const calculated = new Map(preview?.lines.map((l) => [l.id, l]))
    const money: LineColumn<LineFormValues>[] = [
      { field: 'price', label: name('field.purchase-lines.price'), kind: 'decimal', places: 6, least: 2, width: 96 },
      ...taxes,
      {
        field: 'amount',
        label: name('field.purchase-lines.amount'),
        kind: 'shown',
        width: 116,
        money: (line) => calculated.get(line.id)?.amount ?? stored.get(line.id)?.amount,
      },
      ...(open && !data
        ? [
            {
              field: 'source',
              label: name('field.profit-estimate.source'),
              kind: 'shown',
              width: 170,
              node: (line) => (line.planned && line.price === line.planned.price ? <PriceSource {...line.planned.from} /> : ''),
            } satisfies LineColumn<LineFormValues>,
          ]
        : []),
      { field: 'vat', kind: 'shown', width: 96, money: (line) => calculated.get(line.id)?.vat },
      { field: 'refund', kind: 'shown', width: 96, money: (line) => calculated.get(line.id)?.refund },
    ]
    const state = (field: 'billed' | 'shipped'): LineColumn<LineFormValues> => ({
      field,
      kind: 'shown',
      figure: true,
      width: 80,
      text: (line) => decimalShown(stored.get(line.id)?.[field] ?? '0'),
    })
    const converted = otherUnits ? [conversion] : []
    return [...goods(inChinese), ...converted, ...(open && !amended ? [] : [state('billed'), state('shipped')]), ...(costs ? money : taxes)]
  }, [data, preview, costs, open, amended, otherUnits, inChinese, name])
}

/** Which paper a price came from, as the estimate says it. */
const PriceSource = ({ from, number, route, id, date }: NonNullable<LineFormValues['planned']>['from']) => {
  const { name } = useWords(purchasingWords)
  return (
    <span title={date}>
      {name(`estimate-source.${from}`)}{' '}
      <RecordLink route={route} id={id}>
        {number}
      </RecordLink>
    </span>
  )
}

/** The office tells of so many lines at most. */
const MOST = 500

/** More is bought than the sales contracts have left: said, not refused (P11). */
const ExcessNote = ({ lines, amended }: { lines: readonly LineFormValues[]; amended: Purchase | undefined }) => {
  const { t } = useWords(purchasingWords)
  const sold = lines.some((l) => l.salesLineId !== null)
  const deals = [...new Set(lines.flatMap((l) => (l.salesLineId === null ? [] : [l.dealId])))]
  const [only] = deals
  const read = useOfficeQuery('lines-to-purchase', deals.length === 1 && only ? { dealId: only } : {}, { enabled: sold })
  const excess = useMemo(
    () => (read.data ? excessOf(lines, leftBeside(read.data, amended), read.data.length < MOST) : []),
    [read.data, lines, amended],
  )
  if (!sold || excess.length === 0) return null
  const said = excess.map((e) => t('purchasing.over-line', { line: e.line, quantity: decimalShown(e.quantity), unit: e.unit }))
  return (
    <Alert severity="info" variant="outlined" sx={{ py: 0.25 }}>
      {t('purchasing.over', { lines: said.join(t('purchasing.list-comma')) })}
    </Alert>
  )
}

export const PurchaseLines = ({ form, data, preview, costs, open, amended, onAddLines }: Props) => {
  const { t } = useWords(purchasingWords)
  const inChinese = useReadsChinese(form, open)
  const columns = useColumns({ data, preview, costs, open, amended, otherUnits: form.value.lines.some(inOtherUnit), inChinese })
  const lines = form.field('lines')
  return (
    <>
      <LineGrid
        {...lines}
        onChange={(next) => lines.onChange(withConversions(form.value.lines, next))}
        columns={columns}
        currency={form.value.currency}
        newLine={newLine}
        beside={(at, take) =>
          at.field === 'price' && (
            <LastPrices
              side="purchase"
              productId={at.line.productId}
              partyId={form.value.supplierId}
              currency={form.value.currency}
              unit={at.line.unit}
              value={at.line.price}
              onTake={(price) => take({ price })}
            />
          )
        }
        // A line bought for a sales line is not bought twice by duplicating it: the copy is one of its own.
        copyLine={(line) => ({
          ...line,
          id: newLine().id,
          salesLineId: null,
          salesUnit: null,
          conversion: '',
          dealId: null,
          dealNumber: null,
        })}
        totals={
          costs
            ? [
                { field: 'amount', money: preview?.total ?? data?.total },
                { field: 'vat', money: preview?.vat },
                { field: 'refund', money: preview?.refund },
              ]
            : []
        }
        toolbar={
          open && (
            <Button size="small" startIcon={<PlaylistAdd />} onClick={onAddLines}>
              {t('purchasing.add-lines')}
            </Button>
          )
        }
      />
      {open && <ExcessNote lines={form.value.lines} amended={amended} />}
    </>
  )
}
