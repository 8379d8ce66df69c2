// The deal an estimate is for: found by its number or customer, kept with its number.
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { ask, fetchList } from '../../client/index.ts'
import { type Begins, type FieldProps, type Option, PickBox, useFace } from '../../kit/fields/index.ts'
import { DataLine, RecordLink } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import type { PickedDeal } from './estimate-form-values.ts'

const text = (cell: unknown): string => (typeof cell === 'string' ? cell : '')
const searchDeals = async (typed: string): Promise<Option[]> => {
  const answer = await fetchList('deals', { limit: 20, ...(typed === '' ? {} : { search: typed }), params: {} })
  return answer.ok ? answer.value.rows.map((row) => ({ id: row.id, label: text(row.number), detail: text(row.customer), row })) : []
}

/** The deal of a contract that has just been made. */
const dealOf = async (contractId: string): Promise<PickedDeal> => {
  const answer = await ask({ kind: 'query', name: 'sales-contract', input: { id: contractId } })
  if (!answer.ok) return null
  const { dealId, dealNumber } = answer.value as QueryOutput<'sales-contract'>
  return { id: dealId, number: dealNumber }
}

export const DealField = ({ onPick, fixed, ...props }: FieldProps<PickedDeal> & { fixed: boolean; onPick: (dealId: string) => void }) => {
  const { label, error, helperText, required, autoFocus, readOnly } = useFace(props)
  const { value } = props
  const { name } = useWords()
  const pick = (deal: PickedDeal) => {
    props.onChange(deal)
    if (deal) onPick(deal.id)
  }
  // A deal begins with its contract.
  const begins: Begins = {
    ...{ route: 'sales-contract', permission: 'sales-contract.create', what: name('record.sales-contract') },
    made: (id) => void dealOf(id).then(pick),
  }
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
      begins={begins}
      option={value === null ? null : { id: value.id, label: value.number, row: null }}
      search={searchDeals}
      onPick={(picked) => pick(picked === null ? null : { id: picked.id, number: picked.label })}
    />
  )
}
