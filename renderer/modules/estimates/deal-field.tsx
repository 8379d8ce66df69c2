// The deal an estimate is for: found by its number or customer, kept with its number.
import { fetchList } from '../../client/index.ts'
import { type FieldProps, type Option, PickBox, useFace } from '../../kit/fields/index.ts'
import { DataLine, RecordLink } from '../../kit/show/index.ts'
import type { PickedDeal } from './typed-estimate.ts'

const text = (cell: unknown): string => (typeof cell === 'string' ? cell : '')
const searchDeals = async (typed: string): Promise<Option[]> => {
  const answer = await fetchList('deals', { limit: 20, ...(typed === '' ? {} : { search: typed }), params: {} })
  return answer.ok ? answer.value.rows.map((row) => ({ id: row.id, label: text(row.number), detail: text(row.customer), row })) : []
}

export const DealField = ({ onPick, fixed, ...props }: FieldProps<PickedDeal> & { fixed: boolean; onPick: (dealId: string) => void }) => {
  const { label, error, helperText, required, autoFocus, readOnly } = useFace(props)
  const { value } = props
  if (readOnly || fixed)
    return (
      <DataLine label={label}>
        {value && (
          <RecordLink route="deal" id={value.id}>
            {value.number}
          </RecordLink>
        )}
      </DataLine>
    )
  return (
    <PickBox
      name={props.name}
      label={label}
      error={error}
      helperText={helperText}
      required={required}
      autoFocus={autoFocus}
      opens="deal"
      option={value === null ? null : { id: value.id, label: value.number, row: null }}
      search={searchDeals}
      onPick={(picked) => {
        props.onChange(picked === null ? null : { id: picked.id, number: picked.label })
        if (picked) onPick(picked.id)
      }}
    />
  )
}
