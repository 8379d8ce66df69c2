// The test projects: node and node-alone (rules, database, office), ui and ui-alone (components in jsdom), e2e (real browser, real Electron).
import { globSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './build/longest-first.ts'
import { minutes } from './build/soak/rounds.ts'

// One worker more than vitest takes on a small machine: its own process mostly waits.
const maxWorkers = Math.max(2, availableParallelism() - 1)
/** What comes some time, comes late on a busy machine: the usual second is no fault of the code. */
const poll = { timeout: 30_000 }
const elsewhere = ['**/node_modules/**', 'build/e2e/**', 'build/bench/**']
const nodeTests = '{preload,db,main,build}/**/*.test.ts'
const uiTests = 'renderer/**/*.test.{ts,tsx}'
/**
 * Whether a test file has a worker to itself: it puts a module in another's place, runs programs, or draws the whole application with the styles that go with
 * it. The others share what has been loaded (decision 139).
 */
const isAlone = (file: string) =>
  /^(build|main\/shell)\/|^main\/[^/]+$/.test(file.replaceAll('\\', '/')) ||
  /\bvi\.(do)?mock\(|<App\b/i.test(readFileSync(path.join(import.meta.dirname, file), 'utf8'))
const aloneAmong = (tests: string) => globSync(tests, { cwd: import.meta.dirname, exclude: elsewhere }).filter(isAlone)
const nodeAlone = aloneAmong(nodeTests)
const uiAlone = aloneAmong(uiTests)
const onNode = {
  environment: 'node' as const,
  setupFiles: ['build/test-setup/seed.ts', 'build/test-setup/give-back.ts'],
  globalSetup: ['build/test-setup/prepared.ts'],
  testTimeout: minutes(1),
  // The threads and programs that tests start load the same hundreds of modules again and again.
  env: { NODE_COMPILE_CACHE: path.join(import.meta.dirname, '.cache/compiled-modules') },
  expect: { poll },
}
const inJsdom = {
  environment: 'jsdom' as const,
  setupFiles: ['build/test-setup/seed.ts', 'build/test-setup/give-back.ts', 'build/test-setup/ui.ts'],
  testTimeout: minutes(2),
  maxWorkers,
  sequence: { groupOrder: 2 },
}
const endToEnd = {
  environment: 'node' as const,
  setupFiles: ['build/test-setup/seed.ts'],
  globalSetup: ['build/e2e/setup.ts'],
  testTimeout: minutes(2),
  hookTimeout: minutes(2),
  expect: { poll },
}
/** Alone at the end: a measured keystroke, kills at a moment, and what builds anew what the others run. */
const e2eAlone = ['typing', 'killed-office', 'ended-npm'].map((name) => `build/e2e/${name}.test.ts`)
/** These files wait for programs of their own as often as they compute: one more than there are cores, so that none of them idles. */
const e2eWorkers = Math.max(3, availableParallelism())

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    reporters: ['default', './build/count-reporter.mjs'],
    coverage: {
      provider: 'v8',
      include: ['preload/**', 'db/**', 'main/**', 'renderer/**'],
      exclude: ['**/*.test.{ts,tsx}', '**/testing/**'],
      reporter: ['text-summary', 'json-summary'],
    },
    // Groups run one after the other, the quick ones first (0 is no order: vitest would run that group last on a small machine).
    projects: [
      {
        test: {
          ...onNode,
          name: 'node',
          include: [nodeTests],
          exclude: [...elsewhere, ...nodeAlone],
          isolate: false,
          maxWorkers,
          sequence: { groupOrder: 1 },
        },
      },
      // Beside the end-to-end files, which leave the processor as often: pulled cables and programs that end are waited for.
      { test: { ...onNode, name: 'node-alone', include: nodeAlone, maxWorkers: e2eWorkers, sequence: { groupOrder: 3 } } },
      { plugins: [react()], test: { ...inJsdom, name: 'ui', include: [uiTests], exclude: uiAlone, isolate: false } },
      { plugins: [react()], test: { ...inJsdom, name: 'ui-alone', include: uiAlone } },
      {
        test: {
          ...endToEnd,
          name: 'e2e',
          include: ['build/e2e/**/*.test.ts'],
          exclude: e2eAlone,
          maxWorkers: e2eWorkers,
          sequence: { groupOrder: 3 },
        },
      },
      { test: { ...endToEnd, name: 'e2e-alone', include: e2eAlone, fileParallelism: false, sequence: { groupOrder: 4 } } },
    ],
  },
})
