// Random lives of a sales contract under approval: whatever happens in whatever order, an approved contract is exactly the one that was approved.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { switchesOff } from '../../../preload/contract/modules/people/calls.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import type { TestUser } from '../../testing/test-office.ts'
import { approvalState } from '../../records/approvals/index.ts'
import { approvals } from '../approvals/index.ts'
import { parties } from '../parties/index.ts'
import { contracts } from './index.ts'
import { deals } from '../deals/index.ts'
import { salesContract, salesLine, tradeOffice, type SalesInput } from './testing/trade.ts'
import { rounds } from '../../../build/soak/rounds.ts'

type Op =
  | { do: 'edit'; cents: number }
  | { do: 'submit' }
  | { do: 'sign' }
  | { do: 'hand-over'; to: number }
  | { do: 'void' }
  | { do: 'withdraw' }
  | { do: 'approve-next' }
  | { do: 'decide'; who: number; decision: 'approve' | 'reject' | 'return-for-change'; stale: boolean }

const operation: fc.Arbitrary<Op> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('edit' as const), cents: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 4, arbitrary: fc.constant({ do: 'submit' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'sign' as const }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('hand-over' as const), to: fc.integer({ min: 0, max: 1 }) }) },
  { weight: 1, arbitrary: fc.constant({ do: 'void' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'withdraw' as const }) },
  { weight: 8, arbitrary: fc.constant({ do: 'approve-next' as const }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      who: fc.integer({ min: 0, max: 2 }),
      decision: fc.constantFrom(
        'approve' as const,
        'approve' as const,
        'approve' as const,
        'reject' as const,
        'return-for-change' as const,
      ),
      stale: fc.boolean(),
    }),
  },
)

const anOffice = async () => {
  const office = await tradeOffice([approvals, parties, deals, contracts], { switches: { ...switchesOff, approveSalesContract: true } })
  const approver = (n: number) => office.user({ permissions: ['approval.decide'], name: `A${n}` })
  const approvers: TestUser[] = [await approver(0), await approver(1), await approver(2)]
  const owners = [office.owner, await office.user({ permissions: ['customer.view'], name: 'Other' })]
  const step = (n: number) => ({ by: 'user' as const, roleId: null, userId: approvers[n]!.id, mode: 'any' as const })
  const none = { amountFrom: null, marginBelow: null, levels: [], departmentIds: [] }
  await office.run('save-approval-route', {
    id: newId(),
    kind: 'sales-contract',
    name: 'two',
    active: true,
    ...none,
    steps: [step(0), step(1)],
  })
  return { office, approvers, owners }
}

const life = async (
  { office, approvers, owners }: Awaited<ReturnType<typeof anOffice>>,
  ops: readonly Op[],
): Promise<{ approvals: number }> => {
  const { sql } = office.database.write
  const customerId = office.customer()
  const id = newId()
  let price = 1000
  const input = (): SalesInput =>
    salesContract(office, customerId, { id, dealId: id, lines: [salesLine({ id, quantity: '1', price: (price / 100).toString() })] })
  await office.run('save-sales-contract', input())
  const row = () =>
    sql.prepare('SELECT revision, total, customerId, status FROM sales_contract WHERE id = ?').get(id) as {
      revision: number
      total: number
      status: string
    }
  const newest = () =>
    sql
      .prepare(
        'SELECT id, revision, contentHash, state, step FROM approval WHERE documentId = ? ORDER BY submittedAt DESC, id DESC LIMIT 1',
      )
      .get(id) as { id: string; revision: number; contentHash: string; state: string; step: number } | undefined
  let approvedTotal: number | null = null
  let given = 0
  let old: { revision: number; contentHash: string } | null = null
  let clock = Date.parse(office.at)
  for (const drawn of ops) {
    const op: Op = drawn.do === 'approve-next' ? { do: 'decide', who: newest()?.step ?? 0, decision: 'approve', stale: false } : drawn
    office.at = new Date((clock += 1000)).toISOString()
    const { revision } = row()
    const last = newest()
    if (op.do === 'edit') {
      price += op.cents
      const answer = await office.send('save-sales-contract', { ...input(), revision })
      if (!answer.ok) price -= op.cents
    } else if (op.do === 'submit')
      await office.send('submit-for-approval', { id: newId(), kind: 'sales-contract', documentId: id, revision, note: '' })
    else if (op.do === 'sign') await office.send('sign-sales-contract', { id, revision, signedOn: '2026-03-02' })
    else if (op.do === 'void') await office.send('void-sales-contract', { id, revision, reason: 'x' })
    else if (op.do === 'hand-over') {
      const party = sql.prepare('SELECT revision FROM party WHERE id = ?').get(customerId) as { revision: number }
      await office.send('hand-over-customer', { id: customerId, revision: party.revision, newOwnerId: owners[op.to]!.id })
    } else if (op.do === 'withdraw') {
      if (last) await office.send('withdraw-submission', { id: last.id, reason: '' })
    } else if (last) {
      const shown = op.stale && old ? old : { revision: last.revision, contentHash: last.contentHash }
      old = { revision: last.revision, contentHash: last.contentHash }
      const more = op.decision === 'approve' ? { note: '' } : { reason: 'x' }
      await office.send(op.decision as 'approve', { id: last.id, expect: shown, ...more } as never, approvers[op.who])
      // What the last step has just approved is the contract as it stands at this moment.
      if (last.state === 'pending' && newest()!.state === 'approved') {
        approvedTotal = row().total
        given++
      }
    }
    const now = row()
    const standing = await approvalState(office.database.read.kysely, 'sales-contract', id, now.revision)
    if (standing === 'approved') {
      expect(now.total).toBe(approvedTotal)
      expect(now.status).not.toBe('void')
    }
    const events = sql.prepare("SELECT count(*) AS n FROM approval WHERE documentId = ? AND state = 'pending'").get(id) as { n: number }
    expect(events.n).toBeLessThanOrEqual(1)
    expect(office.faults).toEqual([])
  }
  return { approvals: given }
}

test('[AP-20] random submit, edit, sign, hand over, decide, withdraw: approved means the revision that was approved', async () => {
  let given = 0
  const made = await anOffice()
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 5, maxLength: 30 }), async (ops) => {
      given += (await life(made, ops)).approvals
    }),
    { numRuns: rounds(60, 1200), seed: rounds(20260302, Date.now()) },
  )
  made.office.close()
  // A property that never reaches an approval would prove nothing.
  expect(given).toBeGreaterThan(5)
})

test('[A6] approved, signed and handed over, it is still approved; the next change is the end', async () => {
  const decide = (who: number): Op => ({ do: 'decide', who, decision: 'approve', stale: false })
  const made = await anOffice()
  expect(
    await life(made, [{ do: 'submit' }, decide(0), decide(1), { do: 'sign' }, { do: 'hand-over', to: 1 }, { do: 'edit', cents: 1 }]),
  ).toEqual({ approvals: 1 })
  made.office.close()
})
