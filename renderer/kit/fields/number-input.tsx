// A number as decimal text in a bare box, for filters and dialogs that are no form.
import { TextField as Box } from '@mui/material'
import { useMemo, useState } from 'react'
import { ruleText, useWords } from '../../words/index.ts'
import type { TypedText } from '../form/draft.ts'
import { useFieldOf } from '../form/form-context.ts'
import { decimalRules } from './typed-rules.ts'
import { useTypedText } from './use-typed-text.ts'

type Props = {
  label: string
  value: string
  places: number
  /** The path of the field it is; without one no refusal finds it. */
  name?: string
  signed?: boolean
  required?: boolean
  autoFocus?: boolean
  help?: string | undefined
  onChange: (value: string) => void
}

export const NumberInput = (props: Props) => {
  const { label, value, places, name, signed = false, required = false, autoFocus = false, help, onChange } = props
  const words = useWords()
  const [typed, setTyped] = useState<TypedText | null>(null)
  const rules = useMemo(() => decimalRules(places, signed, 0), [places, signed])
  const { input, broken } = useTypedText({ value, onChange, typed: typed ?? undefined, onTyped: setTyped, rules })
  const marked = useFieldOf(name ?? '', label, value)
  const rule = broken ?? marked
  return (
    <Box
      size="small"
      fullWidth
      label={label}
      required={required}
      autoFocus={autoFocus}
      error={rule !== undefined}
      helperText={rule ? ruleText(rule, words) : help}
      slotProps={{
        htmlInput: {
          ...input,
          inputMode: 'decimal',
          'data-field': name,
          'data-unread': typed?.rule,
          sx: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
        },
      }}
    />
  )
}
