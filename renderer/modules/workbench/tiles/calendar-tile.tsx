// What is due by day, of a week or a month: the days with how much is due on each, and what is due on the one that is chosen.
import ChevronLeft from '@mui/icons-material/ChevronLeft'
import ChevronRight from '@mui/icons-material/ChevronRight'
import { Box, ButtonBase, IconButton, Typography } from '@mui/material'
import { type KeyboardEvent, useRef, useState } from 'react'
import { addDays, daysBetween, monthEnd, monthOf, weekdayOf } from '../../../../preload/contract/vocabulary/dates.ts'
import { compareTexts } from '../../../../preload/contract/vocabulary/compare-texts.ts'
import { hearKey, useOfficeQuery, useTabs, useViewer } from '../../../client/index.ts'
import { textSetting, TileCard, type TileProps } from '../../../records/tiles/index.ts'
import { useWords } from '../../../words/index.ts'
import { monthStart, WEEKDAYS } from '../home-figures.ts'
import { workbenchWords } from '../words.ts'
import { DueList } from './due-list.tsx'
import { type DueLine, lineOfDay, useTaskScope } from './due.ts'

/** The days that are shown: whole weeks from Monday, of this week alone or of the month that a day is in. */
export const daysShown = (day: string, span: 'week' | 'month'): string[] => {
  const [first, last] = span === 'week' ? [day, day] : [monthStart(day), monthEnd(day)]
  const from = addDays(first, -weekdayOf(first))
  const to = addDays(last, 6 - weekdayOf(last))
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, n) => addDays(from, n))
}

type DayProps = {
  day: string
  /** What the holiday is called; undefined of a working day, '' of a weekend. */
  off: string | undefined
  chosen: boolean
  faint: boolean
  isToday: boolean
  lines: readonly DueLine[]
  onChoose: () => void
}
const Day = ({ day, off, chosen, faint, isToday, lines, onChoose }: DayProps) => {
  const { t } = useWords(workbenchWords)
  const late = lines.some(({ days }) => days < 0)
  return (
    <ButtonBase
      role="gridcell"
      data-day={day}
      aria-selected={chosen}
      aria-label={[lines.length > 0 ? t('tile.day-count', { day, count: lines.length }) : day, off].filter(Boolean).join(' ')}
      title={off}
      aria-current={isToday ? 'date' : undefined}
      tabIndex={chosen ? 0 : -1}
      onClick={onChoose}
      sx={{
        ...{
          display: 'flex',
          flexDirection: 'column',
          alignItems: 'center',
          justifyContent: 'center',
          borderRadius: 1,
          minHeight: 34,
          minWidth: 0,
        },
        bgcolor: chosen ? 'color-mix(in srgb, var(--mui-palette-primary-main) 16%, transparent)' : 'transparent',
        color: isToday ? 'primary.main' : faint || off !== undefined ? 'text.secondary' : 'text.primary',
        fontWeight: isToday ? 700 : 400,
        '&:hover': { bgcolor: chosen ? undefined : 'action.hover' },
      }}
    >
      <span>{Number(day.slice(8))}</span>
      <Box
        component="span"
        sx={{ fontSize: 11, lineHeight: '13px', height: 13, fontWeight: 600, color: late ? 'error.main' : 'primary.main' }}
      >
        {lines.length > 0 ? lines.length : ''}
      </Box>
    </ButtonBase>
  )
}

/** What is told of the days after the chosen one. */
const NEXT = 12
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

