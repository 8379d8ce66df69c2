// How far the Electron of package.json is behind the newest one (security.md 17), asked of the registry where it can be reached.
import { execFileSync } from 'node:child_process'

const DAYS = 60
const DAY_MS = 86_400_000

/** When each version of Electron was published, by version; undefined where the registry cannot be reached. */
export function publishedElectrons() {
  try {
    const options = {
      encoding: 'utf8',
      timeout: 20_000,
      maxBuffer: 1 << 26,
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'ignore'],
    }
    const answer = execFileSync('npm', ['view', 'electron', 'time', '--json', '--fetch-retries=0'], options)
    return JSON.parse(answer)
  } catch {
    return undefined
  }
}

/**
 * What is wrong with the declared Electron in one line; undefined when its major is the newest, or when the next one came out at most 60 days ago.
 * @param {string} declared @param {Record<string, string>} published version → moment @param {Date} now
 */
export function electronProblem(declared, published, now) {
  const stable = Object.entries(published).filter(([version]) => /^\d+\.\d+\.\d+$/.test(version))
  const major = (version) => Number(version.split('.')[0])
  const newer = stable.filter(([version]) => major(version) > major(declared)).toSorted(([, a], [, b]) => Date.parse(a) - Date.parse(b))
  const [first, last] = [newer[0], newer.toSorted(([a], [b]) => major(a) - major(b)).at(-1)]
  if (first === undefined || now.getTime() - Date.parse(first[1]) <= DAYS * DAY_MS) return undefined
  return `Electron ${declared} is behind: ${first[0]} came out on ${first[1].slice(0, 10)}, more than ${DAYS} days ago. Raise it in package.json, to ${last[0]}`
}
