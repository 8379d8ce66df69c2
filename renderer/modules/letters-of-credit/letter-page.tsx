// One letter of credit (信用证): typed as it came, accepted, amended, and its documents checked shipment by shipment.
import { useEffect, useMemo, useState } from 'react'
import type { CommandOutcome } from '../../../preload/contract/commands.ts'
import { ask, type Params, useCommand, useMay, useOfficeQuery, useTabs, useViewer } from '../../client/index.ts'
import { DocumentForm, type FormAction, useActing, useForm } from '../../kit/form/index.ts'
import { LetterCheckPanel } from './panels/check-panel.tsx'
import type { KeyFigure } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { AmendmentsSection } from './amendments-section.tsx'
import { type Asking, LetterDialogs } from './letter-dialogs.tsx'
import { BankSection, DatesSection, DocumentsSection, GoodsSection } from './letter-sections.tsx'
import {
  emptyLetter,
  inputOf,
  type Letter,
  type LinkableContract,
  takenFrom,
  type LetterFormValues,
  formValuesOf,
} from './letter-form-values.ts'

const isOver = (status: string | undefined) => status === 'closed' || status === 'cancelled'

const actionsFor = (data: Letter | undefined, ask_: (asking: Asking) => void): FormAction[] => {
  if (!data) return []
  const draft = data.status === 'draft'
  const taken = !draft && !isOver(data.status)
  return [
    {
      name: 'command.accept-letter-of-credit',
      permission: 'letter-of-credit.accept',
      shown: draft,
      primary: true,
      onClick: () => ask_('accept'),
    },
    { name: 'command.record-letter-amendment', permission: 'letter-of-credit.edit', shown: taken, onClick: () => ask_('amend') },
    { name: 'command.close-letter-of-credit', permission: 'letter-of-credit.void', shown: taken, onClick: () => ask_('close') },
    { name: 'command.discard-letter-of-credit', permission: 'letter-of-credit.edit', shown: draft, onClick: () => ask_('discard') },
  ]
}

/** A credit registered from a contract begins with what the contract says. */
const useFirstContract = (params: Params, dirty: boolean, value: LetterFormValues, set: (part: Partial<LetterFormValues>) => void) => {
  useEffect(() => {
    const { id, contractId, customerId } = params
    if (id !== undefined || contractId === undefined || customerId === undefined || dirty) return
    void ask({ kind: 'query', name: 'contracts-for-letter', input: { customerId } }).then((answer) => {
      const contract = answer.ok ? (answer.value as LinkableContract[]).find((one) => one.id === contractId) : undefined
      if (contract) set({ contracts: [{ id: contract.id, number: contract.number }], ...takenFrom(contract, value) })
    })
    // Once, when the empty form appears.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
}

export const LetterPage = ({ params }: { params: Params }) => {
  const { name } = useWords()
  const tabs = useTabs()
  const may = useMay()
  const { today } = useViewer()
  const read = useOfficeQuery('letter-of-credit', { id: params.id ?? '' }, { enabled: params.id !== undefined })
  const { data } = read
  const saving = useCommand('save-letter-of-credit')
  const [asking, setAsking] = useState<Asking>(null)
  const seen = useMemo(() => data && { id: data.id, revision: data.revision, value: formValuesOf(data) }, [data])
  const form = useForm<LetterFormValues, CommandOutcome<'save-letter-of-credit'>>({
    empty: () => emptyLetter({ today, customerId: params.customerId, currency: params.currency }),
    seen,
    save: (value, at) => saving.run({ ...inputOf(value), id: at.id, revision: at.revision }),
    onSaved: (outcome, at) => {
      if (at.isNew) tabs.become('letter-of-credit', { id: outcome.id })
    },
  })
  useFirstContract(params, form.dirty, form.value, form.set)
  const act = useActing(form)
  const fixed = data !== undefined && data.status !== 'draft' ? true : undefined
  const readOnly = isOver(data?.status) || (data !== undefined && !may('letter-of-credit.edit'))
  const pressing = data !== undefined && data.attention !== 'none' && data.attention !== 'amendment-pending'
  const figures: KeyFigure[] = data
    ? [
        { name: 'field.most', money: data.most },
        { name: 'field.drawn', money: data.drawn },
        { name: 'field.letter-of-credit.left', money: data.left },
        { name: 'field.daysLeft', text: isOver(data.status) || data.status === 'drawn' ? '–' : String(data.daysLeft), alarm: pressing },
        ...(data.attention === 'none'
          ? []
          : [{ name: 'field.attention', text: name(`letter-attention.${data.attention}`), alarm: pressing }]),
      ]
    : []
  return (
    <DocumentForm
      form={form}
      title={name('record.letter-of-credit')}
      number={data?.number}
      status={{ group: 'letter-status', value: data?.status ?? 'draft' }}
      figures={figures}
      actions={actionsFor(data, setAsking)}
      readOnly={readOnly}
      loading={read.loading}
      problem={read.problem}
      savePermission={data === undefined ? 'letter-of-credit.create' : 'letter-of-credit.edit'}
    >
      {data && <AmendmentsSection letter={data} act={act} />}
      <BankSection form={form} data={data} fixed={fixed} />
      <DatesSection form={form} data={data} fixed={fixed} />
      <GoodsSection form={form} data={data} fixed={fixed} />
      <DocumentsSection form={form} data={data} fixed={fixed} />
      {data && <LetterCheckPanel letterId={data.id} linked={data.contracts.length > 0} />}
      {data && <LetterDialogs asking={asking} act={act} form={form} data={data} onClose={() => setAsking(null)} />}
    </DocumentForm>
  )
}
