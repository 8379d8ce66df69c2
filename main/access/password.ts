// Passwords: Argon2id in a worker thread (one hash takes a quarter of a second; the office must not stand still for it), and which are too weak.
import { existsSync } from 'node:fs'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { refuse } from '../../preload/contract/refusals.ts'
import { commonPasswords } from './common-passwords.ts'

type Job = { hash: string } | { verify: string; against: string }
let worker: Worker | undefined
let sequence = 0
const waiting = new Map<number, { resolve: (v: string | boolean) => void; reject: (e: Error) => void }>()

const thread = (): Worker => {
  if (worker) return worker
  const source = path.join(import.meta.dirname, 'password-thread.ts')
  const made = new Worker(existsSync(source) ? source : path.join(import.meta.dirname, 'password-thread.cjs'), {
    execArgv: [],
    // Beside the hash itself it holds next to nothing.
    resourceLimits: { maxYoungGenerationSizeMb: 4 },
  })
  made.on('message', (m: { id: number; result?: string | boolean; error?: string }) => {
    const job = waiting.get(m.id)
    waiting.delete(m.id)
    if (waiting.size === 0) made.unref()
    if (m.error !== undefined) job?.reject(new Error(m.error))
    else job?.resolve(m.result!)
  })
  made.on('error', (error) => {
    for (const job of waiting.values()) job.reject(error)
    waiting.clear()
    worker = undefined
  })
  made.unref()
  worker = made
  return made
}

const ask = (job: Job): Promise<string | boolean> =>
  new Promise((resolve, reject) => {
    const id = ++sequence
    waiting.set(id, { resolve, reject })
    const w = thread()
    w.ref()
    w.postMessage({ id, ...job })
  })

/** Argon2id in PHC text. One at a time in its thread, so fifty sign-ins at once cannot exhaust memory (SEC29). */
export const hashPassword = async (password: string): Promise<string> => (await ask({ hash: password })) as string
/** No password is as wrong as any other, and takes as long (SEC32): the hash itself would not take it. */
const NOTHING = '\0'
export const verifyPassword = async (password: string, hash: string): Promise<boolean> =>
  (await ask({ verify: password === '' ? NOTHING : password, against: hash })) as boolean

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
