// One task: what it says, on which day, for whom, of which record; its checklist; what was done and said about it. One that a rule has made is read here, one's own is typed.
import { Box, Button, Checkbox, Chip, IconButton, TextField as Plain, Typography } from '@mui/material'
import DeleteOutlined from '@mui/icons-material/DeleteOutlined'
import { type KeyboardEvent, useMemo, useState } from 'react'
import type { TaskRepeat } from '../../../preload/contract/modules/tasks/calls.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { hearKey, type Params, type Problem, problemOf, useCommand, useTabs, useViewer } from '../../client/index.ts'
import { DateField, LongTextField, OptionField, SwitchField, TextField } from '../../kit/fields/index.ts'
import { type Form, FormSection } from '../../kit/form/index.ts'
import { DataLine, MoneyText, ProblemNote, RecordLink } from '../../kit/show/index.ts'
import { asks, DocumentPage, opens, type RecordAction, useRecord } from '../../records/document/index.ts'
import { AnyRecordField } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import { ActDialog, type TaskAct } from './act-dialogs.tsx'
import { MentionField, type Mentioned, stillNamed } from './mention-field.tsx'
import { PeopleField } from './people-field.tsx'
import { emptyTask, isOwn, type Task, type TaskFormValues, taskFormValuesOf, taskInputOf } from './task-form-values.ts'
import { useTaskTexts } from './task-text.ts'
import { tasksWords } from './words.ts'

const EVERY: readonly TaskRepeat['every'][] = ['day', 'working-day', 'week', 'month', 'year']

const Content = ({ form, task }: { form: Form<TaskFormValues>; task: Task | undefined }) => {
  const { t, name } = useWords(tasksWords)
  const fixed = task && !task.mayChange ? true : undefined
  return (
    <FormSection title={t('task.content')}>
      <TextField {...form.field('title')} required autoFocus={form.isNew} span={2} readOnly={fixed} />
      <DateField {...form.field('dueOn')} required readOnly={fixed} />
      <TextField {...form.field('dueTime')} maxLength={5} placeholder="HH:MM" help={t('task.time-help')} readOnly={fixed} />
      <PeopleField {...form.field('userIds')} span={2} readOnly={fixed} />
      <AnyRecordField {...form.field('record')} label={t('task.record')} readOnly={fixed} />
      <OptionField
        name="every"
        label={name('field.repeat')}
        value={form.value.every ?? ''}
        empty={t('task.repeat-none')}
        onChange={(every) => form.set({ every: EVERY.find((one) => one === every) ?? null })}
        options={EVERY.map((one) => ({ id: one, label: t(`task.repeat-1-${one}`) }))}
      />
      {form.value.every !== null && <TextField {...form.field('count')} label={t('task.repeat-count')} maxLength={2} readOnly={fixed} />}
      <SwitchField {...form.field('urgent')} readOnly={fixed} />
      <LongTextField {...form.field('note')} span={4} readOnly={fixed} />
    </FormSection>
  )
}

/** What a rule's task is about: read of its record for who may see that. */
const About = ({ task }: { task: Task }) => {
  const { t, name } = useWords(tasksWords)
  const { whenText, daysText, ruleOf } = useTaskTexts()
  return (
    <FormSection title={t('task.about')}>
      <DataLine label={name('field.rule')}>{ruleOf(task.rule)}</DataLine>
      <DataLine label={t('task.record')}>
        <RecordLink route={task.route ?? 'document'} id={task.recordId}>
          {task.number}
        </RecordLink>
      </DataLine>
      <DataLine label={name('field.party')}>{task.party}</DataLine>
      <DataLine label={name('field.amount')}>{task.amount && <MoneyText money={task.amount} />}</DataLine>
      <DataLine label={name('field.dueOn')}>
        {whenText(task)}
        {task.state === 'open' && ` · ${daysText(task)}`}
      </DataLine>
      <DataLine label={name('field.firstOn')}>{task.firstOn}</DataLine>
      <DataLine label={name('field.userIds')} span={2}>
        {task.people.map(({ id, name: person, because }) => (
          <Chip key={id} size="small" sx={{ mr: 0.5 }} label={`${person} · ${name(`task-person.${because}`)}`} />
        ))}
      </DataLine>
    </FormSection>
  )
}

