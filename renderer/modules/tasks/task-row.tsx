// One task as a dense line: done box, day, what it is about, by which rule, how much, and what can be done about it.
import MoreHoriz from '@mui/icons-material/MoreHoriz'
import { Box, styled } from '@mui/material'
import { type KeyboardEvent, memo, type MouseEvent } from 'react'
import { OWN_TASK, type TaskLine } from '../../../preload/contract/modules/tasks/calls.ts'
import { hearKey } from '../../client/index.ts'
import { MoneyText } from '../../kit/show/index.ts'
import { type OfferedAction, useTaskActions } from '../../records/index.ts'
import { namesText, useWords } from '../../words/index.ts'
import { useTaskTexts } from './task-text.ts'
import { tasksWords } from './words.ts'

/** One sheet of styles for hundreds of rows: a row itself is plain elements. */
export const Rows = styled('ul')(({ theme }) => ({
  margin: 0,
  padding: 0,
  listStyle: 'none',
  display: 'grid',
  gridTemplateColumns:
    '24px minmax(84px, max-content) minmax(120px, max-content) minmax(0, 1fr) max-content max-content max-content max-content',
  columnGap: 10,
  fontSize: 13,
  '& > li': {
    gridColumn: '1 / -1',
    display: 'grid',
    gridTemplateColumns: 'subgrid',
    alignItems: 'center',
    minHeight: 30,
    borderBottom: `1px solid ${(theme.vars ?? theme).palette.divider}`,
    borderRadius: 2,
  },
  '& > li:hover': { backgroundColor: (theme.vars ?? theme).palette.action.hover },
  '& > li:focus-visible': { outline: '2px solid', outlineColor: (theme.vars ?? theme).palette.primary.main, outlineOffset: -2 },
  '& > li[data-ending]': { opacity: 0.5, textDecoration: 'line-through' },
  '& .cut': { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& .day': { whiteSpace: 'nowrap', color: (theme.vars ?? theme).palette.text.secondary, fontVariantNumeric: 'tabular-nums' },
  '& .day.late': { color: (theme.vars ?? theme).palette.error.main },
  '& .quiet': { color: (theme.vars ?? theme).palette.text.secondary, fontSize: 12, whiteSpace: 'nowrap' },
  '& .chip': {
    color: (theme.vars ?? theme).palette.text.secondary,
    fontSize: 12,
    lineHeight: '20px',
    padding: '0 6px',
    borderRadius: 4,
    whiteSpace: 'nowrap',
    backgroundColor: (theme.vars ?? theme).palette.action.hover,
  },
  '& .alarm': { color: (theme.vars ?? theme).palette.error.main },
  '& .amount': { textAlign: 'right' },
  '& .what': { display: 'flex', gap: 8, alignItems: 'baseline', minWidth: 0 },
  '& .acts': { display: 'flex', justifyContent: 'flex-end', alignItems: 'center', gap: 2 },
  '& button': {
    font: 'inherit',
    color: (theme.vars ?? theme).palette.primary.main,
    background: 'none',
    border: 0,
    padding: '2px 4px',
    margin: 0,
    borderRadius: 4,
    cursor: 'pointer',
    textAlign: 'left',
    minWidth: 0,
  },
  '& button:hover': { textDecoration: 'underline' },
  '& button:focus-visible, & input:focus-visible': { outline: '2px solid', outlineColor: (theme.vars ?? theme).palette.primary.main },
  '& button.more': { display: 'inline-flex', color: (theme.vars ?? theme).palette.text.secondary },
  '& input[type=checkbox]': {
    width: 16,
    height: 16,
    margin: '4px',
    accentColor: (theme.vars ?? theme).palette.primary.main,
    cursor: 'pointer',
  },
}))

export type RowActs = {
  onFinish: (task: TaskLine) => void
  onOpen: (task: TaskLine) => void
  onDetails: (task: TaskLine) => void
  onMenu: (task: TaskLine, anchor: HTMLElement) => void
  onOffer: (task: TaskLine, action: OfferedAction) => void
  onFocus: (task: TaskLine) => void
  onKeys: (task: TaskLine, event: KeyboardEvent<HTMLElement>) => void
}
type Props = {
  task: TaskLine
  /** It is the one that the Tab key comes to. */
  reached: boolean
  team: boolean
  ending: boolean
  acts: RowActs
}

const Extras = ({ task, team }: { task: TaskLine; team: boolean }) => {
  const { t, language } = useWords(tasksWords)
  const { instantText } = useTaskTexts()
  const { checks, comments, escalatedOn, waitingUntil, waitingFor, snoozedUntil, people, urgent } = task
  return (
    <span className="quiet">
      {[
        urgent && (
          <span key="u" className="alarm">
            {t('today.urgent')}
          </span>
        ),
        escalatedOn !== null && (
          <span key="e" className="alarm" title={t('today.escalated-on', { on: escalatedOn })}>
            {t('today.escalated')}
          </span>
        ),
        task.section === 'waiting' && waitingUntil !== null && (
          <span key="w" title={waitingFor}>
            {t('today.waits-until', { until: waitingUntil, reason: waitingFor })}
          </span>
        ),
        task.section === 'waiting' && snoozedUntil !== null && (
          <span key="s">{t('today.snoozed-until', { until: instantText(snoozedUntil) })}</span>
        ),
        checks && <span key="c">{t('today.checks', checks)}</span>,
        comments > 0 && <span key="m">{t('today.comments', { count: comments })}</span>,
        (team || !task.mine) && people.length > 0 && (
          <span key="p">
            {namesText(
              people.map((one) => one.name),
              language,
            )}
          </span>
        ),
      ]
        .filter(Boolean)
        .flatMap((one, at) => (at === 0 ? [one] : [' · ', one]))}
    </span>
  )
}

export const TaskRow = memo(({ task, reached, team, ending, acts }: Props) => {
  const { t } = useWords(tasksWords)
  const { titleOf, ruleOf, daysText } = useTaskTexts()
  const own = task.rule === OWN_TASK
  const offeredFor = useTaskActions()
  const offered = task.recordId === null ? [] : offeredFor(task.rule)
  const title = titleOf(task)
  const stop = (act: () => void) => (event: MouseEvent) => {
    event.stopPropagation()
    act()
  }
  return (
    <li
      data-row
      data-task={task.id}
      data-ending={ending ? '' : undefined}
      tabIndex={reached ? 0 : -1}
      onFocus={() => acts.onFocus(task)}
      onKeyDown={(event) => hearKey(event, (pressed) => acts.onKeys(task, pressed))}
      onDoubleClick={() => acts.onOpen(task)}
    >
      <input
        type="checkbox"
        tabIndex={-1}
        checked={ending}
        disabled={ending || !task.mayAct}
        aria-label={t('today.done-box', { title })}
        onChange={() => acts.onFinish(task)}
      />
      <span className={task.days < 0 ? 'day late' : 'day'} title={task.dueOn}>
        {daysText(task)}
      </span>
      {own ? (
        <span className="what" style={{ gridColumn: 'span 2' }}>
          <button type="button" tabIndex={-1} className="cut" title={title} onClick={stop(() => acts.onDetails(task))}>
            {title}
          </button>
          {task.number !== '' && (
            <button type="button" tabIndex={-1} className="cut" onClick={stop(() => acts.onOpen(task))}>
              {task.number}
            </button>
          )}
        </span>
      ) : (
        <>
          <span className="cut">
            <button type="button" tabIndex={-1} className="cut" onClick={stop(() => acts.onOpen(task))}>
              {task.number === '' ? title : task.number}
            </button>
          </span>
          <span className="cut" title={task.party}>
            {task.party}
          </span>
        </>
      )}
      <span>
        <span className="chip">{ruleOf(task.rule)}</span>
      </span>
      <Extras task={task} team={team} />
      <span className="amount">{task.amount && <MoneyText money={task.amount} />}</span>
      <span className="acts">
        {offered.map((one) => (
          <button
            key={one.label}
            type="button"
            tabIndex={-1}
            aria-label={`${one.label} ${task.number}`}
            onClick={stop(() => acts.onOffer(task, one))}
          >
            {one.label}
          </button>
        ))}
        <Box
          component="button"
          type="button"
          className="more"
          tabIndex={-1}
          aria-haspopup="menu"
          aria-label={t('today.acts-of', { title })}
          onClick={(event: MouseEvent<HTMLButtonElement>) => {
            event.stopPropagation()
            acts.onMenu(task, event.currentTarget)
          }}
        >
          <MoreHoriz sx={{ fontSize: 18 }} />
        </Box>
      </span>
    </li>
  )
})
