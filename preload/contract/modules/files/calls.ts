// Files on records (附件): added, replaced by a newer version, described, put into the bin and taken out again; what is shown of them.
import { z } from 'zod'
import { changedOutcome, command, noOutcome, once, query, revisionSchema, shortText, versionRef } from '../../define/index.ts'
import { DEAL_DOCUMENT_TABLES } from '../deals/calls.ts'
import { PAPER_KINDS } from '../../papers.ts'
import { ATTACHABLE_KINDS, recordOf } from '../../records.ts'
import { FILE_TYPE_NAMES } from '../../vocabulary/file-types.ts'
import { idSchema } from '../../vocabulary/ids.ts'

export const FILE_KINDS = [
  'signed-contract',
  'amendment',
  'bill-of-lading',
  'customs-sheet',
  'invoice',
  'packing-list',
  'inspection',
  'photo',
  'certificate',
  'insurance',
  'letter-of-credit',
  'payment-proof',
  'mail',
  'drawing',
  'other',
] as const
export type FileKind = (typeof FILE_KINDS)[number]

/** Files are added to a record so many at once. */
export const MOST_AT_ONCE = 50
/** Small pictures are asked for so many at once. */
export const MOST_PICTURES = 200

const sha256Schema = once(() =>
  z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'choice')
    .describe('of a content that this person has sent'),
)
const fileName = once(() => z.string().trim().min(1, 'required').max(300))
const holder = () => ({ recordKind: z.enum(ATTACHABLE_KINDS), recordId: idSchema })
const content = () => ({
  name: fileName(),
  sha256: sha256Schema(),
  /** A small picture of it, made by whoever sends it; null where there is none. */
  pictureSha256: sha256Schema().nullable(),
})

/** The record decides who may see its files: they are asked for anew when any of its kind changes. */
const holderTables = [...new Set(ATTACHABLE_KINDS.map((kind) => recordOf(kind).table))]

export const filesCommands = {
  /** Hangs files on a record. Their contents have been sent before by the same person. */
  'attach-files': command({
    class: 'intent',
    desk: 'hub',
    permission: 'signed-in',
    input: () =>
      z.strictObject({
        ...holder(),
        files: z
          .array(z.strictObject({ id: idSchema, versionId: idSchema, ...content(), kind: z.enum(FILE_KINDS), note: shortText }))
          .min(1, 'required')
          .max(MOST_AT_ONCE),
      }),
    outcome: () => z.strictObject({ files: z.array(z.strictObject({ id: idSchema, name: z.string(), revision: z.int() })) }),
  }),
  /** A newer version of the same file; the older ones stay. */
  'replace-file': command({
    class: 'intent',
    desk: 'hub',
    permission: 'signed-in',
    input: () => versionRef().extend({ versionId: idSchema, ...content() }),
    outcome: changedOutcome,
  }),
  'describe-file': command({
    class: 'intent',
    desk: 'hub',
    permission: 'signed-in',
    input: () => versionRef().extend({ name: fileName(), kind: z.enum(FILE_KINDS), note: shortText }),
    outcome: changedOutcome,
  }),
  /** Into the bin, where it stays for the days of the setting. */
  'bin-file': command({ class: 'intent', desk: 'hub', permission: 'signed-in', input: versionRef, outcome: changedOutcome }),
  'restore-file': command({ class: 'intent', desk: 'hub', permission: 'signed-in', input: versionRef, outcome: changedOutcome }),
  /** The picture by which a product is known in lists. */
  'choose-main-picture': command({ class: 'intent', desk: 'hub', permission: 'product.edit', input: versionRef, outcome: changedOutcome }),
  'set-file-settings': command({
    class: 'intent',
    desk: 'hub',
    permission: 'company.edit',
    input: () =>
      z.strictObject({
        mostMegabytes: z.int().min(1, 'not-negative').max(100),
        binDays: z.int().min(1, 'not-negative').max(365),
        /** Days after signing by which the signed scan of a contract is there. */
        scanDays: z.int().min(0, 'not-negative').max(365),
        revision: revisionSchema,
      }),
    outcome: () => z.strictObject({ revision: z.int() }),
  }),
  /** What the office does each day: what has been in the bin long enough goes, and what hung on a record that is gone. */
  'empty-bin': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'office',
    input: noOutcome,
    outcome: () => z.strictObject({ removed: z.int() }),
  }),
}

const fileSchema = once(() =>
  z.strictObject({
    ...{ id: idSchema, revision: z.int(), name: z.string(), kind: z.enum(FILE_KINDS), note: z.string() },
    ...{ version: z.int(), versionId: idSchema, size: z.int(), type: z.enum(FILE_TYPE_NAMES) },
    ...{ width: z.int().nullable(), height: z.int().nullable(), hasPicture: z.boolean(), isMain: z.boolean() },
    ...{ addedAt: z.string(), addedBy: z.string(), changedAt: z.string(), changedBy: z.string() },
  }),
)

