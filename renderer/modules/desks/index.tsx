// The pages of desks and of their updates.
import Devices from '@mui/icons-material/DevicesOutlined'
import MonitorHeart from '@mui/icons-material/MonitorHeartOutlined'
import SystemUpdate from '@mui/icons-material/SystemUpdateAltOutlined'
import { defineScreens, lazyPage } from '../../records/index.ts'

export const desks = defineScreens({
  routes: [
    {
      name: 'desks',
      page: lazyPage(async () => (await import('./desks-page.tsx')).DesksPage),
      permission: 'desk.view',
      menu: { group: 'settings', order: 75, icon: <Devices /> },
    },
    {
      name: 'office-status',
      page: lazyPage(async () => (await import('./status-page.tsx')).StatusPage),
      permission: 'desk.view',
      titleKey: 'query.office-status',
      single: true,
      menu: { group: 'settings', order: 78, icon: <MonitorHeart /> },
    },
    {
      name: 'releases',
      page: lazyPage(async () => (await import('./updates-page.tsx')).UpdatesPage),
      permission: 'release.view',
      menu: { group: 'settings', order: 79, icon: <SystemUpdate /> },
    },
  ],
})
