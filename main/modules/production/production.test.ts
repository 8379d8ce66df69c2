// Milestones through the office: templates, signing, recording, history, boards, rights, and today's tasks.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { approvals } from '../approvals/index.ts'
import { contracts } from '../contracts/index.ts'
import { deals } from '../deals/index.ts'
import { closeSound, salesLine, signedSale, tradeOffice, type SalesInput, type Trade } from '../contracts/testing/trade.ts'
import { purchasing } from '../purchasing/index.ts'
import { dispatch, purchaseLine, signedPurchase, type PurchaseInput } from '../purchasing/testing/goods.ts'
import { tasks } from '../tasks/index.ts'
import { production } from './index.ts'
import { askedOn, askedToday, ofRole } from '../tasks/testing/asked.ts'

let office: Trade
let supplierId: string
let sale: SalesInput
beforeEach(async () => {
  office = await tradeOffice([approvals, deals, contracts, purchasing, production, tasks])
  supplierId = office.vendor({ name: 'Ningbo Bolts' })
  sale = await signedSale(office, office.customer(), { latestShipment: '2026-04-20', lines: [salesLine()] })
})
afterEach(() => closeSound(office))

type Template = CommandInput<'save-milestone-template'>
const templateLine = (given: Partial<Template['lines'][number]> = {}): Template['lines'][number] => ({
  ...{ id: newId(), kind: 'start', name: '开工', nameEn: 'Start', anchor: 'signing', offsetDays: 5 },
  ...{ responsible: 'merchandiser', userId: null, needsNote: false },
  ...given,
})
const template = (lines: Template['lines'], given: Partial<Template> = {}): Template => ({
  ...{ id: newId(), name: '简单', nameEn: 'Simple', isDefault: false, active: true, lines },
  ...given,
})
const bought = (given: Partial<PurchaseInput> = {}) =>
  signedPurchase(office, supplierId, {
    lines: [purchaseLine({ salesLineId: sale.lines[0]!.id, quantity: '50' })],
    ...given,
  })
const followed = async (contractId: string) => (await office.query('contract-milestones', { contractId }))!
const noDefault = async () => {
  for (const t of await office.query('milestone-templates', {}))
    if (t.isDefault) {
      const { lines, ...rest } = t
      await office.run('save-milestone-template', {
        ...rest,
        isDefault: false,
        lines: lines.map(({ person: _p, ...l }) => l),
      })
    }
}
/** Contracts with the revision of their follow-up as it stands now. */
const asSeen = (...ids: string[]) =>
  Promise.all(
    ids.map(async (contractId) => {
      const kept = await office.database.write.kysely
        .selectFrom('production')
        .select('revision')
        .where('id', '=', contractId)
        .executeTakeFirst()
      return { contractId, ...(kept ? { revision: kept.revision } : {}) }
    }),
  )
const of = async (lines: Template['lines'], given: Partial<PurchaseInput> = {}) => {
  await noDefault()
  const t = template(lines)
  await office.run('save-milestone-template', t)
  const contract = await bought(given)
  await office.run('apply-milestones', { contracts: await asSeen(contract.id), templateId: t.id, merchandiserId: null })
  return { contract, template: t, all: (await followed(contract.id)).milestones }
}
const done = (m: { id: string; revision: number }, given: Partial<CommandInput<'complete-milestone'>> = {}) => ({
  ...{ id: m.id, revision: m.revision, doneOn: '2026-03-02', note: '', result: null, checked: null, defects: null },
  ...given,
})

