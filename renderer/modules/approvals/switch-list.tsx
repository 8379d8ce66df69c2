// The control switches with what each of them does: on the settings page and in the founding wizard.
import { Alert, Box, Button, FormControlLabel, Switch, TextField, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import type { Switches } from '../../../preload/contract/modules/people/calls.ts'
import {
  APPROVAL_KINDS,
  APPROVAL_SWITCHES,
  type ApprovalKind,
  approvalSwitch,
  type ApprovalSwitch,
  forEachApprovalSwitch,
} from '../../../preload/contract/records.ts'
import { useWords } from '../../words/index.ts'
import { approvalsWords } from './words.ts'

type OnOff = { [K in keyof Switches]: Switches[K] extends boolean ? K : never }[keyof Switches]
type Props = { value: Switches; onChange: (value: Switches) => void; readOnly?: boolean }

/** Every control at once; self-approval is none: it takes one away. */
const ALL_ON = { ...forEachApprovalSwitch(true), freightInquiryRequired: true } as const
const isAllOn = (value: Switches): boolean => (Object.keys(ALL_ON) as (keyof typeof ALL_ON)[]).every((field) => value[field])

const Row = ({ field, value, onChange, readOnly, below, kind }: Props & { field: OnOff; below?: boolean; kind?: ApprovalKind }) => {
  const { t, name } = useWords(approvalsWords)
  return (
    <Box sx={{ pl: below ? 5 : 0 }}>
      <FormControlLabel
        sx={{ ml: 0, gap: 0.5, alignItems: 'flex-start' }}
        control={
          <Switch
            size="small"
            checked={value[field]}
            disabled={readOnly === true}
            onChange={(event) => onChange({ ...value, [field]: event.target.checked })}
            sx={{ mt: 0.25 }}
          />
        }
        label={
          <Box>
            <Typography variant="body2" sx={{ fontWeight: 600 }}>
              {name(`field.${field}`)}
            </Typography>
            <Typography variant="body2" color="textSecondary">
              {kind === undefined
                ? t(`switches.${field}` as 'switches.approvePayment')
                : t('switches.approved-first', { kind: name(`approval-kind.${kind}`) })}
            </Typography>
          </Box>
        }
      />
    </Box>
  )
}

const NumberBox = ({
  label,
  value,
  onChange,
  help,
  readOnly,
}: {
  label: string
  value: number | null
  onChange: (value: number | null) => void
  help?: string
  readOnly: boolean
}) => (
  <TextField
    size="small"
    label={label}
    disabled={readOnly}
    value={value === null ? '' : String(value)}
    onChange={(event) => {
      const text = event.target.value.trim()
      if (/^\d{0,4}$/.test(text)) onChange(text === '' ? null : Number(text))
    }}
    helperText={help}
    slotProps={{ htmlInput: { inputMode: 'numeric', style: { textAlign: 'right' } }, inputLabel: { shrink: true } }}
    sx={{ width: 260, ml: 5, mt: 0.5 }}
  />
)

/** Switches with which a document waits for somebody else: bank details wait for a second person anyway. */
const APPROVED = APPROVAL_SWITCHES.filter((field) => field !== 'approveBankDetails')

/** Switches that the list shows at places of their own, with sentences of their own. */
const PLACED: ReadonlySet<ApprovalSwitch> = new Set([
  'approveSalesContract',
  'approveProfitEstimate',
  'approvePurchaseContract',
  'approvePayment',
  'approveBankDetails',
  'approveFreightInquiry',
  'customerCredit',
])
/** One kind for each of the others, such as that of a module added later. */
const others = APPROVAL_KINDS.filter((kind) => !PLACED.has(approvalSwitch(kind)))

const Group = ({ title, children }: { title: string; children: ReactNode }) => (
  <Box component="section" aria-label={title} sx={{ display: 'flex', flexDirection: 'column', gap: 1 }}>
    <Typography component="h2" sx={{ fontSize: 13, fontWeight: 600, color: 'text.secondary' }}>
      {title}
    </Typography>
    {children}
  </Box>
)

export const SwitchList = ({ value, onChange, readOnly = false }: Props) => {
  const { t, name } = useWords(approvalsWords)
  const row = (field: OnOff, below = false) => <Row field={field} value={value} onChange={onChange} readOnly={readOnly} below={below} />
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2.5 }}>
      {!readOnly && (
        <Button
          size="small"
          variant="outlined"
          disabled={isAllOn(value)}
          sx={{ alignSelf: 'start' }}
          onClick={() => onChange({ ...value, ...ALL_ON })}
        >
          {t('switches.all-on')}
        </Button>
      )}
      <Group title={t('switches.approvals')}>
        {row('approveSalesContract')}
        {row('approveProfitEstimate')}
        {row('approvePurchaseContract')}
        {(value.approveSalesContract || value.approvePurchaseContract) && row('signBeforeApproval', true)}
        {row('approvePayment')}
        {row('approveBankDetails')}
        {others.map((kind) => (
          <Row key={kind} field={approvalSwitch(kind)} kind={kind} value={value} onChange={onChange} readOnly={readOnly} />
        ))}
      </Group>
      <Group title={t('switches.freight')}>
        {row('freightInquiryRequired')}
        {value.freightInquiryRequired && (
          <>
            <NumberBox
              label={name('field.freightQuotesNeeded')}
              value={value.freightQuotesNeeded}
              readOnly={readOnly}
              onChange={(n) => onChange({ ...value, freightQuotesNeeded: n ?? 1 })}
            />
            {row('approveFreightInquiry', true)}
          </>
        )}
      </Group>
      <Group title={t('switches.credit')}>
        {row('customerCredit')}
        {value.customerCredit && (
          <>
            <NumberBox
              label={name('field.creditOverdueDays')}
              value={value.creditOverdueDays}
              help={t('switches.overdue-help')}
              readOnly={readOnly}
              onChange={(creditOverdueDays) => onChange({ ...value, creditOverdueDays })}
            />
            {row('creditCountsContracts', true)}
          </>
        )}
      </Group>
      <Group title={t('switches.duties')}>
        {APPROVED.some((field) => value[field]) && !value.selfApproval && (
          <Alert severity="warning" variant="outlined" sx={{ py: 0 }}>
            {t('switches.one-person', { field: name('field.selfApproval') })}
          </Alert>
        )}
        {row('selfApproval')}
      </Group>
    </Box>
  )
}
