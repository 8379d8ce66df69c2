// Submitting and deciding: who is asked, in which order, for exactly what was seen. Rules A2 to A17 in SPEC.md; AP-… in the book of cases.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { approvalState, carryApprovals, endApprovals, requireApproved } from '../../records/approvals/index.ts'
import {
  accepted,
  approvingOffice,
  decisions,
  failFollowUp,
  head,
  KIND,
  refused,
  role,
  user,
  type Approving,
  type Member,
} from './testing/approving.ts'

let office: Approving
let manager: Member
let boss: Member
let seller: Member
beforeEach(async () => {
  office = await approvingOffice()
  manager = await office.member('Manager')
  boss = await office.member('Boss')
  seller = await office.seller('Seller')
})
afterEach(() => {
  failFollowUp(false)
  expect(office.faults).toEqual([])
  office.close()
})
const asSeen = (routes: readonly { id: string; revision: number }[]) => routes.map(({ id, revision }) => ({ id, revision }))
const state = (subject: { documentId: string; revision: number }) =>
  approvalState(office.database.read.kysely, KIND, subject.documentId, subject.revision)

describe('deciding', () => {
  test('[AP-05] pending → approved; then rejecting is refused, approving again changes nothing', async () => {
    await office.route([user(manager)])
    const document = office.document(seller)
    expect(await state(document)).toBe('none')
    const id = await office.submit(document, seller)
    expect(await state(document)).toBe('pending')
    const seen = await office.seenBy(id, manager)
    expect(await office.approve(id, manager, seen)).toMatchObject(accepted('approved'))
    expect(await state(document)).toBe('approved')
    expect(decisions).toEqual([{ documentId: document.documentId, decision: 'approved' }])
    const { revision } = await office.see(id, manager)
    expect(await office.reject(id, manager)).toEqual(refused('already-decided', { state: 'approved' }))
    expect(await office.reject(id, manager, seen)).toEqual(refused('already-decided', { state: 'approved' }))
    expect(await office.approve(id, manager, seen)).toMatchObject(accepted('approved'))
    expect((await office.see(id, manager)).revision).toBe(revision)
    expect(decisions).toHaveLength(1)
  })

  test('[A11] a rejection and a return end the submission with their reasons; the document is submitted again', async () => {
    await office.route([user(manager), user(boss)])
    const document = office.document(seller)
    const first = await office.submit(document, seller)
    expect(await office.reject(first, manager)).toMatchObject(accepted('rejected'))
    expect(await state(document)).toBe('rejected')
    expect(await office.approve(first, manager)).toEqual(refused('already-decided', { state: 'rejected' }))
    expect(await office.reject(first, manager)).toMatchObject(accepted('rejected'))
    const second = await office.submit(document, seller)
    expect(await office.giveBack(second, manager)).toMatchObject(accepted('returned'))
    expect(await state(document)).toBe('returned')
    expect(decisions.map((d) => d.decision)).toEqual(['rejected', 'returned'])
    const { events } = await office.see(second, seller)
    expect(events.map((e) => [e.act, e.user, e.reason])).toEqual([
      ['submitted', 'Seller', ''],
      ['returned', 'Manager', 'other term'],
    ])
    expect(await state(office.rewrite(document, { revision: 2 }))).toBe('none')
  })

  test('a reason is wanted for a rejection and a return', async () => {
    await office.route([user(manager)])
    const id = await office.submit(office.document(seller), seller)
    const expected = await office.seenBy(id, manager)
    for (const name of ['reject', 'return-for-change'] as const)
      expect(await office.send(name, { id, expect: expected, reason: ' ' }, manager)).toMatchObject(refused('invalid-input'))
  })

  test('[A2] what follows a decision belongs to it: when it fails, nothing is decided', async () => {
    await office.route([user(manager)])
    const document = office.document(seller)
    const id = await office.submit(document, seller)
    failFollowUp(true)
    expect(await office.approve(id, manager)).toMatchObject({ ok: false, fault: expect.any(String) })
    expect(office.faults.splice(0)).toHaveLength(1)
    failFollowUp(false)
    expect(await state(document)).toBe('pending')
    expect(await office.waiting(manager)).toEqual([id])
  })
})

