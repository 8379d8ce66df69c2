// Names of approvals: kinds of documents, states, and what is done with them.
import type { Names } from './define.ts'

export const approvalsNames = {
  'approval-kind.sales-contract': ['外销合同', 'Sales contract'],
  'approval-kind.purchase-contract': ['采购合同', 'Purchase contract'],
  'approval-kind.profit-estimate': ['利润估算表', 'Profit estimate'],
  'approval-kind.payment-request': ['付款申请', 'Payment request'],
  'approval-kind.freight-inquiry': ['运费询价', 'Freight inquiry'],
  'approval-kind.credit-override': ['超信审批', 'Over-limit approval'],
  'approval-state.none': ['未提交', 'Not submitted'],
  'approval-state.pending': ['审批中', 'Waiting'],
  'approval-state.approved': ['已批准', 'Approved'],
  'approval-state.rejected': ['已驳回', 'Rejected'],
  'approval-state.returned': ['退回修改', 'Returned for change'],
  'approval-state.withdrawn': ['已撤回', 'Withdrawn'],
  'approval-state.ended': ['已失效', 'Ended'],
} as const satisfies Names