const StateLine = ({ task }: { task: Task }) => {
  const { t } = useWords(tasksWords)
  const { instantText } = useTaskTexts()
  const said = [
    task.escalatedOn !== null && t('today.escalated-on', { on: task.escalatedOn }),
    task.waitingUntil !== null && t('today.waits-until', { until: task.waitingUntil, reason: task.waitingFor }),
    task.snoozedUntil !== null && t('today.snoozed-until', { until: instantText(task.snoozedUntil) }),
  ].filter((one) => one !== false)
  return said.length === 0 ? null : <Typography variant="body2">{said.join(' · ')}</Typography>
}

const Checklist = ({ form, task }: { form: Form<TaskFormValues>; task: Task | undefined }) => {
  const { t } = useWords(tasksWords)
  const ticking = useCommand('tick-task')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [typed, setTyped] = useState('')
  const { checks } = form.value
  const editable = task === undefined || task.mayChange
  const mayTick = task === undefined || (task.state === 'open' && task.mayAct)
  if (!editable && checks.length === 0) return null
  const change = (id: string, part: object) => form.set({ checks: checks.map((one) => (one.id === id ? { ...one, ...part } : one)) })
  // Whoever is asked ticks at once; what is being typed is saved with it.
  const tick = async (id: string, done: boolean) => {
    if (task === undefined || form.dirty) return change(id, { done })
    setProblem(problemOf(await ticking.run({ id: task.id, revision: task.revision, checkId: id, done })))
  }
  const add = () => {
    if (typed.trim() === '') return
    form.set({ checks: [...checks, { id: newId(), text: typed.trim(), done: false }] })
    setTyped('')
  }
  const onEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    add()
  }
  const done = checks.filter((one) => one.done).length
  return (
    <FormSection title={`${t('task.checklist')}${checks.length > 0 ? ` ${done}/${checks.length}` : ''}`} wide>
      <ProblemNote problem={problem} onClose={() => setProblem(null)} />
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', maxWidth: 760 }}>
        {checks.map(({ id, text, done: ticked }) => (
          <Box component="li" key={id} sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
            <Checkbox
              size="small"
              checked={ticked}
              disabled={!mayTick}
              slotProps={{ input: { 'aria-label': text } }}
              onChange={(event) => void tick(id, event.target.checked)}
            />
            <Typography variant="body2" sx={{ flex: 1, ...(ticked && { textDecoration: 'line-through', color: 'text.secondary' }) }}>
              {text}
            </Typography>
            {editable && (
              <IconButton
                size="small"
                aria-label={t('task.remove', { name: text })}
                onClick={() => form.set({ checks: checks.filter((one) => one.id !== id) })}
              >
                <DeleteOutlined fontSize="small" />
              </IconButton>
            )}
          </Box>
        ))}
        {editable && (
          <Box component="li" sx={{ display: 'flex', gap: 1, mt: 0.5 }}>
            <Plain
              size="small"
              fullWidth
              value={typed}
              placeholder={t('task.check-new')}
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={(event) => hearKey(event, onEnter)}
              slotProps={{ htmlInput: { 'aria-label': t('task.check-new'), maxLength: 200 } }}
            />
            <Button size="small" disabled={typed.trim() === ''} onClick={add} sx={{ whiteSpace: 'nowrap' }}>
              {t('task.check-add')}
            </Button>
          </Box>
        )}
      </Box>
    </FormSection>
  )
}

