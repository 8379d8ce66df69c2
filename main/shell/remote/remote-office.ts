// The office of a desk that has joined one: asked over the pinned connection, heard over one socket that comes back by itself. To the window it is the same as
// an office of its own. Rules D12 to D14 of desks.
import { createWriteStream } from 'node:fs'
import type { IncomingHttpHeaders } from 'node:http'
import { rename, rm } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import WebSocket from 'ws'
import type { Exclusion } from '../../../preload/bridge-types.ts'
import {
  UNREACHABLE,
  type Answer,
  type ContentPart,
  type Download,
  type ExportOptions,
  type Notice,
  type OfficeRequest,
} from '../../../preload/contract/envelope.ts'
import { downloadPath, httpOf } from '../../../preload/contract/http-requests.ts'
import { OFFICE_NAME } from '../../../preload/contract/vocabulary/pairing-code.ts'
import type { OfficeLink } from '../office-link.ts'
import type { Membership } from './joining.ts'
import { pinned, pinnedAgent, placeOf } from './pinned-connection.ts'
import { answerIn, askOver, send, type Connection } from './request.ts'

/** An office that is away is looked for this often, so that a desk is back within five seconds. */
const AGAIN_MS = 2000
/** Silence after which a socket counts as cut: a pulled cable says nothing. With the ping that finds it out, less than the six seconds of D13. */
const SILENCE_MS = 4500
const PING_MS = 1000
/** An office that is there says hello by then; after a pulled cable nothing else ends the wait. */
const HELLO_MS = 3000
/** The clock that nobody sets: one set back would hear of a pulled cable hours later. */
const now = () => performance.now()

type Events = {
  notice(notice: Notice): void
  /** The office has revoked this desk, or does not know it: it was restored from a backup of before, for example. */
  excluded(why: Exclusion): void
}

const away: Answer<never> = { ok: false, fault: UNREACHABLE }
const exclusionIn = (answer: Answer): Exclusion | undefined => {
  const refused = answer.ok || 'fault' in answer ? undefined : answer.refused
  return refused === 'desk-revoked' || refused === 'desk-unknown' ? refused : undefined
}

