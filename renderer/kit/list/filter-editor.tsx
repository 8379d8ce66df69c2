// The small panel in which one filter is made or changed: column, comparison, value by the column's kind. Enter puts it to use.
import { Autocomplete, Box, Button, MenuItem, Popover, Stack, TextField } from '@mui/material'
import { type KeyboardEvent, useState } from 'react'
import type { Column, Filter, FilterOperator } from '../../../preload/contract/define/index.ts'
import { hearKey, useViewer } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { DateInput } from '../fields/date-input.tsx'
import { foldedOptions } from '../fields/folded-options.ts'
import { NumberInput } from '../fields/number-input.tsx'
import type { Columns } from './list-view-settings.ts'
import { type Draft, draftOf, filterOf, operatorsOf, operatorWords, valuesOf } from './filter-operators.ts'
import { useTypedGuard } from '../show/dialog.tsx'

type Props = {
  anchor: HTMLElement
  columns: Columns
  titleOf: (field: string) => string
  /** The filter to change; null makes a new one. */
  filter: Filter | null
  /** The column a new filter starts with. */
  field?: string
  onDone: (filter: Filter) => void
  /** Takes the filter away; offered when there is one. */
  onRemove?: () => void
  onClose: () => void
}

type ValueProps = { column: Column; draft: Draft; onChange: (values: string[]) => void }

const OneValue = ({
  column,
  value,
  label,
  onChange,
  autoFocus,
}: {
  column: Column
  value: string
  label: string
  onChange: (value: string) => void
  autoFocus: boolean
}) => {
  const { today } = useViewer()
  if (column.kind === 'date' || column.kind === 'datetime')
    return (
      <DateInput
        label={label}
        value={value === '' ? null : value}
        today={today}
        autoFocus={autoFocus}
        onChange={(day) => onChange(day ?? '')}
      />
    )
  if (column.kind === 'text' || column.kind === 'code' || column.kind === 'enum' || column.kind === 'boolean')
    return <TextField size="small" label={label} value={value} autoFocus={autoFocus} onChange={(event) => onChange(event.target.value)} />
  return (
    <NumberInput label={label} value={value} places={column.kind === 'integer' ? 0 : 8} signed autoFocus={autoFocus} onChange={onChange} />
  )
}

const Values = ({ column, draft, onChange }: ValueProps) => {
  const { t, name } = useWords()
  const how = valuesOf(draft.op)
  if (how === 'none') return null
  const [first = '', second = ''] = draft.values
  if (column.kind === 'boolean')
    return (
      <TextField
        select
        size="small"
        label={t('kit.filter.value')}
        value={first === '' ? 'true' : first}
        onChange={(event) => onChange([event.target.value])}
      >
        <MenuItem value="true">{t('kit.yes')}</MenuItem>
        <MenuItem value="false">{t('kit.no')}</MenuItem>
      </TextField>
    )
  if (how === 'many') {
    const { group, all } = column.values ?? { group: '', all: [] }
    return (
      <Autocomplete
        multiple
        size="small"
        disableCloseOnSelect
        openOnFocus
        options={[...all]}
        value={draft.values}
        getOptionLabel={(value) => name(`${group}.${value}`)}
        filterOptions={foldedOptions}
        onChange={(_event, values) => onChange(values)}
        renderInput={(params) => <TextField {...params} label={t('kit.filter.value')} autoFocus />}
      />
    )
  }
  if (how === 'two')
    return (
      <Stack direction="row" spacing={1}>
        <OneValue column={column} label={t('kit.filter.from')} value={first} autoFocus onChange={(value) => onChange([value, second])} />
        <OneValue
          column={column}
          label={t('kit.filter.to')}
          value={second}
          autoFocus={false}
          onChange={(value) => onChange([first, value])}
        />
      </Stack>
    )
  return <OneValue column={column} label={t('kit.filter.value')} value={first} autoFocus onChange={(value) => onChange([value])} />
}

const startOf = (columns: Columns, field: string): Draft => {
  const column = columns[field]
  const op: FilterOperator = column ? operatorsOf(column)[0]! : 'contains'
  return { field, op, values: column?.kind === 'boolean' ? ['true'] : [] }
}

export const FilterEditor = ({ anchor, columns, titleOf, filter, field, onDone, onRemove, onClose }: Props) => {
  const { t } = useWords()
  const fields = Object.keys(columns).filter((f) => columns[f]?.fixed !== true)
  const [draft, setDraft] = useState<Draft>(() => (filter ? draftOf(filter) : startOf(columns, field ?? fields[0] ?? '')))
  const column = columns[draft.field]
  const made = filterOf(draft)
  const done = () => made && onDone(made)
  const guard = useTypedGuard(onClose)
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.defaultPrevented) return
    event.preventDefault()
    done()
  }
  return (
    <Popover open anchorEl={anchor} onClose={guard.close} {...guard.watch} anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}>
      <Stack spacing={1.5} sx={{ p: 1.5, width: 320 }} onKeyDown={(event) => hearKey(event, keys)} data-filter-editor>
        <Autocomplete
          size="small"
          disableClearable
          options={fields}
          value={draft.field}
          getOptionLabel={titleOf}
          filterOptions={foldedOptions}
          onChange={(_event, next) => setDraft(startOf(columns, next))}
          renderInput={(params) => <TextField {...params} label={t('kit.filter.field')} />}
        />
        {column && (
          <TextField
            select
            size="small"
            label={t('kit.filter.operator')}
            value={draft.op}
            onChange={(event) => setDraft({ ...draft, op: event.target.value as FilterOperator })}
          >
            {operatorsOf(column).map((op) => (
              <MenuItem key={op} value={op}>
                {t(operatorWords(column, op))}
              </MenuItem>
            ))}
          </TextField>
        )}
        {column && (
          <Values
            key={`${draft.field}.${valuesOf(draft.op)}`}
            column={column}
            draft={draft}
            onChange={(values) => setDraft({ ...draft, values })}
          />
        )}
        <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1 }}>
          {filter && onRemove && (
            <Button size="small" color="inherit" onClick={onRemove} sx={{ mr: 'auto' }}>
              {t('kit.filter.remove')}
            </Button>
          )}
          <Button size="small" onClick={onClose}>
            {t('kit.cancel')}
          </Button>
          <Button size="small" variant="contained" disableElevation disabled={!made} onClick={done}>
            {t('kit.filter.use')}
          </Button>
        </Box>
      </Stack>
      {guard.question}
    </Popover>
  )
}
