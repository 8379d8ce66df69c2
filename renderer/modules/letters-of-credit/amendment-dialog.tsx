// An amendment as it came from the bank: the terms with what is new in them, the day it came.
import { Stack } from '@mui/material'
import { useState } from 'react'
import type { LetterTerms } from '../../../preload/contract/modules/letters-of-credit/calls.ts'
import { useCommand, useViewer } from '../../client/index.ts'
import { DateInput, LongTextField, MoneyField, NumberInput, SwitchField, TextField } from '../../kit/fields/index.ts'
import type { Acting } from '../../kit/form/index.ts'
import { ConfirmDialog } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import type { Letter } from './letter-form-values.ts'
import { lettersWords } from './words.ts'

type Terms = Pick<
  LetterTerms,
  'amount' | 'tolerancePlus' | 'toleranceMinus' | 'expiresOn' | 'latestShipment' | 'partialShipment' | 'transhipment' | 'goods'
> & { presentationDays: string; portOfLoading: string; portOfDischarge: string }

const firstOf = (letter: Letter): Terms => ({
  amount: letter.amount,
  tolerancePlus: letter.tolerancePlus,
  toleranceMinus: letter.toleranceMinus,
  expiresOn: letter.expiresOn,
  latestShipment: letter.latestShipment,
  presentationDays: String(letter.presentationDays),
  partialShipment: letter.partialShipment,
  transhipment: letter.transhipment,
  portOfLoading: letter.portOfLoading,
  portOfDischarge: letter.portOfDischarge,
  goods: letter.goods,
})

export const AmendmentDialog = ({ letter, act, onClose }: { letter: Letter; act: Acting; onClose: () => void }) => {
  const { t, name } = useWords(lettersWords)
  const { today } = useViewer()
  const recording = useCommand('record-letter-amendment')
  const [terms, setTerms] = useState(() => firstOf(letter))
  const [remark, setRemark] = useState('')
  const set = (part: Partial<Terms>) => setTerms((now) => ({ ...now, ...part }))
  const text = (field: 'portOfLoading' | 'portOfDischarge' | 'goods') => {
    const Field = field === 'goods' ? LongTextField : TextField
    return (
      <Field
        name={`terms.${field}`}
        label={name(`field.letter-of-credit.${field}`)}
        value={terms[field]}
        onChange={(typed) => set({ [field]: typed })}
      />
    )
  }
  const number = (field: 'tolerancePlus' | 'toleranceMinus' | 'presentationDays') => (
    <NumberInput
      name={`terms.${field}`}
      label={name(`field.${field}`)}
      places={field === 'presentationDays' ? 0 : 4}
      value={terms[field]}
      onChange={(typed) => set({ [field]: typed })}
    />
  )
  return (
    <ConfirmDialog
      open
      title={name('command.record-letter-amendment')}
      text={t('letters.amend-text')}
      confirm={name('command.record-letter-amendment')}
      date={t('letters.amended-on')}
      dateField="receivedOn"
      onConfirm={({ date }) =>
        act((at) =>
          recording.run({
            ...at,
            receivedOn: date,
            remark,
            terms: {
              ...terms,
              tolerancePlus: terms.tolerancePlus === '' ? '0' : terms.tolerancePlus,
              toleranceMinus: terms.toleranceMinus === '' ? '0' : terms.toleranceMinus,
              presentationDays: Number(terms.presentationDays),
            },
          }),
        )
      }
      onClose={onClose}
    >
      <Stack spacing={1.5}>
        <MoneyField
          name="terms.amount"
          label={name('field.amount')}
          value={terms.amount}
          currency={letter.currency}
          onChange={(minor) => set({ amount: minor ?? 0 })}
        />
        <Stack direction="row" spacing={1.5}>
          {number('tolerancePlus')}
          {number('toleranceMinus')}
        </Stack>
        <DateInput
          name="terms.latestShipment"
          label={name('field.latestShipment')}
          value={terms.latestShipment}
          today={today}
          onChange={(latestShipment) => set({ latestShipment })}
        />
        <DateInput
          name="terms.expiresOn"
          label={name('field.letter-of-credit.expiresOn')}
          value={terms.expiresOn}
          today={today}
          required
          onChange={(expiresOn) => set({ expiresOn: expiresOn ?? '' })}
        />
        {number('presentationDays')}
        {text('portOfLoading')}
        {text('portOfDischarge')}
        <SwitchField
          name="terms.partialShipment"
          label={name('field.partialShipment')}
          value={terms.partialShipment}
          onChange={(partialShipment) => set({ partialShipment })}
        />
        <SwitchField
          name="terms.transhipment"
          label={name('field.transhipment')}
          value={terms.transhipment}
          onChange={(transhipment) => set({ transhipment })}
        />
        {text('goods')}
        <TextField name="remark" maxLength={4000} value={remark} onChange={setRemark} />
      </Stack>
    </ConfirmDialog>
  )
}
