// What is started as the office process. Keeps compiled code from one start to the next, then loads the office itself.
import module from 'node:module'
import { homedir } from 'node:os'
import path from 'node:path'

/** Once the first screens have been answered: what is kept then holds every function that they need. */
const KEEP_AFTER_MS = 10_000

/** A user's own place for what can be made again: nobody else may put code there, and it is no part of a company's folder. */
const compiledCode = (): string => {
  const { platform, env } = process
  if (platform === 'win32') return path.join(env.LOCALAPPDATA ?? path.join(homedir(), 'AppData', 'Local'), 'Tradewind', 'compiled')
  if (platform === 'darwin') return path.join(homedir(), 'Library', 'Caches', 'Tradewind', 'compiled')
  return path.join(env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'tradewind', 'compiled')
}

// A runtime that cannot (Node 20), or a folder that cannot be written, starts as it did before: nothing is thrown.
const { enableCompileCache, flushCompileCache } = module as Partial<typeof module>
enableCompileCache?.(compiledCode())
setTimeout(() => flushCompileCache?.(), KEEP_AFTER_MS).unref()
void import('./office.ts')
