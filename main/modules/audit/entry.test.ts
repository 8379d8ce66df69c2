// An entry of the trail in full: records with their fields before and after, lines summed up, and nothing that the reader may not see.
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { allPermissions, type Permission, type Scopes } from '../../../preload/contract/access.ts'
import { auditedTable, auditedTables } from '../../../preload/contract/audited.ts'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { aCustomer } from '../../testing/fixtures.ts'
import type { TestOffice, TestUser } from '../../testing/test-office.ts'
import { testOffice } from '../../testing/test-office.ts'
import { approvals } from '../approvals/index.ts'
import { contracts } from '../contracts/index.ts'
import { deals } from '../deals/index.ts'
import { credit } from '../credit/index.ts'
import { parties } from '../parties/index.ts'
import { purchasing } from '../purchasing/index.ts'
import { aTrade } from '../shipments/testing/trade.ts'
import { shipments } from '../shipments/index.ts'
import { people } from '../people/index.ts'
import { audit } from './index.ts'

let office: TestOffice
let trade: ReturnType<typeof aTrade>
beforeEach(async () => {
  office = await testOffice([people, audit, approvals, parties, credit, deals, contracts, purchasing, shipments])
  trade = aTrade(office)
})
afterEach(() => {
  expect(office.faults).toEqual([])
  office.close()
})

const newest = (name: string) =>
  (office.database.read.sql.prepare('SELECT max(id) AS id FROM audit WHERE name = ?').get(name) as { id: number }).id
const entryOf = (name: string, as?: TestUser) => office.query('audit-entry', { id: newest(name) }, as)
const reader = (permissions: readonly Permission[], scopes: Scopes = {}) =>
  office.user({ permissions: ['audit.view', ...permissions], scopes })
const usd = (minor: number) => ({ minor, currency: 'USD' })

const acme = (over: Partial<CommandInput<'create-customer'>> = {}): CommandInput<'create-customer'> =>
  aCustomer(office.owner.id, {
    ...{
      name: 'Acme',
      country: 'US',
      paymentTerm: [{ share: '100', event: 'on-signing', days: 0 }],
      level: null,
      incoterm: null,
      port: '',
    },
    ...over,
  })

