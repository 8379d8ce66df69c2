// The ready-made desks against the kinds of tiles that the modules have, and the rights of the roles they are for.
import { describe, expect, it } from 'vitest'
import { readyMadeWorkbench, standardWorkbench } from '../main/modules/workbench/ready-made.ts'
import { readyMadeRoles } from '../main/modules/people/seeds.ts'
import type { Access } from '../preload/contract/define/index.ts'
import type { Tile } from '../preload/contract/modules/workbench/tiles.ts'
import { hasName, nameOf } from '../preload/contract/names/index.ts'
import { listSpec } from '../preload/contract/queries.ts'
import { type ListLook, viewLook } from './kit/list/list-view-settings.ts'
import { modules } from './modules.ts'
import { figureOf, keyFigures } from './modules/workbench/key-figures.ts'
import type { Screens } from './records/index.ts'
import { listBehind, mayShow, textSetting, type TileKind } from './records/tiles/index.ts'

const routes = modules.flatMap((module) => module.routes)
const kinds: readonly TileKind[] = modules.flatMap((module: Screens) => module.tiles ?? [])
const name = (key: string) => nameOf(key, 'zh')
const lookOf = ({ settings }: Tile): ListLook => viewLook(null, textSetting(settings, 'look'))!.look
const routeOf = (page: string) => routes.find((route) => route.name === page)

/** Columns that a look speaks of, which must be there to be sorted and filtered by. */
const asked = ({ filters, sort, period }: ListLook) => [
  ...filters.map(({ field }) => field),
  ...sort.map(({ field }) => field),
  ...(period ? [period.field] : []),
]
const faultsOf = (tile: Tile): string[] => {
  const kind = kinds.find((one) => one.kind === tile.kind)
  if (!kind) return [`${tile.id}: no such kind`]
  const [least, most] = [kind.least ?? { w: 2, h: 2 }, kind.most ?? { w: 12, h: 12 }]
  const fits = tile.w >= least.w && tile.h >= least.h && tile.w <= most.w && tile.h <= most.h
  const faults = [
    ...(fits ? [] : [`${tile.id}: of a size it does not take`]),
    ...(kind.isReady?.(tile.settings) === false ? [`${tile.id}: not set up`] : []),
  ]
  if (tile.kind !== 'list') return faults
  const list = listBehind(routeOf(textSetting(tile.settings, 'page')))
  if (!list) return [...faults, `${tile.id}: no such list`]
  const { columns } = listSpec(list.name)
  const shown = textSetting(tile.settings, 'columns').split(' ')
  return [
    ...faults,
    ...shown.filter((field) => !columns[field]).map((field) => `${tile.id}: no column ${field}`),
    ...asked(lookOf(tile))
      .filter((field) => !columns[field] || columns[field].fixed)
      .map((field) => `${tile.id}: cannot ask for ${field}`),
    ...(hasName(`tile-title.${textSetting(tile.settings, 'titled')}`) ? [] : [`${tile.id}: no title`]),
  ]
}

describe('[W34] ready-made desks', () => {
  it.each(readyMadeRoles)('$code: every tile is there for its role, and asks for what there is', ({ code, permissions }) => {
    const held = new Set<string>(permissions)
    const may = (access: Access | readonly Access[] | undefined) =>
      access === undefined || [access].flat().some((one) => one === 'signed-in' || held.has(one))
    const tiles = readyMadeWorkbench(code)
    expect(tiles.flatMap(faultsOf)).toEqual([])
    const absent = tiles.filter((tile) => !mayShow(kinds.find(({ kind }) => kind === tile.kind)!, tile.settings, { routes, may }))
    expect(absent.map(({ id }) => id)).toEqual([])
  })
  it('the standard one asks for what there is', () => expect(standardWorkbench().flatMap(faultsOf)).toEqual([]))
})

it('[W35] every kind of tile, what it offers and every figure has a name; no two kinds share one', () => {
  const scene = { routes, may: () => true, name }
  const offered = kinds.flatMap((kind) => kind.offers?.(scene) ?? [])
  expect(kinds.map(({ kind }) => kind).filter((kind, at, all) => !hasName(`tile.${kind}`) || all.indexOf(kind) !== at)).toEqual([])
  expect(offered.filter(({ title }) => /^[a-z-]+\.[a-z-]+$/.test(title) || title === '')).toEqual([])
  expect(Object.keys(keyFigures).filter((figure) => !hasName(`figure.${figure}`))).toEqual([])
})

it('[W37] every key figure is a total of a list that has a page, and asks for columns that there are', () => {
  const faults = Object.keys(keyFigures).flatMap((key) => {
    const { page, amount, below, filters = [], period, sort, visible = {} } = figureOf(key)!
    const list = listBehind(routeOf(page))
    if (!list) return [`${key}: no list behind ${page}`]
    const { columns } = listSpec(list.name)
    const sums = [amount, below?.column].filter((field) => field !== undefined && columns[field]?.total !== true)
    const fields = [
      ...filters.map(({ field }) => field),
      ...Object.keys(visible),
      ...(period ? [period.field] : []),
      ...(sort ? [sort.replace(/^-/, '')] : []),
    ]
    return [
      ...sums.map((field) => `${key}: no sum of ${field}`),
      ...fields.filter((field) => !columns[field] || columns[field].fixed).map((field) => `${key}: ${field}`),
    ]
  })
  expect(faults).toEqual([])
})
