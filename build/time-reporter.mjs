// Keeps how long each test file took, the longest first, and says when the whole suite took longer than its budget: .cache/test-times.txt and .json.
import fs from 'node:fs'
import path from 'node:path'

const folder = path.resolve(import.meta.dirname, '../.cache')
/** For the whole of `npm test` on two quiet cores. More is said, not failed: a busy machine is no fault of the code. */
const BUDGET_SECONDS = 600
const tenths = (ms) => Math.round(ms / 100) / 10

/** One row of the report; `seconds` is everything from the file's environment to its last hook, `importing` the part before the first test. */
function rowOf(module, top) {
  const { environmentSetupDuration, prepareDuration, setupDuration, collectDuration, duration } = module.diagnostic()
  const before = environmentSetupDuration + prepareDuration + setupDuration + collectDuration
  return {
    file: path.relative(top, module.moduleId).replaceAll('\\', '/'),
    project: module.project.name,
    seconds: tenths(before + duration),
    importing: tenths(before),
    tests: [...module.children.allTests()].length,
  }
}

const lineOf = ({ file, project, seconds, importing, tests }) =>
  `${seconds.toFixed(1).padStart(8)}${importing.toFixed(1).padStart(11)}${String(tests).padStart(7)}  ${project.padEnd(8)}${file}`

export default class TimeReporter {
  onInit(vitest) {
    this.top = vitest.config.root
    this.started = Date.now()
  }

  onTestRunEnd(modules) {
    const rows = modules.map((module) => rowOf(module, this.top)).toSorted((a, b) => b.seconds - a.seconds)
    // `npm test` says when it began, so that installing, building and checking count too.
    const seconds = Math.round((Date.now() - Number(process.env.SUITE_STARTED ?? this.started)) / 1000)
    const projects = Object.entries(Object.groupBy(rows, ({ project }) => project)).map(
      ([name, own]) => `${name}: ${own.length} files, ${Math.round(own.reduce((sum, row) => sum + row.seconds, 0))} s`,
    )
    const head = [`whole run ${seconds} s, budget ${BUDGET_SECONDS} s on two quiet cores`, ...projects]
    fs.mkdirSync(folder, { recursive: true })
    fs.writeFileSync(path.join(folder, 'test-times.json'), JSON.stringify({ seconds, budget: BUDGET_SECONDS, rows }, null, 1))
    const title = ' seconds  importing  tests  project file'
    fs.writeFileSync(path.join(folder, 'test-times.txt'), `${[...head, '', title, ...rows.map(lineOf)].join('\n')}\n`)
    const over = seconds > BUDGET_SECONDS ? ', OVER its budget' : ''
    console.log(`\nthe run took ${seconds} s of ${BUDGET_SECONDS}${over}; each file's time: .cache/test-times.txt`)
  }
}
