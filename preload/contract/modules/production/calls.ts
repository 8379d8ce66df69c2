// Production follow-up (跟单): milestones of purchase contracts, the templates they come from, and how far production is.
import { z } from 'zod'
import {
  changedOutcome,
  column,
  command,
  list,
  noOutcome,
  query,
  requiredCode,
  requiredText,
  revisionSchema,
  versionRef,
  shortText,
  once,
} from '../../define/index.ts'
import { statesOf } from '../../define/record.ts'
import { acrossFields } from '../../vocabulary/across-fields.ts'
import { dateSchema, factDate, planDate } from '../../vocabulary/dates.ts'
import { quantityOrZeroSchema } from '../../vocabulary/decimal.ts'
import { idSchema } from '../../vocabulary/ids.ts'
import { milestone } from './records.ts'

export const MILESTONE_KINDS = [
  'deposit',
  'sample',
  'materials',
  'start',
  'mid-inspection',
  'final-inspection',
  'packing',
  'booking',
  'dispatch',
  'other',
] as const
export type MilestoneKind = (typeof MILESTONE_KINDS)[number]
/** Kinds that pass or fail. */
export const JUDGED_KINDS: readonly string[] = ['sample', 'mid-inspection', 'final-inspection'] satisfies MilestoneKind[]
/** Kinds in which pieces are checked and defects counted. */
export const INSPECTION_KINDS: readonly string[] = ['mid-inspection', 'final-inspection'] satisfies MilestoneKind[]
export const ANCHORS = ['signing', 'delivery', 'latest-shipment', 'previous'] as const
export type Anchor = (typeof ANCHORS)[number]
export const RESPONSIBLE = ['merchandiser', 'purchaser', 'user'] as const
/** As kept: failed is open too, until it passes or is skipped. */
export const MILESTONE_STATES = ['open', 'failed', 'done', 'skipped'] as const
/** As seen today. */
export const MILESTONE_STANDINGS = statesOf(milestone.states)
export type MilestoneState = (typeof MILESTONE_STANDINGS)[number]
export const MILESTONE_ACTS = ['revised', 'passed', 'failed', 'done', 'skipped', 'reopened'] as const
/** running: not finished, goods not all gone; overdue, week: of these, what is late or falls in this week; all: finished ones too. */
export const PRODUCTION_BOXES = ['running', 'overdue', 'week', 'all'] as const
export const RESULTS = ['passed', 'failed'] as const

const nameFields = { name: requiredText, nameEn: shortText }
const responsibleFields = once(() => ({ responsible: z.enum(RESPONSIBLE), userId: idSchema.nullable() }))
const namesUser = (l: { responsible: string; userId: string | null }) => l.responsible !== 'user' || l.userId !== null

export const templateLineSchema = once(() =>
  z
    .strictObject({
      id: idSchema,
      kind: z.enum(MILESTONE_KINDS),
      ...nameFields,
      anchor: z.enum(ANCHORS),
      /** Days after the anchor; negative before it. */
      offsetDays: z.int().min(-365, 'too-small').max(365, 'too-big'),
      ...responsibleFields(),
      needsNote: z.boolean(),
    })
    .refine(namesUser, { ...acrossFields, message: 'required', path: ['userId'] }),
)
export const milestoneTemplateFields = once(() =>
  z.strictObject({
    ...nameFields,
    name: requiredCode,
    /** Applied by itself when a purchase contract is signed; at most one is. */
    isDefault: z.boolean(),
    active: z.boolean(),
    lines: z.array(templateLineSchema()).min(1, 'required').max(50),
  }),
)
export type MilestoneTemplateFields = z.infer<ReturnType<typeof milestoneTemplateFields>>

/** Contracts with the follow-up as it was seen; without a revision where there was none. */
const followed = once(() =>
  z
    .array(z.strictObject({ contractId: idSchema, revision: revisionSchema.optional() }))
    .min(1, 'required')
    .max(200),
)

