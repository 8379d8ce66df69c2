// Which comparisons a column's kind admits, and how many values each takes.
import type { Column, Filter, FilterOperator } from '../../../preload/contract/define/index.ts'

const WORDS = ['contains', 'is', 'is-not', 'starts', 'empty', 'not-empty'] as const
const NUMBERS = ['greater-or-equal', 'less-or-equal', 'between', 'is', 'is-not', 'greater', 'less', 'empty', 'not-empty'] as const
const DAYS = ['between', 'greater-or-equal', 'less-or-equal', 'is', 'empty', 'not-empty'] as const
const INSTANTS = ['between', 'greater-or-equal', 'less-or-equal'] as const

/** The first is what a new filter starts with. */
export const operatorsOf = ({ kind }: Column): readonly FilterOperator[] => {
  switch (kind) {
    case 'text':
    case 'code':
      return WORDS
    case 'enum':
      return ['in', 'empty', 'not-empty']
    case 'boolean':
      return ['is']
    case 'date':
      return DAYS
    case 'datetime':
      return INSTANTS
    default:
      return NUMBERS
  }
}

/** The key of an operator's words: days are said to be early or late, not small or large. */
export const operatorWords = (column: Column | undefined, op: FilterOperator) =>
  (column?.kind === 'date' || column?.kind === 'datetime') && (op === 'greater-or-equal' || op === 'less-or-equal')
    ? (`kit.op.day.${op}` as const)
    : (`kit.op.${op}` as const)

export const valuesOf = (op: FilterOperator): 'none' | 'one' | 'two' | 'many' =>
  op === 'empty' || op === 'not-empty' ? 'none' : op === 'between' ? 'two' : op === 'in' ? 'many' : 'one'

export type Draft = { field: string; op: FilterOperator; values: string[] }
export const draftOf = (filter: Filter): Draft => ({
  field: filter.field,
  op: filter.op,
  values: filter.value === undefined ? [] : Array.isArray(filter.value) ? filter.value : [filter.value],
})

/** The filter as the office takes it; null while something is still to be filled in. */
export const filterOf = ({ field, op, values }: Draft): Filter | null => {
  const given = values.map((v) => v.trim())
  switch (valuesOf(op)) {
    case 'none':
      return { field, op }
    case 'two': {
      const [from = '', to = ''] = given
      if (from !== '' && to !== '') return { field, op, value: [from, to] }
      // Between with one end open is still a question: from then on, or up to then.
      if (from !== '') return { field, op: 'greater-or-equal', value: from }
      return to === '' ? null : { field, op: 'less-or-equal', value: to }
    }
    case 'many':
      return given.length === 0 ? null : { field, op, value: given }
    default:
      return given[0] === undefined || given[0] === '' ? null : { field, op, value: given[0] }
  }
}
