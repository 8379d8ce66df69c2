// A number as decimal text in a bare box, for filters and dialogs that are no form.
import { TextField as Box } from '@mui/material'
import { useMemo, useState } from 'react'
import { ruleText, useWords } from '../../words/index.ts'
import type { TypedText } from '../form/draft.ts'
import { decimalRules } from './typed-rules.ts'
import { useTypedText } from './use-typed-text.ts'

type Props = { label: string; value: string; places: number; signed?: boolean; autoFocus?: boolean; onChange: (value: string) => void }

export const NumberInput = ({ label, value, places, signed = false, autoFocus = false, onChange }: Props) => {
  const words = useWords()
  const [typed, setTyped] = useState<TypedText | null>(null)
  const rules = useMemo(() => decimalRules(places, signed, 0), [places, signed])
  const { input, broken } = useTypedText({ value, onChange, typed: typed ?? undefined, onTyped: setTyped, rules })
  return (
    <Box
      size="small"
      fullWidth
      label={label}
      autoFocus={autoFocus}
      error={broken !== undefined}
      helperText={broken && ruleText(broken, words)}
      slotProps={{ htmlInput: { ...input, inputMode: 'decimal', sx: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' } } }}
    />
  )
}
