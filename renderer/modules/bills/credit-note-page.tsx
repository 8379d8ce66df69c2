// A credit note to a customer or from a vendor: typed with the goods it is about, posted at once; then read, and taken back.
import type { CommandOutcome } from '../../../preload/contract/commands.ts'
import { SIDES } from '../../../preload/contract/modules/open-items/calls.ts'
import { announce, fetchList, type Params, useCommand, useOfficeQuery, useTabs, useViewer } from '../../client/index.ts'
import { DateField, DecimalField, EnumField, MoneyField, type Option, PickBox, TextField } from '../../kit/fields/index.ts'
import { asGiven, FormSection, RecordForm, useForm } from '../../kit/form/index.ts'
import { CurrencyField, PartyField } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import { type CreditedGoods, CreditedGoodsTable } from './credited-goods.tsx'
import { PostedCreditNote } from './posted-credit-note.tsx'
import type { Deal } from './bill-form-values.ts'
import { textOf, useDayRate } from '../../records/money/index.ts'
import { billsWords } from './words.ts'

type Side = (typeof SIDES)[number]
type FormValues = {
  side: Side
  partyId: string | null
  on: string | null
  currency: string
  /** '' stands for the rate that is known of the day. */
  rate: string
  amount: number | null
  deal: Deal | null
  reason: string
  /** A vendor's note that names no goods. */
  vatRate: string
  goods: CreditedGoods[]
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

/** Goods named by line, or VAT within a note that names none; a note that names only a deal is shared over its goods by the office. */
const aboutOf = ({ side, deal, goods, vatRate }: FormValues) => {
  if (side === 'receivable') return {}
  if (goods.length > 0) return { lines: goods }
  if (vatRate !== '' && vatRate !== '0') return { vatRate, lines: [] }
  return deal === null ? { lines: [] } : {}
}

const NewCreditNote = ({ params }: { params: Params }) => {
  const { t, name } = useWords(billsWords)
  const tabs = useTabs()
  const { today, company } = useViewer()
  const posting = useCommand('post-credit-note')
  const form = useForm<FormValues, CommandOutcome<'post-credit-note'>>({
    empty: () => ({
      side: params.side === 'payable' ? 'payable' : 'receivable',
      partyId: params.partyId ?? null,
      on: today,
      currency: company.baseCurrency,
      rate: '',
      amount: null,
      deal: null,
      reason: '',
      vatRate: '0',
      goods: [],
    }),
    save: (typed, at) =>
      posting.run({
        id: at.id,
        partyId: typed.partyId ?? '',
        on: typed.on ?? '',
        currency: typed.currency,
        rate: day.rate,
        amount: asGiven(typed.amount),
        dealId: typed.deal?.id ?? null,
        reason: typed.reason,
        ...aboutOf(typed),
      }),
    onSaved: (outcome) => {
      announce({ words: 'bills.credit-note-posted', of: billsWords, data: { number: outcome.number }, tone: 'success' })
      tabs.become('credit-note', { id: outcome.id })
    },
  })
  const { value } = form
  const asked = { partyId: value.partyId ?? '', currency: value.currency, ...(value.deal === null ? {} : { dealId: value.deal.id }) }
  const billed = useOfficeQuery('lines-to-credit', asked, { enabled: value.side === 'payable' && value.partyId !== null })
  const goods = value.side === 'payable' ? (billed.data ?? []) : []
  const day = useDayRate(value.currency, value.on, value.rate)
  const party = {
    ...form.field('partyId'),
    required: true,
    onPick: (row: Parameters<typeof textOf>[0] | null) => {
      const currency = row ? textOf(row, 'currency') : ''
      form.set({ deal: null, goods: [], ...(currency === '' ? {} : { currency, rate: '' }) })
    },
  }
  return (
    <RecordForm form={form} title={name('record.credit-note')} savePermission="bill.post" saveLabel={name('command.post-credit-note')}>
      <FormSection>
        <EnumField
          {...form.field('side')}
          group="credit-note-side"
          values={SIDES}
          onChange={(side) => form.set({ side, partyId: null, deal: null, goods: [], vatRate: '0' })}
        />
        {value.side === 'receivable' ? <PartyField {...party} kind="customer" /> : <PartyField {...party} kind="vendor" />}
        <DateField {...form.field('on')} fact required />
        <CurrencyField {...form.field('currency')} required onChange={(currency) => form.set({ currency, rate: '', goods: [] })} />
        {day.asked && <DecimalField {...form.field('rate')} value={day.rate} places={8} required help={day.help} />}
        <MoneyField {...form.field('amount')} currency={value.currency} required />
        {value.side === 'payable' && value.goods.length === 0 && (
          <DecimalField {...form.field('vatRate')} places={4} help={t('bills.credit-note-vat')} />
        )}
        <PickBox
          name="dealId"
          label={name('field.deal')}
          opens="deal"
          option={value.deal === null ? null : { id: value.deal.id, label: value.deal.number, row: null }}
          search={searchDeals(value.side, value.partyId)}
          onPick={(picked) => form.set({ deal: picked === null ? null : { id: picked.id, number: picked.label }, goods: [] })}
          helperText={t('bills.credit-note-deal')}
        />
        <TextField {...form.field('reason')} required span={2} />
      </FormSection>
      {goods.length > 0 && (
        <FormSection title={name('field.credit-note.goods')} aside={t('bills.credit-note-goods')} wide>
          <CreditedGoodsTable
            lines={goods}
            currency={value.currency}
            value={value.goods}
            onChange={(named) =>
              form.set({ goods: named, ...(named.length > 0 ? { amount: named.reduce((sum, g) => sum + g.amount, 0), vatRate: '0' } : {}) })
            }
          />
        </FormSection>
      )}
    </RecordForm>
  )
}

export const CreditNotePage = ({ params }: { params: Params }) =>
  params.id === undefined ? <NewCreditNote params={params} /> : <PostedCreditNote id={params.id} />