export const productionCommands = {
  'save-milestone-template': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'milestone-template.edit',
    input: () => milestoneTemplateFields().extend({ id: idSchema, revision: z.int().min(1).optional() }),
    outcome: changedOutcome,
  }),
  /** Gives signed contracts the milestones of a template; where nothing has been done yet they take the place of those there are. */
  'apply-milestones': command({
    class: 'intent',
    desk: 'runs',
    permission: 'milestone.edit',
    input: () => z.strictObject({ contracts: followed(), templateId: idSchema, merchandiserId: idSchema.nullable() }),
    outcome: () => z.strictObject({ applied: z.int() }),
  }),
  'assign-merchandiser': command({
    class: 'intent',
    desk: 'runs',
    permission: 'milestone.edit',
    input: () => z.strictObject({ contracts: followed(), merchandiserId: idSchema.nullable() }),
    outcome: noOutcome,
  }),
  /** One milestone more, which no template has. */
  'add-milestone': command({
    class: 'intent',
    desk: 'runs',
    permission: 'milestone.edit',
    input: () =>
      z
        .strictObject({
          id: idSchema,
          contractId: idSchema,
          kind: z.enum(MILESTONE_KINDS),
          ...nameFields,
          ...responsibleFields(),
          needsNote: z.boolean(),
          plannedOn: planDate,
        })
        .refine(namesUser, { ...acrossFields, message: 'required', path: ['userId'] }),
    outcome: changedOutcome,
  }),
  'revise-milestone': command({
    class: 'intent',
    desk: 'runs',
    permission: 'milestone.edit',
    input: () => versionRef().extend({ revisedOn: planDate, reason: requiredText }),
    outcome: changedOutcome,
  }),
  /** Done, or checked: a sample or inspection passes or fails; what failed stays open. */
  'complete-milestone': command({
    class: 'intent',
    desk: 'runs',
    permission: 'milestone.edit',
    input: () =>
      versionRef().extend({
        doneOn: factDate,
        note: shortText,
        result: z.enum(RESULTS).nullable(),
        /** Pieces looked at, and how many of them had a defect. */
        checked: quantityOrZeroSchema.nullable(),
        defects: z.int().min(0, 'not-negative').max(1_000_000_000).nullable(),
      }),
    outcome: changedOutcome,
  }),
  'skip-milestone': command({
    class: 'intent',
    desk: 'runs',
    permission: 'milestone.edit',
    input: () => versionRef().extend({ reason: requiredText }),
    outcome: changedOutcome,
  }),
  'reopen-milestone': command({
    class: 'intent',
    desk: 'runs',
    permission: 'milestone.edit',
    input: () => versionRef().extend({ reason: requiredText }),
    outcome: changedOutcome,
  }),
  /** Calculates the days of open milestones anew, from the contract's dates as they are now and from what is already done. */
  'reschedule-milestones': command({
    class: 'intent',
    desk: 'runs',
    permission: 'milestone.edit',
    input: () => z.strictObject({ contractId: idSchema, revision: revisionSchema, reason: requiredText }),
    outcome: () => z.strictObject({ changed: z.int() }),
  }),
}

const person = once(() => z.strictObject({ id: idSchema, name: z.string() }))
const milestoneView = once(() =>
  z.strictObject({
    id: idSchema,
    revision: z.int(),
    kind: z.enum(MILESTONE_KINDS),
    name: z.string(),
    nameEn: z.string(),
    plannedOn: dateSchema.nullable(),
    revisedOn: dateSchema.nullable(),
    due: dateSchema.nullable(),
    standing: z.enum(MILESTONE_STANDINGS),
    /** Days behind the planned day, as it stands today; negative: ahead of it. */
    slip: z.int(),
    /** Empty: every merchandiser. */
    responsible: z.enum(RESPONSIBLE),
    person: z.string(),
    needsNote: z.boolean(),
    doneOn: dateSchema.nullable(),
    note: z.string(),
    checked: z.string().nullable(),
    defects: z.int().nullable(),
    events: z.array(
      z.strictObject({
        at: z.string(),
        user: z.string(),
        act: z.enum(MILESTONE_ACTS),
        on: dateSchema.nullable(),
        note: z.string(),
        checked: z.string().nullable(),
        defects: z.int().nullable(),
      }),
    ),
  }),
)
export type MilestoneView = z.infer<ReturnType<typeof milestoneView>>
const productionView = once(() =>
  z.strictObject({
    contractId: idSchema,
    /** The contract itself is in the viewer's scope: who follows the goods for their own deals may see no more than that (M16). */
    opens: z.boolean(),
    number: z.string(),
    revision: z.int(),
    supplierId: idSchema,
    supplier: z.string(),
    purchaser: z.string(),
    merchandiser: person().nullable(),
    templateName: z.string(),
    templateNameEn: z.string(),
    deals: z.array(z.strictObject({ id: idSchema, number: z.string() })),
    deliveryDate: dateSchema.nullable(),
    /** Of the sales contracts bought for, the earliest. */
    latestShipment: dateSchema.nullable(),
    done: z.int(),
    /** Without skipped ones. */
    total: z.int(),
    overdue: z.int(),
    /** The milestone that comes next. */
    nextId: idSchema.nullable(),
    /** Days by which open milestones are behind their plan, the worst of them; never negative. */
    slip: z.int(),
    /** The delivery date moved by the slip. */
    expectedDelivery: dateSchema.nullable(),
    /** Days from the expected delivery to the latest shipment; negative: too late for it. */
    room: z.int().nullable(),
    milestones: z.array(milestoneView()),
  }),
)
export type ProductionView = z.infer<ReturnType<typeof productionView>>

