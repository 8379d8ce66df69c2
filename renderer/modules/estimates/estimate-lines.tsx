// The three grids of an estimate: what is sold, what is bought, what it costs besides; each figure with where it came from.
import { Box } from '@mui/material'
import { useMemo } from 'react'
import type { EstimateSource } from '../../../preload/contract/modules/estimates/calls.ts'
import { EXPENSE_CATEGORIES } from '../../../preload/contract/modules/bills/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { fetchList, useViewer } from '../../client/index.ts'
import { isSameCode } from '../../../preload/contract/vocabulary/fold.ts'
import type { Option } from '../../kit/fields/index.ts'
import { type Form, FormSection, LineGrid, type LineColumn } from '../../kit/form/index.ts'
import { RecordLink } from '../../kit/show/index.ts'
import { foundCurrencies, productColumn, unitColumn, useReference } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import {
  newCost,
  newPurchase,
  newRevenue,
  ownAfter,
  type CostFormValues,
  type EstimateFormValues,
  type PurchaseFormValues,
  type RevenueFormValues,
} from './estimate-form-values.ts'
import { estimatesWords } from './words.ts'

type Preview = Pick<QueryOutput<'preview-profit-estimate'>, 'lines' | 'result'> | undefined
type Props = { form: Form<EstimateFormValues>; preview: Preview }
type AnyLine = RevenueFormValues | PurchaseFormValues | CostFormValues
const text = (cell: unknown): string => (typeof cell === 'string' ? cell : '')

/** Where a figure came from, with the way to it. */
const Source = ({ source, missing }: { source: EstimateSource; missing: boolean }) => {
  const { t, name } = useWords(estimatesWords)
  const { from, number, route, id, date, rateOn } = source
  if (missing)
    return (
      <Box component="span" sx={{ color: 'warning.main' }}>
        {t('estimates.to-type')}
      </Box>
    )
  if (from === 'typed' && rateOn === null) return <Box component="span">{name('estimate-source.typed')}</Box>
  const said = [
    date === null || from !== 'last-purchase' ? '' : date,
    rateOn === null ? '' : t('estimates.rate-of', { date: rateOn }),
  ].filter((s) => s !== '')
  return (
    <Box component="span" title={[name(`estimate-source.${from}`), number, ...said].filter((s) => s !== '').join(' · ')}>
      {name(`estimate-source.${from}`)}{' '}
      {route !== null && id !== null ? (
        <RecordLink route={route} id={id} tabIndex={-1}>
          {number}
        </RecordLink>
      ) : (
        number
      )}
      {said.map((s) => ` · ${s}`)}
    </Box>
  )
}

const sourceColumn = <L extends AnyLine>(label: string): LineColumn<L> => ({
  field: 'source',
  label,
  kind: 'shown',
  width: 168,
  node: (line) => <Source source={line.source} missing={'price' in line ? line.price === '' : line.amount === null} />,
})

/** Currency and rate of a line: another currency takes the rate that the estimate has for it already; the base currency has the rate 1. */
const useRateColumns = (value: EstimateFormValues) => {
  const currencies = useReference()?.currencies
  const { company } = useViewer()
  const { language } = useWords(estimatesWords)
  return useMemo(() => {
    const known = new Map(
      [...value.costs, ...value.purchases, ...value.revenue].filter((l) => l.rate !== '').map((l) => [l.currency, l.rate]),
    )
    const rateOf = (currency: string) => (currency === company.baseCurrency ? '1' : (known.get(currency) ?? ''))
    return <L extends AnyLine>(): LineColumn<L>[] => [
      {
        field: 'currency',
        kind: 'pick',
        width: 64,
        shown: (line) => line.currency,
        search: (typed) => Promise.resolve(foundCurrencies(currencies, typed, language)),
        byText: (typed) => Promise.resolve(foundCurrencies(currencies, typed, language).find((o) => isSameCode(o.id, typed)) ?? null),
        onPick: (picked) => ({ currency: picked?.id ?? '', rate: picked ? rateOf(picked.id) : '' }) as Partial<L>,
      },
      { field: 'rate', kind: 'decimal', places: 8, least: 2, width: 78, locked: (line) => line.currency === company.baseCurrency },
    ]
  }, [currencies, value, company.baseCurrency, language])
}

