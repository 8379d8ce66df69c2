// The test projects: node (rules, database, office), ui (components in jsdom), e2e (real browser, real Electron).
import { availableParallelism } from 'node:os'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { minutes } from './build/soak/rounds.ts'

// One worker more than vitest takes on a small machine: its own process mostly waits.
const maxWorkers = Math.max(2, availableParallelism() - 1)
/** What comes some time, comes late on a busy machine: the usual second is no fault of the code. */
const poll = { timeout: 30_000 }
const elsewhere = ['**/node_modules/**', 'build/e2e/**', 'build/bench/**']

export default defineConfig({
  test: {
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
          name: 'node',
          environment: 'node',
          include: ['{preload,db,main,build}/**/*.test.ts'],
          exclude: elsewhere,
          setupFiles: ['build/test-setup/seed.ts'],
          globalSetup: ['build/test-setup/prepared.ts'],
          testTimeout: minutes(1),
          maxWorkers,
          expect: { poll },
          sequence: { groupOrder: 1 },
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'ui',
          environment: 'jsdom',
          include: ['renderer/**/*.test.{ts,tsx}'],
          setupFiles: ['build/test-setup/seed.ts', 'build/test-setup/ui.ts'],
          testTimeout: minutes(1),
          maxWorkers,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['build/e2e/**/*.test.ts'],
          setupFiles: ['build/test-setup/seed.ts'],
          globalSetup: ['build/e2e/setup.ts'],
          testTimeout: minutes(2),
          hookTimeout: minutes(2),
          // Each file has its own office, port, folder and display, and mostly waits for a picture: two share the machine.
          maxWorkers,
          expect: { poll },
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
})
