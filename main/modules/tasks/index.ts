// The door of tasks: what the records ask of whom, what people typed, approvals that wait, and the bell.
import { defineQueries } from '../../queries/define-query.ts'
import { defineModule } from '../../records/define-module.ts'
import { due } from '../../records/due.ts'
import { notificationsOf, seenAt } from './bell.ts'
import { calendarQueries } from './calendar.ts'
import { tasksCommands } from './commands.ts'
import { tasksDue } from './due.ts'
import { tasksToKeep } from './keep.ts'
import { ruleCommands, ruleQueries } from './rules.ts'
import { todayQueries } from './today.ts'

const SHOWN = 20

const bellQueries = defineQueries({
  'tasks-to-keep': tasksToKeep,

  bell: async (_, q) => {
    const notifications = await notificationsOf(q)
    return {
      waiting: notifications.filter((a) => a.event === 'waiting').length,
      unread: notifications.filter((a) => a.unread).length,
      items: notifications.slice(0, SHOWN),
    }
  },

  'bell-count': async (_, q) => {
    const notifications = await notificationsOf(q)
    return { unread: notifications.filter((a) => a.unread).length, newestAt: notifications[0]?.at ?? null, seenAt: await seenAt(q) }
  },
})

export const tasks = defineModule({
  commands: { ...tasksCommands, ...ruleCommands },
  queries: { ...bellQueries, ...todayQueries, ...calendarQueries, ...ruleQueries },
  contributes: [due.of(tasksDue)],
})