const useCalculated = (preview: Preview) => useMemo(() => new Map(preview?.lines.map((l) => [l.id, l])), [preview])
export const RevenueLines = ({ form, preview }: Props) => {
  const { t, name } = useWords(estimatesWords)
  const lines = form.field('revenue')
  const rates = useRateColumns(form.value)
  const calculated = useCalculated(preview)
  const columns: LineColumn<RevenueFormValues>[] = [
    { field: 'description', label: t('estimates.of-contract'), kind: 'text', width: 180, grow: true },
    ...rates<RevenueFormValues>(),
    { field: 'amount', kind: 'money', width: 130, currency: (line) => line.currency },
    { field: 'base', label: name('field.amountBase'), kind: 'shown', width: 130, money: (line) => calculated.get(line.id)?.base },
    sourceColumn(name('field.profit-estimate.source')),
  ]
  return (
    <FormSection title={name('profit-line.revenue')} wide>
      <LineGrid
        {...lines}
        onChange={(next) => lines.onChange(ownAfter(form.value.revenue, next))}
        columns={columns}
        newLine={() => newRevenue(form.value.revenue[0]?.currency ?? 'USD', form.value.revenue[0]?.rate ?? '')}
        totals={[{ field: 'base', money: preview?.result.totals.revenue }]}
      />
    </FormSection>
  )
}

const searchSuppliers = async (typed: string): Promise<Option[]> => {
  const answer = await fetchList('vendors', { limit: 20, ...(typed === '' ? {} : { search: typed }), params: { kind: 'factory' } })
  return answer.ok
    ? answer.value.rows.map((row) => ({ id: row.id, label: text(row.name) || text(row.nameZh), code: text(row.code), row }))
    : []
}

export const PurchaseLines = ({ form, preview }: Props) => {
  const { name } = useWords(estimatesWords)
  const { company } = useViewer()
  const lines = form.field('purchases')
  const rates = useRateColumns(form.value)
  const calculated = useCalculated(preview)
  const columns: LineColumn<PurchaseFormValues>[] = [
    productColumn({
      width: 88,
      shown: (line) => line.productCode,
      onPick: (product, line) =>
        product
          ? {
              productCode: text(product.code),
              description: text(product.name),
              unit: text(product.unit) || line.unit,
              vatRate: text(product.vatRate) || line.vatRate,
              refundRate: text(product.refundRate) || line.refundRate,
            }
          : { productCode: null },
    }),
    { field: 'description', kind: 'text', width: 110, grow: true },
    {
      field: 'supplierId',
      kind: 'pick',
      width: 112,
      shown: (line) => line.supplierName,
      search: searchSuppliers,
      onPick: (picked) => ({ supplierId: picked?.id ?? null, supplierName: picked?.label ?? null }),
    },
    { field: 'quantity', kind: 'decimal', places: 4, width: 76 },
    unitColumn(52),
    {
      field: 'price',
      label: name('field.purchase-lines.price'),
      kind: 'decimal',
      places: 6,
      least: 2,
      width: 80,
      currency: (line) => line.currency,
    },
    ...rates<PurchaseFormValues>(),
    { field: 'vatRate', kind: 'decimal', places: 4, width: 70 },
    { field: 'refundRate', kind: 'decimal', places: 4, width: 70 },
    { field: 'base', label: name('field.amountBase'), kind: 'shown', width: 106, money: (line) => calculated.get(line.id)?.base },
    { field: 'refund', label: name('profit-line.tax-refund'), kind: 'shown', width: 92, money: (line) => calculated.get(line.id)?.refund },
    sourceColumn(name('field.profit-estimate.source')),
  ]
  return (
    <FormSection title={name('profit-line.purchase')} wide>
      <LineGrid
        {...lines}
        onChange={(next) => lines.onChange(ownAfter(form.value.purchases, next))}
        columns={columns}
        newLine={() => newPurchase(company.baseCurrency)}
        totals={[
          { field: 'base', money: preview?.result.totals.purchases },
          { field: 'refund', money: preview?.result.totals.refund },
        ]}
      />
    </FormSection>
  )
}

export const CostLines = ({ form, preview }: Props) => {
  const { t, name } = useWords(estimatesWords)
  const { company } = useViewer()
  const lines = form.field('costs')
  const rates = useRateColumns(form.value)
  const calculated = useCalculated(preview)
  const columns: LineColumn<CostFormValues>[] = [
    { field: 'line', label: t('estimates.cost'), kind: 'enum', group: 'profit-line', values: EXPENSE_CATEGORIES, width: 130 },
    { field: 'description', label: name('field.memo'), kind: 'text', width: 150, grow: true },
    ...rates<CostFormValues>(),
    { field: 'amount', kind: 'money', width: 120, currency: (line) => line.currency },
    { field: 'base', label: name('field.amountBase'), kind: 'shown', width: 120, money: (line) => calculated.get(line.id)?.base },
    sourceColumn(name('field.profit-estimate.source')),
  ]
  return (
    <FormSection title={t('estimates.costs')} wide>
      <LineGrid
        {...lines}
        onChange={(next) => lines.onChange(ownAfter(form.value.costs, next))}
        columns={columns}
        newLine={() => newCost(company.baseCurrency)}
        totals={[{ field: 'base', money: preview?.result.totals.costs }]}
      />
    </FormSection>
  )
}