describe('steps', () => {
  test('[AP-06] a later step is not offered before its turn, and refused when it is tried', async () => {
    await office.route([user(manager), user(boss)])
    const id = await office.submit(office.document(seller), seller)
    expect((await office.see(id, boss)).mayDecide).toBe(false)
    expect(await office.waiting(boss)).toEqual([])
    expect(await office.approve(id, boss)).toEqual(refused('not-your-step', { who: 'Manager' }))
    expect(await office.approve(id, manager)).toMatchObject(accepted('pending'))
    const view = await office.see(id, boss)
    expect(view.steps.map((s) => [s.state, s.people.map((p) => p.name)])).toEqual([
      ['done', []],
      ['current', ['Boss']],
    ])
    expect(view.mayDecide).toBe(true)
    expect(await office.waiting(manager)).toEqual([])
    expect(await office.approve(id, boss)).toMatchObject(accepted('approved'))
  })

  test('[A11] any one of a role is enough; all of it means everybody, in any order', async () => {
    const second = await office.member('Second')
    office.holds(second, manager.roleId)
    await office.route([role(manager, 'any')])
    const any = await office.submit(office.document(seller), seller)
    expect(await office.approve(any, second)).toMatchObject(accepted('approved'))
    await office.route([role(manager, 'all')], { amountFrom: 5_000_000 })
    const { routes } = await office.query('approval-routes', {})
    await office.run('order-approval-routes', { kind: KIND, routes: asSeen([routes[1]!, routes[0]!]) })
    const all = await office.submit(office.document(seller, { amountBase: 5_000_000 }), seller)
    expect((await office.see(all, manager)).steps[0]!.people.map((p) => p.name)).toEqual(['Manager', 'Second'])
    expect(await office.approve(all, second)).toMatchObject(accepted('pending'))
    expect(await office.approve(all, second)).toMatchObject(accepted('pending'))
    expect(await office.reject(all, second)).toEqual(refused('already-decided', { state: 'approved' }))
    expect(await office.waiting(second)).toEqual([])
    expect((await office.see(all, manager)).steps[0]!.people.map((p) => p.name)).toEqual(['Manager'])
    expect(await office.approve(all, manager)).toMatchObject(accepted('approved'))
  })

  test('[A17] two approvers at the same moment, any: the same decision is one, the contrary is refused', async () => {
    const second = await office.member('Second')
    office.holds(second, manager.roleId)
    await office.route([role(manager), user(boss)])
    const one = await office.submit(office.document(seller), seller)
    const seen = await office.seenBy(one, manager)
    const both = await Promise.all([office.approve(one, manager, seen), office.approve(one, second, seen)])
    expect(both).toMatchObject([accepted('pending'), accepted('pending')])
    const view = await office.see(one, seller)
    expect(view.events.filter((e) => e.act === 'approved')).toHaveLength(1)
    expect(view.steps[1]!.state).toBe('current')
    const other = await office.submit(office.document(seller), seller)
    const shown = await office.seenBy(other, manager)
    const contrary = await Promise.all([office.approve(other, manager, shown), office.reject(other, second, shown)])
    expect(contrary).toMatchObject([accepted('pending'), refused('already-decided', { state: 'approved' })])
  })

  test('[A17] two approvers at the same moment, all: both count', async () => {
    const second = await office.member('Second')
    office.holds(second, manager.roleId)
    await office.route([role(manager, 'all')])
    const id = await office.submit(office.document(seller), seller)
    const seen = await office.seenBy(id, manager)
    expect(await Promise.all([office.approve(id, manager, seen), office.approve(id, second, seen)])).toMatchObject([
      accepted('pending'),
      accepted('approved'),
    ])
  })

  test('[A17] who approved the first step does not approve the second by sending the same again', async () => {
    await office.route([role(manager), user(manager)])
    const id = await office.submit(office.document(seller), seller)
    const seen = await office.seenBy(id, manager)
    await office.approve(id, manager, seen)
    expect(await office.approve(id, manager, seen)).toMatchObject(accepted('pending'))
    expect((await office.see(id, manager)).events.filter((e) => e.act === 'approved')).toHaveLength(1)
    expect(await office.approve(id, manager)).toMatchObject(accepted('approved'))
  })
})

