// Tasks and coming dates by day, a week or a month at a time; holidays by name. Arrows go from day to day, Enter into a day.
import ChevronLeft from '@mui/icons-material/ChevronLeft'
import ChevronRight from '@mui/icons-material/ChevronRight'
import { Box, Button, IconButton, Skeleton, styled, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { OWN_TASK } from '../../../preload/contract/modules/tasks/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { addDays, monthEnd, weekdayOf, type IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { hearKey, useOfficeQuery, useRemembered, useTabs, useTabState, useViewer } from '../../client/index.ts'
import { ProblemNote } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { mondayOf, weekdayText } from './task-text.ts'
import { useTeam } from './team-switch.tsx'
import { tasksWords } from './words.ts'

type Calendar = QueryOutput<'task-calendar'>
type Item = Calendar['items'][number]
type Span = 'week' | 'month'
const MONTH_SHOWS = 4

const Grid = styled('div')(({ theme }) => ({
  display: 'grid',
  gridTemplateColumns: 'repeat(7, minmax(0, 1fr))',
  border: `1px solid ${(theme.vars ?? theme).palette.divider}`,
  borderWidth: '1px 0 0 1px',
  fontSize: 12.5,
  '& .head, & .day': {
    borderRight: `1px solid ${(theme.vars ?? theme).palette.divider}`,
    borderBottom: `1px solid ${(theme.vars ?? theme).palette.divider}`,
    minWidth: 0,
  },
  '& .head': { padding: '4px 8px', fontWeight: 600, color: (theme.vars ?? theme).palette.text.secondary },
  '& .day': { position: 'relative', padding: 4, minHeight: 96, display: 'flex', flexDirection: 'column', gap: 1 },
  '& .day:focus-visible': { outline: '2px solid', outlineColor: (theme.vars ?? theme).palette.primary.main, outlineOffset: -2 },
  '& .off': { backgroundColor: (theme.vars ?? theme).palette.action.hover },
  '& .beside .number': { opacity: 0.75 },
  // Told to who hears the page: the number alone says no day.
  '& .spoken': { position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)', whiteSpace: 'nowrap' },
  '& .number': { display: 'flex', gap: 6, alignItems: 'baseline', padding: '0 4px' },
  '& .today .number b': { color: (theme.vars ?? theme).palette.primary.main, textDecoration: 'underline', textUnderlineOffset: 3 },
  '& .name': {
    color: (theme.vars ?? theme).palette.text.secondary,
    fontSize: 11.5,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  '& button': {
    font: 'inherit',
    color: (theme.vars ?? theme).palette.text.primary,
    background: 'none',
    border: 0,
    borderRadius: 3,
    padding: '1px 4px',
    textAlign: 'left',
    cursor: 'pointer',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    minHeight: 20,
  },
  '& button.task': { backgroundColor: `color-mix(in srgb, ${(theme.vars ?? theme).palette.primary.main} 11%, transparent)` },
  '& button.late': { color: (theme.vars ?? theme).palette.error.main },
  '& button.coming': { color: (theme.vars ?? theme).palette.text.secondary },
  '& button:hover': { textDecoration: 'underline' },
  '& button:focus-visible': { outline: '2px solid', outlineColor: (theme.vars ?? theme).palette.primary.main },
}))

const rangeOf = (span: Span, day: IsoDate): { from: IsoDate; to: IsoDate } => {
  if (span === 'week') return { from: mondayOf(day), to: addDays(mondayOf(day), 6) }
  const from = mondayOf(`${day.slice(0, 7)}-01`)
  const last = monthEnd(day)
  return { from, to: addDays(last, 6 - weekdayOf(last)) }
}
const turned = (span: Span, day: IsoDate, by: 1 | -1): IsoDate => {
  if (span === 'week') return addDays(day, 7 * by)
  return by === 1 ? addDays(monthEnd(day), 1) : `${addDays(`${day.slice(0, 7)}-01`, -1).slice(0, 7)}-01`
}

type DayProps = {
  day: Calendar['days'][number]
  items: readonly Item[]
  most: number
  beside: boolean
  reached: boolean
  onOpen: (item: Item) => void
  onMore: () => void
  onKeys: (event: KeyboardEvent<HTMLElement>) => void
}
const Day = ({ day, items, most, beside, reached, onOpen, onMore, onKeys }: DayProps) => {
  const { t, name, language } = useWords(tasksWords)
  const { today } = useViewer()
  const weekend = weekdayOf(day.day) > 4
  const marks = [day.off && 'off', day.day === today && 'today', beside && 'beside'].filter(Boolean).join(' ')
  const shown = items.length > most ? items.slice(0, most - 1) : items
  const textOf = (item: Item) => [item.time, item.text || name(`follow-up.${item.rule}`), item.party].filter(Boolean).join(' ')
  const titleOf = (item: Item) => [name(`follow-up.${item.rule}`), item.taskId === null && t('calendar.coming')].filter(Boolean).join(' · ')
  return (
    <div
      role="gridcell"
      className={`day ${marks}`}
      data-day={day.day}
      tabIndex={reached ? 0 : -1}
      aria-current={day.day === today ? 'date' : undefined}
      onKeyDown={(event) => hearKey(event, onKeys)}
    >
      <span className="number">
        <span className="spoken">{`${day.day} ${weekdayText(day.day, language)}`}</span>
        <b aria-hidden>{Number(day.day.slice(8))}</b>
        <span className="name" title={day.name}>
          {day.name}
          {day.name !== '' && day.off && !weekend && ` ${t('calendar.off')}`}
          {day.name !== '' && !day.off && ` ${t('calendar.make-up')}`}
        </span>
      </span>
      {shown.map((item, at) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: several dates of one record can fall on one day
          key={`${item.taskId ?? item.recordId} ${item.rule} ${at}`}
          type="button"
          tabIndex={-1}
          className={item.taskId === null ? 'coming' : item.state === 'open' && item.day < today ? 'task late' : 'task'}
          title={`${titleOf(item)} · ${textOf(item)}`}
          onClick={() => onOpen(item)}
        >
          {textOf(item)}
        </button>
      ))}
      {items.length > shown.length && (
        <button type="button" tabIndex={-1} className="coming" onClick={onMore}>
          {t('calendar.more', { count: items.length - shown.length })}
        </button>
      )}
    </div>
  )
}

const Days = ({
  data,
  span,
  at,
  onAt,
  onSpan,
}: {
  data: Calendar
  span: Span
  at: IsoDate
  onAt: (day: IsoDate) => void
  onSpan: (span: Span) => void
}) => {
  const { name, language } = useWords(tasksWords)
  const tabs = useTabs()
  const grid = useRef<HTMLDivElement>(null)
  /** The day whose cell takes the keyboard when it has been drawn. */
  const wanted = useRef<IsoDate | null>(null)
  const cell = (day: IsoDate) => grid.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)
  useEffect(() => {
    const target = wanted.current === null ? null : cell(wanted.current)
    if (!target) return
    wanted.current = null
    target.focus()
  })
  const open = (item: Item) => {
    if (item.taskId !== null && item.rule === OWN_TASK) tabs.open('task', { id: item.taskId })
    else if (item.recordId !== null) void tabs.openRecord(item.route ?? 'document', item.recordId)
  }
  const go = (day: IsoDate) => {
    wanted.current = day
    onAt(day)
  }
  const keys = (day: IsoDate) => (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const own = event.currentTarget
    const items = [...own.querySelectorAll<HTMLElement>('button')]
    const n = items.indexOf(event.target as HTMLElement)
    const inside: Record<string, () => void> = {
      ArrowDown: () => items[Math.min(n + 1, items.length - 1)]?.focus(),
      ArrowUp: () => (n === 0 ? own.focus() : items[n - 1]?.focus()),
      Escape: () => own.focus(),
    }
    const outside: Record<string, () => void> = {
      ArrowLeft: () => go(addDays(day, -1)),
      ArrowRight: () => go(addDays(day, 1)),
      ArrowUp: () => go(addDays(day, -7)),
      ArrowDown: () => go(addDays(day, 7)),
      Home: () => go(mondayOf(day)),
      End: () => go(addDays(mondayOf(day), 6)),
      PageUp: () => go(turned(span, day, -1)),
      PageDown: () => go(turned(span, day, 1)),
      Enter: () => items[0]?.focus(),
      n: () => tabs.open('task', { dueOn: day }),
    }
    const act = (n >= 0 ? inside : outside)[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  const of = Map.groupBy(data.items, ({ day }) => day)
  const weeks = Array.from({ length: Math.ceil(data.days.length / 7) }, (_, week) => data.days.slice(week * 7, week * 7 + 7))
  const first = data.days[0]?.day ?? at
  const reached = data.days.some(({ day }) => day === at) ? at : first
  return (
    <Grid ref={grid} role="grid" aria-label={name('query.task-calendar')}>
      <div role="row" style={{ display: 'contents' }}>
        {Array.from({ length: 7 }, (_, n) => (
          <div key={n + 1} role="columnheader" className="head">
            {weekdayText(addDays(mondayOf(at), n), language)}
          </div>
        ))}
      </div>
      {weeks.map((week) => (
        <div key={week[0]!.day} role="row" style={{ display: 'contents' }}>
          {week.map((day) => (
            <Day
              key={day.day}
              day={day}
              items={of.get(day.day) ?? []}
              most={span === 'month' ? MONTH_SHOWS : 200}
              beside={span === 'month' && day.day.slice(0, 7) !== at.slice(0, 7)}
              reached={day.day === reached}
              onOpen={open}
              onMore={() => {
                onAt(day.day)
                onSpan('week')
              }}
              onKeys={keys(day.day)}
            />
          ))}
        </div>
      ))}
    </Grid>
  )
}

export const CalendarPage = () => {
  const { t, name } = useWords(tasksWords)
  const { today } = useViewer()
  const tabs = useTabs()
  const { team, teamSwitch } = useTeam()
  const [span, setSpan] = useRemembered<Span>('calendar-span', 'month')
  const [at, setAt] = useTabState<IsoDate>('at', today)
  const range = rangeOf(span, at)
  const { data, problem } = useOfficeQuery('task-calendar', { ...range, whose: team ? 'team' : 'mine' }, { keep: true })
  const title = span === 'month' ? at.slice(0, 7) : `${range.from} – ${range.to}`
  return (
    <Box sx={{ p: 2, display: 'flex', flexDirection: 'column', gap: 1.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Typography component="h1" sx={{ fontSize: 17, fontWeight: 600, mr: 1 }}>
          {name('query.task-calendar')}
        </Typography>
        <IconButton size="small" aria-label={t('calendar.back')} onClick={() => setAt(turned(span, at, -1))}>
          <ChevronLeft />
        </IconButton>
        <Typography component="h2" aria-live="polite" sx={{ fontSize: 15, fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
          {title}
        </Typography>
        <IconButton size="small" aria-label={t('calendar.forward')} onClick={() => setAt(turned(span, at, 1))}>
          <ChevronRight />
        </IconButton>
        <Button size="small" color="inherit" onClick={() => setAt(today)}>
          {t('calendar.today')}
        </Button>
        <Box sx={{ flex: 1 }} />
        {teamSwitch}
        <ToggleButtonGroup
          exclusive
          size="small"
          aria-label={t('calendar.span')}
          value={span}
          onChange={(_event, next: Span | null) => next && setSpan(next)}
        >
          {(['week', 'month'] as const).map((one) => (
            <ToggleButton key={one} value={one} sx={{ px: 1.5, py: 0.25, textTransform: 'none' }}>
              {t(`calendar.${one}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <Button size="small" variant="outlined" onClick={() => tabs.open('task', { dueOn: at })}>
          {name('command.save-task')}
        </Button>
      </Box>
      <ProblemNote problem={problem} />
      {!data && !problem && <Skeleton height={300} />}
      {data && <Days data={data} span={span} at={at} onAt={setAt} onSpan={setSpan} />}
      {data && data.more > 0 && (
        <Typography variant="body2" color="textSecondary">
          {t('calendar.more-all', { count: data.more })}
        </Typography>
      )}
      <Typography variant="caption" color="textSecondary">
        {t('calendar.help')}
      </Typography>
    </Box>
  )
}
