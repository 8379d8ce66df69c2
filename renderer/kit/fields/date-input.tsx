// A day, typed in any usual way or picked; arrow keys move by a day (with Shift by a week), Page Up and Down by a month, Alt+↓ opens the calendar.
import CalendarTodayOutlined from '@mui/icons-material/CalendarTodayOutlined'
import { IconButton, Popover, TextField as Box } from '@mui/material'
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useMemo, useRef, useState } from 'react'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { ruleText, useWords } from '../../words/index.ts'
import type { TypedText } from '../form/draft.ts'
import { useFieldOf } from '../form/form-context.ts'
import { monthsLater } from '../format/typed-dates.ts'
import { dateRules } from './typed-rules.ts'
import { useTypedText } from './use-typed-text.ts'
import { hearKey } from '../../client/index.ts'

const Calendar = lazy(() => import('./calendar.tsx').then((loaded) => ({ default: loaded.Calendar })))

type Props = {
  label: string
  value: IsoDate | null
  today: IsoDate
  onChange: (day: IsoDate | null) => void
  /** The path of the field it is; without one no refusal finds it. */
  name?: string
  issue?: string
  helperText?: ReactNode
  required?: boolean
  /** Says what has happened: a day after today is told at once, before the office refuses it. */
  fact?: boolean
  /** The day it follows: an earlier one is told at once. */
  from?: IsoDate | null
  autoFocus?: boolean
  typed?: TypedText
  onTyped?: (typed: TypedText | null) => void
  sx?: object
  width?: number
}

const outOfOrder = (value: IsoDate | null, { fact, from, today }: Pick<Props, 'fact' | 'from' | 'today'>): string | undefined => {
  if (value === null || value === '') return undefined
  if (fact === true && value > today) return 'ahead'
  return from != null && value < from ? 'before' : undefined
}

export const DateInput = (props: Props) => {
  const { label, value, today, onChange, issue, helperText, required = false, autoFocus = false, width } = props
  const words = useWords()
  const [own, setOwn] = useState<TypedText | null>(null)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const box = useRef<HTMLDivElement>(null)
  const rules = useMemo(() => dateRules(today), [today])
  const typed = props.onTyped ? props.typed : (own ?? undefined)
  const { input, broken } = useTypedText({ value, onChange, typed, onTyped: props.onTyped ?? setOwn, rules })
  const marked = useFieldOf(props.name ?? '', label, value)
  const rule = broken ?? issue ?? marked ?? outOfOrder(value, props)
  const keys = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'ArrowDown' && event.altKey) {
      event.preventDefault()
      setAnchor(box.current)
    } else if (event.key === 'PageUp' || event.key === 'PageDown') {
      event.preventDefault()
      onChange(monthsLater(value ?? today, event.key === 'PageUp' ? -1 : 1))
      event.currentTarget.blur()
      event.currentTarget.focus()
    } else if (event.key === 'Enter') {
      input.onBlur()
    } else input.onKeyDown(event)
  }
  return (
    <>
      <Box
        ref={box}
        size="small"
        fullWidth={width === undefined}
        label={label}
        required={required}
        autoFocus={autoFocus}
        error={rule !== undefined}
        helperText={rule === undefined ? helperText : ruleText(rule, words)}
        autoComplete="off"
        placeholder="YYYY-MM-DD"
        sx={{ ...props.sx, ...(width !== undefined && { width }) }}
        slotProps={{
          htmlInput: {
            ...input,
            onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => hearKey(event, keys),
            'data-field': props.name,
            'data-unread': typed?.rule,
            style: { fontVariantNumeric: 'tabular-nums' },
          },
          input: {
            endAdornment: (
              <IconButton size="small" edge="end" tabIndex={-1} aria-label={words.t('kit.calendar')} onClick={() => setAnchor(box.current)}>
                <CalendarTodayOutlined sx={{ fontSize: 16 }} />
              </IconButton>
            ),
          },
        }}
      />
      {anchor && (
        <Popover open anchorEl={anchor} onClose={() => setAnchor(null)} anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}>
          <Suspense fallback={null}>
            <Calendar
              value={value}
              today={today}
              onPick={(day) => {
                if (props.onTyped && typed) props.onTyped(null)
                setOwn(null)
                onChange(day)
                setAnchor(null)
              }}
            />
          </Suspense>
        </Popover>
      )}
    </>
  )
}
