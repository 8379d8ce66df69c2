// Starts the office process, speaks with it and starts it again when it dies. The desktop itself never opens the database.
import { fork } from 'node:child_process'
import path from 'node:path'
import type { Answer, Notice } from '../../preload/contract/envelope.ts'
import { officeNode, outsideArchive } from '../installed-files.ts'

export type OfficeLink = {
  ask(request: unknown, token: string | null): Promise<Answer>
  exportTo(options: unknown, target: string, token: string | null): Promise<Answer>
  sendPart(part: unknown, bytes: Uint8Array, token: string | null): Promise<Answer>
  readFile(what: unknown, token: string | null): Promise<Answer>
  /** Writes a file, or the archive of a deal, to its place. */
  download(what: unknown, target: string, token: string | null): Promise<Answer>
  foundingCode(): Promise<string>
  /** Ends the office and waits for it; it is not started again. */
  stop(): Promise<void>
}
type Line = { send(message: unknown): void; kill(): void }
type Events = { message(message: OfficeMessage): void; exit(code: number | null): void }
type OfficeMessage = { id?: number; answer?: Answer; code?: string; ready?: object; problem?: string; notice?: Notice }
/** A process that dies this soon again and again is not helped by another start. */
const RESTART_MS = 1000
const GIVE_UP = 5

/** Nothing around us tells the office's Node what to load or whom to let look in (SEC13). */
const officeEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(NODE|ELECTRON|OPENSSL)_/i.test(name)))

const connect = (out: string, args: string[], on: Events): Line => {
  const child = fork(path.join(outsideArchive(out), 'out/main/office.cjs'), args, {
    execPath: officeNode(out),
    execArgv: [],
    env: officeEnvironment(),
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    windowsHide: true, // A program with a window of its own needs no console beside it.
  })
  child.on('message', (m) => on.message(m as OfficeMessage))
  child.on('exit', on.exit)
  child.on('error', () => on.exit(null))
  return { send: (m) => void (child.connected && child.send(m as object)), kill: () => child.kill('SIGKILL') }
}

/**
 * Starts the office; resolves when it is ready, rejects with its one-line problem when it cannot start. Later deaths are told as notices and mended by
 * another start; `onLost` hears when that does not help any more. Before each start `problemOfPackage` says why this program should not run.
 */
export const startOffice = (
  out: string,
  args: string[],
  on: { notice(notice: Notice): void; lost(problem: string): void },
  problemOfPackage: () => Promise<string | undefined>,
): Promise<OfficeLink> =>
  new Promise((resolve, reject) => {
    const waiting = new Map<number, (m: OfficeMessage) => void>()
    let sequence = 0
    let line: Line
    let isReady = false
    let isAlive = false
    let isUp = false
    /** Once stopping, what to do when it has ended; never started again. */
    let stopping: (() => void) | undefined
    let problem: string | undefined
    let deaths: number[] = []

    const start = async () => {
      problem = await problemOfPackage()
      if (stopping) return
      if (problem !== undefined) return isReady ? on.lost(problem) : reject(new Error(problem))
      isAlive = true
      line = connect(out, args, {
        message: (m) => {
          if (m.id !== undefined) {
            waiting.get(m.id)?.(m)
            waiting.delete(m.id)
          } else if (m.notice) on.notice(m.notice)
          else if (m.problem !== undefined) problem = m.problem
          else if (m.ready) {
            isUp = true
            if (isReady) on.notice({ kind: 'office', state: 'up' })
            isReady = true
            resolve(link)
          }
        },
        exit: (code) => {
          isAlive = false
          isUp = false
          // What was under way is unknown: the same command id may be sent again without doing it twice.
          for (const answer of waiting.values()) answer({ answer: { ok: false, fault: 'office-restarted' } })
          waiting.clear()
          if (stopping) return stopping()
          if (!isReady) return reject(new Error(problem ?? `office process ended (${code})`))
          on.notice({ kind: 'office', state: 'down' })
          const now = performance.now()
          deaths = [...deaths.filter((d) => now - d < 60_000), now]
          if (deaths.length < GIVE_UP) setTimeout(() => void start().catch(failed), RESTART_MS)
          else on.lost(problem ?? `office process ended (${code})`)
          return undefined
        },
      })
    }
    const failed = (error: unknown) => {
      const text = error instanceof Error ? error.message : String(error)
      if (isReady) on.lost(text)
      else reject(new Error(text))
    }
    const send = (message: Record<string, unknown>): Promise<OfficeMessage> =>
      new Promise((done) => {
        // Between two starts nobody would ever answer.
        if (!isUp) return done({ answer: { ok: false, fault: 'office-restarted' } })
        const id = ++sequence
        waiting.set(id, done)
        line.send({ id, ...message })
      })
    const link: OfficeLink = {
      ask: async (request, token) => (await send({ do: 'ask', request, token })).answer!,
      exportTo: async (options, target, token) => (await send({ do: 'export', options, target, token })).answer!,
      sendPart: async (part, bytes, token) => (await send({ do: 'part', part, bytes, token })).answer!,
      readFile: async (what, token) => (await send({ do: 'read-file', what, token })).answer!,
      download: async (what, target, token) => (await send({ do: 'download', what, target, token })).answer!,
      foundingCode: async () => (await send({ do: 'founding-code' })).code ?? '',
      stop: () =>
        new Promise((done) => {
          const timer = setTimeout(() => line.kill(), 5000)
          stopping = () => {
            clearTimeout(timer)
            done()
          }
          if (!isAlive) return stopping()
          // While it is still opening its database it does not listen; nothing is under way then that a kill could harm.
          return isUp ? line.send({ do: 'stop' }) : line.kill()
        }),
    }
    start().catch(failed)
  })

/** An office that is still starting: whatever is asked of it waits until it is there. */
export const whenStarted = (starting: () => Promise<OfficeLink>): OfficeLink => ({
  ask: async (request, token) => (await starting()).ask(request, token),
  exportTo: async (options, target, token) => (await starting()).exportTo(options, target, token),
  sendPart: async (part, bytes, token) => (await starting()).sendPart(part, bytes, token),
  readFile: async (what, token) => (await starting()).readFile(what, token),
  download: async (what, target, token) => (await starting()).download(what, target, token),
  foundingCode: async () => (await starting()).foundingCode(),
  stop: async () => (await starting()).stop(),
})
