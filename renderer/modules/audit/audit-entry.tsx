// One entry of the audit trail, read at leisure: who did what to which records, before and after, and how it ended.
import { Box, Button, DialogActions, DialogContent, DialogTitle, Skeleton, Typography } from '@mui/material'
import type { Cell, ListRow } from '../../../preload/contract/define/index.ts'
import { hasName } from '../../../preload/contract/names/index.ts'
import { type RefusalCode, refusalSchemas } from '../../../preload/contract/refusals.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { useOfficeQuery, useViewer } from '../../client/index.ts'
import { instantShown } from '../../kit/format/index.ts'
import { Dialog, DataLine, ProblemNote } from '../../kit/show/index.ts'
import { problemText, useWords, type Words } from '../../words/index.ts'
import { AuditChanges, recordTitle } from './audit-changes.tsx'
import { auditWords } from './words.ts'

const textOf = (cell: Cell | undefined): string => (typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '')

/** What was done, by its name where it has one: a command, or a list that was exported. */
export const operationOf = (row: ListRow, words: Words): string => {
  const name = textOf(row.name)
  const key = row.kind === 'export' ? `list.${name}` : `command.${name}`
  return hasName(key) ? words.name(key) : name
}

const isRefused = (value: unknown): value is { refused: RefusalCode; data: unknown } =>
  typeof value === 'object' && value !== null && 'refused' in value && Object.hasOwn(refusalSchemas(), String(value.refused))

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text // Not JSON: shown as it stands.
  }
}

/** A refusal in words; anything else as the office wrote it. */
export const outcomeOf = (row: ListRow, words: Words): string => {
  const value = parsed(textOf(row.outcome))
  if (isRefused(value)) return problemText({ refused: value.refused, data: value.data }, words)
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2)
}

type Entry = QueryOutput<'audit-entry'>
/** Of an entry that changed records its outcome says nothing more; a refusal, a failed sign-in and an export say it all. */
const saysOutcome = (entry: Entry): boolean => entry.kind !== 'command' && entry.outcome !== '{}'

type Props = { entry: number; onClose: () => void; onFollow: (record: { id: string; title: string }) => void }

const Facts = ({ entry }: { entry: Entry }) => {
  const { name } = useWords()
  const { company } = useViewer()
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(4, 1fr)', gap: 1.5, mb: 1.5 }}>
      <DataLine label={name('field.at')}>{instantShown(entry.at, company.timeZone)}</DataLine>
      <DataLine label={name('field.audit.kind')}>{name(`audit-kind.${entry.kind}`)}</DataLine>
      <DataLine label={name('field.user')}>{entry.user}</DataLine>
      <DataLine label={name('field.device')}>{entry.device}</DataLine>
    </Box>
  )
}

export const AuditEntry = ({ entry: id, onClose, onFollow }: Props) => {
  const words = useWords(auditWords)
  const { t, name } = words
  const { data, problem } = useOfficeQuery('audit-entry', { id })
  const row = data && { id: String(data.id), name: data.name, kind: data.kind, outcome: data.outcome }
  return (
    <Dialog open onClose={onClose} maxWidth="md" fullWidth>
      <DialogTitle sx={{ display: 'flex', alignItems: 'baseline', gap: 1 }}>
        {row ? operationOf(row, words) : t('audit.entry')}
        <Typography component="span" variant="body2" color="textSecondary">
          {t('audit.number', { entry: id })}
        </Typography>
      </DialogTitle>
      <DialogContent>
        <ProblemNote problem={problem} />
        {!data && !problem && <Skeleton height={120} />}
        {data && <Facts entry={data} />}
        {data && row && saysOutcome(data) && (
          <DataLine label={name('field.outcome')}>
            <Typography
              component="pre"
              variant="body2"
              sx={{ m: 0, whiteSpace: 'pre-wrap', wordBreak: 'break-word', fontFamily: 'inherit' }}
            >
              {outcomeOf(row, words)}
            </Typography>
          </DataLine>
        )}
        {data && <AuditChanges entry={data} onFollow={(record) => onFollow({ id: record.id, title: recordTitle(record, name) })} />}
      </DialogContent>
      <DialogActions>
        <Button autoFocus onClick={onClose}>
          {t('shell.close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
