// What is started as the office process. Keeps compiled code from one start to the next, then loads the office itself.
import module from 'node:module'
import { homedir } from 'node:os'
import path from 'node:path'
import { consoleWords } from './console-words.ts'
import { alteredFileOfPackage } from './installed-files.ts'

/** Once the first screens have been answered: what is kept then holds every function that they need. */
const KEEP_AFTER_MS = 10_000

/** A user's own place for what can be made again: nobody else may put code there, and it is no part of a company's folder. */
const compiledCode = (): string => {
  const { platform, env } = process
  if (platform === 'win32') return path.join(env.LOCALAPPDATA ?? path.join(homedir(), 'AppData', 'Local'), 'Tradewind', 'compiled')
  if (platform === 'darwin') return path.join(homedir(), 'Library', 'Caches', 'Tradewind', 'compiled')
  return path.join(env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'tradewind', 'compiled')
}

const load = async (): Promise<void> => {
  // A desktop has checked its package before it started us.
  const altered = process.send ? undefined : await alteredFileOfPackage(path.resolve(import.meta.dirname, '..'))
  if (altered !== undefined) {
    console.error(consoleWords.altered(altered))
    process.exit(1)
  }
  // A folder that cannot be written starts as it did before: nothing is thrown.
  module.enableCompileCache(compiledCode())
  setTimeout(() => module.flushCompileCache(), KEEP_AFTER_MS).unref()
  await import('./office.ts')
}
void load()
