// Door of the kit's production follow-up.
export { ApplyTemplateDialog, AssignDialog, type Followed } from './contract-dialogs.tsx'
export { DealProduction } from './deal-production.tsx'
export { MilestoneList } from './milestone-list.tsx'
export { NextMilestone } from './next-milestone.tsx'
export { ProductionPanel } from './production-panel.tsx'
export { DeliveryOutlook, ProgressBar } from './progress.tsx'
export { namedIn } from './texts.ts'
