// The calendar of working days (工作日历) of one year: holidays and make-up days, pasted from the official notice or set day by day, and until when refunds are declared.
import ChevronLeft from '@mui/icons-material/ChevronLeft'
import ChevronRight from '@mui/icons-material/ChevronRight'
import ContentPaste from '@mui/icons-material/ContentPasteOutlined'
import DeleteOutlined from '@mui/icons-material/DeleteOutlined'
import {
  Alert,
  Box,
  Chip,
  IconButton,
  Paper,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  TextField as Plain,
  Typography,
} from '@mui/material'
import { useMemo, useState } from 'react'
import { addDays, monthEnd, weekdayOf, type IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import type { SpecialDay } from '../../../preload/contract/vocabulary/working-days.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { type Params, useCommand, useMay, useOfficeQuery, useTabState, useViewer } from '../../client/index.ts'
import { DateField, DateInput, LongTextField, TextField } from '../../kit/fields/index.ts'
import { DocumentForm, FormSection, useForm } from '../../kit/form/index.ts'
import { ConfirmDialog, ScrollRegion } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { weekdayText } from './task-text.ts'
import { specialDaysIn } from './work-days-text.ts'
import { tasksWords } from './words.ts'

type Year = QueryOutput<'work-year'>
type YearFormValues = { specialDays: readonly SpecialDay[]; refundUntil: string; notice: string }
const formValuesOf = ({ specialDays, refundUntil, notice }: Year): YearFormValues => ({ specialDays, refundUntil, notice })
const byDay = (days: readonly SpecialDay[]) => days.toSorted((a, b) => (a.day < b.day ? -1 : 1))
/** Those of the second in place of those of the first. */
const merged = (days: readonly SpecialDay[], others: readonly SpecialDay[]) =>
  byDay([...days.filter(({ day }) => !others.some((one) => one.day === day)), ...others])

const PasteDialog = ({ year, onTake, onClose }: { year: number; onTake: (days: readonly SpecialDay[]) => void; onClose: () => void }) => {
  const { t } = useWords(tasksWords)
  const [text, setText] = useState('')
  const found = specialDaysIn(text, year)
  const off = found.filter((one) => one.off).length
  return (
    <ConfirmDialog
      open
      title={t('year.paste')}
      text={t('year.paste-text')}
      confirm={t('year.take')}
      ready={found.length > 0}
      onConfirm={() => {
        onTake(found)
        return Promise.resolve({ ok: true, value: null })
      }}
      onClose={onClose}
    >
      <LongTextField name="text" label={t('year.paste')} autoFocus rows={8} maxLength={20_000} value={text} onChange={setText} />
      <Typography variant="body2" aria-live="polite">
        {text.trim() !== '' && (found.length === 0 ? t('year.paste-none') : t('year.paste-found', { off, work: found.length - off }))}
      </Typography>
    </ConfirmDialog>
  )
}

/** A month in small: weekends pale, holidays and make-up days marked. A click makes a weekday a holiday, a weekend a make-up day, and back. */
const Month = ({
  month,
  days,
  onDay,
}: {
  month: string
  days: ReadonlyMap<IsoDate, SpecialDay>
  onDay: ((day: IsoDate) => void) | null
}) => {
  const { t, language } = useWords(tasksWords)
  const first = `${month}-01`
  const count = Number(monthEnd(first).slice(8))
  return (
    <Box role="group" aria-label={month} sx={{ minWidth: 0 }}>
      <Typography sx={{ fontSize: 12, fontWeight: 600, mb: 0.25 }}>{month}</Typography>
      <Box sx={{ display: 'grid', gridTemplateColumns: 'repeat(7, 1fr)', gap: '1px', fontSize: 11.5, textAlign: 'center' }}>
        {Array.from({ length: count }, (_, at) => {
          const day = addDays(first, at)
          const special = days.get(day)
          const off = special ? special.off : weekdayOf(day) > 4
          const said = special ? `${special.name} ${t(special.off ? 'year.holiday' : 'year.make-up')}` : ''
          return (
            <Box
              key={day}
              component="button"
              type="button"
              tabIndex={onDay ? 0 : -1}
              disabled={onDay === null}
              aria-pressed={special !== undefined}
              aria-label={[String(Number(day.slice(8))), day, weekdayText(day, language), said].filter(Boolean).join(' ')}
              title={said || undefined}
              onClick={() => onDay?.(day)}
              style={at === 0 ? { gridColumnStart: weekdayOf(day) + 1 } : undefined}
              sx={{
                font: 'inherit',
                border: 0,
                p: 0,
                height: 22,
                borderRadius: 0.5,
                bgcolor: 'transparent',
                color: off ? 'text.secondary' : 'text.primary',
                cursor: onDay ? 'pointer' : 'default',
                ...(special?.off && {
                  bgcolor: 'color-mix(in srgb, var(--mui-palette-error-main) 16%, transparent)',
                  color: 'text.primary',
                  fontWeight: 600,
                }),
                ...(special &&
                  !special.off && {
                    bgcolor: 'color-mix(in srgb, var(--mui-palette-primary-main) 18%, transparent)',
                    color: 'text.primary',
                    fontWeight: 600,
                  }),
                '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main' },
              }}
            >
              {Number(day.slice(8))}
            </Box>
          )
        })}
      </Box>
    </Box>
  )
}

