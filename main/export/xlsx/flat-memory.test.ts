// An export of any length holds only a few chunks: measured over 100,000 rows, and proven by a target that takes nothing.
import { Writable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { collectGarbage } from '../../access/collect-garbage.ts'
import type { Cell, ExportColumn } from './export-sheet.ts'
import { plainSheet } from './testing/workbook-parts.ts'
import { writeWorkbook } from './write-workbook.ts'

const columns: ExportColumn[] = [
  ...Array.from({ length: 6 }, (_, i): ExportColumn => ({ title: `t${i}`, kind: 'text' })),
  ...Array.from({ length: 6 }, (_, i): ExportColumn => ({ title: `m${i}`, kind: 'money' })),
]
const rowOf = (i: number): Cell[] => columns.map((c, k) => (c.kind === 'text' ? `信风 ${i} ${k}` : { decimal: `${i}.${10 + k}` }))

describe('the size of an export', () => {
  it('does not raise what is held: the last rows of 100,000 hold no more than the first ones', async () => {
    let bytes = 0
    const counting = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        bytes += chunk.length
        done()
      },
    })
    // What is held, not what the process takes: how much of its garbage an engine keeps is its own affair.
    const held: number[] = []
    const rows = (function* () {
      for (let i = 0; i < 100_000; i++) {
        if (i % 20_000 === 10_000) {
          collectGarbage()
          const { heapUsed, external } = process.memoryUsage()
          held.push(heapUsed + external)
        }
        yield rowOf(i)
      }
    })()
    expect(await writeWorkbook(counting, [plainSheet(columns, rows)])).toEqual({ rows: 100_000 })
    expect(bytes).toBeGreaterThan(2_000_000)
    // Keeping the rows would take some 40 MB more at each of the five.
    expect(Math.max(...held) - (held[0] ?? 0)).toBeLessThan(10 * 1024 * 1024)
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
