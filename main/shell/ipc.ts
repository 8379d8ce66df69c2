// The only ipcMain: an allow-list of channels, each checking the sender's frame and the shape of what it was given (SEC11).
import { app, dialog, ipcMain, Notification, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import path from 'node:path'
import { z } from 'zod'
import { contentPartSchema, downloadSchema, exportOptionsSchema, PART_BYTES } from '../../preload/contract/envelope.ts'
import type { Answer } from '../../preload/contract/envelope.ts'
import type { Links } from './links.ts'
import type { OfficeLink } from './office-link.ts'
import { markAsForeign, type OpenedFiles } from './opened-files.ts'
import type { Office } from './office-place.ts'
import type { PopUps } from './popup.ts'
import { isOurs, openExternal } from './security.ts'
import type { AtHand } from './start-with-system.ts'
import { cutText } from '../../preload/contract/vocabulary/texts.ts'

const tokenSchema = z.string().max(100).nullable()
const textSchema = z.string().max(2000)
/** A request is checked for its shape at the office's own door; here only that it is plain data of a bearable size. */
const requestSchema = z.looseObject({ kind: z.string().max(40) })

const joinSchema = z.strictObject({ code: z.string().max(400), address: z.string().max(200), name: z.string().trim().min(1).max(100) })

const actSchema = z.enum(['done', 'snooze', 'approve'])
/** Words only; what is longer than a line is cut by the window, what is longer than this is refused. */
const popUpSchema = z.strictObject({
  serial: z.int().min(0),
  title: z.string().max(200),
  lines: z
    .array(
      z.strictObject({
        text: z.string().max(200),
        detail: z.string().max(200),
        acts: z.array(z.strictObject({ act: actSchema, label: z.string().max(60) })).max(3),
      }),
    )
    .max(5),
  more: z.string().max(200),
  open: z.string().max(60),
  close: z.string().max(60),
})

const isTrusted = (event: IpcMainInvokeEvent, window: () => BrowserWindow | undefined): boolean => {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && isOurs(frame.url) && event.sender === window()?.webContents
}

const safeName = (name: string): string => cutText(name.replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '_'), 120) || 'export.xlsx'

