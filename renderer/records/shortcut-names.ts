// What pinned records and views are called today: asked of the office, which tells only what this user may see.
import { type Pinned, useOfficeQuery } from '../client/index.ts'
import { useWords } from '../words/index.ts'

/** `nameOf` a record is its title, of a view its own name; while nothing is known '…', and what is gone or out of sight is called so. */
export const useShortcutNames = (pinned: readonly Pinned[]) => {
  const { t, name } = useWords()
  const records = [...new Set(pinned.flatMap(({ id }) => id ?? []))].toSorted()
  const views = [...new Set(pinned.flatMap(({ view }) => view ?? []))].toSorted()
  const { data } = useOfficeQuery('shortcut-names', { records, views }, { enabled: records.length + views.length > 0, keep: true })
  const found = ({ id, view }: Pinned) =>
    id === undefined ? data?.views.find((one) => one.id === view)?.name : data?.records.find((one) => one.id === id)?.title
  return {
    nameOf: (one: Pinned): string => found(one) ?? t(data ? 'tiles.gone' : 'tiles.naming'),
    /** It is known to be gone, or out of this user's sight. */
    isGone: (one: Pinned): boolean => data !== undefined && found(one) === undefined,
    /** What kind of thing it is. */
    kindOf: ({ id, route }: Pinned): string => name(id === undefined ? `list.${route}` : `record.${route}`),
  }
}
