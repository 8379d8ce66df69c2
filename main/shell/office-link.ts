// Starts the office process, speaks with it and starts it again when it dies. The desktop itself never opens the database.
import { app, utilityProcess } from 'electron'
import { fork } from 'node:child_process'
import path from 'node:path'
import type { Answer, Notice } from '../../preload/contract/envelope.ts'

export type OfficeLink = {
  ask(request: unknown, token: string | null): Promise<Answer>
  exportTo(options: unknown, target: string, token: string | null): Promise<Answer>
  foundingCode(): Promise<string>
  /** Ends the office and waits for it; it is not started again. */
  stop(): Promise<void>
}
type Line = { send(message: unknown): void; kill(): void; pid(): number | undefined }
type Events = { message(message: OfficeMessage): void; exit(code: number | null): void }
type OfficeMessage = { id?: number; answer?: Answer; code?: string; ready?: { address: string | null }; problem?: string; notice?: Notice }
/** A process that dies this soon again and again is not helped by another start. */
const RESTART_MS = 1000
const GIVE_UP = 5

/** The bundle lies outside the archive, so that a plain Node can run it too. */
const entry = (out: string) => path.join(out.replace(/app\.asar(?!\.unpacked)/, 'app.asar.unpacked'), 'main/office.cjs')

/**
 * Released apps fork Electron's own utility process, which loads the database library since Node-API 10 (Electron 45). In development, where the runtime
 * may be older, the pinned Node runs the same file. An older runtime would crash on loading the library, so this is decided by number, never by trying.
 */
const plainNode = (out: string): string | undefined => {
  if (app.isPackaged && Number(process.versions.napi ?? 0) >= 10) return undefined
  const windows = process.platform === 'win32'
  const pinned = path.resolve(
    out,
    `../node_modules/node-${windows ? 'win' : process.platform}-${process.arch}/bin/node${windows ? '.exe' : ''}`,
  )
  // For runs of a packaged app on an older runtime (tests); released builds never ask (they have Node-API 10).
  return app.isPackaged ? process.env.TRADEWIND_NODE : pinned
}

const connect = (out: string, args: string[], on: Events): Line => {
  const env = { ...process.env, TRADEWIND_VERSION: app.getVersion() }
  const node = plainNode(out)
  if (node !== undefined) {
    const child = fork(entry(out), args, {
      execPath: node,
      execArgv: [],
      env,
      serialization: 'advanced',
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    child.on('message', (m) => on.message(m as OfficeMessage))
    child.on('exit', on.exit)
    child.on('error', () => on.exit(null))
    return { send: (m) => void (child.connected && child.send(m as object)), kill: () => child.kill('SIGKILL'), pid: () => child.pid }
  }
  const child = utilityProcess.fork(entry(out), args, { env, serviceName: 'Tradewind office', stdio: 'inherit' })
  child.on('message', (m: OfficeMessage) => on.message(m))
  child.on('exit', on.exit)
  return { send: (m) => child.postMessage(m), kill: () => void child.kill(), pid: () => child.pid }
}

/**
 * Starts the office; resolves when it is ready, rejects with its one-line problem when it cannot start. Later deaths are told as notices and mended by
 * another start; `onLost` hears when that does not help any more.
 */
export const startOffice = (
  out: string,
  args: string[],
  onNotice: (notice: Notice) => void,
  onLost: (problem: string) => void,
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

    const start = () => {
      if (stopping) return
      isAlive = true
      line = connect(out, args, {
        message: (m) => {
          if (m.id !== undefined) {
            waiting.get(m.id)?.(m)
            waiting.delete(m.id)
          } else if (m.notice) onNotice(m.notice)
          else if (m.problem !== undefined) problem = m.problem
          else if (m.ready) {
            isUp = true
            if (isReady) onNotice({ kind: 'office', state: 'up' })
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
          onNotice({ kind: 'office', state: 'down' })
          const now = performance.now()
          deaths = [...deaths.filter((d) => now - d < 60_000), now]
          if (deaths.length < GIVE_UP) setTimeout(start, RESTART_MS)
          else onLost(problem ?? `office process ended (${code})`)
          return undefined
        },
      })
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
    start()
  })

/** An office that is still starting: whatever is asked of it waits until it is there. */
export const whenStarted = (starting: Promise<OfficeLink>): OfficeLink => ({
  ask: async (request, token) => (await starting).ask(request, token),
  exportTo: async (options, target, token) => (await starting).exportTo(options, target, token),
  foundingCode: async () => (await starting).foundingCode(),
  stop: async () => (await starting).stop(),
})
