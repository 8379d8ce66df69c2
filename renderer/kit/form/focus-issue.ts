// After a refusal the keyboard stands where something is wrong.
import { SHOW_CELL } from './form-context.ts'

/** A choice is typed in at its combobox; the input that holds its value is hidden. */
const typedAt = (field: HTMLElement): HTMLElement =>
  field.getAttribute('aria-hidden') === 'true'
    ? (field.closest('.MuiInputBase-root')?.querySelector<HTMLElement>('[role=combobox]') ?? field)
    : field

/** Puts the cursor into the first field that something is wrong with; a grid of lines is told which of its cells. False when there is none. */
export const focusIssue = (root: HTMLElement | null, paths: readonly string[]): boolean => {
  const named = (attribute: 'field' | 'lines', name: string) =>
    [...(root?.querySelectorAll<HTMLElement>(`[data-${attribute}]`) ?? [])].find((element) => element.dataset[attribute] === name)
  for (const path of paths) {
    const field = named('field', path) ?? named('lines', path)
    if (field) {
      typedAt(field).focus()
      return true
    }
    const dot = path.indexOf('.')
    const lines = dot > 0 ? named('lines', path.slice(0, dot)) : undefined
    if (lines) {
      lines.dispatchEvent(new CustomEvent(SHOW_CELL, { detail: path.slice(dot + 1) }))
      return true
    }
  }
  return false
}

/** Text that stands in a field and is no value: the field says so, and what it stands for is not sent (`rule` by path). */
export const unreadIn = (root: HTMLElement | null): { path: string; rule: string }[] =>
  [...(root?.querySelectorAll<HTMLElement>('[data-unread]') ?? [])].map(({ dataset }) => ({
    path: dataset.field ?? '',
    rule: dataset.unread ?? '',
  }))
