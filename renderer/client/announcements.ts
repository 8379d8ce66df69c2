// Short messages from anywhere to the shell's one place for them, named by a key of renderer/words.
import { createStore } from 'zustand/vanilla'

export type Announcement = { words: string; data?: Record<string, string | number>; tone: 'info' | 'success' | 'warning' }
export const announcements = createStore<{ current: (Announcement & { n: number }) | null }>(() => ({ current: null }))
let count = 0

/** Shows a message for a moment; a newer one takes its place. */
export const announce = (message: Announcement): void => {
  count += 1
  announcements.setState({ current: { ...message, n: count } })
}
export const dismissAnnouncement = (): void => announcements.setState({ current: null })
