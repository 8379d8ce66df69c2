// Before a restore: what would be lost, in words. The present books are kept, so even this can be taken back.
import { Alert, Box, Skeleton, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import type { ListRow } from '../../../preload/contract/define/index.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { useCommand, useOfficeQuery, useViewer } from '../../client/index.ts'
import { instantShown } from '../../kit/format/index.ts'
import { ConfirmDialog, ProblemNote } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { backupsWords } from './words.ts'

type Loss = QueryOutput<'backup-loss'>
/** Lines of each part; the rest is counted. */
const SHOWN = 8

const Part = ({ title, lines }: { title: string; lines: readonly { key: string; text: ReactNode }[] }) => {
  const { t } = useWords(backupsWords)
  return (
    <Box component="section" aria-label={title}>
      <Typography component="h3" sx={{ fontSize: 13, fontWeight: 600 }}>
        {title}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5, fontSize: 13 }}>
        {lines.slice(0, SHOWN).map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </Box>
      {lines.length > SHOWN && (
        <Typography variant="caption" color="textSecondary">
          {t('backups.more', { count: lines.length - SHOWN })}
        </Typography>
      )}
    </Box>
  )
}

const Lost = ({ loss }: { loss: Loss }) => {
  const { t, name } = useWords(backupsWords)
  const total = loss.commands.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return <Alert severity="success">{t('backups.lose-nothing')}</Alert>
  const recordText = ({ record, added, changed }: Loss['records'][number]) =>
    [
      name(`record.${record}`),
      added > 0 ? t('backups.lose-added', { count: added }) : '',
      changed > 0 ? t('backups.lose-changed', { count: changed }) : '',
    ]
      .filter((part) => part !== '')
      .join(' · ')
  return (
    <>
      <Alert severity="warning">{t('backups.lose', { count: total })}</Alert>
      {loss.records.length > 0 && (
        <Part title={t('backups.lose-records')} lines={loss.records.map((one) => ({ key: one.record, text: recordText(one) }))} />
      )}
      <Part
        title={t('backups.lose-commands')}
        lines={loss.commands.map((one) => ({
          key: `${one.user} ${one.name}`,
          text: t('backups.lose-command', {
            user: one.user || t('backups.office'),
            command: name(`command.${one.name}`),
            count: one.count,
          }),
        }))}
      />
    </>
  )
}

export const RestoreDialog = ({ backup, onClose }: { backup: ListRow; onClose: () => void }) => {
  const { t, name } = useWords(backupsWords)
  const { company } = useViewer()
  const restoring = useCommand('restore-backup')
  const file = String(backup.name)
  const { data, problem } = useOfficeQuery('backup-loss', { backup: file })
  return (
    <ConfirmDialog
      open
      danger
      title={name('command.restore-backup')}
      text={t('backups.restore-text', { at: instantShown(String(backup.madeAt), company.timeZone), backup: file })}
      confirm={t('backups.restore-go')}
      onConfirm={() => restoring.run({ id: newId(), backup: file })}
      onClose={onClose}
    >
      <ProblemNote problem={problem} />
      {!data && !problem && <Skeleton height={80} />}
      {data && <Lost loss={data} />}
    </ConfirmDialog>
  )
}
