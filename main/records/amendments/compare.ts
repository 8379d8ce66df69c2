// What changed between two versions of a contract, line by line. Pure: no database, no clock. Rule AM7.
import type { ShownChange } from '../../../preload/contract/modules/amendments/calls.ts'
import { Decimal, decimalTextOf } from '../../../preload/contract/vocabulary/decimal.ts'
import { money } from '../../../preload/contract/vocabulary/money.ts'
import type { ComparedField, Content, ContentLine, Value } from './kinds.ts'

type Shown = ShownChange['before']
type Side = { content: Content; values: Readonly<Record<string, Value>> | undefined }

const DECIMALS: readonly string[] = ['quantity', 'price', 'percent', 'rate']
/** '5.00' and '5' are one price. */
const plain = (text: string): string => decimalTextOf(new Decimal(text))

/** A value as it travels: amounts with their currency, decimals in their shortest form, what is not there as null. */
const shown = ({ content, values }: Side, { field, kind }: ComparedField): Shown => {
  const value = values?.[field]
  if (value === undefined || value === null) return null
  if (kind === 'money') return money(Number(value), content.currency)
  if (Array.isArray(value)) return value.map((i) => ({ ...i, share: plain(i.share) }))
  const text = typeof value === 'number' ? String(value) : value
  return DECIMALS.includes(kind) && typeof text === 'string' ? plain(text) : text
}

const changesOf = (before: Side, after: Side, fields: readonly ComparedField[]): ShownChange[] =>
  fields.flatMap((f) => {
    const [was, is] = [shown(before, f), shown(after, f)]
    return JSON.stringify(was) === JSON.stringify(is) || (was === '' && is === null)
      ? []
      : [{ name: f.name, kind: f.kind, before: was, after: is }]
  })

export type LineChange = { id: string; line: number; goods: string; change: 'added' | 'removed' | 'changed'; fields: ShownChange[] }
export type Comparison = { head: ShownChange[]; lines: LineChange[] }

/** Changes of the head, then lines by their id in the order of the later version; lines taken out follow at the end. */
export const compare = (
  before: Content,
  after: Content,
  declared: { head: readonly ComparedField[]; lines: readonly ComparedField[] },
): Comparison => {
  const headOf = (content: Content): Side => ({ content, values: { ...content.head, total: content.total } })
  const was = new Map(before.lines.map((l) => [l.id, l]))
  const is = new Set(after.lines.map((l) => l.id))
  const lineOf = (old: ContentLine | undefined, now: ContentLine | undefined, at: number): LineChange[] => {
    const fields = changesOf({ content: before, values: old }, { content: after, values: now }, declared.lines)
    if (old && now && fields.length === 0) return []
    const { id, description } = (now ?? old)!
    return [
      { id, line: at + 1, goods: description, change: old === undefined ? 'added' : now === undefined ? 'removed' : 'changed', fields },
    ]
  }
  return {
    head: changesOf(headOf(before), headOf(after), declared.head),
    lines: [
      ...after.lines.flatMap((now, at) => lineOf(was.get(now.id), now, at)),
      ...before.lines.flatMap((old, at) => (is.has(old.id) ? [] : lineOf(old, undefined, at))),
    ],
  }
}
