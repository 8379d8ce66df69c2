// A bad line between a desk and its office on one machine: it cuts an answer in the middle, or stops to forward as a pulled cable does.
import { connect, createServer, type Server, type Socket } from 'node:net'
import { placeOf } from '../pinned-connection.ts'

/** Another address of the loopback interface. */
const HERE = '127.0.0.3'

/** The line between a desk and its office. */
export type Line = {
  /** Host and port at which the desk finds its office. */
  address: string
  /** Sockets stay open and nothing passes, as with a pulled cable. */
  pull(): void
  plugIn(): void
  /** Each connection is cut after this much more of what the office says. */
  cutAfter(bytes: number): void
  mend(): void
  /** How often it was cut. */
  cuts(): number
  close(): Promise<void>
}
/** Lies between another address of the loopback interface and the office (host and port): the port is the same on both, as desks name it in what they ask. */
export const lineTo = async (to: string): Promise<Line> => {
  const { host, port } = placeOf(to)
  let isPulled = false
  let left = Number.POSITIVE_INFINITY
  let cuts = 0
  const both = new Map<Socket, Socket>()
  const server: Server = createServer((desk) => {
    const office = connect({ host, port })
    const said = { bytes: 0 }
    both.set(desk, office)
    for (const socket of [desk, office]) {
      socket.on('error', () => undefined)
      socket.on('close', () => {
        // Neither end hears through a pulled cable that the other one is gone.
        if (!isPulled) for (const end of [desk, office]) end.destroy()
        if (desk.destroyed && office.destroyed) both.delete(desk)
      })
      if (isPulled) socket.pause()
    }
    desk.on('data', (part) => {
      said.bytes = 0
      office.write(part)
    })
    office.on('data', (part) => {
      const passes = part.subarray(0, Math.max(0, left - said.bytes))
      said.bytes += part.length
      if (said.bytes <= left) return void desk.write(part)
      cuts += 1
      desk.end(passes, () => desk.destroy())
      return void office.destroy()
    })
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, HERE, resolve))
  const all = () => [...both].flat()
  return {
    address: `${HERE}:${port}`,
    pull: () => {
      isPulled = true
      for (const socket of all()) socket.pause()
    },
    plugIn: () => {
      isPulled = false
      for (const [desk, office] of both)
        if (desk.destroyed || office.destroyed) for (const end of [desk, office]) end.destroy()
        else for (const end of [desk, office]) end.resume()
    },
    cutAfter: (bytes) => void (left = bytes),
    mend: () => void (left = Number.POSITIVE_INFINITY),
    cuts: () => cuts,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of all()) socket.destroy()
      await closed
    },
  }
}
