// Parts that colleagues have in a sales contract: agreed on the draft, frozen when it is signed. Rule C29.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { writableDb } from '../../../db/tx.ts'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import type { TestUser } from '../../testing/test-office.ts'
import { amendments } from '../amendments/index.ts'
import { deals } from '../deals/index.ts'
import { parties } from '../parties/index.ts'
import { contracts } from './index.ts'
import { closeSound, salesContract, tradeOffice, type Trade } from './testing/trade.ts'

let office: Trade
let zhou: TestUser
let lin: TestUser
let wu: TestUser
beforeEach(async () => {
  office = await tradeOffice([amendments, deals, parties, contracts])
  ;[zhou, lin, wu] = [
    await office.user({ name: '周', permissions: [] }),
    await office.user({ name: '林', permissions: [] }),
    await office.user({ name: '吴', permissions: [] }),
  ]
})
afterEach(() => closeSound(office))

type Shares = CommandInput<'save-sales-contract'>['shares']
const contract = (shares: Shares = [], part: Partial<CommandInput<'save-sales-contract'>> = {}) =>
  salesContract(office, office.customer({ owner: zhou }), { ownerId: zhou.id, shares, ...part })
const told = async (id: string) => (await office.query('sales-contract', { id })).shares.map(({ name, share }) => `${name} ${share}`)

it('[C29] colleagues have what is typed, the salesperson the rest; what is left out goes', async () => {
  const input = contract([
    { userId: lin.id, share: '30' },
    { userId: wu.id, share: '12.5' },
  ])
  await office.run('save-sales-contract', input)
  expect(await told(input.id)).toEqual(['周 57.5', '林 30', '吴 12.5'])
  await office.run('save-sales-contract', { ...input, revision: 1, shares: [{ userId: wu.id, share: '40' }] })
  expect(await told(input.id)).toEqual(['周 60', '吴 40'])
  await office.run('save-sales-contract', { ...input, revision: 2, shares: [] })
  expect(await told(input.id)).toEqual([])
})

it('[C29] refuses the salesperson, a colleague twice, an empty part, and parts that leave the salesperson nothing', async () => {
  const refused = async (shares: Shares) => {
    const answer = await office.send('save-sales-contract', contract(shares))
    return 'data' in answer ? (answer.data as { issues: unknown }).issues : answer
  }
  expect(await refused([{ userId: zhou.id, share: '30' }])).toEqual([{ path: 'shares.0.userId', rule: 'duplicate' }])
  expect(
    await refused([
      { userId: lin.id, share: '30' },
      { userId: lin.id, share: '30' },
    ]),
  ).toEqual([{ path: 'shares.1.userId', rule: 'duplicate' }])
  expect(await refused([{ userId: lin.id, share: '0' }])).toEqual([{ path: 'shares.0.share', rule: 'required' }])
  for (const share of ['60', '61'])
    expect(
      await refused([
        { userId: lin.id, share: '40' },
        { userId: wu.id, share },
      ]),
    ).toEqual([{ path: 'shares', rule: 'shares-leave-nothing' }])
  expect(await office.send('save-sales-contract', contract([{ userId: newId(), share: '30' }]))).toMatchObject({ refused: 'not-found' })
})

it('[C29] stands once the contract is signed, whoever has it then and whatever is amended', async () => {
  const input = contract([{ userId: lin.id, share: '40' }])
  await office.run('save-sales-contract', input)
  await office.run('sign-sales-contract', { id: input.id, revision: 1, signedOn: input.contractDate })
  const { revision } = office.database.write.sql.prepare('SELECT revision FROM party WHERE id = ?').get(input.customerId) as {
    revision: number
  }
  await office.run('hand-over-customer', { id: input.customerId, revision, newOwnerId: wu.id })
  expect(await office.query('sales-contract', { id: input.id })).toMatchObject({ ownerName: '吴' })
  expect(await told(input.id)).toEqual(['周 60', '林 40'])
})

it('[C29] a draft that was handed over to a colleague with a part is theirs in one', async () => {
  const input = contract([
    { userId: wu.id, share: '25' },
    { userId: lin.id, share: '40' },
  ])
  await office.run('save-sales-contract', input)
  const { revision } = office.database.write.sql.prepare('SELECT revision FROM party WHERE id = ?').get(input.customerId) as {
    revision: number
  }
  await office.run('hand-over-customer', { id: input.customerId, revision, newOwnerId: wu.id })
  expect(await told(input.id)).toEqual(['吴 60', '林 40'])
  const now = await office.query('sales-contract', { id: input.id })
  await office.run('sign-sales-contract', { id: input.id, revision: now.revision, signedOn: input.contractDate })
  expect(await told(input.id)).toEqual(['吴 60', '林 40'])
  const positions = office.database.write.sql.prepare('SELECT position FROM sales_share ORDER BY position').all()
  expect(positions).toEqual([{ position: 0 }, { position: 1 }])
})

it('[C29] goes with a draft that is discarded', async () => {
  const input = contract([{ userId: lin.id, share: '40' }])
  await office.run('save-sales-contract', input)
  await office.run('discard-sales-contract', { id: input.id, revision: 1 })
  expect(office.database.write.sql.prepare('SELECT count(*) AS n FROM sales_share').get()).toEqual({ n: 0 })
})

it('[C29] who knows nothing of parts changes none; one that a colleague has who has left stays', async () => {
  const input = contract([{ userId: lin.id, share: '40' }])
  await office.run('save-sales-contract', input)
  const { shares: _shares, ...without } = input
  await office.run('save-sales-contract', { ...without, revision: 1 })
  expect(await told(input.id)).toEqual(['周 60', '林 40'])
  office.database.write.sql.prepare('UPDATE user SET active = 0 WHERE id = ?').run(lin.id)
  await office.run('save-sales-contract', { ...input, revision: 2 })
  expect(await told(input.id)).toEqual(['周 60', '林 40'])
  const another = { ...input, id: newId(), dealId: newId(), lines: input.lines.map((line) => ({ ...line, id: newId() })) }
  expect(await office.send('save-sales-contract', another)).toMatchObject({ refused: 'wrong-state' })
})

it('[C29] each stands with the department of the day it was signed', async () => {
  const input = contract([{ userId: lin.id, share: '40' }])
  await office.run('save-sales-contract', input)
  const departmentId = newId()
  writableDb(office.database.write, 0).put('department', {
    id: departmentId,
    name: '二部',
    nameEn: '',
    parentId: null,
    path: '/2/',
    revision: 1,
  } as never)
  office.database.write.sql.prepare('UPDATE user SET departmentId = ? WHERE id = ?').run(departmentId, lin.id)
  await office.run('sign-sales-contract', { id: input.id, revision: 1, signedOn: input.contractDate })
  const stored = office.database.write.sql.prepare('SELECT departmentId FROM sales_share WHERE position = 1').get()
  expect(stored).toEqual({ departmentId })
})