export const CalendarTile = ({ w, settings }: TileProps) => {
  const { t, name } = useWords(workbenchWords)
  const { today } = useViewer()
  const { open } = useTabs()
  const span = settings['span'] === 'week' ? 'week' : 'month'
  // Today until another day is chosen; tomorrow that is another one.
  const [picked, setPicked] = useState<string | null>(null)
  const chosen = picked ?? today
  const setChosen = (day: string) => setPicked(day === today ? null : day)
  const grid = useRef<HTMLDivElement>(null)
  const days = daysShown(chosen, span)
  const [from = today] = days
  const { data, problem } = useOfficeQuery(
    'task-calendar',
    { from, to: days.at(-1) ?? today, whose: useTaskScope(settings) },
    { keep: true },
  )
  // What is over is no longer due.
  const all = data?.items.filter(({ state }) => state === null || state === 'open').map((one) => lineOfDay(one, today)) ?? []
  const byDay = Map.groupBy(all, ({ date }) => date)
  const off = new Map(data?.days.flatMap((one) => (one.off ? [[one.day, one.name] as const] : [])))
  const page = (by: 1 | -1) =>
    setChosen(
      span === 'week' ? addDays(chosen, by * 7) : monthStart(by > 0 ? addDays(monthEnd(chosen), 1) : addDays(monthStart(chosen), -1)),
    )
  const choose = (day: string) => {
    setChosen(day)
    // The day may only stand there once its month does.
    setTimeout(() => grid.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus())
  }
  const onKey = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (step === undefined || event.shiftKey || event.altKey) return
    event.preventDefault()
    choose(addDays(chosen, step))
  }
  const lines = byDay.get(chosen) ?? []
  const after = all
    .filter(({ date }) => date > chosen)
    .toSorted((a, b) => compareTexts(a.date, b.date))
    .slice(0, NEXT)
  const title = textSetting(settings, 'title') || name('tile.calendar')
  const isWide = w >= 6
  const arrows = (
    <>
      <IconButton aria-label={t('tile.before')} onClick={() => page(-1)}>
        <ChevronLeft fontSize="small" />
      </IconButton>
      <Typography variant="body2" component="span" aria-live="polite">
        {span === 'week' ? `${days[0]!.slice(5)} – ${days[6]!.slice(5)}` : monthOf(chosen)}
      </Typography>
      <IconButton aria-label={t('tile.after')} onClick={() => page(1)}>
        <ChevronRight fontSize="small" />
      </IconButton>
    </>
  )
  return (
    <TileCard title={title} onOpen={() => open('today')} aside={arrows} problem={problem} loading={!data}>
      <Box
        sx={{
          display: 'grid',
          gridTemplateColumns: isWide ? 'minmax(0, 5fr) minmax(0, 6fr)' : 'minmax(0, 1fr)',
          height: isWide ? '100%' : 'auto',
        }}
      >
        <Box
          ref={grid}
          role="grid"
          aria-label={title}
          onKeyDown={(event) => hearKey(event, onKey)}
          sx={{ px: 1.25, pb: 1, display: 'flex', flexDirection: 'column', fontSize: 13 }}
        >
          <Box role="row" sx={{ display: 'grid', gridTemplateColumns: 'repeat(7, minmax(0, 1fr))' }}>
            {WEEKDAYS.map((one) => (
              <Typography
                key={one}
                role="columnheader"
                variant="caption"
                color="textSecondary"
                sx={{ textAlign: 'center' }}
                title={t(`home.${one}`)}
              >
                {t(`home.short-${one}`)}
              </Typography>
            ))}
          </Box>
          {Array.from({ length: days.length / 7 }, (_, n) => days.slice(n * 7, n * 7 + 7)).map((week) => (
            <Box
              key={week[0]}
              role="row"
              sx={{ display: 'grid', gridTemplateColumns: 'repeat(7, minmax(0, 1fr))', flex: 1, maxHeight: 60 }}
            >
              {week.map((day) => (
                <Day
                  key={day}
                  day={day}
                  off={off.get(day)}
                  chosen={day === chosen}
                  isToday={day === today}
                  faint={span === 'month' && monthOf(day) !== monthOf(chosen)}
                  lines={byDay.get(day) ?? []}
                  onChoose={() => choose(day)}
                />
              ))}
            </Box>
          ))}
        </Box>
        <Box sx={{ minWidth: 0, minHeight: 0, overflow: isWide ? 'auto' : 'visible', borderLeft: isWide ? 1 : 0, borderColor: 'divider' }}>
          <Typography variant="caption" color="textSecondary" component="h3" sx={{ px: 1.75, pb: 0.5 }}>
            {chosen} {t(`home.${WEEKDAYS[weekdayOf(chosen)] ?? 'monday'}`)}
          </Typography>
          {lines.length > 0 ? (
            <DueList rules lines={lines} label={chosen} />
          ) : (
            <Typography variant="body2" color="textSecondary" sx={{ px: 1.75 }}>
              {t('tile.day-none')}
            </Typography>
          )}
          {after.length > 0 && (
            <>
              <Typography variant="caption" color="textSecondary" component="h3" sx={{ px: 1.75, pt: 1, pb: 0.5 }}>
                {t('tile.thereafter')}
              </Typography>
              <DueList rules lines={after} label={t('tile.thereafter')} />
            </>
          )}
        </Box>
      </Box>
    </TileCard>
  )
}
