// The sales contracts a credit pays for: signed ones of its customer in its currency, those paid by credit first.
import { Autocomplete, Box, TextField } from '@mui/material'
import { useOfficeQuery } from '../../client/index.ts'
import { type FieldProps, foldedOptions, spanned, useFace } from '../../kit/fields/index.ts'
import { moneyShown } from '../../kit/format/index.ts'
import { DataLine, RecordLink } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import type { LinkableContract } from './letter-form-values.ts'
import { lettersWords } from './words.ts'

type Linked = { id: string; number: string }
type Props = Omit<FieldProps<Linked[]>, 'value'> & {
  value: Linked[]
  customerId: string | null
  currency: string
  onLink: (contracts: Linked[], added: LinkableContract | undefined) => void
}

export const ContractsField = ({ customerId, currency, onLink, ...props }: Props) => {
  const { t } = useWords(lettersWords)
  const { label, error, helperText, readOnly } = useFace(props)
  const asked = { customerId: customerId ?? '', ...(props.value.length > 0 ? { currency } : {}) }
  const { data } = useOfficeQuery('contracts-for-letter', asked, { enabled: !readOnly && asked.customerId !== '', keep: true })
  if (readOnly)
    return (
      <DataLine label={label} span={2}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5 }}>
          {props.value.map((one) => (
            <RecordLink key={one.id} route="sales-contract" id={one.id}>
              {one.number}
            </RecordLink>
          ))}
        </Box>
      </DataLine>
    )
  const known = new Map(data?.map((one) => [one.id, one]))
  const detail = (id: string) => {
    const one = known.get(id)
    return one
      ? [one.contractDate, moneyShown(one.total), one.byCredit ? t('letters.by-credit') : ''].filter((s) => s !== '').join(' · ')
      : ''
  }
  return (
    <Autocomplete
      multiple
      size="small"
      disabled={customerId === null}
      options={data?.map(({ id, number }): Linked => ({ id, number })) ?? []}
      value={props.value}
      getOptionLabel={(one) => one.number}
      filterOptions={foldedOptions}
      isOptionEqualToValue={(a, b) => a.id === b.id}
      filterSelectedOptions
      noOptionsText={t('letters.no-contracts')}
      onChange={(_event, picked) => {
        const added = picked.find((one) => !props.value.some((old) => old.id === one.id))
        onLink(picked, added && known.get(added.id))
      }}
      renderOption={({ key: _key, ...li }, one) => (
        <Box component="li" key={one.id} {...li} sx={{ gap: 1.5 }}>
          <span>{one.number}</span>
          <Box component="span" sx={{ color: 'text.secondary', fontSize: 12 }}>
            {detail(one.id)}
          </Box>
        </Box>
      )}
      renderInput={(input) => <TextField {...input} label={label} error={error} helperText={helperText ?? t('letters.contracts-help')} />}
      sx={spanned(2)}
    />
  )
}
