// What was agreed by each version of contracts that came into force, with what the version before it said: rows that a module joins in its own statement.
import { sql, type RawBuilder } from 'kysely'
import type { AmendedKind } from '../../../preload/contract/records.ts'

/**
 * contractId, version, inForceOn, currency, total, totalBase, deliveryDate; of the version before currencyBefore, totalBefore, totalBaseBefore. Minor units. Of a contract
 * that was never amended there is none.
 */
export const agreedVersions = (kind: AmendedKind): RawBuilder<unknown> => sql`(
  select v.contractId, v.version, v.inForceOn, v.currency, v.total, json_extract(v.content, '$.totalBase') as totalBase,
    json_extract(v.content, '$.deliveryDate') as deliveryDate,
    v.currencyBefore, v.totalBefore, json_extract(b.content, '$.totalBase') as totalBaseBefore
  from contract_version v left join contract_version b on b.kind = v.kind and b.contractId = v.contractId and b.version = v.version - 1
  where v.kind = ${kind} and v.inForceOn is not null)`
