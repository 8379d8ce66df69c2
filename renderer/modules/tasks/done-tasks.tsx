// Tasks that are over: who did them and when, or that they closed by themselves. What was done by mistake is opened again.
import { Box, Button, Paper, Skeleton, Table, TableBody, TableCell, TableHead, TableRow } from '@mui/material'
import { useState } from 'react'
import { OWN_TASK } from '../../../preload/contract/modules/tasks/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { type Problem, problemOf, useCommand, useOfficeQuery } from '../../client/index.ts'
import { EmptyState, ProblemNote, RecordLink, ScrollRegion, StatusChip } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { useTaskTexts } from './task-text.ts'
import { tasksWords } from './words.ts'

const PAGE = 50
const MOST = 200

type Done = QueryOutput<'done-tasks'>[number]
const Row = ({ task, onReopen }: { task: Done; onReopen: () => void }) => {
  const { t, name } = useWords(tasksWords)
  const { titleOf, ruleOf, instantText } = useTaskTexts()
  const own = task.rule === OWN_TASK
  const title = titleOf(task)
  return (
    <TableRow hover>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{task.doneAt === null ? '' : instantText(task.doneAt)}</TableCell>
      <TableCell>
        <RecordLink route="task" id={task.id}>
          {own ? title : ruleOf(task.rule)}
        </RecordLink>
      </TableCell>
      <TableCell>
        {task.number !== '' && (
          <RecordLink route={task.route ?? 'document'} id={task.recordId}>
            {task.number}
          </RecordLink>
        )}
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{task.dueOn}</TableCell>
      <TableCell>
        <StatusChip group="task-state" value={task.state} />
      </TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{task.state === 'done' ? task.doneBy : t('done.by-itself')}</TableCell>
      <TableCell align="right" sx={{ py: 0 }}>
        {task.state === 'done' && (
          <Button
            size="small"
            color="inherit"
            aria-label={`${name('command.reopen-task')} ${own ? title : `${ruleOf(task.rule)} ${title}`}`}
            onClick={onReopen}
          >
            {name('command.reopen-task')}
          </Button>
        )}
      </TableCell>
    </TableRow>
  )
}

export const DoneTasks = ({ whose }: { whose: 'mine' | 'team' }) => {
  const { t, name } = useWords(tasksWords)
  const [limit, setLimit] = useState(PAGE)
  const { data, problem } = useOfficeQuery('done-tasks', { whose, limit }, { keep: true })
  const reopening = useCommand('reopen-task')
  const [failed, setFailed] = useState<Problem | null>(null)
  if (!data) return problem ? <ProblemNote problem={problem} /> : <Skeleton height={160} />
  if (data.length === 0) return <EmptyState title={t('done.none')} />
  const reopen = async ({ id, revision }: Done) => setFailed(problemOf(await reopening.run({ id, revision })))
  const heads = [t('done.when'), t('task.content'), t('task.record'), name('field.dueOn'), name('field.status'), name('field.doneBy')]
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1, alignItems: 'flex-start' }}>
      <ProblemNote problem={failed} onClose={() => setFailed(null)} />
      <Paper variant="outlined" sx={{ width: '100%', minWidth: 0 }}>
        <ScrollRegion label={name('query.done-tasks')}>
          <Table size="small">
            <TableHead>
              <TableRow>
                {heads.map((head) => (
                  <TableCell key={head} sx={{ whiteSpace: 'nowrap' }}>
                    {head}
                  </TableCell>
                ))}
                <TableCell aria-label={name('command.reopen-task')} />
              </TableRow>
            </TableHead>
            <TableBody>
              {data.map((task) => (
                <Row key={task.id} task={task} onReopen={() => void reopen(task)} />
              ))}
            </TableBody>
          </Table>
        </ScrollRegion>
      </Paper>
      {data.length === limit && limit < MOST && (
        <Button size="small" onClick={() => setLimit(MOST)}>
          {t('done.more')}
        </Button>
      )}
    </Box>
  )
}
