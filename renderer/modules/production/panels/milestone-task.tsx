// What a task about a milestone offers right there: recording it as done.
import { useOfficeQuery } from '../../../client/index.ts'
import type { TaskSubject } from '../../../records/index.ts'
import { MilestoneDialogs } from '../milestone-dialogs.tsx'

export const MilestoneTask = ({ recordId, dueOn, onClose }: TaskSubject) => {
  const { data } = useOfficeQuery('contract-milestones', { contractId: recordId })
  const open = data?.milestones.filter(({ standing }) => standing !== 'done' && standing !== 'skipped') ?? []
  // The task knows its contract and its day; of several on one day the next is meant.
  const milestone = open.find((one) => one.due === dueOn && one.id === data?.nextId) ?? open.find((one) => one.due === dueOn)
  return milestone ? <MilestoneDialogs acting={{ act: 'complete', milestone }} onClose={onClose} /> : null
}
