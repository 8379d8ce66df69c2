// What a module gives to the screens, in one place: its pages with their places in the navigation, its panels on pages of other modules, its tiles on desks,
// and what it offers to do about tasks.
import { type ComponentType, lazy } from 'react'
import type { Params, Route } from '../client/index.ts'
import type { Panel } from './panels.tsx'
import type { TaskAction } from './task-actions.ts'
import type { TileKind } from './tiles/index.ts'

export type Screens = {
  routes: readonly Route[]
  panels?: readonly Panel[]
  tiles?: readonly TileKind[]
  taskActions?: readonly TaskAction[]
}

/** Declares what a module shows. Its words stand beside its pages in its `words.ts` and are read with them. */
export const defineScreens = (screens: Screens): Screens => screens

/** A page that is read when it is first opened: `lazyPage(async () => (await import('./deal-page.tsx')).DealPage)`. */
export const lazyPage = (load: () => Promise<ComponentType<{ params: Params }>>): Route['page'] =>
  lazy(async () => ({ default: await load() }))

/** A panel that is read when a page that shows it is first opened. */
export const lazyPanel = (load: () => Promise<Panel['panel']>): Panel['panel'] => lazy(async () => ({ default: await load() }))
