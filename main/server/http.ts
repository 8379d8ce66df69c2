// The hub's HTTP: the API of every command and query, exports, notices by WebSocket, and the same screens for browsers. No rule of the business lives here.
import fstatic from '@fastify/static'
import websocket from '@fastify/websocket'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { PART_BYTES, type Answer, type Notice } from '../../preload/contract/envelope.ts'
import { storageProblem } from '../../db/storage-problem.ts'
import { nameOf } from '../../preload/contract/names/index.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { cutText } from '../../preload/contract/vocabulary/texts.ts'
import { connected } from '../access/office-state.ts'
import { NOTHING_RUNS, pageOf, policyOf } from '../page.ts'
import type { FrontDoor } from './front-door.ts'
import type { ReleaseFolder } from './network/releases.ts'
import { openApi } from './openapi.ts'
import type { Caller } from './received.ts'
import { BodyRefused, largeBody, smallBody, strangersBody, takeBodies, type BodyLimit } from './request-body.ts'
import { statusOf } from './statuses.ts'

/** Where the office is reached: plainly on the loopback interface alone, or over TLS 1.3 (SEC25). */
export type Listener = {
  host: string
  port: number
  tls?: {
    key: string
    cert: string
    /** The office's own names and addresses, without ports. */
    names: readonly string[]
  }
}
export type HttpOptions = {
  listeners: readonly Listener[]
  pages: string
  temporary: string
  version: string
  releases: ReleaseFolder
  fault(id: string, what: string, error: unknown): void
}
export type HttpServer = {
  /** One for each listener. */
  addresses: string[]
  /** Refused connections from now on, and every open one cut. */
  close(): Promise<void>
}

/** Far more than an office has desks; who wants more sockets than that does not get them (SEC38). */
const MOST_SOCKETS = 1000
/** What a live socket has not taken by then is not kept for it: it comes back and asks anew. */
const UNREAD_BYTES = 1024 * 1024
/** A socket closed with this code has no living session behind it. */
const NOT_SIGNED_IN = 4401
const HEADERS_MS = 5000
/** No request has more of its own; what it carries is in one of them. */
const MOST_KEYS = 5
/** Sessions end without a notice too (time, another desk's sign-out): open sockets are looked through this often (SEC34). */
const SOCKETS_MS = 400
/** Whoever goes without a word (a pulled cable, a PC that sleeps) is neither kept nor counted for longer than two of these. Rule D42 of desks. */
const PING_MS = 10_000

const bearer = (request: FastifyRequest): string | null => /^Bearer ([\w-]{20,100})$/.exec(request.headers.authorization ?? '')?.[1] ?? null
declare module 'fastify' {
  interface FastifyRequest {
    /** The desk that asks, as its device; null for browsers. */
    desk: string | null
  }
}
/** What a desk shows of itself (`id.secret`), and its version. */
const DESK_HEADER = 'x-desk'
const VERSION_HEADER = 'x-desk-version'
const device = (request: FastifyRequest) => request.desk ?? `http ${request.ip}`

/** The line may be shut before the answer is there: a page left, a report not waited for. */
const abortSignalOf = (reply: FastifyReply): AbortSignal => {
  const gone = new AbortController()
  reply.raw.once('close', () => !reply.raw.writableEnded && gone.abort())
  return gone.signal
}
const callerOf = (request: FastifyRequest, reply: FastifyReply): Caller => ({
  token: bearer(request),
  device: device(request),
  gone: abortSignalOf(reply),
})

/** Only our own name in Host (no DNS rebinding) and our own pages, or no browser at all, in Origin (SEC37). */
const isOurs = (request: FastifyRequest, { scheme, hosts }: Names): boolean => {
  const { origin, host } = request.headers
  return hosts.includes((host ?? '').toLowerCase()) && (origin === undefined || hosts.some((h) => origin === `${scheme}://${h}`))
}
type Names = { scheme: 'http' | 'https'; hosts: readonly string[] }
const namesOf = (tls: Listener['tls'], port: number): Names => ({
  scheme: tls ? 'https' : 'http',
  hosts: ['127.0.0.1', 'localhost', '::1', ...(tls?.names ?? [])].map((name) =>
    `${name.includes(':') ? `[${name}]` : name}:${port}`.toLowerCase(),
  ),
})

