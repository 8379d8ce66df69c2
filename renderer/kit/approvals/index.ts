// Door of the kit's approvals: every document's page shows the panel, lists and today's work show the cards.
export { ApprovalCard } from './approval-card.tsx'
export { ApprovalHistory } from './approval-history.tsx'
export { ApprovalPanel } from './approval-panel.tsx'
export { ApprovalSteps } from './approval-steps.tsx'
export { DecideButtons } from './decide-buttons.tsx'
