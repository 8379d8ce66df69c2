// The home page: always there, first in the navigation; the desks of roles; and the kinds of tiles that belong to no other module.
import DashboardCustomize from '@mui/icons-material/DashboardCustomizeOutlined'
import { defineScreens, lazyPage } from '../../records/index.ts'
import { ownTiles } from './tiles/kinds.tsx'

export const workbench = defineScreens({
  routes: [
    { name: 'home', page: lazyPage(async () => (await import('./home-page.tsx')).HomePage), single: true, titleKey: 'record.home' },
    {
      name: 'role-workbenches',
      page: lazyPage(async () => (await import('./role-workbenches-page.tsx')).RoleWorkbenchesPage),
      permission: 'role-workbench.edit',
      single: true,
      menu: { group: 'settings', order: 35, icon: <DashboardCustomize /> },
    },
  ],
  tiles: ownTiles,
})
