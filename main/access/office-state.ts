// What the office knows of itself since it started: since when it runs, who is connected, what went wrong last, where its log lies. Kept in the process, as
// `machine.ts` is. Rules D40 to D45 of desks.
import { cutText } from '../../preload/contract/vocabulary/texts.ts'
import { deskIn } from './devices.ts'

export type Fault = { id: string; at: string; what: string }
type OfficeState = {
  version: string
  startedAt: string
  /** Where the log lies, and how large it is with the one before it. */
  log: { file: string; bytes(): number }
  /** The last one, perhaps of the run before: an office that a fault has ended starts again. */
  lastFault: Fault | null
  /** Since the start. */
  faults: number
}
const unknown: OfficeState = { version: '', startedAt: '', log: { file: '', bytes: () => 0 }, lastFault: null, faults: 0 }
let current = unknown

export const officeState = (): Readonly<OfficeState> => current
export const officeBegan = (began: Omit<OfficeState, 'faults'>): void => void (current = { ...began, faults: 0 })

/** `text` as in the log: an id, what failed, and then what nobody but the log is told. */
const faultIn = (text: string, at: string): Fault | null => {
  const [, id, what] = /^(\S{1,64}) (.+?)(?:: |$)/.exec(text) ?? []
  return id !== undefined && what !== undefined ? { id, at, what: cutText(what, 80) } : null
}
export const faultNoted = (text: string, at: string): void => {
  current = { ...current, faults: current.faults + 1, lastFault: faultIn(text, at) ?? current.lastFault }
}
/** The last fault that stands in a log. */
export const lastFaultIn = (log: string): Fault | null => {
  const line = log.split('\n').findLast((one) => /^\S+Z fault /.test(one))
  const [, at, text] = /^(\S+Z) fault (.*)$/.exec(line ?? '') ?? []
  return at !== undefined && text !== undefined ? faultIn(text, at) : null
}

/** Who hears of changes at this moment, by device: each window of a desk and each page of a browser has a line of its own. */
const lines = new Map<string, number>()
/** Somebody who is signed in there is connected now; what is given back is to be called when they are not any more. */
export const connected = (device: string): (() => void) => {
  lines.set(device, (lines.get(device) ?? 0) + 1)
  return () => {
    const left = (lines.get(device) ?? 1) - 1
    if (left > 0) lines.set(device, left)
    else lines.delete(device)
  }
}
export const connectedNow = (): { desks: Set<string>; browsers: number } => {
  const ids = [...lines.keys()].map(deskIn)
  return { desks: new Set(ids.filter((id) => id !== undefined)), browsers: ids.filter((id) => id === undefined).length }
}

const LOOKED_MS = 60_000
let lookedAt = Number.NEGATIVE_INFINITY
/** Somebody looks at how the office is. */
export const lookedAtOffice = (): void => void (lookedAt = performance.now())
export const isLookedAt = (): boolean => performance.now() - lookedAt < LOOKED_MS
