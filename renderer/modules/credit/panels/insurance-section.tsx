// Export credit insurance of a customer: its policies, what is in force, and recording one.
import { Box, Button, Stack } from '@mui/material'
import { useState } from 'react'
import type { QueryOutput } from '../../../../preload/contract/queries.ts'
import { newId } from '../../../../preload/contract/vocabulary/ids.ts'
import { useCommand, useMay, useViewer } from '../../../client/index.ts'
import { CurrencyField } from '../../../records/fields/index.ts'
import { useWords } from '../../../words/index.ts'
import { DateInput, MoneyField, NumberInput, TextField } from '../../../kit/fields/index.ts'
import { asGiven } from '../../../kit/form/index.ts'
import { moneyShown, percentShown } from '../../../kit/format/index.ts'
import { ConfirmDialog } from '../../../kit/show/index.ts'
import { creditWords } from '../words.ts'

type Policy = QueryOutput<'credit-position'>['insurances'][number]
type FormValues = {
  policyNumber: string
  insurer: string
  currency: string
  limitMinor: number | null
  percent: string
  validFrom: string | null
  validTo: string | null
  remark: string
}

const PolicyDialog = ({
  customerId,
  policy,
  currency,
  onClose,
}: {
  customerId: string
  policy: Policy | null
  currency: string
  onClose: () => void
}) => {
  const { name } = useWords(creditWords)
  const { today } = useViewer()
  const saving = useCommand('save-credit-insurance')
  const [id] = useState(() => policy?.id ?? newId())
  const [value, setValue] = useState<FormValues>(
    () =>
      policy ?? { policyNumber: '', insurer: '', currency, limitMinor: null, percent: '90', validFrom: today, validTo: null, remark: '' },
  )
  const set = (part: Partial<FormValues>) => setValue((now) => ({ ...now, ...part }))
  const text = (field: 'policyNumber' | 'insurer' | 'remark') => (
    <TextField name={field} required={field === 'policyNumber'} value={value[field]} onChange={(typed) => set({ [field]: typed })} />
  )
  return (
    <ConfirmDialog
      open
      title={name('command.save-credit-insurance')}
      confirm={name('command.save-credit-insurance')}
      onConfirm={() =>
        saving.run({
          ...{ id, customerId, policyNumber: value.policyNumber, insurer: value.insurer, currency: value.currency, remark: value.remark },
          ...{
            limitMinor: asGiven(value.limitMinor),
            percent: value.percent,
            validFrom: value.validFrom ?? '',
            validTo: value.validTo ?? '',
          },
          ...(policy ? { revision: policy.revision } : {}),
        })
      }
      onClose={onClose}
    >
      <Stack spacing={1.5}>
        {text('policyNumber')}
        {text('insurer')}
        <CurrencyField name="currency" value={value.currency} onChange={(code) => set({ currency: code ?? '' })} />
        <MoneyField name="limitMinor" value={value.limitMinor} currency={value.currency} onChange={(limitMinor) => set({ limitMinor })} />
        <NumberInput
          name="percent"
          label={name('field.percent')}
          places={2}
          value={value.percent}
          onChange={(percent) => set({ percent })}
        />
        <DateInput
          name="validFrom"
          label={name('field.credit-insurance.validFrom')}
          value={value.validFrom}
          today={today}
          required
          onChange={(validFrom) => set({ validFrom })}
        />
        <DateInput
          name="validTo"
          label={name('field.credit-insurance.validTo')}
          value={value.validTo}
          today={today}
          required
          onChange={(validTo) => set({ validTo })}
        />
        {text('remark')}
      </Stack>
    </ConfirmDialog>
  )
}

export const InsuranceSection = ({
  customerId,
  currency,
  policies,
}: {
  customerId: string
  currency: string
  policies: readonly Policy[]
}) => {
  const { t, name } = useWords(creditWords)
  const may = useMay()('customer.edit')
  const removing = useCommand('remove-credit-insurance')
  const [asking, setAsking] = useState<'new' | Policy | null>(null)
  const [dropping, setDropping] = useState<Policy | null>(null)
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 0.5 }}>
      {policies.map((policy) => (
        <Box
          key={policy.id}
          sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, alignItems: 'center', fontSize: 13, opacity: policy.inForce ? 1 : 0.6 }}
        >
          <span>
            {t('credit.policy', {
              number: policy.policyNumber,
              insurer: policy.insurer,
              percent: percentShown(policy.percent),
              limit: moneyShown(policy.limit),
              from: policy.validFrom,
              to: policy.validTo,
            })}
            {!policy.inForce && ` · ${t('credit.policy-not-in-force')}`}
          </span>
          {may && (
            <>
              <Button size="small" onClick={() => setAsking(policy)}>
                {t('credit.policy-change')}
              </Button>
              <Button size="small" color="inherit" onClick={() => setDropping(policy)}>
                {t('credit.policy-remove')}
              </Button>
            </>
          )}
        </Box>
      ))}
      {may && (
        <Box>
          <Button size="small" onClick={() => setAsking('new')}>
            {name('command.save-credit-insurance')}
          </Button>
        </Box>
      )}
      {asking !== null && (
        <PolicyDialog
          customerId={customerId}
          currency={currency}
          policy={asking === 'new' ? null : asking}
          onClose={() => setAsking(null)}
        />
      )}
      <ConfirmDialog
        open={dropping !== null}
        danger
        title={name('command.remove-credit-insurance')}
        text={t('credit.policy-remove-text')}
        confirm={name('command.remove-credit-insurance')}
        onConfirm={() => removing.run({ id: dropping?.id ?? '', revision: dropping?.revision ?? 1 })}
        onClose={() => setDropping(null)}
      />
    </Box>
  )
}
