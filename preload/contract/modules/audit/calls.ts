// The audit trail: the list of its entries, one entry with what it changed, and whether its chain is whole.
import { z } from 'zod'
import { cellSchema, column, list, query } from '../../define/index.ts'
import { canonicalId } from '../../vocabulary/ids.ts'

export const AUDIT_KINDS = ['command', 'refusal', 'sign-in', 'sign-in-failed', 'sign-out', 'export', 'seal', 'upgrade'] as const

const fieldSchema = () =>
  z.strictObject({
    /** The column; how it is told stands in `audited`. */
    field: z.string(),
    /** The resource or the setting within a structure. */
    part: z.string().nullable(),
    before: cellSchema(),
    after: cellSchema(),
  })
const lineSchema = () =>
  z.strictObject({
    /** `record.<record>` names it. */
    record: z.string(),
    table: z.string(),
    title: z.string(),
    kind: z.enum(['added', 'changed', 'removed']),
    fields: z.array(fieldSchema()),
  })
/** How the chain stood when the office last looked. */
export const CHAIN_STATES = ['unchecked', 'whole', 'broken'] as const

/**
 * What of an entry does not fit: the entry itself, the changes or the postings of its command, what was sealed before the trail covered those,
 * entries that are missing at the end, an end that the office once saw and the chain does not lead to, or one that a backup's name witnesses.
 */
export const BREAK_PARTS = ['entry', 'changes', 'ledger', 'seal', 'cut', 'end', 'witness'] as const
export type BreakPart = (typeof BREAK_PARTS)[number]
/** The first entry that does not fit, what of it, and when it was written ('' where nothing stands). */
const breakSchema = () => z.strictObject({ entry: z.int(), part: z.enum(BREAK_PARTS), at: z.string() })

export const WITNESS_STATES = ['fits', 'differs', 'left-behind'] as const
const witnessSchema = () => z.strictObject({ count: z.int(), code: z.string(), day: z.string() })

export const auditQueries = {
  audit: list({
    permission: 'audit.view',
    scope: 'company',
    export: 'audit.export',
    /** record: only entries that were about this record or wrote it; the company's settings and rates have ids that are words. */
    params: () => z.strictObject({ record: z.string().min(1).max(80).overwrite(canonicalId).optional() }).optional(),
    columns: {
      at: column.datetime({ width: 170 }),
      user: column.text(),
      device: column.text({ hidden: true }),
      kind: column.enum('audit-kind', AUDIT_KINDS),
      name: column.code({ width: 240, named: ['command', 'list', 'query'] }),
      subject: column.code({ width: 300, opens: { route: 'document', id: 'subjectId' } }),
      outcome: column.text({ fixed: true, width: 260, hidden: true }),
    },
    sort: [{ field: 'at', descending: true }],
    watches: ['audit', 'change', 'user', 'desk'],
  }),
  'audit-entry': query({
    permission: 'audit.view',
    input: () => z.strictObject({ id: z.int().min(1) }),
    output: () =>
      z.strictObject({
        id: z.int(),
        at: z.string(),
        user: z.string().nullable(),
        device: z.string(),
        kind: z.enum(AUDIT_KINDS),
        name: z.string(),
        subject: z.string().nullable(),
        outcome: z.string(),
        records: z.array(
          lineSchema().extend({
            id: z.string(),
            /** as-it-was: only lines of it were written. */
            kind: z.enum(['added', 'changed', 'removed', 'as-it-was']),
            opens: z.strictObject({ route: z.string(), id: z.string() }).nullable(),
            count: z.strictObject({ added: z.int(), changed: z.int(), removed: z.int() }),
            /** The first hundred. */
            lines: z.array(lineSchema()),
          }),
        ),
        /** Rows of records that the viewer may not see. */
        withheld: z.int(),
        /** Rows beyond those that are read of one entry. */
        more: z.int(),
      }),
    watches: [],
  }),
  'audit-verification': query({
    permission: 'audit.view',
    input: () => z.strictObject({}),
    output: () => z.strictObject({ rows: z.int(), broken: breakSchema().nullable() }),
    heavy: true,
    watches: [],
  }),
  /** The trail's witness of now, those in the names of backups, and one typed from paper, compared with the chain. */
  'audit-witness': query({
    permission: 'audit.view',
    input: () => z.strictObject({ typed: z.string().max(80) }),
    output: () =>
      z.strictObject({
        now: witnessSchema().nullable(),
        kept: z.array(z.strictObject({ backup: z.string(), witness: witnessSchema(), state: z.enum(WITNESS_STATES) })),
        /** unreadable: no witness; null where nothing was typed. */
        typed: z.enum([...WITNESS_STATES, 'unreadable']).nullable(),
      }),
    watches: ['audit', 'backup'],
  }),
  'audit-watch': query({
    permission: 'audit.view',
    input: () => z.strictObject({}),
    output: () =>
      z.strictObject({
        state: z.enum(CHAIN_STATES),
        /** When the whole chain was last walked to its end, or to where it breaks. */
        checkedAt: z.string().nullable(),
        /** Entries that were found whole. */
        rows: z.int(),
        brokenAt: z.int().nullable(),
        part: z.enum(BREAK_PARTS).nullable(),
        /** When that entry was written; '' where it is missing. */
        brokenOn: z.string(),
        /** When the break was first found. */
        since: z.string().nullable(),
      }),
    watches: ['audit-chain'],
  }),
}
