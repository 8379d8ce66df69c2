// npm run bench: every ratio of the performance goals that the product reaches today, measured in one run on the seeded company. Figures as a table and as JSON.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openReadable } from '../../db/open.ts'
import { loadViewer } from '../../main/access/viewer.ts'
import { commandBench } from './commands.ts'
import { desksBench } from './desks.ts'
import { filesBench } from './files.ts'
import { heavyBench } from './heavy.ts'
import { print } from './measure.ts'
import { networkBench } from './network.ts'
import { papersBench } from './papers.ts'
import { readBench } from './reads.ts'
import { searchBench } from './search.ts'
import { idOf, seededCompany } from './seed.ts'
import { startBench } from './start.ts'
import { statisticsBench } from './statistics.ts'
import { windowBench } from './window.ts'
import { runXlsxBench } from './xlsx.ts'

const main = async (): Promise<void> => {
  const seeded = await seededCompany()
  const folder = mkdtempSync(path.join(tmpdir(), 'tradewind-bench-'))
  try {
    const file = path.join(folder, 'company.sqlite')
    copyFileSync(seeded, file)
    const c = openReadable(file)
    const viewer = (await loadViewer(c.kysely, idOf.user(0)))!
    const { n } = c.sql.prepare('SELECT count(*) AS n FROM posting').get() as { n: number }
    const { bytes } = c.sql.prepare("SELECT sum(pgsize) AS bytes FROM dbstat WHERE name LIKE 'posting%'").get() as { bytes: number }
    c.close()
    const only = process.argv.find((a) => a.startsWith('--only='))?.slice(7)
    const wanted = (part: string) => only === undefined || only === part
    const lines = wanted('reads') ? await readBench(file, viewer) : []
    if (wanted('statistics')) lines.push(...(await statisticsBench(file, viewer)))
    if (wanted('search')) lines.push(...(await searchBench(file, viewer)))
    const command = wanted('commands') ? await commandBench(file, viewer) : undefined
    if (command) lines.unshift(...command.lines)
    if (wanted('desks')) lines.push(...(await desksBench(file, viewer)))
    if (wanted('heavy')) lines.push(...(await heavyBench(file, viewer)))
    if (wanted('start')) lines.push(...(await startBench(seeded)))
    if (wanted('files')) lines.push(...(await filesBench(seeded, viewer)))
    if (wanted('papers')) lines.push(...(await papersBench()))
    if (wanted('window')) lines.push(...(await windowBench(seeded)))
    if (wanted('network')) lines.push(...(await networkBench(seeded)))
    print(lines)
    if (command)
      console.log(
        `\ncommand wall time: p50 ${command.p50.toFixed(2)} ms (raw ${command.rawP50.toFixed(2)}), p99 ${command.p99.toFixed(2)} ms (goal ≤ 10)`,
      )
    console.log(
      `ledger: ${n} lines, ${(bytes / n).toFixed(0)} bytes a line with its indexes; whole file ${(statSync(file).size / 1024 / 1024).toFixed(0)} MB`,
    )
    const excel = process.argv.includes('--no-excel') || !wanted('excel') ? null : await runXlsxBench()
    mkdirSync(path.resolve(import.meta.dirname, '../../.cache'), { recursive: true })
    writeFileSync(
      path.resolve(import.meta.dirname, '../../.cache/bench.json'),
      JSON.stringify(
        { lines, command: command && { p50: command.p50, p99: command.p99, rawP50: command.rawP50 }, bytesPerLine: bytes / n, excel },
        null,
        1,
      ),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
await main()
