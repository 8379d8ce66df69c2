// Amounts and other exact numbers: typed as people type them, kept as integer minor units or decimal text, shown with thousands separators.
import { InputAdornment, TextField as Box } from '@mui/material'
import { useMemo } from 'react'
import { percentShown } from '../format/shown.ts'
import { DataLine } from '../show/data-line.tsx'
import { MoneyText } from '../show/money-text.tsx'
import { type FieldProps, spanned, useFace } from './field-face.ts'
import { decimalRules, moneyRules } from './typed-rules.ts'
import { type TypedRules, useTypedText } from './use-typed-text.ts'

const FIGURES = { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } as const

type BoxProps<T> = FieldProps<T> & { rules: TypedRules<T>; unit?: string; after?: boolean }
const FigureBox = <T,>(props: BoxProps<T>) => {
  const { value, onChange, typed, onTyped, rules, unit, after = false } = props
  const own = typed?.[props.name]
  const { input, broken } = useTypedText({ value, onChange, typed: own, onTyped: onTyped && ((text) => onTyped(text)), rules })
  const { label, error, helperText, required, autoFocus, span } = useFace({ ...props, issue: broken ?? props.issue })
  const sign = unit && <InputAdornment position={after ? 'end' : 'start'}>{unit}</InputAdornment>
  return (
    <Box
      size="small"
      fullWidth
      label={label}
      error={error}
      helperText={helperText}
      required={required}
      autoFocus={autoFocus}
      autoComplete="off"
      sx={spanned(span)}
      slotProps={{
        htmlInput: { ...input, inputMode: 'decimal', style: FIGURES, 'data-field': props.name },
        input: after ? { endAdornment: sign } : { startAdornment: sign },
        inputLabel: { shrink: unit !== undefined && !after ? true : undefined },
      }}
    />
  )
}

/** Integer minor units of `currency`, null for none. Negative only when `signed`. */
export const MoneyField = ({ currency, signed = false, ...props }: FieldProps<number | null> & { currency: string; signed?: boolean }) => {
  const { readOnly, label, span } = useFace(props)
  const rules = useMemo(() => moneyRules(currency, signed), [currency, signed])
  if (!readOnly) return <FigureBox {...props} rules={rules} unit={currency} />
  return (
    <DataLine label={label} span={span}>
      <MoneyText money={props.value === null ? null : { minor: props.value, currency }} />
    </DataLine>
  )
}

type DecimalProps = FieldProps<string> & {
  /** At most so many decimals. */
  places: number
  /** Shown with at least so many. */
  least?: number
  signed?: boolean
  unit?: string
}
/** Decimal text, '' for none. */
export const DecimalField = ({ places, least = 0, signed = false, unit, ...props }: DecimalProps) => {
  const { readOnly, label, span } = useFace(props)
  const rules = useMemo(() => decimalRules(places, signed, least), [places, signed, least])
  if (!readOnly) return <FigureBox {...props} rules={rules} unit={unit} after />
  return (
    <DataLine label={label} span={span}>
      <span style={{ fontVariantNumeric: 'tabular-nums' }}>
        {rules.show(props.value)} {unit}
      </span>
    </DataLine>
  )
}

/** Per cent as decimal text: '13' is 13 %. */
export const PercentField = ({ places = 4, ...props }: Omit<DecimalProps, 'places' | 'unit'> & { places?: number }) => {
  const { readOnly, label, span } = useFace(props)
  if (!readOnly) return <DecimalField {...props} places={places} unit="%" />
  return (
    <DataLine label={label} span={span}>
      {percentShown(props.value)}
    </DataLine>
  )
}
