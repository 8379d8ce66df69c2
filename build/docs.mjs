// npm run docs: writes what is generated from the code anew: the API's page and the types of the tables.
import fs from 'node:fs'
import path from 'node:path'
import { apiPage } from './api-docs.ts'
import { tableTypes } from './table-types.ts'

const pages = { 'docs/api.md': apiPage(), 'db/schema/tables.ts': await tableTypes() }
for (const [file, text] of Object.entries(pages)) {
  fs.writeFileSync(path.resolve(import.meta.dirname, '..', file), text)
  console.log(file)
}
