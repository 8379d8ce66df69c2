// Contents beside backups: what a folder of backups lacks is brought there, and from there back. On one disk a content is there twice under one and the same space.
// Rule FI13 of files.
import { linkSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { copyWhole } from '../../db/backup.ts'
import { openFileStore } from './store.ts'

/** Brings every content of `from` to `to` that is not there; gives how many. Contents never change, so what is there is right. Throws what the disk says. */
export const copyContents = async (from: string, to: string): Promise<number> => {
  const [source, target] = [openFileStore(from), openFileStore(to)]
  let brought = 0
  for (const { sha256, size } of source.all()) {
    if (target.sizeOf(sha256) === size) continue
    const place = target.placeOf(sha256)
    mkdirSync(path.dirname(place), { recursive: true, mode: 0o700 })
    try {
      linkSync(source.placeOf(sha256), place)
    } catch {
      // Another disk, or one that knows no links: a copy, whole or not at all.
      await copyWhole(source.placeOf(sha256), place)
    }
    brought += 1
  }
  return brought
}
