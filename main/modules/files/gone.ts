// Files that go: their days in the bin are over, or the record that they hung on is gone (a draft that was deleted). Rule FI10.
import type { Sql } from '../../../db/open.ts'
import type { AttachableKind } from '../../../preload/contract/records.ts'
import { addDays, dayIn, type IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { readFileSettings } from '../../access/file-settings.ts'
import { recordExists } from '../../records/attachable.ts'

type Row = { id: string; recordKind: string; recordId: string; binnedAt: string | null }

/** The files that go on this day of the company. */
export const goneFiles = (sql: Sql, today: IsoDate, timeZone: string): string[] => {
  const until = addDays(today, -readFileSettings(sql).binDays)
  const all = sql.prepare('SELECT id, recordKind, recordId, binnedAt FROM attachment ORDER BY id').all() as Row[]
  return all
    .filter(
      ({ recordKind, recordId, binnedAt }) =>
        (binnedAt !== null && dayIn(timeZone, binnedAt) <= until) || !recordExists(sql, recordKind as AttachableKind, recordId),
    )
    .map(({ id }) => id)
}
