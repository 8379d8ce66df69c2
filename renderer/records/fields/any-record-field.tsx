// A field whose value is any record of the office that can be found: its kind and its id.
import { PLACED_KINDS, type PlacedKind } from '../../../preload/contract/records.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { ask } from '../../client/index.ts'
import { type FieldProps, type Option, PickBox, spanned, useFace } from '../../kit/fields/index.ts'
import { DataLine, RecordLink } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'

export type AnyRecord = { kind: PlacedKind; id: string; title: string }
type Found = QueryOutput<'find'>[number]
const FOUND = 20
const isPlaced = (kind: string): kind is PlacedKind => PLACED_KINDS.some((one) => one === kind)

/** Looks everywhere, as Ctrl+K does. */
const search = async (text: string): Promise<Found[]> => {
  if (text === '') return []
  const answer = await ask({ kind: 'query', name: 'find', input: { text, limit: FOUND } })
  return answer.ok ? (answer.value as Found[]).filter(({ kind }) => isPlaced(kind)) : []
}

export const AnyRecordField = (props: FieldProps<AnyRecord | null>) => {
  const { value, onChange } = props
  const { name } = useWords()
  const { label, error, helperText, readOnly, required, autoFocus, span } = useFace(props)
  const optionOf = ({ kind, id, title, detail }: Omit<Found, 'kind'> & { kind: string }): Option<AnyRecord> => ({
    id,
    label: title,
    detail: [name(`record.${kind}`), detail].filter(Boolean).join(' · '),
    row: { kind: kind as PlacedKind, id, title },
  })
  if (readOnly)
    return (
      <DataLine label={label} span={span}>
        {value && (
          <RecordLink route={value.kind} id={value.id}>
            {value.title}
          </RecordLink>
        )}
      </DataLine>
    )
  return (
    <PickBox<AnyRecord>
      name={props.name}
      label={label}
      error={error}
      helperText={helperText}
      required={required}
      autoFocus={autoFocus}
      opens={value?.kind}
      option={value && optionOf({ ...value, detail: '' })}
      search={async (text) => (await search(text)).map(optionOf)}
      onPick={(option) => onChange(option ? option.row : null)}
      sx={spanned(span)}
    />
  )
}
