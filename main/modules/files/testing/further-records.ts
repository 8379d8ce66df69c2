// The bin is emptied by the office itself; files on records are made where contents are noted (main/server/testing/further-records.ts).
import type { FurtherRecords } from '../../../testing/further-records.ts'

export const furtherRecords: FurtherRecords = async ({ sendAsOffice }) => {
  await sendAsOffice('empty-bin', {})
}
