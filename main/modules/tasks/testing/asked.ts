// What the office asks of people in a test: it looks once, as it does by itself every minute, and then Today is read, or who is asked at all.
import type { ReadyMadeRole } from '../../../../preload/contract/access.ts'
import { TASK_PERSON, type TaskLine } from '../../../../preload/contract/modules/tasks/calls.ts'
import { officeItself } from '../../../access/viewer.ts'
import { readyMadeRoles } from '../../people/seeds.ts'
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

/** A user of a ready-made role, with its rights and scopes; rules know the role by its code. */
export const ofRole = async (office: TestOffice, code: ReadyMadeRole, name: string): Promise<TestUser> => {
  const { permissions, scopes } = readyMadeRoles.find((role) => role.code === code)!
  const made = await office.user({ permissions, scopes, name })
  const { sql } = office.database.write
  const there = sql.prepare('SELECT id FROM role WHERE code = ?').get(code) as { id: string } | undefined
  if (there) sql.prepare('UPDATE user_role SET roleId = ? WHERE userId = ?').run(there.id, made.id)
  else sql.prepare('UPDATE role SET code = ? WHERE id = (SELECT roleId FROM user_role WHERE userId = ?)').run(code, made.id)
  return made
}

/** Open tasks of a rule on a day, when the office has looked: '<anchor> <who is asked>', by anchor and name. */
export const askedOn = async (office: TestOffice, day: string, rule: string): Promise<string[]> => {
  office.at = `${day}T02:00:00.000Z`
  await keepTasks(office)
  const rows = office.database.write.sql
    .prepare(
      `SELECT anchor || ' ' || (SELECT group_concat(name, ', ') FROM (SELECT u.name FROM task_person p JOIN user u ON u.id = p.userId
         WHERE p.taskId = t.id AND p.because IN (SELECT value FROM json_each(?)) ORDER BY u.name)) AS line FROM task t WHERE rule = ? AND state = 'open' ORDER BY 1`,
    )
    .all(JSON.stringify(TASK_PERSON), rule) as { line: string }[]
  return rows.map(({ line }) => line)
}
