// What has changed at the office: makes queries stale and tells lists, also those that were hidden when it happened.
import { useEffect, useRef } from 'react'
import { queries, isQuery } from '../../preload/contract/queries.ts'
import { office } from './office.ts'

type Tables = readonly string[] | 'everything'
type Watcher = { tables: readonly string[]; tell: () => void }

const watchers = new Set<Watcher>()
/** Counts every change of a table, so that a screen that comes back from being hidden knows whether it missed one. */
const counts = new Map<string, number>()
let rounds = 0

const touches = (watched: readonly string[], tables: Tables) => tables === 'everything' || watched.some((table) => tables.includes(table))
const countOf = (tables: readonly string[]) => tables.reduce((sum, table) => sum + (counts.get(table) ?? 0), rounds)

/** Called for every notice: refetches what is on screen and marks the rest stale. */
export const changed = (tables: Tables): void => {
  if (tables === 'everything') rounds += 1
  else for (const table of tables) counts.set(table, (counts.get(table) ?? 0) + 1)
  void office().queryClient.invalidateQueries({
    predicate: ({ queryKey: [name] }) => typeof name === 'string' && isQuery(name) && touches(queries[name].watches, tables),
  })
  for (const watcher of watchers) if (touches(watcher.tables, tables)) watcher.tell()
}

/** Calls `onChange` when one of the tables has changed, at once if that happened while this screen was hidden. */
export const useNotices = (tables: readonly string[], onChange: () => void): void => {
  const latest = useRef(onChange)
  const seen = useRef<number | null>(null)
  const key = tables.join(' ')
  useEffect(() => {
    latest.current = onChange
  })
  useEffect(() => {
    const watched = key.split(' ')
    const tell = () => {
      seen.current = countOf(watched)
      latest.current()
    }
    if (seen.current !== null && seen.current !== countOf(watched)) tell()
    seen.current = countOf(watched)
    const watcher = { tables: watched, tell }
    watchers.add(watcher)
    return () => {
      watchers.delete(watcher)
    }
  }, [key])
}
