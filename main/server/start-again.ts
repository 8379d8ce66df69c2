// An office that has other books than it opened starts anew: a desktop's office is started again by its desktop, the hub starts itself.
import { spawn } from 'node:child_process'

/**
 * Ends this process for another one of the same program with the same options. `isWatched`: whoever started us starts us again when we end; else this process
 * stays as the one that a console or a service knows, passes signals on, and ends with the new one.
 */
export const startAgain = (isWatched: boolean): void => {
  if (isWatched) process.exit(0)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.removeAllListeners(signal)
    process.on(signal, () => child.kill(signal))
  }
  const child = spawn(process.execPath, [...process.execArgv, ...process.argv.slice(1)], { stdio: 'inherit' })
  child.once('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 0)))
  child.once('error', () => process.exit(1))
}
