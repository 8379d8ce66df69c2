// Foreign ids: people of the demonstration company ask for records of others that are out of their scope, in every place of every call that takes an id, and are
// answered as for an id that nobody has, byte for byte (SEC43). The matrix of rights moves one record about; here many stand where they are. Rules U58, U59 of people.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ListSpec } from '../../preload/contract/define/index.ts'
import { APPROVAL_BOXES } from '../../preload/contract/modules/approvals/calls.ts'
import { queries, type ListName } from '../../preload/contract/queries.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { accounts } from '../demonstration/accounts.ts'
import { dealt, minutes, rounds, soaking } from '../../build/soak/rounds.ts'
import { inView, narrowed, ownersIn, personNamed, type Owner, type Person } from './testing/people-in-view.ts'
import { rehearsedCompany, type RehearsedCompany } from './testing/rehearsed-company.ts'
import { rightsCalls, type Call, type CallSlot, type RightsVerdict, type RightsCalls } from './testing/rights-calls.ts'
import { MAY_MAKE } from './testing/rights-tables.ts'
import type { HubAnswer } from './testing/test-hub.ts'

/** Foreign records that a place is asked with, and ids of how many other kinds of record. */
const EACH = rounds(1, 25)
const OTHER_KINDS = rounds(1, 12)
const everybody = accounts.map((a) => a.user)
/** Of the roles that see everything nothing is foreign; one of Northwind's salespeople stands for the nine. */
const AS_THEY_ARE = soaking ? [...everybody, 'nancy'] : ['manager', 'sales', 'admin', 'nancy']
/** Each role once more where the company has narrowed it to one's own; an owner's cannot be. */
const NARROWED = everybody.filter((user) => user !== 'boss' && user !== 'sales2')

let company: RehearsedCompany
let questions = 0
/** Looked at while what a command has done still stands. */
let standing = (): void => undefined
beforeAll(async () => {
  company = await rehearsedCompany()
  company.rehearse(() => standing())
}, 120_000)
afterAll(async () => {
  await company.close()
  console.log(`foreign ids: ${questions} questions`)
})