describe('what was seen', () => {
  test('[A2] another content or revision than was seen is refused', async () => {
    await office.route([user(manager)])
    const document = office.document(seller)
    const id = await office.submit(document, seller)
    const seen = await office.seenBy(id, manager)
    expect(await office.approve(id, manager, { ...seen, contentHash: 'other' })).toMatchObject(refused('changed-meanwhile'))
    expect(await office.approve(id, manager, { ...seen, revision: 9 })).toMatchObject(refused('changed-meanwhile'))
    for (const change of [
      { amount: { minor: 100_001, currency: 'USD' } },
      { title: 'Other' },
      { facts: { payBy: '2026-04-01' } },
      { revision: 2 },
    ]) {
      office.rewrite(document, change)
      expect(await office.approve(id, manager, seen)).toMatchObject(refused('changed-meanwhile'))
    }
    office.rewrite(document, { margin: '3', customerLevel: 'D' })
    expect(await office.approve(id, manager, seen)).toMatchObject(accepted('approved'))
  })

  test('[AP-20] a change ends what was pending and what was approved, and the gate closes', async () => {
    await office.route([user(manager)])
    const document = office.document(seller)
    const id = await office.submit(document, seller)
    await office.approve(id, manager)
    const gate = (revision: number) =>
      office.inside((ctx) => requireApproved(ctx, KIND, { documentId: document.documentId, revision, number: document.number }))
    await gate(1)
    const changed = office.rewrite(document, { revision: 2, amount: { minor: 100_001, currency: 'USD' } })
    await office.inside((ctx) => endApprovals(ctx, KIND, document.documentId))
    expect(await state(changed)).toBe('ended')
    await expect(gate(2)).rejects.toThrow('approval-needed {"kind":"credit-override","number":"X-1","state":"ended"}')
    await expect(gate(1)).rejects.toThrow('approval-needed')
    expect((await office.see(id, seller)).state).toBe('ended')
    const again = await office.submit(changed, seller)
    await office.inside((ctx) => endApprovals(ctx, KIND, document.documentId))
    expect(await office.approve(again, manager)).toMatchObject(refused('changed-meanwhile'))
    expect(await office.waiting(manager)).toEqual([])
  })

  test('[A3] even when nobody tells: another revision is not approved', async () => {
    await office.route([user(manager)])
    const document = office.document(seller)
    await office.approve(await office.submit(document, seller), manager)
    expect(await state({ ...document, revision: 2 })).toBe('ended')
  })

  test('[A6] a step that changes nothing seen carries an approval along, from the revision just before alone', async () => {
    await office.route([user(manager)])
    const document = office.document(seller)
    const id = await office.submit(document, seller)
    await office.approve(id, manager)
    const signed = office.rewrite(document, { revision: 2 })
    await office.inside((ctx) => carryApprovals(ctx, KIND, document.documentId, { from: 1, to: 2 }))
    expect(await state(signed)).toBe('approved')
    const later = office.rewrite(document, { revision: 5 })
    await office.inside((ctx) => carryApprovals(ctx, KIND, document.documentId, { from: 4, to: 5 }))
    expect(await state(later)).toBe('ended')
  })

  test('[A6] carried along only when the content is the same', async () => {
    await office.route([user(manager)])
    const document = office.document(seller)
    await office.submit(document, seller)
    office.rewrite(document, { revision: 2, amount: { minor: 99_999, currency: 'USD' } })
    await office.inside((ctx) => carryApprovals(ctx, KIND, document.documentId, { from: 1, to: 2 }))
    expect(await state({ ...document, revision: 2 })).toBe('ended')
  })

  test('[A13] not submitted twice, not when approved, not as it is no more', async () => {
    await office.route([user(manager)])
    const document = office.document(seller)
    const id = await office.submit(document, seller)
    expect(await office.trySubmit(document, seller)).toEqual(refused('wrong-state', { kind: 'approval', state: 'pending', needed: 'none' }))
    await office.approve(id, manager)
    expect(await office.trySubmit(document, seller)).toEqual(
      refused('wrong-state', { kind: 'approval', state: 'approved', needed: 'none' }),
    )
    expect(await office.trySubmit({ ...document, revision: 3 }, seller)).toEqual(refused('changed-meanwhile', { expected: 3, found: 1 }))
    const closed = office.document(seller, { closed: { kind: 'sales-contract', state: 'void', needed: 'draft' } })
    expect(await office.trySubmit(closed, seller)).toEqual(
      refused('wrong-state', { kind: 'sales-contract', state: 'void', needed: 'draft' }),
    )
  })
})

