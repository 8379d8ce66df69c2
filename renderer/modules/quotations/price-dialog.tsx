// The price calculator: one line's price built up from its cost, step by step by the office, and taken over with one key.
import { Box, Button, DialogActions, DialogContent, DialogTitle, Divider, MenuItem, TextField, Typography } from '@mui/material'
import { type ReactNode, useState } from 'react'
import { CIF_COMMISSIONS, PRICE_PROFITS } from '../../../preload/contract/modules/quotations/calls.ts'
import type { QueryInput, QueryOutput } from '../../../preload/contract/queries.ts'
import { useOfficeQuery, useTabState, useViewer } from '../../client/index.ts'
import { NumberInput } from '../../kit/fields/index.ts'
import { useDebounced } from '../../kit/form/index.ts'
import { decimalShown, isDecimal } from '../../kit/format/index.ts'
import { Dialog, ProblemNote } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import type { LineFormValues, QuotationFormValues } from './quotation-form-values.ts'
import { quotationsWords } from './words.ts'

type Asked = QueryInput<'build-up-price'>
type Steps = QueryOutput<'build-up-price'>
type FormValues = Pick<Asked, 'domestic' | 'profitAs' | 'profit' | 'freight' | 'markup' | 'premiumRate' | 'cifCommission'>
type Taken = Pick<LineFormValues, 'price' | 'cost' | 'vatRate' | 'refundRate'>

const usual: FormValues = {
  domestic: '0',
  profitAs: 'per-cent-of-cost',
  profit: '10',
  freight: '0',
  markup: '10',
  premiumRate: '0.3',
  cifCommission: 'on-cif',
}
const NUMBERS: readonly (keyof Asked)[] = [
  'cost',
  'vatRate',
  'refundRate',
  'domestic',
  'profit',
  'rate',
  'freight',
  'markup',
  'premiumRate',
  'commissionRate',
]
const PLACES = {
  cost: 6,
  vatRate: 4,
  refundRate: 4,
  domestic: 6,
  profit: 6,
  rate: 8,
  freight: 6,
  markup: 4,
  premiumRate: 4,
  commissionRate: 4,
} as const
const isAsked = (asked: Asked): boolean =>
  asked.currency !== '' && NUMBERS.every((field) => isDecimal(String(asked[field]), PLACES[field as keyof typeof PLACES]))

const Grid = ({ children }: { children: ReactNode }) => (
  <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(3, 1fr)', gap: 1.5, mt: 1 }}>{children}</Box>
)