export const remoteOffice = (membership: Membership, version: string, on: Events): OfficeLink => {
  const place = placeOf(membership.address)
  const agent = pinnedAgent(membership.certificate)
  const connection: Connection = { place, agent, desk: `${membership.deskId}.${membership.secret}`, version }
  let socket: WebSocket | undefined
  let token: string | null = null
  let isUp = false
  let isStopped = false
  let isLooking = false
  /** When it last said anything on any connection. */
  let heardAt = Number.NEGATIVE_INFINITY
  /** Nothing for longer than an office stays silent that is only slow: it answers one after the other. */
  const isSilent = () => now() - heardAt > SILENCE_MS - PING_MS
  let looking: NodeJS.Timeout | undefined

  const heard = (answer: Answer): Answer => {
    heardAt = now()
    const why = exclusionIn(answer)
    if (why && !isStopped) on.excluded(why)
    return answer
  }
  const setUp = (up: boolean): void => {
    if (isUp === up || isStopped) return
    isUp = up
    on.notice({ kind: 'office', state: up ? 'up' : 'down' })
  }

  /** Whether the office answers; it is told either way. */
  const look = async (): Promise<void> => {
    clearTimeout(looking)
    if (isStopped || isLooking) return
    isLooking = true
    const from = now()
    try {
      heard(await askOver(connection, { method: 'GET', path: '/api/hello', token: null, within: HELLO_MS }))
      setUp(true)
      listen()
    } catch (error) {
      lookIn(Math.max(0, AGAIN_MS - (now() - from)))
      if (/^(Abort|Timeout)Error$/.test((error as Error).name) && !isSilent()) return
      setUp(false)
      // What still waits on these connections is answered by nobody: it is away too, and is sent again over new ones.
      agent.destroy()
    } finally {
      isLooking = false
    }
  }
  const lookIn = (ms: number): void => {
    clearTimeout(looking)
    looking = setTimeout(() => void look(), ms)
    looking.unref()
  }

  /** One socket for the one who is signed in; the token is its first word, as from a browser. */
  const listen = (): void => {
    if (socket || token === null || isStopped) return
    const headers = { host: `${OFFICE_NAME}:${place.port}`, 'x-desk': connection.desk!, 'x-desk-version': version }
    const opened = new WebSocket(`wss://${membership.address}/api/live`, {
      ...pinned(membership.certificate),
      headers,
      handshakeTimeout: 5000,
    })
    socket = opened
    let last = now()
    const alive = () => void (last = heardAt = now())
    const watch = setInterval(() => {
      if (now() - last > SILENCE_MS) {
        if (isSilent()) setUp(false)
        opened.terminate()
      } else if (opened.readyState === WebSocket.OPEN) opened.ping()
    }, PING_MS)
    opened.on('open', () => (alive(), token !== null && opened.send(token)))
    opened.on('pong', alive)
    opened.on('message', (text: Buffer) => {
      alive()
      on.notice(JSON.parse(text.toString()) as Notice)
    })
    opened.on('error', () => undefined) // its closing follows
    opened.on('close', (code) => {
      clearInterval(watch)
      if (socket === opened) socket = undefined
      // Closed by the office because nobody is signed in any more: the next answer says so to the page.
      if (code === 4401) token = null
      void look()
    })
  }
  /** Whose session the socket hears for: the one who asked last. */
  const askedBy = (asking: string | null): void => {
    if (asking === token || asking === null) return
    token = asking
    socket?.terminate()
    listen()
  }

  /** Writes what the office sends to its place, whole or not at all. */
  const saved = async (
    path: string,
    target: string,
    asking: string | null,
    valueOf: (headers: IncomingHttpHeaders) => object,
  ): Promise<Answer> => {
    const unfinished = `${target}.unfinished`
    try {
      const response = await send(connection, { method: 'GET', path, token: asking })
      if (response.statusCode !== 200) return heard(await answerIn(response))
      await pipeline(response, createWriteStream(unfinished))
      await rename(unfinished, target)
      return { ok: true, value: valueOf(response.headers) }
    } catch (error) {
      await rm(unfinished, { force: true })
      const isOfTheDisk = /^(ENOSPC|EACCES|EROFS|ENOENT|EPERM|EIO|EDQUOT)$/.test((error as NodeJS.ErrnoException).code ?? '')
      return isOfTheDisk ? { ok: false, refused: 'file-not-written', data: {} } : away
    }
  }

  void look()
  return {
    ask: async (request, asking) => {
      const { method, path, body } = httpOf(request as OfficeRequest)
      try {
        const answer = heard(await askOver(connection, { method, path, body, token: asking }))
        if (answer.ok) askedBy(asking)
        return answer
      } catch {
        void look()
        return away
      }
    },
    exportTo: async (options, target, asking) => {
      const { list, ...asked } = options as ExportOptions
      const q = Buffer.from(JSON.stringify(asked)).toString('base64url')
      const path = `/api/export/${encodeURIComponent(list)}?q=${q}&language=${asked.language}`
      return saved(path, target, asking, (headers) => ({ rows: Number(headers['x-row-count']) }))
    },
    sendPart: async (part, bytes, asking) => {
      const { sha256, size, at, name } = part as ContentPart
      const asked = new URLSearchParams({ size: String(size), at: String(at), name })
      try {
        return heard(await askOver(connection, { method: 'PUT', path: `/api/content/${sha256}?${asked}`, bytes, token: asking }))
      } catch {
        return away
      }
    },
    readFile: async (what, asking) => {
      try {
        const response = await send(connection, { method: 'GET', path: downloadPath(what as Download), token: asking })
        if (response.statusCode !== 200) return heard(await answerIn(response))
        const parts: Buffer[] = []
        for await (const part of response) parts.push(part as Buffer)
        return { ok: true, value: new Uint8Array(Buffer.concat(parts)) }
      } catch {
        return away
      }
    },
    download: (what, target, asking) => saved(downloadPath(what as Download), target, asking, () => ({})),
    // Founding is for the office's own screen.
    foundingCode: async () => '',
    stop: async () => {
      isStopped = true
      clearTimeout(looking)
      socket?.terminate()
      agent.destroy()
    },
  }
}
