// The page of desks and of the office's network.
import Devices from '@mui/icons-material/DevicesOutlined'
import MonitorHeart from '@mui/icons-material/MonitorHeartOutlined'
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
  ],
})
