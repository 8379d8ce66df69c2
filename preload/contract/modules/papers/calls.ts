// Papers: what a record is printed as (quotation, contract, invoice …), issued and kept, by templates that the company edits.
import { z } from 'zod'
import { changedOutcome, command, fileQuery, longText, once, query, requiredText, revisionSchema, shortText } from '../../define/index.ts'
import { PAPER_KINDS, type PaperKind, paperFacts, PRINTED_KINDS, SET_KINDS, printedRecord } from '../../papers.ts'
import { planDate } from '../../vocabulary/dates.ts'
import { idSchema } from '../../vocabulary/ids.ts'
import { PAPER_FONTS, PAPER_LANGUAGES } from '../../vocabulary/paper-layout.ts'

const paperKind = once(() => z.enum(PAPER_KINDS))
export const paperLanguageSchema = once(() => z.enum(PAPER_LANGUAGES))
const said = once(() => z.strictObject({ en: shortText, zh: shortText }))
const saidLong = once(() => z.strictObject({ en: longText, zh: longText }))

/** What a company may change of a paper: data, and nothing that runs or is fetched. */
export const paperTemplateSchema = once(() =>
  z.strictObject({
    titles: said().describe("empty: the paper's own"),
    font: z.enum(PAPER_FONTS),
    size: z.number().min(7).max(12).multipleOf(0.5).describe('points'),
    format: z.enum(['a4', 'us-letter']),
    landscape: z.boolean(),
    letterhead: z.boolean(),
    logo: z.boolean(),
    textBefore: saidLong().describe('before the lines'),
    textAfter: saidLong().describe('before the signatures'),
    clauses: z.array(saidLong()).max(40).describe("after the record's own"),
    footer: said(),
    /** In the order in which they stand; those not named stay in their places. */
    columns: z.array(z.strictObject({ key: z.string().max(40), shown: z.boolean(), label: said() })).max(40),
    blocks: z.array(z.strictObject({ key: z.string().max(40), shown: z.boolean() })).max(40),
  }),
)
export type PaperTemplate = z.infer<ReturnType<typeof paperTemplateSchema>>
const nothing = { en: '', zh: '' }
/** How a paper is set while nobody has changed anything of it. */
export const readyMadeTemplate = (paper: PaperKind): PaperTemplate => ({
  ...{
    titles: nothing,
    font: 'sans',
    size: 9,
    format: 'a4',
    landscape: paperFacts(paper).landscape === true,
    letterhead: true,
    logo: true,
  },
  ...{ textBefore: nothing, textAfter: nothing, clauses: [], footer: nothing, columns: [], blocks: [] },
})

/** Which paper of which record. */
export const paperAsked = once(() =>
  z.strictObject({
    paper: paperKind(),
    recordId: idSchema,
    version: z.int().min(1).max(9_999).optional().describe('of a contract; the newest when absent'),
    from: planDate.optional().describe('of a statement; the first of the month when absent'),
    to: planDate.optional().describe('today when absent'),
    language: paperLanguageSchema().optional().describe('absent: as the other side reads'),
  }),
)
/** Figures that differ, or a field that is empty; named by `paper-problem.<code>`. */
export const paperProblemSchema = once(() =>
  z.strictObject({ code: z.string(), what: z.string(), one: z.string().optional(), other: z.string().optional() }),
)

export const PICTURE_USES = ['logo', 'seal', 'signature'] as const
export type PictureUse = (typeof PICTURE_USES)[number]
/** Millimetres on paper. */
export const PICTURE_HEIGHT = { least: 8, most: 60 }

const tables = [...new Set(PAPER_KINDS.map((kind) => printedRecord(kind).table))]
/** Who sees the sheet of an approval hangs on who is asked in it. */
const approvers = [
  'approval',
  'approval_event',
  'delegation',
  'role',
  'user_role',
  'department',
  'contract_version',
  'credit_override',
] as const
const sha256 = once(() => z.string().regex(/^[0-9a-f]{64}$/, 'choice'))
const templateOf = once(() => z.strictObject({ paper: paperKind(), language: paperLanguageSchema() }))

