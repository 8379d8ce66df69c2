// Links to our own pages that the operating system hands to the program. What a link means is for the window to say: here it is text that waits.

const LONGEST = 300

/** The link among the words of a start; undefined when there is none. */
export const linkIn = (words: readonly string[]): string | undefined =>
  words.find((word) => /^tradewind:\/\//i.test(word) && word.length <= LONGEST)

export type Links = { add(link: string | undefined): void; take(): string | null }

/** Keeps the newest link until the window takes it. `onNew` hears that one waits. */
export const waitingLinks = (onNew: () => void): Links => {
  let waiting: string | null = null
  return {
    add(link) {
      if (link === undefined) return
      waiting = link
      onNew()
    },
    take() {
      const link = waiting
      waiting = null
      return link
    },
  }
}
