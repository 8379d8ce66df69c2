// What changed between two versions of a contract, before and after, line by line: to be read by an approver and sent along for confirmation.
import { AMENDED_KINDS } from '../../../preload/contract/records.ts'
import { Box, MenuItem, Paper, Table, TableBody, TableCell, TableHead, TableRow, TextField, Typography } from '@mui/material'
import { Fragment } from 'react'
import type { ShownChange } from '../../../preload/contract/modules/amendments/calls.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { type Params, useOfficeQuery, useTabState } from '../../client/index.ts'
import { versionText } from '../../records/amendments/index.ts'
import { termText } from '../../kit/fields/index.ts'
import { decimalShown, moneyShown, percentShown } from '../../kit/format/index.ts'
import { EmptyState, PrintButton, ProblemNote, RecordLink, ScrollRegion, useTabTitle } from '../../kit/show/index.ts'
import { useWords, type Words, wordsIn } from '../../words/index.ts'
import { amendmentsWords } from './words.ts'

type Comparison = QueryOutput<'compare-versions'>
type Shown = ShownChange['before']

/** A value as it is read; '' for what is not there. */
const valueText = (value: Shown, kind: ShownChange['kind'], words: Words): string => {
  if (value === null || value === '') return ''
  if (Array.isArray(value)) return termText(value, words)
  if (typeof value === 'boolean') return words.t(value ? 'kit.yes' : 'kit.no')
  if (typeof value === 'object') return moneyShown(value)
  switch (kind) {
    case 'transport-mode':
      return words.name(`transport-mode.${value}`)
    case 'incoterm':
      return words.name(`incoterm.${value}`)
    case 'price':
      return decimalShown(value, 2)
    case 'percent':
      return percentShown(value)
    case 'quantity':
    case 'rate':
      return decimalShown(value)
    default:
      return value
  }
}

const cell = { verticalAlign: 'top', whiteSpace: 'pre-line', overflowWrap: 'anywhere' } as const

const Change = ({ change }: { change: ShownChange }) => {
  const words = useWords(amendmentsWords)
  const other = wordsIn[words.language === 'zh' ? 'en' : 'zh']
  const { name, kind, before, after } = change
  const [was, is] = [valueText(before, kind, words), valueText(after, kind, words)]
  return (
    <TableRow hover>
      <TableCell sx={{ verticalAlign: 'top', width: '24%' }}>
        {words.name(name)}
        <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }} lang={other.language}>
          {other.name(name)}
        </Typography>
      </TableCell>
      <TableCell sx={{ ...cell, width: '38%', color: 'text.secondary' }}>{was || '–'}</TableCell>
      <TableCell sx={{ ...cell, width: '38%', fontWeight: 600 }}>{is || '–'}</TableCell>
    </TableRow>
  )
}

const Changes = ({ data, from, to }: { data: Comparison; from: number; to: number }) => {
  const { t, name } = useWords(amendmentsWords)
  if (data.head.length + data.lines.length === 0) return <EmptyState title={t('amendments.no-changes')} />
  const heading = (text: string, key: string) => (
    <TableRow key={key}>
      <TableCell colSpan={3} sx={{ bgcolor: 'action.hover', fontWeight: 600, overflowWrap: 'anywhere' }}>
        {text}
      </TableCell>
    </TableRow>
  )
  return (
    <Paper variant="outlined" sx={{ maxWidth: 980 }}>
      <ScrollRegion label={name('query.compare-versions')}>
        <Table size="small" aria-label={name('query.compare-versions')}>
          <TableHead>
            <TableRow>
              <TableCell />
              <TableCell>{versionText(from)}</TableCell>
              <TableCell>{versionText(to)}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {data.head.length > 0 && heading(name('field.head'), 'head')}
            {data.head.map((change) => (
              <Change key={change.name} change={change} />
            ))}
            {data.lines.map(({ id, line, goods, change, fields }) => (
              <Fragment key={id}>
                {heading(`${t('amendments.line', { line, goods })} · ${t(`amendments.line-${change}`)}`, id)}
                {fields.map((field) => (
                  <Change key={field.name} change={field} />
                ))}
              </Fragment>
            ))}
          </TableBody>
        </Table>
      </ScrollRegion>
    </Paper>
  )
}

type Choice = { label: string; value: number; most: number; onChange(version: number): void }
const VersionChoice = ({ label, value, most, onChange }: Choice) => (
  <TextField
    select
    size="small"
    label={label}
    value={value}
    onChange={(event) => onChange(Number(event.target.value))}
    sx={{ minWidth: 84 }}
  >
    {Array.from({ length: Math.max(most, value) }, (_, at) => at + 1).map((version) => (
      <MenuItem key={version} value={version}>
        {versionText(version)}
      </MenuItem>
    ))}
  </TextField>
)

export const ComparisonPage = ({ params }: { params: Params }) => {
  const words = useWords(amendmentsWords)
  const { t, name } = words
  const kind = AMENDED_KINDS.find((k) => k === params.kind) ?? 'sales-contract'
  const contractId = params.id ?? ''
  const [from, setFrom] = useTabState('from', Number(params.from ?? 1))
  const [to, setTo] = useTabState('to', Number(params.to ?? 2))
  const { data, problem, refetch } = useOfficeQuery('compare-versions', { kind, contractId, from, to }, { keep: true })
  const titleIn = (words: Words) => `${words.name('query.compare-versions')} ${data?.number ?? ''}`
  useTabTitle(data && titleIn)
  return (
    <Box className="on-paper" sx={{ height: '100%', overflow: 'auto', p: 2, display: 'flex', flexDirection: 'column', gap: 1.5 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1.5 }}>
        <Typography component="h1" sx={{ fontSize: 17, fontWeight: 600 }}>
          {name('query.compare-versions')}
        </Typography>
        {data && (
          <>
            <RecordLink route={kind} id={contractId}>
              {data.number}
            </RecordLink>
            <Typography color="text.secondary">{data.party}</Typography>
          </>
        )}
        <Box sx={{ flex: 1 }} />
        <Box className="not-on-paper" sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
          <VersionChoice label={t('amendments.from')} value={from} most={data?.latest ?? 1} onChange={setFrom} />
          <VersionChoice label={t('amendments.to')} value={to} most={data?.latest ?? 1} onChange={setTo} />
          <PrintButton disabled={!data} />
        </Box>
      </Box>
      <ProblemNote problem={problem} ways={[{ label: t('kit.list.refresh'), onClick: refetch }]} />
      {data && <Changes data={data} from={from} to={to} />}
    </Box>
  )
}
