// What an entry of the audit trail changed: each record with its fields before and after, and its lines summed up.
import { Box, Button, Divider, Typography } from '@mui/material'
import { Fragment } from 'react'
import { auditedTable } from '../../../preload/contract/audited.ts'
import type { RecordColumn } from '../../../preload/contract/define/record.ts'
import type { Cell } from '../../../preload/contract/define/index.ts'
import { hasName } from '../../../preload/contract/names/index.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { useViewer } from '../../client/index.ts'
import { RecordLink, StatusChip } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { auditCellText } from './audit-cell-text.ts'
import { auditWords } from './words.ts'

type Entry = QueryOutput<'audit-entry'>
type Told = Entry['records'][number]
type Line = Told['lines'][number]
type Field = Line['fields'][number]

/** What a field is called: that of the record's own page; within a structure, the resource or the setting. */
const useFieldName = () => {
  const { name } = useWords()
  return (record: string, { field, part }: Field, form: RecordColumn['form']): string => {
    if (part === null) return name(`field.${record}.${field}`)
    if (form === 'settings') return name(`field.company.${part}`)
    return `${name(`field.${field}`)} · ${name(`resource.${part}`)}`
  }
}

const useCellText = () => {
  const words = useWords(auditWords)
  const { company } = useViewer()
  return (cell: Cell, column: RecordColumn) => auditCellText(cell, column, words, company.timeZone)
}

const Value = ({ text, was = false }: { text: string; was?: boolean }) => {
  const { t } = useWords(auditWords)
  const empty = text === ''
  return (
    <Box
      component="span"
      sx={{
        overflowWrap: 'anywhere',
        fontVariantNumeric: 'tabular-nums',
        color: was || empty ? 'text.secondary' : 'text.primary',
        fontWeight: was || empty ? 400 : 500,
      }}
    >
      {empty ? t('audit.empty') : text}
    </Box>
  )
}

const FieldValues = ({ field, column, kind }: { field: Field; column: RecordColumn; kind: Told['kind'] }) => {
  const { t } = useWords(auditWords)
  const textOf = useCellText()
  if (column.form === 'changed') return <Value text={t('audit.changed-unsaid')} was />
  if (kind === 'added') return <Value text={textOf(field.after, column)} />
  if (kind === 'removed') return <Value text={textOf(field.before, column)} was />
  return (
    <>
      <Value text={textOf(field.before, column)} was />
      <Box component="span" aria-label={t('audit.became')} role="img" sx={{ color: 'text.secondary', mx: 0.75 }}>
        →
      </Box>
      <Value text={textOf(field.after, column)} />
    </>
  )
}

const Fields = ({ of, kind }: { of: Pick<Line, 'table' | 'record' | 'fields'>; kind: Told['kind'] }) => {
  const fieldName = useFieldName()
  const columns: Record<string, RecordColumn> = auditedTable(of.table)?.columns ?? {}
  return (
    <Box
      component="dl"
      sx={{ m: 0, display: 'grid', gridTemplateColumns: 'minmax(96px, max-content) 1fr', columnGap: 2, rowGap: 0.25, fontSize: 13 }}
    >
      {of.fields.map((field) => {
        const column = columns[field.field] ?? { kind: 'text' }
        return (
          <Fragment key={`${field.field} ${field.part ?? ''}`}>
            <Box component="dt" sx={{ color: 'text.secondary', maxWidth: 220 }}>
              {fieldName(of.record, field, column.form)}
            </Box>
            <Box component="dd" sx={{ m: 0, minWidth: 0 }}>
              <FieldValues field={field} column={column} kind={kind} />
            </Box>
          </Fragment>
        )
      })}
    </Box>
  )
}

const Lines = ({ record }: { record: Told }) => {
  const { t, name } = useWords(auditWords)
  const { added, changed, removed } = record.count
  const total = added + changed + removed
  if (total === 0) return null
  const counts = [
    added > 0 && t('audit.lines-added', { count: added }),
    changed > 0 && t('audit.lines-changed', { count: changed }),
    removed > 0 && t('audit.lines-removed', { count: removed }),
  ].filter(Boolean)
  return (
    <Box sx={{ mt: 1 }}>
      <Typography variant="body2" sx={{ fontWeight: 600, mb: 0.5 }}>
        {t('audit.lines')} <span>{counts.join(' · ')}</span>
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 1.5, listStyle: 'none', borderLeft: 2, borderColor: 'divider' }}>
        {record.lines.map((line, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- lines have no key of their own here, and their order never changes
          <Box component="li" key={at} sx={{ py: 0.5 }}>
            <Box sx={{ display: 'flex', gap: 1, alignItems: 'baseline', minWidth: 0 }}>
              <StatusChip group="audit-change" value={line.kind} />
              <Typography variant="body2" component="span" noWrap title={line.title}>
                {[name(`record.${line.record}`), line.title].filter((text) => text !== '').join(' · ')}
              </Typography>
            </Box>
            {line.table === 'credential' ? (
              <Typography variant="body2" color="textSecondary">
                {t('audit.secret')}
              </Typography>
            ) : (
              <Fields of={line} kind={line.kind} />
            )}
          </Box>
        ))}
      </Box>
      {total > record.lines.length && (
        <Typography variant="caption" color="textSecondary">
          {t('audit.more-lines', { count: total - record.lines.length })}
        </Typography>
      )}
    </Box>
  )
}

const RecordChanges = ({ record, onFollow }: { record: Told; onFollow: (record: Told) => void }) => {
  const { t, name } = useWords(auditWords)
  const called = name(`record.${record.record}`)
  return (
    <Box component="section" aria-label={`${called} ${record.title}`} sx={{ py: 1.25 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, mb: 0.5, minWidth: 0 }}>
        <Typography component="h3" noWrap title={record.title} sx={{ fontSize: 13.5, fontWeight: 600, minWidth: 0 }}>
          {called} {record.opens ? <RecordLink {...record.opens}>{record.title}</RecordLink> : record.title}
        </Typography>
        {record.kind !== 'as-it-was' && <StatusChip group="audit-change" value={record.kind} />}
        <Box sx={{ flex: 1 }} />
        <Button size="small" color="inherit" onClick={() => onFollow(record)} sx={{ flexShrink: 0 }}>
          {t('audit.follow')}
        </Button>
      </Box>
      {record.fields.length > 0 && <Fields of={record} kind={record.kind} />}
      <Lines record={record} />
    </Box>
  )
}

export const AuditChanges = ({ entry, onFollow }: { entry: Entry; onFollow: (record: Told) => void }) => {
  const { t } = useWords(auditWords)
  const notes = [
    entry.records.length === 0 && entry.withheld === 0 && entry.kind === 'command' && t('audit.nothing-changed'),
    entry.withheld > 0 && t('audit.withheld', { count: entry.withheld }),
    entry.more > 0 && t('audit.more-rows', { count: entry.more }),
  ].filter((note) => note !== false)
  return (
    <Box>
      {entry.records.map((record) => (
        <Fragment key={`${record.table} ${record.id}`}>
          <Divider />
          <RecordChanges record={record} onFollow={onFollow} />
        </Fragment>
      ))}
      {notes.map((note) => (
        <Typography key={note} variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {note}
        </Typography>
      ))}
    </Box>
  )
}

/** What a record is called where only entries about it are shown. */
export const recordTitle = ({ record, title }: Pick<Told, 'record' | 'title'>, name: (key: string) => string): string =>
  [hasName(`record.${record}`) ? name(`record.${record}`) : '', title].filter((text) => text !== '').join(' ')
