// Pasting a block from a spreadsheet into lines: values are read, item numbers looked up, and what could not be read stays to be corrected.
import type { ListRow } from '../../../preload/contract/define.ts'
import { useViewer } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import type { Option } from '../fields/pick-box.tsx'
import { productByCode } from '../fields/record-sources.ts'
import type { Line, LineColumn } from './line-columns.ts'
import { pastedOver, type Place, withLine } from './line-edits.ts'
import type { LineGridProps } from './line-grid-props.ts'
import { readTable } from './line-table.ts'
import type { LineEdits } from './use-line-edits.ts'

type Given<L extends Line> = Pick<LineGridProps<L>, 'columns' | 'newLine' | 'onTyped'> & { edits: LineEdits<L>; most: number }

export const useLinePaste = <L extends Line>({ edits, columns, newLine, onTyped, most }: Given<L>) => {
  const { active, setActive, now, change, indexOf } = edits
  const { t, name } = useWords()
  const { today } = useViewer()
  const valueNamed = (column: LineColumn<L>, text: string): string | null =>
    column.kind === 'enum' ? (column.values.find((v) => v === text || name(`${column.group}.${v}`) === text) ?? null) : null
  /** Puts what a text stands for into its cell; `over` wins over what the found record would suggest. */
  const lookUp = async (place: Place & { text: string }, over: Partial<L>): Promise<boolean> => {
    const column = columns.find((c) => c.field === place.field)
    if (column?.kind !== 'product' && column?.kind !== 'pick') return true
    const picked = column.kind === 'product' ? await productByCode(place.text) : await column.byText?.(place.text)
    const line = now.current[indexOf(place.id)]
    if (!picked || !line) return !line
    const part =
      column.kind === 'product'
        ? { [column.field]: picked.id, ...column.onPick(picked as ListRow, line) }
        : column.onPick(picked as Option, line)
    change(withLine(now.current, place.id, { ...(part as Partial<L>), ...over }))
    return true
  }
  /** Lays the block over the lines from the active cell on; gives a sentence on how it went. */
  return async (text: string): Promise<string> => {
    if (!active) return ''
    const done = pastedOver(now.current, columns, active, readTable(text), { newLine, most, today, valueNamed })
    setActive(null)
    change(done.lines)
    for (const { id, field: column, text: unread, rule } of done.unread) onTyped?.({ text: unread, rule }, `#${id}.${column}`)
    // One after the other: each writes over the lines as the one before has left them.
    const missing: string[] = []
    for (const lookup of done.lookups) if (!(await lookUp(lookup, done.parts.get(lookup.id) ?? {}))) missing.push(lookup.text)
    return [
      t('kit.line.pasted', { count: done.rows }),
      missing.length > 0 ? t('kit.line.not-found', { codes: [...new Set(missing)].join(', ') }) : '',
      done.cut ? t('kit.line.full', { most }) : '',
    ]
      .filter((part) => part !== '')
      .join(' · ')
  }
}
