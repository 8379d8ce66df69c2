// Before the end-to-end tests: the build is brought up to date and the demonstration company made once; every test works on a copy of it.
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { ensureBuilt } from '../build.mjs'
import { endAll, newFolder, removeFolders, startOffice } from './support/office.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the demonstration company, closed. */
    demonstration: string
    /** Seconds it took to make it. */
    demonstrationSeconds: number
  }
}

export const setup = async (project: TestProject): Promise<(() => Promise<void>) | undefined> => {
  // The projects of one run are set up one after the other: the first one makes it for all.
  const made = project.vitest.projects.map((other) => other.getProvidedContext()).find(({ demonstration }) => demonstration !== undefined)
  if (made) {
    project.provide('demonstration', made.demonstration)
    project.provide('demonstrationSeconds', made.demonstrationSeconds)
    return undefined
  }
  await ensureBuilt()
  const folder = path.join(newFolder(), 'demonstration')
  const started = performance.now()
  const office = startOffice('--serve', '--demo', '--port', '0', '--data', folder)
  await office.address
  project.provide('demonstrationSeconds', (performance.now() - started) / 1000)
  await office.interrupt()
  project.provide('demonstration', folder)
  return async () => {
    await endAll()
    removeFolders()
  }
}
