// Names of views of lists.
import type { Names } from '../../names/define.ts'

export const listViewsNames = {
  'record.list-view': ['列表视图', 'List view'],
  'query.list-views': ['列表视图', 'List views'],
  'command.save-list-view': ['保存列表视图', 'Save list view'],
  'command.remove-list-view': ['删除列表视图', 'Remove list view'],
  'resource.list-view': ['列表视图', 'List views'],
  'action.share': ['共享', 'Share'],
  'resource.sales-figures': ['销售统计', 'Sales figures'],
  'field.list': ['列表', 'List'],
  'field.look': ['列表样式', 'Look of the list'],
  'field.preset': ['默认视图', 'Default view'],
} as const satisfies Names
