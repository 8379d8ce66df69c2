// Choices from a closed list that is already at hand: values of an enum, yes or no.
import { Box, FormControlLabel, MenuItem, Switch, TextField } from '@mui/material'
import CheckRounded from '@mui/icons-material/CheckRounded'
import { useWords } from '../../words/index.ts'
import { DataLine } from '../show/data-line.tsx'
import { StatusChip } from '../show/status-chip.tsx'
import { type FieldProps, spanned, useFace } from './field-face.ts'

type EnumProps<T extends string | null> = FieldProps<T> & {
  /** Name group: the title of value v is `${group}.${v}`. */
  group: string
  values: readonly NonNullable<T>[]
  /** Words for the empty choice where the value may be null. */
  empty?: string
}

export const EnumField = <T extends string | null>({ group, values, empty, ...props }: EnumProps<T>) => {
  const { value, onChange } = props
  const { name } = useWords()
  const { label, error, helperText, readOnly, required, autoFocus, span } = useFace(props)
  if (readOnly)
    return (
      <DataLine label={label} span={span}>
        {value === null ? empty : <StatusChip group={group} value={value} />}
      </DataLine>
    )
  return (
    <TextField
      select
      size="small"
      fullWidth
      label={label}
      value={value ?? ''}
      error={error}
      helperText={helperText}
      required={required}
      autoFocus={autoFocus}
      // The empty choice exists only for fields that take null.
      onChange={(event) => onChange((event.target.value === '' ? null : event.target.value) as T)}
      sx={spanned(span)}
      slotProps={{
        htmlInput: { 'data-field': props.name },
        ...(empty !== undefined && { inputLabel: { shrink: true }, select: { displayEmpty: true } }),
      }}
    >
      {empty !== undefined && <MenuItem value="">{empty === '' ? '–' : empty}</MenuItem>}
      {values.map((one) => (
        <MenuItem key={one} value={one}>
          {name(`${group}.${one}`)}
        </MenuItem>
      ))}
    </TextField>
  )
}

type OptionProps = FieldProps<string> & {
  /** `depth`: of a tree. */
  options: readonly { id: string; label: string; depth?: number; disabled?: boolean }[]
  /** Words for none of them. */
  empty?: string
}

/** One of a few records that are at hand, by its id; '' for none. */
export const OptionField = ({ options, empty, ...props }: OptionProps) => {
  const { value, onChange } = props
  const { label, error, helperText, required, autoFocus, span } = useFace(props)
  return (
    <TextField
      select
      size="small"
      fullWidth
      label={label}
      value={options.some(({ id }) => id === value) ? value : ''}
      error={error}
      helperText={helperText}
      required={required}
      autoFocus={autoFocus}
      onChange={(event) => onChange(event.target.value)}
      sx={spanned(span)}
      slotProps={{
        htmlInput: { 'data-field': props.name },
        ...(empty !== undefined && { inputLabel: { shrink: true }, select: { displayEmpty: true } }),
      }}
    >
      {empty !== undefined && <MenuItem value="">{empty}</MenuItem>}
      {options.map(({ id, label: shown, depth, disabled = false }) => (
        <MenuItem key={id} value={id} disabled={disabled} {...(depth !== undefined && { sx: { pl: 2 + depth * 2 } })}>
          {shown}
        </MenuItem>
      ))}
    </TextField>
  )
}

export const SwitchField = (props: FieldProps<boolean>) => {
  const { value, onChange } = props
  const { t } = useWords()
  const { label, helperText, error, readOnly, autoFocus, span } = useFace(props)
  if (readOnly)
    return (
      <DataLine label={label} span={span}>
        {value ? <CheckRounded fontSize="small" color="primary" aria-label={t('kit.yes')} /> : t('kit.no')}
      </DataLine>
    )
  return (
    <Box sx={{ ...spanned(span), display: 'flex', alignItems: 'center', flexWrap: 'wrap' }}>
      <FormControlLabel
        label={label}
        control={
          <Switch
            size="small"
            checked={value}
            autoFocus={autoFocus}
            onChange={(event) => onChange(event.target.checked)}
            slotProps={{ input: { 'data-field': props.name } as object }}
          />
        }
        sx={{ ml: 0, gap: 0.5 }}
      />
      {helperText && (
        <Box component="span" sx={{ fontSize: 12, color: error ? 'error.main' : 'text.secondary' }}>
          {helperText}
        </Box>
      )}
    </Box>
  )
}
