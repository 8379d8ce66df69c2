// Whom a task is asked of: chips, and a field that adds one more.
import { Box, Chip } from '@mui/material'
import { type FieldProps, PickBox, spanned, useFace } from '../../kit/fields/index.ts'
import { DataLine } from '../../kit/show/index.ts'
import { searchUsers } from '../../records/fields/index.ts'
import { namesText, useWords } from '../../words/index.ts'
import { tasksWords } from './words.ts'

export type Person = { id: string; name: string }

export const PeopleField = (props: FieldProps<readonly Person[]>) => {
  const { value, onChange } = props
  const { t, language } = useWords(tasksWords)
  const { label, error, helperText, readOnly, span } = useFace(props)
  if (readOnly)
    return (
      <DataLine label={label} span={span}>
        {namesText(
          value.map(({ name }) => name),
          language,
        )}
      </DataLine>
    )
  return (
    <Box sx={{ ...spanned(span), display: 'flex', flexDirection: 'column', gap: 0.5 }}>
      <PickBox
        name={props.name}
        label={label}
        error={error}
        helperText={helperText}
        placeholder={t('task.people-add')}
        option={null}
        search={async (text) => (await searchUsers(text)).filter((user) => !value.some(({ id }) => id === user.id))}
        onPick={(user) => user && onChange([...value, { id: user.id, name: user.label }])}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
        {value.map(({ id, name }) => (
          <Chip
            key={id}
            size="small"
            label={name}
            onDelete={() => onChange(value.filter((one) => one.id !== id))}
            aria-label={t('task.remove', { name })}
          />
        ))}
      </Box>
    </Box>
  )
}