const Days = ({
  value,
  onChange,
  editable,
}: {
  value: readonly SpecialDay[]
  onChange: (days: readonly SpecialDay[]) => void
  editable: boolean
}) => {
  const { t, name, language } = useWords(tasksWords)
  const { today } = useViewer()
  const change = (day: IsoDate, part: Partial<SpecialDay>) => onChange(value.map((one) => (one.day === day ? { ...one, ...part } : one)))
  const kindOf = (off: boolean) => t(off ? 'year.holiday' : 'year.make-up')
  const add = (day: IsoDate | null) => {
    if (day !== null && !value.some((one) => one.day === day)) onChange([...value, { day, off: weekdayOf(day) < 5, name: '' }])
  }
  return (
    <ScrollRegion label={name('field.specialDays')}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{name('field.day')}</TableCell>
            <TableCell>{t('year.weekday')}</TableCell>
            <TableCell>{t('year.kind')}</TableCell>
            <TableCell>{name('field.name')}</TableCell>
            {editable && <TableCell aria-label={t('year.remove', { day: '' })} />}
          </TableRow>
        </TableHead>
        <TableBody sx={{ '& td': { py: 0.25 } }}>
          {value.map(({ day, off, name: called }) => (
            <TableRow key={day}>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{day}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{weekdayText(day, language)}</TableCell>
              <TableCell>
                <Chip
                  size="small"
                  variant="outlined"
                  color={off ? 'default' : 'primary'}
                  label={kindOf(off)}
                  {...(editable && {
                    onClick: () => change(day, { off: !off }),
                    title: t('year.turn', { day, kind: kindOf(!off) }),
                  })}
                />
              </TableCell>
              <TableCell sx={{ width: '50%' }}>
                {editable ? (
                  <Plain
                    variant="standard"
                    fullWidth
                    value={called}
                    onChange={(event) => change(day, { name: event.target.value })}
                    slotProps={{
                      htmlInput: { 'aria-label': t('year.name-of', { day }), maxLength: 40 },
                      input: { disableUnderline: true, sx: { fontSize: 13 } },
                    }}
                  />
                ) : (
                  called
                )}
              </TableCell>
              {editable && (
                <TableCell align="right">
                  <IconButton
                    size="small"
                    aria-label={t('year.remove', { day })}
                    onClick={() => onChange(value.filter((one) => one.day !== day))}
                  >
                    <DeleteOutlined sx={{ fontSize: 18 }} />
                  </IconButton>
                </TableCell>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {value.length === 0 && (
        <Typography variant="body2" color="textSecondary" sx={{ p: 1.5 }}>
          {t('year.empty')}
        </Typography>
      )}
      {editable && (
        <Box sx={{ p: 1.5 }}>
          <DateInput label={t('year.add')} width={180} value={null} today={today} onChange={add} />
        </Box>
      )}
    </ScrollRegion>
  )
}

const YearForm = ({ data, onYear }: { data: Year; onYear: (year: number) => void }) => {
  const { t, name } = useWords(tasksWords)
  const { today } = useViewer()
  const may = useMay()('reminder-rule.edit')
  const saving = useCommand('save-work-year')
  const [pasting, setPasting] = useState(false)
  const [dropping, setDropping] = useState(false)
  const { year, revision } = data
  const seen = useMemo(() => ({ id: String(year), revision, value: formValuesOf(data) }), [data, year, revision])
  const form = useForm<YearFormValues, { id: string }>({
    key: `year-${year}`,
    empty: () => formValuesOf(data),
    seen,
    save: (value, at) => {
      // Who sets the refund's day alone leaves the program's table in use.
      const isOwn = data.own || JSON.stringify(value.specialDays) !== JSON.stringify(data.specialDays)
      return saving.run({
        ...{ year, revision: at.revision ?? 0, notice: value.notice },
        specialDays: isOwn ? [...byDay(value.specialDays)] : null,
        refundUntil: value.refundUntil === '' ? null : value.refundUntil,
      })
    },
  })
  const { specialDays } = form.value
  const set = (days: readonly SpecialDay[]) => form.set({ specialDays: byDay(days) })
  const known = new Map(specialDays.map((one) => [one.day, one]))
  const turn = (day: IsoDate) => {
    if (known.has(day)) return set(specialDays.filter((one) => one.day !== day))
    const near = specialDays.toReversed().find((one) => one.day < day && addDays(one.day, 3) >= day)
    return set([...specialDays, { day, off: weekdayOf(day) < 5, name: near?.name ?? '' }])
  }
  const off = specialDays.filter((one) => one.off).length
  return (
    <>
      <DocumentForm
        form={form}
        title={name('query.work-year')}
        number={String(year)}
        savePermission="reminder-rule.edit"
        actions={[
          { label: t('year.paste'), icon: <ContentPaste />, shown: may, onClick: () => setPasting(true) },
          { label: t('year.program'), shown: may && data.own, onClick: () => setDropping(true) },
        ]}
      >
        <Typography variant="body2" color="textSecondary" sx={{ maxWidth: 900 }}>
          {t('year.intro')}
        </Typography>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
          <IconButton size="small" aria-label={t('year.previous')} onClick={() => onYear(year - 1)}>
            <ChevronLeft />
          </IconButton>
          <Typography component="h2" sx={{ fontSize: 16, fontWeight: 600 }}>
            {year}
          </Typography>
          <IconButton size="small" aria-label={t('year.next')} onClick={() => onYear(year + 1)}>
            <ChevronRight />
          </IconButton>
          {data.known && <Chip size="small" variant="outlined" label={t(data.own ? 'year.own' : 'year.delivered')} />}
          <Typography variant="body2" color="textSecondary">
            {t('year.summary', { off, work: specialDays.length - off })}
          </Typography>
        </Box>
        {!data.known && (
          <Alert severity={year >= Number(today.slice(0, 4)) ? 'warning' : 'info'} variant="outlined" sx={{ py: 0 }}>
            {t('year.unknown', { year })}
          </Alert>
        )}
        <Box
          sx={{ display: 'grid', gridTemplateColumns: { xs: '1fr', lg: 'minmax(0, 1.1fr) minmax(0, 1fr)' }, gap: 2, alignItems: 'start' }}
        >
          <Paper variant="outlined" sx={{ p: 1.5, display: 'grid', gridTemplateColumns: 'repeat(auto-fill, minmax(168px, 1fr))', gap: 2 }}>
            {Array.from({ length: 12 }, (_, at) => (
              <Month key={at + 1} month={`${year}-${String(at + 1).padStart(2, '0')}`} days={known} onDay={may ? turn : null} />
            ))}
          </Paper>
          <Paper variant="outlined" sx={{ minWidth: 0 }}>
            <Days value={specialDays} onChange={set} editable={may} />
          </Paper>
        </Box>
        <FormSection title={t('year.refund')}>
          <DateField {...form.field('refundUntil')} help={t('year.refund-help', { year })} />
          <TextField {...form.field('notice')} span={2} />
        </FormSection>
      </DocumentForm>
      {pasting && <PasteDialog year={year} onTake={(days) => set(merged(specialDays, days))} onClose={() => setPasting(false)} />}
      <ConfirmDialog
        open={dropping}
        title={t('year.program')}
        text={t('year.program-text', { year })}
        confirm={t('year.program')}
        onConfirm={async () => {
          const answer = await saving.run({ year, revision, specialDays: null, refundUntil: null, notice: '' })
          if (answer.ok) form.reset()
          return answer
        }}
        onClose={() => setDropping(false)}
      />
    </>
  )
}

export const WorkYearPage = ({ params }: { params: Params }) => {
  const { today } = useViewer()
  const [year, setYear] = useTabState('year', Number(params['year'] ?? today.slice(0, 4)))
  const { data } = useOfficeQuery('work-year', { year }, { keep: true })
  return data ? <YearForm key={data.year} data={data} onYear={setYear} /> : null
}
