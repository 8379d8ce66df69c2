// Runs the boundary rule over this project's sources; a part of the lint. Exit code 1 when anything is broken.
import fs from 'node:fs'
import path from 'node:path'
import { boundaryViolations } from './boundaries.ts'
import { tableAllowances } from './table-allowances.ts'

const root = path.resolve(import.meta.dirname, '../..')

function sources(): Map<string, string> {
  const inFolders = ['preload', 'db', 'main', 'renderer', 'build']
    .filter((folder) => fs.existsSync(path.join(root, folder)))
    .flatMap((folder) => fs.readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
  const files = [...inFolders, ...fs.readdirSync(root)].map((file) => file.replaceAll('\\', '/')).filter((file) => /\.tsx?$/.test(file))
  return new Map(files.toSorted().map((file) => [file, fs.readFileSync(path.join(root, file), 'utf8')]))
}

const tree = sources()
const violations = boundaryViolations(tree, tableAllowances)
for (const { file, line, rule } of violations) console.log(`${file}:${line} ${rule}`)
console.log(`boundaries: ${tree.size} files, ${violations.length} broken`)
process.exitCode = violations.length > 0 ? 1 : 0
