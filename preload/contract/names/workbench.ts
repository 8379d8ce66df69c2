// Names of the desk's own help: the home page, finding anything, naming a record by its id.
import type { Names } from './define.ts'

export const workbenchNames = {
  'record.home': ['我的工作桌面', 'My desktop'],
  'query.find': ['查找', 'Find'],
  'query.locate': ['定位单据', 'Locate a document'],
} as const satisfies Names
