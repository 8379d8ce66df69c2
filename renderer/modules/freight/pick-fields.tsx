// Fields of an inquiry that pick records of other modules: several contracts or forwarders as chips, one shipment.
import { Box, Chip } from '@mui/material'
import type { ListRow } from '../../../preload/contract/define/index.ts'
import { ask, fetchList, useTabs } from '../../client/index.ts'
import { type Begins, type FieldProps, type Option, PickBox, spanned, useFace } from '../../kit/fields/index.ts'
import { DataLine, RecordLink } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import type { Picked } from './inquiry-form-values.ts'

const textOf = (row: ListRow, field: string): string => {
  const cell = row[field]
  return typeof cell === 'string' ? cell : ''
}
const optionOf =
  (label: string, details: readonly string[]) =>
  (row: ListRow): Option => ({
    id: row.id,
    label: textOf(row, label),
    detail: details
      .map((field) => textOf(row, field))
      .filter((text) => text !== '')
      .join(' · '),
    row,
  })
const asked = (text: string) => ({ limit: 20, ...(text === '' ? {} : { search: text }) })

export const searchForwarders = async (text: string): Promise<Option[]> => {
  const filters = [{ field: 'active', op: 'is' as const, value: 'true' }]
  const answer = await fetchList('vendors', { ...asked(text), filters, params: { kind: 'forwarder' } })
  return answer.ok ? answer.value.rows.map(optionOf('name', ['code', 'city'])) : []
}
export const searchContracts = async (text: string): Promise<Option[]> => {
  const filters = [{ field: 'status', op: 'is-not' as const, value: 'void' }]
  const answer = await fetchList('sales-contracts', { ...asked(text), filters })
  return answer.ok ? answer.value.rows.map(optionOf('number', ['customer', 'contractDate'])) : []
}
const searchShipments = async (text: string): Promise<Option[]> => {
  const filters = [{ field: 'status', op: 'in' as const, value: ['planned', 'booked'] }]
  const answer = await fetchList('shipments', { ...asked(text), filters })
  return answer.ok ? answer.value.rows.map(optionOf('number', ['customer', 'portOfDischarge', 'etd'])) : []
}

/** The name of a vendor that has just been made. */
const nameOf = async (id: string): Promise<string> => {
  const answer = await ask({ kind: 'query', name: 'vendor', input: { id } })
  return answer.ok ? (answer.value as { name: string }).name : ''
}

/** The number of a document that has just been made. */
const numberOf = async (name: 'shipment' | 'sales-contract', id: string): Promise<string> => {
  const answer = await ask({ kind: 'query', name, input: { id } })
  return answer.ok ? (answer.value as { number: string }).number : ''
}

type ManyProps = FieldProps<Picked[]> & {
  /** The route that a chip opens. */
  opens: string
  search: (text: string) => Promise<Option[]>
  /** Chips that cannot be taken away. */
  kept?: (id: string) => boolean
  /** What is typed and not found is made by it, and picked. */
  create?: { label: (text: string) => string; run: (text: string) => Promise<Picked | null> }
  /** What can be begun where nothing is found; it is added then. */
  begins?: Begins
}

/** The id of the option that stands for what is not there yet. */
const NEW = 'new'

/** Several records: each a chip that opens it, a box below to add one more. */
export const PickManyField = ({ opens, search, kept = () => false, create, begins, ...props }: ManyProps) => {
  const { value, onChange, name } = props
  const { label, error, helperText, readOnly, span } = useFace(props)
  const tabs = useTabs()
  const made = async (id: string) => {
    const found = (await search('')).find((one) => one.id === id)
    const label = found?.label ?? (opens === 'sales-contract' ? await numberOf('sales-contract', id) : await nameOf(id))
    onChange([...value, { id, label }])
  }
  const chips = (
    <Box role="list" aria-label={label} sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
      {value.map((one) => (
        <Box role="listitem" key={one.id} sx={{ minWidth: 0, maxWidth: '100%' }}>
          <Chip
            size="small"
            label={one.label}
            onClick={() => void tabs.openRecord(opens, one.id)}
            {...(readOnly || kept(one.id) ? {} : { onDelete: () => onChange(value.filter((v) => v.id !== one.id)) })}
          />
        </Box>
      ))}
    </Box>
  )
  if (readOnly)
    return (
      <DataLine label={label} span={span}>
        {value.length === 0 ? null : chips}
      </DataLine>
    )
  return (
    <Box sx={{ ...spanned(span), display: 'flex', flexDirection: 'column', gap: 0.75 }}>
      <PickBox
        name={name}
        label={label}
        error={error}
        helperText={helperText}
        option={null}
        begins={begins && { ...begins, made: (id) => void made(id) }}
        search={async (text) => {
          const found = (await search(text)).filter((o) => !value.some((v) => v.id === o.id))
          const typed = text.trim()
          const there = typed === '' || [...found, ...value].some((o) => o.label.toLowerCase() === typed.toLowerCase())
          return create === undefined || there ? found : [...found, { id: NEW, label: create.label(typed), row: typed }]
        }}
        onPick={(option) => {
          if (option === null) return
          if (option.id !== NEW) return onChange([...value, { id: option.id, label: option.label }])
          void create?.run(String(option.row)).then((made) => made && onChange([...value, made]))
        }}
      />
      {value.length > 0 && chips}
    </Box>
  )
}

/** A shipment that has not left. */
export const ShipmentField = (props: FieldProps<Picked | null>) => {
  const { value, onChange, name } = props
  const { label, error, helperText, readOnly } = useFace(props)
  const words = useWords()
  const begins: Begins = {
    ...{ route: 'shipment', permission: 'shipment.create', what: words.name('record.shipment') },
    made: (id) => void numberOf('shipment', id).then((number) => onChange({ id, label: number })),
  }
  if (readOnly)
    return (
      <DataLine label={label}>
        {value && (
          <RecordLink route="shipment" id={value.id}>
            {value.label}
          </RecordLink>
        )}
      </DataLine>
    )
  return (
    <PickBox
      name={name}
      label={label}
      error={error}
      helperText={helperText}
      opens="shipment"
      begins={begins}
      option={value === null ? null : { ...value, row: null }}
      search={searchShipments}
      onPick={(option) => onChange(option === null ? null : { id: option.id, label: option.label })}
    />
  )
}
