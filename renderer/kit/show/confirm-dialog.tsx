// Asks before something that is not easily taken back; may ask for the reason and the day. A refusal keeps it open with what was typed.
import { Button, DialogActions, DialogContent, DialogContentText, DialogTitle, Stack } from '@mui/material'
import { type ReactNode, useRef, useState } from 'react'
import type { Answer } from '../../../preload/contract/envelope.ts'
import { type Problem, problemOf, useViewer } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { DateInput } from '../fields/date-input.tsx'
import { LongTextField } from '../fields/text-field.tsx'
import { unreadIn } from '../form/focus-issue.ts'
import { ProblemNote } from './problem-note.tsx'
import { Dialog } from './dialog.tsx'

export type Confirmed = { reason: string; date: string }
type Props = {
  open: boolean
  title: string
  text?: ReactNode
  /** Words of the button that does it. */
  confirm: string
  danger?: boolean
  reason?: 'required' | 'optional'
  /** Asks for a day; today to begin with. */
  date?: string
  /** What the command calls that day: `on`, if nothing else is said. */
  dateField?: string
  /** False while what is asked for in it is not there to be sent. */
  ready?: boolean
  children?: ReactNode
  /** Gives the office's answer: refused, the dialog stays with what was typed. */
  onConfirm: (given: Confirmed) => Promise<Answer<unknown>>
  onClose: () => void
}

/** A choice is a combobox with a hidden input beside it. */
const FIRST_FIELD = '[role=combobox], input:not([disabled], [aria-hidden=true]), textarea:not([aria-hidden=true])'
/** What is asked first is typed first, unless a field has asked for the keyboard; a question without fields is answered on its button. */
const toFirstField = (box: HTMLElement | null): void => {
  if (box && !box.contains(document.activeElement)) box.querySelector<HTMLElement>(FIRST_FIELD)?.focus()
}

const Body = (props: Props) => {
  const { title, text, confirm, danger = false, reason, date, children, onConfirm, onClose } = props
  const { t } = useWords()
  const { today } = useViewer()
  const [why, setWhy] = useState('')
  const [day, setDay] = useState<string | null>(today)
  const [running, setRunning] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const content = useRef<HTMLElement | null>(null)
  const ready = !running && props.ready !== false && (reason !== 'required' || why.trim() !== '') && (date === undefined || day !== null)
  const go = async () => {
    if (!ready) return
    const issues = unreadIn(content.current)
    if (issues.length > 0) return setProblem({ refused: 'invalid-input', data: { issues } })
    setRunning(true)
    try {
      const failed = problemOf(await onConfirm({ reason: why.trim(), date: day ?? today }))
      setProblem(failed)
      if (!failed) onClose()
    } finally {
      setRunning(false)
    }
  }
  return (
    <Dialog open onClose={running ? undefined : onClose} fullWidth maxWidth="xs" onSubmit={() => void go()}>
      <DialogTitle>{title}</DialogTitle>
      <DialogContent
        ref={(box: HTMLElement | null) => {
          content.current = box
          toFirstField(box)
        }}
      >
        <Stack spacing={1.5}>
          {text !== undefined && <DialogContentText component="div">{text}</DialogContentText>}
          {children}
          {date !== undefined && (
            <DateInput name={props.dateField ?? 'on'} label={date} value={day} today={today} fact required onChange={setDay} />
          )}
          {reason !== undefined && (
            <LongTextField name="reason" required={reason === 'required'} rows={1} maxLength={200} value={why} onChange={setWhy} />
          )}
          <ProblemNote problem={problem} onAgain={() => void go()} />
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose} disabled={running}>
          {t('kit.cancel')}
        </Button>
        <Button
          variant="contained"
          disableElevation
          color={danger ? 'error' : 'primary'}
          disabled={!ready}
          autoFocus={children === undefined && reason === undefined && date === undefined}
          onClick={() => void go()}
        >
          {confirm}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

export const ConfirmDialog = (props: Props) => (props.open ? <Body {...props} /> : null)
