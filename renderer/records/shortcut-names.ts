// What pinned records and views are called today: asked of the office, which tells only what this user may see.
import { MOST_NAMED } from '../../preload/contract/modules/workbench/calls.ts'
import { type Pinned, titleKeyOf, useOfficeQuery, useRoutes } from '../client/index.ts'
import { useWords } from '../words/index.ts'

const askedFor = (ids: readonly string[]): string[] => [...new Set(ids)].slice(0, MOST_NAMED).toSorted()

/** `nameOf` a record is its title, of a view its own name; while nothing is known of it '…', and what is gone or out of sight is called so. */
export const useShortcutNames = (pinned: readonly Pinned[]) => {
  const { t, name } = useWords()
  const routes = useRoutes()
  const records = askedFor(pinned.flatMap(({ id }) => id ?? []))
  const views = askedFor(pinned.flatMap(({ view }) => view ?? []))
  const { data, isKept } = useOfficeQuery('shortcut-names', { records, views }, { enabled: records.length + views.length > 0, keep: true })
  const found = ({ id, view }: Pinned) =>
    id === undefined ? data?.views.find((one) => one.id === view)?.name : data?.records.find((one) => one.id === id)?.title
  /** It was asked for, and the answer does not name it. */
  const isGone = (one: Pinned): boolean =>
    data !== undefined && !isKept && found(one) === undefined && (records.includes(one.id ?? '') || views.includes(one.view ?? ''))
  return {
    nameOf: (one: Pinned): string => found(one) ?? t(isGone(one) ? 'tiles.gone' : 'tiles.naming'),
    /** It is known to be gone, or out of this user's sight. */
    isGone,
    /** What kind of thing it is: as its page is called. */
    kindOf: ({ route }: Pinned): string => {
      const page = routes.find((one) => one.name === route)
      return page ? name(titleKeyOf(page)) : ''
    },
  }
}
