// By what facts can be looked at: each dimension follows from a key of the facts and gives one member for each of them, or its none member (CU1).
import { sql, type RawBuilder } from 'kysely'
import { nameIn, type NamedTable } from '../../../db/names-in-language.ts'
import { countryName } from '../../../db/reference/country-name.ts'
import type { OwnedResource } from '../../../preload/contract/access.ts'
import { hasName, nameOf } from '../../../preload/contract/names/index.ts'
import { compareTexts } from '../../../preload/contract/vocabulary/compare-texts.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import type { Need } from '../../records/facts.ts'

/** `key`: what its name is ordered by. */
export type Label = { label: string; code: string; key?: string }
/** Where a member stands in a tree: its parent's key, null for a root. */
export type Tree = ReadonlyMap<string, string | null>
export type Dimension = {
  name: string
  /** The key of the facts it follows from; 'day' for those of time. */
  of: string
  needs: readonly Need[]
  /** Of persons: for who may look at colleagues. */
  people?: true
  /** A table beside the facts, by this alias; dimensions that share it join it once. */
  join?: { alias: string; table: RawBuilder<unknown> }
  /** The record that names the members is seen within a scope: what is beyond stands together (CU26). */
  scoped?: { resource: OwnedResource; owner: string; department: string }
  key: RawBuilder<unknown>
  labels(q: QueryContext, keys: readonly string[]): ReadonlyMap<string, Label>
  /** Members have parents whose figures hold theirs (CU12). */
  tree?(q: QueryContext): Tree
  /** The page of a member. */
  route?: string
}

const lookUp = (q: QueryContext, keys: readonly string[], select: RawBuilder<unknown>): ReadonlyMap<string, Label> => {
  const query = q.db.selectFrom(sql<{ id: string; label: string; code: string }>`(${select})`.as('t')).selectAll()
  const { sql: text, parameters } = query.where(sql<boolean>`t.id in (select value from json_each(${JSON.stringify(keys)}))`).compile()
  const rows = q.sql.prepare(text).all(...parameters) as { id: string; label: string; code: string }[]
  return new Map(rows.map(({ id, label, code }) => [id, { label, code }]))
}
/** Names of a table's rows; `code` decides among equal figures. Of a record with a scope, those that are in it: what is asked by may be any (CU26). */
const rowsOf =
  (table: string, label: string, code: string, scoped?: OwnedResource): Dimension['labels'] =>
  (q, keys) => {
    const within = scoped && q.scope(scoped, 'ownerId', 'departmentId')
    const seen = within ? sql`where ${within}` : sql``
    return lookUp(q, keys, sql`select id, ${sql.raw(label)} as label, ${sql.raw(code)} as code from ${sql.table(table)} ${seen}`)
  }
const named =
  (table: NamedTable): Dimension['labels'] =>
  (q, keys) =>
    lookUp(q, keys, sql`select n.id, ${nameIn(q.viewer.language, table, 'n')} as label, n.name as code from ${sql.table(table)} as n`)
/** Words of a group, or what was typed where the group has no such word. */
const words =
  (group: string): Dimension['labels'] =>
  (q, keys) =>
    new Map(keys.map((key) => [key, { label: hasName(`${group}.${key}`) ? nameOf(`${group}.${key}`, q.viewer.language) : key, code: key }]))
const asTyped: Dimension['labels'] = (_q, keys) => new Map(keys.map((key) => [key, { label: key, code: key }]))
/** What is no code has no name in the tables, and would be no path to one. */
const isCountryCode = (key: string): boolean => /^[A-Z]{2}$/.test(key)
const countries: Dimension['labels'] = (q, keys) => {
  const codes = JSON.stringify(keys.filter(isCountryCode))
  return lookUp(
    q,
    keys,
    sql`select value as id, ${countryName('value', q.viewer.language)} as label, value as code from json_each(${codes})`,
  )
}

const treeOf =
  (table: 'product_category' | 'department'): NonNullable<Dimension['tree']> =>
  (q) =>
    new Map(
      (q.sql.prepare(`SELECT id, parentId FROM ${table}`).all() as { id: string; parentId: string | null }[]).map((r) => [
        r.id,
        r.parentId,
      ]),
    )

