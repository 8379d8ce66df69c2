// Contents that somebody has sent, and files that hang on records, as tests of files need them.
import { newId } from '../../../../preload/contract/vocabulary/ids.ts'
import { noteReceived } from '../../../access/received-contents.ts'
import type { TestOffice, TestUser } from '../../../testing/test-office.ts'

let count = 0
/** The hash of a content that somebody has sent. */
export const received = (
  of: TestOffice,
  by: TestUser = of.owner,
  given: { type?: 'pdf' | 'webp' | 'txt'; size?: number; width?: number } = {},
): string => {
  const sha256 = (++count).toString(16).padStart(64, '0')
  const { type = 'pdf', size = 1000, width = null } = given
  noteReceived(of.database.write.sql, { sha256, size, type, width, height: width }, by.id, of.at)
  return sha256
}

/** A file to be hung on a record. */
export const aFile = (of: TestOffice, by?: TestUser) => ({
  ...{ id: newId(), versionId: newId(), name: '提单.pdf', sha256: received(of, by), pictureSha256: null },
  ...{ kind: 'bill-of-lading' as const, note: '正本' },
})
