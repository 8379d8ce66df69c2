// What screens ask about versions: all of a contract, the comparison of two, and whether an amendment could come into force.
import type { AmendedKind } from '../../../preload/contract/records.ts'
import { Refused, refuse } from '../../../preload/contract/refusals.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import { defineQueries, type QueryContext } from '../../queries/define-query.ts'
import {
  amendableOf,
  compare,
  contentOf,
  contentOfVersion,
  stateOf,
  versionsOf,
  type Amendable,
  type ComparedField,
  type ContractInForce,
} from '../../records/amendments/index.ts'
import { nameIn } from '../../../db/names-in-language.ts'

/** The contract for who may see it; all others are answered `not-found`. */
const visible = async (
  q: QueryContext,
  kind: AmendedKind,
  contractId: string,
): Promise<{ amendable: Amendable; inForce: ContractInForce }> => {
  q.require(`${kind}.view`)
  const amendable = amendableOf(q, kind)
  const inForce = q.orNotFound(await amendable.read(q.db, contractId), kind)
  q.requireScope(kind, inForce)
  return { amendable, inForce }
}
const showsAmounts = (q: QueryContext, amendable: Amendable): boolean => !amendable.secret || q.may('cost.view')

const ownerName = async (q: QueryContext, ownerId: string): Promise<string> =>
  (
    await q.db
      .selectFrom('user as u')
      .select(nameIn(q.viewer.language, 'user', 'u').as('name'))
      .where('u.id', '=', ownerId)
      .executeTakeFirst()
  )?.name ?? ''

export const amendmentsQueries = defineQueries({
  'contract-versions': async ({ kind, contractId }, q) => {
    const { amendable, inForce } = await visible(q, kind, contractId)
    const amounts = showsAmounts(q, amendable)
    const rows = await versionsOf(q.db, contractId, q.viewer.language)
    const written = rows.map((v) => ({
      version: v.version,
      state: stateOf(v, inForce.version),
      on: v.inForceOn,
      by: v.by,
      reason: v.reason,
      confirmation: v.confirmation,
      ...(amounts ? { total: money(v.total, v.currency) } : {}),
    }))
    if (rows.some((v) => v.version === 1)) return written
    const { content, signedOn } = inForce
    const first = {
      version: 1,
      state: 'in-force' as const,
      on: signedOn,
      by: await ownerName(q, inForce.ownerId),
      reason: '',
      confirmation: '',
    }
    return [...written, { ...first, ...(amounts ? { total: money(content.total, content.currency) } : {}) }]
  },

  'compare-versions': async ({ kind, contractId, from, to }, q) => {
    const { amendable, inForce } = await visible(q, kind, contractId)
    const before = await contentOfVersion(q.db, kind, inForce, from)
    const after = await contentOfVersion(q.db, kind, inForce, to)
    const shown = (fields: readonly ComparedField[]) => (showsAmounts(q, amendable) ? fields : fields.filter((f) => f.secret !== true))
    const { head, lines } = compare(before, after, { head: shown(amendable.head), lines: shown(amendable.lines) })
    const latest = (await versionsOf(q.db, contractId, q.viewer.language))[0]?.version ?? inForce.version
    return { number: inForce.number, party: inForce.party, latest, head, lines }
  },

  'amendment-check': async ({ id }, q) => {
    const row = await q.db.selectFrom('contract_version').selectAll().where('id', '=', id).executeTakeFirst()
    const kind = (row?.kind ?? 'sales-contract') as AmendedKind
    // One that the viewer may not see is answered like one that nobody knows, also of which kind it is.
    if (!row || !q.may(`${kind}.view`)) return refuse('not-found', { resource: 'sales-contract' })
    q.requireScope(kind, q.orNotFound(await amendableOf(q, kind).read(q.db, row.contractId), 'sales-contract'), 'sales-contract')
    const { amendable, inForce } = await visible(q, kind, row.contractId)
    if (row.inForceOn !== null) return { stopped: null, overPurchased: [] }
    try {
      const { overPurchased } = await amendable.check(q, inForce, contentOf(row))
      return { stopped: null, overPurchased }
    } catch (error) {
      if (error instanceof Refused) return { stopped: error.refusal, overPurchased: [] }
      throw error
    }
  },
})
