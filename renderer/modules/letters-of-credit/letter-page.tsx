// One letter of credit (信用证): typed as it came, accepted, amended, and its documents checked shipment by shipment.
import { useEffect } from 'react'
import { ask, type Params, useCommand, useMay, useViewer } from '../../client/index.ts'
import { useActing } from '../../kit/form/index.ts'
import { LetterCheckPanel } from './panels/check-panel.tsx'
import type { KeyFigure } from '../../kit/show/index.ts'
import { asks, discards, DocumentPage, opens, type RecordAction, useRecord } from '../../records/document/index.ts'
import { useWords } from '../../words/index.ts'
import { AmendmentDialog } from './amendment-dialog.tsx'
import { AmendmentsSection } from './amendments-section.tsx'
import { CloseDialog } from './close-dialog.tsx'
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
import { lettersWords } from './words.ts'

const isOver = (status: string | undefined) => status === 'closed' || status === 'cancelled'

const useActions = (data: Letter | undefined): RecordAction[] => {
  const { t } = useWords(lettersWords)
  if (!data) return []
  const draft = data.status === 'draft'
  const taken = !draft && !isOver(data.status)
  return [
    asks('accept-letter-of-credit', {
      text: t('letters.accept-text'),
      shown: draft,
      primary: true,
      date: 'acceptedOn',
      input: (at, { date }) => ({ ...at, acceptedOn: date }),
    }),
    opens('record-letter-amendment', { shown: taken, dialog: (asked) => <AmendmentDialog {...asked} letter={data} /> }),
    opens('close-letter-of-credit', { shown: taken, dialog: (asked) => <CloseDialog {...asked} /> }),
    discards('discard-letter-of-credit', { text: t('letters.discard-text'), shown: draft, revision: data.revision }),
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
  const may = useMay()
  const { today } = useViewer()
  const saving = useCommand('save-letter-of-credit')
  const record = useRecord('letter-of-credit', params, {
    formValuesOf,
    empty: () => emptyLetter({ today, customerId: params.customerId, currency: params.currency }),
    save: (value, at) => saving.run({ ...inputOf(value), id: at.id, revision: at.revision }),
  })
  const { data, form } = record
  useFirstContract(params, form.dirty, form.value, form.set)
  const act = useActing(form)
  const actions = useActions(data)
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
    <DocumentPage
      record={record}
      number={data?.number}
      status={{ group: 'letter-status', value: data?.status ?? 'draft' }}
      figures={figures}
      actions={actions}
      readOnly={readOnly}
      savePermission={data === undefined ? 'letter-of-credit.create' : 'letter-of-credit.edit'}
    >
      {data && <AmendmentsSection letter={data} act={act} />}
      <BankSection form={form} data={data} fixed={fixed} />
      <DatesSection form={form} data={data} fixed={fixed} />
      <GoodsSection form={form} data={data} fixed={fixed} />
      <DocumentsSection form={form} data={data} fixed={fixed} />
      {data && <LetterCheckPanel letterId={data.id} linked={data.contracts.length > 0} />}
    </DocumentPage>
  )
}
