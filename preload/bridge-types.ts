// The shape of the one object that the desktop exposes to its windows. Types only: the renderer compiles against it, bridge.ts implements it.
import type { Answer, ContentPart, ContentReceived, Download, ExportOptions, Notice, OfficeRequest } from './contract/envelope.ts'

export type DesktopVersions = { app: string; electron: string; packaged: boolean }
/** What is done about a line without opening it. */
export type PopUpAct = 'done' | 'snooze' | 'approve'
/** What a pop-up shows, in words already: the page that asks for it knows the language. */
export type PopUp = {
  /** Which one it is: a choice in one that has been replaced meanwhile is none in the newer. */
  serial: number
  title: string
  /** Each with what can be done about it right there. */
  lines: readonly { text: string; detail: string; acts: readonly { act: PopUpAct; label: string }[] }[]
  /** Words for what is not shown; '' when all is. */
  more: string
  open: string
  close: string
}
/** What was chosen in a pop-up: a line by its place, or the whole (null); `gone`: it was closed, or nobody looked. All but `open` leave the window where it is. */
export type PopUpChoice = { serial: number; line: number | null; act: 'open' | 'gone' | PopUpAct }

/** Why an office takes a PC that had joined it for no desk: revoked, or unknown to it, as after a restore from a backup of before. */
export type Exclusion = 'desk-revoked' | 'desk-unknown'
/** Where this desktop's office is. */
export type OfficePlace = {
  /** The office that this PC has joined; null while its own is on it. */
  joined: { company: string; address: string } | null
  /** The office that takes this PC for no desk of its own any more, until it has joined one again. */
  excludedBy: { company: string; why: Exclusion } | null
  /** What this PC is called. */
  name: string
  version: string
}
/** An update of a joined desk. `back`: it is the version that this PC ran before, to which it returns. */
export type UpdateState =
  | { at: 'none' }
  | { at: 'loading'; version: string; percent: number; back: boolean }
  /** Downloaded and checked; installed when the program ends. */
  | { at: 'ready'; version: string; back: boolean }
  /** It could not be downloaded, and is tried again. */
  | { at: 'failed'; version: string; back: boolean }
  /** This program cannot install over itself. */
  | { at: 'by-hand'; version: string; back: boolean }
  /** The hub wants this PC to go back to a version of which it has no file. */
  | { at: 'no-file'; version: string }
  /** What the hub offers is not taken: not signed by the maker, not newer, shown again though it was replaced, or not what was signed. */
  | { at: 'refused'; why: 'signature' | 'older' | 'replayed' | 'hash' }

/** What became of joining: the company, why the office was not asked, or what it answered. */
export type JoinResult =
  | { joined: string }
  | { problem: 'not-a-code' | 'no-address' | 'not-an-address' | 'not-reached' | 'other-office' }
  | { refused: Extract<Answer, { ok: false }> }

export type TradewindBridge = {
  /** Sends one request to the office process and gives its answer as a value; never throws for refusals or faults. */
  ask(request: OfficeRequest, token: string | null): Promise<Answer>
  onNotice(listener: (notice: Notice) => void): () => void
  /** Asks where to save, lets the office write the workbook there; null when the user cancels. */
  saveExport(options: ExportOptions, suggestedName: string, token: string): Promise<Answer<{ path: string; rows: number } | null>>
  /** A part of a content on its way to the office. */
  sendPart(part: ContentPart, bytes: Uint8Array, token: string | null): Promise<Answer<ContentReceived>>
  readFile(what: Download, token: string | null): Promise<Answer<Uint8Array<ArrayBuffer>>>
  /** Asks where to save; null when the person cancels. */
  saveDownload(what: Download, suggestedName: string, token: string | null): Promise<Answer<{ path: string } | null>>
  /** Hands a copy to the system's own program; `opened` is false when no program takes it. */
  openFile(what: Download, name: string, token: string | null): Promise<Answer<{ opened: boolean }>>
  /** The founding code shown by this very PC's office: the desktop is the office's own screen. */
  foundingCode(): Promise<string>
  openExternal(url: string): Promise<boolean>
  /** The system's own notification; clicked, it is the choice of no line of this pop-up. */
  notify(title: string, body: string, serial: number): Promise<boolean>
  /** Shows a small window above all others, also while this one is hidden in the tray; a newer one takes its place. */
  popUp(content: PopUp): Promise<void>
  /** Whether this window is shown and somebody works in it: hidden in the tray, its page does not know that it is. */
  isInFront(): Promise<boolean>
  /** Takes the pop-up away: what it told of is done or gone. */
  withdrawPopUp(): Promise<void>
  /** How much is unread: on the program's icon and in the tray. */
  showUnread(count: number): Promise<void>
  /** Whether the program starts with the system; null where it cannot be set (run from its sources). */
  startsWithSystem(): Promise<boolean | null>
  startWithSystem(starts: boolean): Promise<void>
  /** Something in a pop-up was chosen; the window has come forward if it was to be opened. */
  onPopUpChoice(listener: (choice: PopUpChoice) => void): () => void
  /** A link to one of our pages (`tradewind://…`) has been opened outside; what it says is read with `takeLink`. */
  onLink(listener: () => void): () => void
  /** The link that waits to be opened, once; null when there is none. */
  takeLink(): Promise<string | null>
  versions(): Promise<DesktopVersions>
  officePlace(): Promise<OfficePlace>
  /** Offices that say on the network that they are there: a hint. */
  findOffices(): Promise<{ company: string; address: string }[]>
  /** Joins an office: `code` as it is shown there or as a link; `address` where the code does not say it. The window is loaded anew when it has joined. */
  joinOffice(given: { code: string; address: string; name: string }): Promise<JoinResult>
  /** Takes another address for the office that was joined; false when it is not there. */
  moveOffice(address: string): Promise<boolean>
  /** Forgets the office that was joined and what is kept of it; the window is loaded anew. */
  leaveOffice(): Promise<void>
  /** Of a desk that has joined: what is known of its update; `look` asks the hub first. */
  updateState(look: boolean): Promise<UpdateState>
  onUpdate(listener: (state: UpdateState) => void): () => void
  /** Ends the program, installs what was downloaded and starts it again. */
  installUpdate(): Promise<void>
}
export type PopUpBridge = {
  onContent(listener: (content: PopUp) => void): void
  choose(choice: PopUpChoice): void
  close(): void
  /** While the pointer is over it, it does not go by itself. */
  stay(staying: boolean): void
}
declare global {
  interface Window {
    tradewind?: TradewindBridge
    tradewindPopUp?: PopUpBridge
  }
}