describe('templates', () => {
  it('[M1] a new company has three; the standard one is given to a contract when it is signed', async () => {
    expect((await office.query('milestone-templates', {})).map((t) => [t.name, t.isDefault, t.lines.length])).toEqual([
      ['标准大货', true, 8],
      ['返单', false, 6],
      ['现货', false, 3],
    ])
    const contract = await bought({ deliveryDate: '2026-04-10' })
    const seen = await followed(contract.id)
    expect(seen).toMatchObject({
      number: 'PC2026-0001',
      templateName: '标准大货',
      latestShipment: '2026-04-20',
      done: 0,
      total: 8,
      slip: 0,
    })
    expect(seen.deals).toEqual([{ id: sale.dealId, number: 'D2026-0001' }])
    expect(seen.milestones.map((m) => [m.name, m.plannedOn])).toEqual([
      ['付定金', '2026-03-04'],
      ['产前样确认', '2026-03-11'],
      ['备料', '2026-03-18'],
      ['开工', '2026-03-21'],
      ['中期验货', '2026-03-29'],
      ['尾期验货', '2026-04-07'],
      ['包装', '2026-04-09'],
      ['订舱', '2026-04-06'],
    ])
    expect(seen.nextId).toBe(seen.milestones[0]!.id)
  })

  it('[M1] one default at most; without one nothing is given', async () => {
    const mine = template([templateLine()], { isDefault: true })
    await office.run('save-milestone-template', mine)
    const defaults = async () => (await office.query('milestone-templates', {})).filter((t) => t.isDefault).map((t) => t.name)
    expect(await defaults()).toEqual(['简单'])
    expect((await followed((await bought()).id)).total).toBe(1)
    await office.run('save-milestone-template', { ...mine, active: false, revision: 1 })
    expect(await defaults()).toEqual([])
    const plain = await bought()
    expect(await office.query('contract-milestones', { contractId: plain.id })).toBeNull()
  })

  it('[M3] changed later, it changes no milestone that is there', async () => {
    const { contract, template: t } = await of([templateLine()])
    const before = await followed(contract.id)
    await office.run('save-milestone-template', { ...t, revision: 1, lines: [templateLine({ name: '备料', offsetDays: 9 })] })
    expect(await followed(contract.id)).toEqual(before)
  })

  it('[M4] takes the place of another while nothing is recorded; to several contracts, all or none; what was added stays', async () => {
    const [one, two] = [await bought(), await bought()]
    const t = template([templateLine(), templateLine()])
    await office.run('save-milestone-template', t)
    const added = {
      ...{ id: newId(), contractId: one.id, kind: 'other' as const, name: '模具', nameEn: '', needsNote: false },
      plannedOn: '2026-03-20',
    }
    await office.run('add-milestone', { ...added, responsible: 'purchaser', userId: null })
    const apply = async () =>
      office.send('apply-milestones', {
        contracts: await asSeen(one.id, two.id, one.id),
        templateId: t.id,
        merchandiserId: office.owner.id,
      })
    expect(await apply()).toMatchObject({ ok: true, value: { applied: 2 } })
    const seen = await followed(one.id)
    expect(seen.milestones.map((m) => m.name)).toEqual(['开工', '开工', '模具'])
    expect(seen.merchandiser).toEqual({ id: office.owner.id, name: '老板' })
    expect((await followed(two.id)).total).toBe(2)
    await office.run('complete-milestone', done((await followed(two.id)).milestones[0]!))
    expect(await apply()).toMatchObject({ refused: 'milestones-begun', data: { contract: 'PC2026-0002', touched: 1 } })
    expect((await followed(one.id)).milestones.map((m) => m.name)).toEqual(['开工', '开工', '模具'])
  })

  it('refuses what does not fit', async () => {
    const save = (given: Partial<Template>, lines = [templateLine()]) => office.send('save-milestone-template', template(lines, given))
    const twice = templateLine()
    expect(await save({}, [twice, twice])).toMatchObject({ refused: 'invalid-input' })
    expect(await save({}, [templateLine({ responsible: 'user' })])).toMatchObject({ refused: 'invalid-input' })
    expect(await save({}, [templateLine({ responsible: 'user', userId: newId() })])).toMatchObject({ refused: 'not-found' })
    expect(await save({ revision: 1 })).toMatchObject({ refused: 'not-found' })
    const known = template([templateLine()])
    await office.run('save-milestone-template', known)
    expect(await office.send('save-milestone-template', known)).toMatchObject({ refused: 'already-exists' })
    expect(await office.send('save-milestone-template', { ...known, revision: 4 })).toMatchObject({ refused: 'changed-meanwhile' })
    expect(await save({}, [known.lines[0]!])).toMatchObject({ refused: 'already-exists' })
    const contract = await bought()
    const apply = async (templateId: string, contractId: string) =>
      office.send('apply-milestones', { contracts: await asSeen(contractId), templateId, merchandiserId: null })
    expect(await apply(newId(), contract.id)).toMatchObject({ refused: 'not-found', data: { resource: 'milestone-template' } })
    expect(await apply(known.id, newId())).toMatchObject({ refused: 'not-found', data: { resource: 'purchase-contract' } })
    await office.run('save-milestone-template', { ...known, active: false, revision: 1 })
    expect(await apply(known.id, contract.id)).toMatchObject({ refused: 'wrong-state' })
  })
})

