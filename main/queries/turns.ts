// Whose turn it is: work waits by person and persons take turns, so that nobody's tenth report stands before somebody else's first (U47).

export type Turns<W> = {
  /** Puts work at the end of a person's own line. */
  add(person: string, work: W): void
  /** The next piece of work: the first of whoever has waited longest for a turn. */
  next(): W | undefined
  /** Takes waiting work back; false when it does not wait any more. */
  remove(person: string, work: W): boolean
  /** How much of this person waits. */
  waiting(person: string): number
}

export const turns = <W>(): Turns<W> => {
  /** In the order of turns; who has none waiting is not in it. */
  const lines = new Map<string, W[]>()
  return {
    add: (person, work) => {
      const line = lines.get(person)
      if (line) line.push(work)
      else lines.set(person, [work])
    },
    next: () => {
      for (const [person, line] of lines) {
        const work = line.shift()
        // To the end: everybody else comes before this person's next.
        lines.delete(person)
        if (line.length > 0) lines.set(person, line)
        return work
      }
      return undefined
    },
    remove: (person, work) => {
      const line = lines.get(person)
      const at = line?.indexOf(work) ?? -1
      if (!line || at < 0) return false
      line.splice(at, 1)
      if (line.length === 0) lines.delete(person)
      return true
    },
    waiting: (person) => lines.get(person)?.length ?? 0,
  }
}