const issuedOfDeal = once(() =>
  z.strictObject({
    ...{ id: idSchema, paper: z.enum(PAPER_KINDS), issue: z.int(), fileName: z.string(), size: z.int(), sha256: z.string() },
    ...{ issuedAt: z.string(), issuedBy: z.string() },
  }),
)

export const filesQueries = {
  /** The files of a record. `withheld`: they tell figures that this person may not see. */
  'files-of': query({
    permission: 'signed-in',
    input: () => z.strictObject(holder()),
    output: () =>
      z.strictObject({
        withheld: z.boolean(),
        mayAdd: z.boolean(),
        files: z.array(fileSchema()),
        binned: z.array(fileSchema().extend({ binnedAt: z.string(), binnedBy: z.string(), goneOn: z.string() })),
        mostBytes: z.int(),
      }),
    watches: ['attachment', 'attachment_version', 'setting', ...holderTables],
  }),
  /** Every version of a file, the newest first. */
  'file-versions': query({
    permission: 'signed-in',
    input: () => z.strictObject({ id: idSchema }),
    output: () =>
      z.strictObject({
        versions: z.array(
          z.strictObject({
            ...{ id: idSchema, version: z.int(), name: z.string(), size: z.int(), type: z.enum(FILE_TYPE_NAMES) },
            ...{ addedAt: z.string(), addedBy: z.string() },
          }),
        ),
      }),
    watches: ['attachment', 'attachment_version', ...holderTables],
  }),
  /** One version, as its content is asked for. */
  'file-version': query({
    permission: 'signed-in',
    input: () => z.strictObject({ id: idSchema.describe('of the version') }),
    output: () =>
      z.strictObject({
        ...{ id: idSchema, fileId: idSchema, name: z.string(), size: z.int(), type: z.enum(FILE_TYPE_NAMES) },
        ...{ sha256: z.string(), pictureSha256: z.string().nullable(), recordKind: z.enum(ATTACHABLE_KINDS), recordId: idSchema },
      }),
    watches: [],
  }),
  /** Files of a deal and of every document of it, as far as they may be seen. */
  'files-of-deal': query({
    permission: 'deal.view',
    input: () => z.strictObject({ id: idSchema }),
    output: () =>
      z.strictObject({
        number: z.string(),
        records: z.array(
          z.strictObject({
            ...{ kind: z.enum(ATTACHABLE_KINDS), id: idSchema, title: z.string(), files: z.array(fileSchema()) },
            papers: z.array(issuedOfDeal()).describe('that were issued of it, the newest first'),
          }),
        ),
      }),
    watches: ['issued_paper', 'paper_picture', 'user', 'attachment', 'attachment_version', ...holderTables, ...DEAL_DOCUMENT_TABLES],
  }),
  /** The picture of each product that has one: the one chosen, or else the first. */
  'main-pictures': query({
    permission: 'product.view',
    input: () => z.strictObject({ productIds: z.array(idSchema).max(MOST_PICTURES) }),
    output: () => z.strictObject({ pictures: z.array(z.strictObject({ productId: idSchema, versionId: idSchema })) }),
    watches: ['attachment', 'attachment_version'],
  }),
  /** Which of these versions have a small picture that may be seen; the pictures themselves come by `POST /api/pictures`. */
  'file-pictures': query({
    permission: 'signed-in',
    input: () => z.strictObject({ versionIds: z.array(idSchema).max(MOST_PICTURES) }),
    output: () => z.strictObject({ pictures: z.array(z.strictObject({ versionId: idSchema, sha256: z.string() })) }),
    watches: [],
  }),
  /** Files by their name or the text in them, of records that the viewer may see: the newest first. A file in the bin and an older version are not found. */
  'find-in-files': query({
    permission: 'signed-in',
    input: () => z.strictObject({ text: z.string().max(100), limit: z.int().min(1).max(20) }),
    output: () =>
      z.array(
        z.strictObject({
          ...{ id: idSchema, versionId: idSchema, name: z.string(), type: z.enum(FILE_TYPE_NAMES), size: z.int() },
          ...{ recordKind: z.enum(ATTACHABLE_KINDS), recordId: idSchema, title: z.string().describe('of the record') },
          /** What was found in the text, with what stands around it; null where the name alone was. */
          found: z.strictObject({ before: z.string(), hit: z.string(), after: z.string() }).nullable(),
        }),
      ),
    watches: [],
  }),
  'file-settings': query({
    permission: 'signed-in',
    input: () => z.strictObject({}),
    output: () =>
      z.strictObject({
        ...{ mostMegabytes: z.int(), binDays: z.int(), scanDays: z.int(), revision: z.int() },
        kept: z
          .strictObject({ contents: z.int(), bytes: z.int() })
          .nullable()
          .describe('what all files and issued papers take, each content once; for who sets this'),
      }),
    watches: ['setting', 'attachment_version', 'issued_paper'],
  }),
}
