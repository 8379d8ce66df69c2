// npm run docs: writes what is generated from the code anew: the API's page and the types of the tables. Options: --papers writes the papers of a demonstration deal too.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { apiPage } from './api-docs.ts'
import { ensureBuilt } from './build.mjs'
import { tableTypes } from './table-types.ts'

const pages = { 'docs/api.md': apiPage(), 'db/schema/tables.ts': await tableTypes() }
for (const [file, text] of Object.entries(pages)) {
  fs.writeFileSync(path.resolve(import.meta.dirname, '..', file), text)
  console.log(file)
}
if (process.argv.includes('--papers')) {
  await ensureBuilt()
  process.exitCode = spawnSync(process.execPath, [path.join(import.meta.dirname, 'e2e/demo/papers.ts')], { stdio: 'inherit' }).status ?? 1
}
