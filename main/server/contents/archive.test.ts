// The archive of a deal: a folder for each document, with the papers that were issued of it and its files; what is lost is said inside.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { openFileStore } from '../../files/store.ts'
import { type Asks, openArchive } from './downloads.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'tradewind-archive-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('[FI16] [FI17] holds issued papers and files of each document, and says what is lost', async () => {
  const store = openFileStore(folder)
  const [paper, file] = await Promise.all([store.put(Buffer.from('%PDF-paper')), store.put(Buffer.from('a scan'))])
  const [scan, lost] = [newId(), newId()]
  const issued = {
    id: newId(),
    paper: 'sales-contract',
    issue: 1,
    fileName: 'SC-1',
    size: 10,
    issuedAt: '2026-03-02T02:00:00.000Z',
    issuedBy: '',
  }
  const named = (versionId: string, name: string) => ({ versionId, name, type: 'txt', changedAt: issued.issuedAt })
  const records = [
    {
      ...{ kind: 'sales-contract', id: newId(), title: 'SC2026-0001', papers: [{ ...issued, sha256: paper.sha256 }] },
      files: [named(scan, 'scan.txt'), named(lost, 'lost.txt')],
    },
  ]
  const answers: Record<string, (input: { id: string }) => unknown> = {
    'files-of-deal': () => ({ number: 'D2026-0001', records }),
    'file-version': ({ id }) => ({ sha256: id === scan ? file.sha256 : 'f'.repeat(64) }),
  }
  const ask = ((name: string, input: { id: string }) => Promise.resolve(answers[name]!(input))) as unknown as Asks
  const { name, stream } = await openArchive(store, ask, newId(), 'en')
  const archive = (await buffer(stream)).toString('latin1')
  expect(name).toBe('D2026-0001.zip')
  for (const place of ['Sales contract SC2026-0001/SC-1.pdf', 'Sales contract SC2026-0001/scan.txt', '%PDF-paper'])
    expect(archive).toContain(place)
  expect(archive).toContain('missing-files.txt')
  expect(archive).not.toContain('SC2026-0001/lost.txt')
})
