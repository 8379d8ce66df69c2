// docs/api.md says what the tables say today.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { commands } from '../preload/contract/commands.ts'
import { isForPeople } from '../preload/contract/define/index.ts'
import { queries } from '../preload/contract/queries.ts'
import { hasName } from '../preload/contract/names/index.ts'
import { apiPage, parameterNames } from './api-docs.ts'

it('docs/api.md is up to date (npm run docs)', () => {
  const page = apiPage()
  expect(readFileSync(path.resolve(import.meta.dirname, '../docs/api.md'), 'utf8')).toBe(page)
  const open = Object.entries({ ...commands, ...queries }).filter(([, spec]) => isForPeople(spec.permission))
  for (const [name] of open)
    expect(page).toContain(`### ${name}
`)
})

it('[Q29] every command, query, list, column and parameter is called by its name in both languages, none by its key', () => {
  const declared = [
    ...Object.keys(commands).map((name) => `command.${name}`),
    ...Object.entries(queries).map(([name, spec]) => `${spec.kind}.${name}`),
    ...Object.entries(queries).flatMap(([name, spec]) =>
      spec.kind === 'list' ? Object.keys(spec.columns).map((column) => `field.${name}.${column}`) : [],
    ),
    ...parameterNames().map((name) => `field.${name}`),
  ]
  expect(declared.length).toBeGreaterThan(900)
  expect(declared.filter((key) => !hasName(key))).toEqual([])
  expect(apiPage().match(/\b(command|query|list|field)\.[a-z][\w.-]*( ·|$)/gm) ?? []).toEqual([])
})

it('[Q29] a column is called by the name its own list gives it: the discount of sales figures is money, that of a line a percentage', () => {
  const [, sales = ''] = apiPage().split('### sales-by\n')
  expect(sales).toContain('| `discount` | 折扣金额 · Discount | money in `currency` (summed) |')
})