const watches = [
  'production',
  'milestone',
  'milestone_event',
  'purchase_contract',
  'purchase_line',
  'sales_contract',
  'user',
  'audit',
  'deal',
  'party',
  'role',
  'sales_line',
] as const
const boardParams = once(() => ({ box: z.enum(PRODUCTION_BOXES), supplierId: idSchema.optional(), merchandiserId: idSchema.optional() }))

export const productionQueries = {
  /** The follow-up of one purchase contract; null when it has none. */
  'contract-milestones': query({
    permission: 'milestone.view',
    input: () => z.strictObject({ contractId: idSchema }),
    output: () => productionView().nullable(),
    watches,
  }),
  /** How far the factories of one deal are. */
  'deal-production': query({
    permission: 'milestone.view',
    input: () => z.strictObject({ dealId: idSchema }),
    output: () => z.array(productionView()),
    watches,
  }),
  /** Contracts in production with their milestones, the most urgent first; `more` tells how many are not shown. */
  'production-board': query({
    permission: 'milestone.view',
    input: () => z.strictObject(boardParams()),
    output: () => z.strictObject({ contracts: z.array(productionView()), more: z.int() }),
    watches,
  }),
  milestones: list({
    permission: 'milestone.view',
    scope: 'purchase-contract',
    export: 'milestone.export',
    params: () => z.strictObject(boardParams()),
    columns: {
      contract: column.code({ width: 120, opens: { route: 'purchase-contract', id: 'opensContractId' } }),
      supplier: column.text({ width: 180, opens: { route: 'vendor', id: 'supplierId' } }),
      deals: column.text({ width: 120 }),
      milestone: column.text({ width: 130 }),
      kind: column.enum('milestone-kind', MILESTONE_KINDS, { width: 110, hidden: true }),
      due: column.date(),
      standing: column.enum('milestone-standing', MILESTONE_STANDINGS, { width: 90 }),
      slip: column.integer({ width: 90, fixed: true }),
      plannedOn: column.date(),
      revisedOn: column.date({ hidden: true }),
      responsible: column.text({ width: 110 }),
      progress: column.text({ width: 80 }),
      deliveryDate: column.date(),
      latestShipment: column.date(),
      doneOn: column.date({ hidden: true }),
      checked: column.quantity({ hidden: true }),
      defects: column.integer({ hidden: true }),
      note: column.text({ width: 200, hidden: true }),
      merchandiser: column.text({ width: 110, hidden: true }),
    },
    sort: [
      { field: 'due', descending: false },
      { field: 'contract', descending: false },
    ],
    watches,
    opens: { route: 'purchase-contract', id: 'opensContractId' },
  }),
  'milestone-templates': query({
    permission: 'milestone.view',
    input: () => z.strictObject({}),
    output: () =>
      z.array(
        milestoneTemplateFields().extend({
          id: idSchema,
          revision: z.int(),
          lines: z.array(templateLineSchema().safeExtend({ person: z.string() })),
        }),
      ),
    watches: ['milestone_template', 'milestone_template_line', 'user'],
  }),
}