/** What may be asked without being signed in, or asks for a password: small bodies, whoever sends them. */
const isWork = (request: FastifyRequest): boolean => /^\/api\/(command|query)\//.test(request.routeOptions.url ?? '')
const limitOf =
  (door: FrontDoor) =>
  (request: FastifyRequest): BodyLimit => {
    if (!isWork(request)) return smallBody
    const problem = door.standing({ token: bearer(request), device: device(request) })
    return problem ? strangersBody(problem) : largeBody
  }

/** Serves at all of the listeners, or at none. */
export const openHttp = async (door: FrontDoor, options: HttpOptions): Promise<HttpServer> => {
  const temporary = path.join(options.temporary, 'exports')
  await rm(temporary, { recursive: true, force: true })
  // On a full disk screens and API are served all the same; an export says that it could not be written.
  await mkdir(temporary, { recursive: true }).catch((error: unknown) => (storageProblem(error) ? undefined : Promise.reject(error)))
  const open: { address: string; app: FastifyInstance }[] = []
  const close = async () => void (await Promise.all(open.map(({ app }) => app.close())))
  try {
    for (const listener of options.listeners) open.push(await serve(door, { ...options, temporary }, listener))
  } catch (error) {
    await close()
    throw error
  }
  return { addresses: open.map(({ address }) => address), close }
}

const serve = async (door: FrontDoor, options: HttpOptions, listener: Listener): Promise<{ address: string; app: FastifyInstance }> => {
  const { tls } = listener
  // A client that sends its headers drop by drop is let go (SEC38).
  const limits = { headersTimeout: HEADERS_MS, connectionsCheckingInterval: 1000 }
  const secure = tls && { key: tls.key, cert: tls.cert, minVersion: 'TLSv1.3' as const, handshakeTimeout: HEADERS_MS, ...limits }
  const app = Fastify({
    logger: false,
    requestTimeout: 60_000,
    keepAliveTimeout: 15_000,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 100 },
    ...(secure ? { https: secure } : { http: limits }),
  }) as unknown as FastifyInstance
  app.server.maxConnections = MOST_SOCKETS
  // Only JSON: a form of another site can send text without asking first.
  takeBodies(app, limitOf(door))
  let names = namesOf(tls, listener.port)
  app.decorateRequest('desk', null)

  app.addHook('onRequest', async (request, reply) => {
    void reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'no-referrer').header('cache-control', 'no-store')
    void reply.header('content-security-policy', NOTHING_RUNS) // a page brings its own
    if (!isOurs(request, names)) return reply.code(403).send({ ok: false, refused: 'not-permitted', data: { permission: 'origin' } })
    const shown = request.headers[DESK_HEADER]
    if (shown === undefined) return undefined
    const desk = door.desks.deviceOf(String(shown), { address: request.ip, version: String(request.headers[VERSION_HEADER] ?? '') })
    if ('refused' in desk) {
      const answer = { ok: false, refused: desk.refused.refused, data: desk.refused.data } as const
      return reply.code(statusOf(answer)).send(answer)
    }
    request.desk = desk.device
    return undefined
  })
  // An upgrade that was answered instead of made leaves a socket that nobody reads any more: it is closed, or it would stay open for ever.
  app.addHook('onResponse', async (request, reply) => {
    if (request.headers.upgrade !== undefined && reply.raw.headersSent) request.raw.socket.destroySoon()
  })
  app.setErrorHandler(async (error: BodyRefused | { statusCode?: number; code?: string }, _request, reply) => {
    if (error instanceof BodyRefused) return reply.code(error.statusCode).send({ ok: false, refused: error.refused, data: error.data })
    const status = error.statusCode ?? 500
    if (status < 500)
      return reply
        .code(status)
        .send({ ok: false, refused: 'invalid-input', data: { issues: [{ path: '', rule: error.code ?? 'request' }] } })
    const fault = newId()
    options.fault(fault, 'http', error)
    return reply.code(500).send({ ok: false, fault })
  })
  app.setNotFoundHandler(async (request, reply) =>
    reply.code(404).send({ ok: false, refused: 'unknown-name', data: { name: cutText(request.url, 80) } }),
  )

  await app.register(websocket, { options: { maxPayload: 4096 } })
  await api(app, door, options)
  updates(app, options.releases)
  await pages(app, options.pages)
  const address = await app.listen({ port: listener.port, host: listener.host })
  names = namesOf(tls, Number(new URL(address).port))
  return { address, app }
}

