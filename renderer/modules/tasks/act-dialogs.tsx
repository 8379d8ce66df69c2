// What is asked when a task is finished with a note, kept still, given away, left waiting, or commented on.
import { Box, DialogContent, DialogContentText, DialogTitle, ListItemText, MenuItem, MenuList, Stack } from '@mui/material'
import { useState } from 'react'
import type { TaskLine } from '../../../preload/contract/modules/tasks/calls.ts'
import { addDays, instantIn, type IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { type Problem, problemOf, useCommand, useViewer } from '../../client/index.ts'
import { DateInput, LongTextField, TextField } from '../../kit/fields/index.ts'
import { ConfirmDialog, Dialog, ProblemNote } from '../../kit/show/index.ts'
import { UserField } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import { MentionField, type Mentioned, stillNamed } from './mention-field.tsx'
import { mondayOf, useTaskTexts } from './task-text.ts'
import { tasksWords } from './words.ts'

export type TaskToAct = Pick<TaskLine, 'id' | 'revision' | 'rule' | 'title' | 'number' | 'party' | 'waitingFor'>
export type TaskAct = 'finish' | 'snooze' | 'wait' | 'hand-over' | 'comment'
type Props = { task: TaskToAct; onClose: () => void }

/** 9:00 is when an office begins. */
const MORNING = '09:00'
const HOUR = 3_600_000
const TIME = /^([01]?\d|2[0-3])[:：]?([0-5]\d)$/
/** A typed time (9:00, 0900, full-width) as HH:MM; null for what is none. */
export const timeOf = (typed: string): string | null => {
  const found = TIME.exec(typed.trim().normalize('NFKC'))
  return found ? `${found[1]!.padStart(2, '0')}:${found[2]}` : null
}

const About = ({ task }: { task: TaskToAct }) => {
  const { titleOf, ruleOf } = useTaskTexts()
  const title = titleOf(task)
  return (
    <>
      {ruleOf(task.rule)} · <strong>{title}</strong>
    </>
  )
}

const FinishDialog = ({ task, onClose }: Props) => {
  const { name } = useWords(tasksWords)
  const finishing = useCommand('finish-task')
  const [note, setNote] = useState('')
  return (
    <ConfirmDialog
      open
      title={name('command.finish-task')}
      text={<About task={task} />}
      confirm={name('command.finish-task')}
      onConfirm={() => finishing.run({ id: task.id, revision: task.revision, note: note.trim() })}
      onClose={onClose}
    >
      <LongTextField name="note" autoFocus maxLength={500} value={note} onChange={setNote} />
    </ConfirmDialog>
  )
}

const SnoozeDialog = ({ task, onClose }: Props) => {
  const { t, name } = useWords(tasksWords)
  const { today, company } = useViewer()
  const snoozing = useCommand('snooze-task')
  const [own, setOwn] = useState(false)
  const [day, setDay] = useState<IsoDate | null>(addDays(today, 1))
  const [time, setTime] = useState(MORNING)
  const [problem, setProblem] = useState<Problem | null>(null)
  const at = (on: IsoDate, clock = MORNING) => instantIn(company.timeZone, on, clock)
  const snooze = (until: string) => snoozing.run({ id: task.id, until })
  const go = async (until: string) => {
    const failed = problemOf(await snooze(until))
    setProblem(failed)
    if (!failed) onClose()
  }
  const clock = timeOf(time)
  if (own)
    return (
      <ConfirmDialog
        open
        title={name('command.snooze-task')}
        text={t('act.snooze-text')}
        confirm={name('command.snooze-task')}
        ready={day !== null && clock !== null}
        onConfirm={() => snooze(at(day!, clock!))}
        onClose={onClose}
      >
        <Stack direction="row" spacing={1.5}>
          <DateInput name="until" label={name('field.until')} value={day} today={today} from={today} required autoFocus onChange={setDay} />
          <TextField name="dueTime" value={time} maxLength={5} placeholder="HH:MM" onChange={setTime} />
        </Stack>
      </ConfirmDialog>
    )
  return (
    <Dialog open fleeting onClose={onClose} fullWidth maxWidth="xs">
      <DialogTitle>{name('command.snooze-task')}</DialogTitle>
      <DialogContent>
        <DialogContentText component="div" sx={{ fontSize: 13 }}>
          <About task={task} />
          <Box>{t('act.snooze-text')}</Box>
        </DialogContentText>
        <MenuList autoFocusItem sx={{ mx: -2 }}>
          <MenuItem onClick={() => void go(new Date(Date.now() + HOUR).toISOString())}>
            <ListItemText>{t('act.snooze-hour')}</ListItemText>
          </MenuItem>
          <MenuItem onClick={() => void go(at(addDays(today, 1)))}>
            <ListItemText>{t('act.snooze-tomorrow')}</ListItemText>
          </MenuItem>
          <MenuItem onClick={() => void go(at(addDays(mondayOf(today), 7)))}>
            <ListItemText>{t('act.snooze-monday')}</ListItemText>
          </MenuItem>
          <MenuItem onClick={() => setOwn(true)}>
            <ListItemText>{t('act.snooze-own')}</ListItemText>
          </MenuItem>
        </MenuList>
        <ProblemNote problem={problem} />
      </DialogContent>
    </Dialog>
  )
}

const WaitDialog = ({ task, onClose }: Props) => {
  const { t, name } = useWords(tasksWords)
  const { today } = useViewer()
  const waiting = useCommand('wait-task')
  const [until, setUntil] = useState<IsoDate | null>(addDays(today, 7))
  const [reason, setReason] = useState(task.waitingFor)
  return (
    <ConfirmDialog
      open
      title={name('command.wait-task')}
      text={
        <>
          <About task={task} />
          <Box>{t('act.wait-text')}</Box>
        </>
      }
      confirm={name('command.wait-task')}
      onConfirm={() => waiting.run({ id: task.id, revision: task.revision, until: until ?? '', reason: reason.trim() })}
      onClose={onClose}
    >
      <Stack spacing={1.5}>
        <DateInput
          name="until"
          label={name('field.until')}
          value={until}
          today={today}
          from={addDays(today, 1)}
          required
          onChange={setUntil}
        />
        <TextField name="reason" label={name('field.waitingFor')} required autoFocus value={reason} onChange={setReason} />
      </Stack>
    </ConfirmDialog>
  )
}

const HandOverDialog = ({ task, onClose }: Props) => {
  const { t, name } = useWords(tasksWords)
  const handing = useCommand('hand-over-task')
  const [userId, setUserId] = useState<string | null>('')
  const [note, setNote] = useState('')
  return (
    <ConfirmDialog
      open
      title={name('command.hand-over-task')}
      text={
        <>
          <About task={task} />
          <Box>{t('act.hand-over-text')}</Box>
        </>
      }
      confirm={name('command.hand-over-task')}
      onConfirm={() => handing.run({ id: task.id, revision: task.revision, userId: userId ?? '', note: note.trim() })}
      onClose={onClose}
    >
      <Stack spacing={1.5}>
        <UserField name="userId" label={name('field.givenTo')} required autoFocus value={userId} onChange={setUserId} />
        <LongTextField name="note" rows={1} maxLength={200} value={note} onChange={setNote} />
      </Stack>
    </ConfirmDialog>
  )
}

const CommentDialog = ({ task, onClose }: Props) => {
  const { t, name } = useWords(tasksWords)
  const commenting = useCommand('comment-task')
  const [eventId] = useState(newId)
  const [text, setText] = useState('')
  const [named, setNamed] = useState<readonly Mentioned[]>([])
  return (
    <ConfirmDialog
      open
      title={name('command.comment-task')}
      text={<About task={task} />}
      confirm={name('command.comment-task')}
      ready={text.trim() !== ''}
      onConfirm={() => commenting.run({ id: task.id, eventId, text: text.trim(), userIds: stillNamed(text, named) })}
      onClose={onClose}
    >
      <MentionField
        name="text"
        label={name('field.eventId')}
        value={text}
        named={named}
        help={t('act.comment-help')}
        autoFocus
        onChange={(next, mentioned) => {
          setText(next)
          setNamed(mentioned)
        }}
      />
    </ConfirmDialog>
  )
}

/** The dialog of what is being done with a task. */
export const ActDialog = ({ act, ...props }: Props & { act: TaskAct }) => {
  switch (act) {
    case 'finish':
      return <FinishDialog {...props} />
    case 'snooze':
      return <SnoozeDialog {...props} />
    case 'wait':
      return <WaitDialog {...props} />
    case 'hand-over':
      return <HandOverDialog {...props} />
    default:
      return <CommentDialog {...props} />
  }
}
