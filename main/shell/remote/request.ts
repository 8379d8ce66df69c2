// One request of a desk over its pinned connection.
import type { IncomingMessage } from 'node:http'
import https from 'node:https'
import type { Answer } from '../../../preload/contract/envelope.ts'
import { OFFICE_NAME } from '../../../preload/contract/vocabulary/pairing-code.ts'
import type { Place } from './pinned-connection.ts'

export type Connection = {
  place: Place
  agent: https.Agent
  /** What the desk shows of itself; null before it has joined. */
  desk: string | null
  version: string
}
type Sent = {
  method: 'GET' | 'POST' | 'PUT'
  path: string
  body?: unknown
  /** Bytes as they are, in place of a body. */
  bytes?: Uint8Array
  token: string | null
  /** ms until the whole answer must be there; without, as long as something comes. */
  within?: number
}

/** Longer than any answer takes; one that does not come by then does not come. */
const ANSWER_MS = 120_000

const headersOf = (
  { desk, version, place }: Connection,
  { token }: Sent,
  payload: string | Uint8Array | undefined,
): Record<string, string> => ({
  host: `${OFFICE_NAME}:${place.port}`,
  'x-desk-version': version,
  ...(desk === null ? {} : { 'x-desk': desk }),
  ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  ...(payload === undefined
    ? {}
    : {
        'content-type': typeof payload === 'string' ? 'application/json' : 'application/octet-stream',
        'content-length': String(Buffer.byteLength(payload)),
      }),
})

/** Sends it; the response is read by whoever asked. @throws when the office cannot be reached, or is not the one that the desk trusts */
export const send = (connection: Connection, sent: Sent): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const payload = sent.bytes ?? (sent.body === undefined ? undefined : JSON.stringify(sent.body))
    const { host, port } = connection.place
    const options = { host, port, method: sent.method, path: sent.path, agent: connection.agent, timeout: ANSWER_MS }
    const signal = sent.within === undefined ? undefined : AbortSignal.timeout(sent.within)
    const request = https.request({ ...options, signal, headers: headersOf(connection, sent, payload) }, resolve)
    request.once('timeout', () => request.destroy(new Error('no answer')))
    request.once('error', reject)
    request.end(payload)
  })

/** The answer that a response carries. @throws when what came is no answer of an office */
export const answerIn = async (response: IncomingMessage): Promise<Answer> => {
  const parts: Buffer[] = []
  for await (const part of response) parts.push(part as Buffer)
  const answer = JSON.parse(Buffer.concat(parts).toString()) as Answer
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) throw new Error('no answer of an office')
  return answer
}

/** The answer to a request. @throws as `send` and `answerIn` */
export const askOver = async (connection: Connection, sent: Sent): Promise<Answer> => answerIn(await send(connection, sent))
