// What the documents of one shipment under a credit say: typed from the papers, compared by the office.
import { Checkbox, FormControlLabel, Stack, Typography } from '@mui/material'
import { useState } from 'react'
import type { PresentationFields } from '../../../../preload/contract/modules/letters-of-credit/calls.ts'
import type { QueryOutput } from '../../../../preload/contract/queries.ts'
import { newId } from '../../../../preload/contract/vocabulary/ids.ts'
import { useCommand, useViewer } from '../../../client/index.ts'
import { useWords } from '../../../words/index.ts'
import { DateInput, MoneyField, NumberInput } from '../../../kit/fields/index.ts'
import { ConfirmDialog } from '../../../kit/show/index.ts'
import { lettersWords } from '../words.ts'

type Checked = QueryOutput<'letter-checks'>[number]

const countOf = (text: string): number | null => (text === '' ? null : Number(text))
const textOf = (value: number | string | null): string => (value === null ? '' : String(value))

const firstOf = ({ presentation, drawing, shipment }: Checked): PresentationFields => {
  if (presentation) {
    const { amount, insuredAmount, insuredOn, packingCartons, billCartons, packingGross, billGross, transhipped, ticked, discrepancies } =
      presentation
    return {
      shipmentId: shipment.id,
      ...{ amount, insuredAmount, insuredOn, packingCartons, billCartons, packingGross, billGross, transhipped, ticked, discrepancies },
    }
  }
  return {
    ...{ shipmentId: shipment.id, amount: drawing.minor, insuredAmount: null, insuredOn: null, packingCartons: null, billCartons: null },
    ...{ packingGross: null, billGross: null, transhipped: null, ticked: [], discrepancies: '' },
  }
}

export const PresentationDialog = ({ checked, onClose }: { checked: Checked; onClose: () => void }) => {
  const { t, name } = useWords(lettersWords)
  const { today } = useViewer()
  const saving = useCommand('save-presentation')
  const [id] = useState(() => checked.presentation?.id ?? newId())
  const [value, setValue] = useState(() => firstOf(checked))
  const set = (part: Partial<PresentationFields>) => setValue((now) => ({ ...now, ...part }))
  const { currency } = checked.letter.amount
  const money = (field: 'amount' | 'insuredAmount') => (
    <MoneyField
      name={field}
      value={value[field]}
      currency={currency}
      onChange={(minor) => set({ [field]: minor ?? (field === 'amount' ? 0 : null) })}
    />
  )
  const count = (field: 'packingCartons' | 'billCartons') => (
    <NumberInput
      name={field}
      label={name(`field.${field}`)}
      places={0}
      value={textOf(value[field])}
      onChange={(text) => set({ [field]: countOf(text) })}
    />
  )
  const weight = (field: 'packingGross' | 'billGross') => (
    <NumberInput
      name={field}
      label={name(`field.${field}`)}
      places={3}
      value={textOf(value[field])}
      onChange={(text) => set({ [field]: text === '' ? null : text })}
    />
  )
  return (
    <ConfirmDialog
      open
      title={`${t('letters.edit-documents')} · ${checked.shipment.number}`}
      text={t('letters.documents-text')}
      confirm={t('kit.form.save')}
      onConfirm={() =>
        saving.run({
          ...value,
          id,
          letterId: checked.letter.id,
          ...(checked.presentation ? { revision: checked.presentation.revision } : {}),
        })
      }
      onClose={onClose}
    >
      <Stack spacing={1.5}>
        {money('amount')}
        {money('insuredAmount')}
        <DateInput
          name="insuredOn"
          label={name('field.insuredOn')}
          value={value.insuredOn}
          today={today}
          fact
          onChange={(insuredOn) => set({ insuredOn })}
        />
        <Stack direction="row" spacing={1.5}>
          {count('packingCartons')}
          {count('billCartons')}
        </Stack>
        <Stack direction="row" spacing={1.5}>
          {weight('packingGross')}
          {weight('billGross')}
        </Stack>
        <FormControlLabel
          control={
            <Checkbox
              size="small"
              checked={value.transhipped === true}
              indeterminate={value.transhipped === null}
              onChange={(event) => set({ transhipped: event.target.checked })}
            />
          }
          label={name('field.transhipped')}
        />
        {checked.documents.length > 0 && <Typography variant="caption">{t('letters.documents-there')}</Typography>}
        {checked.documents.map((document) => (
          <FormControlLabel
            key={document.id}
            sx={{ mt: '0 !important' }}
            control={
              <Checkbox
                size="small"
                checked={value.ticked.includes(document.id)}
                onChange={(event) =>
                  set({
                    ticked: event.target.checked ? [...value.ticked, document.id] : value.ticked.filter((one) => one !== document.id),
                  })
                }
              />
            }
            label={`${name(`letter-document.${document.kind}`)} ${document.originals}+${document.copies}${document.note === '' ? '' : ` · ${document.note}`}`}
          />
        ))}
      </Stack>
    </ConfirmDialog>
  )
}
