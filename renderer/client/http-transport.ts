// The way to the office of a browser: POST for requests, one WebSocket for notices, both to the origin the page came from.
import type { Answer, ContentReceived, Download, ExportOptions, Notice } from '../../preload/contract/envelope.ts'
import { downloadPath, httpOf } from '../../preload/contract/http-requests.ts'
import { saveFile } from './save-file.ts'
import { type Exported, storage, type Transport, Unreachable } from './transport.ts'

const TIME_OUT = 120_000
/** Browsers let a page that is being closed send at most 64 KiB. */
const KEEPALIVE_LIMIT = 60_000

const bearer = (token: string | null): Record<string, string> => (token ? { authorization: `Bearer ${token}` } : {})

const isAnswer = (value: unknown): value is Answer => typeof value === 'object' && value !== null && 'ok' in value

/** Whatever the status says, the body is an answer; anything else comes from something between us and the office. */
async function readAnswer(response: Response): Promise<Answer> {
  const body: unknown = await response.json().catch(() => undefined)
  if (!isAnswer(body)) throw new Unreachable(`no answer in ${response.status}`)
  return body
}

const base64url = (text: string): string =>
  btoa(String.fromCodePoint(...new TextEncoder().encode(text)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')

/** The hub closes with this code who has no living session; coming back is for after the next sign-in or unlock. */
const NOT_SIGNED_IN = 4401
const LONGEST_PAUSE = 15_000

/**
 * Notices over a WebSocket that comes back by itself. The token goes as the first message. Each time it is back after a break, and when the
 * hub shuts it because the session has ended, it says `office up`: what is on screen is asked for again, and finds out.
 */
function liveNotices(origin: string, tell: (notice: Notice) => void) {
  let socket: WebSocket | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let token: string | null = null
  let failures = 0
  const connect = () => {
    const mine = new WebSocket(`${origin.replace(/^http/, 'ws')}/api/live`)
    socket = mine
    mine.onopen = () => {
      if (token !== null) mine.send(token)
      if (failures > 0) tell({ kind: 'office', state: 'up' })
      failures = 0
    }
    mine.onmessage = (event) => tell(JSON.parse(String(event.data)) as Notice)
    mine.onclose = (event) => {
      if (socket !== mine) return
      if (event.code === NOT_SIGNED_IN && token !== null) return tell({ kind: 'office', state: 'up' })
      failures += 1
      timer = setTimeout(connect, Math.min(500 * 2 ** failures, LONGEST_PAUSE))
    }
  }
  const stop = () => {
    clearTimeout(timer)
    const old = socket
    socket = undefined
    old?.close()
  }
  return {
    attend(as: { token: string } | 'founding' | 'nobody') {
      stop()
      failures = 0
      token = typeof as === 'object' ? as.token : null
      if (as !== 'nobody') connect()
    },
    stop,
  }
}

export const httpTransport = (origin: string): Transport => {
  const listeners = new Set<(notice: Notice) => void>()
  const notices = liveNotices(origin, (notice) => {
    for (const listener of listeners) listener(notice)
  })
  const send = (path: string, init: RequestInit, gone?: AbortSignal) => {
    const late = AbortSignal.timeout(TIME_OUT)
    const signal = gone ? AbortSignal.any([late, gone]) : late
    return fetch(origin + path, { ...init, signal, cache: 'no-store' }).catch((error: unknown) => {
      throw new Unreachable(String(error))
    })
  }
  /** The response of a file, or why there is none. */
  const download = async (what: Download, token: string | null): Promise<Response | Extract<Answer, { ok: false }>> => {
    const response = await send(downloadPath(what), { headers: bearer(token) })
    if (response.ok) return response
    const answer = await readAnswer(response)
    if (answer.ok) throw new Unreachable(`no file in ${response.status}`)
    return answer
  }
  return {
    desktop: false,
    async ask(request, token, gone) {
      const { method, path, body } = httpOf(request)
      const text = body === undefined ? undefined : JSON.stringify(body)
      const headers = { ...bearer(token), ...(text === undefined ? {} : { 'content-type': 'application/json' }) }
      const keepalive = request.kind === 'command' && request.name === 'remember' && (text?.length ?? 0) < KEEPALIVE_LIMIT
      try {
        return await readAnswer(await send(path, { method, headers, body: text, keepalive }, gone))
      } catch (error) {
        // The office stops what it was doing for it: the line was shut.
        if (gone?.aborted) return { ok: false, refused: 'given-up', data: {} }
        throw error
      }
    },
    onNotice(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) notices.stop()
      }
    },
    attend: (as) => notices.attend(as),
    async exportList(options: ExportOptions, suggestedName: string, token): Promise<Answer<Exported>> {
      const { list, ...rest } = options
      const response = await send(`/api/export/${list}?q=${base64url(JSON.stringify(rest))}`, { headers: bearer(token) })
      if (response.headers.get('content-type')?.includes('json')) return (await readAnswer(response)) as Answer<Exported>
      saveFile(await response.blob(), suggestedName)
      return { ok: true, value: { path: null, rows: null } }
    },
    async sendPart({ sha256, size, at, name }, bytes, token) {
      const asked = new URLSearchParams({ size: String(size), at: String(at), name })
      const headers = { ...bearer(token), 'content-type': 'application/octet-stream' }
      return (await readAnswer(
        await send(`/api/content/${sha256}?${asked}`, { method: 'PUT', headers, body: bytes }),
      )) as Answer<ContentReceived>
    },
    async readFile(what, token) {
      const response = await download(what, token)
      return response instanceof Response ? { ok: true, value: new Uint8Array(await response.arrayBuffer()) } : response
    },
    async saveDownload(what, suggestedName, token) {
      const response = await download(what, token)
      if (!(response instanceof Response)) return response
      saveFile(await response.blob(), suggestedName)
      return { ok: true, value: { path: null } }
    },
    openFile: () => Promise.resolve({ ok: true, value: { opened: false } }),
    foundingCode: () => Promise.resolve(null),
    store: { token: storage('sessionStorage'), unsent: storage('sessionStorage') },
  }
}