export const papersCommands = {
  /**
   * Keeps a paper as it is now: its bytes, who and when. `seenContent`: as it was looked at; a record that says something else by now is refused. With a reason,
   * who may overrule issues it although something stands against it.
   */
  'issue-paper': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'paper.issue',
    input: () =>
      paperAsked().extend({
        id: idSchema,
        seenContent: z.string().max(100),
        reason: longText,
        sealId: idSchema.nullable(),
        signId: idSchema.nullable(),
        acrossPages: z
          .boolean()
          .optional()
          .describe('the seal also in strips at the edges of all pages, where there are several; absent: no'),
      }),
    outcome: () => z.strictObject({ id: idSchema, issue: z.int(), fileName: z.string() }),
  }),
  /** `settings` null: back to the ready-made one. `form`: a workbook that this person has sent; null for none; absent: as it is. */
  'save-paper-template': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'paper-template.edit',
    input: () =>
      templateOf().extend({
        id: idSchema,
        versionId: idSchema,
        revision: z.int().min(0).describe('as it was seen; 0 for the ready-made one'),
        settings: paperTemplateSchema().nullable(),
        form: z
          .strictObject({ sha256: sha256(), name: z.string().trim().min(1, 'required').max(300) })
          .nullable()
          .optional(),
      }),
    outcome: changedOutcome,
  }),
  /** A logo, seal or signature. The picture has been sent by the same person; absent on a change: as it was. */
  'save-paper-picture': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'paper-picture.edit',
    input: () =>
      z.strictObject({
        id: idSchema,
        revision: revisionSchema.optional(),
        use: z.enum(PICTURE_USES),
        name: requiredText,
        sha256: sha256().optional(),
        height: z.int().min(PICTURE_HEIGHT.least, 'not-negative').max(PICTURE_HEIGHT.most),
        userId: idSchema.nullable().describe('whose signature'),
        usedBy: z
          .array(z.strictObject({ id: idSchema, userId: idSchema }))
          .max(50)
          .describe('who else may use it'),
        active: z.boolean(),
      }),
    outcome: changedOutcome,
  }),
}

const issuedSchema = once(() =>
  z.strictObject({
    ...{ id: idSchema, paper: paperKind(), language: paperLanguageSchema(), issue: z.int(), version: z.int(), draft: z.boolean() },
    ...{ fileName: z.string(), size: z.int(), pages: z.int(), reason: z.string(), seal: z.string(), sign: z.string() },
    acrossPages: z.boolean(),
    ...{ issuedAt: z.string(), issuedBy: z.string() },
  }),
)

