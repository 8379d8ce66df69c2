// The thread's side: takes one job after another from the office and answers each.
import type { MessagePort } from 'node:worker_threads'
import type { Answer } from '../../preload/contract/envelope.ts'
import type { ReaderJob, ReaderMessage, ReaderReply } from './reader-link.ts'

/** `work` does one job; what it throws is a fault, told to the office for its log. */
export const serveReader = (
  port: MessagePort,
  work: (job: ReaderJob, fault: (text: string) => void) => Promise<Answer>,
  faultId: () => string,
): void => {
  let last = Promise.resolve()
  port.on('message', ({ id, job }: ReaderMessage) => {
    last = last.then(async () => {
      let faultText: string | undefined
      let answer: Answer
      try {
        answer = await work(job, (text) => (faultText = text))
      } catch (error) {
        const fault = faultId()
        faultText = `${fault} ${job.kind}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
        answer = { ok: false, fault }
      }
      port.postMessage({ id, answer, faultText } satisfies ReaderReply)
    })
  })
}
