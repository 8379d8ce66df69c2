// Desks of one's own and of roles: whose is shown, who may change which, and two windows that arrange the same one.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { READY_MADE_ROLES } from '../../../preload/contract/access.ts'
import { writableDb } from '../../../db/tx.ts'
import { isLaidOut, type Tile } from '../../../preload/contract/modules/workbench/tiles.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { aCustomer } from '../../testing/fixtures.ts'
import { testOffice, type TestOffice, type TestUser } from '../../testing/test-office.ts'
import { parties } from '../parties/index.ts'
import { people } from '../people/index.ts'
import { readyMadeWorkbench, standardWorkbench } from './ready-made.ts'
import { workbench } from './index.ts'

let office: TestOffice
let li: TestUser
beforeEach(async () => {
  office = await testOffice([people, parties, workbench])
  li = await office.user({ permissions: ['customer.view'], scopes: { customer: 'own' } })
})
afterEach(() => {
  expect(office.faults).toEqual([])
  office.close()
})

const note = (id: string, x = 0, y = 0): Tile => ({ ...{ id, kind: 'note', x, y, w: 4, h: 3 }, settings: {} })
const desk = (as: TestUser) => office.query('workbench', {}, as)
const kinds = (tiles: readonly Tile[]) => tiles.map(({ id }) => id)
/** A ready-made role as a founded company has it. */
const readyMadeRole = (code: string, name: string): string => {
  const id = newId()
  const permissions = JSON.stringify(['customer.view'])
  writableDb(office.database.write, 0).put('role', { id, code, name, nameEn: '', permissions, scopes: '{}', revision: 1 })
  return id
}
/** Gives a user these roles and no other. */
const give = (user: TestUser, ...roleIds: string[]) => {
  office.database.write.sql.prepare('DELETE FROM user_role WHERE userId = ?').run(user.id)
  for (const roleId of roleIds) writableDb(office.database.write, 0).put('user_role', { id: newId(), userId: user.id, roleId })
}

test('[W30] a person’s desk is kept at the office, for them alone, and lies on the grid without overlapping', async () => {
  const tiles = [note('a'), note('b', 4)]
  expect(await office.run('save-workbench', { revision: 0, tiles }, li)).toMatchObject({ revision: 1 })
  expect(await desk(li)).toMatchObject({ of: 'own', revision: 1, tiles })
  expect(await desk(office.owner)).toMatchObject({ of: 'role', revision: 0 })
  const refused = async (...wrong: Tile[]) =>
    expect(await office.send('save-workbench', { revision: 1, tiles: wrong }, li)).toMatchObject({ refused: 'invalid-input' })
  await refused(note('a'), note('b', 3))
  await refused(note('a'), note('a', 4))
  await refused(note('a', 9))
})

test('[W31] of two windows that arrange the same desk the second is told; also after it was given up in between', async () => {
  await office.run('save-workbench', { revision: 0, tiles: [note('a')] }, li)
  const second = { revision: 0, tiles: [note('b')] }
  expect(await office.send('save-workbench', second, li)).toMatchObject({ refused: 'changed-meanwhile' })
  await office.run('reset-workbench', { revision: 1 }, li)
  await office.run('save-workbench', { revision: 2, tiles: [note('c')] }, li)
  expect(await office.send('save-workbench', { ...second, revision: 1 }, li)).toMatchObject({ refused: 'changed-meanwhile' })
  expect(await office.send('reset-workbench', { revision: 2 }, li)).toMatchObject({ refused: 'changed-meanwhile' })
  expect(kinds((await desk(li)).tiles)).toEqual(['c'])
})

test('[W32] without one of their own they see that of their first role, the ready-made ones before the company’s own', async () => {
  const cashier = readyMadeRole('cashier', '出纳')
  const accountant = readyMadeRole('accountant', '会计')
  // A role of the company's own without a desk: the standard one, and no role is named.
  expect(await desk(li)).toMatchObject({ of: 'role', role: null, tiles: standardWorkbench() })
  give(li, cashier, accountant)
  expect(await desk(li)).toMatchObject({ role: '会计', tiles: readyMadeWorkbench('accountant') })
  const own = newId()
  await office.run('create-role', { id: own, name: 'A', nameEn: '', permissions: ['customer.view'], scopes: {} })
  await office.run('save-role-workbench', { roleId: own, revision: 0, tiles: [note('ours')] })
  give(li, own, cashier)
  expect(await desk(li)).toMatchObject({ role: '出纳' })
  give(li, own)
  expect(kinds((await desk(li)).tiles)).toEqual(['ours'])
})

test('[W33] who may arranges the desk of a role; it is shown to those without one of their own, and goes back to the ready-made one', async () => {
  const cashier = readyMadeRole('cashier', '出纳')
  give(li, cashier)
  const tiles = [note('company')]
  const save = { roleId: cashier, revision: 0, tiles }
  expect(await office.send('save-role-workbench', save, li)).toMatchObject({ refused: 'not-permitted' })
  expect(await office.ask('role-workbench', { roleId: cashier }, li)).toMatchObject({ refused: 'not-permitted' })
  expect(await office.send('save-role-workbench', { ...save, roleId: newId() })).toMatchObject({ refused: 'not-found' })
  await office.run('save-role-workbench', save)
  expect(await office.send('save-role-workbench', save)).toMatchObject({ refused: 'changed-meanwhile' })
  expect(await desk(li)).toMatchObject({ of: 'role', tiles })
  const arranged = (await office.query('role-workbenches', {})).filter((one) => one.arranged)
  expect(arranged).toMatchObject([{ code: 'cashier' }])
  expect(await office.query('role-workbench', { roleId: cashier })).toMatchObject({ revision: 1, tiles })
  await office.run('save-workbench', { revision: 0, tiles: [note('mine')] }, li)
  await office.run('reset-role-workbench', { roleId: cashier, revision: 1 })
  expect(kinds((await desk(li)).tiles)).toEqual(['mine'])
  await office.run('reset-workbench', { revision: 1 }, li)
  expect((await desk(li)).tiles).toEqual(readyMadeWorkbench('cashier'))
})

test('[W34] every ready-made desk lies on the grid', () => {
  for (const code of READY_MADE_ROLES) expect([code, isLaidOut(readyMadeWorkbench(code))]).toEqual([code, true])
  expect(isLaidOut(standardWorkbench())).toBe(true)
})

test('[W36] shortcuts are called as what they lead to, and only where the viewer may see it', async () => {
  const mine = aCustomer(li.id)
  const theirs = aCustomer(office.owner.id)
  await office.run('create-customer', mine)
  await office.run('create-customer', theirs)
  const view = { id: newId(), list: 'customers', name: 'V', look: '{}', roleId: null, preset: false }
  await office.run('save-list-view', view, li)
  const asked = { records: [mine.id, theirs.id, newId()], views: [view.id, newId()] }
  expect(await office.query('shortcut-names', asked, li)).toEqual({
    records: [{ id: mine.id, kind: 'customer', title: mine.name }],
    views: [{ id: view.id, list: 'customers', name: 'V' }],
  })
  expect(await office.query('shortcut-names', asked)).toMatchObject({ records: [{ id: mine.id }, { id: theirs.id }], views: [] })
})
