// Views of lists that users keep.
import { column, record } from '../../define/record.ts'

const { text, boolean, named } = column

export const listView = record('list-view', {
  table: 'list_view',
  sync: 'company',
  /** share: to give a view of a list to everybody of a role; one's own views need no right. */
  actions: ['share'],
  grants: { 'sales-manager': ['share'], administrator: ['share'] },
  title: ['name'],
  columns: { ...{ name: text(), roleId: named('role'), preset: boolean() } },
  internal: { list: 'plain', look: 'plain', ownerId: 'plain' },
})

export const listViewsRecords = [listView] as const
