// An office that approves documents kept in memory, so that tests say exactly what an approver sees: people with roles, departments, routes, submissions.
import { expect } from 'vitest'
import { writableDb } from '../../../../db/tx.ts'
import type { Permission, Scopes } from '../../../../preload/contract/access.ts'
import type { CommandInput } from '../../../../preload/contract/commands.ts'
import type { ApprovalStep, ApprovalView } from '../../../../preload/contract/modules/approvals/calls.ts'
import { switchesOff, type Switches } from '../../../../preload/contract/modules/people/calls.ts'
import { newId } from '../../../../preload/contract/vocabulary/ids.ts'
import type { CommandContext, CommandHandlers } from '../../../commands/define-command.ts'
import { testOffice, type ModuleTables, type TestUser } from '../../../testing/test-office.ts'
import { people } from '../../people/index.ts'
import { approvable, type Approvable, type Decision, type Subject } from '../../../records/approvals/index.ts'
import { approvals } from '../index.ts'

export const KIND = 'credit-override'
const documents = new Map<string, Subject>()
export const decisions: { documentId: string; decision: Decision }[] = []
let refuseDecision = false
/** The next decision's follow-up fails, as a module that refuses it would. */
export const failFollowUp = (fail: boolean): void => void (refuseDecision = fail)
const carried: Approvable = {
  submit: 'sales-contract.submit',
  amountSecret: 'cost',
  read: async (_, id) => documents.get(id),
  decided: async (_, { documentId }, decision) => {
    if (refuseDecision) throw new Error('follow-up failed')
    decisions.push({ documentId, decision })
  },
}

export type Member = TestUser & { roleId: string }
export type Approving = Awaited<ReturnType<typeof approvingOffice>>
export const role = (member: Member, mode: ApprovalStep['mode'] = 'any'): ApprovalStep => ({
  by: 'role',
  roleId: member.roleId,
  userId: null,
  mode,
})
export const user = (member: TestUser): ApprovalStep => ({ by: 'user', roleId: null, userId: member.id, mode: 'any' })
export const head: ApprovalStep = { by: 'head', roleId: null, userId: null, mode: 'any' }

