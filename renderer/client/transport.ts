// The two ways to the office behind one shape: the desktop's bridge, or HTTP and a WebSocket to the origin the page came from.
import type {
  Answer,
  ContentPart,
  ContentReceived,
  Download,
  ExportOptions,
  Notice,
  OfficeRequest,
} from '../../preload/contract/envelope.ts'

/** What an export came to: where it was written (desktop) or null for both when the browser downloads it; `null` altogether when cancelled. */
export type Exported = { path: string | null; rows: number | null } | null

export type Transport = {
  desktop: boolean
  /** Throws `Unreachable` when nothing is known of the request; every other end is an answer: `given-up` when `gone` says that nobody waits for it. */
  ask: (request: OfficeRequest, token: string | null, gone?: AbortSignal) => Promise<Answer>
  onNotice: (listener: (notice: Notice) => void) => () => void
  /** Says as whom notices are heard from now on; of the founding everybody may hear, and nobody of nothing. */
  attend: (as: { token: string } | 'founding' | 'nobody') => void
  exportList: (options: ExportOptions, suggestedName: string, token: string | null) => Promise<Answer<Exported>>
  /** A part of a content on its way to the office. */
  sendPart: (part: ContentPart, bytes: Uint8Array<ArrayBuffer>, token: string | null) => Promise<Answer<ContentReceived>>
  readFile: (what: Download, token: string | null) => Promise<Answer<Uint8Array<ArrayBuffer>>>
  /** Null when the person cancels; `path` is null where a browser puts it among the downloads. */
  saveDownload: (what: Download, suggestedName: string, token: string | null) => Promise<Answer<{ path: string | null } | null>>
  /** Hands a file to the system's own program; only the desktop does. */
  openFile: (what: Download, name: string, token: string | null) => Promise<Answer<{ opened: boolean }>>
  /** The founding code where this program is the office's own screen; null in a browser, where the user types it. */
  foundingCode: () => Promise<string | null>
  /** Where the desk keeps its token, and what it could not send yet. */
  store: { token: Storage | null; unsent: Storage | null }
}

/** The office did not answer: it is down, or the line is. */
export class Unreachable extends Error {}

/** A web storage, or null where the browser keeps none (private windows may refuse). */
export const storage = (kind: 'sessionStorage' | 'localStorage'): Storage | null => {
  try {
    return globalThis[kind] ?? null
  } catch {
    return null // Reading the property itself throws when storage is forbidden: the desk then remembers in memory alone.
  }
}
