// Nobody waits for somebody else's password: it is hashed before its command takes its turn. Rule U64 of people's SPEC.md.
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CommandInput } from '../../preload/contract/commands.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import type * as Password from '../access/password.ts'
import { people } from '../modules/people/index.ts'
import { testOffice, type TestOffice } from '../testing/test-office.ts'

/** Hashes that have been asked for and are not done yet. */
const hashing = vi.hoisted(() => [] as { password: string; done: () => void }[])
vi.mock('../access/password.ts', async (original) => ({
  ...(await original<typeof Password>()),
  hashPassword: (password: string) =>
    new Promise<string>((resolve) => hashing.push({ password, done: () => resolve(`hash of ${password}`) })),
  verifyPassword: async (given: string, hash: string) => hash === `hash of ${given}`,
}))

const PASSWORD = 'a calm harbour 7'
let office: TestOffice
/** A role that anybody may give. */
let plainRole: string
beforeEach(async () => {
  office = await testOffice([people])
  const { id } = await office.user({ permissions: ['customer.view'] })
  plainRole = (office.database.write.sql.prepare('SELECT roleId FROM user_role WHERE userId = ?').get(id) as { roleId: string }).roleId
  hashing.length = 0
})
afterEach(() => {
  expect(office.faults).toEqual([])
  office.close()
})

const person = (): CommandInput<'create-user'> => {
  const id = newId()
  return {
    ...{
      id,
      login: `u-${id.slice(-8)}`,
      name: '王',
      nameEn: '',
      email: '',
      phone: '',
      departmentId: null,
      roleIds: [plainRole],
      language: 'zh',
    },
    password: PASSWORD,
  }
}
const department = () => ({ id: newId(), name: newId(), nameEn: '', parentId: null })
/** The hash that is being made, once it has been asked for. */
const nextHash = () => vi.waitFor(() => hashing.shift() ?? Promise.reject(new Error('nothing is being hashed')), 30_000)
const stored = (userId: string) =>
  (office.database.write.sql.prepare('SELECT hash FROM credential WHERE userId = ?').get(userId) as { hash: string } | undefined)?.hash

test('[U64] while a password is being hashed the commands of others are done', async () => {
  const order: string[] = []
  const user = person()
  const made = office.run('create-user', user).then(() => order.push('user'))
  const hash = await nextHash()
  await office.run('create-department', department()).then(() => order.push('department'))
  await office.run('choose-language', { language: 'en' }).then(() => order.push('language'))
  hash.done()
  await made
  expect(order).toEqual(['department', 'language', 'user'])
  expect(stored(user.id)).toBe(`hash of ${PASSWORD}`)
})

test('[U64] each command that sets a password is given its hash', async () => {
  const hashed = async (work: Promise<unknown>) => {
    ;(await nextHash()).done()
    return work
  }
  const user = person()
  await hashed(office.run('create-user', user))
  await hashed(office.run('reset-password', { userId: user.id, password: 'second harbour 77' }))
  expect(stored(user.id)).toBe('hash of second harbour 77')
  const self = { id: user.id, viewer: { ...office.owner.viewer, userId: user.id } }
  await hashed(office.run('change-own-password', { current: 'second harbour 77', password: 'third harbour 77' }, self))
  expect(stored(user.id)).toBe('hash of third harbour 77')
})

test('[U64] what may not begin is not hashed', async () => {
  const nobody = await office.user({ permissions: [] })
  expect(await office.send('create-user', person(), nobody)).toMatchObject({ refused: 'not-permitted' })
  expect(await office.send('create-user', { ...person(), login: '' })).toMatchObject({ refused: 'invalid-input' })
  expect(hashing).toEqual([])
})

test('[U64] a password that is changed while its proof is looked at is proven no more', async () => {
  const user = person()
  const making = office.run('create-user', user)
  ;(await nextHash()).done()
  await making
  const self = { id: user.id, viewer: { ...office.owner.viewer, userId: user.id } }
  const own = office.send('change-own-password', { current: PASSWORD, password: 'third harbour 77' }, self)
  const hash = await nextHash()
  const reset = office.run('reset-password', { userId: user.id, password: 'second harbour 77' })
  ;(await nextHash()).done()
  await reset
  hash.done()
  expect(await own).toMatchObject({ refused: 'sign-in-failed' })
  expect(stored(user.id)).toBe('hash of second harbour 77')
})
