// docs/api.md says what the tables say today.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { commands } from '../preload/contract/commands.ts'
import { queries } from '../preload/contract/queries.ts'
import { apiPage } from './api-docs.ts'

it('docs/api.md is up to date (npm run docs)', () => {
  const page = apiPage()
  expect(readFileSync(path.resolve(import.meta.dirname, '../docs/api.md'), 'utf8')).toBe(page)
  const open = Object.entries({ ...commands, ...queries }).filter(([, spec]) => spec.permission !== 'founding')
  for (const [name] of open)
    expect(page).toContain(`### ${name}
`)
})