/** Registers every channel. `chooseFile` asks the person where to save; tests give their own. */
export const registerChannels = (
  link: OfficeLink,
  window: () => BrowserWindow | undefined,
  chooseFile: (suggested: string) => Promise<string | undefined>,
  popUps?: PopUps,
  links?: Links,
  office?: Office,
  opened?: OpenedFiles,
  atHand?: AtHand,
): void => {
  const on = <A extends z.ZodType[]>(
    channel: string,
    schemas: [...A],
    work: (...args: { [K in keyof A]: z.output<A[K]> }) => Promise<unknown>,
    sender: () => BrowserWindow | undefined = window,
  ) =>
    ipcMain.handle(channel, async (event, ...args: unknown[]) => {
      if (!isTrusted(event, sender)) throw new Error('not allowed')
      const parsed = z.tuple(schemas as unknown as [z.ZodType]).safeParse(args.slice(0, schemas.length))
      if (!parsed.success || args.length > schemas.length) throw new Error('not understood')
      return work(...(parsed.data as unknown as { [K in keyof A]: z.output<A[K]> }))
    })
  on('tradewind:ask', [requestSchema, tokenSchema], (request, token) => link.ask(request, token))
  on('tradewind:save-export', [exportOptionsSchema(), textSchema, tokenSchema], async (options, suggested, token): Promise<Answer> => {
    const target = await chooseFile(safeName(suggested))
    if (target === undefined) return { ok: true, value: null }
    const answer = await link.exportTo(options, target, token)
    return answer.ok ? { ok: true, value: { path: target, ...(answer.value as { rows: number }) } } : answer
  })
  const bytesSchema = z.instanceof(Uint8Array).refine((bytes) => bytes.length <= PART_BYTES)
  on('tradewind:send-part', [contentPartSchema(), bytesSchema, tokenSchema], (part, bytes, token) => link.sendPart(part, bytes, token))
  on('tradewind:read-file', [downloadSchema(), tokenSchema], (what, token) => link.readFile(what, token))
  on('tradewind:save-download', [downloadSchema(), textSchema, tokenSchema], async (what, suggested, token): Promise<Answer> => {
    const target = await chooseFile(safeName(suggested))
    if (target === undefined) return { ok: true, value: null }
    const answer = await link.download(what, target, token)
    if (!answer.ok) return answer
    await markAsForeign(target)
    return { ok: true, value: { path: target } }
  })
  if (opened)
    on('tradewind:open-file', [downloadSchema(), textSchema, tokenSchema], async (what, name, token): Promise<Answer> => {
      const target = opened.place(safeName(name))
      const answer = await link.download(what, target, token)
      return answer.ok ? { ok: true, value: { opened: await opened.open(target) } } : answer
    })
  on('tradewind:founding-code', [], () => link.foundingCode())
  on('tradewind:open-external', [textSchema], (url) => openExternal(url))
  on('tradewind:notify', [textSchema, textSchema, z.int().min(0)], async (title, body, serial) => {
    if (!Notification.isSupported()) return false
    const said = new Notification({ title, body })
    said.on('click', () => popUps?.choose({ serial, line: null, act: 'open' }))
    said.show()
    return true
  })
  if (popUps) {
    on('tradewind:pop-up', [popUpSchema], async (content) => popUps.show(content))
    on('tradewind:is-in-front', [], async () => {
      const main = window()
      return main !== undefined && main.isVisible() && !main.isMinimized() && main.isFocused()
    })
    on('tradewind:withdraw-pop-up', [], async () => popUps.close())
    // The pop-up window may say these three things and ask for nothing.
    const choice = z.strictObject({
      serial: z.int().min(0),
      line: z.int().min(0).max(4).nullable(),
      act: z.enum(['open', ...actSchema.options]),
    })
    on('tradewind:popup-choose', [choice], async (chosen) => popUps.choose(chosen), popUps.window)
    on('tradewind:popup-close', [], async () => popUps.dismiss(), popUps.window)
    on('tradewind:popup-stay', [z.boolean()], async (staying) => popUps.stay(staying), popUps.window)
  }
  if (atHand) {
    on('tradewind:show-unread', [z.int().min(0)], async (count) => atHand.showUnread(count))
    on('tradewind:starts-with-system', [], async () => atHand.startsWithSystem())
    on('tradewind:start-with-system', [z.boolean()], async (starts) => atHand.startWithSystem(starts))
  }
  if (office) {
    on('tradewind:office-place', [], async () => office.place())
    on('tradewind:find-offices', [], () => office.find())
    on('tradewind:join-office', [joinSchema], (given) => office.join(given))
    on('tradewind:move-office', [z.string().max(200)], (address) => office.move(address))
    on('tradewind:leave-office', [], () => office.leave())
    on('tradewind:update-state', [z.boolean()], (look) => office.updateState(look))
    on('tradewind:install-update', [], () => office.installUpdate())
  }
  on('tradewind:take-link', [], async () => links?.take() ?? null)
  on('tradewind:versions', [], async () => ({ app: app.getVersion(), electron: process.versions.electron, packaged: app.isPackaged }))
}

/** The save dialog, starting in the user's documents. */
export const askWhereToSave =
  (window: () => BrowserWindow | undefined) =>
  async (suggested: string): Promise<string | undefined> => {
    const parent = window()
    const ending = path.extname(suggested).slice(1)
    const filters = ending === '' ? [] : [{ name: ending === 'xlsx' ? 'Excel' : ending.toUpperCase(), extensions: [ending] }]
    const options = { defaultPath: path.join(app.getPath('documents'), suggested), filters }
    const { canceled, filePath } = parent ? await dialog.showSaveDialog(parent, options) : await dialog.showSaveDialog(options)
    return canceled || filePath === '' ? undefined : filePath
  }
