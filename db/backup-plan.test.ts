// Which copies are kept, over years of days in any order. Rule U50 of backups.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BackupKind } from '../preload/contract/vocabulary/backup-name.ts'
import { backupName, instantStamp, readBackupName } from '../preload/contract/vocabulary/backup-name.ts'
import { addDays } from '../preload/contract/vocabulary/dates.ts'
import { rotation, type RetainedBackup } from './backup-plan.ts'

const copy = (kind: BackupKind, stamp: string, damaged = false): RetainedBackup => ({ name: `${kind}-${stamp}`, kind, stamp, damaged })

/** An office that makes a copy on these days (offsets) and rotates after each. */
const lived = (days: readonly { offset: number; damaged: boolean }[], from = '2024-01-15'): { kept: RetainedBackup[]; last: string } => {
  let kept: RetainedBackup[] = []
  let last = from
  for (const { offset, damaged } of days) {
    last = addDays(from, offset)
    kept.push(copy('daily', last, damaged))
    const plan = rotation(kept, last)
    kept = [...kept, ...plan.promote.map(({ kind, stamp }) => copy(kind, stamp))].filter((one) => !plan.remove.includes(one.name))
  }
  return { kept, last }
}
const of = (kept: readonly RetainedBackup[], kind: BackupKind) => kept.filter((one) => one.kind === kind).map((one) => one.stamp)

describe('[U50] rotation', () => {
  it('keeps thirty days, each month-end of two years, each year-end for ever', () => {
    const { kept } = lived(Array.from({ length: 1100 }, (_, offset) => ({ offset, damaged: false })))
    expect(of(kept, 'daily')).toHaveLength(30)
    expect(of(kept, 'monthly')).toHaveLength(24)
    expect(of(kept, 'yearly')).toEqual(['2024', '2025', '2026'])
  })

  it('keeps of a month its last sound copy, also when the office was closed over its end', () => {
    const kept = [copy('daily', '2026-01-28'), copy('daily', '2026-01-30'), copy('daily', '2026-01-31', true), copy('daily', '2026-02-09')]
    expect(rotation(kept, '2026-02-09').promote).toEqual([{ from: 'daily-2026-01-30', kind: 'monthly', stamp: '2026-01' }])
    expect(rotation([...kept, copy('monthly', '2026-01')], '2026-02-09').promote).toEqual([])
  })

  it('never lets go what was made before an upgrade or a restore, and of those made by hand the newest twenty stay', () => {
    const hand = Array.from({ length: 25 }, (_, n) => copy('manual', `2026-01-${String(n + 1).padStart(2, '0')}T08-00-00`))
    const kept = [...hand, copy('before-upgrade', '10-2020-01-01T00-00-00'), copy('before-restore', '2020-01-01T00-00-00')]
    expect(rotation(kept, '2026-02-01').remove.toSorted()).toEqual(hand.slice(0, 5).map((one) => one.name))
  })

  it('whatever days an office is open and whatever is damaged: the newest sound copy stays, and damaged ones displace none', () => {
    const days = fc.uniqueArray(fc.record({ offset: fc.nat(900), damaged: fc.boolean() }), {
      selector: (d) => d.offset,
      minLength: 1,
      maxLength: 120,
    })
    fc.assert(
      fc.property(days, (any) => {
        const inOrder = any.toSorted((a, b) => a.offset - b.offset)
        const { kept } = lived(inOrder)
        const sound = inOrder.filter((d) => !d.damaged).map((d) => addDays('2024-01-15', d.offset))
        const stays = of(
          kept.filter((one) => !one.damaged),
          'daily',
        )
        expect(stays).toEqual(sound.slice(-30))
        // Every month that is over and had a sound copy has one still, as its last day or in the thirty.
        const months = new Set(of(kept, 'monthly'))
        for (const month of new Set(sound.map((day) => day.slice(0, 7))))
          expect([...months].includes(month) || stays.some((day) => day.startsWith(month)) || months.size === 24).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

describe('[U50] names', () => {
  it('say kind, time and witness, and are read again', () => {
    for (const witness of [null, '1234-Zm9v_bar.2026-11-28'])
      for (const [kind, stamp] of [
        ['daily', '2026-11-28'],
        ['monthly', '2026-11'],
        ['yearly', '2026'],
        ['manual', instantStamp('2026-11-28T15:30:12.345Z')],
        ['before-upgrade', '240-2026-11-28T15-30-12'],
      ] as const)
        expect(readBackupName(backupName({ kind, stamp, witness }))).toEqual({ kind, stamp, witness })
  })
  it.each(['company', 'daily-', 'daily-../x', 'other-2026', 'daily-2026/../..', 'daily-2026.sqlite~', ''])('%s is none of ours', (name) => {
    expect(readBackupName(name)).toBeNull()
  })
})
