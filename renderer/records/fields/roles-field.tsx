// Several roles, by their ids.
import { Checkbox, ListItemText, MenuItem, TextField } from '@mui/material'
import { useOfficeList } from '../../client/index.ts'
import { type FieldProps, useFace } from '../../kit/fields/index.ts'
import { DataLine } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'

export const RolesField = (props: FieldProps<string[]>) => {
  const { language } = useWords()
  const { label, error, helperText, readOnly, required } = useFace(props)
  const roles = useOfficeList('roles', { limit: 200, params: {} }).data?.rows ?? []
  const nameOf = (id: string) => {
    const role = roles.find((one) => one.id === id)
    const name = (language === 'en' && role?.nameEn) || role?.name
    return typeof name === 'string' ? name : '…'
  }
  if (readOnly) return <DataLine label={label}>{props.value.map(nameOf).join(', ')}</DataLine>
  return (
    <TextField
      select
      fullWidth
      required={required}
      label={label}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value as unknown as string[])}
      error={error}
      helperText={helperText}
      slotProps={{
        select: { multiple: true, renderValue: (ids) => (ids as string[]).map(nameOf).join(', ') },
        htmlInput: { 'data-field': props.name },
      }}
    >
      {roles.map((role) => (
        <MenuItem key={role.id} value={role.id} sx={{ py: 0 }}>
          <Checkbox size="small" checked={props.value.includes(role.id)} />
          <ListItemText primary={nameOf(role.id)} />
        </MenuItem>
      ))}
    </TextField>
  )
}
