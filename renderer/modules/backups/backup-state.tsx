// Above the list: when the last good copy was made, where copies lie and go besides, what is running, and how the last thing asked for ended.
import { Box, CircularProgress, Link, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { useMay, useOfficeQuery, useViewer } from '../../client/index.ts'
import { bytesShown } from '../../kit/format/bytes.ts'
import { instantShown } from '../../kit/format/index.ts'
import { ProblemNote } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { backupsWords } from './words.ts'

type State = QueryOutput<'backup-state'>

const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <Typography variant="body2" component="div" sx={{ display: 'flex', gap: 1, minWidth: 0 }}>
    <Box component="span" sx={{ color: 'text.secondary', whiteSpace: 'nowrap' }}>
      {label}
    </Box>
    <Box component="span" sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
      {children}
    </Box>
  </Typography>
)

const Tasks = ({ running, finished }: Pick<State, 'running' | 'finished'>) => {
  const { t, name } = useWords(backupsWords)
  const { company } = useViewer()
  const last = finished[0]
  if (running.length > 0)
    return running.map((task) => (
      <Typography key={task.id} role="status" variant="body2" sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <CircularProgress aria-hidden size={14} />
        {t('backups.running', { task: name(`backup-task.${task.kind}`), backup: task.backup ?? '', who: task.askedBy })}
      </Typography>
    ))
  if (!last) return null
  const data = {
    ...{ task: name(`backup-task.${last.kind}`), backup: last.backup ?? '', at: instantShown(last.finishedAt, company.timeZone) },
    ...{ who: last.askedBy, finding: last.finding === null ? '' : name(`backup-finding.${last.finding}`) },
  }
  return (
    <Typography role="status" variant="body2" sx={{ color: last.finding === null ? 'text.secondary' : 'error.main' }}>
      {last.finding !== null ? t('backups.failed', data) : t(last.kind === 'drill' ? 'backups.drill-done' : 'backups.done', data)}
    </Typography>
  )
}

export const BackupState = ({ onChoose }: { onChoose: () => void }) => {
  const { t, name, language } = useWords(backupsWords)
  const { company } = useViewer()
  const mayChoose = useMay()('backup.restore')
  const { data, problem } = useOfficeQuery('backup-state', {})
  if (!data) return <ProblemNote problem={problem} />
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 3, rowGap: 0.25 }}>
        <Fact label={t('backups.last-good')}>
          {data.lastGoodAt === null ? t('backups.none-good') : instantShown(data.lastGoodAt, company.timeZone)}
        </Fact>
        <Fact label={t('backups.folder')}>{data.folder}</Fact>
        {data.freeBytes !== null && <Fact label={t('backups.free')}>{bytesShown(data.freeBytes, language)}</Fact>}
        <Fact label={name('command.set-backup-folder')}>
          {data.copyTo ?? t('backups.no-copy')}{' '}
          {mayChoose && (
            <Link component="button" type="button" underline="hover" onClick={onChoose} sx={{ font: 'inherit', ml: 0.5 }}>
              {t('backups.choose')}
            </Link>
          )}
        </Fact>
      </Box>
      <Tasks running={data.running} finished={data.finished} />
    </>
  )
}