const api = async (app: FastifyInstance, door: FrontDoor, options: HttpOptions): Promise<void> => {
  const tell = (reply: FastifyReply, answer: Answer) => reply.code(statusOf(answer)).send(answer)
  const ask = async (request: FastifyRequest, reply: FastifyReply, asked: Record<string, unknown>) =>
    tell(reply, await door.ask(asked, callerOf(request, reply)))
  /** A plain object of few keys, or nothing that any request takes. What the address says already is no business of the body (SEC45). */
  const body = (request: FastifyRequest): Record<string, unknown> => {
    const given = typeof request.body === 'object' && request.body !== null && !Array.isArray(request.body) ? request.body : {}
    const known = Object.keys(given).length <= MOST_KEYS && !('kind' in given || 'name' in given)
    return known ? (given as Record<string, unknown>) : { 'unknown key': true }
  }

  app.get('/api/hello', (request, reply) => ask(request, reply, { kind: 'hello' }))
  app.post('/api/login', (request, reply) => ask(request, reply, { kind: 'sign-in', ...body(request) }))
  app.post('/api/logout', (request, reply) => ask(request, reply, { kind: 'sign-out' }))
  app.post('/api/lock', (request, reply) => ask(request, reply, { kind: 'lock' }))
  app.post('/api/unlock', (request, reply) => ask(request, reply, { kind: 'unlock', ...body(request) }))
  app.post('/api/join', (request, reply) => ask(request, reply, { kind: 'join', ...body(request) }))
  app.post('/api/found', (request, reply) => ask(request, reply, { kind: 'found', ...body(request) }))
  app.post('/api/found-demonstration', (request, reply) => ask(request, reply, { kind: 'found-demonstration', ...body(request) }))
  app.post<{ Params: { name: string } }>('/api/command/:name', (request, reply) =>
    ask(request, reply, { ...body(request), kind: 'command', name: request.params.name.slice(0, 81) }),
  )
  app.post<{ Params: { name: string } }>('/api/query/:name', (request, reply) =>
    ask(request, reply, { kind: 'query', name: request.params.name.slice(0, 81), input: request.body ?? {} }),
  )
  let openApiText: string | undefined
  app.get('/api/openapi.json', async (request, reply) => {
    const problem = door.standing({ token: bearer(request), device: device(request) })
    if (problem) return tell(reply, { ok: false, refused: problem.refused, data: problem.data })
    return reply.type('application/json').send((openApiText ??= JSON.stringify(openApi(options.version))))
  })

  app.get<{ Params: { list: string }; Querystring: { q?: string; language?: string } }>('/api/export/:list', async (request, reply) => {
    const language = request.query.language === 'en' ? 'en' : 'zh'
    const asked = readAsked(request.query.q)
    if (asked === undefined) return tell(reply, { ok: false, refused: 'invalid-input', data: { issues: [{ path: 'q', rule: 'json' }] } })
    const file = path.join(options.temporary, `${newId()}.xlsx`)
    const answer = await door.exportTo({ input: {}, language, ...asked, list: request.params.list }, file, callerOf(request, reply))
    if (!answer.ok) {
      await rm(file, { force: true })
      return tell(reply, answer)
    }
    const name = encodeURIComponent(`${nameOf(`list.${request.params.list}`, language)}.xlsx`)
    const stream = createReadStream(file)
    stream.on('close', () => void rm(file, { force: true }))
    return reply
      .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
      .header('content-disposition', `attachment; filename="export.xlsx"; filename*=UTF-8''${name}`)
      .header('x-row-count', answer.value.rows)
      .send(stream)
  })

  app.post('/api/file-preview', (request, reply) => ask(request, reply, { kind: 'file-preview', ...body(request) }))
  app.post('/api/pictures', (request, reply) => ask(request, reply, { kind: 'pictures', ...body(request) }))
  contents(app, door)
  live(app, door)
}

