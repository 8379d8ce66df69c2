// Short messages from anywhere to the shell's one place for them, named by a key of the words.
import { createStore } from 'zustand/vanilla'
import type { Language } from '../../preload/contract/names/define.ts'

type Data = Record<string, string | number>
export type Announcement = {
  /** A key of the shared sentences, or of those in `of`. */
  words: string
  /** The sentences of the module that says it. */
  of?: Readonly<Record<Language, { t: (key: never, data?: Data) => string }>>
  data?: Data
  tone: 'info' | 'success' | 'warning'
}
export const announcements = createStore<{ current: (Announcement & { n: number }) | null }>(() => ({ current: null }))
let count = 0

/** Shows a message for a moment; a newer one takes its place. */
export const announce = (message: Announcement): void => {
  count += 1
  announcements.setState({ current: { ...message, n: count } })
}
export const dismissAnnouncement = (): void => announcements.setState({ current: null })
