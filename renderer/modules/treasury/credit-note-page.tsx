// A credit note to a customer or from a vendor as it is typed; posted, it is an open item of its own until it is applied.
import type { CommandOutcome } from '../../../preload/contract/commands.ts'
import { SIDES } from '../../../preload/contract/modules/open-items.ts'
import { announce, fetchList, type Params, useCommand, useTabs, useViewer } from '../../client/index.ts'
import {
  CurrencyField,
  DateField,
  DecimalField,
  EnumField,
  MoneyField,
  type Option,
  PartyField,
  PickBox,
  TextField,
} from '../../kit/fields/index.ts'
import { FormSection, RecordForm, useForm } from '../../kit/form/index.ts'
import { useWords } from '../../words/index.ts'
import { textOf } from './cells.ts'
import { useDayRate } from './rates.ts'
import type { Deal } from './typed-bill.ts'

type Side = (typeof SIDES)[number]
type Typed = {
  side: Side
  partyId: string | null
  on: string | null
  currency: string
  /** '' stands for the rate that is known of the day. */
  rate: string
  amount: number | null
  deal: Deal | null
  reason: string
}

const searchDeals =
  (side: Side, partyId: string | null) =>
  async (text: string): Promise<Option[]> => {
    const params = side === 'receivable' && partyId !== null ? { customerId: partyId } : {}
    const answer = await fetchList('deals', { limit: 20, params, ...(text === '' ? {} : { search: text }) })
    return answer.ok
      ? answer.value.rows.map((row) => ({ id: row.id, label: textOf(row, 'number'), detail: textOf(row, 'customer'), row }))
      : []
  }

export const CreditNotePage = ({ params }: { params: Params }) => {
  const { t, name } = useWords()
  const tabs = useTabs()
  const { today, company } = useViewer()
  const posting = useCommand('post-credit-note')
  const form = useForm<Typed, CommandOutcome<'post-credit-note'>>({
    empty: () => ({
      side: params.side === 'payable' ? 'payable' : 'receivable',
      partyId: params.partyId ?? null,
      on: today,
      currency: company.baseCurrency,
      rate: '',
      amount: null,
      deal: null,
      reason: '',
    }),
    save: ({ side: _side, deal, rate: _rate, ...value }, at) =>
      posting.run({
        ...value,
        id: at.id,
        partyId: value.partyId ?? '',
        on: value.on ?? '',
        amount: value.amount ?? 0,
        rate: day.rate,
        dealId: deal?.id ?? null,
      }),
    onSaved: (outcome) => {
      announce({ words: 'treasury.credit-note-posted', data: { number: outcome.number }, tone: 'success' })
      tabs.become(`${value.side}s-detail`, { partyId: value.partyId ?? '' })
    },
  })
  const { value } = form
  const day = useDayRate(value.currency, value.on, value.rate)
  const party = {
    ...form.field('partyId'),
    required: true,
    onPick: (row: Parameters<typeof textOf>[0] | null) => {
      const currency = row ? textOf(row, 'currency') : ''
      form.set({ deal: null, ...(currency === '' ? {} : { currency, rate: '' }) })
    },
  }
  return (
    <RecordForm form={form} title={name('record.credit-note')} savePermission="bill.post" saveLabel={name('command.post-credit-note')}>
      <FormSection>
        <EnumField
          {...form.field('side')}
          group="credit-note-side"
          values={SIDES}
          onChange={(side) => form.set({ side, partyId: null, deal: null })}
        />
        {value.side === 'receivable' ? <PartyField {...party} kind="customer" /> : <PartyField {...party} kind="vendor" />}
        <DateField {...form.field('on')} required />
        <CurrencyField {...form.field('currency')} required onChange={(currency) => form.set({ currency, rate: '' })} />
        {day.asked && <DecimalField {...form.field('rate')} value={day.rate} places={8} required help={day.help} />}
        <MoneyField {...form.field('amount')} currency={value.currency} required />
        <PickBox
          name="dealId"
          label={name('field.deal')}
          opens="deal"
          option={value.deal === null ? null : { id: value.deal.id, label: value.deal.number, row: null }}
          search={searchDeals(value.side, value.partyId)}
          onPick={(picked) => form.set({ deal: picked === null ? null : { id: picked.id, number: picked.label } })}
          helperText={t('treasury.credit-note-deal')}
        />
        <TextField {...form.field('reason')} required span={2} />
      </FormSection>
    </RecordForm>
  )
}
