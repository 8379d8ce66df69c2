// The front door for the desktop's own process: messages from Electron main, which starts the office as a child process.
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import type { Answer, Notice } from '../../preload/contract/envelope.ts'
import { storageProblem } from '../../db/storage-problem.ts'
import type { FrontDoor } from './front-door.ts'
import type { Caller } from './received.ts'

export type ToOffice =
  | { id: number; do: 'ask'; request: unknown; token: string | null }
  | { id: number; do: 'export'; options: unknown; target: string; token: string | null }
  | { id: number; do: 'part'; part: unknown; bytes: Uint8Array; token: string | null }
  | { id: number; do: 'read-file'; what: unknown; token: string | null }
  | { id: number; do: 'download'; what: unknown; target: string; token: string | null }
  | { id: number; do: 'founding-code' }
  | { do: 'stop' }
export type FromOffice =
  | { id: number; answer: Answer }
  | { id: number; code: string }
  | { ready: object }
  | { problem: string }
  | { notice: Notice }

/** The way to the process that started us, or undefined when we were started from a command line. */
export const parentLine = (): { send(message: FromOffice): void; receive(listener: (message: ToOffice) => void): void } | undefined => {
  if (!process.send) return undefined
  return { send: (m) => void process.send!(m), receive: (l) => process.on('message', (m) => l(m as ToOffice)) }
}

/** Writes a file to its place, whole or not at all. */
const downloadTo = async (door: FrontDoor, what: unknown, target: string, caller: Caller): Promise<Answer> => {
  const answer = await door.openFile(what, caller)
  if (!answer.ok) return answer
  const unfinished = `${target}.unfinished`
  try {
    await pipeline(answer.value.stream, createWriteStream(unfinished, { mode: 0o600 }))
    await rename(unfinished, target)
    return { ok: true, value: { name: answer.value.name } }
  } catch (error) {
    await rm(unfinished, { force: true })
    return storageProblem(error) ? { ok: false, refused: 'file-not-written', data: {} } : lost(answer.value.name)
  }
}
const lost = (name: string): Answer<never> => ({ ok: false, refused: 'file-lost', data: { name } })
const readWhole = async (door: FrontDoor, what: unknown, caller: Caller): Promise<Answer> => {
  const answer = await door.openFile(what, caller)
  if (!answer.ok) return answer
  // Its last part is kept back when it is damaged.
  return buffer(answer.value.stream).then(
    (bytes) => ({ ok: true, value: new Uint8Array(bytes) }),
    () => lost(answer.value.name),
  )
}

/** Serves the desktop until it goes away. */
export const serveDesktop = (
  door: FrontDoor,
  foundingCode: string,
  line: NonNullable<ReturnType<typeof parentLine>>,
  stop: () => void,
): void => {
  door.onNotice((notice) => line.send({ notice }))
  process.on('disconnect', stop)
  line.receive((message) => {
    if (message.do === 'stop') return stop()
    if (message.do === 'founding-code') return line.send({ id: message.id, code: foundingCode })
    const caller = { token: message.token, device: 'desktop' }
    const answerTo = (): Promise<Answer> => {
      switch (message.do) {
        case 'ask':
          return door.ask(message.request, caller)
        case 'export':
          return door.exportTo(message.options, message.target, caller)
        case 'part':
          return door.receiveContent(message.part, Readable.from([message.bytes]), caller)
        case 'read-file':
          return readWhole(door, message.what, caller)
        case 'download':
          return downloadTo(door, message.what, message.target, caller)
      }
    }
    void answerTo().then((a) => line.send({ id: message.id, answer: a }))
  })
}
