// One entry of the audit trail, read at leisure: who did what to which record, and how it ended.
import { Box, Button, Dialog, DialogActions, DialogContent, DialogTitle, Typography } from '@mui/material'
import type { Cell, ListRow } from '../../../preload/contract/define.ts'
import { hasName } from '../../../preload/contract/names/index.ts'
import { type RefusalCode, refusalSchemas } from '../../../preload/contract/refusals.ts'
import { useTabs, useViewer } from '../../client/index.ts'
import { instantShown } from '../../kit/format/index.ts'
import { DataLine } from '../../kit/show/index.ts'
import { problemText, useWords, type Words } from '../../words/index.ts'

const textOf = (cell: Cell | undefined): string => (typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '')

/** What was done, by its name where it has one: a command, or a list that was exported. */
export const operationOf = (row: ListRow, words: Words): string => {
  const name = textOf(row.name)
  const key = row.kind === 'export' ? `list.${name}` : `command.${name}`
  return hasName(key) ? words.name(key) : name
}

const isRefused = (value: unknown): value is { refused: RefusalCode; data: unknown } =>
  typeof value === 'object' && value !== null && 'refused' in value && Object.hasOwn(refusalSchemas, String(value.refused))

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

export const AuditEntry = ({ row, onClose }: { row: ListRow; onClose: () => void }) => {
  const words = useWords()
  const { t, name } = words
  const { company } = useViewer()
  const { openRecord } = useTabs()
  const subject = typeof row.subject === 'string' && row.subject !== '' ? row.subject : null
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth>
      <DialogTitle>{operationOf(row, words)}</DialogTitle>
      <DialogContent>
        <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 1.5 }}>
          <DataLine label={name('field.at')}>{instantShown(textOf(row.at), company.timeZone)}</DataLine>
          <DataLine label={name('field.audit.kind')}>{name(`audit-kind.${textOf(row.kind)}`)}</DataLine>
          <DataLine label={name('field.user')}>{textOf(row.user)}</DataLine>
          <DataLine label={name('field.device')}>{textOf(row.device)}</DataLine>
          <DataLine label={name('field.subject')} span={2}>
            {subject}
          </DataLine>
        </Box>
        <Typography variant="caption" color="textSecondary" component="p" sx={{ mt: 1.5 }}>
          {name('field.outcome')}
        </Typography>
        <Typography component="pre" variant="body2" sx={{ m: 0, whiteSpace: 'pre-wrap', wordBreak: 'break-word', fontFamily: 'inherit' }}>
          {outcomeOf(row, words)}
        </Typography>
      </DialogContent>
      <DialogActions>
        {subject && (
          <Button
            onClick={() => {
              onClose()
              void openRecord('document', subject)
            }}
          >
            {t('people.audit.open')}
          </Button>
        )}
        <Button autoFocus onClick={onClose}>
          {t('shell.close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
