// What is asked: measures, rows and column, period and comparison, filters, and what else stands in a figure. Offers only what goes together.
import AddRounded from '@mui/icons-material/AddRounded'
import TuneRounded from '@mui/icons-material/TuneRounded'
import { Autocomplete, Box, Button, Chip, FormControlLabel, MenuItem, Popover, Stack, Switch, TextField } from '@mui/material'
import { useState } from 'react'
import { COMPARISONS, CLOCKS, RUNNING, SHARES, type Question } from '../../../preload/contract/modules/statistics/calls.ts'
import { PERIODS, periodDays } from '../../../preload/contract/vocabulary/periods.ts'
import { useViewer } from '../../client/index.ts'
import { DateInput } from '../../kit/fields/index.ts'
import { useWords } from '../../words/index.ts'
import { type Filter, FilterEditor } from './filter-editor.tsx'
import { memberName, type Choices } from './question.ts'
import { statisticsWords } from './words.ts'

type Props = {
  question: Question
  choices: Choices
  /** Names of members that filters hold, by dimension and key. */
  memberNames: Readonly<Record<string, string>>
  onChange: (question: Question, memberNames?: Readonly<Record<string, string>>) => void
}

/** Dimensions that every one of these measures has. */
const shared = (choices: Choices, measures: readonly string[]): Choices['dimensions'] =>
  choices.dimensions.filter((d) => measures.every((m) => choices.measures.find((one) => one.name === m)?.dimensions.includes(d.name)))
/** A question without what its measures do not have in common. */
const fitted = (choices: Choices, question: Question): Question => {
  const known = new Set(shared(choices, question.measures).map((d) => d.name))
  return {
    ...question,
    rows: question.rows.filter((r) => known.has(r)),
    column: question.column !== null && known.has(question.column) ? question.column : null,
    filters: question.filters.filter((f) => known.has(f.dimension)),
  }
}

const Choice = ({
  label,
  value,
  options,
  onChange,
  width = 132,
}: {
  label: string
  value: string
  options: readonly { value: string; label: string }[]
  onChange: (value: string) => void
  width?: number
}) => (
  <TextField
    select
    size="small"
    label={label}
    value={options.some((o) => o.value === value) ? value : ''}
    onChange={(event) => onChange(event.target.value)}
    sx={{ width }}
    slotProps={{ inputLabel: { shrink: true }, select: { displayEmpty: true } }}
  >
    {options.map((one) => (
      <MenuItem dense key={one.value} value={one.value}>
        {one.label}
      </MenuItem>
    ))}
  </TextField>
)

