// Laying a block from a spreadsheet (or the cell above) over lines: values are read, item numbers looked up, and what could not be read stays in its
// cell, marked, to be corrected.
import { useRef } from 'react'
import { useViewer } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { copiedText, type Line, type LineColumn } from './line-columns.ts'
import { pastedOver, type Place, withLine } from './line-edits.ts'
import type { LineGridProps } from './line-grid-props.ts'
import { readTable } from './line-table.ts'
import type { LineEdits } from './use-line-edits.ts'

type Given<L extends Line> = Pick<LineGridProps<L>, 'columns' | 'newLine'> & { edits: LineEdits<L>; most: number }

/** `pasteBlock` gives a sentence on how it went; `fillDown` takes over what stands in the cell above. */
export const useLinePaste = <L extends Line>({ edits, columns, newLine, most }: Given<L>) => {
  const { active, setActive, now, change, putText, indexOf } = edits
  const { t, name } = useWords()
  const { today } = useViewer()
  const count = useRef(0)
  const valueNamed = (column: LineColumn<L>, text: string): string | null =>
    column.kind === 'enum' ? (column.values.find((v) => v === text || name(`${column.group}.${v}`) === text) ?? null) : null
  /** Puts what a text stands for into its cell; `over` wins over what the found record would suggest. */
  const lookUp = async (place: Place & { text: string }, over: Partial<L>, group: string): Promise<boolean> => {
    const column = columns.find((c) => c.field === place.field)
    if (column?.kind !== 'pick') return true
    const picked = await column.byText?.(place.text)
    const line = now.current[indexOf(place.id)]
    if (!line) return true
    if (!picked) {
      putText({ text: place.text, rule: 'not-found' }, `#${place.id}.${place.field}`)
      return false
    }
    change(withLine(now.current, place.id, { ...column.onPick(picked, line), ...over }), group)
    return true
  }
  /** All of it is one change: taken back at once. */
  const lay = async (block: readonly (readonly string[])[], from: Place) => {
    const group = `paste-${++count.current}`
    const done = pastedOver(now.current, columns, from, block, { newLine, most, today, valueNamed })
    change(done.lines, group)
    for (const { id, field: column } of done.read) putText(null, `#${id}.${column}`)
    for (const { id, field: column, text: unread, rule } of done.unread) putText({ text: unread, rule }, `#${id}.${column}`)
    // One after the other: each writes over the lines as the one before has left them.
    const missing: string[] = []
    for (const lookup of done.lookups) if (!(await lookUp(lookup, done.parts.get(lookup.id) ?? {}, group))) missing.push(lookup.text)
    return { done, missing }
  }
  const pasteBlock = async (text: string): Promise<string> => {
    if (!active) return ''
    setActive(null)
    const { done, missing } = await lay(readTable(text), active)
    return [
      t('kit.line.pasted', { count: done.rows }),
      missing.length > 0 ? t('kit.line.not-found', { codes: [...new Set(missing)].join(', ') }) : '',
      done.cut ? t('kit.line.full', { most }) : '',
    ]
      .filter((part) => part !== '')
      .join(' · ')
  }
  const fillDown = async (shown: readonly L[]): Promise<void> => {
    const above = active && shown[shown.findIndex((line) => line.id === active.id) - 1]
    const column = columns.find((c) => c.field === active?.field)
    if (!active || !above || !column) return
    edits.refresh()
    await lay([[copiedText(column, above, name)]], active)
    edits.refresh()
  }
  return { pasteBlock, fillDown }
}
