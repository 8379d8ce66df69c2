// Takes in the body of a request: how much may come is checked by who sends it, before a byte is read, and what it holds while it is read (SEC38).
import { errorCodes, type FastifyInstance, type FastifyRequest } from 'fastify'
import type { Readable } from 'node:stream'
import type { Refusal, RefusalCode } from '../../preload/contract/refusals.ts'
import { jsonMeter } from './json-meter.ts'
import { tidier } from './tidier.ts'
import { refusalStatus } from './statuses.ts'

/** For whoever is not signed in, and for signing in, unlocking and founding: none of them needs half of it. */
const SMALL_BODY = 4 * 1024
/** For a request of somebody who is signed in: the longest contract has a tenth of it. */
const LARGE_BODY = 4 * 1024 * 1024
/** A small body that is not there by then does not come. */
const SMALL_MS = 10_000
/** Of all bodies that are being read or answered, what goes beyond a small one each: so many bytes for all of them together. */
const IN_HAND = 8 * 1024 * 1024
/** By then a body in hand has been answered. */
const BUSY_SECONDS = 2

/** A body that is refused: becomes an answer in words. */
export class BodyRefused extends Error {
  readonly statusCode: number
  readonly refused: RefusalCode
  readonly data: unknown
  constructor(statusCode: number, code: RefusalCode, data: unknown) {
    super(code)
    this.statusCode = statusCode
    this.refused = code
    this.data = data
  }
}
const invalid = (status: number, rule: string) => new BodyRefused(status, 'invalid-input', { issues: [{ path: '', rule }] })

/** How much may come, and what is said of more. */
export type BodyLimit = { bytes: number; beyond: () => Error }
export const smallBody: BodyLimit = { bytes: SMALL_BODY, beyond: () => new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE() }
export const largeBody: BodyLimit = { ...smallBody, bytes: LARGE_BODY }
/** Whoever is not signed in, or locked, is told that rather than a size. */
export const strangersBody = (standing: Refusal): BodyLimit => ({
  bytes: SMALL_BODY,
  beyond: () => new BodyRefused(refusalStatus(standing.refused), standing.refused, standing.data),
})

/** Takes what is left in hand of all bodies; false when it is full. */
type Hold = (bytes: number) => boolean

const check = (request: FastifyRequest, limit: BodyLimit): void => {
  const { 'content-length': length, 'content-encoding': encoding } = request.headers
  if (Number(length ?? 0) > limit.bytes) throw limit.beyond()
  // Nothing is unpacked, so nothing of a bomb is read.
  if (encoding !== undefined && encoding !== 'identity') throw invalid(400, 'encoding')
}

/** The body in one buffer that grows as it comes: a body of single bytes takes no more room than any other. */
const gather = async (payload: Readable, limit: BodyLimit, hold: Hold): Promise<Buffer> => {
  const meter = jsonMeter()
  let body = Buffer.alloc(SMALL_BODY)
  let size = 0
  // Left early, the request stays open for its answer.
  for await (const part of payload.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    const next = size + part.length
    if (next > limit.bytes) throw limit.beyond()
    const problem = meter.take(part)
    if (problem) throw invalid(400, problem)
    if (next > body.length) {
      const room = Math.min(limit.bytes, Math.max(next, body.length * 2))
      if (!hold(room - body.length)) throw new BodyRefused(503, 'office-busy', { retryAfterSeconds: BUSY_SECONDS })
      const larger = Buffer.alloc(room)
      body.copy(larger, 0, 0, size)
      body = larger
    }
    part.copy(body, size)
    size = next
  }
  if (size === 0) throw new errorCodes.FST_ERR_CTP_EMPTY_JSON_BODY()
  return body.subarray(0, size)
}

/** The bytes of a body of JSON within its limit. Throws what the sender is told. */
const read = async (request: FastifyRequest, payload: Readable, limit: BodyLimit, hold: Hold): Promise<Buffer> => {
  check(request, limit)
  const patience = limit.bytes > SMALL_BODY ? undefined : setTimeout(() => payload.destroy(invalid(408, 'request')), SMALL_MS)
  try {
    return await gather(payload, limit, hold)
  } catch (error) {
    // Broken off by its sender: no fault of the office.
    throw payload.destroyed && !(error instanceof BodyRefused) ? invalid(400, 'request') : error
  } finally {
    clearTimeout(patience)
  }
}

/** Makes a server take JSON, and only JSON, within the limit of each request. */
export const takeBodies = (app: FastifyInstance, limitOf: (request: FastifyRequest) => BodyLimit): void => {
  const held = new WeakMap<FastifyRequest, number>()
  let inHand = 0
  const tidy = tidier()
  const holdFor =
    (request: FastifyRequest): Hold =>
    (bytes) => {
      if (inHand + bytes > IN_HAND) return false
      inHand += bytes
      held.set(request, (held.get(request) ?? 0) + bytes)
      return true
    }
  // Answered or broken off: either way it is no longer in hand.
  app.addHook('onRequest', async (request, reply) => {
    reply.raw.once('close', () => {
      const room = held.get(request) ?? 0
      inHand -= room
      held.delete(request)
      tidy(room)
    })
  })
  const parser = app.getDefaultJsonParser('error', 'error')
  const parse = (request: FastifyRequest, text: string) =>
    new Promise<unknown>((resolve, reject) => void parser(request, text, (error, value) => (error ? reject(error) : resolve(value))))
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', async (request: FastifyRequest, payload: Readable) => {
    const bytes = await read(request, payload, limitOf(request), holdFor(request))
    return parse(request, bytes.toString('utf8'))
  })
}