export const approvingOffice = async (switches: Partial<Switches> = {}, more: readonly ModuleTables[] = []) => {
  let work: ((ctx: CommandContext) => Promise<unknown>) | undefined
  const carrier: Partial<CommandHandlers> = {
    'book-shipment': async (input, ctx) => {
      await work!(ctx)
      return { id: input.id, number: '', revision: 1 }
    },
  }
  const office = await testOffice([approvals, people, ...more, { commands: carrier, contributes: [approvable.of({ [KIND]: carried })] }], {
    switches: { ...switchesOff, customerCredit: true, ...switches },
  })
  const { sql } = office.database.write
  sql.prepare("UPDATE role SET code = 'owner' WHERE id = (SELECT roleId FROM user_role WHERE userId = ?)").run(office.owner.id)
  const seed = writableDb(office.database.write, 0)
  documents.clear()
  decisions.length = 0

  const roleOf = (id: string) => (sql.prepare('SELECT roleId FROM user_role WHERE userId = ?').get(id) as { roleId: string }).roleId
  const member = async (
    name: string,
    given: { permissions?: readonly Permission[]; scopes?: Scopes; departmentId?: string | null } = {},
  ): Promise<Member> => {
    const made = await office.user({ permissions: ['approval.decide'], ...given, name })
    return { ...made, roleId: roleOf(made.id) }
  }
  const seller = (name: string, departmentId: string | null = null) =>
    member(name, { permissions: ['sales-contract.view', 'sales-contract.submit'], scopes: { 'sales-contract': 'own' }, departmentId })
  const holds = (member: TestUser, roleId: string) => seed.put('user_role', { id: newId(), userId: member.id, roleId })
  const department = (headId: string | null, parent: { id: string; path: string } | null = null) => {
    const id = newId()
    const path = `${parent?.path ?? '/'}${id}/`
    seed.put('department', { id, name: id, nameEn: '', parentId: parent?.id ?? null, path, revision: 1, headId })
    return { id, path }
  }
  const switchOff = (member: TestUser) => seed.patch('user', member.id, { active: 0 })

  let count = 0
  const document = (owner: TestUser, given: Partial<Subject> = {}): Subject => {
    const made: Subject = {
      documentId: newId(),
      number: `X-${++count}`,
      revision: 1,
      title: 'Buyer',
      amount: { minor: 100_000, currency: 'USD' },
      amountBase: 710_000,
      margin: '12.5',
      customerLevel: 'B',
      ownerId: owner.id,
      departmentId: owner.viewer.departmentId,
      ...given,
    }
    documents.set(made.documentId, made)
    return made
  }
  /** The document as it stands now is another one; nobody has told approvals. */
  const rewrite = (subject: Subject, change: Partial<Subject>): Subject => {
    const made = { ...subject, ...change }
    documents.set(made.documentId, made)
    return made
  }
  const route = (steps: readonly ApprovalStep[], given: Partial<CommandInput<'save-approval-route'>> = {}) =>
    office.run('save-approval-route', {
      ...{ id: newId(), kind: KIND, name: 'route', active: true, amountFrom: null, marginBelow: null, levels: [], departmentIds: [] },
      steps: [...steps],
      ...given,
    })
  const trySubmit = (subject: Subject, as: TestUser, id = newId()) =>
    office.send('submit-for-approval', { id, kind: KIND, documentId: subject.documentId, revision: subject.revision, note: '' }, as)
  const submit = async (subject: Subject, as: TestUser): Promise<string> => {
    const answer = await trySubmit(subject, as)
    if (!answer.ok) throw new Error(JSON.stringify(answer))
    return answer.value.id
  }
  const see = (id: string, as: TestUser): Promise<ApprovalView> => office.query('approval', { id }, as)
  const seenBy = async (id: string, as: TestUser) => {
    const { revision, contentHash } = await see(id, as)
    return { revision, contentHash }
  }
  type Expect = { revision: number; contentHash: string }
  const approve = async (id: string, as: TestUser, expect?: Expect) =>
    office.send('approve', { id, expect: expect ?? (await seenBy(id, as)), note: '' }, as)
  const reject = async (id: string, as: TestUser, expect?: Expect) =>
    office.send('reject', { id, expect: expect ?? (await seenBy(id, as)), reason: 'too dear' }, as)
  const giveBack = async (id: string, as: TestUser, expect?: Expect) =>
    office.send('return-for-change', { id, expect: expect ?? (await seenBy(id, as)), reason: 'other term' }, as)
  const waiting = async (as: TestUser): Promise<string[]> =>
    (await office.query('approvals', { params: { box: 'waiting' } }, as)).rows.map((r) => r.id)
  const inside = async (run: (ctx: CommandContext) => Promise<unknown>): Promise<void> => {
    work = run
    await office.run('book-shipment', { id: newId(), revision: 1, bookingNumber: 'x' })
  }
  const setRate = (currency: string, date: string, rate: number) =>
    seed.put('exchange_rate', { id: `${currency}:${date}`, currency, date, rate, source: '', revision: 1 })
  const delegate = (from: TestUser, to: TestUser, fromDate: string, toDate: string, as: TestUser = from) =>
    office.send('create-delegation', { id: newId(), fromUserId: from.id, toUserId: to.id, fromDate, toDate, reason: 'leave' }, as)
  return Object.assign(office, {
    ...{
      member,
      setRate,
      seller,
      holds,
      department,
      switchOff,
      document,
      rewrite,
      route,
      trySubmit,
      submit,
      see,
      seenBy,
      approve,
      reject,
      giveBack,
    },
    ...{ waiting, inside, delegate },
  })
}

export const refused = (code: string, data?: unknown) => ({ ok: false, refused: code, ...(data === undefined ? {} : { data }) })
export const accepted = (state: string) => ({ ok: true, value: expect.objectContaining({ state }) })