describe('who is asked', () => {
  test('[AP-07] [A10] who submits does not approve, unless the company allows it', async () => {
    const both = await office.member('Both', { permissions: ['sales-contract.view', 'sales-contract.submit', 'approval.decide'] })
    office.holds(both, manager.roleId)
    await office.route([role(manager)])
    const id = await office.submit(office.document(both), both)
    expect((await office.see(id, both)).mayDecide).toBe(false)
    expect(await office.approve(id, both)).toEqual(refused('self-approval', {}))
    expect((await office.see(id, both)).steps[0]!.people.map((p) => p.name)).toEqual(['Manager'])

    const small = await approvingOffice({ selfApproval: true })
    const alone = await small.member('Alone', { permissions: ['sales-contract.view', 'sales-contract.submit', 'approval.decide'] })
    await small.route([user(alone)])
    expect(await small.approve(await small.submit(small.document(alone), alone), alone)).toMatchObject(accepted('approved'))
    small.close()
  })

  test('[A10] nobody submits into the void', async () => {
    const auditor = await office.member('Auditor', { permissions: ['sales-contract.view'] })
    const both = await office.member('Both', { permissions: ['sales-contract.view', 'sales-contract.submit', 'approval.decide'] })
    await office.route([user(manager), user(auditor)])
    expect(await office.trySubmit(office.document(seller), seller)).toEqual(refused('no-approver', { step: 2 }))
    const { routes } = await office.query('approval-routes', {})
    await office.run('remove-approval-route', { id: routes[0]!.id, revision: 1 })
    await office.route([user(both)])
    expect(await office.trySubmit(office.document(both), both)).toEqual(refused('no-approver', { step: 1 }))
    office.switchOff(both)
    expect(await office.trySubmit(office.document(seller), seller)).toEqual(refused('no-approver', { step: 1 }))
  })

  test('[A12] an approver who is switched off while it waits is asked no more: another of the role, or any owner', async () => {
    const second = await office.member('Second')
    office.holds(second, manager.roleId)
    await office.route([role(manager, 'all')])
    const id = await office.submit(office.document(seller), seller)
    office.switchOff(manager)
    expect((await office.see(id, seller)).steps[0]!.people.map((p) => p.name)).toEqual(['Second'])
    office.switchOff(second)
    expect((await office.see(id, seller)).steps[0]!.people.map((p) => p.id)).toEqual([office.owner.id])
    expect(await office.waiting(office.owner)).toEqual([id])
    expect(await office.approve(id, office.owner)).toMatchObject(accepted('approved'))
  })

  test('[A12] all of a step, one approved and the last one left: an owner lets it on', async () => {
    const second = await office.member('Second')
    office.holds(second, manager.roleId)
    await office.route([role(manager, 'all')])
    const id = await office.submit(office.document(seller), seller)
    await office.approve(id, manager)
    office.switchOff(second)
    expect(await office.waiting(office.owner)).toEqual([id])
    expect(await office.approve(id, office.owner)).toMatchObject(accepted('approved'))
  })

  test('[A9] the head of the department, and for his own documents the head above', async () => {
    const director = await office.member('Director')
    const top = office.department(director.id)
    const chief = await office.member('Chief', { permissions: ['sales-contract.view', 'sales-contract.submit', 'approval.decide'] })
    const below = office.department(chief.id, top)
    const team = office.department(null, below)
    await office.route([head])
    const member = await office.seller('Junior', team.id)
    const id = await office.submit(office.document(member), member)
    expect((await office.see(id, member)).steps[0]!.people.map((p) => p.name)).toEqual(['Chief'])
    const own = await office.submit(office.document(chief, { departmentId: below.id }), chief)
    expect((await office.see(own, chief)).steps[0]!.people.map((p) => p.name)).toEqual(['Director'])
    expect(await office.approve(own, director)).toMatchObject(accepted('approved'))
    const nowhere = await office.seller('Nowhere')
    expect(await office.trySubmit(office.document(nowhere), nowhere)).toEqual(refused('no-approver', { step: 1 }))
  })

  test('[A8] a document that no route fits goes to any owner', async () => {
    const id = await office.submit(office.document(seller), seller)
    const view = await office.see(id, seller)
    expect(view.routeName).toBeNull()
    expect(view.steps[0]).toMatchObject({ by: 'owner', people: [{ id: office.owner.id }] })
    expect(await office.waiting(office.owner)).toEqual([id])
    expect(await office.approve(id, manager, { revision: view.revision, contentHash: view.contentHash })).toEqual(
      refused('not-found', { resource: 'approval' }),
    )
  })
})

