// Tasks by section: overdue, today, within seven days, later, waiting for others. What was due before a rule began stands as one folded line.
import ExpandMore from '@mui/icons-material/ExpandMore'
import { Box, Button, Typography } from '@mui/material'
import { type ReactNode, useState } from 'react'
import { TASK_SECTIONS, type TaskLine } from '../../../preload/contract/modules/tasks/calls.ts'
import { useRemembered } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { type RowActs, Rows, TaskRow } from './task-row.tsx'
import { useTaskTexts } from './task-text.ts'
import { tasksWords } from './words.ts'

type Listing = { acts: RowActs; reached: string | null; isEnding: (task: TaskLine) => boolean; team: boolean }

/** A heading with its count; `folded` and `onFold` where it can be folded. */
export const Section = ({
  title,
  count,
  none,
  aside,
  folded,
  onFold,
  children,
}: {
  title: string
  count: number
  none?: string
  aside?: ReactNode
  folded?: boolean
  onFold?: () => void
  children: ReactNode
}) => {
  const heading = (
    <>
      {title}
      {count > 0 && (
        <Box component="span" sx={{ ml: 0.75, color: 'text.secondary', fontWeight: 400 }}>
          {count}
        </Box>
      )}
    </>
  )
  return (
    <Box component="section" aria-label={title} sx={{ display: 'flex', flexDirection: 'column', gap: 0.75 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Typography component="h2" sx={{ fontSize: 14, fontWeight: 600 }}>
          {onFold ? (
            <Button
              size="small"
              color="inherit"
              aria-expanded={folded !== true}
              endIcon={<ExpandMore sx={{ transform: folded === true ? 'none' : 'rotate(180deg)' }} />}
              onClick={onFold}
              sx={{ font: 'inherit', ml: -0.75, px: 0.75, py: 0, minWidth: 0, textTransform: 'none' }}
            >
              {heading}
            </Button>
          ) : (
            heading
          )}
        </Typography>
        <Box sx={{ flex: 1 }} />
        {aside}
      </Box>
      {count === 0 && none !== undefined && (
        <Typography variant="body2" color="textSecondary">
          {none}
        </Typography>
      )}
      {folded !== true && children}
    </Box>
  )
}

/** Old causes of one rule: a line that opens. */
const Grouped = ({ rule, tasks, listing }: { rule: string; tasks: readonly TaskLine[]; listing: Listing }) => {
  const { t } = useWords(tasksWords)
  const { ruleOf } = useTaskTexts()
  const [open, setOpen] = useState(false)
  return (
    <>
      <li>
        <span style={{ gridColumn: '1 / -1' }}>
          <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? '▾' : '▸'} {ruleOf(rule)} · {t('today.grouped', { count: tasks.length })}
          </button>
        </span>
      </li>
      {open && tasks.map((task) => <Row key={task.id} task={task} listing={listing} />)}
    </>
  )
}

const Row = ({ task, listing: { acts, reached, isEnding, team } }: { task: TaskLine; listing: Listing }) => (
  <TaskRow task={task} reached={task.id === reached} team={team} ending={isEnding(task)} acts={acts} />
)

/** What stands in a section: single tasks first, then each rule's old causes. A single old cause needs no folding. */
const partsOf = (tasks: readonly TaskLine[]) => {
  const old = Map.groupBy(
    tasks.filter(({ grouped }) => grouped),
    ({ rule }) => rule,
  )
  const groups = [...old].filter(([, of]) => of.length > 1)
  const folded = new Set(groups.flatMap(([, of]) => of))
  return { single: tasks.filter((task) => !folded.has(task)), groups }
}

export const TaskSections = ({ tasks, unfolded, ...listing }: Listing & { tasks: readonly TaskLine[]; unfolded: boolean }) => {
  const { t } = useWords(tasksWords)
  const [folded, setFolded] = useRemembered<readonly string[]>('today-folded', ['later'])
  return TASK_SECTIONS.map((section) => {
    const of = tasks.filter((task) => task.section === section)
    if (of.length === 0) return null
    const { single, groups } = partsOf(of)
    return (
      <Section
        key={section}
        title={t(`today.section-${section}`)}
        count={of.length}
        folded={!unfolded && folded.includes(section)}
        onFold={() => setFolded(folded.includes(section) ? folded.filter((one) => one !== section) : [...folded, section])}
      >
        <Rows>
          {single.map((task) => (
            <Row key={task.id} task={task} listing={listing} />
          ))}
          {groups.map(([rule, old]) => (
            <Grouped key={rule} rule={rule} tasks={old} listing={listing} />
          ))}
        </Rows>
      </Section>
    )
  })
}
