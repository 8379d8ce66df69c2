// Says on the network that an office is here: its company's name, address and port, and nothing that anybody could trust (SEC41). Rule D11 of desks.
import Bonjour from 'bonjour-service'
import { networkInterfaces } from 'node:os'

export type Announcement = { close(): Promise<void> }

/** Until it is closed. Where the network does not let it, desks type the address. */
export const announce = (company: string, address: string, failed: (error: unknown) => void): Announcement => {
  const { hostname: host, port } = new URL(address)
  const plain = host.replaceAll(/[[\]]/g, '')
  // Asked on the office's own network alone.
  const isOurs = Object.values(networkInterfaces()).some((all) => all?.some((one) => one.address === plain))
  const bonjour = new Bonjour(isOurs ? ({ interface: plain, bind: '0.0.0.0' } as object) : {}, failed)
  bonjour.publish({ name: company, type: 'tradewind', port: Number(port), disableIPv6: true })
  return { close: () => new Promise((resolve) => bonjour.unpublishAll(() => (bonjour.destroy(), resolve()))) }
}
