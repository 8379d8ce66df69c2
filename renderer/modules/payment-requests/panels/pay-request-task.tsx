// What a task about an approved request offers right there: paying it.
import { useOfficeQuery } from '../../../client/index.ts'
import type { TaskSubject } from '../../../records/index.ts'
import { PayRequestDialog } from '../pay-request-dialog.tsx'

export const PayRequestTask = ({ recordId, onClose }: TaskSubject) => {
  const { data } = useOfficeQuery('payment-request', { id: recordId })
  return data ? <PayRequestDialog request={data} onClose={onClose} /> : null
}