const History = ({ task }: { task: Task }) => {
  const { t, name } = useWords(tasksWords)
  const { instantText } = useTaskTexts()
  const commenting = useCommand('comment-task')
  const [text, setText] = useState('')
  const [named, setNamed] = useState<readonly Mentioned[]>([])
  const [problem, setProblem] = useState<Problem | null>(null)
  const send = async () => {
    if (text.trim() === '' || commenting.running) return
    const answer = await commenting.run({ id: task.id, eventId: newId(), text: text.trim(), userIds: stillNamed(text, named) })
    setProblem(problemOf(answer))
    if (!answer.ok) return
    setText('')
    setNamed([])
  }
  return (
    <FormSection title={t('task.history')} wide>
      <Box component="ul" sx={{ m: 0, mb: 1.5, p: 0, listStyle: 'none', fontSize: 13 }}>
        {task.events.map((event) => (
          <Box component="li" key={event.id} sx={{ py: 0.25 }}>
            <Box component="span" sx={{ color: 'text.secondary', fontVariantNumeric: 'tabular-nums', mr: 1 }}>
              {instantText(event.at)}
            </Box>
            {event.by} {name(`task-act.${event.act}`)}
            {event.to !== null && ` ${t('task.to-somebody', { name: event.to })}`}
            {event.text !== '' && (
              <Box component="span" sx={{ ml: 1, whiteSpace: 'pre-wrap', ...(event.act === 'commented' && { fontWeight: 500 }) }}>
                {event.text}
              </Box>
            )}
          </Box>
        ))}
      </Box>
      <Box sx={{ maxWidth: 760, display: 'flex', flexDirection: 'column', gap: 1, alignItems: 'flex-end' }}>
        <Box sx={{ width: '100%' }}>
          <MentionField
            name="comment"
            label={name('command.comment-task')}
            help={t('act.comment-help')}
            value={text}
            named={named}
            onChange={(next, mentioned) => {
              setText(next)
              setNamed(mentioned)
            }}
          />
        </Box>
        <ProblemNote problem={problem} onClose={() => setProblem(null)} />
        <Button size="small" variant="outlined" disabled={text.trim() === '' || commenting.running} onClick={() => void send()}>
          {name('command.comment-task')}
        </Button>
      </Box>
    </FormSection>
  )
}

export const TaskPage = ({ params }: { params: Params }) => {
  const { t } = useWords(tasksWords)
  const { today, id: me, name: myName } = useViewer()
  const tabs = useTabs()
  const saving = useCommand('save-task')
  const { titleOf, ruleOf } = useTaskTexts()
  const record = useRecord('task', params, {
    formValuesOf: taskFormValuesOf,
    empty: () => emptyTask(params, today, { id: me, name: myName }),
    save: (value, at) => saving.run({ ...taskInputOf(value), id: at.id, revision: at.revision }),
  })
  const { data } = record
  const actions = useMemo((): RecordAction[] => {
    if (!data) return []
    const open = data.state === 'open'
    const acts: readonly [TaskAct, Parameters<typeof opens>[0]][] = [
      ['finish', 'finish-task'],
      ['snooze', 'snooze-task'],
      ['wait', 'wait-task'],
      ['hand-over', 'hand-over-task'],
    ]
    return [
      ...acts.map(([act, command]) =>
        opens(command, {
          shown: open && (act === 'snooze' ? data.mine : data.mayAct),
          primary: act === 'finish',
          dialog: ({ onClose }) => <ActDialog act={act} task={data} onClose={onClose} />,
        }),
      ),
      {
        name: 'kit.pick.open',
        label: data.number,
        shown: data.number !== '' && data.recordId !== null,
        onClick: () => data.recordId !== null && void tabs.openRecord(data.route ?? 'document', data.recordId),
      },
      asks('reopen-task', { text: t('task.reopen-text'), shown: data.state === 'done' && data.mayAct, input: (at) => at }),
      asks('delete-task', {
        text: t('task.delete-text'),
        danger: true,
        shown: data.mayChange,
        input: (at) => at,
        onDone: () => tabs.close(),
      }),
    ]
  }, [data, t, tabs])
  const own = isOwn(data)
  return (
    <DocumentPage
      record={record}
      number={data && (own ? data.title : `${ruleOf(data.rule)} ${titleOf(data)}`)}
      {...(data && { status: { group: 'task-state', value: data.state } })}
      actions={actions}
      readOnly={data !== undefined && !data.mayChange}
    >
      {data && <StateLine task={data} />}
      {own ? <Content form={record.form} task={data} /> : <About task={data!} />}
      {own && <Checklist form={record.form} task={data} />}
      {data && <History task={data} />}
    </DocumentPage>
  )
}
