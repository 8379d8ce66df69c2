// Before the tests of rules and office: databases that many tests begin with are made once and copied by each. One is migrated here, the others by whoever needs them first.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { makeMigrated } from '../../db/testing/database.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the databases that tests copy. */
    prepared: string
  }
}

export const setup = async (project: TestProject): Promise<() => void> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tradewind-prepared-'))
  await makeMigrated(folder)
  project.provide('prepared', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
