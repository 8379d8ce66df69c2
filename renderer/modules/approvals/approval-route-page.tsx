// One approval route: for which documents, and the steps in order.
import { APPROVAL_KINDS, type ApprovalKind } from '../../../preload/contract/records.ts'
import Add from '@mui/icons-material/Add'
import DeleteOutlined from '@mui/icons-material/DeleteOutlined'
import { Box, Button, Checkbox, IconButton, ListItemText, MenuItem, TextField as Box1, Tooltip, Typography } from '@mui/material'
import { type ApprovalRouteFields, type ApprovalStep, STEP_BY, STEP_MODES } from '../../../preload/contract/modules/approvals/calls.ts'
import { CUSTOMER_LEVELS } from '../../../preload/contract/modules/parties/calls.ts'
import { type Params, useCommand, useOfficeQuery, useViewer } from '../../client/index.ts'
import { EnumField, MoneyField, PercentField, SwitchField, TextField } from '../../kit/fields/index.ts'
import { FormSection } from '../../kit/form/index.ts'
import { DocumentPage, useRecordForm } from '../../records/document/index.ts'
import { UserField } from '../../records/fields/index.ts'
import { useWords } from '../../words/index.ts'
import type { Routes } from './route-text.ts'
import { approvalsWords } from './words.ts'

type FormValues = Omit<ApprovalRouteFields, 'marginBelow'> & { marginBelow: string }
const ANY_OWNER: ApprovalStep = { by: 'owner', roleId: null, userId: null, mode: 'any' }
const formValuesOf = (route: ApprovalRouteFields): FormValues => ({
  kind: route.kind,
  name: route.name,
  active: route.active,
  amountFrom: route.amountFrom,
  marginBelow: route.marginBelow ?? '',
  levels: route.levels,
  departmentIds: route.departmentIds,
  steps: route.steps,
})
const emptyRoute = (kind: ApprovalKind): FormValues => ({
  ...{ kind, name: '', active: true, amountFrom: null, marginBelow: '', levels: [], departmentIds: [] },
  steps: [ANY_OWNER],
})

/** Several of a closed list; none means all. */
const ManyField = <T extends string>(props: {
  label: string
  all: string
  values: readonly { id: T; label: string }[]
  value: readonly T[]
  onChange: (value: T[]) => void
}) => (
  <Box1
    select
    size="small"
    fullWidth
    label={props.label}
    value={props.value}
    onChange={(event) => props.onChange(event.target.value as unknown as T[])}
    slotProps={{
      inputLabel: { shrink: true },
      select: {
        multiple: true,
        displayEmpty: true,
        renderValue: (ids) =>
          (ids as T[]).length === 0 ? props.all : (ids as T[]).map((id) => props.values.find((v) => v.id === id)?.label ?? id).join(', '),
      },
    }}
  >
    {props.values.map((one) => (
      <MenuItem key={one.id} value={one.id} sx={{ py: 0 }}>
        <Checkbox size="small" checked={props.value.includes(one.id)} />
        <ListItemText primary={one.label} />
      </MenuItem>
    ))}
  </Box1>
)

const StepFields = ({
  step,
  at,
  roles,
  onChange,
  onRemove,
}: {
  step: ApprovalStep
  at: number
  roles: Routes['roles']
  onChange: (step: ApprovalStep) => void
  onRemove: (() => void) | null
}) => {
  const { t, name } = useWords(approvalsWords)
  const several = step.by === 'role' || step.by === 'owner'
  return (
    <Box
      role="group"
      aria-label={t('routes.step', { n: at + 1 })}
      sx={{ display: 'grid', gridTemplateColumns: '70px 180px 1fr 190px 36px', gap: 1.5, alignItems: 'center' }}
    >
      <Typography variant="body2" color="textSecondary">
        {t('routes.step', { n: at + 1 })}
      </Typography>
      <Box1
        select
        size="small"
        label={name('field.steps')}
        value={step.by}
        onChange={(event) => onChange({ by: event.target.value as ApprovalStep['by'], roleId: null, userId: null, mode: 'any' })}
      >
        {STEP_BY.map((by) => (
          <MenuItem key={by} value={by}>
            {name(`step-by.${by}`)}
          </MenuItem>
        ))}
      </Box1>
      {step.by === 'role' && (
        <Box1
          select
          required
          size="small"
          label={name('field.roleId')}
          value={step.roleId ?? ''}
          onChange={(event) => onChange({ ...step, roleId: event.target.value })}
        >
          {roles.map((role) => (
            <MenuItem key={role.id} value={role.id}>
              {role.name}
            </MenuItem>
          ))}
        </Box1>
      )}
      {step.by === 'user' && (
        <UserField
          name="userId"
          value={step.userId}
          required
          onChange={(userId) => onChange({ ...step, userId: userId === '' ? null : userId })}
        />
      )}
      {step.by === 'head' && (
        <Typography variant="body2" color="textSecondary">
          {t('routes.head-help')}
        </Typography>
      )}
      {step.by === 'owner' && <span />}
      {several ? (
        <Box1
          select
          size="small"
          label={name('field.mode')}
          value={step.mode}
          onChange={(event) => onChange({ ...step, mode: event.target.value as ApprovalStep['mode'] })}
        >
          {STEP_MODES.map((mode) => (
            <MenuItem key={mode} value={mode}>
              {name(`step-mode.${mode}`)}
            </MenuItem>
          ))}
        </Box1>
      ) : (
        <span />
      )}
      {onRemove ? (
        <Tooltip title={t('routes.remove-step')}>
          <IconButton size="small" aria-label={`${t('routes.remove-step')} ${at + 1}`} onClick={onRemove}>
            <DeleteOutlined fontSize="small" />
          </IconButton>
        </Tooltip>
      ) : (
        <span />
      )}
    </Box>
  )
}

