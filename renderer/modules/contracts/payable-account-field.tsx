// To which of our accounts the buyer pays: one that two persons have confirmed, in the contract's currency; left open, the usual one.
import { MenuItem, TextField } from '@mui/material'
import { useOfficeQuery } from '../../client/index.ts'
import { type FieldProps, useFace } from '../../kit/fields/index.ts'
import { DataLine } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { contractsWords } from './words.ts'

type Props = FieldProps<string | null> & {
  currency: string
  /** What the account is called that the saved contract names. */
  saved: { id: string | null; name: string | null } | undefined
}

export const PayableAccountField = ({ currency, saved, ...props }: Props) => {
  const { t } = useWords(contractsWords)
  const { label, error, helperText, readOnly } = useFace(props)
  const read = useOfficeQuery('payable-accounts', { currency }, { enabled: !readOnly && currency !== '' })
  const accounts = read.data ?? []
  const { value } = props
  const savedName = value !== null && value === saved?.id ? (saved.name ?? '') : ''
  if (readOnly) return <DataLine label={label}>{value === null ? t('contracts.usual-account') : savedName}</DataLine>
  const usual = accounts[0]
  const isGone = value !== null && read.data !== undefined && !accounts.some(({ id }) => id === value)
  const help = isGone ? t('contracts.account-gone') : read.data?.length === 0 ? t('contracts.no-account', { currency }) : undefined
  return (
    <TextField
      select
      size="small"
      fullWidth
      label={label}
      error={error || isGone}
      helperText={helperText || help}
      value={value ?? ''}
      onChange={(event) => props.onChange(event.target.value === '' ? null : event.target.value)}
      slotProps={{ htmlInput: { 'data-field': props.name }, select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    >
      <MenuItem value="">{usual ? t('contracts.usual-account-named', { name: usual.name }) : t('contracts.usual-account')}</MenuItem>
      {accounts.map(({ id, name }) => (
        <MenuItem key={id} value={id}>
          {name}
        </MenuItem>
      ))}
      {value !== null && !accounts.some(({ id }) => id === value) && <MenuItem value={value}>{savedName}</MenuItem>}
    </TextField>
  )
}