const StepsTable = ({
  steps,
  base,
  currency,
  incoterm,
}: {
  steps: Steps | undefined
  base: string
  currency: string
  incoterm: string
}) => {
  const { t } = useWords(quotationsWords)
  const rows: [label: string, unit: string, value: string | undefined, bold?: boolean][] = [
    [t('quotations.step-refund'), base, steps?.refund],
    [t('quotations.step-actual'), base, steps?.actualCost],
    [t('quotations.step-profit'), base, steps?.profit],
    ['FOB', currency, steps?.fob],
    ['CFR', currency, steps?.cfr],
    [t('quotations.step-premium'), currency, steps?.premium],
    ['CIF', currency, steps?.cif],
    [t('quotations.step-price', { incoterm }), currency, steps?.price, true],
  ]
  return (
    <Box component="dl" sx={{ m: 0, mt: 1.5, display: 'grid', gridTemplateColumns: '1fr auto auto', columnGap: 1.5, rowGap: 0.25 }}>
      {rows.map(([label, unit, value, bold]) => (
        <Box key={label} sx={{ display: 'contents', '& > *': { fontWeight: bold ? 600 : 400, fontSize: 14, m: 0 } }}>
          <Box component="dt">{label}</Box>
          <Box component="dd" sx={{ color: 'text.secondary' }}>
            {unit}
          </Box>
          <Box component="dd" sx={{ textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}>
            {value === undefined ? '–' : decimalShown(value)}
          </Box>
        </Box>
      ))}
    </Box>
  )
}

type Props = { value: QuotationFormValues; onTake(lineId: string, taken: Taken): void; onClose(): void }

export const PriceDialog = ({ value, onTake, onClose }: Props) => {
  const { t, name } = useWords(quotationsWords)
  const { company } = useViewer()
  const [lineId, setLineId] = useState(value.lines[0]?.id ?? '')
  const line = value.lines.find((l) => l.id === lineId)
  const [typed, setTyped] = useTabState<FormValues>('price', usual)
  const [costs, setCosts] = useState<ReadonlyMap<string, Pick<LineFormValues, 'cost' | 'vatRate' | 'refundRate'>>>(new Map())
  const cost = costs.get(lineId) ?? { cost: line?.cost ?? '', vatRate: line?.vatRate ?? '13', refundRate: line?.refundRate ?? '13' }
  const setCost = (part: Partial<typeof cost>) => setCosts(new Map(costs).set(lineId, { ...cost, ...part }))
  const set = (part: Partial<FormValues>) => setTyped({ ...typed, ...part })
  const incoterm = value.incoterm ?? 'FOB'
  const asked: Asked = {
    ...typed,
    ...cost,
    currency: value.currency,
    rate: value.rate,
    incoterm,
    commissionRate: value.commissionRate === '' ? '0' : value.commissionRate,
  }
  const debounced = useDebounced(asked)
  const read = useOfficeQuery('build-up-price', debounced, { enabled: isAsked(debounced), keep: true })
  const steps = isAsked(asked) ? read.data : undefined
  const take = () => {
    if (!steps) return
    onTake(lineId, { ...cost, price: steps.price.replace(/\.?0+$/, '') })
    onClose()
  }
  const choice = (field: 'profitAs' | 'cifCommission', label: string, group: string, all: readonly string[]) => (
    <TextField
      select
      size="small"
      label={label}
      value={typed[field]}
      onChange={(event) => set({ [field]: event.target.value } as Partial<FormValues>)}
    >
      {all.map((one) => (
        <MenuItem key={one} value={one}>
          {name(`${group}.${one}`)}
        </MenuItem>
      ))}
    </TextField>
  )
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm">
      <DialogTitle>{t('quotations.build-price')}</DialogTitle>
      <DialogContent>
        <TextField
          select
          fullWidth
          size="small"
          label={t('quotations.line')}
          value={lineId}
          onChange={(event) => setLineId(event.target.value)}
        >
          {value.lines.map((l, at) => (
            <MenuItem key={l.id} value={l.id}>
              {`${at + 1}. ${[l.productCode, l.description].filter(Boolean).join(' ')}`}
            </MenuItem>
          ))}
        </TextField>
        <Grid>
          <NumberInput
            label={name('field.quotation-lines.cost')}
            value={cost.cost}
            places={6}
            autoFocus
            onChange={(v) => setCost({ cost: v })}
          />
          <NumberInput label={name('field.vatRate')} value={cost.vatRate} places={4} onChange={(v) => setCost({ vatRate: v })} />
          <NumberInput label={name('field.refundRate')} value={cost.refundRate} places={4} onChange={(v) => setCost({ refundRate: v })} />
          <NumberInput
            label={t('quotations.domestic-a-unit', { currency: company.baseCurrency })}
            value={typed.domestic}
            places={6}
            onChange={(v) => set({ domestic: v })}
          />
          {choice('profitAs', t('quotations.profit-as'), 'price-profit', PRICE_PROFITS)}
          <NumberInput label={t('quotations.step-profit')} value={typed.profit} places={6} onChange={(v) => set({ profit: v })} />
          <NumberInput
            label={t('quotations.freight-a-unit', { currency: value.currency })}
            value={typed.freight}
            places={6}
            onChange={(v) => set({ freight: v })}
          />
          <NumberInput label={t('quotations.markup')} value={typed.markup} places={4} onChange={(v) => set({ markup: v })} />
          <NumberInput
            label={t('quotations.premium-rate')}
            value={typed.premiumRate}
            places={4}
            onChange={(v) => set({ premiumRate: v })}
          />
          {choice('cifCommission', t('quotations.cif-commission'), 'cif-commission', CIF_COMMISSIONS)}
        </Grid>
        <Divider sx={{ mt: 2 }} />
        <StepsTable steps={steps} base={company.baseCurrency} currency={value.currency} incoterm={incoterm} />
        <ProblemNote problem={isAsked(asked) ? read.problem : null} />
        <Typography variant="caption" color="textSecondary">
          {t('quotations.price-note', { commission: decimalShown(asked.commissionRate), rate: value.rate === '' ? '–' : value.rate })}
        </Typography>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('kit.cancel')}</Button>
        <Button variant="contained" disabled={!steps} onClick={take}>
          {t('quotations.take-price')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
