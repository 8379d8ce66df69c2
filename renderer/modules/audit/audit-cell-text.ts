// A told value of the audit trail as text: as lists show it, money with its currency, structures in words.
import type { RecordColumn } from '../../../preload/contract/define/record.ts'
import type { Cell } from '../../../preload/contract/define/index.ts'
import { hasName } from '../../../preload/contract/names/index.ts'
import type { PaymentTerm } from '../../../preload/contract/vocabulary/payment-term.ts'
import { termText } from '../../kit/fields/index.ts'
import { moneyShown } from '../../kit/format/index.ts'
import { cellText } from '../../kit/list/index.ts'
import { namesText, type Words } from '../../words/index.ts'

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return text // Not a structure: shown as it stands.
  }
}

/** Groups that words within a structure may belong to. */
const GROUPS = ['letter-document', 'customer-level']
const wordOf = (value: unknown, { name }: Words): string => {
  const group = GROUPS.find((one) => hasName(`${one}.${String(value)}`))
  return group ? name(`${group}.${String(value)}`) : String(value)
}
/** [{ type: '40HQ', count: 2 }] → '40HQ 2'; identifiers say nothing to a reader. */
const listText = (value: unknown, words: Words): string => {
  if (!Array.isArray(value)) return typeof value === 'string' ? value : ''
  const one = (item: unknown): string =>
    typeof item === 'object' && item !== null
      ? Object.entries(item)
          .filter(([key, part]) => key !== 'id' && part !== '' && part !== null)
          .map(([, part]) => wordOf(part, words))
          .join(' ')
      : wordOf(item, words)
  return value.map(one).join(words.language === 'zh' ? '；' : '; ')
}

const partText = (cell: Cell, form: NonNullable<RecordColumn['form']>, words: Words): string => {
  const { name, t } = words
  if (cell === null || cell === '') return ''
  if (typeof cell === 'boolean') return t(cell ? 'kit.yes' : 'kit.no')
  const text = typeof cell === 'object' ? moneyShown(cell) : String(cell)
  switch (form) {
    case 'permissions':
      return namesText(
        text.split(' ').map((action) => name(`action.${action}`)),
        words.language,
      )
    case 'scopes':
      return name(`scope.${text}`)
    case 'settings':
      return hasName(`ageing-basis.${text}`) ? name(`ageing-basis.${text}`) : text
    case 'payment-term': {
      const term = parsed(text)
      return Array.isArray(term) ? termText(term as PaymentTerm, words) : text
    }
    default:
      return listText(parsed(text), words)
  }
}

/** '' for what is empty. */
export const auditCellText = (cell: Cell, column: RecordColumn, words: Words, timeZone: string): string => {
  if (column.form !== undefined) return partText(cell, column.form, words)
  if (typeof cell === 'object' && cell !== null) return moneyShown(cell)
  const { group } = column.values ?? {}
  if (column.kind === 'enum' && group !== undefined && !hasName(`${group}.${String(cell)}`)) return cell === null ? '' : String(cell)
  return cellText(cell, column, { name: words.name, yes: words.t('kit.yes'), no: words.t('kit.no'), timeZone })
}
