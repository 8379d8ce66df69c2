// One bank account: opened with its balance, later changed in everything but its currency.
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { type Params, useCommand, useTabs, useViewer } from '../../client/index.ts'
import { BankDetailsPanel } from '../../records/approvals/index.ts'
import { DateField, DecimalField, MoneyField, SwitchField, TextField } from '../../kit/fields/index.ts'
import { type Form, FormSection } from '../../kit/form/index.ts'
import { DocumentPage, useRecord } from '../../records/document/index.ts'
import { CurrencyField } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import { type DayRate, useDayRate } from '../../records/money/index.ts'
import { bankAccountsWords } from './words.ts'

type Account = QueryOutput<'bank-account'>
type FormValues = Pick<Account, 'code' | 'name' | 'bankName' | 'accountNumber' | 'swift' | 'currency' | 'active'> & {
  openedOn: string | null
  openingBalance: number | null
  openingRate: string
}
const formValuesOf = ({ id: _id, revision: _revision, balance: _balance, bank: _bank, ...fields }: Account): FormValues => ({
  ...fields,
  openedOn: null,
  openingBalance: null,
  openingRate: '',
})

const Opening = ({ form, day }: { form: Form<FormValues>; day: DayRate }) => {
  const { t, name } = useWords(bankAccountsWords)
  return (
    <FormSection title={t('bank-accounts.opening')}>
      <DateField {...form.field('openedOn')} fact label={name('field.bank-account.openedOn')} required />
      <MoneyField {...form.field('openingBalance')} currency={form.value.currency} signed />
      {day.asked && <DecimalField {...form.field('openingRate')} value={day.rate} places={8} required help={day.help} />}
    </FormSection>
  )
}

export const BankAccountPage = ({ params }: { params: Params }) => {
  const { t } = useWords(bankAccountsWords)
  const tabs = useTabs()
  const { today, company } = useViewer()
  const { id } = params
  const creating = useCommand('create-bank-account')
  const editing = useCommand('edit-bank-account')
  const record = useRecord('bank-account', params, {
    formValuesOf,
    empty: () => ({
      code: '',
      name: '',
      bankName: '',
      accountNumber: '',
      swift: '',
      currency: company.baseCurrency,
      active: true,
      openedOn: today,
      openingBalance: 0,
      openingRate: '',
    }),
    save: ({ openedOn, openingBalance, openingRate: _rate, ...value }, at) => {
      if (at.isNew)
        return creating.run({ ...value, id: at.id, openedOn: openedOn ?? '', openingBalance: openingBalance ?? 0, openingRate: day.rate })
      const { currency: _currency, ...changes } = value
      return editing.run({ ...changes, id: at.id, revision: at.revision ?? 1 })
    },
  })
  const { data, form } = record
  const { value } = form
  const day = useDayRate(value.currency, value.openedOn, value.openingRate)
  return (
    <DocumentPage
      record={record}
      narrow
      number={data?.name}
      figures={
        data
          ? [
              {
                name: 'field.balance',
                money: data.balance,
                alarm: data.balance.minor < 0,
                onClick: () => tabs.open('bank-movements', { id: data.id }),
              },
            ]
          : []
      }
      savePermission="bank-account.edit"
    >
      {data && <BankDetailsPanel kind="own-bank-details" id={data.id} bank={data.bank} unsaved={form.dirty} />}
      <FormSection title={t('bank-accounts.account')}>
        <TextField {...form.field('code')} required autoFocus={id === undefined} />
        <TextField {...form.field('name')} required />
        <CurrencyField
          {...form.field('currency')}
          required
          readOnly={id === undefined ? undefined : true}
          onChange={(currency) => form.set({ currency, openingRate: '', openingBalance: 0 })}
        />
        <TextField {...form.field('bankName')} />
        <TextField {...form.field('accountNumber')} />
        <TextField {...form.field('swift')} />
        <SwitchField {...form.field('active')} />
      </FormSection>
      {id === undefined && <Opening form={form} day={day} />}
    </DocumentPage>
  )
}
