// What a start makes of the hundreds of schemas that are declared.
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'

const contract = path.resolve(import.meta.dirname, '../preload/contract')

test('loading every module makes no schema but the words that others are made of: each is made when it is first asked for', async () => {
  const made: string[] = []
  z.config({ postProcessor: () => void made.push(new Error('made').stack ?? '') })
  const words = readdirSync(path.join(contract, 'vocabulary')).filter((file) => !file.endsWith('.test.ts'))
  for (const file of words) await import(path.join(contract, 'vocabulary', file))
  for (const file of ['define/shapes.ts', 'refusals.ts', 'warnings.ts']) await import(path.join(contract, file))
  expect(made.length).toBeGreaterThan(50)
  made.length = 0
  const { allModules } = await import('./modules.ts')
  expect(Object.keys(allModules.commands).length).toBeGreaterThan(100)
  expect(made).toEqual([])
  const { commands } = await import('../preload/contract/commands.ts')
  commands['save-sales-contract'].input.safeParse({})
  expect(made.length).toBeGreaterThan(20)
})
