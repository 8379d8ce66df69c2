// Whatever has a number of its own is found by it, and led to by its id, within the scope of who asks and nowhere beyond, also where the owner is another record's
// (a declaration is its shipment's). Every kind with a series of numbers falls in by its declaration.
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { findByOwnNumber } from '../../db/schema/0490-found-by-number.ts'
import { allPermissions, isOwned, SCOPES } from '../../preload/contract/access.ts'
import { type AnyRecord, ATTACHABLE_KINDS, records } from '../../preload/contract/records.ts'
import { RELATIONS, rightsWorld, SEEN, type RightsWorld } from './testing/rights-world.ts'

const numbered = records.filter(({ series }) => series !== undefined)
/** Seen in another kind's scope; every other kind without an owner is everybody's who has the right. */
const BY_ROW_ABOVE: Readonly<Record<string, string>> = {
  'customs-declaration': 'shipment',
  'origin-certificate': 'shipment',
  'credit-note': 'customer',
}
let world: RightsWorld
beforeAll(async () => {
  world = await rightsWorld()
  // Money that nobody has claimed is told to everybody who may claim it: here somebody has.
  const { sql } = world.hub.database.write
  sql.prepare("UPDATE receipt SET status = 'claimed', ownerId = ? WHERE ownerId IS NULL").run(world.me)
  sql.prepare("UPDATE search_entry SET ownerId = ? WHERE kind = 'receipt'").run(world.me)
}, 120_000)
afterAll(() => world.close())

/** A record of a kind, the newest of those whose scope is somebody's, with its number. */
const oneOf = ({ kind, table, rows, scopedBy, title = [] }: AnyRecord): { id: string; number: string } => {
  const { sql } = world.hub.database.write
  const of = rows ? `"${rows.column}" IN (${rows.values.map((value) => `'${value}'`).join(', ')})` : '1'
  const owned =
    kind === 'customer' || kind === 'vendor' || !scopedBy
      ? '1'
      : `"${scopedBy.column}" IN (SELECT id FROM "${scopedBy.table}" WHERE ownerId IS NOT NULL)`
  const column = title.includes('number') ? 'number' : 'code'
  const found = sql.prepare(`SELECT id, "${column}" AS number FROM "${table}" WHERE ${of} AND ${owned} ORDER BY id DESC LIMIT 1`).get()
  expect([kind, found]).toEqual([kind, expect.anything()])
  return found as { id: string; number: string }
}
const found = async (kind: string, { id, number }: { id: string; number: string }) => {
  const { text } = await world.post('/api/query/find', { text: number, limit: 50 })
  const hits = (JSON.parse(text) as { value: { kind: string; id: string; title: string }[] }).value
  const located = JSON.parse((await world.post('/api/query/locate', { id })).text) as { value: { kind: string; title: string } }
  const isFound = hits.some((hit) => hit.kind === kind && hit.id === id)
  const isRead = ATTACHABLE_KINDS.some((one) => one === kind)
    ? (await world.post('/api/query/files-of', { recordKind: kind, recordId: id })).status === 200
    : false
  const isTold = JSON.stringify([hits, located]).includes(id) || located.value.kind !== 'unknown' || isRead
  return { isFound, isTold }
}

test('[W28] every kind with a number of its own is found by it', () =>
  expect(numbered.filter(({ searchable }) => !searchable).map(({ kind }) => kind)).toEqual([]))

describe('[W28] found by its number and led to by its id is what stands in scope, and nothing beyond', () => {
  it.each(numbered.map((one) => [one.kind, one] as const))('%s', async (kind, record) => {
    const one = oneOf(record)
    const scope = isOwned(kind) ? kind : BY_ROW_ABOVE[kind]
    const wrong: string[] = []
    for (const relation of scope ? RELATIONS : (['elsewhere'] as const)) {
      world.place(relation)
      for (const mine of SCOPES) {
        // The scope of its owner's kind alone, so that no other kind's lets it through.
        world.give(allPermissions, scope ? { [scope]: mine } : mine)
        const expected = !scope || SEEN[mine].includes(relation)
        const { isFound, isTold } = await found(kind, one)
        if (isFound !== expected || isTold !== expected) wrong.push(`${mine}, ${relation}: found ${isFound}, told ${isTold}`)
      }
    }
    world.give([], 'all')
    expect(await found(kind, one)).toEqual({ isFound: false, isTold: false })
    expect(wrong).toEqual([])
  })
})

test('[W28] what was there before is found by the same texts', () => {
  const { sql } = world.hub.database.write
  const kinds = ['customs-declaration', 'origin-certificate', 'credit-note', 'transfer', 'tax-refund-receipt', 'revaluation']
  const entries = (table: string) =>
    sql
      .prepare(
        `SELECT id, kind, title, detail, ownerId, departmentId, text, initials FROM ${table} WHERE kind IN (SELECT value FROM json_each(?)) ORDER BY id`,
      )
      .all(JSON.stringify(kinds))
  const before = entries('search_entry')
  expect(new Set(before.map((row) => (row as { kind: string }).kind))).toEqual(new Set(kinds))
  findByOwnNumber(sql)
  expect(entries('search_waiting')).toEqual(before)
})
