// Which copies are kept: pure. Thirty daily ones; the last of each month for two years and of each year for ever beside them. Rule U50 of backups.
import type { BackupKind } from '../preload/contract/vocabulary/backup-name.ts'

/** Daily copies kept, month-end copies kept, copies made by hand kept. Those of years, before upgrades and before restores are kept for ever. */
const KEEP = { daily: 30, monthly: 24, manual: 20 } as const

export type RetainedBackup = { name: string; kind: BackupKind; stamp: string; damaged: boolean }
export type BackupPlan = {
  /** Copies to be kept under another name as well. */
  promote: { from: string; kind: 'monthly' | 'yearly'; stamp: string }[]
  remove: string[]
}

const byStamp = (a: { stamp: string; name: string }, b: { stamp: string; name: string }): number =>
  a.stamp < b.stamp ? 1 : a.stamp > b.stamp ? -1 : a.name < b.name ? 1 : -1
/** The newest sound copy of each period that is over and has none yet. `length`: how much of a stamp says the period. */
const ends = (copies: readonly RetainedBackup[], length: number, today: string, have: ReadonlySet<string>): Map<string, RetainedBackup> => {
  const found = new Map<string, RetainedBackup>()
  for (const copy of copies.filter((c) => !c.damaged).toSorted(byStamp)) {
    const period = copy.stamp.slice(0, length)
    if (period < today.slice(0, length) && !have.has(period) && !found.has(period)) found.set(period, copy)
  }
  return found
}
/** Those beyond the newest `keep` sound ones. */
const beyond = (copies: readonly RetainedBackup[], keep: number): string[] => {
  let sound = 0
  return copies.toSorted(byStamp).flatMap((copy) => (sound >= keep ? [copy.name] : ((sound += copy.damaged ? 0 : 1), [])))
}

/** What to keep of each period and what to let go, on this day of the company. Damaged copies never displace sound ones. */
export const rotation = (kept: readonly RetainedBackup[], today: string): BackupPlan => {
  const of = (kind: BackupKind) => kept.filter((copy) => copy.kind === kind)
  const stamps = (kind: BackupKind) => new Set(of(kind).map((copy) => copy.stamp))
  const months = ends(of('daily'), 7, today, stamps('monthly'))
  const years = ends([...of('monthly'), ...of('daily')], 4, today, stamps('yearly'))
  return {
    promote: [
      ...[...months].map(([stamp, copy]) => ({ from: copy.name, kind: 'monthly' as const, stamp })),
      ...[...years].map(([stamp, copy]) => ({ from: copy.name, kind: 'yearly' as const, stamp })),
    ],
    remove: [...beyond(of('daily'), KEEP.daily), ...beyond(of('monthly'), KEEP.monthly), ...beyond(of('manual'), KEEP.manual)],
  }
}
