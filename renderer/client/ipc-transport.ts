// The way to the office of a desktop window: through the bridge that the preload script exposes.
import type { TradewindBridge } from '../../preload/bridge-types.ts'
import { type Answer, type Notice, UNREACHABLE } from '../../preload/contract/envelope.ts'
import { storage, type Transport, Unreachable } from './transport.ts'

/** The office process died with the request under way: nothing is known of it. */
const RESTARTED = 'office-restarted'
const unknown = (fault: string) => fault === UNREACHABLE || fault === RESTARTED

export const ipcTransport = (bridge: TradewindBridge): Transport => {
  let down = false
  /** Requests under way when the office goes down are not all answered: each is given up here, to be sent again under its id. */
  const underway = new Set<(error: Unreachable) => void>()
  const listeners = new Set<(notice: Notice) => void>()
  bridge.onNotice((notice) => {
    if (notice.kind === 'office') {
      down = notice.state === 'down'
      if (down) for (const giveUp of underway) giveUp(new Unreachable('the office went down'))
    }
    for (const listener of listeners) listener(notice)
  })
  const reaching = <T>(work: () => Promise<Answer<T>>): Promise<Answer<T>> =>
    new Promise((resolve, reject) => {
      if (down) return reject(new Unreachable('the office is down'))
      underway.add(reject)
      work()
        .then((answer) => {
          if (!answer.ok && 'fault' in answer && unknown(answer.fault)) reject(new Unreachable(answer.fault))
          else resolve(answer)
        })
        .catch((error: unknown) => reject(new Unreachable(String(error))))
        .finally(() => underway.delete(reject))
    })
  return {
    desktop: true,
    ask: (request, token) => reaching(() => bridge.ask(request, token)),
    onNotice: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    attend: () => {},
    exportList: (options, suggestedName, token) => reaching(() => bridge.saveExport(options, suggestedName, token ?? '')),
    sendPart: (part, bytes, token) => reaching(() => bridge.sendPart(part, bytes, token)),
    readFile: (what, token) => reaching(() => bridge.readFile(what, token)),
    saveDownload: (what, suggestedName, token) => reaching(() => bridge.saveDownload(what, suggestedName, token)),
    openFile: (what, name, token) => reaching(() => bridge.openFile(what, name, token)),
    foundingCode: () => bridge.foundingCode(),
    store: { token: storage('sessionStorage'), unsent: storage('localStorage') },
  }
}
