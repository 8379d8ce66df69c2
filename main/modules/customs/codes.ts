// Customs' lists of codes: the ready-made ones with what the company corrected. Rule CD5.
import { countries, customsCodes } from '../../../db/reference/index.ts'
import { CUSTOMS_LISTS, type CustomsList } from '../../../preload/contract/modules/customs/calls.ts'
import { refuse } from '../../../preload/contract/refusals.ts'
import type { CommandHandler } from '../../commands/define-command.ts'
import type { QueryContext } from '../../queries/define-query.ts'

export type CustomsCode = { code: string; name: string; active: boolean; own: { id: string; revision: number } | null }
export type CustomsCodes = ReadonlyMap<CustomsList, readonly CustomsCode[]>

/** Countries by the three letters that customs have written since 2019. */
const readyMade = (list: CustomsList): readonly { code: string; name: string }[] =>
  list === 'country' ? countries.map(({ alpha3, nameZh }) => ({ code: alpha3, name: nameZh })) : (customsCodes[list] ?? [])

export const codesInUse = async (q: Pick<QueryContext, 'db'>): Promise<CustomsCodes> => {
  const own = await q.db.selectFrom('customs_code').selectAll().orderBy('code').execute()
  return new Map(
    CUSTOMS_LISTS.map((list) => {
      const corrected = new Map(own.filter((row) => row.list === list).map((row) => [row.code, row]))
      const others = readyMade(list).filter(({ code }) => !corrected.has(code))
      const all = [
        ...others.map((one) => ({ ...one, active: true, own: null })),
        ...[...corrected.values()].map(({ id, code, name, active, revision }) => ({
          code,
          name,
          active: active === 1,
          own: { id, revision },
        })),
      ]
      return [list, all.toSorted((a, b) => (a.code < b.code ? -1 : 1))]
    }),
  )
}

/** '一般贸易' for 0110; the code itself where no list has it. */
export const nameOfCode = (codes: CustomsCodes, list: CustomsList, code: string): string =>
  codes.get(list)?.find((one) => one.code === code)?.name ?? code

/** Keeps a code by another name, out of use, or one more. Refuses `already-exists` for a code of that list which the company has corrected before. */
export const saveCustomsCode: CommandHandler<'save-customs-code'> = async ({ id, revision, list, code, name, active }, ctx) => {
  const fields = { list, code, name, active: active ? 1 : 0 }
  const same = await ctx.db.selectFrom('customs_code').select('id').where('list', '=', list).where('code', '=', code).executeTakeFirst()
  if (same && same.id !== id) refuse('already-exists', { field: 'code', value: code })
  const old = ctx.tx.row('customs_code', id)
  if (revision === undefined) {
    if (old) refuse('already-exists', { field: 'id', value: id })
    ctx.tx.put('customs_code', { id, ...fields, revision: 1 })
    return { id, revision: 1 }
  }
  const seen = ctx.orNotFound(old, 'customs-code')
  ctx.requireRevision(seen, revision)
  ctx.tx.patch('customs_code', id, { ...fields, revision: seen.revision + 1 })
  return { id, revision: seen.revision + 1 }
}
