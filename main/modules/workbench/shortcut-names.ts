// What shortcuts are called today: of records and views that were pinned, those that the viewer may see. Rule W36.
import type { QueryHandler } from '../../queries/define-query.ts'
import { locateRecord } from '../../records/locate.ts'
import { visibleViews } from './list-views.ts'

export const shortcutNames: QueryHandler<'shortcut-names'> = async ({ records, views }, q) => ({
  records: [...new Set(records)].flatMap((id) => {
    const { kind, title } = locateRecord({ id }, q)
    return kind === 'unknown' ? [] : [{ id, kind, title }]
  }),
  views:
    views.length === 0
      ? []
      : await visibleViews(q)
          .select(['v.id', 'v.list', 'v.name'])
          .where('v.id', 'in', [...views])
          .orderBy('v.id')
          .execute(),
})
