// A network cable between a desk and its hub on one machine, which can be pulled: what comes through it stops, and neither end hears why.
import { connect, createServer, type Socket } from 'node:net'

/** Another address of the loopback interface: the hub's port is the same on both, as desks name it in what they ask. */
const HERE = '127.0.0.3'

export type Cable = {
  /** Where the desk finds its hub. */
  address: string
  pull(): void
  plugIn(): void
  close(): void
}

/** Lies between this machine's second loopback address and the hub's own (`192.168.1.20:5180`). */
export const cableTo = async (hub: string): Promise<Cable> => {
  const { hostname, port } = new URL(`http://${hub}`)
  const pairs = new Map<Socket, Socket>()
  let isPulled = false
  const server = createServer((desk) => {
    const office = connect({ host: hostname, port: Number(port) })
    pairs.set(desk, office)
    for (const [one, other] of [
      [desk, office],
      [office, desk],
    ] as const) {
      one.on('error', () => undefined)
      one.on('data', (part) => other.write(part))
      one.on('close', () => {
        if (!isPulled) other.destroy()
        if (desk.destroyed && office.destroyed) pairs.delete(desk)
      })
      if (isPulled) one.pause()
    }
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(Number(port), HERE, resolve))
  const ends = () => [...pairs].flat()
  return {
    address: `${HERE}:${port}`,
    pull: () => {
      isPulled = true
      for (const end of ends()) end.pause()
    },
    plugIn: () => {
      isPulled = false
      for (const [desk, office] of pairs)
        if (desk.destroyed || office.destroyed) [desk, office].forEach((end) => end.destroy())
        else [desk, office].forEach((end) => end.resume())
    },
    close: () => {
      server.close()
      for (const end of ends()) end.destroy()
    },
  }
}
