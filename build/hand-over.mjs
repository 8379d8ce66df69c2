// Runs a program in our place: it gets our signals, we end with its exit code.
import { spawn } from 'node:child_process'

const WATCH_MS = 300
/**
 * npm runs a script in a shell, which dies of a TERM without passing it on: whoever ends npm would leave us running without anybody. So when our own
 * parent goes, the program ends as on a TERM. Started by hand, we may outlive a terminal, as any program in the background.
 * @param {import('node:child_process').ChildProcess} child
 */
function endWithNpm(child) {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    child.kill('SIGTERM')
  }, WATCH_MS)
  timer.unref()
}

/**
 * @param {string} program
 * @param {string[]} words
 * @param {import('node:child_process').SpawnOptions} options
 */
export function handOver(program, words, options = {}) {
  const child = spawn(program, words, { stdio: 'inherit', ...options })
  process.on('SIGINT', () => {
    if (!process.stdin.isTTY) child.kill('SIGINT') // A terminal's Ctrl+C reaches the child by itself.
  })
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  endWithNpm(child)
  child.on('error', (error) => {
    console.error(`${program}: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
}
