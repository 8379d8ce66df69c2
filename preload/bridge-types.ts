// The shape of the one object that the desktop exposes to its windows. Types only: the renderer compiles against it, bridge.ts implements it.
import type { Answer, ExportOptions, Notice, OfficeRequest } from './contract/envelope.ts'

export type DesktopVersions = { app: string; electron: string; packaged: boolean }
export type TradewindBridge = {
  /** Sends one request to the office process and gives its answer as a value; never throws for refusals or faults. */
  ask(request: OfficeRequest, token: string | null): Promise<Answer>
  onNotice(listener: (notice: Notice) => void): () => void
  /** Asks where to save, lets the office write the workbook there; null when the user cancels. */
  saveExport(options: ExportOptions, suggestedName: string, token: string): Promise<Answer<{ path: string; rows: number } | null>>
  /** The founding code shown by this very PC's office: the desktop is the office's own screen. */
  foundingCode(): Promise<string>
  openExternal(url: string): Promise<boolean>
  notify(title: string, body: string): Promise<boolean>
  versions(): Promise<DesktopVersions>
}
declare global {
  interface Window {
    tradewind?: TradewindBridge
  }
}
