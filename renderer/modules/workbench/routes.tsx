// The home page.
import type { Route } from '../../client/index.ts'

export const workbenchRoutes: readonly Route[] = []
