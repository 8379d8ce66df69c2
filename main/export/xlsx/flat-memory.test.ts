// An export of any length holds only a few chunks: measured on 100,000 rows, and proven by a target that takes nothing.
import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import type { Cell, ExportColumn } from './export-sheet.ts'
import { plainSheet } from './testing/workbook-parts.ts'
import { writeWorkbook } from './write-workbook.ts'

const columns: ExportColumn[] = [
  ...Array.from({ length: 6 }, (_, i): ExportColumn => ({ title: `t${i}`, kind: 'text' })),
  ...Array.from({ length: 6 }, (_, i): ExportColumn => ({ title: `m${i}`, kind: 'money' })),
]
const rowOf = (i: number): Cell[] => columns.map((c, k) => (c.kind === 'text' ? `信风 ${i} ${k}` : { decimal: `${i}.${10 + k}` }))

describe('the size of an export', () => {
  it('does not raise the memory: 100,000 rows of 12 columns within 120 MB', async () => {
    let bytes = 0
    const counting = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        bytes += chunk.length
        done()
      },
    })
    const before = process.memoryUsage().rss
    let most = 0
    const rows = (function* () {
      for (let i = 0; i < 100_000; i++) {
        if (i % 2000 === 0) most = Math.max(most, process.memoryUsage().rss)
        yield rowOf(i)
      }
    })()
    expect(await writeWorkbook(counting, [plainSheet(columns, rows)])).toEqual({ rows: 100_000 })
    expect(bytes).toBeGreaterThan(2_000_000)
    expect(most - before).toBeLessThan(120 * 1024 * 1024)
  }, 60_000)

  it('asks for rows no faster than the target takes them', async () => {
    let taken = 0
    const stuck = new Writable({
      write: (_chunk, _encoding, done) => {
        if (taken === 0) done() // from the first row on nothing goes through
      },
    })
    const rows = (async function* () {
      for (let i = 0; i < 1_000_000; i++) {
        taken = i
        yield rowOf(i)
      }
    })()
    const writing = writeWorkbook(stuck, [plainSheet(columns, rows)])
    let last = -1
    await expect
      .poll(
        () => {
          const still = taken === last
          last = taken
          return still && taken > 0
        },
        { interval: 200, timeout: 15_000 },
      )
      .toBe(true)
    // A few chunks of 64 KiB at each step, the zip's packed ones holding many rows.
    expect(taken).toBeLessThan(20_000)
    stuck.destroy()
    await expect(writing).rejects.toThrow('closed')
  })
})
