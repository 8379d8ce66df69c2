// Today's tasks: first in the navigation after the desktop.
import EventNote from '@mui/icons-material/EventNoteOutlined'
import type { Route } from '../../client/index.ts'
import { TodayPage } from './today-page.tsx'

export const tasksRoutes: readonly Route[] = [
  { name: 'today', page: TodayPage, single: true, titleKey: 'query.today', menu: { group: 'work', order: 10, icon: <EventNote /> } },
]
