// What a task about a shipment offers right there: the next step of its voyage, and its booking and dispatch. The dialogs are those of its page.
import { useOfficeQuery } from '../../../client/index.ts'
import type { TaskSubject } from '../../../records/index.ts'
import { formValuesOf } from '../shipment-form-values.ts'
import { BookDialog, DispatchDialog, StepDialog, stepsAhead } from '../step-dialogs.tsx'

/** The step that the rule asks for, where it asks for one that is not the next. */
const STEP_OF: Readonly<Record<string, string>> = { 'eta-near': 'arrived', 'arrival-unrecorded': 'arrived' }

export const StepTask = ({ rule, recordId, onClose }: TaskSubject) => {
  const { data } = useOfficeQuery('shipment', { id: recordId })
  if (!data || stepsAhead(data.status).length === 0) return null
  const { id, revision, status } = data
  return <StepDialog status={status} first={STEP_OF[rule]} act={(run) => run({ id, revision })} onClose={onClose} />
}

export const DepartureTask = ({ recordId, onClose }: TaskSubject) => {
  const { data } = useOfficeQuery('shipment', { id: recordId })
  if (!data) return null
  const { id, revision, status } = data
  const typed = formValuesOf(data)
  if (status === 'planned') return <BookDialog shipmentId={id} typed={typed} act={(run) => run({ id, revision })} onClose={onClose} />
  return <DispatchDialog shipmentId={id} revision={revision} typed={typed} act={(run) => run({ id, revision })} onClose={onClose} />
}
