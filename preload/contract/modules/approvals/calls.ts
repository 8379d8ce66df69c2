// Approvals (审批): one mechanism for every kind of document that can wait for somebody's yes: routes, submissions, decisions, delegations.
import { z } from 'zod'
import { changedOutcome, column, command, list, noOutcome, query, requiredText, versionRef, shortText, once } from '../../define/index.ts'
import { APPROVAL_KINDS, recordOf } from '../../records.ts'
import { acrossFields } from '../../vocabulary/across-fields.ts'
import { planDate } from '../../vocabulary/dates.ts'
import { percentSchema } from '../../vocabulary/decimal.ts'
import { idSchema } from '../../vocabulary/ids.ts'
import { minorSchema, moneySchema } from '../../vocabulary/money.ts'
import { CUSTOMER_LEVELS } from '../parties/calls.ts'

/** How one submission stands. `ended`: the document changed or was voided after it was submitted or approved. */
export const APPROVAL_STATES = ['pending', 'approved', 'rejected', 'returned', 'withdrawn', 'ended'] as const
export type ApprovalState = (typeof APPROVAL_STATES)[number]
/** How a document stands with its approval at one revision. */
export const APPROVAL_STANDINGS = ['none', 'pending', 'approved', 'rejected', 'returned', 'ended'] as const
export const APPROVAL_ACTS = ['submitted', 'approved', 'rejected', 'returned', 'withdrawn', 'ended', 'passed'] as const
/** waiting: for me to decide, or for whom I stand in; sent: by me and still waiting for others; all: everything I may see. */
export const APPROVAL_BOXES = ['waiting', 'sent', 'all'] as const

export const STEP_BY = ['role', 'head', 'user', 'owner'] as const
export const STEP_MODES = ['any', 'all'] as const
/** One step of a route: holders of a role, the head of the document's department, one person, or any owner of the company. */
export const approvalStepSchema = once(() =>
  z
    .strictObject({
      by: z.enum(STEP_BY),
      roleId: idSchema.nullable(),
      userId: idSchema.nullable(),
      mode: z.enum(STEP_MODES),
    })
    .refine((s) => s.by !== 'role' || s.roleId !== null, { ...acrossFields, message: 'required', path: ['roleId'] })
    .refine((s) => s.by !== 'user' || s.userId !== null, { ...acrossFields, message: 'required', path: ['userId'] }),
)
export type ApprovalStep = z.infer<ReturnType<typeof approvalStepSchema>>

export const approvalRouteFields = once(() =>
  z.strictObject({
    kind: z.enum(APPROVAL_KINDS),
    name: requiredText,
    active: z.boolean(),
    /** Fits from this amount on, in minor units of the base currency; null: any amount. */
    amountFrom: minorSchema.min(0, 'not-negative').nullable(),
    /** Fits margins below this per cent; null: any margin. */
    marginBelow: percentSchema.nullable(),
    /** Fits customers of these levels; empty: all. */
    levels: z.array(z.enum(CUSTOMER_LEVELS)).max(10),
    /** Fits documents of these departments and those below them; empty: all. */
    departmentIds: z.array(idSchema).max(50),
    /** Without steps a document that fits passes by itself; not for bank details, which mean two persons. */
    steps: z.array(approvalStepSchema()).max(10),
  }),
)
export type ApprovalRouteFields = z.infer<ReturnType<typeof approvalRouteFields>>

/** What was on screen when the decision was made (S4). */
const expectSchema = once(() => z.strictObject({ revision: z.int().min(1), contentHash: z.string().max(64) }))
const decided = once(() => z.strictObject({ id: idSchema, state: z.enum(APPROVAL_STATES), revision: z.int() }))

export const approvalsCommands = {
  'submit-for-approval': command({
    class: 'intent',
    desk: 'hub',
    permission: 'signed-in',
    input: () =>
      z.strictObject({
        id: idSchema,
        kind: z.enum(APPROVAL_KINDS),
        documentId: idSchema,
        revision: z.int().min(1).describe('revision of the document as seen'),
        note: shortText,
      }),
    outcome: decided,
  }),
  approve: command({
    class: 'online-only',
    desk: 'hub',
    permission: 'approval.decide',
    input: () => z.strictObject({ id: idSchema, expect: expectSchema(), note: shortText }),
    outcome: decided,
  }),
  reject: command({
    class: 'online-only',
    desk: 'hub',
    permission: 'approval.decide',
    input: () => z.strictObject({ id: idSchema, expect: expectSchema(), reason: requiredText }),
    outcome: decided,
  }),
  'return-for-change': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'approval.decide',
    input: () => z.strictObject({ id: idSchema, expect: expectSchema(), reason: requiredText }),
    outcome: decided,
  }),
  'withdraw-submission': command({
    class: 'intent',
    desk: 'hub',
    permission: 'signed-in',
    input: () => z.strictObject({ id: idSchema, reason: shortText }),
    outcome: decided,
  }),
  'save-approval-route': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'approval-route.edit',
    input: () => approvalRouteFields().extend({ id: idSchema, revision: z.int().min(1).optional() }),
    outcome: changedOutcome,
  }),
  /** The routes of one kind in the order in which they are tried. */
  'order-approval-routes': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'approval-route.edit',
    input: () => z.strictObject({ kind: z.enum(APPROVAL_KINDS), routes: z.array(versionRef()).max(200) }),
    outcome: noOutcome,
  }),
  'remove-approval-route': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'approval-route.edit',
    input: versionRef,
    outcome: noOutcome,
  }),
  /** Somebody decides in my place from one day to another; for others who may edit the routes. */
  'create-delegation': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'signed-in',
    input: () =>
      z.strictObject({
        id: idSchema,
        fromUserId: idSchema,
        toUserId: idSchema,
        fromDate: planDate,
        toDate: planDate,
        reason: shortText,
      }),
    outcome: changedOutcome,
  }),
  'end-delegation': command({ class: 'online-only', desk: 'hub', permission: 'signed-in', input: versionRef, outcome: changedOutcome }),
}