type Change = { path: string; value: string }
const apartFrom = ({ status, text }: HubAnswer, id: string) => `${status} ${text.replaceAll(id, '…')}`
/** In the suite a record in one of its states stands for the others. */
const callsOf = (of: RightsCalls) => (soaking ? of.calls : of.calls.filter((call) => !/#\d/.test(call.label)))
const post = (me: Person, call: Call, body: unknown) => {
  questions++
  return company.post(call.address, body, me.token)
}
const exported = async (me: Person, call: Call, change: Change): Promise<string> => {
  questions++
  const { params } = call.body(change) as { params?: unknown }
  const q = Buffer.from(JSON.stringify({ input: { params } })).toString('base64url')
  const { status, headers } = await company.get(`/api/export/${call.name}?q=${q}`, me.token)
  return `${status} ${String(headers['x-row-count'])}`
}
type Listed = { rows: { id: string }[]; count: number; header?: unknown; nextCursor?: string }
const listed = (text: string) => (JSON.parse(text) as { value?: Listed }).value

/** Of those who may not ask at all one in so many tries a place; the matrix of rights has each role ask each call. */
const TURNS = 4
const asking = [...AS_THEY_ARE.map((login) => [login, 'as they are'] as const), ...NARROWED.map((login) => [login, 'own alone'] as const)]
describe.each(asking.map(([login, scope], who) => ({ login, scope, who })))('[U58] [SEC43] $login, $scope', ({ login, scope, who }) => {
  let me: Person
  let of: RightsCalls
  let owners: ReadonlyMap<string, Owner>
  let widen = (): void => undefined
  /** Approvals that are told to me whosever the document is: I am asked, or may view all (approvals A15); tasks of mine, and of those for whom I stand in (D4). */
  const told = new Set<string>()
  const views = ({ owned, resource }: RightsVerdict) =>
    (owned ?? []).map((row) => inView(me, resource, owners.get(`${row.table} ${row.id}`)))
  const may = (permission: string) => permission === 'signed-in' || me.permissions.has(permission)
  beforeAll(async () => {
    me = personNamed(company, login)
    if (scope === 'own alone') widen = narrowed(company, me)
    owners = ownersIn(company)
    const { hub, ownedTables } = company
    of = rightsCalls({ hub, ownedTables, me: me.id, sees: (record) => views(record).every(Boolean) })
    const given = hub.database.write.sql
      .prepare(
        'SELECT taskId AS id FROM task_person WHERE userId = ? OR userId IN (SELECT fromUserId FROM delegation WHERE toUserId = ? AND active = 1)',
      )
      .all(me.id, me.id) as { id: string }[]
    for (const { id } of given) told.add(id)
    for (const box of APPROVAL_BOXES) {
      const { status, text } = await company.post('/api/query/approvals', { params: { box }, limit: 200 }, me.token)
      if (status === 200) for (const { id } of listed(text)!.rows) told.add(id)
    }
  })
  afterAll(() => widen())
  const isTold = (call: Call, kind: string, id: string) =>
    (['approval', 'task', 'typed-task'].includes(kind) && told.has(id)) ||
    (call.name === 'document-approval' && me.permissions.has('approval.view'))

  const foreign = new Map<string, string[]>()
  /** Records out of my scope, first one of everybody's. */
  const foreignOf = (kind: string): string[] => {
    const known = foreign.get(kind)
    if (known) return known
    const all = of.recordsOf(kind).filter((record) => views(record).length > 0 && !views(record).some(Boolean))
    const ownerOf = ({ owned }: RightsVerdict) => owners.get(`${owned![0]!.table} ${owned![0]!.id}`)?.ownerId
    const ofEach = new Map(all.map((record) => [ownerOf(record), record.id])).values()
    const ids = [...new Set([...ofEach, ...all.map((record) => record.id)])].slice(0, EACH)
    foreign.set(kind, ids)
    return ids
  }
  /** What a place is asked with: foreign records of its own kind and of some others, and the id that nobody has. */
  const triedAt = ({ kind, item }: CallSlot, turn: number): { ids: string[]; nobodys: string } => {
    const kinds = [...new Set(of.calls.flatMap((c) => c.slots.map((s) => s.kind)))].filter(
      (k) => k !== kind && k.endsWith('-item') === item && foreignOf(k).length > 0,
    )
    const others = Array.from({ length: Math.min(OTHER_KINDS, kinds.length) }, (_, i) => foreignOf(kinds[(turn + i) % kinds.length]!)[0]!)
    return { ids: [...foreignOf(kind), ...others], nobodys: item ? `${newId()}:1` : newId() }
  }

  it(
    'is told nothing of a record out of scope: the answer is that for an id which nobody has',
    async () => {
      expect(of.missing).toEqual([])
      const wrong: string[] = []
      for (const [row, call] of callsOf(of).entries())
        for (const [n, { path, ...slot }] of call.slots.entries()) {
          if (call.kind === 'list' || (!may(call.needs) && dealt([call], row + n, who, TURNS).length === 0)) continue
          const { ids, nobodys } = triedAt({ path, ...slot }, n)
          if (ids.length === 0) continue
          const expected = apartFrom(await post(me, call, call.body({ path, value: nobodys })), nobodys)
          for (const value of may(call.needs) ? ids : ids.slice(0, 1)) {
            const answer = await post(me, call, call.body({ path, value }))
            if (apartFrom(answer, value) === expected || isTold(call, slot.kind, value)) continue
            // Where an unknown id makes a record, a foreign one is refused as not found, or as taken by another kind, and no more is said.
            const refused = /"(not-found|id-taken)","data":\{("resource":"\w+")?\}/.test(answer.text)
            if (refused && MAY_MAKE.includes(`${call.name} ${path}`)) continue
            wrong.push(
              `${call.label} ${path} (${slot.kind}): ${apartFrom(answer, value).slice(0, 200)} (unknown: ${expected.slice(0, 200)})`,
            )
          }
        }
      expect(wrong).toEqual([])
    },
    minutes(10),
  )

  const whole = new Map<string, ReadonlySet<string>>()
  /** Every row that a list tells when it is not narrowed by this place. */
  const everyRow = async (call: Call, { path }: CallSlot): Promise<ReadonlySet<string>> => {
    const known = whole.get(call.name)
    if (known) return known
    const ids = new Set<string>()
    const { params, ...page } = call.body() as { params: Record<string, unknown> }
    const others = Object.fromEntries(Object.entries(params).filter(([key]) => `params.${key}` !== path))
    for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
      const { text } = await company.post(call.address, { ...page, params: others, cursor }, me.token)
      for (const row of listed(text)!.rows) ids.add(row.id)
      cursor = listed(text)!.nextCursor
    }
    whole.set(call.name, ids)
    return ids
  }

  it(
    'a list or export narrowed to a record out of scope tells of what it tells without, or nothing',
    async () => {
      const wrong: string[] = []
      for (const call of callsOf(of).filter((c) => c.kind === 'list' && may(c.needs)))
        for (const [n, slot] of call.slots.entries()) {
          const { path } = slot
          const { ids, nobodys } = triedAt(slot, n)
          const nothing = await post(me, call, call.body({ path, value: nobodys }))
          for (const [turn, value] of ids.entries()) {
            const answer = await post(me, call, call.body({ path, value }))
            const [is, empty] = [listed(answer.text), listed(nothing.text)]
            // A workbook costs more than a page: in the suite one salesperson's first ones stand for all.
            if (is && turn === 0 && (soaking || login === 'sales') && may((queries[call.name as ListName] as unknown as ListSpec).export)) {
              const rows = await exported(me, call, { path, value })
              if (rows !== `200 ${is.count}`) wrong.push(`export ${call.label} ${path}: ${rows}, listed ${is.count}`)
            }
            if (apartFrom(answer, value) === apartFrom(nothing, nobodys)) continue
            const all = is && slot.optional ? await everyRow(call, slot) : new Set<string>()
            const beyond = is?.rows.filter((row) => !all.has(row.id)) ?? [answer.text]
            if (beyond.length > 0 || JSON.stringify(is?.header) !== JSON.stringify(empty?.header))
              wrong.push(`${call.label} ${path} (${slot.kind}): ${JSON.stringify([beyond, is?.header]).slice(0, 400)}`)
          }
        }
      expect(wrong).toEqual([])
    },
    minutes(10),
  )
})

/** The owner reaches the most commands and stands for all in the suite. */
describe.each(soaking ? everybody : ['boss'])('[U59] ids that records have already, from %s', (login) => {
  let me: Person
  let calls: Call[] = []
  beforeAll(() => {
    me = personNamed(company, login)
    const { hub, ownedTables } = company
    const made = callsOf(rightsCalls({ hub, ownedTables, me: me.id })).filter((c) => c.kind === 'command' && me.permissions.has(c.needs))
    calls = [...new Map(made.map((c) => [`${c.name} ${c.makes.join()}`, c])).values()]
  })

  it(
    'make no other record, change nothing of that one and tell nothing of it',
    async () => {
      const { sql } = company.hub.database.write
      const tables = sql
        .prepare(
          "SELECT t.name FROM sqlite_master t JOIN pragma_table_info(t.name) c ON c.name = 'id' AND c.type = 'TEXT' WHERE t.type = 'table'",
        )
        .all() as { name: string }[]
      const rows = new Map(
        tables.map(({ name }) => [name, sql.prepare(`SELECT * FROM "${name}" ORDER BY id DESC LIMIT 200`).all() as { id: string }[]]),
      )
      const wrong = new Set<string>()
      /** In the suite the kinds of record take turns, but for what the command is named after. */
      const triedWith = (name: string, row: number) =>
        [...rows].filter(([table], n) => name.includes(table.replaceAll('_', '-')) || dealt([table], row, n, TURNS).length > 0)
      const taken = calls.flatMap((call) => call.makes.filter((p) => !p.includes('source')).map((path) => ({ call, path })))
      const tried = new Set<string>()
      for (const [row, { call, path }] of taken.entries())
        for (const [table, all] of triedWith(call.name, row)) {
          const mine = JSON.stringify(call.body())
          const record = all.find((row) => !Object.values(row).some((v) => typeof v === 'string' && v.length === 36 && mine.includes(v)))
          if (record === undefined) continue
          tried.add(table)
          const now = () => JSON.stringify(sql.prepare(`SELECT * FROM "${table}" WHERE id = ?`).get(record.id))
          const before = now()
          standing = () => {
            if (now() !== before) wrong.add(`${call.name} ${path}: ${table} ${before} became ${now()}`)
          }
          const { status, text } = await post(me, call, call.body({ path, value: record.id }))
          standing = () => undefined
          if (status === 500) wrong.add(`${call.name} ${path} (${table}): ${company.hub.faults.splice(0).join().slice(0, 150)}`)
          const { number, name } = record as { number?: string; name?: string }
          for (const told of [number, name])
            if (told !== undefined && told.length > 5 && text.includes(told)) wrong.add(`${call.name} ${path} (${table}): ${text}`)
        }
      expect([...wrong]).toEqual([])
      expect(tried.size).toBeGreaterThan(60)
    },
    minutes(10),
  )

  it('a line that comes twice is refused, and is no fault', async () => {
    const wrong: string[] = []
    for (const call of calls)
      for (const path of call.makes.filter((p) => /^\w+\[\]\.id$/.test(p))) {
        const { id, input } = call.body() as { id: string; input: Record<string, unknown[]> }
        const lines = path.slice(0, path.indexOf('['))
        const { status } = await post(me, call, { id, input: { ...input, [lines]: [...input[lines]!, ...input[lines]!] } })
        if (status === 500) wrong.push(`${call.name} ${path}: ${company.hub.faults.splice(0).join().slice(0, 150)}`)
      }
    expect(wrong).toEqual([])
  })
})
