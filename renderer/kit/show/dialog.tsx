// The one dialog: Ctrl+Enter does what it is for, and what has been typed in it does not vanish by a click beside it or by Esc alone.
import { Button, Dialog as Box, DialogActions, DialogContent, DialogContentText, DialogTitle, type DialogProps } from '@mui/material'
import { type FocusEvent, type FormEvent, type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { hearKey } from '../../client/index.ts'
import { FormContext } from '../form/form-context.ts'
import { leaveField } from '../form/leave-field.ts'
import { useHeldFocus, useRefused } from '../form/use-refused.ts'
import { useWords } from '../../words/index.ts'

type Field = HTMLInputElement | HTMLTextAreaElement
/** A choice holds its value in an input beside what is focused. */
const fieldOf = (target: EventTarget): Field | null => {
  if (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) return target
  return target instanceof HTMLElement ? (target.closest('.MuiInputBase-root')?.querySelector('input') ?? null) : null
}
const contentOf = (field: Field): string =>
  field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio') ? String(field.checked) : field.value

/** What a surface that can be closed by Esc or by a click beside it needs so that nothing typed in it is lost. */
export const useTypedGuard = (onClose: (() => void) | undefined): Guard => {
  const { t } = useWords()
  /** Each touched field with what stood in it before. */
  const before = useRef(new Map<Field, string>())
  const [asking, setAsking] = useState(false)
  const isTyped = () => [...before.current].some(([field, content]) => field.isConnected && contentOf(field) !== content)
  const note = ({ target }: FocusEvent | FormEvent, unknown?: string) => {
    const field = fieldOf(target)
    if (field && !before.current.has(field)) before.current.set(field, unknown ?? contentOf(field))
  }
  return {
    watch: {
      onFocusCapture: (event) => note(event),
      // A field that was typed in without having been entered (put there by a program): it was empty.
      onInputCapture: (event) => note(event, ''),
    },
    close: (_event, reason) => {
      if (!isTyped()) return onClose?.()
      if (reason === 'escapeKeyDown' && onClose) setAsking(true)
    },
    question: asking && (
      <Box open onClose={() => setAsking(false)} maxWidth="xs">
        <DialogTitle>{t('kit.dialog.typed-title')}</DialogTitle>
        <DialogContent>
          <DialogContentText>{t('kit.dialog.typed-text')}</DialogContentText>
        </DialogContent>
        <DialogActions>
          <Button
            color="error"
            onClick={() => {
              setAsking(false)
              onClose?.()
            }}
          >
            {t('kit.dialog.discard')}
          </Button>
          <Button autoFocus onClick={() => setAsking(false)}>
            {t('kit.dialog.keep')}
          </Button>
        </DialogActions>
      </Box>
    ),
  }
}
type Guard = {
  watch: { onFocusCapture: (event: FocusEvent) => void; onInputCapture: (event: FormEvent) => void }
  close: (event: object, reason: 'backdropClick' | 'escapeKeyDown') => void
  question: ReactNode
}

type Props = Omit<DialogProps, 'onClose' | 'onKeyDown' | 'onSubmit'> & {
  /** Esc and a click beside it; absent while it may not be closed. */
  onClose?: (() => void) | undefined
  /** Ctrl+Enter. */
  onSubmit?: (() => void) | undefined
  /** What is typed in it is worth nothing afterwards, such as a search: it closes without a question. */
  fleeting?: boolean
  /** A click beside it does nothing: what it shows would be gone. */
  stays?: boolean
}

/** The name stands on what bears the role, where the box would put it around it; a dialog without a title has none that names it. */
const named = (label: string) => ({ 'aria-label': label, 'aria-labelledby': undefined })

export const Dialog = ({
  onClose,
  onSubmit,
  fleeting = false,
  stays = false,
  children,
  slotProps,
  'aria-label': label,
  ...props
}: Props) => {
  const { watch, close, question } = useTypedGuard(onClose)
  const box = useRef<HTMLDivElement>(null)
  const surroundings = useRefused(box)
  useHeldFocus(box)
  const latest = useRef(onSubmit)
  useLayoutEffect(() => {
    latest.current = onSubmit
  })
  const closeBox: typeof close = (event, reason) => {
    if (stays && reason === 'backdropClick') return
    if (fleeting) onClose?.()
    else close(event, reason)
  }
  const submit = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !onSubmit) return
    event.preventDefault()
    event.stopPropagation()
    // A field that reads its text when it is left is read before anything is sent.
    flushSync(leaveField)
    latest.current?.()
  }
  return (
    <Box
      {...props}
      onClose={closeBox}
      onKeyDown={(event) => hearKey(event, submit)}
      {...(fleeting ? {} : watch)}
      slotProps={{ ...slotProps, paper: { ...slotProps?.paper, ...(label !== undefined && named(label)), ref: box, tabIndex: -1 } }}
    >
      <FormContext value={surroundings}>
        {children}
        {question}
      </FormContext>
    </Box>
  )
}
