// What a task about a milestone offers right there: recording it as done.
import { useOfficeQuery } from '../../../client/index.ts'
import type { TaskSubject } from '../../../records/index.ts'
import { MilestoneDialogs } from '../milestone-dialogs.tsx'

export const MilestoneTask = ({ recordId, part, onClose }: TaskSubject) => {
  const { data } = useOfficeQuery('contract-milestones', { contractId: recordId })
  const milestone = data?.milestones.find(({ id, standing }) => id === part && standing !== 'done' && standing !== 'skipped')
  return milestone ? <MilestoneDialogs acting={{ act: 'complete', milestone }} onClose={onClose} /> : null
}
