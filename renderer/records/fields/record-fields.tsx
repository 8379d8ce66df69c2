// Fields whose value is the id of another record: customer, vendor, product, user, category. Each keeps the label it was given or picked.
import { type ReactNode, useMemo, useState } from 'react'
import type { ListRow } from '../../../preload/contract/define/index.ts'
import { matchesSearchable } from '../../../preload/contract/vocabulary/fold.ts'
import { ask, useMay, useOfficeQuery, useViewer } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { type Begins, type FieldProps, type Option, PickBox, spanned, useFace } from '../../kit/fields/index.ts'
import { DataLine, RecordLink } from '../../kit/show/index.ts'
import { ColleaguesCustomers } from './colleagues-customers.tsx'
import { searchCustomers, searchUsers, searchVendors, type VendorKind } from './record-sources.ts'

type RecordProps = FieldProps<string | null> & {
  /** The record's name as the document has it, until (or where) the record itself cannot be read. */
  shown?: string | null
  onPick?: (row: ListRow | null) => void
}
type Source = {
  search: (text: string) => Promise<Option<ListRow>[]>
  /** The name of the record with the field's id, read from the office; undefined while unknown. */
  label: string | undefined
  opens: string | undefined
  /** What to look for to find the record with this id again, e.g. its name. */
  textOf?: (id: string) => Promise<string>
  begins?: Begins
  /** Said under the results. */
  under?: (typed: string) => ReactNode
}

const RecordField = ({ source, ...props }: RecordProps & { source: Source }) => {
  const { value, onChange, onPick, shown, name } = props
  const { label, error, helperText, readOnly, required, autoFocus, span } = useFace(props)
  const [picked, setPicked] = useState<Option<ListRow> | null>(null)
  const own = picked?.id === value ? picked.label : undefined
  const pick = (option: Option<ListRow> | null) => {
    setPicked(option)
    // One that must be given is never null: the office refuses the empty text at this field.
    onChange(option?.id ?? (required ? '' : null))
    onPick?.(option?.row ?? null)
  }
  /** A record begun from this field has been made: it is picked as if it had been there. */
  const made = async (id: string) => {
    const found = source.textOf && (await source.search(await source.textOf(id))).find((one) => one.id === id)
    if (found) pick(found)
    else onChange(id)
  }
  const said = value === null || value === '' ? null : (own ?? source.label ?? shown ?? '…')
  if (readOnly)
    return (
      <DataLine label={label} span={span}>
        {value !== null && source.opens ? (
          <RecordLink route={source.opens} id={value}>
            {shown ?? said}
          </RecordLink>
        ) : (
          (shown ?? said)
        )}
      </DataLine>
    )
  return (
    <PickBox<ListRow | null>
      name={name}
      label={label}
      error={error}
      helperText={helperText}
      required={required}
      autoFocus={autoFocus}
      opens={source.opens}
      option={value === null || value === '' || said === null ? null : { id: value, label: said, row: picked?.row ?? null }}
      search={source.search}
      under={source.under}
      begins={source.begins && { ...source.begins, made: (id) => void made(id) }}
      onPick={(option) => pick(option as Option<ListRow> | null)}
      sx={spanned(span)}
    />
  )
}

type PartyProps = RecordProps & ({ kind: 'customer' } | { kind: 'vendor'; vendorKind?: VendorKind })

/** The name of a record, read from the office; '' where it cannot be read. */
const nameOf = (query: 'customer' | 'vendor' | 'user') => async (id: string) => {
  const answer = await ask({ kind: 'query', name: query, input: { id } })
  return answer.ok ? (answer.value as { name: string }).name : ''
}

const CustomerField = (props: RecordProps) => {
  const { name } = useWords()
  const may = useMay()('customer.view')
  const readOnly = useFace(props).readOnly
  const read = useOfficeQuery('customer', { id: props.value ?? '' }, { enabled: may && !readOnly && !!props.value })
  const begins: Begins = { route: 'customer', permission: 'customer.create', what: name('record.customer') }
  const opens = may ? 'customer' : undefined
  const under = may ? (typed: string) => <ColleaguesCustomers typed={typed} /> : undefined
  const source: Source = { search: searchCustomers, label: read.data?.name, opens, textOf: nameOf('customer'), begins, under }
  return <RecordField {...props} source={source} />
}
const VendorField = ({ vendorKind, ...props }: RecordProps & { vendorKind?: VendorKind }) => {
  const { name } = useWords()
  const may = useMay()('vendor.view')
  const readOnly = useFace(props).readOnly
  const read = useOfficeQuery('vendor', { id: props.value ?? '' }, { enabled: may && !readOnly && !!props.value })
  const search = useMemo(() => (text: string) => searchVendors(text, vendorKind), [vendorKind])
  const what = name(vendorKind === undefined ? 'record.vendor' : `party-kind.${vendorKind}`)
  const begins: Begins = { route: 'vendor', params: vendorKind ? { kind: vendorKind } : {}, permission: 'vendor.create', what }
  const opens = may ? 'vendor' : undefined
  return <RecordField {...props} source={{ search, label: read.data?.name, opens, textOf: nameOf('vendor'), begins }} />
}
/** A customer or a vendor (of one kind, when told). `onPick` gives the list's row: code, name, currency and so on. */
export const PartyField = (props: PartyProps) => (props.kind === 'customer' ? <CustomerField {...props} /> : <VendorField {...props} />)

/** A user; `shown` is the name as the record gives it. */
export const UserField = (props: RecordProps) => {
  const { name } = useWords()
  const may = useMay()('user.view')
  const readOnly = useFace(props).readOnly
  const read = useOfficeQuery('user', { id: props.value ?? '' }, { enabled: may && !readOnly && !!props.value })
  // Who may not look at users still knows their own name.
  const viewer = useViewer()
  const label = read.data?.name ?? (props.value === viewer.id ? viewer.name : undefined)
  const begins: Begins = { route: 'user', permission: 'user.create', what: name('record.user') }
  return <RecordField {...props} source={{ search: searchUsers, label, opens: may ? 'user' : undefined, textOf: nameOf('user'), begins }} />
}

type Category = { id: string; name: string; nameZh: string; foundBy: string; parentId: string | null }
const pathOf = (all: readonly Category[], one: Category, word: (c: Category) => string, deep = 0): string => {
  const parent = deep < 8 ? all.find((c) => c.id === one.parentId) : undefined
  return parent ? `${pathOf(all, parent, word, deep + 1)} / ${word(one)}` : word(one)
}
/** A product category with its parents; `onBegin` opens the place where categories are made. */
export const CategoryField = ({ onBegin, ...props }: FieldProps<string | null> & { onBegin?: () => void }) => {
  const { language, name } = useWords()
  const read = useOfficeQuery('categories', {})
  const options = useMemo(() => {
    const all: Category[] = read.data ?? []
    const word = (c: Category) => (language === 'zh' && c.nameZh !== '' ? c.nameZh : c.name)
    return all.map((c) => ({ id: c.id, label: pathOf(all, c, word), detail: c.name, foundBy: c.foundBy, row: {} as ListRow }))
  }, [read.data, language])
  const begins: Begins = { permission: 'product.edit', what: name('record.category'), begin: onBegin }
  const search = useMemo(
    () => (text: string) => Promise.resolve(options.filter((o) => matchesSearchable(text, [o.label, o.detail], o.foundBy)).slice(0, 50)),
    [options],
  )
  return <RecordField {...props} source={{ search, label: options.find((o) => o.id === props.value)?.label, opens: undefined, begins }} />
}
