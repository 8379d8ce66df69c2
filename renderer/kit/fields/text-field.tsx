// A line of text, and several lines.
import { TextField as Box } from '@mui/material'
import { DataLine } from '../show/data-line.tsx'
import { type FieldProps, spanned, useFace } from './field-face.ts'

type Props = FieldProps<string> & { placeholder?: string; maxLength?: number; type?: 'text' | 'password' | 'email'; autoComplete?: string }

export const TextField = (props: Props) => {
  const { value, onChange, placeholder, maxLength = 200, type = 'text', autoComplete = 'off' } = props
  const { label, error, helperText, readOnly, required, autoFocus, span } = useFace(props)
  if (readOnly)
    return (
      <DataLine label={label} span={span}>
        {value}
      </DataLine>
    )
  return (
    <Box
      size="small"
      fullWidth
      type={type}
      label={label}
      value={value}
      error={error}
      helperText={helperText}
      required={required}
      autoFocus={autoFocus}
      placeholder={placeholder}
      autoComplete={autoComplete}
      onChange={(event) => onChange(event.target.value)}
      sx={spanned(span)}
      slotProps={{ htmlInput: { maxLength, 'data-field': props.name, spellCheck: false } }}
    />
  )
}

export const LongTextField = ({ rows = 2, ...props }: FieldProps<string> & { rows?: number; maxLength?: number }) => {
  const { value, onChange, maxLength = 4000 } = props
  const { label, error, helperText, readOnly, required, autoFocus, span } = useFace({ span: 2, ...props })
  if (readOnly)
    return (
      <DataLine label={label} span={span}>
        <span style={{ whiteSpace: 'pre-wrap' }}>{value}</span>
      </DataLine>
    )
  return (
    <Box
      size="small"
      fullWidth
      multiline
      minRows={rows}
      maxRows={12}
      label={label}
      value={value}
      error={error}
      helperText={helperText}
      required={required}
      autoFocus={autoFocus}
      onChange={(event) => onChange(event.target.value)}
      sx={spanned(span)}
      slotProps={{ htmlInput: { maxLength, 'data-field': props.name } }}
    />
  )
}