export const ApprovalRoutePage = ({ params }: { params: Params }) => {
  const { t, name } = useWords(approvalsWords)
  const { company } = useViewer()
  const read = useOfficeQuery('approval-routes', {})
  const route = read.data?.routes.find((r) => r.id === params.id)
  const saving = useCommand('save-approval-route')
  const kind = APPROVAL_KINDS.find((one) => one === params.kind) ?? 'sales-contract'
  const form = useRecordForm('approval-route', route, {
    formValuesOf,
    empty: () => emptyRoute(kind),
    save: (value, at) =>
      saving.run({ ...value, marginBelow: value.marginBelow === '' ? null : value.marginBelow, id: at.id, revision: at.revision }),
  })
  const { value } = form
  // What means two persons never passes by itself.
  const mayPass = value.kind !== 'vendor-bank-details' && value.kind !== 'own-bank-details'
  const setStep = (at: number, step: ApprovalStep) => form.set({ steps: value.steps.map((old, i) => (i === at ? step : old)) })
  return (
    <DocumentPage
      record={{ kind: 'approval-route', form, loading: params.id !== undefined && read.loading, problem: read.problem }}
      narrow
      number={route?.name}
      savePermission="approval-route.edit"
    >
      <FormSection>
        <TextField {...form.field('name')} required autoFocus={params.id === undefined} />
        <EnumField {...form.field('kind')} group="approval-kind" values={APPROVAL_KINDS} />
        <SwitchField {...form.field('active')} />
      </FormSection>
      <FormSection title={t('routes.conditions')}>
        <MoneyField {...form.field('amountFrom')} currency={company.baseCurrency} />
        <PercentField {...form.field('marginBelow')} />
        <ManyField
          label={name('field.levels')}
          all={t('routes.all-levels')}
          values={CUSTOMER_LEVELS.map((id) => ({ id, label: name(`customer-level.${id}`) }))}
          value={value.levels}
          onChange={(levels) => form.set({ levels })}
        />
        <ManyField
          label={name('field.departmentIds')}
          all={t('routes.all-departments')}
          values={(read.data?.departments ?? []).map((d) => ({ id: d.id, label: d.name }))}
          value={value.departmentIds}
          onChange={(departmentIds) => form.set({ departmentIds })}
        />
      </FormSection>
      <FormSection title={name('field.steps')} wide>
        <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1.5 }}>
          {value.steps.map((step, at) => (
            <StepFields
              // oxlint-disable-next-line react/no-array-index-key -- steps are told apart by their place
              key={at}
              step={step}
              at={at}
              roles={read.data?.roles ?? []}
              onChange={(next) => setStep(at, next)}
              onRemove={value.steps.length > 1 || mayPass ? () => form.set({ steps: value.steps.filter((_, i) => i !== at) }) : null}
            />
          ))}
          {value.steps.length === 0 && <Typography variant="body2">{t('routes.no-steps')}</Typography>}
          <Box>
            <Button
              size="small"
              startIcon={<Add />}
              disabled={value.steps.length >= 10}
              onClick={() => form.set({ steps: [...value.steps, ANY_OWNER] })}
            >
              {t('routes.add-step')}
            </Button>
          </Box>
        </Box>
      </FormSection>
    </DocumentPage>
  )
}
