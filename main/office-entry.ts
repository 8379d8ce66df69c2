// What is started as the office process. Reuses the compiled code of earlier starts, then loads the office itself.
import path from 'node:path'
import { reuseCompiledCode } from './compiled-code.ts'
import { consoleWords } from './console-words.ts'
import { alteredFileOfPackage } from './installed-files.ts'

/** By then somebody has signed in and the first screens have been answered: what is kept then holds every function that they need. */
const KEEP_AFTER_MS = 60_000

const load = async (): Promise<void> => {
  // A desktop has checked its package before it started us.
  const altered = process.send ? undefined : await alteredFileOfPackage(path.resolve(import.meta.dirname, '..'))
  if (altered !== undefined) {
    console.error(consoleWords.altered(altered))
    process.exit(1)
  }
  const keepCompiledCode = reuseCompiledCode(import.meta.dirname)
  setTimeout(keepCompiledCode, KEEP_AFTER_MS).unref()
  process.once('exit', keepCompiledCode)
  await import('./office.ts')
}
void load()
