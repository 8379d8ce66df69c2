// Ten thousand files of two megabytes on contracts of the seeded company: what they cost the lists that stand beside them, a start, and a search in their texts.
// Contents are sparse, for nothing measured here reads them; texts are of three thousand letters, as a contract of two pages has.
import { closeSync, copyFileSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs'
import path from 'node:path'
import { putFileText } from '../../db/file-text.ts'
import { openReadable, openWritable } from '../../db/open.ts'
import type { Viewer } from '../../main/access/viewer.ts'
import { lackingContents, wantedContents } from '../../main/files/lacking-contents.ts'
import { openFileStore } from '../../main/files/store.ts'
import { runQuery } from '../../main/queries/run-query.ts'
import { allModules } from '../../main/modules.ts'
import { compare, median, type Line } from './measure.ts'
import { idOf, on, TODAY } from './seed.ts'
import { companyFolder, desktopOffice, timed } from './start.ts'

const FILES = 10_000
const BYTES = 2 * 1024 * 1024
const LETTERS = 3000
const STARTS = 7
/** Of the words that fill a text each stands in every tenth or so; one stands in a single text. */
const WORDS =
  '合同 编号 供方 需方 质量 标准 按封样 数量 单价 交货期 违约金 仲裁 宁波 包装 唛头 装运 提单 保险 invoice packing shipment contract quality payment'.split(
    ' ',
  )
const RARE = '独一无二的条款'

const sha256Of = (n: number) => n.toString(16).padStart(64, 'f')
const textOf = (n: number): string => {
  let text = n === 4321 ? RARE : ''
  for (let i = n; text.length < LETTERS; i = (i * 31 + 7) % 100_003) text += `${WORDS[i % WORDS.length]}${i % 3 === 0 ? ' ' : ''}`
  return text
}
const hang = (file: string): void => {
  const c = openWritable(file)
  c.sql.exec('BEGIN')
  const one = c.sql.prepare(`INSERT INTO attachment VALUES (?, 'sales-contract', ?, 'signed-contract', ?, '', 1, 0, ?, ?, NULL, NULL, 1)`)
  const version = c.sql.prepare(`INSERT INTO attachment_version VALUES (?, ?, 1, ?, ?, ${BYTES}, 'pdf', NULL, NULL, NULL, ?, ?)`)
  for (let n = 0; n < FILES; n++) {
    const [id, versionId] = [`file-${n}`, `version-${n}`]
    one.run(id, idOf.contract(n * 6), `合同 ${n}.pdf`, TODAY, idOf.user(0))
    version.run(versionId, id, `合同 ${n}.pdf`, sha256Of(n), TODAY, idOf.user(0))
    putFileText(c.sql, sha256Of(n), textOf(n))
  }
  c.sql.exec('COMMIT; ANALYZE')
  c.pragma('wal_checkpoint(TRUNCATE)')
  c.close()
}
const lay = (folder: string): void => {
  for (let n = 0; n < FILES; n++) {
    const place = openFileStore(folder).placeOf(sha256Of(n))
    mkdirSync(path.dirname(place), { recursive: true })
    const handle = openSync(place, 'w')
    ftruncateSync(handle, BYTES)
    closeSync(handle)
  }
}

const queries = async (without: string, file: string, viewer: Viewer): Promise<Line[]> => {
  const [before, read] = [openReadable(without), openReadable(file)]
  const ask = (of: typeof read, name: string, input: object) => async () => {
    const answer = await runQuery(of, allModules, { name, input, viewer, at: TODAY }, on)
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`)
  }
  const bare =
    (text: string, ...values: unknown[]) =>
    () =>
      void read.sql.prepare(text).all(...values)
  const page = { limit: 50 }
  const union = `SELECT c.id FROM (SELECT id, contractDate FROM sales_contract UNION ALL SELECT id, contractDate FROM purchase_contract) c
    ORDER BY c.contractDate DESC, c.id DESC LIMIT 51`
  const onRecord = { recordKind: 'sales-contract', recordId: idOf.contract(6) }
  const raw = `SELECT v.id, a.name FROM file_grams g JOIN file_text t ON t.key = g.rowid JOIN attachment_version v ON v.sha256 = t.content
    JOIN attachment a ON a.id = v.attachmentId WHERE file_grams MATCH ? ORDER BY g.rowid DESC LIMIT 3000`
  const named = `SELECT id, name FROM attachment WHERE binnedAt IS NULL AND lower(name) LIKE ? ORDER BY addedAt DESC, id DESC LIMIT 3000`
  /** Files are found by their names as well: both are asked. */
  const both = (match: string, text: string) => () => {
    bare(named, `%${text}%`)()
    bare(raw, match)()
  }
  const lines = [
    await compare(
      'contract list beside 10,000 files, page of 50',
      'the same without files',
      ask(before, 'sales-contracts', page),
      ask(read, 'sales-contracts', page),
      1.2,
      { times: 100 },
    ),
    await compare('register of contracts, page of 50', 'bare union of both, sorted', bare(union), ask(read, 'contract-register', page), 3, {
      times: 2,
    }),
    await compare(
      'files of a record',
      'the same record without files',
      ask(before, 'files-of', onRecord),
      ask(read, 'files-of', onRecord),
      2,
      { times: 50 },
    ),
    await compare(
      'a word that stands in one of 10,000 texts',
      'raw FTS5 and names',
      both('"独一 一无 无二"', '独一无二'),
      ask(read, 'find-in-files', { text: '独一无二', limit: 8 }),
      3,
      { times: 5 },
    ),
    await compare(
      'a word that stands in all of them',
      'raw FTS5 and names, the newest 3,000',
      both('"违约 约金"', '违约金'),
      ask(read, 'find-in-files', { text: '违约金', limit: 8 }),
      2,
      { times: 3 },
    ),
  ]
  before.close()
  read.close()
  return lines
}

const starts = async (without: string, file: string): Promise<Line[]> => {
  const [plain, full] = [await companyFolder(without), await companyFolder(file)]
  try {
    lay(path.join(full.folder, 'files'))
    const [a, b] = [desktopOffice(plain.folder, plain.token), desktopOffice(full.folder, full.token)]
    await timed(a)
    await timed(b)
    const [without, beside]: [number[], number[]] = [[], []]
    // By the processor's time where the system tells it: the wall clock is everybody's on the machine.
    const spent = async (start: typeof a) => {
      const { cpu, wall } = await timed(start)
      return Number.isNaN(cpu) ? wall : cpu
    }
    for (let i = 0; i < STARTS; i++) {
      without.push(await spent(a))
      beside.push(await spent(b))
    }
    const ratio = median(beside.map((ms, i) => ms / without[i]!))
    const wanted = openReadable(path.join(full.folder, 'company.sqlite'))
    const store = openFileStore(path.join(full.folder, 'files'))
    const looked = performance.now()
    const { length } = await lackingContents(store, wantedContents(wanted.sql), false)
    wanted.close()
    console.log(`look whether ${FILES} contents are there: ${(performance.now() - looked).toFixed(0)} ms, ${length} lacking`)
    const line = {
      what: 'start beside 10,000 files, first list',
      anchor: 'the same without files',
      anchorMs: median(without),
      oursMs: median(beside),
    }
    return [{ ...line, ratio, goal: '≤ 1.1', met: ratio <= 1.1 }]
  } finally {
    for (const { folder } of [plain, full]) rmSync(folder, { recursive: true, force: true })
  }
}

export const filesBench = async (seeded: string, viewer: Viewer): Promise<Line[]> => {
  const folder = mkdtempSync(path.join(path.dirname(seeded), 'files-'))
  try {
    const [without, file] = [path.join(folder, 'without.sqlite'), path.join(folder, 'company.sqlite')]
    copyFileSync(seeded, without)
    copyFileSync(seeded, file)
    hang(file)
    return [...(await queries(without, file, viewer)), ...(await starts(without, file))]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
