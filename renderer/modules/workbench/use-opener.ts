// Opens a page that this version may or may not have.
import { type Params, useRoutes, useTabs } from '../../client/index.ts'

/** Undefined where there is no such page. */
export const useOpener = (): ((route: string, params?: Params) => (() => void) | undefined) => {
  const routes = useRoutes()
  const tabs = useTabs()
  return (route, params) => (routes.some((one) => one.name === route) ? () => tabs.open(route, params) : undefined)
}
