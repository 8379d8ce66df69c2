// Where type-ahead fields look: the lists of customers, vendors, products and users, by what is typed, those in use only.
import type { ListRow } from '../../../preload/contract/define/index.ts'
import type { ListInput, ListName, ListParams } from '../../../preload/contract/queries.ts'
import { ask, fetchList } from '../../client/index.ts'
import type { Option } from '../../kit/fields/index.ts'

const FOUND = 20
const text = (row: ListRow, field: string): string => {
  const cell = row[field]
  return typeof cell === 'string' ? cell : ''
}
const rowsOf = async <N extends ListName>(list: N, input: ListInput<N>): Promise<ListRow[]> => {
  const answer = await fetchList(list, input)
  // A picker that cannot look finds nothing; what went wrong is said where the record is read or saved.
  return answer.ok ? answer.value.rows : []
}
const asked = (typed: string) => ({ limit: FOUND, ...(typed !== '' && { search: typed }) })
const IN_USE = { filters: [{ field: 'active', op: 'is' as const, value: 'true' }] }

export type VendorKind = NonNullable<NonNullable<ListParams<'vendors'>>['kind']>

const party = (row: ListRow): Option<ListRow> => ({
  id: row.id,
  label: text(row, 'name') || text(row, 'nameZh'),
  code: text(row, 'code'),
  detail: [text(row, 'nameZh') === text(row, 'name') ? '' : text(row, 'nameZh'), text(row, 'country')].filter((t) => t !== '').join(' · '),
  row,
})
export const searchCustomers = async (typed: string): Promise<Option<ListRow>[]> =>
  (await rowsOf('customers', { ...asked(typed), params: {} })).map(party)
export const searchVendors = async (typed: string, kind: VendorKind | undefined): Promise<Option<ListRow>[]> =>
  (await rowsOf('vendors', { ...asked(typed), ...IN_USE, params: kind ? { kind } : {} })).map(party)

const product = (row: ListRow): Option<ListRow> => ({
  id: row.id,
  label: text(row, 'name'),
  code: text(row, 'code'),
  detail: [text(row, 'nameZh'), text(row, 'unit')].filter((t) => t !== '').join(' · '),
  row,
})
export const searchProducts = async (typed: string): Promise<Option<ListRow>[]> =>
  (await rowsOf('products', { ...asked(typed), ...IN_USE, params: {} })).map(product)
/** The product of exactly this item number, for pasted lines. */
export const productByCode = async (code: string): Promise<ListRow | null> => {
  const wanted = code.trim()
  if (wanted === '') return null
  const rows = await rowsOf('products', { limit: 2, filters: [{ field: 'code', op: 'is', value: wanted }], params: {} })
  return rows[0] ?? null
}

/** The product with this id, as its list shows it. */
export const productOf = async (id: string): Promise<ListRow | null> => {
  const answer = await ask({ kind: 'query', name: 'product', input: { id } })
  return answer.ok ? productByCode((answer.value as { code: string }).code) : null
}

const user = (row: ListRow): Option<ListRow> => ({
  id: row.id,
  label: text(row, 'name'),
  code: text(row, 'login'),
  detail: text(row, 'department'),
  row,
})
export const searchUsers = async (typed: string): Promise<Option<ListRow>[]> =>
  (await rowsOf('users', { ...asked(typed), ...IN_USE, params: {} })).map(user)
