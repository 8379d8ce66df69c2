// Passwords: Argon2id in a worker thread (one hash takes a quarter of a second; the office must not stand still for it), and which are too weak.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { refuse } from '../../preload/contract/refusals.ts'
import { commonPasswords } from './common-passwords.ts'

type Work = { hash: string } | { verify: string; against: string }
type Job = { work: Work; resolve: (v: string | boolean) => void; reject: (e: Error) => void }
/** Who waits for a hash: somebody at the door who is signing in, or a command of somebody signed in, which goes first. */
export type HashFor = 'door' | 'command'
/** So many wait at the door, some twenty seconds of hashing; more are refused (SEC38). */
const MOST_AT_DOOR = 64
const BUSY_SECONDS = 5

let worker: Worker | undefined
let running: Job | undefined
const waiting: Record<HashFor, Job[]> = { command: [], door: [] }

const thread = (): Worker => {
  if (worker) return worker
  const source = path.join(import.meta.dirname, 'password-thread.ts')
  const made = new Worker(existsSync(source) ? source : path.join(import.meta.dirname, 'password-thread.cjs'), {
    execArgv: [],
    // Beside the hash itself it holds next to nothing.
    resourceLimits: { maxYoungGenerationSizeMb: 4 },
  })
  made.on('message', (m: { result?: string | boolean; error?: string }) => {
    const job = running
    running = undefined
    next()
    if (m.error !== undefined) job?.reject(new Error(m.error))
    else job?.resolve(m.result!)
  })
  made.on('error', (error) => {
    const job = running
    running = undefined
    worker = undefined
    next()
    job?.reject(error)
  })
  made.unref()
  worker = made
  return made
}

const next = (): void => {
  if (running) return
  running = waiting.command.shift() ?? waiting.door.shift()
  if (!running) return worker?.unref()
  const at = thread()
  at.ref()
  at.postMessage(running.work)
}

const ask = (work: Work, who: HashFor): Promise<string | boolean> => {
  if (who === 'door' && waiting.door.length >= MOST_AT_DOOR) return refuse('office-busy', { retryAfterSeconds: BUSY_SECONDS })
  return new Promise((resolve, reject) => {
    waiting[who].push({ work, resolve, reject })
    next()
  })
}

/** Argon2id in PHC text. One at a time in its thread, so fifty sign-ins at once cannot exhaust memory (SEC29). */
export const hashPassword = async (password: string, who: HashFor = 'command'): Promise<string> =>
  (await ask({ hash: password }, who)) as string
/** No password is as wrong as any other, and takes as long (SEC32): the hash itself would not take it. */
const NOTHING = '\0'
export const verifyPassword = async (password: string, hash: string, who: HashFor = 'command'): Promise<boolean> =>
  (await ask({ verify: password === '' ? NOTHING : password, against: hash }, who)) as boolean

/** Refuses `password-too-weak`: under 12 characters, a common one, or one made of the company's or user's own words (SEC30). */
export const requireStrongPassword = (password: string, ownWords: readonly string[]): void => {
  if (Array.from(password).length < 12) refuse('password-too-weak', { rule: 'length' })
  const plain = password.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')
  const stripped = plain.replaceAll(/\d+/g, '')
  const repeats = new Set(plain).size <= 3
  const common =
    commonPasswords.has(plain) ||
    commonPasswords.has(stripped) ||
    ownWords.some((w) => w.length >= 3 && stripped === w.toLowerCase().replaceAll(/[^\p{L}]/gu, ''))
  if (repeats || common) refuse('password-too-weak', { rule: 'common' })
}