describe('[A7] routes', () => {
  const routeOf = async (given: Parameters<Approving['document']>[1] = {}, by: Member = seller) => {
    const id = await office.submit(office.document(by, given), by)
    return (await office.see(id, by)).routeName
  }
  test('by amount in base currency, the first that fits, in the order set', async () => {
    await office.route([user(boss)], { name: 'large', amountFrom: 1_000_000 })
    await office.route([user(manager)], { name: 'rest' })
    expect(await routeOf({ amountBase: 999_999 })).toBe('rest')
    expect(await routeOf({ amountBase: 1_000_000 })).toBe('large')
    expect(await routeOf({ amountBase: null })).toBe('large')
    const { routes } = await office.query('approval-routes', {})
    await office.run('order-approval-routes', { kind: KIND, routes: asSeen(routes.toReversed()) })
    expect(await routeOf({ amountBase: 1_000_000 })).toBe('rest')
  })
  test('[A19] a route without steps lets what fits pass, and the history says by which', async () => {
    await office.route([user(manager)], { name: 'large', amountFrom: 5_000_000 })
    await office.route([], { name: 'small' })
    const small = office.document(seller, { amountBase: 4_999_999 })
    const id = await office.submit(small, seller)
    expect(await office.see(id, seller)).toMatchObject({ state: 'approved', routeName: 'small', steps: [] })
    expect((await office.see(id, seller)).events.map((e) => [e.act, e.reason])).toEqual([
      ['submitted', ''],
      ['passed', 'small'],
    ])
    expect(decisions).toEqual([{ documentId: small.documentId, decision: 'approved' }])
    expect(await state(office.rewrite(small, { revision: 2 }))).toBe('ended')
    const large = office.document(seller, { amountBase: 5_000_000 })
    expect(await office.see(await office.submit(large, seller), manager)).toMatchObject({ state: 'pending', routeName: 'large' })
  })
  test('[A19] at the gate it passes without being submitted, once, unless a person has said no', async () => {
    await office.route([user(manager)], { name: 'large', amountFrom: 5_000_000 })
    await office.route([], { name: 'small' })
    const gate = (document: { documentId: string; revision: number; number: string }) =>
      office.inside((ctx) =>
        requireApproved(
          { ...ctx, company: { ...ctx.company, switches: { ...ctx.company.switches, customerCredit: true } } },
          KIND,
          document,
        ),
      )
    const small = office.document(seller, { amountBase: 1 })
    await gate(small)
    await gate(small)
    const { submissions } = await office.query('document-approval', { kind: KIND, documentId: small.documentId, revision: 1 })
    expect(submissions.map((s) => [s.state, s.routeName, s.events.map((e) => e.act)])).toEqual([['approved', 'small', ['passed']]])
    await expect(gate(office.document(seller, { amountBase: 5_000_000 }))).rejects.toThrow('approval-needed')
    const large = office.document(seller, { amountBase: 5_000_000 })
    await office.reject(await office.submit(large, seller), manager)
    await expect(gate(office.rewrite(large, { amountBase: 1 }))).rejects.toThrow('approval-needed')
  })
  test('[A22] a typed rate chooses no approver: what counts and is shown is the greater of the office’s rate and the typed one', async () => {
    await office.route([user(boss)], { name: 'large', amountFrom: 5_000_000_00 })
    await office.route([user(manager)], { name: 'small' })
    const all = await office.member('All', { permissions: ['approval.view', 'cost.view'] })
    const million = { minor: 1_000_000_00, currency: 'USD' }
    const seen = async (amountBase: number) => {
      const { routeName, amountBase: shown } = await office.see(
        await office.submit(office.document(seller, { amount: million, amountBase }), seller),
        all,
      )
      return [routeName, shown?.minor]
    }
    expect(await seen(10_000_00)).toEqual(['small', 10_000_00]) // no rate of the office
    office.setRate('USD', '2026-03-01', 700_000_000)
    office.setRate('USD', '2026-03-03', 900_000_000) // of a day that has not come
    expect(await seen(10_000_00)).toEqual(['large', 7_000_000_00])
    expect(await seen(8_000_000_00)).toEqual(['large', 8_000_000_00])
    const inBase = office.document(seller, { amount: { minor: 4_000_000_00, currency: 'CNY' }, amountBase: 4_000_000_00 })
    expect(await office.see(await office.submit(inBase, seller), all)).toMatchObject({ routeName: 'small' })
  })
  test('by margin: exactly at the limit is not below; an unknown margin is no way around', async () => {
    await office.route([user(boss)], { name: 'thin', marginBelow: '8.5' })
    await office.route([user(manager)], { name: 'rest' })
    expect(await routeOf({ margin: '8.4999' })).toBe('thin')
    expect(await routeOf({ margin: '8.5' })).toBe('rest')
    expect(await routeOf({ margin: '-3' })).toBe('thin')
    expect(await routeOf({ margin: null })).toBe('thin')
  })
  test("by the customer's level", async () => {
    await office.route([user(boss)], { name: 'weak', levels: ['C', 'D'] })
    await office.route([user(manager)], { name: 'rest' })
    expect(await routeOf({ customerLevel: 'D' })).toBe('weak')
    expect(await routeOf({ customerLevel: 'A' })).toBe('rest')
    expect(await routeOf({ customerLevel: null })).toBe('rest')
  })
  test('by department and those below it', async () => {
    const top = office.department(null)
    const below = office.department(null, top)
    const aside = office.department(null)
    await office.route([user(boss)], { name: 'ours', departmentIds: [top.id] })
    await office.route([user(manager)], { name: 'rest' })
    expect(await routeOf({}, await office.seller('Below', below.id))).toBe('ours')
    expect(await routeOf({}, await office.seller('Aside', aside.id))).toBe('rest')
    expect(await routeOf()).toBe('rest')
  })
  test('a route that is switched off, or of another kind, is not tried', async () => {
    await office.route([user(boss)], { name: 'off', active: false })
    await office.route([user(boss)], { name: 'other', kind: 'payment-request' })
    await office.route([user(manager)], { name: 'rest' })
    expect(await routeOf()).toBe('rest')
  })
  test('a change of the route touches later submissions only', async () => {
    const { id: routeId } = await office.route([user(manager)])
    const id = await office.submit(office.document(seller), seller)
    await office.route([user(boss)], { id: routeId, revision: 1 })
    expect(await office.waiting(manager)).toEqual([id])
    expect(await office.waiting(boss)).toEqual([])
    expect(await office.send('remove-approval-route', { id: routeId, revision: 1 })).toMatchObject(refused('changed-meanwhile'))
    await office.run('remove-approval-route', { id: routeId, revision: 2 })
    expect(await office.approve(id, manager)).toMatchObject(accepted('approved'))
  })
  test('are kept by who may edit them, and name people who work here', async () => {
    expect(
      await office.send(
        'save-approval-route',
        {
          id: seller.id,
          kind: KIND,
          name: 'x',
          active: true,
          amountFrom: null,
          marginBelow: null,
          levels: [],
          departmentIds: [],
          steps: [user(seller)],
        },
        seller,
      ),
    ).toEqual(refused('not-permitted', { permission: 'approval-route.edit' }))
    office.switchOff(boss)
    await expect(office.route([user(boss)])).rejects.toThrow('wrong-state')
    await expect(office.route([{ by: 'user', roleId: null, userId: null, mode: 'any' }])).rejects.toThrow('invalid-input')
  })
})