export const papersQueries = {
  /** The papers of a record that the asker may print. */
  'papers-of': query({
    permission: 'signed-in',
    input: () => z.strictObject({ recordKind: z.enum(PRINTED_KINDS), recordId: idSchema }),
    output: () =>
      z.array(
        z.strictObject({
          paper: paperKind(),
          recordId: idSchema.describe(
            'what it is printed of: the record, one that goes in with it, or the submission whose approval it tells',
          ),
          number: z.string().describe('of what it is printed of'),
          ofParty: z.boolean().describe('its language can be chosen'),
          period: z.boolean().describe('covers a span of days: `from` and `to`'),
        }),
      ),
    watches: [],
  }),
  /** A paper as it would be issued now. */
  paper: fileQuery({
    permission: 'signed-in',
    input: () => paperAsked().extend({ template: paperTemplateSchema().optional().describe('another one than the ready-made') }),
    output: () =>
      z.strictObject({
        language: paperLanguageSchema(),
        fileName: z.string().describe('without ending'),
        problems: z.array(paperProblemSchema()).describe('to be put right before it is issued'),
        warnings: z.array(paperProblemSchema()),
        content: z.string().describe('changes with anything that its record says on it'),
        draft: z.boolean(),
        sealable: z.boolean().describe('has a place for our seal and signature, and is in force'),
        acrossPages: z.boolean().describe('its seal may also go across its pages'),
        templateVersion: z.int(),
        columns: z.array(z.strictObject({ key: z.string(), en: z.string(), zh: z.string(), fixed: z.boolean(), optional: z.boolean() })),
        blocks: z.array(z.strictObject({ key: z.string(), fixed: z.boolean(), en: z.string(), zh: z.string() })),
        pages: z.int(),
        pdf: z.base64(),
      }),
    watches: [],
  }),
  /**
   * A record's papers with those that go in together with them, as one file: each as it was issued last, if its record says the same still, else as it would be
   * issued now. What belongs to it and the asker may not see is not in it, and named.
   */
  'paper-set': fileQuery({
    permission: 'signed-in',
    input: () => z.strictObject({ recordKind: z.enum(SET_KINDS), recordId: idSchema }),
    output: () =>
      z.strictObject({
        fileName: z.string().describe('without ending'),
        parts: z.array(
          z.strictObject({
            ...{ paper: paperKind(), recordId: idSchema, number: z.string(), page: z.int().describe('its first one'), pages: z.int() },
            issue: z.int().nullable().describe('as it was issued then; null: as it would be now'),
            problems: z.array(paperProblemSchema()).describe('to be put right before it is issued'),
          }),
        ),
        leftOut: z.array(paperKind()).describe('that the asker may not see'),
        pdf: z.base64(),
      }),
    watches: [],
  }),
  /** The same as a workbook. */
  'paper-workbook': fileQuery({
    permission: 'signed-in',
    input: () => paperAsked(),
    output: () => z.strictObject({ fileName: z.string(), xlsx: z.base64() }),
    watches: [],
  }),
  /** The same as plain text, for a chat or a mail. */
  'paper-text': query({
    permission: 'signed-in',
    input: () => paperAsked(),
    output: () => z.strictObject({ text: z.string() }),
    watches: [],
  }),
  /** Papers of a record that were issued, the newest first, as far as the asker may print them. */
  'issued-papers': query({
    permission: 'signed-in',
    input: () => z.strictObject({ recordKind: z.enum(PRINTED_KINDS), recordId: idSchema }),
    output: () => z.array(issuedSchema()),
    watches: ['issued_paper', 'paper_picture', 'user', ...tables, ...approvers],
  }),
  /** The newest of each kind and language whose record says something else by now. */
  'changed-papers': query({
    permission: 'signed-in',
    input: () => z.strictObject({ recordKind: z.enum(PRINTED_KINDS), recordId: idSchema }),
    output: () => z.array(idSchema),
    watches: [],
  }),
  /** One as it was issued. */
  'issued-paper': fileQuery({
    permission: 'signed-in',
    input: () => z.strictObject({ id: idSchema }),
    output: () => z.strictObject({ fileName: z.string(), sha256: z.string(), pdf: z.base64() }),
    watches: [],
  }),
  /** Seals and signatures that the asker may put on papers. */
  'usable-paper-pictures': query({
    permission: 'paper.issue',
    input: () => z.strictObject({}),
    output: () => z.array(z.strictObject({ id: idSchema, use: z.enum(PICTURE_USES), name: z.string() })),
    watches: ['paper_picture', 'paper_picture_user'],
  }),
  /** Every logo, seal and signature with its picture. */
  'paper-pictures': fileQuery({
    permission: 'paper-picture.edit',
    input: () => z.strictObject({}),
    output: () =>
      z.array(
        z.strictObject({
          ...{ id: idSchema, revision: z.int(), use: z.enum(PICTURE_USES), name: z.string(), height: z.int(), active: z.boolean() },
          ...{
            userId: idSchema.nullable(),
            person: z.string(),
            usedBy: z.array(z.strictObject({ id: idSchema, userId: idSchema, name: z.string() })),
          },
          picture: z.string().nullable().describe('an address of data; null when its content is lost'),
        }),
      ),
    watches: ['paper_picture', 'paper_picture_user', 'user'],
  }),
  /** Papers with the languages in which the company has changed them. */
  'paper-templates': query({
    permission: 'paper-template.edit',
    input: () => z.strictObject({}),
    output: () =>
      z.array(
        z.strictObject({
          ...templateOf().shape,
          ...{ revision: z.int(), isOwn: z.boolean(), form: z.string() },
          sample: z
            .strictObject({ recordId: idSchema, number: z.string() })
            .nullable()
            .describe('a record of the kind that it is tried with'),
        }),
      ),
    watches: ['paper_template', ...tables],
  }),
  /** A workbook with the names by which a form of the company's own finds what such a paper says. */
  'paper-form-sample': fileQuery({
    permission: 'paper-template.edit',
    input: () => templateOf().extend({ recordId: idSchema }),
    output: () => z.strictObject({ fileName: z.string(), xlsx: z.base64() }),
    watches: [],
  }),
  /** One as it is, and every version of it. */
  'paper-template': query({
    permission: 'paper-template.edit',
    input: () => templateOf(),
    output: () =>
      z.strictObject({
        id: idSchema.nullable(),
        revision: z.int(),
        settings: paperTemplateSchema(),
        isOwn: z.boolean(),
        form: z.string(),
        versions: z.array(
          z.strictObject({
            ...{ version: z.int(), savedAt: z.string(), savedBy: z.string(), form: z.string() },
            settings: paperTemplateSchema().nullable(),
          }),
        ),
      }),
    watches: ['paper_template', 'paper_template_version', 'user'],
  }),
}
