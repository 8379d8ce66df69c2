// The thread's side: takes one job after another from the office and answers each.
import type { MessagePort } from 'node:worker_threads'
import type { Answer } from '../../preload/contract/envelope.ts'
import type { Viewer } from '../access/viewer.ts'
import type { ReaderJob, ReaderLog, ReaderMessage, ReaderReply } from './reader-link.ts'

/** So many viewers are known again: what is kept for them (plans of lists) is kept by the very object. */
const KEPT = 200
const keptViewers = () => {
  const known = new Map<number, Viewer>()
  return (rights: number, viewer: Viewer): Viewer => {
    const before = known.get(rights)
    if (before) return before
    if (known.size >= KEPT) known.delete(known.keys().next().value!)
    known.set(rights, viewer)
    return viewer
  }
}

/** `work` does one job; what it throws is a fault, reported to the office for its log. */
export const serveReader = (port: MessagePort, work: (job: ReaderJob, log: ReaderLog) => Promise<Answer>, faultId: () => string): void => {
  let last = Promise.resolve()
  const kept = keptViewers()
  port.on('message', ({ id, job: given, rights }: ReaderMessage) => {
    const job = 'viewer' in given ? { ...given, viewer: kept(rights, given.viewer) } : given
    last = last.then(async () => {
      let faultText: string | undefined
      let slow: { name: string; ms: number } | undefined
      let answer: Answer
      try {
        answer = await work(job, { fault: (text) => (faultText = text), slow: (name, ms) => (slow = { name, ms }) })
      } catch (error) {
        const fault = faultId()
        faultText = `${fault} ${job.kind}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
        answer = { ok: false, fault }
      }
      port.postMessage({ id, answer, faultText, slow } satisfies ReaderReply)
    })
  })
  port.postMessage({ ready: true } satisfies ReaderReply)
}