const person = once(() => z.strictObject({ id: idSchema, name: z.string() }))
export const approvalView = once(() =>
  z.strictObject({
    id: idSchema,
    kind: z.enum(APPROVAL_KINDS),
    documentId: idSchema,
    number: z.string(),
    documentRevision: z.int(),
    title: z.string(),
    /** Absent for who may not see amounts of this kind. */
    amount: moneySchema.nullable().optional(),
    amountBase: moneySchema.nullable().optional(),
    /** Per cent; absent for who lacks profit.view. */
    margin: z.string().nullable().optional(),
    facts: z.record(z.string(), z.string()),
    note: z.string(),
    state: z.enum(APPROVAL_STATES),
    revision: z.int(),
    contentHash: z.string(),
    routeName: z.string().nullable(),
    submittedBy: person(),
    /** Who entered what is to be confirmed, where that is kept: he cannot decide on it. */
    enteredBy: person().nullable(),
    submittedAt: z.string(),
    decidedAt: z.string().nullable(),
    steps: z.array(
      z.strictObject({
        by: z.enum(STEP_BY),
        /** The role's or person's name; empty for head and owner. */
        name: z.string(),
        mode: z.enum(STEP_MODES),
        state: z.enum(['done', 'current', 'waiting']),
        /** Whose decision it waits for, on the current step. */
        people: z.array(person()),
      }),
    ),
    mayDecide: z.boolean(),
    mayWithdraw: z.boolean(),
    /** Its sheet can be printed by the asker. */
    hasSheet: z.boolean(),
    /** Whom I would decide for: names of those whose place I take by delegation. */
    inPlaceOf: z.array(z.string()),
    events: z.array(
      z.strictObject({
        at: z.string(),
        act: z.enum(APPROVAL_ACTS),
        step: z.int(),
        user: z.string(),
        inPlaceOf: z.array(z.string()),
        reason: z.string(),
      }),
    ),
  }),
)
export type ApprovalView = z.infer<ReturnType<typeof approvalView>>
const watches = ['approval', 'approval_event', 'delegation', 'user', 'user_role', 'department', 'role'] as const

export const approvalsQueries = {
  /** How one document stands, for the panel on its page: its submissions, newest first, and what may be done now. */
  'document-approval': query({
    permission: 'signed-in',
    input: () => z.strictObject({ kind: z.enum(APPROVAL_KINDS), documentId: idSchema, revision: z.int().min(1) }),
    output: () =>
      z.strictObject({
        /** The company's switch for this kind. */
        on: z.boolean(),
        standing: z.enum(APPROVAL_STANDINGS),
        maySubmit: z.boolean(),
        submissions: z.array(approvalView()),
      }),
    watches: [
      ...watches,
      'setting',
      ...APPROVAL_KINDS.flatMap((kind) => [recordOf(kind).table, ...Object.keys(recordOf(kind).parts ?? {})]),
      'contract_version',
      'deal',
      'party',
    ],
  }),
  approval: query({ permission: 'signed-in', input: () => z.strictObject({ id: idSchema }), output: approvalView, watches }),
  approvals: list({
    permission: 'signed-in',
    scope: 'company',
    export: 'approval.export',
    params: () => z.strictObject({ box: z.enum(APPROVAL_BOXES) }),
    columns: {
      submittedAt: column.datetime({ width: 150 }),
      kind: column.enum('approval-kind', APPROVAL_KINDS, { width: 110 }),
      document: column.code({ width: 140, opens: { route: 'document', id: 'documentId' } }),
      title: column.text({ width: 220 }),
      currency: column.code({ width: 80 }),
      amount: column.money('currency'),
      amountBase: column.base({ hidden: true }),
      margin: column.text({ secret: 'profit', fixed: true, width: 90 }),
      state: column.enum('approval-state', APPROVAL_STATES, { width: 100 }),
      submitter: column.text({ width: 110 }),
      waitsFor: column.text({ fixed: true, width: 180 }),
      note: column.text({ width: 180, hidden: true }),
      decidedAt: column.datetime({ width: 150 }),
    },
    sort: [{ field: 'submittedAt', descending: true }],
    watches,
    opens: { route: 'approval', id: 'id' },
  }),
  /** The company's routes in the order in which they are tried, with the people each step would ask today. */
  'approval-routes': query({
    permission: 'approval-route.view',
    input: () => z.strictObject({}),
    output: () =>
      z.strictObject({
        routes: z.array(
          approvalRouteFields().extend({
            id: idSchema,
            revision: z.int(),
            people: z.array(z.array(person())).describe('by step; empty for head'),
          }),
        ),
        roles: z.array(person()),
        departments: z.array(person()),
      }),
    watches: ['approval_route', 'role', 'user_role', 'user', 'department', 'delegation'],
  }),
  delegations: list({
    permission: 'signed-in',
    scope: 'company',
    export: 'approval.export',
    columns: {
      fromUser: column.text({ width: 120 }),
      toUser: column.text({ width: 120 }),
      fromDate: column.date(),
      toDate: column.date(),
      reason: column.text({ width: 240 }),
      state: column.enum('delegation-state', ['active', 'coming', 'over', 'ended'], { width: 90 }),
    },
    sort: [{ field: 'toDate', descending: true }],
    watches: ['delegation', 'user'],
  }),
}
