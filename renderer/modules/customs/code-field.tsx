// A code of one of customs' lists: chosen by code or name, or typed where no list has it.
import { Autocomplete, TextField } from '@mui/material'
import type { CustomsList } from '../../../preload/contract/modules/customs/calls.ts'
import { useOfficeQuery } from '../../client/index.ts'
import { type FieldProps, spanned, useFace } from '../../kit/fields/index.ts'
import { DataLine } from '../../kit/show/index.ts'

export const useCustomsCodes = (list: CustomsList) =>
  useOfficeQuery('customs-codes', {}).data?.find((one) => one.list === list)?.codes ?? []

export const CustomsCodeField = ({ list, ...props }: FieldProps<string> & { list: CustomsList }) => {
  const { value, onChange } = props
  const { label, error, helperText, readOnly, required, span } = useFace(props)
  const codes = useCustomsCodes(list)
  const said = (code: string) => {
    const known = codes.find((one) => one.code === code)
    return known ? `${code} ${known.name}` : code
  }
  if (readOnly)
    return (
      <DataLine label={label} span={span}>
        {said(value)}
      </DataLine>
    )
  return (
    <Autocomplete
      // What stands in it is read once: when the lists have come, with their names.
      key={codes.length}
      freeSolo
      autoHighlight
      size="small"
      options={codes.filter(({ active }) => active).map(({ code }) => code)}
      value={value}
      getOptionLabel={said}
      filterOptions={(options, { inputValue }) => {
        const typed = inputValue.trim().toLowerCase()
        return typed === '' || typed === said(value).toLowerCase()
          ? options
          : options.filter((code) => said(code).toLowerCase().includes(typed))
      }}
      onChange={(_event, chosen) => onChange(chosen ?? '')}
      // What is typed and no list has is a code of its own; what names one is that one.
      onBlur={(event) => {
        const typed = (event.target as HTMLInputElement).value.trim()
        if (typed !== said(value))
          onChange(
            codes.find(({ code, name }) => code === typed || name === typed || `${code} ${name}` === typed)?.code ?? typed.slice(0, 20),
          )
      }}
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          error={error}
          helperText={helperText}
          required={required}
          slotProps={{ ...params.slotProps, htmlInput: { ...params.slotProps.htmlInput, 'data-field': props.name, maxLength: 60 } }}
        />
      )}
      sx={spanned(span)}
    />
  )
}
