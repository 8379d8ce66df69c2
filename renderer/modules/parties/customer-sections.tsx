// The parts of a customer's form that vendors do not have: who they are to us, and the terms of trade and credit.
import { PAPER_LANGUAGES } from '../../../preload/contract/vocabulary/paper-layout.ts'
import { CUSTOMER_LEVELS, CUSTOMER_STATUSES } from '../../../preload/contract/modules/parties/calls.ts'
import { useMay } from '../../client/index.ts'
import { EnumField, LongTextField, MoneyField, PaymentTermField, TextField } from '../../kit/fields/index.ts'
import { type Form, FormSection } from '../../kit/form/index.ts'
import { CurrencyField, IncotermField, PortField, UserField } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import type { Customer, CustomerFormValues } from './party-form-values.ts'
import { partiesWords } from './words.ts'

type Props = { form: Form<CustomerFormValues>; data: Customer | undefined }

export const CustomerSection = ({ form, data }: Props) => {
  const { t, name } = useWords(partiesWords)
  const may = useMay()
  return (
    <FormSection title={t('parties.customer')}>
      <TextField {...form.field('name')} required span={2} autoFocus={data === undefined} help={t('parties.name-help')} />
      <TextField {...form.field('nameZh')} span={2} />
      <TextField {...form.field('shortName')} />
      <TextField {...form.field('code')} maxLength={40} help={data === undefined ? t('parties.code-help') : undefined} />
      <EnumField {...form.field('status')} group="customer-status" values={CUSTOMER_STATUSES} />
      <EnumField {...form.field('level')} group="customer-level" values={CUSTOMER_LEVELS} empty="" />
      <UserField
        {...form.field('ownerId')}
        label={name('field.customer.ownerId')}
        shown={data?.ownerName}
        required
        // Once it has an owner, a customer goes to another one by handing over.
        readOnly={data !== undefined && !may('customer.handover') ? true : undefined}
      />
      <TextField {...form.field('source')} />
      <TextField {...form.field('industry')} />
    </FormSection>
  )
}

/** What papers to them say. */
export const PapersSection = ({ form }: Pick<Props, 'form'>) => {
  const { t, name } = useWords(partiesWords)
  return (
    <FormSection title={t('parties.papers')}>
      <EnumField {...form.field('documentLanguage')} group="paper-language" values={PAPER_LANGUAGES} empty={name('paper-language.en')} />
      <LongTextField {...form.field('consignee')} help={t('parties.consignee-help')} />
      <LongTextField {...form.field('notifyParty')} />
      <LongTextField {...form.field('marks')} help={t('parties.marks-help')} />
    </FormSection>
  )
}

export const TermsSection = ({ form }: Pick<Props, 'form'>) => {
  const { t } = useWords(partiesWords)
  return (
    <FormSection title={t('parties.terms')}>
      <CurrencyField {...form.field('currency')} required />
      <IncotermField {...form.field('incoterm')} />
      <PortField {...form.field('port')} />
      <PaymentTermField {...form.field('paymentTerm')} span={2} />
      <CurrencyField {...form.field('creditCurrency')} required />
      <MoneyField {...form.field('creditLimit')} currency={form.value.creditCurrency || 'USD'} help={t('parties.credit-help')} />
      <TextField {...form.field('creditGrade')} />
    </FormSection>
  )
}
