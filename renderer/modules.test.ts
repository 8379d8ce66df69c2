// The routes of all modules together: each has a name, a place of its own, and everything that can be opened exists.
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { ListSpec } from '../preload/contract/define/index.ts'
import { hasName } from '../preload/contract/names/index.ts'
import { queries } from '../preload/contract/queries.ts'
import { ATTACHABLE_KINDS, records } from '../preload/contract/records.ts'
import { modules } from './modules.ts'
import { EVERY_RECORD, type Screens } from './records/index.ts'
import { titleKeyOf } from './client/routes.ts'

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

test('every record that has a page opens there, from search, from a link and from the trail', () => {
  const wanted = records.flatMap(({ route, linksTo }) => [route, linksTo]).filter((route) => route !== undefined)
  expect(wanted.filter((name) => !allRoutes.some((route) => route.name === name))).toEqual([])
})

/** Every place that a page names: `<page> <place>`. */
const folder = path.join(import.meta.dirname, 'modules')
const sources = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'))
/** The page of whatever record, and the pages of the modules. */
const everyRecord = fs.readFileSync(path.join(import.meta.dirname, 'records/document/document-page.tsx'), 'utf8')
const places = new Set(
  [...everyRecord.matchAll(/<Panels\s+on="record"\s+place="([^"]+)"/g)]
    .map(([, place]) => `${EVERY_RECORD} ${place}`)
    .concat(
      sources.flatMap((file) =>
        [...fs.readFileSync(path.join(folder, file), 'utf8').matchAll(/<Panels\s+on="([^"]+)"\s+place="([^"]+)"/g)].map(
          ([, on, place]) => `${on} ${place}`,
        ),
      ),
    ),
)
test('every panel stands at a place that a page of that route names, and no named place stays empty', () => {
  const panels = modules.flatMap((module: Screens) => module.panels ?? [])
  const filled = panels.flatMap(({ on, place }) => (typeof on === 'string' ? [on] : on).map((one) => `${one} ${place}`))
  expect([...new Set(filled)].toSorted()).toEqual([...places].toSorted())
  expect(panels.flatMap(({ on }) => on).filter((on) => on !== EVERY_RECORD && !allRoutes.some((route) => route.name === on))).toEqual([])
})
test('everything that is offered about tasks is offered for a rule that there is', () => {
  const offered = modules.flatMap((module: Screens) => module.taskActions ?? [])
  expect(offered.length).toBeGreaterThan(3)
  expect(offered.filter(({ rules }) => !rules.some((rule) => hasName(`follow-up.${rule}`)))).toEqual([])
})
test('no two pages are opened by one key', () => {
  const keys = allRoutes.flatMap(({ key }) => key ?? [])
  expect(keys.filter((key, at) => keys.indexOf(key) !== at || key === 'KeyW')).toEqual([])
})

test('[FI27] every record that carries files has a page that shows them', () => {
  // Pages of records (useRecord, PostedPage) show them by their kind; others name the section themselves.
  const shown = sources.flatMap((file) =>
    [
      ...fs
        .readFileSync(path.join(folder, file), 'utf8')
        .matchAll(/(?:\buseRecord\('|<PostedPage\s+kind="|<FilesSection recordKind=")([a-z-]+)/g),
    ].map(([, kind]) => kind!),
  )
  expect(ATTACHABLE_KINDS.filter((kind) => !shown.includes(kind))).toEqual([])
})
