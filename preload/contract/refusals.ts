// The closed list of reasons for which a command or query is refused: codes with their data, no sentences (renderer/words holds those).
import type { Permission } from './access.ts'
import { concealed, secret, type Secret } from './figures.ts'
import { z } from 'zod'
import { STATE_KINDS } from './states.ts'
import { dateSchema } from './vocabulary/dates.ts'
import { FILE_PROBLEMS } from './vocabulary/file-types.ts'
import { moneySchema } from './vocabulary/money.ts'
import { once } from './define/once.ts'

/** Whose secret it is how much is open. */
const OPEN_OF: Partial<Record<'receivable' | 'payable' | 'tax-refund', Secret>> = { payable: 'owed', 'tax-refund': 'cost' }
const none = z.strictObject({})
const text = z.string()

export const refusalSchemas = once(() => ({
  // the envelope
  'invalid-input': z.strictObject({ issues: z.array(z.strictObject({ path: text, rule: text })) }),
  'unknown-name': z.strictObject({ name: text }),
  'signed-out': none,
  'session-locked': none,
  'sign-in-failed': z.strictObject({ retryAfterSeconds: z.int() }),
  'not-permitted': z.strictObject({ permission: text }),
  'not-found': z.strictObject({ resource: text }),
  'unknown-field': z.strictObject({ field: text }),
  'command-id-reused': none,
  /** More is waiting than the office takes on at once; nothing was done, the same may be sent again. */
  'office-busy': z.strictObject({ retryAfterSeconds: z.int() }),
  /** Only the office does it, and it is away. */
  'office-only': none,
  /** Kept with everything typed: the office does it when it is back. */
  'waits-for-office': none,
  /** Reports or exports of one person that wait or are under way; the limit is of each person alone. */
  'too-many-at-once': z.strictObject({ kind: z.enum(['report', 'export']), most: z.int() }),
  'took-too-long': z.strictObject({ minutes: z.int() }),
  /** Whoever asked has gone before the answer was there. */
  'given-up': none,
  /** A new record comes with an id that a record has already, of whatever kind. */
  'id-taken': none,
  // records and documents
  'changed-meanwhile': z.strictObject({ expected: z.int(), found: z.int() }),
  'already-exists': z.strictObject({ field: text, value: text }),
  /** Of which record, the state it is in and the one it would have to be in; both are named by the kind (states.ts). */
  'wrong-state': z.strictObject({ kind: z.enum(STATE_KINDS), state: text, needed: text }),
  'in-use': z.strictObject({ by: text, number: text }),
  'nothing-to-do': none,
  'password-too-weak': z.strictObject({ rule: z.enum(['length', 'common', 'same']) }),
  'last-owner': none,
  /** Only holders of the owner's role do this, whatever rights others have. */
  'owners-only': none,
  /** What whoever gave the command would have gained by it himself. */
  'own-rights-widened': z.strictObject({
    permissions: z.array(text),
    scopes: z.array(z.strictObject({ resource: text, scope: text })),
  }),
  'inactive-party': z.strictObject({ party: text }),
  /** Who is here already (Y12); of a colleague's customer only its name and whose it is (id null). reasons: name, mail, phone, domain, tax. */
  'similar-party': z.strictObject({
    parties: z.array(z.strictObject({ id: text.nullable(), name: text, code: text, owner: text, reasons: z.array(text) })),
  }),
  'setup-code-wrong': none,
  'already-founded': none,
  // the machine beneath the office: nothing was saved
  'disk-full': none,
  /** The disk is mounted read-only, or the office's account may not write there. */
  'disk-read-only': none,
  'disk-failing': none,
  // files
  /** This person has not sent the content, or too long ago. */
  'file-not-received': z.strictObject({ name: text }),
  /** The content is none that a record takes; `limit`: what would have been allowed, where that is a size. */
  'file-refused': z.strictObject({ name: text, why: z.enum(FILE_PROBLEMS), limit: text }),
  /** It is known, and its content is not there or not what it was. */
  'file-lost': z.strictObject({ name: text }),
  /** What a record says on a paper is not what was looked at. */
  'paper-changed': none,
  /** What stands against issuing a paper, each named by `paper-problem.<code>`, with both figures where two differ. */
  'paper-problems': z.strictObject({
    problems: z.array(z.strictObject({ code: text, what: text, one: text.optional(), other: text.optional() })),
  }),
  /** What papers bear is a small picture. */
  'not-a-paper-picture': z.strictObject({ name: text }),
  'not-a-workbook': z.strictObject({ name: text }),
  /** A template of a paper (`paper.<kind>`) leaves out a part of the document itself. */
  'part-needed': z.strictObject({ paper: text }),
  /** A kind of paper without a place for a seal, or one that is no more or not yet in force. */
  'not-sealed': z.strictObject({ why: z.enum(['kind', 'not-in-force']) }),
  /** The file of an export, at the place that was chosen for it. */
  'file-not-written': none,
  // backups
  'backup-under-way': none,
  /** finding: what its check found (`backup-finding.<finding>`). */
  'backup-damaged': z.strictObject({ finding: text }),
  // desks
  /** The office is not open to its network. */
  'network-closed': none,
  /** left: how often another code may be shown. */
  'pairing-wrong': z.strictObject({ left: z.int() }),
  /** No desk can join with it any more: used, too old, or guessed at too often. */
  'pairing-over': none,
  'desk-unknown': none,
  'desk-revoked': none,
  /** Whoever signed in has none of the roles that this desk is for. */
  'desk-not-for-you': none,
  /** A release of another series than the hub's own program: desks that had it could not work with the hub. */
  'release-other-series': z.strictObject({ version: text, own: text }),
  /** The hub itself runs a newer program than that. */
  'release-older': z.strictObject({ version: text, own: text }),
  /** The hub's folder holds no release to which a desk could go back. */
  'release-none-before': z.strictObject({ version: text }),
  // the trade
  'quantity-exceeded': z.strictObject({ line: z.int(), asked: text, left: text }),
  // amendments of contracts: what has happened already stands
  'amendment-open': z.strictObject({ number: text, version: z.int() }),
  /** `how`: shipped, planned or billed; `number`: of the first document that stands in the way. */
  'amended-below-use': z.strictObject({ goods: text, asked: text, used: text, how: text, number: text }),
  'amended-in-use': z.strictObject({ field: text, goods: text, by: text, number: text }),
  'currency-differs': z.strictObject({ expected: text, found: text }),
  'party-differs': z.strictObject({ expected: text, found: text }),
  /** `path`: the input field that holds the wrong day, where it is one; `ahead`: a fact of the future, `later` being the company's current day. */
  'date-out-of-order': z.strictObject({
    earlier: dateSchema,
    later: dateSchema,
    path: text.optional(),
    ahead: z.boolean().optional(),
  }),
  // control: what is missing, and who can give it
  'approval-needed': z.strictObject({ kind: text, number: text, state: text }),
  'payment-request-needed': z.strictObject({ party: text }),
  /** Nothing to pay to is recorded of this vendor or own account. */
  'bank-details-needed': z.strictObject({ party: text }),
  /** No second person has confirmed them as they stand; who: whom it waits for, or who would be asked. */
  'bank-details-unconfirmed': z.strictObject({ party: text, state: text, who: text }),
  'no-approver': z.strictObject({ step: z.int() }),
  'not-your-step': z.strictObject({ who: text }),
  /** Whoever is to do it may not see what it is about. */
  'not-theirs-to-see': z.strictObject({ who: text }),
  'self-approval': none,
  'already-decided': z.strictObject({ state: text }),
  'amount-not-zero': z.strictObject({ amount: moneySchema }),
  'credit-limit-exceeded': z.strictObject({
    limit: moneySchema.nullable(),
    exposure: moneySchema,
    excess: moneySchema,
    /** Days of the longest overdue receivable, when that is what refuses. */
    overdueDays: z.int().nullable(),
    /** covered: by letters of credit and export credit insurance. */
    parts: z.strictObject({
      receivables: moneySchema,
      addition: moneySchema,
      advances: moneySchema,
      contracts: moneySchema,
      covered: moneySchema,
    }),
  }),
  'milestones-begun': z.strictObject({ contract: text, touched: z.int() }),
  /** No inquiry of this shipment is under way. */
  'freight-inquiry-needed': z.strictObject({ shipment: text, needed: z.int() }),
  /** More valid quotes of different forwarders are needed; declined and expired are those that do not count. */
  'freight-quotes-needed': z.strictObject({
    number: text,
    needed: z.int(),
    valid: z.int(),
    missing: z.int(),
    declined: z.int(),
    expired: z.int(),
  }),
  'freight-choice-needed': z.strictObject({ number: text }),
  /** The shipment is no longer what was asked about: field is a port or the containers. */
  'freight-not-covered': z.strictObject({ number: text, field: text, inquired: text, shipped: text }),
  'freight-quote-expired': z.strictObject({ number: text, forwarder: text, validTo: dateSchema }),
  /** Parts of the cargo without ocean freight: container types, or 'ton'. */
  'freight-quote-incomplete': z.strictObject({ unpriced: z.array(text) }),
  // money
  'period-closed': z.strictObject({ closedThrough: dateSchema, date: dateSchema }),
  /** A period is closed up to a day that is past; latest: the last such day. */
  'day-not-over': z.strictObject({ day: dateSchema, latest: dateSchema }),
  /** Foreign currency was revalued as of the last day of a month; nothing in it is posted on that day or before. */
  'period-revalued': z.strictObject({ revaluedThrough: dateSchema, number: text, date: dateSchema }),
  'rate-missing': z.strictObject({ currency: text, date: dateSchema }),
  'rate-must-be-one': z.strictObject({ currency: text }),
  /** `of`: what is open; that of a vendor, or what the state gives back, is for who may see it. */
  'allocation-exceeds': z.strictObject({
    asked: moneySchema,
    open: secret(({ of }) => OPEN_OF[of as keyof typeof OPEN_OF], moneySchema.nullable()),
    of: z.enum(['receivable', 'payable', 'tax-refund']).default('payable'),
    document: text,
  }),
  'already-allocated': z.strictObject({ document: text }),
  'already-reversed': z.strictObject({ document: text }),
  'ledger-unbalanced': z.strictObject({ difference: z.int() }),
}))

