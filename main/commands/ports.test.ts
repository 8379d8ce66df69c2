// The ports of a command's place: what the office keeps of a refusal, and what becomes of a command on a desk. Rules U66, U67 of people's SPEC.md.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../db/testing/database.ts'
import { writableDb } from '../../db/tx.ts'
import { refuse } from '../../preload/contract/refusals.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { unfounded } from '../access/company.ts'
import { officeItself } from '../access/viewer.ts'
import { allModules } from '../modules.ts'
import type { CommandHandlers } from './define-command.ts'
import { deskPorts } from './desk-ports.ts'
import { officePorts } from './office-ports.ts'
import type { Ports } from './ports.ts'
import { commandRunner, type CommandRunner } from './run-command.ts'

let database: TestDatabase
let runs: number
let isRefused: boolean
beforeEach(async () => {
  database = await testDatabase()
  writableDb(database.write, 0).put('setting', { key: 'company', value: JSON.stringify({ ...unfounded, name: 'x' }) })
  runs = 0
  isRefused = true
})
afterEach(() => database.close())

const runnerWith = (ports: Ports): CommandRunner => {
  const counted = <N extends keyof CommandHandlers>(name: N): CommandHandlers[N] =>
    ((input: never, ctx: never) => {
      runs++
      return isRefused ? refuse('nothing-to-do', {}) : (allModules.commands[name] as (input: never, ctx: never) => unknown)(input, ctx)
    }) as CommandHandlers[N]
  const names = ['create-category', 'create-department', 'register-receipt'] as const
  const commands = { ...allModules.commands, ...Object.fromEntries(names.map((name) => [name, counted(name)])) }
  const on = {
    committed: () => undefined,
    faultId: newId,
    fault: (_id: string, what: string, error: unknown) => {
      throw new Error(what, { cause: error })
    },
  }
  return commandRunner(database.write, { ...allModules, commands }, on, ports)
}
const send = (runner: CommandRunner, name: string, input: unknown, id = newId()) =>
  runner.run({ id, name, input, viewer: officeItself, device: 'test', at: '2026-03-02T02:00:00.000Z' })
const all = (text: string) => database.read.sql.prepare(text).all()
const category = () => ({ id: newId(), name: newId(), nameZh: '', parentId: null })
const department = () => ({ id: newId(), name: newId(), nameEn: '', parentId: null })
const receipt = () => ({
  ...{ id: newId(), bankAccountId: newId(), receivedOn: '2026-03-01', amount: 100, charge: 0, rate: '1', payerName: 'x' },
  ...{ customerId: null, contractId: null, remark: '' },
})
const REFUSED = { ok: false, refused: 'nothing-to-do', data: {} }

test('[U67] a refused command that is sent again gets the same refusal without being run, also after a restart', async () => {
  const [id, input] = [newId(), category()]
  expect(await send(runnerWith(officePorts(database.write)), 'create-category', input, id)).toEqual(REFUSED)
  isRefused = false
  expect(await send(runnerWith(officePorts(database.write)), 'create-category', input, id)).toEqual(REFUSED)
  expect(runs).toBe(1)
  expect(all('SELECT kind FROM audit')).toEqual([{ kind: 'refusal' }])
  expect(all('SELECT commandId, result, auditId, name FROM command_outcome')).toEqual([
    { commandId: id, result: 'rejected', auditId: 1, name: 'create-category' },
  ])
})

test('[U67] another input may have the id; once it is done, nothing else may', async () => {
  const [id, input] = [newId(), category()]
  const runner = runnerWith(officePorts(database.write))
  expect(await send(runner, 'create-category', input, id)).toEqual(REFUSED)
  isRefused = false
  const other = category()
  expect(await send(runner, 'create-category', other, id)).toMatchObject({ ok: true, value: { id: other.id } })
  expect(await send(runner, 'create-category', other, id)).toMatchObject({ ok: true, value: { id: other.id } })
  expect(await send(runner, 'create-category', input, id)).toEqual({ ok: false, refused: 'command-id-reused', data: {} })
  expect(runs).toBe(2)
})

test('[U67] what was refused before its rules were asked is looked at anew', async () => {
  const id = newId()
  const runner = runnerWith(officePorts(database.write))
  expect(await send(runner, 'create-category', { ...category(), name: '' }, id)).toMatchObject({ refused: 'invalid-input' })
  expect(all('SELECT * FROM command_outcome')).toEqual([])
})

test('[U66] on a desk: one runs and is kept, one waits and is kept, one is left to the office', async () => {
  isRefused = false
  const runner = runnerWith(deskPorts(database.write))
  const [made, waiting] = [newId(), newId()]
  const [input, money] = [category(), receipt()]
  expect(await send(runner, 'create-category', input, made)).toMatchObject({ ok: true, value: { id: input.id } })
  expect(await send(runner, 'create-category', input, made)).toMatchObject({ ok: true, value: { id: input.id } })
  expect(await send(runner, 'register-receipt', money, waiting)).toEqual({ ok: false, refused: 'waits-for-office', data: {} })
  expect(await send(runner, 'register-receipt', money, waiting)).toEqual({ ok: false, refused: 'waits-for-office', data: {} })
  expect(await send(runner, 'register-receipt', receipt(), waiting)).toMatchObject({ refused: 'command-id-reused' })
  expect(await send(runner, 'create-department', department())).toEqual({ ok: false, refused: 'office-only', data: {} })
  expect(runs).toBe(1)
  expect(all('SELECT seq, commandId, name, state, outcome, input FROM outbox')).toEqual([
    {
      ...{ seq: 1, commandId: made, name: 'create-category', state: 'done', outcome: JSON.stringify({ id: input.id, revision: 1 }) },
      input: JSON.stringify({ name: input.name, nameZh: '', parentId: null, id: input.id }),
    },
    { seq: 2, commandId: waiting, name: 'register-receipt', state: 'waits', outcome: null, input: expect.stringContaining(money.id) },
  ])
  expect(all('SELECT * FROM audit')).toEqual([])
})

test('[U66] what is refused on a desk is kept nowhere, and can be put right under its id', async () => {
  const runner = runnerWith(deskPorts(database.write))
  const [id, input] = [newId(), category()]
  expect(await send(runner, 'create-category', input, id)).toEqual(REFUSED)
  expect([all('SELECT * FROM outbox'), all('SELECT * FROM command_outcome'), all('SELECT * FROM audit')]).toEqual([[], [], []])
  isRefused = false
  expect(await send(runner, 'create-category', input, id)).toMatchObject({ ok: true })
})
