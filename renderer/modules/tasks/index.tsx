// Today's tasks, first in the navigation after the desktop; their calendar, the company's rules and its calendar of working days.
import CalendarMonth from '@mui/icons-material/CalendarMonthOutlined'
import EventAvailable from '@mui/icons-material/EventAvailableOutlined'
import EventNote from '@mui/icons-material/EventNoteOutlined'
import NotificationsActive from '@mui/icons-material/NotificationsActiveOutlined'
import { defineScreens, EVERY_RECORD, lazyPage, lazyPanel } from '../../records/index.ts'

export const tasks = defineScreens({
  routes: [
    {
      name: 'today',
      page: lazyPage(async () => (await import('./today-page.tsx')).TodayPage),
      single: true,
      titleKey: 'query.today',
      menu: { group: 'work', order: 10, icon: <EventNote /> },
    },
    {
      name: 'task',
      page: lazyPage(async () => (await import('./task-page.tsx')).TaskPage),
      actions: [{ command: 'save-task' }],
      key: 'KeyT',
    },
    {
      name: 'task-calendar',
      page: lazyPage(async () => (await import('./calendar-page.tsx')).CalendarPage),
      single: true,
      titleKey: 'query.task-calendar',
      menu: { group: 'work', order: 15, icon: <CalendarMonth /> },
    },
    {
      name: 'reminder-rules',
      page: lazyPage(async () => (await import('./rules-page.tsx')).RulesPage),
      permission: 'reminder-rule.view',
      single: true,
      titleKey: 'query.reminder-rules',
      menu: { group: 'settings', order: 45, icon: <NotificationsActive /> },
    },
    {
      name: 'work-year',
      page: lazyPage(async () => (await import('./work-year-page.tsx')).WorkYearPage),
      permission: 'reminder-rule.view',
      single: true,
      titleKey: 'query.work-year',
      menu: { group: 'settings', order: 46, icon: <EventAvailable /> },
    },
  ],
  panels: [
    {
      on: EVERY_RECORD,
      place: 'tasks',
      panel: lazyPanel(async () => (await import('./panels/record-tasks.tsx')).RecordTasks),
    },
  ],
})
