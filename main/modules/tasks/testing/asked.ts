// What the office asks of people in a test: it looks once, as it does by itself every minute, and then Today is read.
import type { TaskLine } from '../../../../preload/contract/modules/tasks/calls.ts'
import { officeItself } from '../../../access/viewer.ts'
import type { TestOffice, TestUser } from '../../../testing/test-office.ts'

const itself: TestUser = { id: officeItself.userId, viewer: officeItself }
/** Brings tasks to what the records ask for now, all of them. */
export const keepTasks = async (office: TestOffice): Promise<void> => {
  for (let left = 1; left > 0; ) left = (await office.run('keep-tasks', {}, itself)).left
}

/** Tasks that a user sees on Today after the office has looked, by rule. */
export const askedToday = async (
  office: TestOffice,
  as: TestUser = office.owner,
  whose: 'mine' | 'team' = as.viewer.permissions.has('task.view') ? 'team' : 'mine',
): Promise<{ rule: string; items: TaskLine[] }[]> => {
  await keepTasks(office)
  const { tasks } = await office.query('today', { whose }, as)
  return [...Map.groupBy(tasks, ({ rule }) => rule)].map(([rule, items]) => ({ rule, items }))
}
