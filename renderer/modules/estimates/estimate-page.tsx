// One profit estimate (利润估算表): filled from the deal's documents, typed over with its result live, approved, and kept in versions.
import { Box, Button } from '@mui/material'
import { useEffect, useRef, useState } from 'react'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import {
  announce,
  ask,
  type Params,
  type Problem,
  problemOf,
  useCommand,
  useMay,
  useOfficeQuery,
  useTabs,
  useViewer,
} from '../../client/index.ts'
import { ApprovalPanel, useSaveAndSubmit } from '../../records/approvals/index.ts'
import { DecimalField, LongTextField } from '../../kit/fields/index.ts'
import { type Form, FormSection, useDebounced } from '../../kit/form/index.ts'
import { isDecimal, moneyShown, percentShown } from '../../kit/format/index.ts'
import { DataLine, type KeyFigure, ProblemNote, RecordLink } from '../../kit/show/index.ts'
import { asks, DocumentPage, type RecordAction, useRecord } from '../../records/document/index.ts'
import { useWords } from '../../words/index.ts'
import { DealField } from './deal-field.tsx'
import { EstimateDay } from './estimate-day.tsx'
import { CostLines, PurchaseLines, RevenueLines } from './estimate-lines.tsx'
import { EstimateResult, Versions } from './estimate-result.tsx'
import {
  emptyEstimate,
  type Estimate,
  type Filled,
  filledIn,
  inputOf,
  previewOf,
  type EstimateFormValues,
  formValuesOf,
} from './estimate-form-values.ts'
import { estimatesWords } from './words.ts'

/** Fills the form from the deal's documents; what was typed by hand stays. */
const useFill = (form: Form<EstimateFormValues>) => {
  const [problem, setProblem] = useState<Problem | null>(null)
  const latest = useRef(form)
  useEffect(() => {
    latest.current = form
  })
  const fill = async (dealId: string, premiumRate?: string) => {
    const { estimatedOn } = latest.current.value
    const input = { dealId, ...(premiumRate === undefined ? {} : { premiumRate }), ...(estimatedOn ? { estimatedOn } : {}) }
    const answer = await ask({ kind: 'query', name: 'profit-estimate-fill', input })
    setProblem(problemOf(answer))
    if (answer.ok) latest.current.set(filledIn(latest.current.value, answer.value as Filled))
  }
  return { fill, problem }
}

const useEstimate = (params: Params) => {
  const viewer = useViewer()
  const saving = useCommand('save-profit-estimate')
  return useRecord('profit-estimate', params, {
    formValuesOf,
    empty: () => emptyEstimate(viewer.today),
    save: (value, at) => saving.run({ ...inputOf(value), id: at.id, revision: at.revision }),
  })
}

const useActions = (data: Estimate | undefined, form: Form<EstimateFormValues>, onFill: () => void, fixed: boolean): RecordAction[] => {
  const { t } = useWords(estimatesWords)
  const tabs = useTabs()
  const renewing = useCommand('renew-profit-estimate')
  const { deal } = form.value
  const renew = async () => {
    if (!data) return
    const id = newId()
    const answer = await renewing.run({ id, copyOf: { id: data.id, revision: data.revision } })
    if (answer.ok) {
      announce({ words: 'estimates.renewed', of: estimatesWords, tone: 'success' })
      tabs.open('profit-estimate', { id })
    }
  }
  return [
    { label: t('estimates.fill'), permission: 'profit-estimate.create', shown: !fixed && deal !== null, onClick: onFill },
    {
      name: 'command.renew-profit-estimate',
      permission: 'profit-estimate.create',
      shown: data?.status === 'current' && !form.dirty,
      onClick: () => void renew(),
    },
    {
      label: t('estimates.compare'),
      permission: 'profit.view',
      shown: data !== undefined,
      onClick: () => void tabs.openRecord('deal-profit', data?.dealId ?? ''),
    },
    asks('void-profit-estimate', {
      text: t('estimates.void-text'),
      shown: data?.status === 'current',
      danger: true,
      reason: 'required',
      input: (at, { reason }) => ({ ...at, reason }),
    }),
  ]
}

