// The one cell that is being typed in: a bare input, or a type-ahead, that fills its cell.
import { type KeyboardEvent, useLayoutEffect, useMemo, useRef } from 'react'
import { useWords } from '../../words/index.ts'
import type { Begins } from '../fields/begin-record.tsx'
import { type Option, PickBox } from '../fields/pick-box.tsx'
import { type TypedRules, useTypedText } from '../fields/use-typed-text.ts'
import type { TypedText } from './draft.ts'
import { isFigureColumn, type Line, type LineColumn, rulesOf, shownText, textAt, valueAt } from './line-columns.ts'
import { hearKey } from '../../client/index.ts'

type Props<L extends Line> = {
  column: LineColumn<L>
  line: L
  today: string
  typed: TypedText | undefined
  onTyped: (typed: TypedText | null) => void
  onPart: (part: Partial<L>) => void
  onMissing: (text: string) => void
  wrong: boolean
}

const TypedCell = <L extends Line>({ column, line, rules, typed, onTyped, onPart, wrong }: Props<L> & { rules: TypedRules<unknown> }) => {
  const { name } = useWords()
  const empty = column.kind === 'text' || column.kind === 'decimal' ? '' : null
  const { input, cancel } = useTypedText<unknown>({
    value: valueAt(line, column.field) ?? empty,
    onChange: (value) => onPart({ [column.field]: value } as Partial<L>),
    typed,
    onTyped,
    rules,
  })
  return (
    <input
      {...input}
      // The cell was entered to be typed in.
      // biome-ignore lint/a11y/noAutofocus: focus follows the user's own move
      autoFocus
      aria-label={column.label ?? name(`field.${column.field}`)}
      aria-invalid={wrong}
      autoComplete="off"
      spellCheck={false}
      placeholder={column.calculated?.(line)}
      inputMode={isFigureColumn(column) ? 'decimal' : undefined}
      onKeyDown={(event: KeyboardEvent<HTMLInputElement>) =>
        hearKey(event, () => {
          if (event.key === 'Escape') cancel()
          if (event.key === 'ArrowUp' || event.key === 'ArrowDown') return
          input.onKeyDown(event)
        })
      }
      style={{
        width: '100%',
        height: '100%',
        border: 0,
        outline: 0,
        padding: '0 8px',
        background: 'transparent',
        font: 'inherit',
        color: 'inherit',
        ...(isFigureColumn(column) && { textAlign: 'right', fontVariantNumeric: 'tabular-nums' }),
      }}
    />
  )
}

const BARE = {
  height: '100%',
  '& .MuiInputBase-root': { height: '100%', font: 'inherit', px: 1 },
  '& .MuiFormControl-root': { height: '100%' },
}

type Picker<L extends Line> = {
  shown: string
  search: (text: string) => Promise<Option[]>
  byText: (text: string) => Promise<Option | null>
  byId: (id: string) => Promise<Option | null>
  partOf: (option: Option | null) => Partial<L>
  free: boolean
  begins?: Begins
}
const usePicker = <L extends Line>({ column, line }: Props<L>): Picker<L> => {
  const { language, name } = useWords()
  const shown = shownText(column, line, name)
  return useMemo<Picker<L>>(() => {
    if (column.kind === 'pick')
      return {
        shown,
        search: (text) => column.search(text, line),
        byText: (text) => column.byText?.(text) ?? Promise.resolve(null),
        byId: (id) => column.byId?.(id) ?? Promise.resolve(null),
        partOf: (picked) => column.onPick(picked, line),
        free: false,
        ...(column.begins && { begins: { ...column.begins, what: name(column.begins.name) } }),
      }
    return {
      shown: textAt(line, column.field),
      search: (text) => (column.kind === 'word' ? column.search(text, language) : Promise.resolve([])),
      byText: () => Promise.resolve(null),
      byId: () => Promise.resolve(null),
      partOf: (picked) => ({ [column.field]: picked?.label ?? '' }) as Partial<L>,
      free: true,
    }
  }, [column, line, shown, language, name])
}

const PickCell = <L extends Line>(props: Props<L>) => {
  const { column, line, typed, onTyped, onPart, onMissing } = props
  const { name } = useWords()
  const picker = usePicker(props)
  /** Typed and not picked; null for nothing typed. */
  const pending = useRef<string | null>(null)
  const id = textAt(line, column.field)
  /** Typed and left before the list was there: the text itself says which one is meant. */
  const leave = async () => {
    const text = pending.current?.trim()
    pending.current = null
    if (text === undefined || picker.free || (text === picker.shown && !typed)) return
    if (text === '') return typed && onTyped(null)
    const found = await picker.byText(text)
    if (found) onPart(picker.partOf(found))
    else onMissing(text)
    // What is not found is not lost: it stays in its cell to be corrected.
    if (typed || !found) onTyped(found ? null : { text, rule: 'not-found' })
  }
  /** What was begun from this cell has been made: it is picked as if it had been there. */
  const take = async (made: string) => {
    const found = await picker.byId(made)
    if (found) onPart(picker.partOf(found))
  }
  // The cell is left by taking it away: no blur comes then.
  const latest = useRef(leave)
  useLayoutEffect(() => {
    latest.current = leave
  })
  useLayoutEffect(() => () => void latest.current(), [])
  return (
    <div
      style={{ height: '100%' }}
      onInput={(event) => {
        pending.current = (event.target as HTMLInputElement).value
      }}
      onKeyDownCapture={(event) =>
        hearKey(event, () => {
          if (event.key === 'Escape') pending.current = null
        })
      }
      onBlur={() => void leave()}
    >
      <PickBox
        bare
        autoFocus
        label={column.label ?? name(`field.${column.field}`)}
        start={typed?.text}
        begins={picker.begins && { ...picker.begins, made: (id) => void take(id) }}
        option={picker.shown === '' ? null : { id, label: picker.shown, row: null }}
        search={picker.search}
        onPick={(option) => {
          pending.current = null
          if (typed) onTyped(null)
          onPart(picker.partOf(option))
        }}
        onFree={picker.free ? (text) => onPart({ [column.field]: text } as Partial<L>) : undefined}
        sx={BARE}
      />
    </div>
  )
}

const EnumCell = <L extends Line>({ column, line, onPart }: Props<L>) => {
  const { name } = useWords()
  if (column.kind !== 'enum') return null
  const value = textAt(line, column.field)
  return (
    // The browser's own list: arrows change it, Enter goes on, and it costs nothing to mount.
    <select
      // biome-ignore lint/a11y/noAutofocus: focus follows the user's own move
      autoFocus
      value={value}
      aria-label={column.label ?? name(`field.${column.field}`)}
      onChange={(event) => onPart({ [column.field]: event.target.value } as Partial<L>)}
      style={{
        width: '100%',
        height: '100%',
        border: 0,
        outline: 0,
        background: 'transparent',
        font: 'inherit',
        color: 'inherit',
        padding: '0 4px',
      }}
    >
      {!column.values.includes(value) && <option value={value} />}
      {column.values.map((one) => (
        <option key={one} value={one}>
          {name(`${column.group}.${one}`)}
        </option>
      ))}
    </select>
  )
}

export const LineCell = <L extends Line>(props: Props<L>) => {
  const rules = useMemo(() => rulesOf(props.column, props.line, props.today), [props.column, props.line, props.today])
  if (rules) return <TypedCell {...props} rules={rules} />
  return props.column.kind === 'enum' ? <EnumCell {...props} /> : <PickCell {...props} />
}
