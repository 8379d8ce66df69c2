// What a report is asked for: as of a day, from–to, groupings. Kept with the tab.
import { Box, MenuItem, TextField } from '@mui/material'
import { useTabState, useViewer } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { DateInput } from '../fields/date-input.tsx'

/** Values by name: 'asOf', 'from', 'to' and the selects' own; absent for none. */
export type ReportFiltersValue = Readonly<Record<string, string | undefined>>
type Select = {
  /** Key in the value and of its name `field.<name>`. */
  name: string
  label?: string
  options: readonly { value: string; label: string }[]
  /** Words for "all"; absent: one must be chosen. */
  all?: string
}
type Props = {
  asOf?: boolean
  period?: boolean
  selects?: readonly Select[]
  value: ReportFiltersValue
  onChange: (value: ReportFiltersValue) => void
}

/** The report's filters of this tab. */
export const useReportFilters = (initial: ReportFiltersValue): [ReportFiltersValue, (value: ReportFiltersValue) => void] =>
  useTabState<ReportFiltersValue>('report', initial)

export const ReportFilters = ({ asOf = false, period = false, selects = [], value, onChange }: Props) => {
  const { name } = useWords()
  const { today } = useViewer()
  const set = (key: string, next: string | null) => {
    const { [key]: _old, ...rest } = value
    onChange(next === null || next === '' ? rest : { ...rest, [key]: next })
  }
  const day = (key: string) => (
    <DateInput
      key={key}
      width={148}
      label={name(`field.${key}`)}
      value={value[key] ?? null}
      today={today}
      onChange={(next) => set(key, next)}
    />
  )
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      {asOf && day('asOf')}
      {period && day('from')}
      {period && day('to')}
      {selects.map((select) => (
        <TextField
          key={select.name}
          select
          size="small"
          label={select.label ?? name(`field.${select.name}`)}
          value={value[select.name] ?? ''}
          onChange={(event) => set(select.name, event.target.value)}
          sx={{ minWidth: 120 }}
          slotProps={select.all === undefined ? {} : { inputLabel: { shrink: true }, select: { displayEmpty: true } }}
        >
          {select.all !== undefined && <MenuItem value="">{select.all}</MenuItem>}
          {select.options.map((option) => (
            <MenuItem key={option.value} value={option.value}>
              {option.label}
            </MenuItem>
          ))}
        </TextField>
      ))}
    </Box>
  )
}
