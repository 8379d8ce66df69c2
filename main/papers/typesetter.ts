// Sets papers as PDF in a process of its own (typesetting.ts): what it takes of memory goes with it, and one that never ends is ended. Rule PA… of papers.
import { fork, type ChildProcess } from 'node:child_process'
import type { PaperLayout } from '../../preload/contract/vocabulary/paper-layout.ts'
import type { SettingAnswer, SettingRequest } from './typesetting.ts'

/** missing: characters that the fonts do not have. */
export type SetPaper = { pdf: Uint8Array; pages: number; missing: string[] }
export type Typesetter = {
  /** The PDF of a paper. Rejects when it cannot be set, or took too long. */
  set(paper: PaperLayout): Promise<SetPaper>
  close(): Promise<void>
}
export type TypesetterParts = {
  /** The process's entry, the template and the fonts. */
  entry: string
  template: string
  fonts: readonly string[]
  /** A paper that is not set by then is given up. */
  longestMs?: number
  /** So long without a paper, the process is let go. */
  restMs?: number
}

const LONGEST_MS = 20_000
const REST_MS = 60_000

type Waiting = { request: SettingRequest; resolve(set: SetPaper): void; reject(error: Error): void }

export const typesetter = ({ entry, template, fonts, longestMs = LONGEST_MS, restMs = REST_MS }: TypesetterParts): Typesetter => {
  let child: ChildProcess | undefined
  let current: Waiting | undefined
  let limit: NodeJS.Timeout | undefined
  let rest: NodeJS.Timeout | undefined
  let ids = 0
  let isClosed = false
  const line: Waiting[] = []

  const failed = (error: Error) => {
    const one = current
    current = undefined
    clearTimeout(limit)
    one?.reject(error)
    next()
  }
  const answered = (answer: SettingAnswer) => {
    if (!current || answer.id !== current.request.id) return
    const one = current
    current = undefined
    clearTimeout(limit)
    if ('pdf' in answer) one.resolve({ pdf: answer.pdf, pages: answer.pages, missing: answer.missing })
    else one.reject(new Error(answer.problem))
    next()
  }
  const start = (): ChildProcess => {
    // It is awaited by what waits for papers, and keeps nothing else alive.
    const process = fork(entry, [template, ...fonts], {
      execArgv: [],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    process.unref()
    process.channel?.unref()
    process.on('message', (answer: SettingAnswer) => process === child && answered(answer))
    // Not by us: whoever waits is told, the next one starts another process.
    const ended = (why: string) => {
      if (process !== child) return
      child = undefined
      if (current) failed(new Error(why))
    }
    process.once('error', (error) => ended(error.message))
    process.once('exit', (code, signal) => ended(`the process that sets papers ended (${signal ?? code})`))
    return process
  }
  const letGo = () => {
    const process = child
    child = undefined
    process?.kill('SIGKILL')
  }
  const next = () => {
    if (current || isClosed) return
    current = line.shift()
    if (!current) {
      rest = setTimeout(letGo, restMs)
      rest.unref()
      return
    }
    clearTimeout(rest)
    child ??= start()
    child.send(current.request, (error) => error && failed(error))
    limit = setTimeout(() => {
      letGo()
      failed(new Error('the paper took too long'))
    }, longestMs)
  }

  return {
    set: (paper) =>
      new Promise((resolve, reject) => {
        if (isClosed) return
        line.push({ request: { id: (ids += 1), paper }, resolve, reject })
        next()
      }),
    close: async () => {
      isClosed = true
      clearTimeout(limit)
      clearTimeout(rest)
      const process = child
      if (!process) return
      child = undefined
      await new Promise<void>((resolve) => {
        process.once('exit', () => resolve())
        process.kill('SIGKILL')
      })
    },
  }
}
