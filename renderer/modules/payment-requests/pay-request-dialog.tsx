// Paying an approved request: from which account, on which day, how much of what is left of it.
import { Stack } from '@mui/material'
import { useState } from 'react'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { useCommand, useViewer } from '../../client/index.ts'
import { DecimalField, MoneyField, OptionField } from '../../kit/fields/index.ts'
import { ConfirmDialog, EmptyState } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import type { PaymentRequest } from './request-form-values.ts'
import { asGiven } from '../../kit/form/index.ts'
import { useBanks, useDayRate } from '../../records/money/index.ts'
import { paymentRequestsWords } from './words.ts'

/** What of each bill a payment of so much takes, in the order of the request. */
export const targetsFor = (request: Pick<PaymentRequest, 'lines'>, amount: number): { item: string; amount: number }[] => {
  let left = amount
  return request.lines.flatMap(({ item, toPay }) => {
    const taken = Math.min(left, toPay?.minor ?? 0)
    left -= taken
    return taken > 0 ? [{ item, amount: taken }] : []
  })
}

export const PayRequestDialog = ({ request, onClose }: { request: PaymentRequest; onClose: () => void }) => {
  const { t, name } = useWords(paymentRequestsWords)
  const { today } = useViewer()
  const paying = useCommand('register-payment')
  const banks = useBanks()?.filter((bank) => bank.currency === request.currency)
  const [id] = useState(newId)
  const [value, setValue] = useState({
    bankAccountId: '',
    amount: request.left?.minor ?? null,
    charge: 0 as number | null,
    rate: '',
  })
  const day = useDayRate(request.currency, today, value.rate)
  const bankAccountId = value.bankAccountId === '' ? (banks?.length === 1 ? banks[0]!.id : '') : value.bankAccountId
  return (
    <ConfirmDialog
      open
      title={`${name('command.pay-request')} · ${request.number}`}
      text={t('payment-requests.pay-text')}
      confirm={name('command.pay-request')}
      date={name('field.paidOn')}
      dateField="paidOn"
      onConfirm={({ date }) =>
        paying.run({
          id,
          bankAccountId,
          paidOn: date,
          partyId: request.partyId,
          amount: asGiven(value.amount),
          charge: value.charge ?? 0,
          rate: day.rate,
          targets: targetsFor(request, value.amount ?? 0),
          contractId: request.contractId,
          requestId: request.id,
          remark: request.purpose,
        })
      }
      onClose={onClose}
    >
      {banks?.length === 0 ? (
        <EmptyState title={t('payment-requests.no-account', { currency: request.currency })} />
      ) : (
        <Stack spacing={2}>
          <OptionField
            name="bankAccountId"
            required
            value={bankAccountId}
            onChange={(id) => setValue({ ...value, bankAccountId: id })}
            options={(banks ?? []).map((bank) => ({ id: bank.id, label: `${bank.name} · ${bank.currency}` }))}
          />
          <MoneyField
            name="amount"
            currency={request.currency}
            value={value.amount}
            required
            onChange={(amount) => setValue({ ...value, amount })}
          />
          <MoneyField
            name="charge"
            currency={request.currency}
            value={value.charge}
            onChange={(charge) => setValue({ ...value, charge })}
          />
          {day.asked && (
            <DecimalField
              name="rate"
              value={day.rate}
              places={8}
              required
              onChange={(rate) => setValue({ ...value, rate })}
              {...(day.help === undefined ? {} : { help: day.help })}
            />
          )}
        </Stack>
      )}
    </ConfirmDialog>
  )
}
