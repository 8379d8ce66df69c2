// The milestones of one contract as a line of time: arrows move, D records done today, Enter asks for more, R puts off.
import CheckRounded from '@mui/icons-material/CheckRounded'
import CloseRounded from '@mui/icons-material/CloseRounded'
import { Box, Button, Collapse, Typography } from '@mui/material'
import { type KeyboardEvent, useRef, useState } from 'react'
import { JUDGED_KINDS, type MilestoneView, type ProductionView } from '../../../preload/contract/modules/production/calls.ts'
import { announce, hearKey, type Problem, problemOf, useCommand, useMay, useViewer } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { decimalShown, instantShown } from '../../kit/format/index.ts'
import { ProblemNote } from '../../kit/show/problem-note.tsx'
import { StatusChip } from '../../kit/show/status-chip.tsx'
import { type ActingOn, type MilestoneAct, MilestoneDialogs } from './milestone-dialogs.tsx'
import { useMilestoneTexts } from './texts.ts'
import { productionWords } from './words.ts'

const isOpen = ({ standing }: MilestoneView) => standing !== 'done' && standing !== 'skipped'
/** Recorded without asking anything: nothing to judge and no note needed. */
const isPlain = (milestone: MilestoneView) => !JUDGED_KINDS.includes(milestone.kind) && !milestone.needsNote

const colourOf = ({ standing }: MilestoneView, next: boolean): string =>
  standing === 'done'
    ? 'success.main'
    : standing === 'overdue' || standing === 'failed'
      ? 'error.main'
      : standing === 'skipped'
        ? 'text.secondary'
        : next
          ? 'primary.main'
          : 'divider'

const Dot = ({ milestone, next }: { milestone: MilestoneView; next: boolean }) => {
  const colour = colourOf(milestone, next)
  const filled = milestone.standing === 'done' || milestone.standing === 'failed' || next
  return (
    <Box
      aria-hidden
      sx={{
        width: 16,
        height: 16,
        borderRadius: 8,
        border: '2px solid',
        borderColor: colour,
        bgcolor: filled ? colour : 'background.paper',
        color: 'background.paper',
        display: 'grid',
        placeItems: 'center',
        zIndex: 1,
        mt: '2px',
      }}
    >
      {milestone.standing === 'done' && <CheckRounded sx={{ fontSize: 12 }} />}
      {milestone.standing === 'failed' && <CloseRounded sx={{ fontSize: 12 }} />}
    </Box>
  )
}

const Figures = ({ checked, defects }: { checked: string | null; defects: number | null }) => {
  const { t } = useWords(productionWords)
  return checked === null ? null : <> · {t('production.inspected', { checked: decimalShown(checked), defects: defects ?? 0 })}</>
}

const History = ({ milestone }: { milestone: MilestoneView }) => {
  const { name } = useWords(productionWords)
  const { company } = useViewer()
  return (
    <Box component="ul" sx={{ m: 0, mt: 0.5, p: 0, listStyle: 'none', color: 'text.secondary', fontSize: 12 }}>
      {milestone.events.map((event) => (
        <li key={event.at + event.act}>
          {instantShown(event.at, company.timeZone)} {event.user} · {name(`milestone-act.${event.act}`)}
          {event.on !== null && ` ${event.on}`}
          <Figures checked={event.checked} defects={event.defects} />
          {event.note !== '' && ` · ${event.note}`}
        </li>
      ))}
    </Box>
  )
}