describe('[U16] what was changed', () => {
  it('a record with its fields before and after: money with its currency, names instead of ids; only what changed', async () => {
    const made = acme({ creditLimit: 100_000_00, contacts: [] })
    await office.run('create-customer', made)
    const heir = await office.user({ permissions: [], name: '李' })
    await office.run('edit-customer', {
      ...made,
      code: 'C-9',
      revision: 1,
      creditLimit: 200_000_00,
      ownerId: heir.id,
    } as never)
    const { records, withheld, more } = await entryOf('edit-customer')
    expect([withheld, more]).toEqual([0, 0])
    const [customer] = records
    expect(customer).toMatchObject({ record: 'customer', title: 'Acme', kind: 'changed', opens: { route: 'customer', id: made.id } })
    expect(customer!.fields.map((f) => [f.field, f.before, f.after])).toEqual([
      ['code', expect.any(String), 'C-9'],
      ['creditLimit', usd(100_000_00), usd(200_000_00)],
      ['ownerId', '老板', '李'],
    ])
  })

  it('a currency is that of its moment, also when a later command changed it', async () => {
    const made = acme({ creditLimit: 5_000_00 })
    await office.run('create-customer', made)
    const edit = (over: Partial<CommandInput<'edit-customer'>>, revision: number) =>
      office.run('edit-customer', { ...made, code: 'C-9', revision, ...over })
    await edit({ creditLimit: 6_000_00 }, 1)
    const changed = newest('edit-customer')
    await edit({ creditLimit: 7_000_00, creditCurrency: 'EUR' }, 2)
    const limit = async (id: number) => {
      const { records } = await office.query('audit-entry', { id })
      const found = records[0]!.fields.find((f) => f.field === 'creditLimit')
      return [found?.before, found?.after]
    }
    expect(await limit(changed)).toEqual([usd(5_000_00), usd(6_000_00)])
    expect(await limit(newest('edit-customer'))).toEqual([usd(6_000_00), { minor: 7_000_00, currency: 'EUR' }])
  })

  it('lines are summed up below their document: added, changed, removed, each with its fields', async () => {
    const sale = await trade.sold([
      { quantity: '100', price: '2' },
      { quantity: '50', price: '4' },
    ])
    const input = trade.shipmentOf([
      [sale.lines[0]!, '100'],
      [sale.lines[1]!, '20'],
    ])
    await office.run('save-shipment', input)
    const [first] = input.lines
    await office.run('save-shipment', {
      ...input,
      revision: 1,
      vessel: 'EVER GIVEN',
      lines: [
        { ...first!, quantity: '90' },
        { id: newId(), salesLineId: sale.lines[1]!, quantity: '10' },
      ],
    })
    const shipment = (await entryOf('save-shipment')).records.find((r) => r.record === 'shipment')!
    expect(shipment.kind).toBe('changed')
    expect(shipment.count).toEqual({ added: 1, changed: 1, removed: 1 })
    expect(shipment.fields.find((f) => f.field === 'vessel')).toMatchObject({ before: '', after: 'EVER GIVEN' })
    expect(shipment.fields.find((f) => f.field === 'total')).toMatchObject({ before: usd(280_00), after: usd(220_00) })
    const changed = shipment.lines.find((l) => l.kind === 'changed')!
    expect(changed.record).toBe('shipment-line')
    expect(changed.fields.map((f) => [f.field, f.before, f.after])).toEqual([
      ['quantity', '100', '90'],
      ['amount', usd(200_00), usd(180_00)],
    ])
  })

  it('rights of a role one by one, scopes, settings and switches by their own names', async () => {
    const id = newId()
    const role = {
      id,
      name: '助理',
      nameEn: '',
      permissions: ['customer.view', 'deal.view'] as Permission[],
      scopes: { customer: 'own' as const },
    }
    await office.run('create-role', role)
    await office.run('edit-role', { ...role, revision: 1, permissions: ['customer.view', 'customer.edit'], scopes: { customer: 'all' } })
    const [changed] = (await entryOf('edit-role')).records
    expect(changed!.fields).toEqual([
      { field: 'permissions', part: 'customer', before: 'view', after: 'view edit' },
      { field: 'permissions', part: 'deal', before: 'view', after: null },
      { field: 'scopes', part: 'customer', before: 'own', after: 'all' },
    ])
    const { switches } = await office.query('company', {})
    await office.switches({ ...switches, approvePayment: true })
    const [company] = (await entryOf('set-switches')).records
    expect(company).toMatchObject({ record: 'company', fields: [{ field: 'value', part: 'approvePayment', before: false, after: true }] })
  })

  it('what was about a record or wrote it is found by the record', async () => {
    const made = acme()
    await office.run('create-customer', made)
    await office.run('hand-over-customer', { id: made.id, revision: 1, newOwnerId: (await office.user({ permissions: [] })).id })
    const sale = await trade.sold([{ quantity: '1', price: '1' }])
    const { rows, count } = await office.query('audit', { params: { record: made.id }, totals: true })
    expect([count, rows.map((r) => r['name'])]).toEqual([2, ['hand-over-customer', 'create-customer']])
    // A line's id finds the command that wrote it, though the command was about its contract.
    expect((await office.query('audit', { params: { record: sale.lines[0]! } })).rows.length).toBeGreaterThan(0)
    expect((await office.query('audit', { params: { record: newId() } })).rows).toEqual([])
    // [U17] named to who sees every record of the kind, an id to everybody else
    expect(rows.at(-1)).toMatchObject({ subject: made.name, subjectId: made.id })
    for (const scope of ['own', 'all'] as const) {
      const reader = await office.user({ permissions: ['audit.view', 'customer.view'], scopes: { customer: scope } })
      const read = await office.query('audit', { params: { record: made.id } }, reader)
      expect(read.rows.at(-1)).toMatchObject({ subject: scope === 'all' ? made.name : made.id })
    }
  })

  it('refusals and sign-ins changed nothing; an entry that is not there is not found', async () => {
    await office.send('create-customer', acme(), await office.user({ permissions: [] }))
    const refusal = await entryOf('create-customer')
    expect([refusal.kind, refusal.records, refusal.withheld]).toEqual(['refusal', [], 0])
    expect(await office.ask('audit-entry', { id: 10_000 })).toEqual({ ok: false, refused: 'not-found', data: { resource: 'audit' } })
  })
})

