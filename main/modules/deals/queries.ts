// One deal with every document of it that the viewer may open.
import { nameIn } from '../../../db/names-in-language.ts'
import { defineQueries } from '../../queries/define-query.ts'
import { documentsOfDeal } from './documents.ts'
import type { DealStage } from './rules.ts'

export const dealsQueries = defineQueries({
  deal: async ({ id }, q) => {
    const row = q.orNotFound(
      await q.db
        .selectFrom('deal as d')
        .innerJoin('party as p', 'p.id', 'd.customerId')
        .innerJoin('user as u', 'u.id', 'd.ownerId')
        .select(['d.id', 'd.number', 'd.openedOn', 'd.stage', 'd.customerId', 'd.ownerId', 'd.departmentId'])
        .select(['p.name as customerName', nameIn(q.viewer.language, 'user', 'u').as('ownerName')])
        .where('d.id', '=', id)
        .executeTakeFirst(),
      'deal',
    )
    q.requireScope('deal', row)
    const { departmentId: _department, ...shown } = row
    return { ...shown, stage: row.stage as DealStage, documents: await documentsOfDeal(q, id) }
  },
})
