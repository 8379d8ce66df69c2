// Every key of the product, by the place where it works: what the overview shows. A test compares it with the keys that the code hears.
import type { WordKey } from '../words/index.ts'

export type KeyPlace = { place: WordKey; keys: readonly (readonly [what: WordKey, keys: string])[] }

export const KEYS: readonly KeyPlace[] = [
  {
    place: 'keys.everywhere',
    keys: [
      ['keys.search', 'Ctrl+K'],
      ['keys.overview', 'F1'],
      ['keys.back', 'Alt+← / Alt+→'],
      ['keys.nav', 'Ctrl+\\'],
      ['keys.papers', 'Ctrl+P'],
      ['keys.new-task', 'Alt+T'],
      ['keys.escape', 'Esc'],
    ],
  },
  {
    place: 'keys.tabs',
    keys: [
      ['keys.next-tab', 'Ctrl+Tab / Ctrl+Shift+Tab'],
      ['keys.nth-tab', 'Alt+1 … Alt+9'],
      ['keys.close-tab', 'Alt+W'],
      ['keys.move-tab', 'Ctrl+Shift+PageUp / PageDown'],
      ['keys.in-tabs', '← → / Enter / Delete'],
      ['keys.menu-of', 'Shift+F10'],
    ],
  },
  {
    place: 'keys.navigation',
    keys: [
      ['keys.walk', '↑ ↓ / Home / End'],
      ['keys.menu-of', 'Shift+F10'],
    ],
  },
  {
    place: 'keys.lists',
    keys: [
      ['keys.list-search', 'Ctrl+F'],
      ['keys.list-export', 'Ctrl+Shift+E'],
      ['keys.list-open', 'Enter'],
      ['keys.list-cell', '↑ ↓ ← → / Ctrl+Home / Ctrl+End'],
      ['keys.column-order', 'Alt+↑ / Alt+↓'],
    ],
  },
  {
    place: 'keys.forms',
    keys: [
      ['keys.save', 'Ctrl+S'],
      ['keys.confirm', 'Ctrl+Enter'],
      ['keys.step-number', '↑ / ↓ (Shift)'],
      ['keys.step-month', 'PageUp / PageDown'],
      ['keys.calendar', 'Alt+↓'],
    ],
  },
  {
    place: 'keys.lines',
    keys: [
      ['keys.line-next', 'Enter / Tab (Shift)'],
      ['keys.line-price', 'F4'],
      ['keys.line-cell', '↑ ↓ ← →'],
      ['keys.line-move', 'Alt+↑ / Alt+↓'],
      ['keys.line-undo', 'Ctrl+Z / Ctrl+Y'],
      ['keys.line-fill', 'Ctrl+D'],
      ['keys.line-copy', 'Ctrl+Shift+D'],
      ['keys.line-remove', 'Ctrl+Delete'],
      ['keys.line-restore', 'Esc'],
    ],
  },
  {
    place: 'keys.tasks',
    keys: [
      ['keys.walk', '↑ ↓ / Home / End'],
      ['keys.task-open', 'Enter'],
      ['keys.task-done', '␣'],
      ['keys.task-snooze', 'S'],
      ['keys.task-wait', 'W'],
      ['keys.task-comment', 'N'],
      ['keys.task-hand-over', 'H'],
      ['keys.task-details', 'E'],
      ['keys.task-search', '/'],
      ['keys.calendar-turn', 'PageUp / PageDown'],
    ],
  },
  {
    place: 'keys.milestones',
    keys: [
      ['keys.walk', '↑ ↓'],
      ['keys.milestone-done', 'D / Enter'],
      ['keys.milestone-move', 'R'],
    ],
  },
]
