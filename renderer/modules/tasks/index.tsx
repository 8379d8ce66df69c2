// Today's tasks: first in the navigation after the desktop.
import EventNote from '@mui/icons-material/EventNoteOutlined'
import { defineScreens, lazyPage } from '../../records/index.ts'

export const tasks = defineScreens({
  routes: [
    {
      name: 'today',
      page: lazyPage(async () => (await import('./today-page.tsx')).TodayPage),
      single: true,
      titleKey: 'query.today',
      menu: { group: 'work', order: 10, icon: <EventNote /> },
    },
  ],
})
