// Writes that the disk does not take wait in their order; what fails otherwise is told and stands in nobody's way. Rule U53 of backups.
import { expect, test } from 'vitest'
import type { Sql } from '../../db/open.ts'
import { storageProblem } from '../../db/storage-problem.ts'
import { laterWrites } from './later-writes.ts'

const coded = (code: string) => Object.assign(new Error(code), { code })
const desk = () => {
  const written: string[] = []
  const told: string[] = []
  const failed: unknown[] = []
  const disk = { error: undefined as Error | undefined }
  const writes = laterWrites({
    alone: async (work) => {
      if (disk.error) throw disk.error
      return work(undefined as unknown as Sql)
    },
    refused: (problem) => told.push(problem),
    failed: (error) => failed.push(error),
  })
  return { written, told, failed, disk, writes, put: (text: string) => writes.write(() => written.push(text)) }
}

test('[U53] what is written at once, what waits, and in which order it comes', async () => {
  const { written, told, disk, writes, put } = desk()
  expect(await put('a')).toBe(true)
  disk.error = coded('SQLITE_FULL')
  expect(await Promise.all([put('b'), put('c')])).toEqual([false, false])
  disk.error = undefined
  expect(await put('d')).toBe(true)
  expect(written).toEqual(['a', 'b', 'c', 'd'])
  disk.error = coded('SQLITE_READONLY_DBMOVED')
  expect(await put('e')).toBe(false)
  disk.error = undefined
  await writes.flush()
  await writes.flush()
  expect(written).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(told).toEqual(['disk-full', 'disk-full', 'disk-read-only'])
})

test('[U53] a fault is thrown to whoever writes, and one that had waited holds up nothing behind it', async () => {
  const { written, failed, disk, writes, put } = desk()
  await expect(
    writes.write(() => {
      throw new Error('a defect')
    }),
  ).rejects.toThrow('a defect')
  disk.error = coded('SQLITE_FULL')
  await writes.write(() => {
    throw new Error('of before')
  })
  await put('after it')
  disk.error = undefined
  await writes.flush()
  expect(written).toEqual(['after it'])
  expect(failed).toMatchObject([{ message: 'of before' }])
})

test('[U53] what an error says of the disk', () => {
  const said = (code: string, because?: 'disk-full') => storageProblem(coded(code), () => because)
  expect(['SQLITE_FULL', 'ENOSPC', 'EDQUOT'].map((code) => said(code))).toEqual(['disk-full', 'disk-full', 'disk-full'])
  expect(['SQLITE_READONLY', 'SQLITE_CANTOPEN', 'EROFS', 'EACCES'].map((code) => said(code))).toEqual(
    Array.from({ length: 4 }, () => 'disk-read-only'),
  )
  expect(said('SQLITE_IOERR_WRITE')).toBe('disk-failing')
  expect(said('SQLITE_IOERR_WRITE', 'disk-full')).toBe('disk-full')
  expect(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_BUSY', 'ENOENT'].map((code) => said(code))).toEqual([undefined, undefined, undefined])
  expect(storageProblem(new Error('x'))).toBeUndefined()
})
