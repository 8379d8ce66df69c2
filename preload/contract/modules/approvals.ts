// Approvals (审批): one mechanism for every kind of document that can wait for somebody's yes.
export const APPROVAL_KINDS = [
  'sales-contract',
  'purchase-contract',
  'profit-estimate',
  'payment-request',
  'freight-inquiry',
  'credit-override',
] as const
export type ApprovalKind = (typeof APPROVAL_KINDS)[number]
/** How one submission stands. `ended`: the document changed or was voided after it was submitted or approved. */
export const APPROVAL_STATES = ['pending', 'approved', 'rejected', 'returned', 'withdrawn', 'ended'] as const
export type ApprovalState = (typeof APPROVAL_STATES)[number]
