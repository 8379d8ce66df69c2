// The door of tasks: today's work and the bell, read from approvals and documents.
import { readBoard, waitingForViewer } from '../../records/approvals/index.ts'
import { approvalViewOf } from '../approvals/index.ts'
import { defineQueries } from '../../queries/define-query.ts'
import { dueFor } from '../../records/due.ts'
import { defineModule } from '../../records/define-module.ts'
import { answeredRows, notificationsOf, brokenChain } from './bell.ts'

const SHOWN = 100

const tasksQueries = defineQueries({
  today: async ({ mine }, q) => {
    const { rows, board, pending } = await waitingForViewer(q)
    const sent = pending.filter((row) => row.submittedBy === q.viewer.userId)
    const answered = await answeredRows(q)
    const answers = await readBoard(q, answered)
    return {
      waiting: rows.slice(0, SHOWN).map((row) => approvalViewOf(q, board, row)),
      sent: sent.slice(0, SHOWN).map((row) => approvalViewOf(q, board, row)),
      answered: answered.map((row) => approvalViewOf(q, answers, row)),
      auditBroken: brokenChain(q),
      dueItems: await dueFor(q, mine),
    }
  },

  bell: async (_, q) => {
    const notifications = await notificationsOf(q)
    return {
      waiting: notifications.filter((a) => a.event === 'waiting').length,
      unread: notifications.filter((a) => a.unread).length,
      items: notifications.slice(0, 20),
    }
  },

  'bell-count': async (_, q) => {
    const notifications = await notificationsOf(q)
    return { unread: notifications.filter((a) => a.unread).length, newestAt: notifications[0]?.at ?? null }
  },
})

export const tasks = defineModule({ queries: tasksQueries })
