// Names of the desk's own help: the home page, finding anything, naming a record by its id.
import type { Names } from '../../names/define.ts'

export const workbenchNames = {
  'record.home': ['我的工作桌面', 'My desktop'],
  'query.reference': ['参考数据', 'Reference data'],
  'query.ports': ['港口查找', 'Find ports'],
  'query.first-steps': ['新公司的第一步', 'First steps of a new company'],
  'query.find': ['查找', 'Find'],
  'query.locate': ['定位单据', 'Locate a document'],
} as const satisfies Names
