// What travels between a desk and the office: one request and one answer, the same over IPC and HTTP; and the notices that go the other way.
import { z } from 'zod'
import type { AnyQueryName } from './queries.ts'
import type { CommandName } from './commands.ts'
import type { RefusalCode } from './refusals.ts'
import { idSchema } from './vocabulary/ids.ts'
import { once } from './define/once.ts'
import { requiredText } from './define/shapes.ts'

const name = () => z.string().max(80)
export const exportOptionsSchema = once(() =>
  z.strictObject({
    list: name(),
    /** The list's own input: search, filters, sort, params; paging is ignored, all rows are written. */
    input: z.unknown(),
    /** Visible columns in the order shown; all visible ones when absent. */
    columns: z.array(z.string().max(60)).min(1, 'required').max(100).optional(),
    language: z.enum(['zh', 'en']),
  }),
)
export type ExportOptions = z.infer<ReturnType<typeof exportOptionsSchema>>

export const requestSchema = once(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('hello') }),
    z.strictObject({ kind: z.literal('sign-in'), user: z.string().max(200), password: z.string().max(200) }),
    z.strictObject({ kind: z.literal('sign-out') }),
    /** Locks the session as if it had been idle: the password again, everything on screen kept. */
    z.strictObject({ kind: z.literal('lock') }),
    /** The password again after the idle lock: same session, nothing on screen lost. */
    z.strictObject({ kind: z.literal('unlock'), password: z.string().max(200) }),
    /** First start only: makes the company, or the demonstration company. `code` is shown on the office's own screen. */
    z.strictObject({ kind: z.literal('found'), code: z.string().max(40), input: z.unknown() }),
    z.strictObject({ kind: z.literal('found-demonstration'), code: z.string().max(40) }),
    /** A PC joins the office with the one-time secret of its code; afterwards it is known as `deskName`. */
    z.strictObject({ kind: z.literal('join'), secret: z.string().max(40), deskName: requiredText }),
    z.strictObject({ kind: z.literal('command'), id: idSchema, name: name(), input: z.unknown() }),
    z.strictObject({ kind: z.literal('query'), name: name(), input: z.unknown() }),
    /** Small pictures of versions of files, as far as the asker may see them. */
    /** The beginning of a document, a sheet or a text, to be looked at. */
    z.strictObject({ kind: z.literal('file-preview'), versionId: idSchema }),
    z.strictObject({ kind: z.literal('pictures'), versionIds: z.array(idSchema).max(200) }),
  ]),
)
export type OfficeRequest =
  | { kind: 'hello' }
  | { kind: 'sign-in'; user: string; password: string }
  | { kind: 'sign-out' }
  | { kind: 'lock' }
  | { kind: 'unlock'; password: string }
  | { kind: 'found'; code: string; input: unknown }
  | { kind: 'found-demonstration'; code: string }
  | { kind: 'join'; secret: string; deskName: string }
  | { kind: 'command'; id: string; name: CommandName; input: unknown }
  | { kind: 'query'; name: AnyQueryName; input: unknown }
  | { kind: 'file-preview'; versionId: string }
  | { kind: 'pictures'; versionIds: readonly string[] }

/** Which content is sent, and from where on: sent in parts of at most `PART_BYTES`, so that a line that was cut goes on where it was. */
export const contentPartSchema = once(() =>
  z.strictObject({
    sha256: z.string().regex(/^[0-9a-f]{64}$/, 'choice'),
    /** Of the whole content, in bytes. */
    size: z.int().min(0),
    at: z.int().min(0),
    name: z.string().max(300),
  }),
)
export type ContentPart = z.infer<ReturnType<typeof contentPartSchema>>
export const PART_BYTES = 4 * 1024 * 1024
/** How much of it the office has, and whether it is whole and taken. */
export type ContentReceived = { received: number; done: boolean }
/** The beginning of a file; `more`: there is more of it. */
export type FilePreview = ({ text: string } | { sheet: string; rows: string[][] }) & { more: boolean }
/** What is read or saved as a file: one version of a file, or all files of a deal in one archive. */
export const downloadSchema = once(() =>
  z.union([z.strictObject({ version: idSchema }), z.strictObject({ deal: idSchema, language: z.enum(['zh', 'en']) })]),
)
export type Download = z.infer<ReturnType<typeof downloadSchema>>

/** Outcome, refusal, or fault: there is no fourth kind. A fault carries only its id, under which the office has logged it. */
export type Answer<T = unknown> = { ok: true; value: T } | { ok: false; refused: RefusalCode; data: unknown } | { ok: false; fault: string }

/** Why an answer has no value. */
export type Problem = { refused: RefusalCode; data: unknown } | { fault: string }
/** The fault of a desk that could not reach its office: nothing is known of the request, so the same id may be sent again. */
export const UNREACHABLE = 'unreachable'

export type Hello = {
  state: 'empty' | 'founding' | 'ready'
  companyName: string | null
  demonstration: boolean
  version: string
  /** Demonstration company only: the sign-ins that may be tried. */
  accounts: { user: string; password: string; role: string }[]
}
/**
 * What a desk is to have now. `manifest` and `signature` in base64, checked by the desk itself; `back`: the version to which it returns, with `release` null when
 * the hub has no file of it.
 */
export type UpdateOffer = { release: { id: string; manifest: string; signature: string } | null; back: string | null }
/** What a PC keeps that has joined: its id and the secret that it shows at each request. */
export type Joined = { deskId: string; secret: string; company: string }
export type SignedIn = { token: string; userId: string; name: string; endsAt: string }

/** Tables changed by a committed command: screens that watch one of them ask again. */
export type Notice =
  | { kind: 'changed'; tables: string[] }
  | { kind: 'office'; state: 'up' | 'down' }
  | { kind: 'founding'; done: number; of: number }
