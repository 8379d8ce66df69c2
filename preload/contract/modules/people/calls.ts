// People and the company: users, departments, roles, settings, audit trail, and what the desk remembers for its user.
import { z } from 'zod'
import { allPermissions, permissionSchema, READY_MADE_ROLES, scopesSchema } from '../../access.ts'
import {
  changedOutcome,
  codeText,
  column,
  command,
  emailText,
  list,
  noOutcome,
  query,
  requiredCode,
  requiredText,
  revisionSchema,
  shortText,
  once,
} from '../../define/index.ts'
import { forEachApprovalSwitch } from '../../records.ts'
import { currencySchema } from '../../vocabulary/currency.ts'
import { dateSchema } from '../../vocabulary/dates.ts'
import { codeKey } from '../../vocabulary/fold.ts'
import { idSchema } from '../../vocabulary/ids.ts'

/** However it is typed (case, width, invisible characters), a sign-in name is one. */
export const loginSchema = once(() =>
  z
    .string()
    .overwrite(codeKey)
    .regex(/^[\p{L}\p{N}._-]{2,40}$/u, 'login'),
)
/** Twelve characters and more; common ones are refused by the office (`password-too-weak`). */
export const passwordSchema = once(() => z.string().min(12, 'password-length').max(128))
export const LANGUAGES = ['zh', 'en'] as const
export const languageSchema = once(() => z.enum(LANGUAGES))

const isTimeZone = (name: string): boolean => {
  try {
    Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
/** The control switches (控制开关, domain.md 5): what must be approved, asked or covered before a step is let through. All off: nothing stands in the way. */
export const switchesSchema = once(() =>
  z.strictObject({
    /** Those that records name in `approvable`. */
    ...forEachApprovalSwitch(z.boolean()),
    freightInquiryRequired: z.boolean(),
    /** Different forwarders whose valid quotes an inquiry needs. */
    freightQuotesNeeded: z.int().min(1).max(20),
    /** An item overdue by more days than this stops the customer's next dispatch; null: overdue items do not. */
    creditOverdueDays: z.int().min(0).max(3650).nullable(),
    /** Signed but undelivered contracts count in a customer's exposure. */
    creditCountsContracts: z.boolean(),
    /** Contracts are signed, and amendments put into force, before they are approved: what is bought or shipped waits then. Off: the signature waits. */
    signBeforeApproval: z.boolean(),
    /** Who submits a document may approve it too: for one-person offices. */
    selfApproval: z.boolean(),
  }),
)
export type Switches = z.infer<ReturnType<typeof switchesSchema>>
export const switchesOff: Switches = {
  ...forEachApprovalSwitch(false),
  freightInquiryRequired: false,
  freightQuotesNeeded: 3,
  creditOverdueDays: null,
  creditCountsContracts: false,
  signBeforeApproval: false,
  selfApproval: false,
}

export const companySchema = once(() =>
  z.strictObject({
    name: requiredText,
    nameEn: shortText,
    address: shortText,
    addressEn: shortText,
    drawingPlace: shortText.default('').describe('where our bills of exchange are drawn'),
    phone: shortText,
    email: emailText,
    taxNumber: codeText,
    baseCurrency: currencySchema,
    timeZone: z.string().max(60).refine(isTimeZone, 'time-zone'),
    /** By which date open items age: their due date or their document date (printed in every ageing header). */
    ageingBasis: z.enum(['due-date', 'document-date']),
    /** Upper ends of the ageing buckets in days, ascending. */
    ageingBuckets: z
      .array(z.int().min(1).max(3650))
      .min(1)
      .max(8)
      .refine((b) => b.every((n, i) => i === 0 || n > b[i - 1]!), 'ascending'),
    /** Minutes without a request after which a session asks for the password again. */
    lockAfterMinutes: z.int().min(1).max(720),
    switches: switchesSchema().default(switchesOff),
  }),
)
export type Company = z.infer<ReturnType<typeof companySchema>>

const userInput = once(() =>
  z.strictObject({
    login: loginSchema(),
    name: requiredText,
    nameEn: shortText,
    email: emailText,
    phone: shortText,
    departmentId: idSchema.nullable(),
    roleIds: z.array(idSchema).min(1).max(20),
    language: languageSchema(),
  }),
)
const roleInput = once(() =>
  z.strictObject({
    name: requiredCode,
    nameEn: shortText,
    permissions: z.array(permissionSchema()).max(allPermissions.length),
    scopes: scopesSchema(),
  }),
)

const settingsOutcome = once(() => z.strictObject({ revision: z.int() }))

export const peopleCommands = {
  'found-company': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'founding',
    input: () =>
      z.strictObject({
        company: companySchema(),
        owner: z.strictObject({
          id: idSchema,
          login: loginSchema(),
          name: requiredText,
          password: passwordSchema(),
          language: languageSchema(),
        }),
      }),
    outcome: () => z.strictObject({ ownerId: idSchema, departmentId: idSchema, roleIds: z.record(z.enum(READY_MADE_ROLES), idSchema) }),
    secrets: ['owner.password'],
    newPassword: 'owner.password',
  }),
  'edit-company': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'company.edit',
    /** Switches left out stay as they are. */
    /** The switches and the other settings are one record: they share a revision. */
    input: () => companySchema().omit({ baseCurrency: true }).extend({ switches: switchesSchema().optional(), revision: revisionSchema }),
    outcome: settingsOutcome,
  }),
  'set-switches': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'company.edit',
    input: () => z.strictObject({ switches: switchesSchema(), revision: revisionSchema }),
    outcome: settingsOutcome,
  }),
  'create-user': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'user.create',
    input: () => userInput().extend({ id: idSchema, password: passwordSchema() }),
    outcome: changedOutcome,
    secrets: ['password'],
    newPassword: 'password',
  }),
  'edit-user': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'user.edit',
    input: () => userInput().extend({ id: idSchema, revision: revisionSchema, active: z.boolean() }),
    outcome: changedOutcome,
  }),
  'reset-password': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'user.edit',
    input: () => z.strictObject({ userId: idSchema, password: passwordSchema() }),
    outcome: noOutcome,
    secrets: ['password'],
    newPassword: 'password',
  }),
  'change-own-password': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'signed-in',
    input: () => z.strictObject({ current: z.string().max(128), password: passwordSchema() }),
    outcome: noOutcome,
    secrets: ['current', 'password'],
    newPassword: 'password',
    proof: 'current',
  }),
  'choose-language': command({
    class: 'fact',
    desk: 'runs',
    permission: 'signed-in',
    input: () => z.strictObject({ language: languageSchema() }),
    outcome: noOutcome,
  }),
  'create-role': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'role.edit',
    input: () => roleInput().extend({ id: idSchema }),
    outcome: changedOutcome,
  }),
  'edit-role': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'role.edit',
    input: () => roleInput().extend({ id: idSchema, revision: revisionSchema }),
    outcome: changedOutcome,
  }),
  'create-department': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'user.edit',
    input: () =>
      z.strictObject({
        id: idSchema,
        name: requiredCode,
        nameEn: shortText,
        parentId: idSchema.nullable(),
        headId: idSchema.nullable().optional(),
      }),
    outcome: changedOutcome,
  }),
  'edit-department': command({
    class: 'online-only',
    desk: 'hub',
    permission: 'user.edit',
    input: () =>
      z.strictObject({
        id: idSchema,
        revision: revisionSchema,
        name: requiredCode,
        nameEn: shortText,
        parentId: idSchema.nullable(),
        /** Who approves for the department; left out, it stays as it is. */
        headId: idSchema.nullable().optional(),
      }),
    outcome: changedOutcome,
  }),
  remember: command({
    class: 'fact',
    desk: 'runs',
    permission: 'signed-in',
    audited: false,
    input: () => z.strictObject({ key: z.string().min(1).max(120), value: z.string().max(500_000).nullable() }),
    outcome: noOutcome,
  }),
}

