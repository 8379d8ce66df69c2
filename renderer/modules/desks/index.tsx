// The page of desks and of the office's network.
import Devices from '@mui/icons-material/DevicesOutlined'
import { defineScreens, lazyPage } from '../../records/index.ts'

export const desks = defineScreens({
  routes: [
    {
      name: 'desks',
      page: lazyPage(async () => (await import('./desks-page.tsx')).DesksPage),
      permission: 'desk.view',
      menu: { group: 'settings', order: 75, icon: <Devices /> },
    },
  ],
})
