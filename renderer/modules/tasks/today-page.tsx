// Today's tasks (今日事务): approvals that wait with the buttons to decide them right there, then tasks by how soon they are due, what I sent, what was answered.
import CalendarMonth from '@mui/icons-material/CalendarMonthOutlined'
import { Alert, Box, Button, Skeleton, ToggleButton, ToggleButtonGroup, Typography } from '@mui/material'
import { useEffect, useRef } from 'react'
import type { ApprovalView } from '../../../preload/contract/modules/approvals/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { listenForKeys, useMay, useOfficeQuery, useRemembered, useTabs, useTabState, useViewer } from '../../client/index.ts'
import { ApprovalCard } from '../../records/approvals/index.ts'
import { EmptyState, ProblemNote } from '../../kit/show/index.ts'
import { Panels } from '../../records/index.ts'
import { useWords } from '../../words/index.ts'
import { DoneTasks } from './done-tasks.tsx'
import { QuickLine } from './quick-line.tsx'
import { fits, isFiltered, NO_FILTER, TaskFilters } from './task-filters.tsx'
import { Section, TaskSections } from './task-sections.tsx'
import { useTaskTexts, weekdayText } from './task-text.ts'
import { useTaskList } from './use-task-list.tsx'
import { useTeam } from './team-switch.tsx'
import { tasksWords } from './words.ts'

const Cards = ({ approvals }: { approvals: readonly ApprovalView[] }) =>
  approvals.map((one) => <ApprovalCard key={one.id} approval={one} />)

/** Above everything else: what is recorded can no longer be trusted from there on. */
const BrokenTrail = ({ entry }: { entry: number }) => {
  const { t } = useWords(tasksWords)
  const { open } = useTabs()
  return (
    <Alert
      severity="error"
      action={
        <Button color="inherit" size="small" onClick={() => open('audit')} sx={{ whiteSpace: 'nowrap' }}>
          {t('today.open-audit')}
        </Button>
      }
    >
      {t('today.audit-broken', { entry })}
    </Alert>
  )
}

const HolidaysUnknown = ({ year }: { year: number }) => {
  const { t } = useWords(tasksWords)
  const { open } = useTabs()
  const may = useMay()('reminder-rule.view')
  return (
    <Alert
      severity="info"
      variant="outlined"
      sx={{ py: 0, alignItems: 'center' }}
      action={
        may && (
          <Button color="inherit" size="small" onClick={() => open('work-year', { year: String(year) })} sx={{ whiteSpace: 'nowrap' }}>
            {t('today.open-work-year')}
          </Button>
        )
      }
    >
      {t('today.holidays-unknown', { year })}
    </Alert>
  )
}

/** Whoever looks at this page has seen what has come: the bell counts anew from the newest of it on. */
const useSeen = () => {
  const newest = useOfficeQuery('bell', {}).data?.items[0]?.at ?? ''
  const [seen, setSeen] = useRemembered<string>('bell-seen', '')
  useEffect(() => {
    if (newest > seen) setSeen(newest)
  }, [newest, seen, setSeen])
}

