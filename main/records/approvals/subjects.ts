// What can be approved: the documents that other modules contribute, read as an approver sees them. Rules A1, A2.
import type { Secret } from '../../../preload/contract/figures.ts'
import type { ReadableDb } from '../../../db/open.ts'
import { resources, type OwnedResource, type Permission, type Resource } from '../../../preload/contract/access.ts'
import type { ApprovalKind } from '../../../preload/contract/records.ts'
import type { Company } from '../../../preload/contract/modules/people/calls.ts'
import type { RefusalData } from '../../../preload/contract/refusals.ts'
import { compareTexts } from '../../../preload/contract/vocabulary/compare-texts.ts'
import type { Money } from '../../../preload/contract/vocabulary/money.ts'
import { fingerprint } from '../../access/fingerprint.ts'
import type { Contributed } from '../../commands/contributed.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import { oneForEach } from '../contributions.ts'

/** The office's rates in force on one day: scaled, base currency for 1 unit; undefined where it has none. */
export type OfficeRates = { base: string; rateOf(currency: string): Promise<number | undefined> }

/** A document as it is approved. Title, amount and facts are its content: an approval is bound to them and to the revision. */
export type Subject = {
  documentId: string
  number: string
  revision: number
  /** The other party's name. */
  title: string
  amount: Money | null
  /** Minor units of the base currency, for the routes' conditions. */
  amountBase: number | null
  /** Per cent, for the routes' conditions; shown only with profit.view. */
  margin: string | null
  /** Where the margin hangs on typed rates: what it is at the office's, read only when a route is chosen (A25). */
  marginAtRates?: (rates: OfficeRates) => Promise<string | null>
  customerLevel: string | null
  ownerId: string | null
  departmentId: string | null
  /** Further facts an approver wants to see: `field.<key>` names them. */
  facts?: Record<string, string>
  /** Who entered it, where that is kept: he decides on it no more than who submitted it (A18). */
  enteredBy?: string | null
  /** Why it cannot be submitted any more: the state it is in, e.g. 'void', and the one it would have to be in. */
  closed?: RefusalData<'wrong-state'>
}
/** What reading a document needs of a command's or a query's context. */
export type Reading = { db: ReadableDb; contributed: Contributed }
type Contributing = Pick<Reading, 'contributed'>
export type Decision = 'approved' | 'rejected' | 'returned'

export type Approvable = {
  /** Who may submit it. Its resource says who may see it: `<resource>.view`, within the scope when the resource is owned. */
  submit: Permission
  /** Two persons are its whole meaning: the company's leave to approve one's own does not reach it (A18). */
  twoPersons?: true
  /** Absent amounts for who lacks this permission (cost.view for purchases). */
  amountSecret?: Secret
  read(on: Reading, documentId: string): Promise<Subject | undefined>
  /** Told after the last step, inside the deciding command. */
  decided?(ctx: CommandContext, subject: Subject, decision: Decision): Promise<void>
  /** The document of this kind that counts for a deal (the newest profit estimate); undefined when it has none. */
  ofDeal?(db: ReadableDb, dealId: string): Promise<{ documentId: string; revision: number; number: string } | undefined>
}

/** Contributed by the module that owns the document (A1). */
export const approvable = oneForEach<ApprovalKind, Approvable>('approvable')
export const approvableOf = ({ contributed }: Contributing, kind: ApprovalKind): Approvable | undefined => contributed(approvable)(kind)

/** Whether this company lets people decide on what they submitted of this kind themselves (A10, A18). */
export const selfApproved = (reader: Contributing & { company: Company }, kind: ApprovalKind): boolean =>
  reader.company.switches.selfApproval && approvableOf(reader, kind)?.twoPersons !== true

/** The resource that a kind's document is seen as, and its scope. */
export const visibilityOf = (approvable: Approvable): { view: Permission; resource: Resource; scope: OwnedResource | null } => {
  const resource = approvable.submit.slice(0, approvable.submit.lastIndexOf('.')) as Resource
  const scope = resources[resource].owned ? (resource as OwnedResource) : null
  return { view: `${resource}.view` as Permission, resource, scope }
}

/** A fingerprint of what an approver sees; with the revision it is what an approval is bound to (A2). */
export const contentHash = (kind: ApprovalKind, subject: Subject): string => {
  const facts = Object.entries(subject.facts ?? {}).toSorted(([a], [b]) => compareTexts(a, b))
  return fingerprint(JSON.stringify([kind, subject.documentId, subject.title, subject.amount, facts]))
}
