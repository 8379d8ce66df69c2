// A day of a form: text 'YYYY-MM-DD' or null. `fact`: at most today; `from`: not before that day.
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { useViewer } from '../../client/index.ts'
import { DataLine } from '../show/data-line.tsx'
import { DateInput } from './date-input.tsx'
import { type FieldProps, spanned, useFace } from './field-face.ts'

/** Optional days: null when empty. */
export const DateField = (props: FieldProps<IsoDate | null> & { fact?: boolean; from?: IsoDate | null }) => {
  const { value, onChange, typed, onTyped, name, fact, from } = props
  const { today } = useViewer()
  const { label, helperText, readOnly, required, autoFocus, span } = useFace(props)
  if (readOnly)
    return (
      <DataLine label={label} span={span}>
        {value}
      </DataLine>
    )
  return (
    <DateInput
      name={name}
      label={label}
      value={value === '' ? null : value}
      today={today}
      required={required}
      fact={fact}
      from={from}
      autoFocus={autoFocus}
      issue={props.issue}
      helperText={helperText}
      typed={typed?.[name]}
      onTyped={onTyped && ((text) => onTyped(text))}
      // A day that must be given is never null: the office refuses the empty text at this field.
      onChange={(day) => onChange(day ?? (required ? '' : null))}
      sx={spanned(span)}
    />
  )
}
