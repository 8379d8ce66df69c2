// The routes of all modules together: each has a name, a place of its own, and everything that can be opened exists.
import { expect, test } from 'vitest'
import type { ListSpec } from '../preload/contract/define/index.ts'
import { hasName } from '../preload/contract/names/index.ts'
import { queries } from '../preload/contract/queries.ts'
import { modules } from './modules.ts'
import { titleKeyOf } from './shell/menu.ts'

const allRoutes = modules.flatMap((module) => module.routes)

test('every route has a name', () => expect(allRoutes.map(titleKeyOf).filter((key) => !hasName(key))).toEqual([]))
test('no two routes share a name', () => {
  const names = allRoutes.map((route) => route.name)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})
test('every action of a route has a name', () =>
  expect(allRoutes.flatMap((route) => route.actions ?? []).filter(({ command }) => !hasName(`command.${command}`))).toEqual([]))
test('everything that a column, a list or the search opens has a route', () => {
  const lists = Object.values(queries).filter((spec) => spec.kind === 'list') as ListSpec[]
  const opened = lists.flatMap((spec) => [spec.opens?.route, ...Object.values(spec.columns).map((column) => column.opens?.route)])
  const wanted = [...new Set(opened)].filter((route) => route !== undefined && route !== 'party' && route !== 'document')
  expect(wanted.filter((name) => !allRoutes.some((route) => route.name === name)).toSorted()).toEqual([])
})
