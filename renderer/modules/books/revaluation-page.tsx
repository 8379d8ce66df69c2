// Month-end revaluation (期末调汇): previewed account by account and posted, or as it was posted with the way to take it back; and the list of past ones.
import { Alert, Box, Button, Checkbox, FormControlLabel, MenuItem, TextField, Typography } from '@mui/material'
import { useState } from 'react'
import { addDays, monthOf } from '../../../preload/contract/vocabulary/dates.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import {
  announce,
  type Params,
  type Problem,
  problemOf,
  useCommand,
  useMay,
  useOfficeQuery,
  useTabs,
  useViewer,
} from '../../client/index.ts'
import { ConfirmDialog, KeyFigures, ProblemNote, StatusChip } from '../../kit/show/index.ts'
import { FilesSection } from '../../records/attachments/index.tsx'
import { MissingRate } from '../../records/office-calls/index.tsx'
import { useWords } from '../../words/index.ts'
import { RevaluationTable } from './revaluation-table.tsx'
import { booksWords } from './words.ts'

const monthBefore = (month: string): string => monthOf(addDays(`${month}-01`, -1))
/** The months that are over, the last one first: further back nobody revalues. */
const recentMonths = (today: string): string[] => {
  const months = [monthBefore(monthOf(today))]
  while (months.length < 12) months.push(monthBefore(months.at(-1)!))
  return months
}

const Preview = () => {
  const { t, name } = useWords(booksWords)
  const tabs = useTabs()
  const { today } = useViewer()
  const revaluing = useCommand('revalue-month')
  const [month, setMonth] = useState(monthBefore(monthOf(today)))
  const [withAdvances, setWithAdvances] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const read = useOfficeQuery('preview-revaluation', { month, withAdvances })
  const preview = read.data
  const post = async () => {
    const id = newId()
    const answer = await revaluing.run({ id, month, withAdvances })
    setProblem(problemOf(answer))
    if (!answer.ok) return
    announce({ words: 'books.revaluation.posted', of: booksWords, data: { number: answer.value.number, month }, tone: 'success' })
    tabs.become('revaluation', { id })
  }
  const ready = preview && preview.done === null && preview.missing.length === 0 && preview.lines.length > 0
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, flexWrap: 'wrap' }}>
        <TextField
          select
          size="small"
          label={name('field.month')}
          value={month}
          sx={{ width: 130 }}
          onChange={(event) => setMonth(event.target.value)}
        >
          {recentMonths(today).map((one) => (
            <MenuItem key={one} value={one}>
              {one}
            </MenuItem>
          ))}
        </TextField>
        <FormControlLabel
          label={t('books.revaluation.with-advances')}
          control={
            <Checkbox
              size="small"
              checked={preview && preview.done !== null ? preview.withAdvances : withAdvances}
              disabled={preview !== undefined && preview.done !== null}
              onChange={(event) => setWithAdvances(event.target.checked)}
            />
          }
        />
        <Box sx={{ flex: 1 }} />
        <Button variant="outlined" color="inherit" onClick={() => tabs.open('revaluations')}>
          {t('books.revaluation.past')}
        </Button>
        <Button variant="contained" disableElevation disabled={!ready || revaluing.running} onClick={() => void post()}>
          {t('books.revaluation.post', { month })}
        </Button>
      </Box>
      <Typography variant="body2" color="textSecondary">
        {t('books.revaluation.text', { on: preview?.on ?? '' })}
      </Typography>
      {preview && preview.doneId !== null && (
        <Alert
          severity="info"
          action={
            <Button size="small" color="inherit" onClick={() => tabs.open('revaluation', { id: preview.doneId! })}>
              {t('books.revaluation.open')}
            </Button>
          }
        >
          {t('books.revaluation.done', { number: preview.done ?? '' })}
        </Alert>
      )}
      {preview && preview.missing.length > 0 && (
        <Alert
          severity="warning"
          action={
            <Button size="small" color="inherit" onClick={() => tabs.open('exchange-rates')}>
              {name('list.exchange-rates')}
            </Button>
          }
        >
          {t('books.revaluation.rates-missing', { currencies: preview.missing.join(', '), on: preview.on })}
          {preview.missing[0] !== undefined && (
            <MissingRate missing={{ currency: preview.missing[0], date: preview.on }} onSet={read.refetch} />
          )}
        </Alert>
      )}
      <ProblemNote problem={problem ?? read.problem} onAgain={() => void post()} />
      {preview && (preview.done === null || preview.lines.length > 0) && <RevaluationTable of={preview} />}
    </>
  )
}

const Posted = ({ id }: { id: string }) => {
  const { t, name } = useWords(booksWords)
  const may = useMay()
  const { company } = useViewer()
  const reversing = useCommand('reverse-revaluation')
  const [asking, setAsking] = useState(false)
  const read = useOfficeQuery('revaluation', { id })
  const of = read.data
  if (!of) return <ProblemNote problem={read.problem} />
  const total = { minor: of.bankDifference.minor + of.itemDifference.minor, currency: company.baseCurrency }
  return (
    <>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
        <Typography sx={{ fontWeight: 600 }}>
          {of.number} · {of.month}
        </Typography>
        <StatusChip group="posted-status" value={of.status} />
        <Box sx={{ flex: 1 }} />
        {of.isLast && may('period.close') && (
          <Button variant="outlined" color="inherit" onClick={() => setAsking(true)}>
            {name('command.reverse-revaluation')}
          </Button>
        )}
      </Box>
      <KeyFigures
        figures={[
          { name: 'field.revaluation.difference', money: total },
          { label: t('books.revaluation.banks'), money: of.bankDifference },
          { label: t('books.revaluation.items'), money: of.itemDifference },
          { name: 'field.withAdvances', text: name(of.withAdvances ? 'boolean.true' : 'boolean.false') },
        ]}
      />
      <RevaluationTable of={of} />
      <FilesSection recordKind="revaluation" recordId={id} />
      <ConfirmDialog
        open={asking}
        danger
        title={name('command.reverse-revaluation')}
        text={t('books.revaluation.reverse-text', { on: of.on })}
        confirm={name('command.reverse-revaluation')}
        reason="required"
        onConfirm={({ reason }) => reversing.run({ id, reason })}
        onClose={() => setAsking(false)}
      />
    </>
  )
}

export const RevaluationPage = ({ params }: { params: Params }) => {
  const { name } = useWords()
  return (
    <Box sx={{ p: 2.5, maxWidth: 1180, display: 'flex', flexDirection: 'column', gap: 1.5 }}>
      <Typography component="h1" sx={{ fontSize: 17, fontWeight: 600 }}>
        {name('record.revaluation')}
      </Typography>
      {params.id === undefined ? <Preview /> : <Posted id={params.id} />}
    </Box>
  )
}
