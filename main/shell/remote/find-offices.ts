// Offices that say on the network that they are there (mDNS): a hint where one might be, never a reason to trust it (SEC41). Rule D11.
import Bonjour from 'bonjour-service'

export type FoundOffice = { company: string; address: string }
/** How offices are announced (main/server/network/announcement.ts). */
const TYPE = 'tradewind'
const LOOK_MS = 2500
const MOST = 20

/** Those that answer within some seconds; none where the network does not let them. */
export const findOffices = (): Promise<FoundOffice[]> =>
  new Promise((resolve) => {
    const found = new Map<string, FoundOffice>()
    const finder = new Bonjour({}, () => done())
    const done = () => {
      clearTimeout(timer)
      finder.destroy()
      resolve([...found.values()])
    }
    const timer = setTimeout(done, LOOK_MS)
    finder.find({ type: TYPE }, ({ name, port, addresses, referer }) => {
      const host = addresses?.find((address) => /^\d+\.\d+\.\d+\.\d+$/.test(address)) ?? referer?.address
      if (host === undefined || found.size >= MOST) return
      const address = `${host}:${port}`
      found.set(address, { company: String(name).slice(0, 100), address })
    })
  })
