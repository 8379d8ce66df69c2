// Compiled code, kept from one start to the next: of each file of the bundle every function that had run when it was kept. Node's own cache
// (module.enableCompileCache) is filled before a file has run, without the functions that V8 compiles when they are first called.
import { hash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import path from 'node:path'
import { constants, Script } from 'node:vm'

/** A user's own place for what can be made again: nobody else may put code there, and it is no part of a company's folder. */
const compiledFolder = (): string => {
  const { platform, env } = process
  if (platform === 'win32') return path.join(env.LOCALAPPDATA ?? path.join(homedir(), 'AppData', 'Local'), 'Tradewind', 'compiled')
  if (platform === 'darwin') return path.join(homedir(), 'Library', 'Caches', 'Tradewind', 'compiled')
  return path.join(env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'), 'tradewind', 'compiled')
}

const digest = (data: Buffer): Buffer => hash('sha256', data, 'buffer')
const DIGEST_BYTES = 32

/** What was kept of this very source, whole: V8 takes any code for a source of the same length, and trusts it. */
const keptCode = (file: string, source: Buffer): Buffer | undefined => {
  try {
    const kept = readFileSync(file)
    const [ofSource, ofCode, code] = [
      kept.subarray(0, DIGEST_BYTES),
      kept.subarray(DIGEST_BYTES, 2 * DIGEST_BYTES),
      kept.subarray(2 * DIGEST_BYTES),
    ]
    return ofSource.equals(digest(source)) && ofCode.equals(digest(code)) ? code : undefined
  } catch {
    return undefined
  }
}

/** In one step, so that a start beside this one reads the old file or the new one. A folder that cannot be written keeps nothing. */
const keep = (file: string, source: Buffer, code: Buffer): void => {
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    const unfinished = `${file}.${process.pid}`
    writeFileSync(unfinished, Buffer.concat([digest(source), digest(code), code]), { mode: 0o600 })
    renameSync(unfinished, file)
  } catch {
    // The next start compiles as this one did.
  }
}

/**
 * From here on the files of the bundle are loaded with the code that was kept of them; the returned function keeps that of files which had none.
 */
export const reuseCompiledCode = (bundle: string, folder = compiledFolder()): (() => void) => {
  const fresh: (() => void)[] = []
  const { extensions } = createRequire(import.meta.url)
  const otherwise = extensions['.cjs'] ?? extensions['.js']!
  extensions['.cjs'] = (loaded, file) => {
    if (path.dirname(file) !== bundle) return otherwise(loaded, file)
    const source = readFileSync(file)
    const kept = path.join(folder, `${hash('sha1', file)}-${process.version}`)
    const cachedData = keptCode(kept, source)
    const script = new Script(`(function (exports, require, module, __filename, __dirname) {${source.toString()}\n})`, {
      filename: file,
      importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      ...(cachedData && { cachedData }),
    })
    if (!cachedData || script.cachedDataRejected) fresh.push(() => keep(kept, source, script.createCachedData()))
    const run = script.runInThisContext() as (...given: unknown[]) => void
    run.call(loaded.exports, loaded.exports, loaded.require.bind(loaded), loaded, file, bundle)
  }
  return () => fresh.splice(0).forEach((one) => one())
}
