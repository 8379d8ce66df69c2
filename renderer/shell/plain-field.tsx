// A line of text on a page before anybody has signed in: no office is asked, and no browser fills it in.
import { TextField } from '@mui/material'
import { ruleText, useWords } from '../words/index.ts'

type PlainFieldProps = {
  label: string
  value: string
  onChange: (value: string) => void
  maxLength: number
  placeholder?: string
  required?: boolean
  /** It is required and empty, and that is to be said. */
  isMissing?: boolean
  autoFocus?: boolean
}

export const PlainField = ({ onChange, maxLength, isMissing = false, ...field }: PlainFieldProps) => {
  const words = useWords()
  return (
    <TextField
      fullWidth
      {...field}
      onChange={(event) => onChange(event.target.value)}
      autoComplete="off"
      error={isMissing}
      helperText={isMissing ? ruleText('required', words) : undefined}
      slotProps={{ htmlInput: { spellCheck: false, maxLength } }}
    />
  )
}