/** Whoever takes nothing for so long has gone. */
const STALLED_MS = 60_000

/** Contents of files, in parts on the way in and as streams on the way out. Nothing that comes from here is a page: it is saved, never drawn (SEC58). */
const contents = (app: FastifyInstance, door: FrontDoor): void => {
  const tell = (reply: FastifyReply, answer: Answer) => reply.code(statusOf(answer)).send(answer)
  type Sending = { Params: { sha256: string }; Querystring: { size?: string; at?: string; name?: string }; Body: Readable | null }
  void app.register(async (part) => {
    // Signed in first: of a stranger's bytes nothing is read.
    part.addHook('onRequest', async (request, reply) => {
      const problem = door.standing({ token: bearer(request), device: device(request) })
      if (problem) return tell(reply, { ok: false, refused: problem.refused, data: problem.data })
      return undefined
    })
    // As it comes: what is read is written, and nothing is held.
    part.addContentTypeParser(
      'application/octet-stream',
      (_request: FastifyRequest, payload: Readable, done: (error: null, body: Readable) => void) => done(null, payload),
    )
    part.put<Sending>('/api/content/:sha256', { bodyLimit: PART_BYTES }, async (request, reply) => {
      const { size, at, name = '' } = request.query
      const asked = { sha256: request.params.sha256, size: Number(size), at: Number(at ?? 0), name }
      const bytes = request.body ?? Readable.from([])
      const answer = await door.receiveContent(
        asked,
        bytes.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>,
        callerOf(request, reply),
      )
      return tell(reply, answer)
    })
  })
  const send = async (what: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const answer = await door.openFile(what, callerOf(request, reply))
    if (!answer.ok) return tell(reply, answer)
    const { name, media, size, stream } = answer.value
    const patience = setTimeout(() => stream.destroy(), STALLED_MS)
    stream.on('data', () => patience.refresh())
    stream.once('close', () => clearTimeout(patience))
    if (size !== null) void reply.header('content-length', size)
    return reply
      .header('content-type', media)
      .header('content-security-policy', `${NOTHING_RUNS}; sandbox`)
      .header('content-disposition', `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent(name)}`)
      .send(stream)
  }
  app.get<{ Params: { version: string } }>('/api/file/:version', (request, reply) =>
    send({ version: request.params.version }, request, reply),
  )
  app.get<{ Params: { deal: string }; Querystring: { language?: string } }>('/api/files-of-deal/:deal', (request, reply) =>
    send({ deal: request.params.deal, language: request.query.language === 'en' ? 'en' : 'zh' }, request, reply),
  )
}

