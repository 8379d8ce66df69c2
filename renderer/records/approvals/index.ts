// Door of the kit's approvals: every document's page shows the panel, lists and today's work show the cards.
export { ApprovalCard } from './approval-card.tsx'
export { BankDetailsPanel, BankDetailsWarning } from './bank-details-panel.tsx'
export { useSaveAndSubmit } from './use-save-and-submit.ts'
export { ApprovalPanel } from './approval-panel.tsx'
export { usePaying } from './use-paying.ts'
export { PayTask } from './pay-task.tsx'