export type RefusalCode = keyof ReturnType<typeof refusalSchemas>
export type RefusalData<C extends RefusalCode> = z.infer<ReturnType<typeof refusalSchemas>[C]>
export type RefusalOf<C extends RefusalCode> = { refused: C; data: RefusalData<C> }
export type Refusal = { [C in RefusalCode]: RefusalOf<C> }[RefusalCode]

/** A refusal as a value. Handlers return it, or throw it through `Refused` from deeper down; either way nothing is written. */
/** A refusal as who may see this much is told it (queries U49). */
export const visibleRefusal = (given: Refusal, may: (permission: Permission) => boolean): Refusal =>
  ({ refused: given.refused, data: concealed(refusalSchemas()[given.refused], given.data, may) }) as Refusal

export const refusal = <C extends RefusalCode>(refused: C, data: RefusalData<C>): Refusal => ({ refused, data }) as Refusal

/** Carries a refusal up through rules to the runner, which rolls back and returns it as data. */
export class Refused extends Error {
  readonly refusal: Refusal
  constructor(given: Refusal) {
    super(given.refused)
    this.refusal = given
  }
}
/** Stops the command with a refusal. */
export const refuse = <C extends RefusalCode>(refused: C, data: RefusalData<C>): never => {
  throw new Refused(refusal(refused, data))
}
