// The parts of a form that customers and vendors share: where they are, whom to ask for, where they bank.
import { CONTACT_ROLES } from '../../../preload/contract/modules/parties/calls.ts'
import { LongTextField, TextField } from '../../kit/fields/index.ts'
import { type FieldBinding, FormSection, LineGrid } from '../../kit/form/index.ts'
import { CountryField } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import { newContact, type ContactFormValues } from './party-form-values.ts'
import { partiesWords } from './words.ts'

type Texts = 'city' | 'address' | 'website' | 'email' | 'phone' | 'taxNumber' | 'bankDetails' | 'remark'
/** A customer's or a vendor's form, as far as these sections go. */
export type PartyFields = {
  text(name: Texts): FieldBinding<string>
  country: FieldBinding<string | null>
  contacts: FieldBinding<ContactFormValues[]>
}

export const PlaceSection = ({ fields: { text, country } }: { fields: PartyFields }) => {
  const { t } = useWords(partiesWords)
  return (
    <FormSection title={t('parties.place')}>
      <CountryField {...country} />
      <TextField {...text('city')} />
      <TextField {...text('email')} type="email" />
      <TextField {...text('phone')} />
      <TextField {...text('website')} />
      <TextField {...text('taxNumber')} />
      <LongTextField {...text('address')} />
    </FormSection>
  )
}

export const ContactsSection = ({ fields: { contacts } }: { fields: PartyFields }) => {
  const { name } = useWords(partiesWords)
  return (
    <FormSection title={name('field.contacts')} wide>
      <LineGrid<ContactFormValues>
        {...contacts}
        newLine={newContact}
        most={100}
        columns={[
          { field: 'name', kind: 'text', label: name('field.contact.name'), width: 150, required: true },
          { field: 'title', kind: 'text', label: name('field.contact.title'), width: 130 },
          { field: 'role', kind: 'enum', label: name('field.contact.role'), group: 'contact-role', values: CONTACT_ROLES, width: 120 },
          { field: 'email', kind: 'text', width: 200, grow: true },
          { field: 'phone', kind: 'text', width: 150 },
          { field: 'wechat', kind: 'text', width: 130 },
          { field: 'whatsapp', kind: 'text', width: 130 },
        ]}
      />
    </FormSection>
  )
}

export const MoreSection = ({ fields: { text } }: { fields: PartyFields }) => {
  const { t } = useWords(partiesWords)
  return (
    <FormSection title={t('parties.more')}>
      <LongTextField {...text('bankDetails')} rows={3} />
      <LongTextField {...text('remark')} rows={3} />
    </FormSection>
  )
}
