// Fields of people's own: the department, the time zone.
import { Autocomplete, MenuItem, TextField } from '@mui/material'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { useOfficeQuery } from '../../client/index.ts'
import { type FieldProps, foldedOptions, useFace } from '../../kit/fields/index.ts'
import { DataLine } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'

export type Department = QueryOutput<'departments'>[number]
export type DepartmentRow = Department & { depth: number }

/** Departments as a tree in the office's order, which is by name, each with its depth. One whose parent is unknown stands on top. */
export const inTree = (departments: readonly Department[]): DepartmentRow[] => {
  const known = new Set(departments.map((one) => one.id))
  const below = (parentId: string | null, depth: number): DepartmentRow[] =>
    departments
      .filter((one) => (one.parentId !== null && known.has(one.parentId) ? one.parentId : null) === parentId)
      .flatMap((one) => [{ ...one, depth }, ...below(one.id, depth + 1)])
  return below(null, 0)
}
/** A department and everything below it: it cannot be moved there. */
export const belowOf = (departments: readonly Department[], id: string): ReadonlySet<string> => {
  const found = new Set([id])
  for (const one of inTree(departments)) if (one.parentId !== null && found.has(one.parentId)) found.add(one.id)
  return found
}

export const DepartmentField = ({
  without,
  empty,
  ...props
}: FieldProps<string | null> & { without?: ReadonlySet<string>; empty: string }) => {
  const { language } = useWords()
  const { label, error, helperText, readOnly } = useFace(props)
  const departments = inTree(useOfficeQuery('departments', {}).data ?? [])
  const nameOf = (one: Department) => (language === 'en' && one.nameEn ? one.nameEn : one.name)
  const chosen = departments.find((one) => one.id === props.value)
  if (readOnly) return <DataLine label={label}>{chosen ? nameOf(chosen) : empty}</DataLine>
  return (
    <TextField
      select
      fullWidth
      label={label}
      value={chosen ? chosen.id : ''}
      onChange={(event) => props.onChange(event.target.value === '' ? null : event.target.value)}
      error={error}
      helperText={helperText}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true }, htmlInput: { 'data-field': props.name } }}
    >
      <MenuItem value="">{empty}</MenuItem>
      {departments.map((one) => (
        <MenuItem key={one.id} value={one.id} disabled={without?.has(one.id)} sx={{ pl: 2 + one.depth * 2 }}>
          {nameOf(one)}
        </MenuItem>
      ))}
    </TextField>
  )
}

export const timeZones = [...new Set(['Asia/Shanghai', 'Asia/Hong_Kong', 'Asia/Taipei', ...Intl.supportedValuesOf('timeZone')])]

export const TimeZoneField = (props: FieldProps<string>) => {
  const { label, error, helperText, readOnly } = useFace(props)
  if (readOnly) return <DataLine label={label}>{props.value}</DataLine>
  return (
    <Autocomplete
      disableClearable
      options={timeZones}
      value={props.value}
      filterOptions={foldedOptions}
      onChange={(_event, zone) => props.onChange(zone)}
      renderInput={(params) => <TextField {...params} size="small" label={label} error={error} helperText={helperText} />}
    />
  )
}
