// Bars that say what is wrong with the machine beneath the office, and what to do: for everybody while nothing can be saved, of backups for who keeps them.
import { Alert, Button, Stack } from '@mui/material'
import type { BackupFinding } from '../../../preload/contract/modules/backups/calls.ts'
import { useMay, useOfficeQuery, useRoutes, useTabs, useViewer } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { instantShown } from '../../kit/format/index.ts'
import { bytesShown } from '../../kit/format/bytes.ts'
import { inPhrase } from '../../kit/format/shown.ts'
import { backupsWords } from './words.ts'

/** Nothing while all is well. `withWay`: with a button to the Backups page. */
export const MachineBars = ({ withWay = true }: { withWay?: boolean }) => {
  const { t, name, language } = useWords(backupsWords)
  const { company } = useViewer()
  const { open } = useTabs()
  const may = useMay()
  const route = useRoutes().find((one) => one.name === 'backups')
  const { data } = useOfficeQuery('machine-state', {})
  if (!data) return null
  const action =
    withWay && route && may(route.permission) ? (
      <Button color="inherit" size="small" onClick={() => open('backups')} sx={{ whiteSpace: 'nowrap' }}>
        {t('backups.open')}
      </Button>
    ) : undefined
  const bar = (key: string, severity: 'error' | 'warning', text: string) => (
    <Alert key={key} severity={severity} action={key === 'writing' || key === 'short' ? undefined : action}>
      {text}
    </Alert>
  )
  const because = ({ finding, since }: { finding: BackupFinding; since: string }) => ({
    finding: inPhrase(name(`backup-finding.${finding}`)),
    since: instantShown(since, company.timeZone),
  })
  const bars = [
    data.writing !== 'ok' && bar('writing', 'error', t(`machine.${data.writing}`)),
    data.damaged && bar('damaged', 'error', t('machine.damaged', because(data.damaged))),
    data.backupFailed && bar('failed', 'error', t('machine.backup-failed', because(data.backupFailed))),
    data.copyFailed && bar('copy', 'warning', t('machine.copy-failed', because(data.copyFailed))),
    data.writing === 'ok' &&
      data.shortOfSpace !== null &&
      bar('short', 'warning', t('machine.short', { free: bytesShown(data.shortOfSpace, language) })),
  ].filter((one) => one !== false && one !== null)
  return bars.length === 0 ? null : <Stack spacing={1}>{bars}</Stack>
}

/** On today's page. */
export const BarsOfToday = () => <MachineBars />