describe('milestones', () => {
  it('[M10] [M11] an inspection fails, is put off, passes; each judgement is kept', async () => {
    const { contract, all } = await of([templateLine({ kind: 'final-inspection', name: '尾期验货', needsNote: true }), templateLine()])
    const [inspection] = all
    const judge = (given: Partial<CommandInput<'complete-milestone'>>) => office.send('complete-milestone', done(inspection!, given))
    const issue = (path: string) => ({ refused: 'invalid-input', data: { issues: [{ path }] } })
    expect(await judge({ note: 'x' })).toMatchObject(issue('result'))
    expect(await judge({ result: 'passed' })).toMatchObject(issue('note'))
    expect(await judge({ result: 'passed', note: 'x', defects: 1 })).toMatchObject(issue('defects'))
    expect(await judge({ result: 'passed', note: 'x', checked: '10', defects: 11 })).toMatchObject(issue('defects'))
    expect(await judge({ result: 'passed', note: 'x', doneOn: '2026-03-03' })).toMatchObject({ refused: 'date-out-of-order' })
    expect(await judge({ result: 'failed', note: '划痕', checked: '125', defects: 12 })).toMatchObject({ ok: true, value: { revision: 2 } })
    const failed = await followed(contract.id)
    expect(failed.milestones[0]).toMatchObject({ standing: 'failed', doneOn: null, checked: '125', defects: 12, note: '划痕' })
    expect(failed).toMatchObject({ done: 0, total: 2, nextId: inspection!.id })
    expect(await judge({ result: 'passed', note: 'ok' })).toMatchObject({ refused: 'changed-meanwhile' })
    await office.run('revise-milestone', { id: inspection!.id, revision: 2, revisedOn: '2026-03-09', reason: '返工' })
    await office.run(
      'complete-milestone',
      done(inspection!, { revision: 3, result: 'passed', note: '返工后合格', checked: '80', defects: 0 }),
    )
    const passed = await followed(contract.id)
    expect(passed.milestones[0]).toMatchObject({ standing: 'done', doneOn: '2026-03-02', checked: '80', defects: 0 })
    expect(passed.milestones[0]!.events.map((e) => [e.act, e.on, e.note, e.checked, e.defects])).toEqual([
      ['failed', '2026-03-02', '划痕', '125', 12],
      ['revised', '2026-03-09', '返工', null, null],
      ['passed', '2026-03-02', '返工后合格', '80', 0],
    ])
    expect(passed.done).toBe(1)
  })

  it('[M10] [M12] others are done without a result; skipped and opened again with a reason', async () => {
    const { contract, all } = await of([templateLine(), templateLine()])
    const [one, two] = all
    expect(await office.send('complete-milestone', done(one!, { result: 'passed' }))).toMatchObject({ refused: 'invalid-input' })
    expect(await office.send('complete-milestone', done(one!, { checked: '1' }))).toMatchObject({ refused: 'invalid-input' })
    await office.run('complete-milestone', done(one!))
    await office.run('skip-milestone', { id: two!.id, revision: 1, reason: '不需要' })
    expect(await followed(contract.id)).toMatchObject({ done: 1, total: 1, nextId: null })
    expect(await office.send('complete-milestone', done(one!, { revision: 2 }))).toMatchObject({
      refused: 'wrong-state',
      data: { state: 'done', needed: 'open' },
    })
    expect(await office.send('skip-milestone', { id: two!.id, revision: 2, reason: 'x' })).toMatchObject({ refused: 'wrong-state' })
    await office.run('reopen-milestone', { id: one!.id, revision: 2, reason: '登记错了' })
    const again = await followed(contract.id)
    expect(again.milestones[0]).toMatchObject({ standing: 'open', doneOn: null, note: '' })
    expect(again.milestones[0]!.events.map((e) => [e.act, e.note])).toEqual([
      ['done', ''],
      ['reopened', '登记错了'],
    ])
    expect(await office.send('reopen-milestone', { id: one!.id, revision: 3, reason: 'x' })).toMatchObject({ refused: 'wrong-state' })
  })

  it('[M6] [M7] delays stand against the delivery and the latest shipment', async () => {
    const { contract, all } = await of([templateLine({ offsetDays: 1 })], { deliveryDate: '2026-04-10' })
    await office.run('revise-milestone', { id: all[0]!.id, revision: 1, revisedOn: '2026-03-14', reason: '缺料' })
    expect(await office.send('revise-milestone', { id: all[0]!.id, revision: 2, revisedOn: '2026-03-14', reason: 'x' })).toMatchObject({
      refused: 'nothing-to-do',
    })
    expect(await followed(contract.id)).toMatchObject({ slip: 12, expectedDelivery: '2026-04-22', room: -2, overdue: 0 })
  })

  it('[M8] rescheduling moves what follows a late one, with the reason', async () => {
    const { contract, all } = await of([templateLine({ offsetDays: 0 }), templateLine({ anchor: 'previous', offsetDays: 2 })])
    office.at = '2026-03-09T02:00:00.000Z'
    await office.run('complete-milestone', done(all[0]!, { doneOn: '2026-03-08' }))
    const send = (revision: number) => office.send('reschedule-milestones', { contractId: contract.id, revision, reason: '定金晚付' })
    expect(await send(1)).toMatchObject({ ok: true, value: { changed: 1 } })
    const [, second] = (await followed(contract.id)).milestones
    expect(second).toMatchObject({ plannedOn: '2026-03-03', revisedOn: '2026-03-10', standing: 'open' })
    expect(second!.events).toMatchObject([{ act: 'revised', on: '2026-03-10', note: '定金晚付' }])
    expect(await send(1)).toMatchObject({ refused: 'changed-meanwhile' })
    expect(await send(2)).toMatchObject({ refused: 'nothing-to-do' })
  })

  it('[M9] stand still once their contract is void', async () => {
    const { contract, all } = await of([templateLine()])
    await office.run('void-purchase-contract', { id: contract.id, revision: 2, reason: 'x' })
    expect(await office.send('complete-milestone', done(all[0]!))).toMatchObject({ refused: 'wrong-state' })
    expect((await office.query('production-board', { box: 'all' })).contracts).toEqual([])
  })
})

