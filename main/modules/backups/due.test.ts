// A backup that is missing asks at once, at any hour. Rule U55.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { testOffice, type TestOffice } from '../../testing/test-office.ts'
import { tasks } from '../tasks/index.ts'
import { askedOn, askedToday, keepTasks, ofRole } from '../tasks/testing/asked.ts'
import { backups } from './index.ts'

let office: TestOffice
beforeEach(async () => void (office = await testOffice([backups, tasks])))
afterEach(() => office.close())

const made = (madeAt: string, result = 'good') =>
  office.database.write.sql
    .prepare("INSERT INTO backup (id, kind, madeAt, bytes, result) VALUES (?, 'daily', ?, 1, ?)")
    .run(`b-${madeAt}`, madeAt, result)

test('[U55] a day and two hours after the last copy that was found good: administrator and owner, until there is one', async () => {
  const keeper = await ofRole(office, 'administrator', 'Keeper')
  made('2026-03-02T01:00:00.000Z')
  expect(await askedOn(office, '2026-03-03', 'backup-missing')).toEqual([])
  office.at = '2026-03-03T03:01:00.000Z'
  expect(await askedToday(office, keeper)).toMatchObject([{ rule: 'backup-missing', items: [{ route: 'backups', urgent: true }] }])
  made('2026-03-03T03:02:00.000Z', 'damaged')
  await keepTasks(office)
  expect((await office.query('today', { whose: 'mine' }, keeper)).tasks).toHaveLength(1)
  made('2026-03-03T03:03:00.000Z')
  expect(await askedOn(office, '2026-03-03', 'backup-missing')).toEqual([])
})
