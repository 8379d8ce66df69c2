// Reading the cells of a list's rows where a page uses them by itself.
import type { ListRow } from '../../../preload/contract/define/index.ts'
import type { Money } from '../../../preload/contract/vocabulary/money.ts'

export const textOf = (row: ListRow, field: string): string => {
  const cell = row[field]
  return typeof cell === 'string' ? cell : ''
}
export const moneyOf = (row: ListRow, field: string): Money | undefined => {
  const cell = row[field]
  return typeof cell === 'object' && cell !== null ? cell : undefined
}