const Days = ({ milestone }: { milestone: MilestoneView }) => {
  const { t } = useWords(productionWords)
  const { slipText } = useMilestoneTexts()
  const { plannedOn, revisedOn, doneOn, slip, standing } = milestone
  const moved = revisedOn !== null && plannedOn !== null && revisedOn !== plannedOn
  return (
    <Box sx={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
      {moved && (
        <Box component="span" sx={{ color: 'text.secondary', textDecoration: 'line-through', mr: 0.75 }}>
          {plannedOn}
        </Box>
      )}
      {doneOn ?? milestone.due ?? t('production.no-day')}
      <Box component="span" sx={{ ml: 0.75, color: slip > 0 && standing !== 'done' ? 'error.main' : 'text.secondary', fontSize: 12 }}>
        {slipText(slip)}
      </Box>
    </Box>
  )
}

type RowProps = {
  milestone: MilestoneView
  next: boolean
  first: boolean
  last: boolean
  focusable: boolean
  editable: boolean
  onFocus: () => void
  onAct: (act: MilestoneAct) => void
  onToday: () => void
  onKeys: (event: KeyboardEvent<HTMLElement>) => void
}
const Row = ({ milestone, next, first, last, focusable, editable, onFocus, onAct, onToday, onKeys }: RowProps) => {
  const { t, name } = useWords(productionWords)
  const { nameOf, whoOf } = useMilestoneTexts()
  const [history, setHistory] = useState(false)
  const open = isOpen(milestone)
  const button = (label: string, onClick: () => void, primary = false) => (
    <Button size="small" tabIndex={-1} color={primary ? 'primary' : 'inherit'} sx={{ py: 0, minWidth: 0 }} onClick={onClick}>
      {label}
    </Button>
  )
  return (
    <Box
      component="li"
      tabIndex={focusable ? 0 : -1}
      data-milestone={milestone.id}
      aria-current={next ? 'step' : undefined}
      onFocus={onFocus}
      onKeyDown={(event) => hearKey(event, onKeys)}
      sx={{
        display: 'grid',
        gridTemplateColumns: '16px minmax(0, 1fr)',
        columnGap: 1.25,
        position: 'relative',
        px: 0.75,
        py: 0.5,
        borderRadius: 1,
        fontSize: 13,
        '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -2 },
        '&:hover, &:focus-within': { bgcolor: 'action.hover' },
        '&::before': {
          content: '""',
          position: 'absolute',
          left: '13px',
          width: '2px',
          top: first ? '14px' : 0,
          bottom: last ? 'calc(100% - 14px)' : 0,
          bgcolor: 'divider',
        },
      }}
    >
      <Dot milestone={milestone} next={next} />
      <Box sx={{ minWidth: 0 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 1.5, rowGap: 0.25 }}>
          <Box
            component="span"
            sx={{
              fontWeight: next ? 600 : 500,
              minWidth: 110,
              color: milestone.standing === 'skipped' ? 'text.secondary' : 'text.primary',
            }}
          >
            {nameOf(milestone)}
          </Box>
          <Box component="span" sx={{ minWidth: 56 }}>
            <StatusChip group="milestone-standing" value={milestone.standing} />
          </Box>
          <Days milestone={milestone} />
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {whoOf(milestone)}
          </Box>
          <Box sx={{ flex: 1 }} />
          {milestone.events.length > 0 && button(t('production.history', { count: milestone.events.length }), () => setHistory(!history))}
          {editable && open && (
            <>
              {isPlain(milestone) && button(t('production.done-today'), onToday, true)}
              {button(t('production.record'), () => onAct('complete'), !isPlain(milestone))}
              {button(name('command.revise-milestone'), () => onAct('revise'))}
              {button(name('command.skip-milestone'), () => onAct('skip'))}
            </>
          )}
          {editable && !open && button(name('command.reopen-milestone'), () => onAct('reopen'))}
        </Box>
        {(milestone.note !== '' || milestone.checked !== null) && (
          <Typography variant="body2" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
            {milestone.note}
            <Figures checked={milestone.checked} defects={milestone.defects} />
          </Typography>
        )}
        <Collapse in={history} unmountOnExit>
          <History milestone={milestone} />
        </Collapse>
      </Box>
    </Box>
  )
}

const useDoneToday = (tell: (problem: Problem | null) => void) => {
  const { today } = useViewer()
  const { nameOf } = useMilestoneTexts()
  const completing = useCommand('complete-milestone')
  return async (milestone: MilestoneView) => {
    const { id, revision } = milestone
    const answer = await completing.run({ id, revision, doneOn: today, note: '', result: null, checked: null, defects: null })
    const problem = problemOf(answer)
    tell(problem)
    if (!problem) announce({ words: 'production.done', of: productionWords, data: { name: nameOf(milestone) }, tone: 'success' })
  }
}

export const MilestoneList = ({ production }: { production: ProductionView }) => {
  const { t } = useWords(productionWords)
  const editable = useMay()('milestone.edit')
  const [acting, setActing] = useState<ActingOn | null>(null)
  const [at, setAt] = useState<string | null>(null)
  const list = useRef<HTMLOListElement>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const doneToday = useDoneToday(setProblem)
  const { milestones, nextId } = production
  const focused = at ?? nextId ?? milestones[0]?.id
  const move = (from: MilestoneView, by: number) => {
    const to = milestones[milestones.indexOf(from) + by]
    if (to) list.current?.querySelector<HTMLElement>(`[data-milestone="${to.id}"]`)?.focus()
  }
  const keys = (milestone: MilestoneView) => (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const acts: Record<string, () => void> = {
      ArrowDown: () => move(milestone, 1),
      ArrowUp: () => move(milestone, -1),
      ...(editable &&
        isOpen(milestone) && {
          d: () => (isPlain(milestone) ? void doneToday(milestone) : setActing({ act: 'complete', milestone })),
          Enter: () => setActing({ act: 'complete', milestone }),
          r: () => setActing({ act: 'revise', milestone }),
        }),
    }
    const act = acts[event.key.length === 1 ? event.key.toLowerCase() : event.key]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  return (
    <>
      <ProblemNote problem={problem} onClose={() => setProblem(null)} />
      <Box component="ol" ref={list} aria-label={t('production.title')} sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {milestones.map((milestone, n) => (
          <Row
            key={milestone.id}
            milestone={milestone}
            next={milestone.id === nextId}
            first={n === 0}
            last={n === milestones.length - 1}
            focusable={milestone.id === focused}
            editable={editable}
            onFocus={() => setAt(milestone.id)}
            onAct={(act) => setActing({ act, milestone })}
            onToday={() => void doneToday(milestone)}
            onKeys={keys(milestone)}
          />
        ))}
      </Box>
      {editable && milestones.some(isOpen) && (
        <Typography variant="caption" color="textSecondary" sx={{ display: 'block', mt: 0.75 }}>
          {t('production.keys')}
        </Typography>
      )}
      <MilestoneDialogs acting={acting} onClose={() => setActing(null)} />
    </>
  )
}
