// What is printed across a document whose kind is approved or amended. Rule PA9 of papers.
import type { AmendedKind, ApprovalKind } from '../../../preload/contract/records.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { approvalState, isSwitchedOn } from '../approvals/index.ts'
import type { Mark } from './content.ts'

const OUT_OF_FORCE: readonly Mark['word'][] = ['void', 'superseded', 'expired']
/** Nothing that is void, superseded or expired is given out again without a reason. */
export const isOutOfForce = (mark: Mark | null): boolean => mark !== null && OUT_OF_FORCE.includes(mark.word)

type Approved = { kind: ApprovalKind; id: string; revision: number }

/** DRAFT while its kind is approved in this company and this revision is not. */
export const draftUntilApproved = async (q: QueryContext, { kind, id, revision }: Approved): Promise<Mark | null> => {
  if (!isSwitchedOn(q.company.switches, kind)) return null
  return (await approvalState(q.db, kind, id, revision)) === 'approved' ? null : { word: 'draft' }
}

type Contract = { id: string; revision: number; status: string; version: number; inForce: number }
/** Of the version of a contract that is shown: DRAFT until it is signed or in force, and approved where that is asked. */
export const contractMark = async (q: QueryContext, kind: AmendedKind, contract: Contract): Promise<Mark | null> => {
  if (contract.status === 'void') return { word: 'void' }
  if (contract.version < contract.inForce) return { word: 'superseded' }
  if (contract.status === 'draft' || contract.version > contract.inForce) return { word: 'draft' }
  return draftUntilApproved(q, { kind, id: contract.id, revision: contract.revision })
}
