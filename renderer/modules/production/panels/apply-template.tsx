// The dialog that gives several chosen purchase contracts their milestones, where the list of purchase contracts offers it.
import type { Subject } from '../../../records/index.ts'
import { ApplyTemplateDialog } from '../contract-dialogs.tsx'

export const ApplyTemplate = ({ contracts = [], onClose = () => {} }: Subject) => (
  <ApplyTemplateDialog contracts={contracts} onClose={onClose} />
)
