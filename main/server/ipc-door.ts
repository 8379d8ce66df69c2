// The front door for the desktop's own process: messages from Electron main, which starts the office as a child process.
import type { Answer, Notice } from '../../preload/contract/envelope.ts'
import type { FrontDoor } from './front-door.ts'

export type ToOffice =
  | { id: number; do: 'ask'; request: unknown; token: string | null }
  | { id: number; do: 'export'; options: unknown; target: string; token: string | null }
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
    const answer = message.do === 'ask' ? door.ask(message.request, caller) : door.exportTo(message.options, message.target, caller)
    void answer.then((a) => line.send({ id: message.id, answer: a }))
  })
}