describe('[A13] withdrawing', () => {
  test('by who submitted it, while it waits', async () => {
    await office.route([user(manager)])
    const document = office.document(seller)
    const id = await office.submit(document, seller)
    expect(await office.send('withdraw-submission', { id, reason: '' }, manager)).toEqual(refused('not-your-step', { who: 'Seller' }))
    expect(await office.send('withdraw-submission', { id, reason: 'typo' }, seller)).toMatchObject(accepted('withdrawn'))
    expect(await office.send('withdraw-submission', { id, reason: 'typo' }, seller)).toMatchObject(accepted('withdrawn'))
    expect(await state(document)).toBe('none')
    expect(await office.approve(id, manager)).toEqual(refused('already-decided', { state: 'withdrawn' }))
    const again = await office.submit(document, seller)
    await office.approve(again, manager)
    expect(await office.send('withdraw-submission', { id: again, reason: '' }, seller)).toEqual(
      refused('already-decided', { state: 'approved' }),
    )
  })
})

describe('[A14] standing in', () => {
  const day = (date: string) => (office.at = `${date}T02:00:00.000Z`)
  test('from the first day to the last, both included, and never after it was ended', async () => {
    await office.route([user(manager)])
    const id = await office.submit(office.document(seller), seller)
    const made = await office.delegate(manager, boss, '2026-03-05', '2026-03-06')
    expect(made.ok).toBe(true)
    expect(await office.waiting(boss)).toEqual([])
    day('2026-03-05')
    expect(await office.waiting(boss)).toEqual([id])
    expect((await office.see(id, boss)).inPlaceOf).toEqual(['Manager'])
    expect(await office.waiting(manager)).toEqual([id])
    day('2026-03-06')
    expect(await office.waiting(boss)).toEqual([id])
    day('2026-03-07')
    expect(await office.waiting(boss)).toEqual([])
    expect(await office.ask('approval', { id }, boss)).toEqual(refused('not-found', { resource: 'approval' }))
    day('2026-03-05')
    expect(await office.approve(id, boss)).toMatchObject(accepted('approved'))
    expect((await office.see(id, seller)).events.at(-1)).toMatchObject({ user: 'Boss', inPlaceOf: ['Manager'] })
    const [row] = (await office.query('delegations', {}, manager)).rows
    expect(row).toMatchObject({ state: 'active', fromUser: 'Manager', toUser: 'Boss' })
    await office.run('end-delegation', { id: row!.id, revision: 1 }, manager)
    const next = await office.submit(office.document(seller), seller)
    expect(await office.waiting(boss)).toEqual([])
    expect(await office.waiting(manager)).toEqual([next])
  })
  test('is not passed on, and never lets somebody approve his own', async () => {
    const third = await office.member('Third', { permissions: ['sales-contract.view', 'sales-contract.submit', 'approval.decide'] })
    await office.route([user(manager)])
    await office.delegate(manager, boss, '2026-03-01', '2026-03-31')
    await office.delegate(boss, third, '2026-03-01', '2026-03-31')
    const id = await office.submit(office.document(seller), seller)
    expect(await office.waiting(third)).toEqual([])
    expect(await office.waiting(boss)).toEqual([id])
    await office.delegate(manager, third, '2026-03-01', '2026-03-31')
    const own = await office.submit(office.document(third), third)
    expect(await office.waiting(third)).toEqual([id])
    expect(await office.approve(own, third)).toEqual(refused('self-approval', {}))
  })
  test('who holds two seats decides for both, and it is written for whom', async () => {
    const second = await office.member('Second')
    office.holds(second, manager.roleId)
    await office.route([role(manager, 'all')])
    await office.delegate(manager, second, '2026-03-01', '2026-03-31')
    const id = await office.submit(office.document(seller), seller)
    expect(await office.approve(id, second)).toMatchObject(accepted('approved'))
    expect((await office.see(id, second)).events.at(-1)!.inPlaceOf).toEqual(['Manager'])
  })
  test('is set for oneself, for others by who may edit the routes; to somebody who may decide; in order of dates', async () => {
    expect(await office.delegate(manager, boss, '2026-03-05', '2026-03-06', boss)).toEqual(
      refused('not-permitted', { permission: 'approval-route.edit' }),
    )
    expect((await office.delegate(manager, boss, '2026-03-05', '2026-03-06', office.owner)).ok).toBe(true)
    expect(await office.delegate(manager, seller, '2026-03-05', '2026-03-06')).toMatchObject(refused('invalid-input'))
    expect(await office.delegate(manager, manager, '2026-03-05', '2026-03-06')).toMatchObject(refused('invalid-input'))
    expect(await office.delegate(manager, boss, '2026-03-06', '2026-03-05')).toMatchObject(refused('date-out-of-order'))
    expect(await office.delegate(manager, boss, '2026-02-01', '2026-03-01')).toMatchObject(refused('date-out-of-order'))
    office.switchOff(boss)
    expect(await office.delegate(manager, boss, '2026-03-05', '2026-03-06')).toMatchObject(refused('wrong-state'))
    const stranger = await office.member('Stranger')
    expect((await office.query('delegations', {}, stranger)).rows).toEqual([])
    const [row] = (await office.query('delegations', {}, manager)).rows
    expect(await office.send('end-delegation', { id: row!.id, revision: 1 }, stranger)).toMatchObject(refused('not-found'))
  })
})

