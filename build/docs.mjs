// npm run docs: writes docs/api.md anew.
import fs from 'node:fs'
import path from 'node:path'
import { apiPage } from './api-docs.ts'

fs.writeFileSync(path.resolve(import.meta.dirname, '../docs/api.md'), apiPage())
console.log('docs/api.md')
