// Text on its way to a value: kept as typed while the field has the focus, read by the field's own rule, shown in its own form when left.
// Words composed with an input method are left alone until they are finished.
import { type ChangeEvent, type ClipboardEvent, type FocusEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import type { TypedText } from '../form/draft.ts'
import type { Parsed } from '../format/typed-numbers.ts'
import { hearKey } from '../../client/index.ts'

export type TypedRules<T> = {
  read: (text: string) => Parsed<T>
  /** The value when nobody types. */
  show: (value: T) => string
  /** The value when typing begins. */
  edit: (value: T) => string
  /** What of typed (not pasted) text is taken at all. */
  keep?: (text: string) => string
  /** Whether text may be taken as a value before the field is left; always, by default. */
  complete?: (text: string) => boolean
  /** Up and down arrows. */
  step?: (value: T, by: number) => T | undefined
}
type Props<T> = {
  value: T
  onChange: (value: T) => void
  /** Text of this field that is no value, from before. */
  typed: TypedText | undefined
  onTyped: ((typed: TypedText | null) => void) | undefined
  rules: TypedRules<T>
}

export const useTypedText = <T>({ value, onChange, typed, onTyped, rules }: Props<T>) => {
  const [text, setText] = useState<string | null>(null)
  const composing = useRef(false)
  const pasted = useRef(false)
  /** The input whose text is to be selected once the text for typing stands in it. */
  const entered = useRef<HTMLInputElement | null>(null)
  /** Text that has been typed and not been taken: read when the field is left. */
  const pending = useRef<string | null>(null)
  const focused = text !== null
  const shown = text ?? typed?.text ?? rules.show(value)

  const take = (next: T) => {
    if (typed) onTyped?.(null)
    if (!Object.is(next, value)) onChange(next)
  }
  const hear = (next: string) => {
    setText(next)
    const read = rules.read(next)
    const whole = read.ok && (rules.complete?.(next) ?? true)
    pending.current = whole ? null : next
    if (whole) take(read.value)
    else onTyped?.({ text: next, rule: read.ok ? 'date' : read.rule })
  }
  const accept = () => {
    const read = pending.current === null ? null : rules.read(pending.current)
    pending.current = null
    if (read?.ok) take(read.value)
  }
  const leave = () => {
    accept()
    setText(null)
  }
  // A cell of a grid is left by taking it away: no blur comes then.
  const latest = useRef(accept)
  useLayoutEffect(() => {
    latest.current = accept
    if (text === null) return
    if (entered.current && document.activeElement === entered.current) entered.current.select()
    entered.current = null
  })
  useLayoutEffect(() => () => latest.current(), [])
  return {
    focused,
    /** The rule that the text breaks, told only when the field has been left. */
    broken: focused ? undefined : typed?.rule,
    /** Forgets what has been typed and not been taken. */
    cancel: () => {
      pending.current = null
    },
    input: {
      value: shown,
      onFocus: (event: FocusEvent<HTMLInputElement>) => {
        entered.current = event.currentTarget
        setText(typed?.text ?? rules.edit(value))
      },
      onBlur: leave,
      onPaste: (_event: ClipboardEvent<HTMLInputElement>) => {
        pasted.current = true
      },
      onChange: (event: ChangeEvent<HTMLInputElement>) => {
        const raw = event.target.value
        if (composing.current) return setText(raw)
        const next = pasted.current ? raw : (rules.keep?.(raw) ?? raw)
        pasted.current = false
        hear(next)
      },
      onCompositionStart: () => {
        composing.current = true
      },
      onCompositionEnd: (event: { currentTarget: HTMLInputElement }) => {
        composing.current = false
        const raw = event.currentTarget.value
        hear(rules.keep?.(raw) ?? raw)
      },
      onKeyDown: (event: KeyboardEvent<HTMLInputElement>) =>
        hearKey(event, () => {
          const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0
          if (by === 0 || !rules.step || event.altKey || event.ctrlKey) return
          const read = rules.read(shown)
          const next = rules.step(read.ok ? read.value : value, by * (event.shiftKey ? 7 : 1))
          if (next === undefined) return
          event.preventDefault()
          take(next)
          setText(rules.edit(next))
        }),
    },
  }
}