type Shown = Pick<NonNullable<ReturnType<typeof usePreview>>, 'lines' | 'result'>
const usePreview = (value: EstimateFormValues, enabled: boolean) => {
  const asked = useDebounced(previewOf(value))
  const read = useOfficeQuery('preview-profit-estimate', asked, { enabled, keep: true })
  return enabled ? read.data : undefined
}

const useFigures = (shown: Shown | undefined): KeyFigure[] => {
  if (!shown) return []
  const { revenue, profit, margin, exchangeCost, netFobIncome } = shown.result
  return [
    { name: 'field.revenue', money: revenue },
    { name: 'field.estimatedProfit', money: profit, alarm: profit.minor < 0 },
    { name: 'field.margin', text: percentShown(margin ?? '') || '–' },
    { name: 'field.exchangeCost', text: exchangeCost ?? '–' },
    { name: 'field.netFobIncome', money: netFobIncome },
  ]
}

/** The premium on what is sold, by the rate beside it, with the way into the insurance line. */
const PremiumField = ({
  form,
  premium,
  onTake,
}: {
  form: Form<EstimateFormValues>
  premium: { minor: number; currency: string } | null
  onTake: () => void
}) => {
  const { t } = useWords(estimatesWords)
  const said = premium ? t('estimates.premium', { premium: moneyShown(premium) }) : t('estimates.premium-help')
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      <DecimalField {...form.field('premiumRate')} places={4} help={said} />
      {premium && (
        <Button size="small" onClick={onTake} sx={{ justifySelf: 'start' }}>
          {t('estimates.take-premium')}
        </Button>
      )}
    </Box>
  )
}

export const EstimatePage = ({ params }: { params: Params }) => {
  const { name } = useWords(estimatesWords)
  const may = useMay()
  const record = useEstimate(params)
  const { data, form } = record
  const { fill, problem } = useFill(form)
  const { value } = form
  const fixed = data !== undefined && (data.status !== 'current' || !may('profit-estimate.edit'))
  const submit = useSaveAndSubmit('profit-estimate', form, !fixed)
  const preview = usePreview(value, !fixed && (data !== undefined || value.deal !== null))
  const shown = preview ?? (data && { lines: data.calculated, result: data.result })
  const figures = useFigures(shown)
  const filling = () => value.deal && void fill(value.deal.id, isDecimal(value.premiumRate, 4) ? value.premiumRate : undefined)
  const actions = useActions(data, form, filling, fixed)
  // A new estimate begun from a deal is filled at once; a draft that is still there is not touched.
  useEffect(() => {
    if (params.id === undefined && params.dealId !== undefined && !form.dirty) void fill(params.dealId)
    // Once, when the empty form appears.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  return (
    <DocumentPage
      record={record}
      number={data?.number}
      {...(data ? { status: { group: 'profit-estimate-status', value: data.status } } : {})}
      figures={figures}
      actions={[submit, ...actions]}
      readOnly={fixed}
      savePermission="profit-estimate.create"
      warnings={preview?.warnings}
    >
      <ProblemNote problem={problem} />
      {data && <ApprovalPanel kind="profit-estimate" documentId={data.id} revision={data.revision} unsaved={form.dirty} />}
      <FormSection>
        <DealField
          {...form.field('deal')}
          label={name('field.deal')}
          fixed={data !== undefined}
          required
          onPick={(dealId) => void fill(dealId)}
        />
        {data && (
          <DataLine label={name('field.customer')}>
            <RecordLink route="customer" id={data.customerId}>
              {data.customerName}
            </RecordLink>
          </DataLine>
        )}
        <EstimateDay form={form} readOnly={fixed} />
        {data && <DataLine label={name('field.owner')}>{data.ownerName}</DataLine>}
        <PremiumField form={form} premium={preview?.premium ?? null} onTake={filling} />
        <LongTextField {...form.field('remark')} span={2} />
        {data?.voidReason && <DataLine label={name('field.reason')}>{data.voidReason}</DataLine>}
      </FormSection>
      <RevenueLines form={form} preview={shown} />
      <PurchaseLines form={form} preview={shown} />
      <CostLines form={form} preview={shown} />
      {shown && <EstimateResult result={shown.result} />}
      {data && <Versions estimate={data} />}
    </DocumentPage>
  )
}
