// The ready-made boards: all their tiles are of kinds that there are, told what there is, and lie on the grid.
import { expect, test } from 'vitest'
import type { ListSpec } from '../../../preload/contract/define/index.ts'
import { READY_STATISTICS } from '../../../preload/contract/modules/statistics/calls.ts'
import { isLaidOut } from '../../../preload/contract/modules/workbench/tiles.ts'
import { hasName } from '../../../preload/contract/names/index.ts'
import { queries } from '../../../preload/contract/queries.ts'
import { modules } from '../../modules.ts'
import { listBehind } from '../../records/tiles/index.ts'
import { BOARDS, tilesOfBoard } from './boards.ts'
import { keyFigures } from './key-figures.ts'

const routes = modules.flatMap((one) => one.routes)
const kinds = new Set(modules.flatMap((one) => one.tiles ?? []).map(({ kind }) => kind))

test.each(BOARDS)('[W42] every tile of the board %s can be shown', (board) => {
  const tiles = tilesOfBoard(board, () => true)
  expect(isLaidOut(tiles)).toBe(true)
  expect(tiles.length).toBeGreaterThan(4)
  for (const { kind, settings } of tiles) {
    expect(kinds).toContain(kind)
    const { ready, figure, page, route, columns, titled } = settings
    if (kind === 'statistic') expect(READY_STATISTICS).toContain(ready)
    if (kind === 'figure') expect(Object.keys(keyFigures)).toContain(figure)
    if (kind === 'shortcut') expect(routes.map(({ name }) => name)).toContain(route)
    if (kind !== 'list') continue
    const spec = queries[listBehind(routes.find(({ name }) => name === page))!.name as keyof typeof queries] as unknown as ListSpec
    expect(Object.keys(spec.columns)).toEqual(expect.arrayContaining(String(columns).split(' ')))
    expect(hasName(`tile-title.${String(titled)}`)).toBe(true)
  }
})
test('[W42] of what the viewer may not see a board closes up', () => {
  const some = tilesOfBoard('company', ({ kind }) => kind !== 'statistic')
  expect(isLaidOut(some)).toBe(true)
  expect(some.find(({ id }) => id === 'ageing-receivable')).toMatchObject({ x: 0, y: 2 })
})