describe('boards and tasks', () => {
  it('[M14] running, overdue, this week, by factory and merchandiser; the list has the same rows; gone goods ask for nothing', async () => {
    const { contract } = await of([templateLine({ offsetDays: 0 }), templateLine({ offsetDays: 2 }), templateLine({ offsetDays: 30 })])
    const board = async (params: object) => {
      const { contracts: found } = await office.query('production-board', { box: 'running', ...params })
      return found.length
    }
    const rows = async (box: 'running' | 'overdue' | 'week' | 'all') =>
      (await office.query('milestones', { params: { box } })).rows.map((r) => [r['due'], r['standing'], r['slip'], r['progress']])
    expect(await rows('overdue')).toEqual([['2026-03-01', 'overdue', 1, '0/3']])
    expect(await rows('week')).toEqual([['2026-03-03', 'open', 0, '0/3']])
    expect((await rows('running')).length).toBe(3)
    expect(await board({})).toBe(1)
    expect(await board({ box: 'week' })).toBe(1)
    expect(await board({ supplierId: office.vendor() })).toBe(0)
    expect(await board({ merchandiserId: office.owner.id })).toBe(0)
    await office.run('assign-merchandiser', { contracts: await asSeen(contract.id), merchandiserId: office.owner.id })
    expect(await board({ merchandiserId: office.owner.id, supplierId })).toBe(1)
    await dispatch(office, { ...sale }, [{ salesLineId: sale.lines[0]!.id, quantity: 500_000 }], '2026-03-02')
    expect(await board({})).toBe(0)
    expect((await rows('all')).length).toBe(3)
  })

  it('[M16] a salesperson follows the goods for their own deals, bought by others, without prices; goods for others’ deals stay out of sight', async () => {
    const rights = ['milestone.view', 'purchase-contract.view', 'deal.view'] as const
    const { contract } = await of([templateLine()])
    const seller = await office.user({ permissions: rights, scopes: { 'purchase-contract': 'own', deal: 'own' } })
    const seen = async () => ({
      rows: (await office.query('milestones', { params: { box: 'all' } }, seller)).rows.length,
      board: (await office.query('production-board', { box: 'all' }, seller)).contracts.map((c) => c.number),
    })
    expect(await seen()).toEqual({ rows: 0, board: [] })
    const { write } = office.database
    write.sql
      .prepare('UPDATE deal SET ownerId = ? WHERE id IN (SELECT dealId FROM purchase_line WHERE contractId = ?)')
      .run(seller.id, contract.id)
    const { number } = write.sql.prepare('SELECT number FROM purchase_contract WHERE id = ?').get(contract.id) as { number: string }
    expect(await seen()).toEqual({ rows: 1, board: [number] })
    const dealId = (write.sql.prepare('SELECT dealId FROM purchase_line WHERE contractId = ?').get(contract.id) as { dealId: string })
      .dealId
    const production = await office.query('deal-production', { dealId }, seller)
    expect(production).toMatchObject([{ number, opens: false }])
    expect((await office.query('deal-production', { dealId }))[0]?.opens).toBe(true)
    const opened = async (as?: typeof seller) =>
      (await office.query('milestones', { params: { box: 'all' } }, as)).rows.map((r) => [r['contractId'], r['opensContractId']])
    expect([await opened(seller), await opened()]).toEqual([[[contract.id, null]], [[contract.id, contract.id]]])
    expect(JSON.stringify([production, await office.query('production-board', { box: 'all' }, seller)])).not.toContain('minor')
    // The contract itself, with its prices, is still not theirs.
    expect((await office.query('purchase-contracts', {}, seller)).rows).toEqual([])
  })

  it('[M14] ask in today’s tasks from two days before, of whoever they wait for, and vanish when closed', async () => {
    const merchant = await office.user({
      permissions: ['milestone.view', 'purchase-contract.view'],
      scopes: { 'purchase-contract': 'all' },
    })
    const { contract, all } = await of([
      templateLine({ offsetDays: 0, responsible: 'user', userId: merchant.id }),
      templateLine({ offsetDays: 3, responsible: 'purchaser', name: '付定金' }),
      templateLine({ offsetDays: 4 }),
    ])
    const asked = async (as = office.owner, mine = false) =>
      (await askedToday(office, as, mine ? 'mine' : 'team'))
        .filter((g) => g.rule.startsWith('milestone'))
        .flatMap((g) => g.items.map((i) => [i.route, i.recordId, i.party, i.days]))
    const start = ['purchase-contract', contract.id, 'Ningbo Bolts · 开工', -1]
    const deposit = ['purchase-contract', contract.id, 'Ningbo Bolts · 付定金', 2]
    expect(await asked()).toEqual([start, deposit])
    expect(await asked(office.owner, true)).toEqual([deposit])
    expect(await asked(merchant, true)).toEqual([start])
    office.at = '2026-03-05T02:00:00.000Z'
    await office.run('complete-milestone', done(all[0]!))
    await office.run('skip-milestone', { id: all[1]!.id, revision: 1, reason: 'x' })
    expect(await asked()).toEqual([['purchase-contract', contract.id, 'Ningbo Bolts · 开工', 0]])
    expect(await asked(merchant, true)).toEqual([])
    await office.run('assign-merchandiser', { contracts: await asSeen(contract.id), merchandiserId: merchant.id })
    expect(await asked(merchant, true)).toHaveLength(1)
  })

  it('[M17] a late milestone asks from the day after its day on, in place of the one that was near; after three working days the head too', async () => {
    const merchant = await ofRole(office, 'merchandiser', 'Merchandiser')
    const { all } = await of([templateLine({ offsetDays: 3, responsible: 'user', userId: merchant.id })])
    office.database.write.sql.prepare(`UPDATE role SET scopes = '{"purchase-contract":"all"}' WHERE code = 'merchandiser'`).run()
    expect(await askedOn(office, '2026-03-04', 'milestone')).toEqual(['2026-03-04 Merchandiser'])
    expect(await askedOn(office, '2026-03-04', 'milestone-late')).toEqual([])
    expect(await askedOn(office, '2026-03-05', 'milestone')).toEqual([])
    expect(await askedOn(office, '2026-03-05', 'milestone-late')).toEqual(['2026-03-04 Merchandiser'])
    expect(await askedOn(office, '2026-03-10', 'milestone-late')).toEqual(['2026-03-04 Merchandiser, 老板'])
    await office.run('complete-milestone', done(all[0]!))
    expect(await askedOn(office, '2026-03-10', 'milestone-late')).toEqual([])
  })

  it('[M18] a delivery that is late asks purchaser and merchandiser from the day after on, until the goods are packed', async () => {
    const merchant = await ofRole(office, 'merchandiser', 'Merchandiser')
    office.database.write.sql.prepare(`UPDATE role SET scopes = '{"purchase-contract":"all"}' WHERE code = 'merchandiser'`).run()
    const { contract, all } = await of([templateLine({ kind: 'packing', offsetDays: 60 })], { deliveryDate: '2026-03-12' })
    await office.run('assign-merchandiser', { contracts: await asSeen(contract.id), merchandiserId: merchant.id })
    expect(await askedOn(office, '2026-03-04', 'delivery-near')).toEqual([])
    expect(await askedOn(office, '2026-03-05', 'delivery-near')).toEqual(['2026-03-12 Merchandiser, 老板'])
    expect(await askedOn(office, '2026-03-12', 'factory-late')).toEqual([])
    expect(await askedOn(office, '2026-03-13', 'factory-late')).toEqual(['2026-03-12 Merchandiser, 老板'])
    expect(await askedOn(office, '2026-03-13', 'delivery-near')).toEqual([])
    await office.run('complete-milestone', done(all[0]!))
    expect(await askedOn(office, '2026-03-13', 'factory-late')).toEqual([])
  })

  it('how far the factories of a deal are', async () => {
    const { contract, all } = await of([templateLine(), templateLine()])
    await office.run('complete-milestone', done(all[0]!))
    expect(await office.query('deal-production', { dealId: sale.dealId })).toMatchObject([{ contractId: contract.id, done: 1, total: 2 }])
  })
})