/** Updates are for desks alone: each asks what it is to have, and its updater takes feed and packages of that. Rules D28, D31 of desks. */
const updates = (app: FastifyInstance, releases: ReleaseFolder): void => {
  const asking = (request: FastifyRequest) =>
    request.desk === null ? undefined : { device: request.desk, version: String(request.headers[VERSION_HEADER] ?? '').slice(0, 20) }
  const busy = (reply: FastifyReply) => reply.code(503).send({ ok: false, refused: 'office-busy', data: { retryAfterSeconds: 20 } })
  const forDesks = (reply: FastifyReply) => reply.code(403).send({ ok: false, refused: 'not-permitted', data: { permission: 'desk' } })

  app.get<{ Querystring: { before?: string } }>('/api/update', async (request, reply) => {
    const desk = asking(request)
    if (!desk) return forDesks(reply)
    const offer = releases.offerFor(desk, String(request.query.before ?? '').slice(0, 20) || null)
    return offer === 'busy' ? busy(reply) : { ok: true, value: offer }
  })
  app.get<{ Params: { id: string; name: string } }>('/api/update/:id/:name', async (request, reply) => {
    const desk = asking(request)
    if (!desk) return forDesks(reply)
    const found = await releases.open(desk, request.params.id, request.params.name)
    if (!found) return reply.callNotFound()
    if (found === 'busy') return busy(reply)
    if ('text' in found) return reply.type('text/yaml').send(found.text)
    return reply.type('application/octet-stream').header('content-length', found.size).send(found.stream)
  })
}

// Notices carry no data, only names of tables; the token comes as the first message, so that it stands in no address and no log.
const live = (app: FastifyInstance, door: FrontDoor): void => {
  type Hearer = { token: string | null; device: string; isThere: boolean; ping(): void; cut(): void; close(): void }
  const hearers = new Set<Hearer>()
  const timer = setInterval(() => {
    for (const h of hearers) if (h.token !== null && !door.isSignedIn(h)) h.close()
  }, SOCKETS_MS)
  const pinging = setInterval(() => {
    for (const h of hearers) {
      if (!h.isThere) h.cut()
      else h.ping()
      h.isThere = false
    }
  }, PING_MS)
  app.addHook('onClose', async () => [timer, pinging].forEach(clearInterval))
  app.get('/api/live', { websocket: true }, (socket, request) => {
    const me: Hearer = {
      ...{ token: null, device: device(request), isThere: true },
      ping: () => socket.ping(),
      cut: () => socket.terminate(),
      close: () => socket.close(NOT_SIGNED_IN),
    }
    let left = () => {}
    hearers.add(me)
    socket.on('pong', () => (me.isThere = true))
    const patience = setTimeout(() => me.token === null && me.close(), 5000)
    // The token is all that a client has to say: once.
    socket.on('message', (message: Buffer) => {
      const isFirst = me.token === null
      me.token ??= message.toString().slice(0, 100)
      if (!isFirst || !door.isSignedIn(me)) me.close()
      else left = connected(me.device)
    })
    const send = (notice: Notice) => (socket.bufferedAmount > UNREAD_BYTES ? socket.terminate() : socket.send(JSON.stringify(notice)))
    const stop = door.onNotice((notice) => {
      if (notice.kind === 'founding') return send(notice)
      if (me.token === null) return
      if (door.isSignedIn(me)) send(notice)
      else me.close()
    })
    socket.on('close', () => {
      hearers.delete(me)
      left()
      clearTimeout(patience)
      stop()
    })
  })
}

/** ExportOptions without the list, as base64url JSON; {} without any; undefined when unreadable. */
const readAsked = (q: string | undefined): Record<string, unknown> | undefined => {
  if (q === undefined) return {}
  try {
    const value = JSON.parse(Buffer.from(q, 'base64url').toString()) as unknown
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined // a stranger's text: the caller refuses it
  }
}

/** The files of the screens. What is a page is answered here alone, so that none is without its policy, whatever its name looks like in an address. */
const pages = async (app: FastifyInstance, folder: string): Promise<void> => {
  await app.register(fstatic, {
    ...{ root: folder, index: false, cacheControl: false, allowedPath: (name: string) => !/\.html?$/i.test(name) },
    setHeaders: (reply, file) => void reply.header('content-security-policy', policyOf(file)),
  })
  const names = (await readdir(folder)).filter((name) => name.endsWith('.html'))
  for (const [url, name] of [['/', 'index.html'] as const, ...names.map((n) => [`/${n}`, n] as const)])
    app.get(url, async (_request, reply) => {
      const { text, policy } = await pageOf(path.join(folder, name), 'hub')
      return reply.header('content-security-policy', policy).type('text/html; charset=utf-8').send(text)
    })
}
