// The way to the office of a desktop window: through the bridge that the preload script exposes.
import type { TradewindBridge } from '../../preload/bridge-types.ts'
import { UNREACHABLE } from '../../preload/contract/envelope.ts'
import { storage, type Transport, Unreachable } from './transport.ts'

export const ipcTransport = (bridge: TradewindBridge): Transport => ({
  desktop: true,
  async ask(request, token) {
    const answer = await bridge.ask(request, token).catch((error: unknown) => {
      throw new Unreachable(String(error))
    })
    if (!answer.ok && 'fault' in answer && answer.fault === UNREACHABLE) throw new Unreachable(UNREACHABLE)
    return answer
  },
  onNotice: (listener) => bridge.onNotice(listener),
  exportList: (options, suggestedName, token) => bridge.saveExport(options, suggestedName, token ?? ''),
  foundingCode: () => bridge.foundingCode(),
  store: { token: storage('sessionStorage'), unsent: storage('localStorage') },
})
