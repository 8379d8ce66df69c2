// What a page is to the shell: its name, its place in the navigation, who may see it. Modules declare their routes in this shape.
import { createContext, useContext, type ComponentType, type ReactNode } from 'react'
import type { Permission } from '../../preload/contract/access.ts'
import { type CommandName, commands } from '../../preload/contract/commands.ts'
import type { Access } from '../../preload/contract/define/index.ts'
import { hasName } from '../../preload/contract/names/index.ts'
import type { ListName } from '../../preload/contract/queries.ts'

/** In the order of use over a day: what waits, whom one trades with, then the way of a deal. */
export const MENU_GROUPS = ['work', 'parties', 'sales', 'purchasing', 'shipping', 'money', 'reports', 'settings'] as const
export type MenuGroup = (typeof MENU_GROUPS)[number]
export type Params = Record<string, string>

export type Route = {
  /** The name by which it is opened: a record's is the one in `Column.opens`. */
  name: string
  page: ComponentType<{ params: Params }>
  /** `more`: seldom needed, so it stands behind its group's "more". */
  menu?: { group: MenuGroup; order: number; icon: ReactNode; more?: boolean }
  /** Any one of them is enough. */
  permission?: Permission | readonly Permission[]
  /** One tab whatever the params: a second opening takes the first tab over. */
  single?: boolean
  /** The name of its tab and menu entry; by default `list.<name>`, then `record.<name>`. A page says more with `setTitle`. */
  titleKey?: string
  /** The list that it shows, and what of it, where its name does not say so: for desks, which show the beginning of any list. */
  list?: { name: ListName; params?: object }
  /** With Alt it opens this route from anywhere; a key's place on the keyboard (`KeyboardEvent.code`), which no layout moves. */
  key?: `Key${string}`
  /** What Ctrl+K offers as an action: opens this route (with `params`) for who may run the command. */
  actions?: readonly { command: CommandName; params?: Params }[]
}

export const RoutesContext = createContext<readonly Route[]>([])
export const useRoutes = (): readonly Route[] => useContext(RoutesContext)

export type May = (permission: Access | readonly Access[] | undefined) => boolean
export type MenuAction = { command: CommandName; route: string; params: Params }

/** What can be begun from anywhere by who may run the command, such as a new sales contract. */
export const actionsOf = (routes: readonly Route[], may: May): MenuAction[] =>
  routes.flatMap((route) =>
    (route.actions ?? [])
      .filter(({ command }) => may(commands[command].permission))
      .map(({ command, params }) => ({ command, route: route.name, params: params ?? {} })),
  )

/** The key of a route's own name. */
export const titleKeyOf = (route: Route): string => {
  const keys = [`list.${route.name}`, `record.${route.name}`, `query.${route.name}`]
  return route.titleKey ?? keys.find(hasName) ?? `record.${route.name}`
}
