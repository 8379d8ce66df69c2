// The list of what was applied to what, and of what was written off.
import { sql } from 'kysely'
import { ofSideSql } from '../../../db/ledger/sides.ts'
import { defineLists } from '../../queries/define-query.ts'
import { WRITTEN_OFF } from './allocations.ts'

export const allocationLists = defineLists({
  allocations: (params, q) => {
    q.require(params.side === 'receivable' ? 'receivable.view' : 'payable.view')
    const scope = params.side === 'receivable' ? q.scope('receivable', 'ok.id', 'uk.id') : undefined
    let from = q.db
      .selectFrom('allocation as a')
      .innerJoin('open_item as t', 't.ref', 'a.target')
      .leftJoin('open_item as s', 's.ref', 'a.source')
      .leftJoin('ledger_key as pk', 'pk.key', 't.party')
      .leftJoin('party as p', 'p.id', 'pk.id')
      .leftJoin('ledger_key as ok', 'ok.key', 't.owner')
      .leftJoin('ledger_key as uk', 'uk.key', 't.department')
      .where(sql<boolean>`${sql.raw(ofSideSql(params.side, 't'))}`)
    if (scope) from = from.where(scope)
    if (params.item !== undefined) from = from.where(sql<boolean>`(a.source = ${params.item} or a.target = ${params.item})`)
    if (params.partyId !== undefined) from = from.where('pk.id', '=', params.partyId)
    return {
      from,
      id: 'a.id',
      scope: 'company', // the scope stands in the condition above
      fields: {
        on: 'a.on',
        kind: sql`case when a.source = ${WRITTEN_OFF} then 'write-off' else 'allocation' end`,
        party: 'p.name',
        source: 's.documentNumber',
        sourceCurrency: 's.currency',
        sourceAmount: sql`case when a.source <> ${WRITTEN_OFF} then a.sourceAmount end`,
        target: 't.documentNumber',
        currency: 't.currency',
        amount: 'a.amount',
        exchangeDifference: 'a.difference',
        status: 'a.status',
        partyId: 'pk.id',
        sourceId: 's.documentId',
        targetId: 't.documentId',
        batchId: 'a.batchId',
      },
      search: ['s.documentNumber', 't.documentNumber', 'p.name', 'p.nameZh'],
    }
  },
})
