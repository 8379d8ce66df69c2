// Contents of the demonstration where there is no store of files: they are known by their hashes alone, as tests of records need them.
import { createHash } from 'node:crypto'
import type { Sql } from '../../../db/open.ts'
import { noteReceived } from '../../access/received-contents.ts'
import type { GiveContent } from '../files/attach-files.ts'

export const notedOnly =
  (sql: Sql, at: string): GiveContent =>
  (userId, { bytes, type, side }) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    noteReceived(sql, { sha256, size: bytes.length, type, width: side, height: side }, userId, at)
    return Promise.resolve(sha256)
  }
