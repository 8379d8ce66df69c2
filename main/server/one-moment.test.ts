// Every query, list and export there is reads inside one read transaction, and nothing outside it (U46): what SQLite itself was asked is listened to.
import { tmpdir } from 'node:os'
import { testFileMakers } from '../testing/file-makers.ts'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import path from 'node:path'
import type Sqlite from 'better-sqlite3'

const heard: string[] = []
vi.mock('better-sqlite3', async (original) => {
  const { default: Real } = await original<{ default: typeof Sqlite }>()
  return {
    default: class extends Real {
      constructor(file: string, options?: Sqlite.Options) {
        super(file, options?.readonly ? { ...options, verbose: (text) => void heard.push(String(text)) } : options)
      }
    },
  }
})

import { openReadable, type Connection } from '../../db/open.ts'
import { queries, type AnyQueryName } from '../../preload/contract/queries.ts'
import { officeItself } from '../access/viewer.ts'
import { exportList } from '../export/list-workbook.ts'
import { runQuery } from '../queries/run-query.ts'
import { allModules } from '../modules.ts'
import { rightsCalls, type Call } from './testing/rights-calls.ts'
import { rightsWorld, type RightsWorld } from './testing/rights-world.ts'

let world: RightsWorld
let calls: Call[]
let answers: Connection
beforeAll(async () => {
  world = await rightsWorld()
  calls = rightsCalls(world).calls.filter((c) => c.kind !== 'command')
  answers = openReadable(world.hub.database.file)
}, 120_000)
afterAll(async () => {
  answers.close()
  await world.close()
})

const at = '2026-03-02T02:00:00.000Z'
const faults: string[] = []
const on = {
  makers: testFileMakers(tmpdir()),
  faultId: () => 'f',
  fault: (_: string, what: string, error: unknown) => void faults.push(`${what}: ${String(error)}`),
}
/** What is wrong with the way in which `work` reads. */
const faultsOf = async (what: string, work: () => Promise<{ ok: boolean }>): Promise<string[]> => {
  heard.length = 0
  const { ok } = await work()
  const bounds = heard.flatMap((text, i) => (/^(BEGIN|COMMIT|ROLLBACK)/.test(text) ? [i] : []))
  const isOne = bounds.length === 2 && bounds[0] === 0 && bounds[1] === heard.length - 1
  return [
    ...(isOne
      ? []
      : [
          `${what}: ${heard
            .map((t) => t.slice(0, 60))
            .join(' | ')
            .slice(0, 400)}`,
        ]),
    ...(answers.inTransaction() ? [`${what} left its transaction open`] : []),
    ...(ok ? [] : [`${what} was not answered`]),
  ]
}

it('[U46] every query, list and export reads in one transaction', async () => {
  const wrong: string[] = []
  const refused: string[] = []
  const seen = new Set<string>()
  for (const call of calls) {
    const request = { name: call.name, input: call.body(), viewer: officeItself, at }
    for (const fault of await faultsOf(call.label, () => runQuery(answers, allModules, request, on)))
      (fault.endsWith('was not answered') ? refused : wrong).push(fault)
    seen.add(call.name)
  }
  const lists = new Map(calls.filter((c) => c.kind === 'list').map((c) => [c.name, c]))
  const target = path.join(world.hub.database.folder, 'moment.xlsx')
  for (const call of lists.values()) {
    const options = { list: call.name, input: call.body(), language: 'zh' as const }
    wrong.push(
      ...(await faultsOf(`export ${call.name}`, () => exportList(answers, allModules, { options, viewer: officeItself, at, target }, on))),
    )
  }
  expect(wrong).toEqual([])
  expect(faults).toEqual([])
  // A refusal reads in its moment too, but the test is of answers.
  expect(refused.length).toBeLessThan(calls.length / 4)
  expect((Object.keys(queries) as AnyQueryName[]).filter((name) => !seen.has(name))).toEqual([])
}, 120_000)
