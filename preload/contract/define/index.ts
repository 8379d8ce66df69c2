// How a module declares what can be asked of it; how it declares its records stands in record.ts.
export { type CommandDesk, type Access, isForPeople, type CommandSpec, command, type QuerySpec, query, fileQuery } from './calls.ts'
export {
  type Column,
  column,
  FILTER_OPERATORS,
  type FilterOperator,
  type Filter,
  type Sort,
  PAGE_LIMIT,
  type Cell,
  type ListRow,
  cellSchema,
  listOutput,
  type ListAnswer,
  type ListSpec,
  list,
} from './list.ts'
export {
  revisionSchema,
  changedOutcome,
  savedOutcome,
  noOutcome,
  versionRef,
  shortText,
  codeText,
  requiredCode,
  requiredText,
  emailText,
  searchable,
  longText,
} from './shapes.ts'
export { blankFields, onlyFields } from './fields.ts'
export { once } from './once.ts'