const OpenTasks = ({ data, team }: { data: QueryOutput<'today'>; team: boolean }) => {
  const { t } = useWords(tasksWords)
  const { ruleOf } = useTaskTexts()
  const [filter, setFilter] = useTabState('filter', NO_FILTER)
  const page = useRef<HTMLDivElement>(null)
  const quick = useRef<HTMLInputElement>(null)
  const search = useRef<HTMLInputElement>(null)
  // People are a filter of the whole department alone.
  const used = team ? filter : { ...filter, people: [] }
  const tasks = isFiltered(used) ? data.tasks.filter((task) => fits(used, task, ruleOf)) : data.tasks
  const { root, acts, reached, isEnding, dialogs, notes, toFirst } = useTaskList(tasks, () => (search.current ?? quick.current)?.focus())
  const all = data.counts.reduce((sum, { count }) => sum + count, 0)
  const hasTasks = data.tasks.length > 0

  // From wherever nothing else has the keyboard: / searches, the arrow down begins with the first task.
  const latest = useRef(toFirst)
  useEffect(() => {
    latest.current = toFirst
  })
  useEffect(
    () =>
      listenForKeys(window, (event) => {
        const { target } = event
        const isFree =
          target instanceof HTMLElement && (target === document.body || target.role === 'tabpanel' || target.dataset['row'] !== undefined)
        const isSeen = page.current !== null && page.current.checkVisibility?.() !== false
        if (!isFree || !isSeen || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
        const keys: Record<string, (() => void) | undefined> = { '/': () => search.current?.focus(), ArrowDown: latest.current }
        const act = keys[event.key]
        if (!act) return
        event.preventDefault()
        act()
      }),
    [],
  )
  return (
    <Box ref={page} sx={{ display: 'flex', flexDirection: 'column', gap: 1.5 }}>
      <QuickLine input={quick} onDown={toFirst} />
      {hasTasks && (
        <TaskFilters
          today={{ counts: data.counts, people: team ? data.people : [] }}
          filter={used}
          search={search}
          ruleOf={ruleOf}
          onFilter={setFilter}
          onDown={toFirst}
        />
      )}
      {notes}
      <Box ref={root} sx={{ display: 'flex', flexDirection: 'column', gap: 1.5 }}>
        <TaskSections tasks={tasks} unfolded={isFiltered(used)} team={team} acts={acts} reached={reached} isEnding={isEnding} />
      </Box>
      {hasTasks && tasks.length === 0 && <Typography color="textSecondary">{t('today.no-match')}</Typography>}
      {!hasTasks && data.waiting.length === 0 && (
        <EmptyState title={t('today.nothing')} text={t(team ? 'today.nothing-team' : 'today.nothing-text')} />
      )}
      {all > data.tasks.length && (
        <Typography variant="body2" color="textSecondary">
          {t('today.more', { count: all - data.tasks.length })}
        </Typography>
      )}
      {hasTasks && (
        <Typography variant="caption" color="textSecondary">
          {t('today.help')}
        </Typography>
      )}
      {dialogs}
    </Box>
  )
}

export const TodayPage = () => {
  const { t, name, language } = useWords(tasksWords)
  const { today } = useViewer()
  const tabs = useTabs()
  const [shown, setShown] = useTabState<'open' | 'done'>('shown', 'open')
  const { team, teamSwitch } = useTeam()
  const { data, problem } = useOfficeQuery('today', { whose: team ? 'team' : 'mine' }, { keep: true })
  useSeen()
  return (
    <Box sx={{ p: 2, display: 'flex', flexDirection: 'column', gap: 1.75, maxWidth: 1500, mx: 'auto' }}>
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1.5 }}>
        <Typography component="h1" variant="h1">
          {name('query.today')}{' '}
          <Box component="span" sx={{ color: 'text.secondary', fontWeight: 400, fontSize: 14 }}>
            {today} {weekdayText(today, language)}
          </Box>
        </Typography>
        <Box sx={{ flex: 1 }} />
        {teamSwitch}
        <ToggleButtonGroup
          exclusive
          size="small"
          aria-label={t('today.show')}
          value={shown}
          onChange={(_event, next: typeof shown | null) => next && setShown(next)}
        >
          {(['open', 'done'] as const).map((one) => (
            <ToggleButton key={one} value={one} sx={{ px: 1.5, py: 0.25, textTransform: 'none' }}>
              {t(`today.${one}`)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <Button size="small" color="inherit" startIcon={<CalendarMonth />} onClick={() => tabs.open('task-calendar')}>
          {name('query.task-calendar')}
        </Button>
        <Button size="small" variant="outlined" onClick={() => tabs.open('task')} title="Alt+T">
          {name('command.save-task')}
        </Button>
      </Box>
      <Panels on="today" place="bars" />
      <ProblemNote problem={problem} />
      {shown === 'done' && <DoneTasks whose={team ? 'team' : 'mine'} />}
      {shown === 'open' && !data && !problem && <Skeleton height={160} />}
      {shown === 'open' && data && (
        <>
          {data.auditBroken && <BrokenTrail {...data.auditBroken} />}
          {data.holidaysUnknown !== null && <HolidaysUnknown year={data.holidaysUnknown} />}
          <Section title={t('today.waiting')} count={data.waiting.length} none={t('today.waiting-none')}>
            <Cards approvals={data.waiting} />
          </Section>
          <OpenTasks data={data} team={team} />
          {data.sent.length > 0 && (
            <Section title={t('today.sent')} count={data.sent.length}>
              <Cards approvals={data.sent} />
            </Section>
          )}
          {data.answered.length > 0 && (
            <Section title={t('today.answered')} count={data.answered.length}>
              <Cards approvals={data.answered} />
            </Section>
          )}
        </>
      )}
    </Box>
  )
}
