// Statements that make keys of Chinese texts load the dictionary themselves, in whichever thread and however soon after a start they come (Q32).
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'

const folder = mkdtempSync(path.join(tmpdir(), 'tradewind-dictionary-'))
afterEach(() => {
  vi.resetModules()
  rmSync(folder, { recursive: true, force: true })
})

it('[Q32] the first statement of a thread that orders by names made of Chinese texts is answered', async () => {
  vi.resetModules()
  const { openWritable } = await import('./open.ts')
  const { sql } = await import('kysely')
  const connection = openWritable(path.join(folder, 'empty.sqlite'))
  const { rows } = await sql<{ made: string }>`select text_key('name', '重庆') as made`.execute(connection.kysely)
  connection.close()
  expect(rows[0]?.made).toContain('chong')
})
