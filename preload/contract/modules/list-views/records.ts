// Views of lists that users keep.
import { column, record } from '../../define/record.ts'

const { text, boolean, named } = column

export const listView = record('list-view', {
  table: 'list_view',
  title: ['name'],
  columns: { ...{ name: text(), roleId: named('role'), preset: boolean() } },
})

export const listViewsRecords = [listView] as const
