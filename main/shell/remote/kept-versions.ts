// What a PC remembers of the versions it has had, beside its membership: the newest release that it has ever seen, so that an old one cannot be shown to it again
// (SEC22), and the version that it ran before this one, to which alone it may go back. Rules D33, D34 of desks.
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { isNewer } from '../../../preload/contract/vocabulary/versions.ts'

const fileSchema = z.object({
  /** When the newest release that was ever seen was signed. */
  newest: z.string().nullable(),
  ran: z.string(),
  before: z.string().nullable(),
})
export type KeptVersions = {
  newest(): string | null
  /** The version before this one; null on the first one, and after going back. */
  before(): string | null
  /** A release of this moment was seen. */
  seen(releasedAt: string): void
}

export const keptVersions = (folder: string, version: string, log: (line: string) => void): KeptVersions => {
  const file = path.join(folder, 'versions.json')
  const read = (): z.output<typeof fileSchema> => {
    try {
      return fileSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
    } catch {
      return { newest: null, ran: version, before: null } // the first start that remembers
    }
  }
  let now = read()
  const keep = (next: typeof now): void => {
    now = next
    try {
      writeFileSync(`${file}.unfinished`, JSON.stringify(now), { mode: 0o600 })
      renameSync(`${file}.unfinished`, file)
    } catch (error) {
      // A full disk: known at least while the program runs.
      log(`versions not kept: ${String(error)}`)
    }
  }
  if (now.ran !== version) keep({ ...now, ran: version, before: isNewer(version, now.ran) ? now.ran : null })
  // Written at the first start too: otherwise the second version would not know of the first.
  else keep(now)
  return {
    newest: () => now.newest,
    before: () => now.before,
    seen: (releasedAt) => {
      if (now.newest === null || releasedAt > now.newest) keep({ ...now, newest: releasedAt })
    },
  }
}
