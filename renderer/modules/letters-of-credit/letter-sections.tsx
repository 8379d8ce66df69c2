// The fields of a letter of credit: banks and parties, amount and dates, shipment and goods, required documents.
import { Button } from '@mui/material'
import { useMemo } from 'react'
import { LETTER_AVAILABILITIES, LETTER_DOCUMENTS } from '../../../preload/contract/modules/letters-of-credit/calls.ts'
import {
  DateField,
  DecimalField,
  EnumField,
  LongTextField,
  MoneyField,
  PercentField,
  SwitchField,
  TextField,
} from '../../kit/fields/index.ts'
import { type Form, FormSection, type LineColumn, LineGrid } from '../../kit/form/index.ts'
import { CurrencyField, PartyField, PortField, UserField } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import { ContractsField } from './contracts-field.tsx'
import {
  type Letter,
  newDocument,
  takenFrom,
  type DocumentFormValues,
  type LetterFormValues,
  usualDocuments,
} from './letter-form-values.ts'
import { lettersWords } from './words.ts'

/** `fixed`: the bank's words stand, only an amendment changes them. */
type Props = { form: Form<LetterFormValues>; data: Letter | undefined; fixed: true | undefined }

export const BankSection = ({ form, data, fixed }: Props) => {
  const { t, name } = useWords(lettersWords)
  const { value } = form
  return (
    <FormSection title={t('letters.section-bank')}>
      <PartyField
        {...form.field('customerId')}
        kind="customer"
        shown={data?.customerName}
        required
        readOnly={fixed}
        autoFocus={data === undefined && value.customerId === null}
        onChange={(customerId) => form.set({ customerId, ...(customerId === value.customerId ? {} : { contracts: [] }) })}
        onPick={(row) =>
          row &&
          value.applicant === '' &&
          typeof row.name === 'string' &&
          form.set({ customerId: row.id, applicant: row.name, contracts: [] })
        }
      />
      <TextField {...form.field('bankNumber')} required readOnly={fixed} autoFocus={data === undefined && value.customerId !== null} />
      <TextField {...form.field('issuingBank')} required readOnly={fixed} />
      <TextField {...form.field('advisingBank')} readOnly={fixed} />
      <TextField {...form.field('applicant')} readOnly={fixed} help={fixed ? undefined : t('letters.applicant-help')} />
      <DateField {...form.field('issuedOn')} fact required readOnly={fixed} />
      <ContractsField
        {...form.field('contracts')}
        label={name('field.letter-of-credit.contractIds')}
        customerId={value.customerId}
        currency={value.currency}
        onLink={(contracts, added) =>
          form.set({ contracts, ...(added && !fixed && value.contracts.length === 0 ? takenFrom(added, value) : {}) })
        }
      />
    </FormSection>
  )
}

export const DatesSection = ({ form, fixed }: Props) => {
  const { t, name } = useWords(lettersWords)
  const { value } = form
  return (
    <FormSection title={t('letters.section-dates')}>
      <CurrencyField {...form.field('currency')} required readOnly={value.contracts.length > 0 ? true : fixed} />
      <MoneyField {...form.field('amount')} currency={value.currency} required readOnly={fixed} />
      <PercentField {...form.field('tolerancePlus')} readOnly={fixed} help={fixed ? undefined : t('letters.tolerance-help')} />
      <PercentField {...form.field('toleranceMinus')} readOnly={fixed} />
      <DateField {...form.field('latestShipment')} readOnly={fixed} />
      <DecimalField {...form.field('presentationDays')} places={0} readOnly={fixed} {...(fixed ? {} : { help: t('letters.days-help') })} />
      <DateField {...form.field('expiresOn')} label={name('field.letter-of-credit.expiresOn')} required readOnly={fixed} />
      <TextField {...form.field('expiryPlace')} readOnly={fixed} />
      <EnumField {...form.field('availability')} group="letter-availability" values={LETTER_AVAILABILITIES} readOnly={fixed} />
      {value.availability !== 'sight' && <DecimalField {...form.field('tenorDays')} places={0} readOnly={fixed} />}
      <SwitchField {...form.field('confirmed')} readOnly={fixed} />
    </FormSection>
  )
}

export const GoodsSection = ({ form, data, fixed }: Props) => {
  const { t, name } = useWords(lettersWords)
  return (
    <FormSection title={t('letters.section-goods')}>
      <PortField {...form.field('portOfLoading')} readOnly={fixed} />
      <PortField {...form.field('portOfDischarge')} readOnly={fixed} />
      <SwitchField {...form.field('partialShipment')} readOnly={fixed} />
      <SwitchField {...form.field('transhipment')} readOnly={fixed} />
      <LongTextField {...form.field('goods')} label={name('field.letter-of-credit.goods')} span={2} readOnly={fixed} />
      <LongTextField {...form.field('remark')} span={2} />
      <UserField {...form.field('ownerId')} shown={data?.ownerName} />
    </FormSection>
  )
}

export const DocumentsSection = ({ form, fixed }: Props) => {
  const { t } = useWords(lettersWords)
  const columns = useMemo<LineColumn<DocumentFormValues>[]>(
    () => [
      { field: 'kind', kind: 'enum', group: 'letter-document', values: LETTER_DOCUMENTS, width: 200 },
      { field: 'originals', kind: 'decimal', places: 0, width: 90 },
      { field: 'copies', kind: 'decimal', places: 0, width: 90 },
      { field: 'note', kind: 'text', width: 300, grow: true },
    ],
    [],
  )
  return (
    <FormSection title={t('letters.section-documents')} wide>
      <LineGrid
        {...form.field('documents')}
        columns={columns}
        most={40}
        newLine={newDocument}
        readOnly={fixed}
        toolbar={
          !fixed &&
          form.value.documents.length === 0 && (
            <Button size="small" onClick={() => form.set({ documents: usualDocuments() })}>
              {t('letters.add-usual-documents')}
            </Button>
          )
        }
      />
    </FormSection>
  )
}
