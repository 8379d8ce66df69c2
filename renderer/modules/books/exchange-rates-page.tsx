// Exchange rates by day: what one unit is worth in base currency.
import { Stack } from '@mui/material'
import { useState } from 'react'
import { useCommand, useOfficeQuery, useViewer } from '../../client/index.ts'
import { DateInput, NumberInput } from '../../kit/fields/index.ts'
import { ListPage } from '../../kit/list/index.ts'
import { ConfirmDialog, useAsSeen } from '../../kit/show/index.ts'
import { CurrencyField } from '../../records/fields/index.ts'
import { useRateSet } from '../../records/office-calls/index.tsx'
import { useWords } from '../../words/index.ts'
import { textOf } from '../../records/money/index.ts'
import { booksWords } from './words.ts'

type Given = { currency: string; rate: string }
const RateDialog = ({ given, onClose }: { given: Given; onClose(): void }) => {
  const { t, name } = useWords(booksWords)
  const { today, company } = useViewer()
  const setting = useCommand('set-exchange-rate')
  const [currency, setCurrency] = useState(given.currency)
  const [on, setOn] = useState<string | null>(today)
  const [rate, setRate] = useState(given.rate)
  const { data: known } = useOfficeQuery('rate-on', { currency, on: on ?? '' }, { enabled: currency !== '' && on !== null })
  const { seen, answered } = useAsSeen(known, `${currency} ${on}`)
  const setThatDay = useRateSet()
  return (
    <ConfirmDialog
      open
      title={name('command.set-exchange-rate')}
      text={t('books.rate-text', { base: company.baseCurrency })}
      confirm={name('command.set-exchange-rate')}
      onConfirm={async () =>
        answered(await setting.run({ currency, on: on ?? '', rate, ...(seen?.revision ? { revision: seen.revision } : {}) }))
      }
      onClose={onClose}
    >
      <Stack spacing={1.5}>
        <CurrencyField name="currency" value={currency} onChange={setCurrency} required autoFocus={given.currency === ''} />
        <DateInput name="on" label={name('field.date')} value={on} today={today} required onChange={setOn} />
        <NumberInput
          name="rate"
          label={name('field.rate')}
          required
          value={rate}
          places={8}
          help={setThatDay(seen)}
          autoFocus={given.currency !== ''}
          onChange={setRate}
        />
      </Stack>
    </ConfirmDialog>
  )
}

export const ExchangeRatesPage = () => {
  const [asking, setAsking] = useState<Given | null>(null)
  return (
    <>
      <ListPage
        list="exchange-rates"
        actions={[
          {
            name: 'command.set-exchange-rate',
            permission: 'rate.edit',
            primary: true,
            onClick: ([row]) =>
              setAsking(row ? { currency: textOf(row, 'currency'), rate: textOf(row, 'rate') } : { currency: '', rate: '' }),
          },
        ]}
      />
      {asking && <RateDialog given={asking} onClose={() => setAsking(null)} />}
    </>
  )
}
