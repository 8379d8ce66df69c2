// A transfer or settlement: typed and posted at once; then read, with its files, and taken back.
import type { CommandOutcome } from '../../../preload/contract/commands.ts'
import { announce, type Params, useCommand, useTabs, useViewer } from '../../client/index.ts'
import { DateField, DecimalField, LongTextField, MoneyField } from '../../kit/fields/index.ts'
import { asGiven, FormSection, RecordForm, useForm } from '../../kit/form/index.ts'
import { useWords } from '../../words/index.ts'
import { BankField, useDayRate } from '../../records/money/index.ts'
import { PostedTransfer } from './posted-transfer.tsx'
import { bankAccountsWords } from './words.ts'

type FormValues = {
  on: string | null
  fromAccountId: string | null
  toAccountId: string | null
  currencyOut: string
  currencyIn: string
  amountOut: number | null
  amountIn: number | null
  /** '' stands for the rate that is known of the day. */
  rateIn: string
  remark: string
}

const NewTransfer = () => {
  const { t, name } = useWords(bankAccountsWords)
  const tabs = useTabs()
  const { today, company } = useViewer()
  const transferring = useCommand('transfer-funds')
  const form = useForm<FormValues, CommandOutcome<'transfer-funds'>>({
    empty: () => ({
      on: today,
      fromAccountId: null,
      toAccountId: null,
      currencyOut: '',
      currencyIn: '',
      amountOut: null,
      amountIn: null,
      rateIn: '',
      remark: '',
    }),
    save: ({ currencyOut: _out, currencyIn: _in, rateIn: _rate, ...value }, at) =>
      transferring.run({
        ...value,
        id: at.id,
        on: value.on ?? '',
        fromAccountId: value.fromAccountId ?? '',
        toAccountId: value.toAccountId ?? '',
        amountOut: asGiven(value.amountOut),
        amountIn: asGiven(value.amountIn),
        rateIn: day.rate,
      }),
    onSaved: (outcome) => {
      announce({ words: 'bank-accounts.transferred', of: bankAccountsWords, data: { number: outcome.number }, tone: 'success' })
      tabs.become('transfer', { id: outcome.id })
    },
  })
  const { value } = form
  const day = useDayRate(value.currencyIn, value.on, value.rateIn)
  const oneCurrency = value.currencyOut !== '' && value.currencyOut === value.currencyIn
  return (
    <RecordForm
      form={form}
      title={name('command.transfer-funds')}
      savePermission="bank-account.transfer"
      saveLabel={name('command.transfer-funds')}
    >
      <FormSection title={t('bank-accounts.money-goes-out')}>
        <BankField
          {...form.field('fromAccountId')}
          required
          autoFocus
          onPick={(b) => form.set({ currencyOut: b.currency, amountOut: null })}
        />
        <MoneyField
          {...form.field('amountOut')}
          currency={value.currencyOut || company.baseCurrency}
          required
          onChange={(amountOut) => form.set({ amountOut, ...(oneCurrency ? { amountIn: amountOut } : {}) })}
        />
        <DateField {...form.field('on')} fact required />
      </FormSection>
      <FormSection title={t('bank-accounts.money-comes-in')}>
        <BankField
          {...form.field('toAccountId')}
          required
          onPick={(b) =>
            form.set({ currencyIn: b.currency, rateIn: '', amountIn: b.currency === value.currencyOut ? value.amountOut : null })
          }
        />
        <MoneyField
          {...form.field('amountIn')}
          currency={value.currencyIn || company.baseCurrency}
          required
          help={oneCurrency ? t('bank-accounts.less-is-charge') : undefined}
        />
        {day.asked && <DecimalField {...form.field('rateIn')} value={day.rate} places={8} required help={day.help} />}
        <LongTextField {...form.field('remark')} span={2} />
      </FormSection>
    </RecordForm>
  )
}

export const TransferPage = ({ params }: { params: Params }) =>
  params.id === undefined ? <NewTransfer /> : <PostedTransfer id={params.id} />
