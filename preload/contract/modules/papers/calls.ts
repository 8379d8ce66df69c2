// Papers: what a record is printed as (quotation, contract, invoice …), issued and kept, by templates that the company edits.
import { z } from 'zod'
import { fileQuery, longText, query, shortText, once } from '../../define/index.ts'
import { PAPER_KINDS, PRINTED_KINDS } from '../../papers.ts'
import { dateSchema } from '../../vocabulary/dates.ts'
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
export const readyMadeTemplate: PaperTemplate = {
  ...{ titles: nothing, font: 'sans', size: 9, format: 'a4', landscape: false, letterhead: true, logo: true },
  ...{ textBefore: nothing, textAfter: nothing, clauses: [], footer: nothing, columns: [], blocks: [] },
}

/** Which paper of which record. */
export const paperAsked = once(() =>
  z.strictObject({
    paper: paperKind(),
    recordId: idSchema,
    version: z.int().min(1).max(9_999).optional().describe('of a contract; the newest when absent'),
    from: dateSchema.optional().describe('of a statement; the first of the month when absent'),
    to: dateSchema.optional().describe('today when absent'),
    language: paperLanguageSchema().optional().describe('absent: as the other side reads'),
  }),
)
/** Figures that differ, or a field that is empty; named by `paper-problem.<code>`. */
const problem = once(() => z.strictObject({ code: z.string(), what: z.string(), one: z.string().optional(), other: z.string().optional() }))

export const papersQueries = {
  /** The papers of a record that the asker may print. */
  'papers-of': query({
    permission: 'signed-in',
    input: () => z.strictObject({ recordKind: z.enum(PRINTED_KINDS), recordId: idSchema }),
    output: () =>
      z.array(
        z.strictObject({
          paper: paperKind(),
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
        problems: z.array(problem()).describe('to be put right before it is issued'),
        warnings: z.array(problem()),
        content: z.string().describe('changes with anything that its record says on it'),
        pages: z.int(),
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
}
