// Runs a program in our place: it gets our signals, we end with its exit code.
import { spawn } from 'node:child_process'

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
  child.on('error', (error) => {
    console.error(`${program}: ${error.message}`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 143)))
}
