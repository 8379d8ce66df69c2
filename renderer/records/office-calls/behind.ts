// What a refusal speaks of: the record that stands in the way, or the page where what is missing is put right. Pure.
import type { Access } from '../../../preload/contract/define/index.ts'
import { type RefusalCode, type RefusalData, refusalSchemas } from '../../../preload/contract/refusals.ts'
import type { Problem } from '../../client/index.ts'

/** A record by its kinds and by what it is called: its number, or a party's name. */
export type Behind = { kinds: readonly string[]; title: string }

const CONTRACTS = ['sales-contract', 'purchase-contract']
const PARTIES = ['customer', 'vendor']
/** What money is booked on or against. */
const POSTED = ['bill', 'receipt', 'payment', 'shipment', 'payment-request']
const party = (data: { party: string }): Behind => ({ kinds: PARTIES, title: data.party })
const posted = (data: { document: string }): Behind => ({ kinds: POSTED, title: data.document })
const inquiry = (data: { number: string }): Behind => ({ kinds: ['freight-inquiry'], title: data.number })
const user = (data: { by: string; number: string }): Behind => ({ kinds: [data.by], title: data.number })

const records: { [C in RefusalCode]?: (data: RefusalData<C>) => Behind } = {
  'approval-needed': ({ kind, number }) => ({ kinds: [kind], title: number }),
  'in-use': user,
  'amended-in-use': user,
  'amended-below-use': ({ number }) => ({ kinds: ['shipment', 'bill'], title: number }),
  'amendment-open': ({ number }) => ({ kinds: CONTRACTS, title: number }),
  'inactive-party': party,
  'bank-details-needed': party,
  'bank-details-unconfirmed': party,
  'freight-inquiry-needed': ({ shipment }) => ({ kinds: ['shipment'], title: shipment }),
  'freight-quotes-needed': inquiry,
  'freight-choice-needed': inquiry,
  'freight-not-covered': inquiry,
  'freight-quote-expired': inquiry,
  'milestones-begun': ({ contract }) => ({ kinds: CONTRACTS, title: contract }),
  'allocation-exceeds': posted,
  'already-allocated': posted,
  'already-reversed': posted,
}

/** Null where a refusal names no record, or its data are not what the code promises. */
export const behindOf = (problem: Problem | null | undefined): Behind | null => {
  if (!problem || !('refused' in problem)) return null
  const recordIn = records[problem.refused] as ((data: unknown) => Behind) | undefined
  const checked = refusalSchemas()[problem.refused].safeParse(problem.data)
  if (!recordIn || !checked.success) return null
  const behind = recordIn(checked.data)
  return behind.title === '' ? null : behind
}

/** Where what a sentence asks for is done, and the right to do it there: a page that may only be looked at is no way on. */
export type Place = { route: string; name: string; permission: Access }
export const places: { [C in RefusalCode]?: readonly Place[] } = {
  'payment-request-needed': [{ route: 'payment-request', name: 'command.save-payment-request', permission: 'payment-request.create' }],
  'no-approver': [
    { route: 'approval-routes', name: 'menu.approval-routes', permission: 'approval-route.edit' },
    { route: 'control-switches', name: 'menu.control-switches', permission: 'company.edit' },
  ],
  'self-approval': [{ route: 'control-switches', name: 'menu.control-switches', permission: 'company.edit' }],
  'bank-details-unconfirmed': [{ route: 'approval-routes', name: 'menu.approval-routes', permission: 'approval-route.edit' }],
  'period-closed': [{ route: 'period', name: 'command.reopen-period', permission: 'period.reopen' }],
  'period-revalued': [{ route: 'revaluations', name: 'list.revaluations', permission: 'period.close' }],
  'not-your-step': [{ route: 'approvals', name: 'list.approvals', permission: 'signed-in' }],
  'already-decided': [{ route: 'approvals', name: 'list.approvals', permission: 'signed-in' }],
}
