// The built office as a child process of a test, started and ended as a person or a crash would.
import { spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../../..')
/** The Node that the product runs on: the one that runs these tests. */
const node = process.execPath

export type Office = {
  process: ChildProcess
  /** Everything said so far, by stream. */
  said(): { out: string; err: string }
  /** Where it serves; rejects when it ended before it did. */
  address: Promise<string>
  ended: Promise<number | null>
  /** Ctrl+C. */
  interrupt(): Promise<number | null>
  /** What a power cut does to a process. */
  kill(): Promise<number | null>
}

const running = new Set<ChildProcess>()
/** For afterAll: no test leaves a process behind. */
export const endAll = async (): Promise<void> => {
  for (const child of running) child.kill('SIGKILL')
  while (running.size > 0) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** Starts a program of the product and listens for the address it prints. */
export const start = (words: string[], env: NodeJS.ProcessEnv = {}): Office => {
  const child = spawn(node, words, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  const said = { out: '', err: '' }
  let tell: (address: string) => void = () => undefined
  let fail: (error: Error) => void = () => undefined
  const address = new Promise<string>((resolve, reject) => {
    tell = resolve
    fail = reject
  })
  address.catch(() => undefined) // whoever needs it waits for it
  child.stdout.on('data', (part: Buffer) => {
    said.out += part.toString()
    const found = /Tradewind office: (http:\/\/\S+)/.exec(said.out)
    if (found) tell(found[1]!)
  })
  child.stderr.on('data', (part: Buffer) => void (said.err += part.toString()))
  const ended = new Promise<number | null>((resolve) =>
    child.on('close', (code) => {
      running.delete(child)
      fail(new Error(`ended with ${code}: ${said.out}${said.err}`))
      resolve(code)
    }),
  )
  const end = (signal: NodeJS.Signals) => (child.kill(signal), ended)
  return { process: child, said: () => said, address, ended, interrupt: () => end('SIGINT'), kill: () => end('SIGKILL') }
}

export const startOffice = (...words: string[]): Office => start([path.join(root, 'out/main/office.cjs'), ...words])

const folders: string[] = []
export const newFolder = (): string => {
  const made = mkdtempSync(path.join(tmpdir(), 'tradewind-e2e-'))
  folders.push(made)
  return made
}
export const removeFolders = (): void => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
}
/** A folder of one's own with the demonstration company in it. An office that a busy machine kept from closing in time leaves its last pages beside the file. */
export const demoFolder = (made: string): string => {
  const folder = newFolder()
  for (const name of ['company.sqlite', 'company.sqlite-wal'])
    if (existsSync(path.join(made, name))) cpSync(path.join(made, name), path.join(folder, name))
  if (existsSync(path.join(made, 'files'))) cpSync(path.join(made, 'files'), path.join(folder, 'files'), { recursive: true })
  return folder
}

/** Every file below a folder with a fingerprint of its content; the lock is no content. */
export const fingerprint = (folder: string): Record<string, string> => {
  if (!existsSync(folder)) return {}
  if (!statSync(folder).isDirectory()) return { '': createHash('sha256').update(readFileSync(folder)).digest('hex') }
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && entry.name !== 'office.lock')
      .map((entry) => path.join(entry.parentPath, entry.name))
      .toSorted()
      .map((file) => [path.relative(folder, file), createHash('sha256').update(readFileSync(file)).digest('hex')]),
  )
}
