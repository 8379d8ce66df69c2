// The test projects: node (rules, database, office), ui (components in jsdom), e2e (real browser, real Electron), bench.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

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
    // Groups run one after the other, the quick ones first.
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: ['{preload,db,main,build}/**/*.test.ts'],
          exclude: elsewhere,
          testTimeout: 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'ui',
          environment: 'jsdom',
          include: ['renderer/**/*.test.{ts,tsx}'],
          setupFiles: ['build/test-setup/ui.ts'],
          testTimeout: 20_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['build/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'bench',
          environment: 'node',
          include: [],
          testTimeout: 1_800_000,
          hookTimeout: 1_800_000,
          fileParallelism: false,
          sequence: { groupOrder: 3 },
          benchmark: { enabled: true, include: ['build/bench/**/*.bench.ts'] },
        },
      },
    ],
  },
})