export const QuestionBar = ({ question, choices, memberNames, onChange }: Props) => {
  const { t, name } = useWords(statisticsWords)
  const { today } = useViewer()
  const [editing, setEditing] = useState<{ at: number | null } | null>(null)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const dimensions = shared(choices, question.measures)
  const set = (part: Partial<Question>) => onChange({ ...question, ...part })
  const none = { value: '', label: t('statistics.none') }
  const others = (mine: string) => dimensions.filter((d) => d.name === mine || ![...question.rows, question.column].includes(d.name))
  const dimensionOptions = (mine: string) => [none, ...others(mine).map((d) => ({ value: d.name, label: name(`dimension.${d.name}`) }))]
  const setRow = (at: 0 | 1, value: string) => {
    const rows = [...question.rows]
    if (value === '') rows.splice(at, 1)
    else rows[at] = value
    set({ rows: rows.filter(Boolean) })
  }
  const { period } = question
  const days = typeof period === 'string' ? periodDays(period, today) : period
  const setDay = (part: 'from' | 'to', day: string | null) => {
    if (day === null) return
    const next = { ...days, [part]: day }
    set({ period: next.from <= next.to ? next : { from: day, to: day } })
  }
  const compare = typeof question.compare === 'string' ? question.compare : 'range'
  const clocked = question.measures.some((m) => choices.measures.find((one) => one.name === m)?.clocked)
  const words = <T extends string>(group: string, values: readonly T[]) =>
    values.map((value) => ({ value, label: name(`${group}.${value}`) }))
  const filterText = (f: Filter) =>
    `${name(`dimension.${f.dimension}`)} ${f.not ? '≠' : '='} ${f.members.map((m) => memberNames[memberName(f.dimension, m)] ?? (m === '' ? name(`statistic-none.${f.dimension}`) : m)).join(', ')}`
  const saveFilter = (filter: Filter | null, labels: readonly { key: string; label: string }[]) => {
    const filters = [...question.filters]
    const at = editing?.at ?? null
    if (filter === null) filters.splice(at ?? 0, 1)
    else filters[at ?? filters.length] = filter
    const named = Object.fromEntries(labels.map((m) => [memberName(filter?.dimension ?? '', m.key), m.label]))
    onChange({ ...question, filters }, { ...memberNames, ...named })
    setEditing(null)
  }
  return (
    <Stack spacing={1}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Autocomplete
          multiple
          size="small"
          disableCloseOnSelect
          disableClearable
          limitTags={4}
          options={choices.measures.map((m) => m.name)}
          value={question.measures}
          getOptionLabel={(m) => name(`measure.${m}`)}
          getOptionDisabled={(m) => question.measures.length >= 8 && !question.measures.includes(m)}
          onChange={(_event, measures) => measures.length > 0 && onChange(fitted(choices, { ...question, measures }))}
          renderInput={(props) => <TextField {...props} label={name('field.measures')} />}
          sx={{ minWidth: 300, flex: '1 1 320px', maxWidth: 640 }}
          slotProps={{ chip: { size: 'small' } }}
        />
        <Choice
          label={t('statistics.row-1')}
          value={question.rows[0] ?? ''}
          options={dimensionOptions(question.rows[0] ?? '')}
          onChange={(v) => setRow(0, v)}
        />
        {question.rows.length > 0 && (
          <Choice
            label={t('statistics.row-2')}
            value={question.rows[1] ?? ''}
            options={dimensionOptions(question.rows[1] ?? '')}
            onChange={(v) => setRow(1, v)}
          />
        )}
        <Choice
          label={name('field.column')}
          value={question.column ?? ''}
          options={dimensionOptions(question.column ?? '')}
          onChange={(v) => set({ column: v === '' ? null : v })}
        />
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
        <Choice
          label={name('statistic-head.range')}
          value={typeof period === 'string' ? period : 'days'}
          width={116}
          options={[
            ...PERIODS.map((p) => ({ value: p as string, label: t(`kit.period.${p}`) })),
            { value: 'days', label: t('kit.period.choose') },
          ]}
          onChange={(v) => set({ period: PERIODS.find((p) => p === v) ?? days })}
        />
        <DateInput width={138} label={name('field.from')} value={days.from} today={today} onChange={(day) => setDay('from', day)} />
        <DateInput width={138} label={name('field.to')} value={days.to} today={today} onChange={(day) => setDay('to', day)} />
        <Choice
          label={name('field.compare')}
          value={compare}
          width={140}
          options={words('statistic-compare', compare === 'range' ? [...COMPARISONS, 'range'] : COMPARISONS)}
          onChange={(v) => set({ compare: COMPARISONS.find((c) => c === v) ?? question.compare })}
        />
        {question.filters.map((f, at) => (
          <Chip
            key={`${f.dimension}.${f.members.join()}`}
            size="small"
            variant="outlined"
            label={filterText(f)}
            onClick={() => setEditing({ at })}
            onDelete={() => set({ filters: question.filters.filter((_, i) => i !== at) })}
            sx={{ maxWidth: 320 }}
          />
        ))}
        <Button size="small" color="inherit" startIcon={<AddRounded />} onClick={() => setEditing({ at: null })}>
          {t('statistics.add-filter')}
        </Button>
        <Button
          size="small"
          color="inherit"
          startIcon={<TuneRounded />}
          aria-haspopup="dialog"
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          {t('statistics.options')}
        </Button>
      </Box>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
      >
        <Stack spacing={1.5} sx={{ p: 2, width: 300 }} role="dialog" aria-label={t('statistics.options')}>
          <FormControlLabel
            control={<Switch size="small" checked={question.upToToday} onChange={(_e, upToToday) => set({ upToToday })} />}
            label={name('field.upToToday')}
          />
          <FormControlLabel
            control={<Switch size="small" checked={question.rank} onChange={(_e, rank) => set({ rank })} />}
            label={t('statistics.rank')}
          />
          <Choice
            width={268}
            label={t('statistics.share')}
            value={question.share}
            options={words('statistic-share', SHARES)}
            onChange={(v) => set({ share: v as Question['share'] })}
          />
          <Choice
            width={268}
            label={t('statistics.running')}
            value={question.running}
            options={words('statistic-running', RUNNING)}
            onChange={(v) => set({ running: v as Question['running'] })}
          />
          <Choice
            width={268}
            label={t('statistics.top')}
            value={String(question.top?.count ?? '')}
            options={[
              { value: '', label: t('statistics.top-all') },
              ...[3, 5, 10, 15, 20, 30, 50].map((count) => ({ value: String(count), label: t('statistics.top-count', { count }) })),
            ]}
            onChange={(v) => set({ top: v === '' ? null : { count: Number(v), within: question.top?.within ?? false } })}
          />
          {question.top && question.rows.length === 2 && (
            <FormControlLabel
              control={
                <Switch size="small" checked={question.top.within} onChange={(_e, within) => set({ top: { ...question.top!, within } })} />
              }
              label={t('statistics.within')}
            />
          )}
          <Choice
            width={268}
            label={t('statistics.order')}
            value={question.order}
            options={(['value', 'name'] as const).map((value) => ({ value, label: t(`statistics.order.${value}`) }))}
            onChange={(v) => set({ order: v as Question['order'] })}
          />
          <Choice
            width={268}
            label={t('statistics.money')}
            value={question.money}
            options={(['base', 'own'] as const).map((value) => ({ value, label: t(`statistics.money.${value}`) }))}
            onChange={(v) => set({ money: v as Question['money'] })}
          />
          {clocked && (
            <Choice
              width={268}
              label={name('field.clock')}
              value={question.clock}
              options={words('statistic-clock', CLOCKS)}
              onChange={(v) => set({ clock: v as Question['clock'] })}
            />
          )}
          {[...question.rows, question.column].includes('fiscal-year') && (
            <Choice
              width={268}
              label={t('statistics.year-begins')}
              value={String(question.yearBegins)}
              options={Array.from({ length: 12 }, (_, i) => ({ value: String(i + 1), label: String(i + 1) }))}
              onChange={(v) => set({ yearBegins: Number(v) })}
            />
          )}
        </Stack>
      </Popover>
      {editing && (
        <FilterEditor
          filter={editing.at === null ? null : question.filters[editing.at]!}
          dimensions={dimensions.filter((d) => !d.time).map((d) => d.name)}
          measure={question.measures[0]!}
          memberNames={memberNames}
          onClose={() => setEditing(null)}
          onSave={saveFilter}
        />
      )}
    </Stack>
  )
}
