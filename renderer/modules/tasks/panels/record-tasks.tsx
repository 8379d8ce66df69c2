// The tasks of a record on its own page: open ones, those that are over folded, and a way to make one.
import AddTask from '@mui/icons-material/AddTaskOutlined'
import { Box, Button } from '@mui/material'
import { useState } from 'react'
import { OWN_TASK, type TaskLine } from '../../../../preload/contract/modules/tasks/calls.ts'
import { useOfficeQuery, useTabs } from '../../../client/index.ts'
import { RecordLink, StatusChip } from '../../../kit/show/index.ts'
import type { Subject } from '../../../records/index.ts'
import { namesText, useWords } from '../../../words/index.ts'
import { useTaskTexts } from '../task-text.ts'
import { tasksWords } from '../words.ts'

const Line = ({ task }: { task: TaskLine }) => {
  const { language } = useWords(tasksWords)
  const { ruleOf, daysText } = useTaskTexts()
  const open = task.state === 'open'
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.25, alignItems: 'baseline', fontSize: 13, py: 0.25 }}>
      <Box component="span" sx={{ minWidth: 84, color: open && task.days < 0 ? 'error.main' : 'text.secondary' }} title={task.dueOn}>
        {open ? daysText(task) : task.dueOn}
      </Box>
      <RecordLink route="task" id={task.id}>
        {task.rule === OWN_TASK ? task.title : ruleOf(task.rule)}
      </RecordLink>
      {!open && <StatusChip group="task-state" value={task.state} />}
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {namesText(
          task.people.map(({ name }) => name),
          language,
        )}
      </Box>
    </Box>
  )
}

export const RecordTasks = ({ id = '', kind, title = '' }: Subject) => {
  const { t } = useWords(tasksWords)
  const tabs = useTabs()
  const { data } = useOfficeQuery('record-tasks', { recordId: id }, { keep: true })
  const [all, setAll] = useState(false)
  // A task is no record that tasks are made about.
  if (kind === undefined || kind === 'task') return null
  const open = data?.filter(({ state }) => state === 'open') ?? []
  const over = data?.filter(({ state }) => state !== 'open') ?? []
  return (
    <Box component="section" aria-label={t('task.of-record')} sx={{ px: 0.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Box component="h2" sx={{ m: 0, fontSize: 13, fontWeight: 600, color: 'text.secondary' }}>
          {t('task.of-record')} {open.length > 0 && open.length}
        </Box>
        <Button
          size="small"
          color="inherit"
          startIcon={<AddTask />}
          onClick={() => tabs.open('task', { recordKind: kind, recordId: id, recordTitle: title })}
        >
          {t('task.new-here')}
        </Button>
        {over.length > 0 && (
          <Button size="small" color="inherit" aria-expanded={all} onClick={() => setAll(!all)}>
            {t('today.done')} {over.length}
          </Button>
        )}
      </Box>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
        {(all ? [...open, ...over] : open).map((task) => (
          <Line key={task.id} task={task} />
        ))}
      </Box>
    </Box>
  )
}
