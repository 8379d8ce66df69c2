// The home page: always there, first in the navigation.
import type { Route } from '../../client/index.ts'
import { HomePage } from './home-page.tsx'

export const workbenchRoutes: readonly Route[] = [{ name: 'home', page: HomePage, single: true, titleKey: 'record.home' }]
