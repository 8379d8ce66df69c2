// Which record a state belongs to: the same word of the record means another thing on another kind of it, so a refusal about a state says whose it is.

/** Kind of record → the name group of its states: the state `booked` of a shipment is named by `shipment-status.booked`. An open item's state is its kind. */
export const stateGroups = {
  'sales-contract': 'sales-contract-status',
  'purchase-contract': 'purchase-contract-status',
  quotation: 'quotation-status',
  'contract-amendment': 'version-state',
  'profit-estimate': 'profit-estimate-status',
  shipment: 'shipment-status',
  'freight-inquiry': 'freight-status',
  'freight-quote': 'freight-quote-state',
  'letter-of-credit': 'letter-status',
  'letter-amendment': 'amendment-state',
  'letter-presentation': 'presentation-status',
  milestone: 'milestone-standing',
  'milestone-template': 'active',
  receipt: 'receipt-status',
  'payment-request': 'payment-request-status',
  'open-item': 'item-kind',
  'bank-account': 'active',
  'bank-details': 'bank-details-state',
  approval: 'approval-state',
  'credit-override': 'approval-state',
  delegation: 'delegation-state',
  user: 'active',
  product: 'active',
} as const satisfies Record<string, string>

export type StateKind = keyof typeof stateGroups
export const STATE_KINDS = Object.keys(stateGroups) as [StateKind, ...StateKind[]]
/** The key that names a state of a kind. */
export const stateKey = (kind: StateKind, state: string): string => `${stateGroups[kind]}.${state}`
