// How the chain of the audit trail stands: a quiet line while it is whole, and an alarm with what to do when it is broken.
import { Alert, AlertTitle, Button, Typography } from '@mui/material'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { useOfficeQuery, useViewer } from '../../client/index.ts'
import { instantShown } from '../../kit/format/index.ts'
import { useWords } from '../../words/index.ts'
import { auditWords } from './words.ts'

type Break = NonNullable<QueryOutput<'audit-verification'>['broken']>
/** Says in one sentence which entry does not fit, of when it is, and what of it. */
export const useBreak = () => {
  const { t } = useWords(auditWords)
  const { company } = useViewer()
  return ({ entry, at, part }: Break) =>
    t(`audit.chain.part.${part}`, { entry, at: at === '' ? '' : t('audit.chain.on', { at: instantShown(at, company.timeZone) }) })
}

/** Beside the button that checks: what the office found when it last looked by itself. */
export const ChainNote = () => {
  const { t } = useWords(auditWords)
  const { company } = useViewer()
  const { data } = useOfficeQuery('audit-watch', {})
  if (!data || data.state === 'broken') return null
  return (
    <Typography variant="caption" color="textSecondary">
      {data.checkedAt === null
        ? t('audit.chain.unchecked')
        : t('audit.chain.whole', { at: instantShown(data.checkedAt, company.timeZone), rows: data.rows })}
    </Typography>
  )
}

/** Above the list while the chain is broken; `onOpen` shows the entry at which it breaks. */
export const ChainAlarm = ({ onOpen }: { onOpen: (entry: number) => void }) => {
  const { t } = useWords(auditWords)
  const { company } = useViewer()
  const { data } = useOfficeQuery('audit-watch', {})
  const describeBreak = useBreak()
  if (data?.state !== 'broken' || data.brokenAt === null) return null
  const entry = data.brokenAt
  return (
    <Alert
      severity="error"
      sx={{ mx: 2.5, mt: 2, flexShrink: 0 }}
      action={
        <Button color="inherit" size="small" onClick={() => onOpen(entry)} sx={{ whiteSpace: 'nowrap' }}>
          {t('audit.chain.open', { entry })}
        </Button>
      }
    >
      <AlertTitle>{t('audit.chain.broken', { entry })}</AlertTitle>
      {describeBreak({ entry, part: data.part ?? 'entry', at: data.brokenOn })}{' '}
      {t('audit.chain.broken-text', { since: data.since === null ? '' : instantShown(data.since, company.timeZone) })}{' '}
      {t('audit.chain.what-to-do', { entry })}
    </Alert>
  )
}
