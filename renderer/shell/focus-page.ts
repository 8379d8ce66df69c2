// Where the keyboard goes when nothing has it: to the page in front, so that Tab walks on from there and not from the top of the window.
import { tabList } from '../client/use-tabs.ts'

/** Gives the keyboard to the page in front, unless something has taken it already (a form's first field). */
export const focusPage = (): void => {
  const { activeElement } = document
  // What stands on a page that has just gone behind holds the keyboard for a moment yet.
  const holds = activeElement !== null && activeElement !== document.body && activeElement.checkVisibility?.() !== false
  if (holds) return
  document.getElementById(`page-${tabList().active}`)?.focus({ preventScroll: true })
}
