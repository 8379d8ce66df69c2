// The log of the company's folder: bounded whatever happens, and read again by the office that starts after a fault. Rules D43, D44 of desks.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { faultNoted, lastFaultIn, officeBegan, officeState } from '../access/office-state.ts'
import { takeFolder, type DataFolder } from './data-folder.ts'

const MB = 1024 * 1024
let folder: string
let data: DataFolder
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tradewind-folder-'))
  const taken = takeFolder(folder)
  if ('problem' in taken) throw new Error(taken.detail)
  data = taken
})
afterEach(() => {
  data.release()
  rmSync(folder, { recursive: true })
})

test('[D44] the log and the one before it are all there is, and no line is longer than its measure', () => {
  const log = path.join(folder, 'office.log')
  for (let n = 0; n < 900; n++) data.log(`${n} ${'x'.repeat(100_000)}`)
  expect(statSync(log).size).toBeLessThan(5.1 * MB)
  expect(data.logBytes()).toBe(statSync(log).size + statSync(`${log}.1`).size)
  expect(data.logBytes()).toBeLessThan(10.2 * MB)
  expect(
    Math.max(
      ...readFileSync(log, 'utf8')
        .split('\n')
        .map(({ length }) => length),
    ),
  ).toBeLessThan(20_100)
})

test('[D43] the fault that ended an office is found by the next, also when the log has just begun anew', () => {
  expect(lastFaultIn(data.readLog())).toBeNull()
  data.log('fault 0190-a export customers: Error: no such table: canary\n    at canary (file.ts:1:2)')
  data.log('fault 0190-b uncaughtException: TypeError: canary')
  data.log('stopped: a colleague said fault 0190-c nothing: at all')
  const found = lastFaultIn(data.readLog())
  expect(found).toEqual({ id: '0190-b', at: expect.stringMatching(/^\d{4}-.*Z$/), what: 'uncaughtException' })
  writeFileSync(path.join(folder, 'office.log.1'), readFileSync(data.logFile))
  rmSync(data.logFile)
  expect(lastFaultIn(data.readLog())).toEqual(found)
})

test('[D43] of a fault its id, moment and what failed are kept, and faults are counted from the start', () => {
  officeBegan({ version: '1', startedAt: '', log: { file: '', bytes: () => 0 }, lastFault: null })
  faultNoted('0190-a export customers: Error: UNIQUE constraint failed: canary\n    at canary (file.ts:1:2)', '2026-03-02T10:00:00.000Z')
  faultNoted('0190-b approve: canary', '2026-03-02T10:00:01.000Z')
  expect(officeState()).toMatchObject({ faults: 2, lastFault: { id: '0190-b', at: '2026-03-02T10:00:01.000Z', what: 'approve' } })
  faultNoted('no words that anybody knows', '2026-03-02T10:00:02.000Z')
  expect(JSON.stringify(officeState())).not.toContain('canary')
})
