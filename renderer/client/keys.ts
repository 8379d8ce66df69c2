// The one way by which keys are heard: while an input method composes (Chinese, Japanese, Korean), every key belongs to it.
// build/check holds that no key handler goes around it.

type Key = { keyCode?: number; isComposing?: boolean; nativeEvent?: { isComposing?: boolean; keyCode?: number } }
/** What browsers report for a key that an input method has taken, also where `isComposing` has ended already (Safari). */
const TAKEN = 229

/** Whether the key belongs to an input method: Enter takes a candidate then, arrows choose one, Esc drops it. */
const isComposing = (event: Key): boolean => {
  const native = event.nativeEvent ?? event
  return native.isComposing === true || native.keyCode === TAKEN
}

/** Gives a key to its handler, unless it belongs to an input method. Every `onKeyDown` and its like begins with it. */
export const hearKey = <E>(event: E, handler: ((event: E) => void) | undefined): void => {
  if (!isComposing(event as Key)) handler?.(event)
}

/** Hears the keys of a window or document until the returned function is called. */
export const listenForKeys = (target: Window | Document, handler: (event: KeyboardEvent) => void): (() => void) => {
  const hear = (event: Event) => hearKey(event as KeyboardEvent, handler)
  target.addEventListener('keydown', hear)
  return () => target.removeEventListener('keydown', hear)
}
