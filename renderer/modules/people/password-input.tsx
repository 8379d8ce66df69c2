// A field for a password: can be shown, warns of Caps Lock; a refusal of its form finds it by its path.
import Visibility from '@mui/icons-material/VisibilityOutlined'
import VisibilityOff from '@mui/icons-material/VisibilityOffOutlined'
import { IconButton, InputAdornment, TextField } from '@mui/material'
import { type KeyboardEvent, useState } from 'react'
import { hearKey } from '../../client/index.ts'
import { useFieldOf } from '../../kit/form/index.ts'
import { ruleText, useWords } from '../../words/index.ts'

type Props = {
  label: string
  value: string
  onChange: (value: string) => void
  /** What the browser's password store should take it for. */
  purpose: 'current-password' | 'new-password'
  /** The path of the field it is; without one no refusal finds it. */
  name?: string
  /** In words. */
  issue?: string | undefined
  help?: string
  autoFocus?: boolean
  disabled?: boolean
}

export const PasswordInput = ({ label, value, onChange, purpose, name, issue, help, autoFocus, disabled }: Props) => {
  const words = useWords()
  const { t } = words
  const [shown, setShown] = useState(false)
  const [capsLock, setCapsLock] = useState(false)
  const look = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))
  const marked = useFieldOf(name ?? '', label, value)
  const wrong = issue ?? (marked && ruleText(marked, words))
  return (
    <TextField
      fullWidth
      size="small"
      label={label}
      type={shown ? 'text' : 'password'}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => hearKey(event, look)}
      onKeyUp={(event) => hearKey(event, look)}
      autoFocus={autoFocus}
      disabled={disabled}
      error={wrong !== undefined}
      helperText={wrong ?? (capsLock ? t('sign-in.caps-lock') : help)}
      autoComplete={purpose}
      slotProps={{
        htmlInput: { spellCheck: false, maxLength: 128, 'data-field': name },
        input: {
          endAdornment: (
            <InputAdornment position="end">
              <IconButton
                size="small"
                edge="end"
                tabIndex={-1}
                aria-label={t(shown ? 'sign-in.hide-password' : 'sign-in.show-password')}
                onClick={() => setShown(!shown)}
                onMouseDown={(event) => event.preventDefault()}
              >
                {shown ? <VisibilityOff fontSize="small" /> : <Visibility fontSize="small" />}
              </IconButton>
            </InputAdornment>
          ),
        },
      }}
    />
  )
}
