// Backups (备份): what lies where, how it was checked, and everything that can be done with it.
import Backup from '@mui/icons-material/BackupOutlined'
import { Box } from '@mui/material'
import { useState } from 'react'
import type { ListRow } from '../../../preload/contract/define/index.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { announce, problemOf, useCommand, type Problem } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'
import { ProblemNote } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { MachineBars } from './machine-bars.tsx'
import { BackupState } from './backup-state.tsx'
import { CopyToDialog } from './copy-to-dialog.tsx'
import { RestoreDialog } from './restore-dialog.tsx'
import { backupsWords } from './words.ts'

export const BackupsPage = () => {
  const { t } = useWords(backupsWords)
  const making = useCommand('make-backup')
  const checking = useCommand('check-backup')
  const drilling = useCommand('drill-backup')
  const [problem, setProblem] = useState<Problem | null>(null)
  const [restoring, setRestoring] = useState<ListRow | null>(null)
  const [choosing, setChoosing] = useState(false)
  const send = async (asked: ReturnType<typeof making.run>) => {
    const failed = problemOf(await asked)
    setProblem(failed)
    if (!failed) announce({ words: 'backups.begun', of: backupsWords, tone: 'info' })
  }
  const on = (row: ListRow | undefined) => ({ id: newId(), backup: String(row?.name) })
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 }}>
      <Box sx={{ px: 2.5, pt: 1.5, display: 'flex', flexDirection: 'column', gap: 1, flexShrink: 0 }}>
        <MachineBars withWay={false} />
        <ProblemNote problem={problem} />
        <BackupState onChoose={() => setChoosing(true)} />
      </Box>
      <Box sx={{ flex: 1, minHeight: 0 }}>
        <ListPage
          list="backups"
          actions={[
            {
              name: 'command.make-backup',
              permission: 'backup.make',
              primary: true,
              icon: <Backup />,
              onClick: () => void send(making.run({ id: newId() })),
            },
            {
              name: 'command.check-backup',
              permission: 'backup.make',
              needs: 'one',
              onClick: ([row]) => void send(checking.run(on(row))),
            },
            {
              name: 'command.drill-backup',
              permission: 'backup.make',
              needs: 'one',
              onClick: ([row]) => void send(drilling.run(on(row))),
            },
            {
              label: t('backups.restore'),
              permission: 'backup.restore',
              needs: 'one',
              onClick: ([row]) => setRestoring(row ?? null),
            },
          ]}
        />
      </Box>
      {restoring && <RestoreDialog backup={restoring} onClose={() => setRestoring(null)} />}
      {choosing && <CopyToDialog onClose={() => setChoosing(false)} />}
    </Box>
  )
}
