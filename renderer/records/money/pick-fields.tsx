// Fields that pages of money choose from lists: a bank account, a signed contract of a party.
import { MenuItem, TextField } from '@mui/material'
import type { ListRow } from '../../../preload/contract/define/index.ts'
import { ask, fetchList, useOfficeList, useTabs } from '../../client/index.ts'
import { type Begins, type FieldProps, NothingFound, type Option, PickBox, useFace } from '../../kit/fields/index.ts'
import { moneyShown } from '../../kit/format/index.ts'
import { useWords } from '../../words/index.ts'
import { moneyOf, textOf } from './cells.ts'

export type Bank = { id: string; name: string; currency: string }
const bankOf = (row: ListRow): Bank => ({ id: row.id, name: textOf(row, 'name'), currency: textOf(row, 'currency') })
/** The accounts that are in use. */
export const useBanks = (): readonly Bank[] | undefined => {
  const read = useOfficeList('bank-accounts', { limit: 200, filters: [{ field: 'active', op: 'is', value: 'true' }] })
  return read.data?.rows.map((row) => bankOf(row as ListRow))
}

export const BankField = ({ onPick, ...props }: FieldProps<string | null> & { onPick?(bank: Bank): void }) => {
  const { label, error, helperText, required, autoFocus } = useFace(props)
  const { name } = useWords()
  const known = useBanks()
  const banks = known ?? []
  const made = async (id: string) => {
    props.onChange(id)
    const answer = await ask({ kind: 'query', name: 'bank-account', input: { id } })
    if (answer.ok) onPick?.(answer.value as Bank)
  }
  const begins: Begins = {
    route: 'bank-account',
    permission: 'bank-account.edit',
    what: name('record.bank-account'),
    made: (id) => void made(id),
  }
  return (
    <TextField
      select
      size="small"
      fullWidth
      label={label}
      required={required}
      error={error}
      helperText={known?.length === 0 ? <NothingFound begins={begins} /> : helperText}
      autoFocus={autoFocus}
      value={banks.some((b) => b.id === props.value) ? props.value : ''}
      onChange={(event) => {
        const bank = banks.find((b) => b.id === event.target.value)
        if (!bank) return
        props.onChange(bank.id)
        onPick?.(bank)
      }}
      slotProps={{ htmlInput: { 'data-field': props.name } }}
    >
      {banks.map((bank) => (
        <MenuItem key={bank.id} value={bank.id}>
          {bank.name} · {bank.currency}
        </MenuItem>
      ))}
    </TextField>
  )
}

/** A contract by its id, with the number that stands in the field. */
export type PickedContract = { id: string; number: string } | null
type ContractProps = Omit<FieldProps<PickedContract>, 'value'> & {
  value: PickedContract
  kind: 'sales' | 'purchase'
  /** Whose contracts; none can be picked without. */
  partyId: string | null
}
const option = (row: ListRow): Option => {
  const total = moneyOf(row, 'total')
  return {
    id: row.id,
    label: textOf(row, 'number'),
    detail: [textOf(row, 'contractDate'), total ? moneyShown(total) : ''].filter((s) => s !== '').join(' · '),
    row,
  }
}
const searchContracts =
  (kind: 'sales' | 'purchase', partyId: string | null) =>
  async (text: string): Promise<Option[]> => {
    if (partyId === null) return []
    const asked = {
      limit: 20,
      filters: [{ field: 'status', op: 'is' as const, value: 'signed' }],
      ...(text === '' ? {} : { search: text }),
    }
    const answer =
      kind === 'sales'
        ? await fetchList('sales-contracts', { ...asked, params: { customerId: partyId } })
        : await fetchList('purchase-contracts', { ...asked, params: { supplierId: partyId } })
    return answer.ok ? answer.value.rows.map(option) : []
  }

export const ContractField = ({ kind, partyId, ...props }: ContractProps) => {
  const { label, error, helperText, required } = useFace(props)
  const { name } = useWords()
  const tabs = useTabs()
  const route = kind === 'sales' ? 'sales-contract' : 'purchase-contract'
  // Only a signed contract can be chosen, so a new one does not come back by itself.
  const begins: Begins = {
    permission: `${route}.create`,
    what: name(`record.${route}`),
    begin: () => tabs.open(route, kind === 'sales' && partyId !== null ? { customerId: partyId } : {}),
  }
  return (
    <PickBox
      name={props.name}
      label={label}
      error={error}
      helperText={helperText}
      required={required}
      opens={route}
      {...(partyId === null ? {} : { begins })}
      option={props.value === null ? null : { id: props.value.id, label: props.value.number, row: null }}
      search={searchContracts(kind, partyId)}
      onPick={(picked) => props.onChange(picked === null ? null : { id: picked.id, number: picked.label })}
    />
  )
}