const departmentRow = once(() =>
  z.strictObject({
    id: idSchema,
    name: z.string(),
    nameEn: z.string(),
    parentId: idSchema.nullable(),
    headId: idSchema.nullable(),
    headName: z.string().nullable(),
    revision: z.int(),
  }),
)
export const peopleQueries = {
  me: query({
    permission: 'signed-in',
    input: () => z.strictObject({}),
    output: () =>
      z.strictObject({
        id: idSchema,
        login: z.string(),
        name: z.string(),
        nameEn: z.string(),
        language: languageSchema(),
        departmentId: idSchema.nullable(),
        permissions: z.array(permissionSchema()),
        scopes: scopesSchema(),
        company: companySchema(),
        today: dateSchema,
        closedThrough: dateSchema.nullable(),
        /** Of the closed period: what a reopening was decided on. */
        closedRevision: z.int(),
      }),
    watches: ['user', 'role', 'setting'],
  }),
  company: query({
    permission: 'signed-in',
    input: () => z.strictObject({}),
    output: () => companySchema().extend({ revision: z.int() }),
    watches: ['setting'],
  }),
  users: list({
    permission: 'signed-in',
    scope: 'company',
    export: 'user.view',
    columns: {
      login: column.code(),
      name: column.text(),
      nameEn: column.text({ hidden: true }),
      department: column.text(),
      roles: column.text({ fixed: true, width: 220 }),
      email: column.text(),
      phone: column.text(),
      active: column.boolean(),
    },
    sort: [{ field: 'login', descending: false }],
    watches: ['user', 'user_role', 'role', 'department'],
    opens: { route: 'user', id: 'id' },
  }),
  user: query({
    permission: 'user.view',
    input: () => z.strictObject({ id: idSchema }),
    output: () => userInput().extend({ id: idSchema, revision: z.int(), active: z.boolean() }),
    watches: ['user', 'user_role'],
  }),
  roles: list({
    permission: 'role.view',
    scope: 'company',
    export: 'role.view',
    columns: { name: column.text(), nameEn: column.text({ hidden: true }), builtIn: column.boolean(), users: column.integer() },
    sort: [{ field: 'name', descending: false }],
    watches: ['role', 'user_role', 'user'],
    opens: { route: 'role', id: 'id' },
  }),
  role: query({
    permission: 'role.view',
    input: () => z.strictObject({ id: idSchema }),
    output: () => roleInput().extend({ id: idSchema, revision: z.int(), code: z.enum(READY_MADE_ROLES).nullable() }),
    watches: ['role'],
  }),
  /** Who can do what the viewer may not: names alone, a few. */
  'who-may': query({
    permission: 'signed-in',
    input: () => z.strictObject({ permission: permissionSchema() }),
    output: () => z.strictObject({ users: z.array(z.strictObject({ name: z.string(), nameEn: z.string() })), more: z.int() }),
    watches: ['user', 'role', 'user_role'],
  }),
  departments: query({
    permission: 'signed-in',
    input: () => z.strictObject({}),
    output: () => z.array(departmentRow()),
    watches: ['department', 'user'],
  }),
  remembered: query({
    permission: 'signed-in',
    input: () => z.strictObject({}),
    output: () => z.record(z.string(), z.string()),
    watches: [],
  }),
}