describe('[U17] who may see it', () => {
  it('needs the right to the trail, and the view right and the scope of each record; the rest is only counted', async () => {
    const made = acme()
    await office.run('create-customer', made)
    const titles = async (as: TestUser) => {
      const { records, withheld } = await entryOf('create-customer', as)
      return [records.map((r) => r.title), withheld]
    }
    const nobody = await office.user({ permissions: allPermissions.filter((p) => p !== 'audit.view') })
    expect(await office.ask('audit-entry', { id: newest('create-customer') }, nobody)).toMatchObject({ data: { permission: 'audit.view' } })
    expect(await titles(await reader([]))).toEqual([[], 1])
    expect(await titles(await reader(['vendor.view']))).toEqual([[], 1])
    expect(await titles(await reader(['customer.view'], { customer: 'own' }))).toEqual([[], 1])
    expect(await titles(await reader(['customer.view'], { customer: 'all' }))).toEqual([['Acme'], 0])
  })

  it('whose record it is today counts: the new owner reads its history, the former one no more', async () => {
    const rights = ['customer.view'] as const
    const [old, heir] = [await reader(rights, { customer: 'own' }), await reader(rights, { customer: 'own' })]
    const made = acme({ ownerId: old.id })
    await office.run('create-customer', made)
    const seen = async (as: TestUser) => (await entryOf('create-customer', as)).records.length
    expect([await seen(old), await seen(heir)]).toEqual([1, 0])
    await office.run('hand-over-customer', { id: made.id, revision: 1, newOwnerId: heir.id })
    expect([await seen(old), await seen(heir)]).toEqual([0, 1])
  })

  it('lines are checked by their document; costs are absent without cost.view', async () => {
    await trade.sold([{ quantity: '10', price: '5', buy: { quantity: '10', price: '3' } }])
    const fields = async (permissions: Permission[]) => {
      const as = await reader(permissions, { 'purchase-contract': 'all' })
      const contract = (await entryOf('save-purchase-contract', as)).records.find((r) => r.record === 'purchase-contract')
      return [...(contract?.fields ?? []), ...(contract?.lines.flatMap((l) => l.fields) ?? [])].map((f) => f.field)
    }
    expect(await fields([])).toEqual([])
    const costs = ['total', 'totalBase', 'price', 'amount']
    expect(await fields(['purchase-contract.view', 'cost.view'])).toEqual(expect.arrayContaining(costs))
    expect((await fields(['purchase-contract.view'])).filter((f) => costs.includes(f))).toEqual([])
    expect(await fields(['purchase-contract.view'])).toContain('quantity')
  })

  it('[SEC50] of a password only that it was set', async () => {
    const colleague = await office.user({ permissions: ['customer.view'] })
    const id = newId()
    await office.run('create-user', {
      ...{
        id,
        login: 'zhang',
        name: '张',
        nameEn: '',
        email: '',
        phone: '',
        departmentId: null,
        language: 'zh',
        password: 'a calm harbour 9',
      },
      roleIds: [
        (office.database.read.sql.prepare('SELECT roleId FROM user_role WHERE userId = ?').get(colleague.id) as { roleId: string }).roleId,
      ],
    })
    const text = JSON.stringify(await entryOf('create-user'))
    expect(text).toContain('"table":"credential"')
    expect(text).not.toMatch(/argon2|harbour|hash|failures/)
  })
})

test('[U17] every table and column of the record is either told, or known to be the office’s own', () => {
  const columns = office.database.read.sql
    .prepare(
      "SELECT t.name AS t, c.name AS c FROM sqlite_schema t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%'",
    )
    .all() as { t: string; c: string }[]
  const schema = new Map<string, Set<string>>()
  for (const { t, c } of columns) schema.set(t, (schema.get(t) ?? new Set()).add(c))
  const told = (table: string) => auditedTables.includes(table)
  // Kept sums, the ledger (read in its own reports), memory of desks, and the trail itself.
  const own = [
    'audit',
    'audit_seal',
    'change',
    'session',
    'sign_in_place',
    'user_state',
    'number_series',
    'account',
    'journal',
    'posting',
    'open_item',
    'ledger_key',
    'sync_unit',
    'sync_moved',
    'desk_contact',
    'pairing_try',
    'company_key',
  ]
  const isOwn = (table: string) =>
    [...own, 'party_mark', 'returned_source', 'backup', 'backup_task', 'command_outcome', 'outbox'].includes(table) ||
    // The company's key, and what is noted without a command: of desks, of wrong codes, of contents that were sent and hang on no record yet.
    ['company_key', 'desk_contact', 'pairing_try', 'received_content'].includes(table) ||
    /^(sum_|search_|file_)/.test(table)
  expect([...schema.keys()].filter((table) => !told(table) && !isOwn(table))).toEqual([])
  expect(auditedTables.filter((table) => !schema.has(table))).toEqual([])
  const wrong: string[] = []
  for (const table of auditedTables) {
    const { columns: described, title, titleEn = [], of } = auditedTable(table)!
    for (const column of [...Object.keys(described), ...title, ...titleEn, ...(of ? [of.column] : [])])
      if (!schema.get(table)?.has(column)) wrong.push(`${table}.${column}`)
  }
  expect(wrong).toEqual([])
})
