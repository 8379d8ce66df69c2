// Where a list's settings live: its look with the user, its place (page, search, scroll) with the tab.
import { seesSecret } from '../../../preload/contract/figures.ts'
import { useCallback, useMemo } from 'react'
import { type ListName, type ListParams, listSpec } from '../../../preload/contract/queries.ts'
import { useMay, useRemembered, useTabState, useViewer } from '../../client/index.ts'
import { useOfficeCalls } from '../office-calls.ts'
import { askable, type Columns, type ListLook, periodFields, periodFilter, placed, plainLook, viewLook } from './list-view-settings.ts'

/** `of` is the question the page number belongs to: another question starts at its first page. */
type Spot = { search: string; page: number; of: string; top: number; left: number }
const start: Spot = { search: '', page: 0, of: '', top: 0, left: 0 }

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

export const useListState = <N extends ListName>({ list, params, look: lookName, hide, ownPeriod, within }: Given<N>) => {
  const may = useMay()
  const key = `list.${lookName ?? list}`
  const [kept, setLook] = useRemembered<ListLook | null>(key, null)
  // Until the user has changed something the list opens with the default view: their own, else their role's.
  const preset = usePreset(list, kept === null && !within)
  const look = useMemo<ListLook>(() => ({ ...plainLook, ...(kept ?? preset?.look) }), [kept, preset])
  const [spot, setSpot] = useTabState<Spot>(key, start)
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
      search: spot.search,
      params: (JSON.parse(given) ?? undefined) as ListParams<N> | undefined,
    }
  }, [columns, look, dates, today, mayChooseMine, spot.search, given])
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
    change,
    setPage: (next: number) => setSpot((old) => ({ ...old, page: next, of, top: 0 })),
    setSearch: (search: string) => setSpot((old) => ({ ...old, search, top: 0 })),
    setScroll: (top: number, left: number) => setSpot((old) => (old.top === top && old.left === left ? old : { ...old, top, left })),
  }
}