describe('[A15] sight', () => {
  test('an approval out of sight does not exist: seen, decided, withdrawn, listed', async () => {
    await office.route([user(manager)])
    const document = office.document(seller)
    const id = await office.submit(document, seller)
    const colleague = await office.seller('Colleague')
    const stranger = await office.member('Stranger')
    const seen = await office.seenBy(id, manager)
    for (const other of [colleague, stranger]) {
      expect(await office.ask('approval', { id }, other)).toEqual(refused('not-found', { resource: 'approval' }))
      expect(await office.send('withdraw-submission', { id, reason: '' }, other)).toEqual(refused('not-found', { resource: 'approval' }))
      for (const box of ['waiting', 'sent', 'all'] as const)
        expect((await office.query('approvals', { params: { box } }, other)).rows).toEqual([])
      const panel = await office.query('document-approval', { kind: KIND, documentId: document.documentId, revision: 1 }, other)
      expect(panel).toMatchObject({ standing: 'none', maySubmit: false, submissions: [] })
    }
    expect(await office.approve(id, stranger, seen)).toEqual(refused('not-found', { resource: 'approval' }))
    expect(await office.approve(id, colleague, seen)).toEqual(refused('not-permitted', { permission: 'approval.decide' }))
    expect(await office.trySubmit(document, colleague)).toEqual(refused('not-found', { resource: 'sales-contract' }))
    const auditor = await office.member('Auditor', { permissions: ['approval.view'] })
    expect((await office.query('approvals', { params: { box: 'all' } }, auditor)).rows.map((r) => r.id)).toEqual([id])
  })
  test('lists: what waits for me, what I sent, all I may see; [AP-08] who may decide which', async () => {
    await office.route([user(manager)], { levels: ['A'] })
    await office.route([user(boss)])
    const mine = await office.submit(office.document(seller, { customerLevel: 'A' }), seller)
    const other = await office.submit(office.document(seller), seller)
    expect(await office.waiting(manager)).toEqual([mine])
    expect((await office.query('approvals', { params: { box: 'sent' } }, seller)).rows.map((r) => r.id).toSorted()).toEqual(
      [mine, other].toSorted(),
    )
    const view = await office.member('All', {
      permissions: ['sales-contract.view', 'approval.decide'],
      scopes: { 'sales-contract': 'all' },
    })
    const rows = (await office.query('approvals', { params: { box: 'all' } }, view)).rows
    expect(rows.map((r) => [r.mine, r.waitsFor]).toSorted()).toEqual([
      [0, 'Boss'],
      [0, 'Manager'],
    ])
    await office.approve(mine, manager)
    expect((await office.query('approvals', { params: { box: 'sent' } }, seller)).rows.map((r) => r.id)).toEqual([other])
    const decided = (await office.query('approvals', { params: { box: 'all' } }, manager)).rows
    expect(decided.map((r) => [r.id, r.state, r.mine])).toEqual([[mine, 'approved', 0]])
  })
  test('[A16] amounts and margin are absent for who may not see them', async () => {
    const clear = await office.member('Clear', { permissions: ['approval.decide', 'cost.view', 'profit.view'] })
    await office.route([user(manager), user(clear)])
    const id = await office.submit(office.document(seller), seller)
    const blind = await office.see(id, manager)
    expect([blind.amount, blind.amountBase, blind.margin]).toEqual([undefined, undefined, undefined])
    expect(await office.see(id, clear)).toMatchObject({
      amount: { minor: 100_000, currency: 'USD' },
      amountBase: { minor: 710_000 },
      margin: '12.5',
    })
    const [row] = (await office.query('approvals', { params: { box: 'all' } }, manager)).rows
    expect(row).toMatchObject({ amount: null, amountBase: null })
    expect(row).not.toHaveProperty('margin')
    const [full] = (await office.query('approvals', { params: { box: 'all' } }, clear)).rows
    expect(full).toMatchObject({ amount: { minor: 100_000, currency: 'USD' }, margin: '12.5' })
  })
  test('the panel of a document says how it stands and what may be done', async () => {
    await office.route([user(manager)])
    const document = office.document(seller)
    const panel = (as: Member, revision = 1) =>
      office.query('document-approval', { kind: KIND, documentId: document.documentId, revision }, as)
    expect(await panel(seller)).toMatchObject({ on: true, standing: 'none', maySubmit: true, submissions: [] })
    expect((await panel(seller, 2)).maySubmit).toBe(false)
    const id = await office.submit(document, seller)
    expect(await panel(seller)).toMatchObject({
      standing: 'pending',
      maySubmit: false,
      submissions: [{ id, mayWithdraw: true, mayDecide: false }],
    })
    expect(await panel(manager)).toMatchObject({
      standing: 'pending',
      maySubmit: false,
      submissions: [{ id, mayWithdraw: false, mayDecide: true }],
    })
    await office.giveBack(id, manager)
    expect(await panel(seller)).toMatchObject({ standing: 'returned', maySubmit: true })
  })
})