const customerJoin = { alias: 'cu', table: sql`party as cu on cu.id = f.customer` }
const productJoin = { alias: 'pr', table: sql`product as pr on pr.id = f.product` }
/** What a customer is today (CU14). */
const ofCustomer = (name: string, key: RawBuilder<unknown>, labels: Dimension['labels'], more: Partial<Dimension> = {}): Dimension => ({
  ...{ name, of: 'customer', needs: ['customer.view'], join: customerJoin, key, labels },
  scoped: { resource: 'customer', owner: 'cu.ownerId', department: 'cu.departmentId' },
  ...more,
})
const plain = (name: string, labels: Dimension['labels'], more: Partial<Dimension> = {}): Dimension => ({
  ...{ name, of: name, needs: [], key: sql`nullif(${sql.ref(`f.${name}`)}, '')`, labels },
  ...more,
})
const vendor = (name: string): Dimension => plain(name, rowsOf('party', 'name', 'code'), { needs: ['vendor.view'], route: 'vendor' })
/** A port that is typed as a text has no code, so nobody knows in which country it lies. */
const isPortCode = (column: string) => sql`${sql.ref(column)} glob '[A-Z][A-Z][A-Z0-9][A-Z0-9][A-Z0-9]'`
const port = (name: 'portOfLoading' | 'portOfDischarge'): Dimension => plain(name, asTyped)

export const dimensions: readonly Dimension[] = [
  ofCustomer('customer', sql`cu.id`, rowsOf('party', 'name', 'code', 'customer'), { route: 'customer' }),
  ofCustomer('customer-level', sql`nullif(cu.level, '')`, words('customer-level')),
  ofCustomer('customer-country', sql`nullif(cu.country, '')`, countries),
  ofCustomer('customer-source', sql`nullif(cu.source, '')`, asTyped),
  ofCustomer('customer-industry', sql`nullif(cu.industry, '')`, asTyped),
  plain('salesperson', named('user'), { people: true, route: 'user' }),
  ofCustomer('owner-now', sql`cu.ownerId`, named('user'), { people: true, route: 'user' }),
  plain('department', named('department'), { tree: treeOf('department') }),
  plain('purchaser', named('user'), { people: true, route: 'user' }),
  vendor('factory'),
  vendor('vendor'),
  vendor('forwarder'),
  vendor('carrier'),
  plain('deal', rowsOf('deal', 'number', 'number', 'deal'), {
    needs: ['deal.view'],
    join: { alias: 'de', table: sql`deal as de on de.id = f.deal` },
    scoped: { resource: 'deal', owner: 'de.ownerId', department: 'de.departmentId' },
    route: 'deal',
  }),
  plain('contract', rowsOf('sales_contract', 'number', 'number', 'sales-contract'), {
    needs: ['sales-contract.view'],
    join: { alias: 'sc', table: sql`sales_contract as sc on sc.id = f.contract` },
    scoped: { resource: 'sales-contract', owner: 'sc.ownerId', department: 'sc.departmentId' },
    route: 'sales-contract',
  }),
  plain('product', rowsOf('product', 'name', 'code'), { needs: ['product.view'], route: 'product' }),
  {
    ...plain('category', named('product_category')),
    of: 'product',
    needs: ['product.view'],
    join: productJoin,
    key: sql`pr.categoryId`,
    tree: treeOf('product_category'),
  },
  plain('unit', words('unit')),
  plain('currency', asTyped),
  plain('incoterm', asTyped),
  plain('mode', words('transport-mode')),
  {
    ...plain('destination', countries),
    of: 'portOfDischarge',
    key: sql`case when ${isPortCode('f.portOfDischarge')} then substr(f.portOfDischarge, 1, 2) end`,
  },
  port('portOfLoading'),
  port('portOfDischarge'),
  plain('bank', rowsOf('bank_account', 'name', 'code'), { needs: ['bank-account.view'], route: 'bank-account' }),
  plain('costKind', words('profit-line')),
]

const byOwnName = new Map(dimensions.map((d) => [d.name, d]))
export const dimensionNamed = (name: string): Dimension | undefined => byOwnName.get(name)
/** One that a declaration speaks of. */
export const dimensionCalled = (name: string): Dimension => {
  const found = byOwnName.get(name)
  if (!found) throw new Error(`there is no dimension ${name}`)
  return found
}

/** Members by their names as a telephone book has them; names of one spelling by their codes. */
export const byName = (a: Label, b: Label): number => compareTexts(a.key ?? a.label, b.key ?? b.label) || compareTexts(a.code, b.code)