describe('rights', () => {
  it('[M9] follow the scope of purchase contracts; seeing is not recording', async () => {
    const { contract, all } = await of([templateLine()])
    const seer = await office.user({ permissions: ['milestone.view'], scopes: { 'purchase-contract': 'all' } })
    const own = await office.user({ permissions: ['milestone.view', 'milestone.edit', 'deal.view'], scopes: { deal: 'own' } })
    expect(await office.query('contract-milestones', { contractId: contract.id }, seer)).toMatchObject({ total: 1, deals: [] })
    expect(await office.send('complete-milestone', done(all[0]!), seer)).toMatchObject({ refused: 'not-permitted' })
    expect(await office.send('save-milestone-template', template([templateLine()]), own)).toMatchObject({ refused: 'not-permitted' })
    for (const attempt of [
      office.ask('contract-milestones', { contractId: contract.id }, own),
      office.send('complete-milestone', done(all[0]!), own),
      office.send('revise-milestone', { id: all[0]!.id, revision: 1, revisedOn: '2026-03-20', reason: 'x' }, own),
      office.send('skip-milestone', { id: all[0]!.id, revision: 1, reason: 'x' }, own),
      office.send('assign-merchandiser', { contracts: await asSeen(contract.id), merchandiserId: null }, own),
      office.send('reschedule-milestones', { contractId: contract.id, revision: 1, reason: 'x' }, own),
    ])
      expect(await attempt).toMatchObject({ refused: 'not-found' })
    expect((await office.query('production-board', { box: 'running' }, own)).contracts).toEqual([])
    expect((await office.query('milestones', { params: { box: 'running' } }, own)).rows).toEqual([])
    expect(await office.ask('deal-production', { dealId: sale.dealId }, own)).toMatchObject({ refused: 'not-found' })
  })

  it('[M13] nobody is named who has left or never was here', async () => {
    const { contract } = await of([templateLine()])
    const assign = async (merchandiserId: string) =>
      office.send('assign-merchandiser', { contracts: await asSeen(contract.id), merchandiserId })
    expect(await assign(newId())).toMatchObject({ refused: 'not-found' })
    const gone = await office.user({ permissions: [] })
    await office.inside(async (ctx) => ctx.tx.patch('user', gone.id, { active: 0 }))
    expect(await assign(gone.id)).toMatchObject({ refused: 'wrong-state' })
  })
})
