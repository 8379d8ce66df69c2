// What a module gives to the screens, in one place: its pages with their places in the navigation.
import { type ComponentType, lazy } from 'react'
import type { Params, Route } from '../client/index.ts'

/** The pages of a module. */
export type Screens = { routes: readonly Route[] }

/** Declares what a module shows. Its pages are read when they are first opened. */
export const defineScreens = (screens: Screens): Screens => screens

/** A page that is read when it is first opened: `lazyPage(async () => (await import('./deal-page.tsx')).DealPage)`. */
export const lazyPage = (load: () => Promise<ComponentType<{ params: Params }>>): Route['page'] =>
  lazy(async () => ({ default: await load() }))
