// While a customer is looked for in a field: those that are there but belong to colleagues, by name and owner alone (Y15).
import { sql } from 'kysely'
import { keyOf } from '../../../db/folded-keys.ts'
import { nameIn } from '../../../db/names-in-language.ts'
import { plainText } from '../../../preload/contract/vocabulary/fold.ts'
import type { QueryHandler } from '../../queries/define-query.ts'
import { normalName } from './rules.ts'

const SHOWN = 3
/** Shorter texts find nothing, so that nobody lists all customers letter by letter. */
const LETTERS = 3
const HAN = 2

const isLongEnough = (text: string): boolean =>
  [...text].length >= LETTERS || [...text].filter((letter) => /\p{Script=Han}/u.test(letter)).length >= HAN

/** Customers out of the viewer's scope whose name begins with what is typed, or whose code it is. */
export const colleaguesCustomers: QueryHandler<'colleagues-customers'> = async ({ typed }, q) => {
  const mine = q.scope('customer', 'p.ownerId', 'p.departmentId')
  if (mine === undefined || !isLongEnough(plainText(typed))) return []
  const theirs = q.db
    .selectFrom('party as p')
    .innerJoin('user as u', 'u.id', 'p.ownerId')
    .select(['p.id', 'p.name', nameIn(q.viewer.language, 'user', 'u').as('owner')])
    // Without a department the condition is unknown, which is out of scope too.
    .where(sql<boolean>`not coalesce(${mine}, 0)`)
    .limit(SHOWN)
  const found = new Map<string, { name: string; owner: string }>()
  const add = (rows: readonly { id: string; name: string; owner: string }[]) => {
    for (const { id, name, owner } of rows) found.set(id, { name, owner })
  }
  add(await theirs.where('p.kind', '=', 'customer').where('p.codeKey', '=', keyOf('code', typed)).execute())
  const name = normalName(typed)
  // A legal form that is half typed is no part of the name yet: that text is compared as it stands. Each column has its index, none is read whole.
  const beginnings = { normalName: name, normalNameZh: name, nameKey: keyOf('name', typed) }
  for (const column of ['normalName', 'normalNameZh', 'nameKey'] as const) {
    const begins = beginnings[column]
    if (!isLongEnough(plainText(begins))) continue
    // The plus keeps the plan from reading every customer by kind where the name's own index is at hand.
    const customers = theirs.where(column === 'nameKey' ? sql<boolean>`p.kind = 'customer'` : sql<boolean>`+p.kind = 'customer'`)
    const named = customers
      .where(`p.${column}`, '<>', '')
      .where(`p.${column}`, '>=', begins)
      .where(`p.${column}`, '<', `${begins}\u{10FFFF}`)
    add(await named.orderBy(`p.${column}`).execute())
  }
  return [...found.values()].slice(0, SHOWN)
}
