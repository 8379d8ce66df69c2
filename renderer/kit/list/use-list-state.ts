// Where a list's settings live: its look with the user, its place (page, search, scroll) with the tab.
import { seesSecret } from '../../../preload/contract/figures.ts'
import { useCallback, useMemo } from 'react'
import { type ListName, type ListParams, listSpec } from '../../../preload/contract/queries.ts'
import { useMay, useRemembered, useOwnTab, useTabState, useViewer } from '../../client/index.ts'
import type { Words } from '../../words/index.ts'
import { useOfficeCalls } from '../office-calls.ts'
import { askable, type Columns, type ListLook, periodFields, periodFilter, placed, plainLook, viewLook } from './list-view-settings.ts'

/** `of` is the question the page number belongs to: another question starts at its first page. */
/** `search` is absent until something is searched for. */
type Spot = { search?: string; page: number; of: string; top: number; left: number }
const start: Spot = { page: 0, of: '', top: 0, left: 0 }

type Given<N extends ListName> = {
  list: N
  params?: ListParams<N>
  look?: string
  hide?: readonly string[]
  ownPeriod: boolean
  within: boolean
}

/** The look of the default view of a list; undefined while nothing is known of it, or there is none. */
const usePreset = (list: ListName, wanted: boolean) => {
  const { data } = useOfficeCalls().useListViews(list, wanted)
  return useMemo(() => {
    const views = wanted ? (data?.views ?? []) : []
    const view =
      views.find((one) => one.preset && one.mine && one.roleId === null) ?? views.find((one) => one.preset && one.roleId !== null)
    return view && viewLook(view.id, view.look)
  }, [data, wanted])
}

/** W38: what the tab was opened to show, by a shortcut or a tile: a view by its id, or a look itself. It stays with the tab and changes nobody's usual look. */
const useOpenedLook = (list: ListName, within: boolean) => {
  const { view, look, called } = useOwnTab()?.params ?? {}
  const isOpened = !within && (view !== undefined || look !== undefined)
  const { data } = useOfficeCalls().useListViews(list, isOpened && view !== undefined)
  const kept = data?.views.find((one) => one.id === view)
  const opened = useMemo(
    () => (!isOpened ? null : kept ? viewLook(kept.id, kept.look) : look === undefined ? null : viewLook(null, look)),
    [isOpened, kept, look],
  )
  return {
    isOpened,
    look: opened?.look,
    search: opened?.search,
    isGone: isOpened && view !== undefined && data !== undefined && !kept,
    /** How what it shows is called: by the view's own name, or by one of the contract's. */
    titleIn: isOpened
      ? ({ name }: Words) => [name(`list.${list}`), kept?.name ?? (called && name(called))].filter(Boolean).join(' · ')
      : undefined,
  }
}

export const useListState = <N extends ListName>({ list, params, look: lookName, hide, ownPeriod, within }: Given<N>) => {
  const may = useMay()
  const key = `list.${lookName ?? list}`
  const [usual, setUsual] = useRemembered<ListLook | null>(key, null)
  const [ofTab, setOfTab] = useTabState<ListLook | null>(`look.${key}`, null)
  const opened = useOpenedLook(list, within)
  const [kept, setLook] = opened.isOpened ? [ofTab, setOfTab] : [usual, setUsual]
  // Until the user has changed something the list opens with the default view: their own, else their role's.
  const preset = usePreset(list, kept === null && !within && !opened.isOpened)
  const look = useMemo<ListLook>(() => ({ ...plainLook, ...(kept ?? opened.look ?? preset?.look) }), [kept, opened.look, preset])
  const [spot, setSpot] = useTabState<Spot>(key, start)
  const search = spot.search ?? opened.search ?? ''
  const hidden = hide?.join(' ') ?? ''

  const columns = useMemo<Columns>(() => {
    const gone = new Set(hidden.split(' '))
    return Object.fromEntries(
      // A secret column is not there at all for who may not see it: not shown, sorted, filtered or exported.
      Object.entries(listSpec(list).columns).filter(
        ([field, { secret }]) => !gone.has(field) && (secret === undefined || seesSecret(may, secret)),
      ),
    )
  }, [list, hidden, may])
  const all = useMemo(() => placed(columns, look), [columns, look])
  // Pages write their params inline: equal ones are the same question.
  const given = JSON.stringify(params ?? null)
  const { today, scopes } = useViewer()
  const spec = listSpec(list)
  const dates = useMemo(() => (ownPeriod ? [] : periodFields(columns, spec.sort)), [columns, spec.sort, ownPeriod])
  // Who sees nothing but their own needs no button for it; where rows have no owner there is none.
  const mayChooseMine = spec.scope !== 'company' && scopes[spec.scope] !== 'own'
  const asked = useMemo(() => {
    const { sort, filters } = askable(columns, look)
    const period = look.period !== null && dates.includes(look.period.field) ? [periodFilter(look.period, today)] : []
    return {
      sort,
      filters: [...period, ...filters],
      mine: look.mine && mayChooseMine,
      search,
      params: (JSON.parse(given) ?? undefined) as ListParams<N> | undefined,
    }
  }, [columns, look, dates, today, mayChooseMine, search, given])
  /** What the user has filtered by himself, without the period. */
  const filters = useMemo(() => askable(columns, look).filters, [columns, look])
  const of = JSON.stringify(asked)
  const page = spot.of === of ? spot.page : 0
  const change = useCallback((part: Partial<ListLook>) => setLook({ ...look, ...part }), [setLook, look])

  return {
    look,
    columns,
    all,
    asked,
    filters,
    dates,
    mayChooseMine,
    page,
    spot,
    search,
    opened,
    change,
    setPage: (next: number) => setSpot((old) => ({ ...old, page: next, of, top: 0 })),
    setSearch: (search: string) => setSpot((old) => ({ ...old, search, top: 0 })),
    setScroll: (top: number, left: number) => setSpot((old) => (old.top === top && old.left === left ? old : { ...old, top, left })),
  }
}
