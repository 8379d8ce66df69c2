// Runs the boundary rule over this project's sources; a part of the lint. Exit code 1 when anything is broken.
import path from 'node:path'
import { boundaryViolations } from './boundaries.ts'
import { treeOf } from './sources.ts'
import { tableAllowances } from './table-allowances.ts'

const root = path.resolve(import.meta.dirname, '../..')

const tree = treeOf(root)
const violations = boundaryViolations(tree, tableAllowances)
for (const { file, line, rule } of violations) console.log(`${file}:${line} ${rule}`)
console.log(`boundaries: ${tree.size} files, ${violations.length} broken`)
process.exitCode = violations.length > 0 ? 1 : 0
