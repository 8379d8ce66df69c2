// The built hub of the demonstration company, opened to the network of this machine: as its owner does it, over the API.
import { networkInterfaces } from 'node:os'
import path from 'node:path'
import { vi } from 'vitest'
import { openReadable } from '../../../db/open.ts'
import type { Answer } from '../../../preload/contract/envelope.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { invitationLink } from '../../../preload/contract/vocabulary/pairing-code.ts'
import { reachableNetworks } from '../../../main/server/network/office-network.ts'
import { authorityFingerprint, pinnedAgent, placeOf } from '../../../main/shell/remote/pinned-connection.ts'
import { askOver } from '../../../main/shell/remote/request.ts'
import { signIn } from './client.ts'
import { demoFolder, startOffice, type Office } from './office.ts'

export type HubOnNetwork = {
  office: Office
  folder: string
  /** Host and port, as a person types it. */
  address: string
  /** As the owner, from a browser on the network. */
  ask(path: string, body: unknown): Promise<Answer>
  /** A new code, as a link. */
  invitation(): Promise<string>
  /** The same books, served again after the hub was ended. */
  again(): Promise<void>
}

/** A state that lasts, on a busy machine too. */
const WAIT = { timeout: 30_000, interval: 50 }
const freePort = () => 20_000 + Math.floor(Math.random() * 20_000)

export const hubOnNetwork = async (made: string): Promise<HubOnNetwork> => {
  const folder = demoFolder(made)
  const plainPort = freePort()
  const words = ['--serve', '--port', String(plainPort), '--data', folder]
  let office = startOffice(...words)
  const boss = await signIn(await office.address, 'boss')
  const [network] = reachableNetworks(networkInterfaces())
  if (!network) throw new Error('this machine is in no network: an office has nobody to open to')
  const port = freePort()
  await boss.command('open-network', { interface: network.name, networkPort: port, revision: 1 })
  const address = `${network.address}:${port}`
  const certificate = (): string => {
    const read = openReadable(path.join(folder, 'company.sqlite'))
    const row = read.sql.prepare('SELECT certificate FROM company_key').get() as { certificate: string } | undefined
    read.close()
    return row?.certificate ?? ''
  }
  await vi.waitUntil(() => certificate() !== '', WAIT)
  const agent = pinnedAgent(certificate())
  const ask = (where: string, body: unknown): Promise<Answer> =>
    askOver({ place: placeOf(address), agent, desk: null, version: '' }, { method: 'POST', path: `/api/${where}`, body, token: boss.token })
  const isServed = () =>
    ask('query/me', {}).then(
      (answer) => answer.ok,
      () => false,
    )
  await vi.waitUntil(isServed, WAIT)
  return {
    get office() {
      return office
    },
    ...{ folder, address, ask },
    invitation: async () => {
      const secret = String(Math.floor(Math.random() * 1e10)).padStart(10, '0')
      const answer = await ask('command/open-pairing', { id: newId(), input: { id: newId(), secret } })
      if (!answer.ok) throw new Error(JSON.stringify(answer))
      return invitationLink(address, authorityFingerprint(certificate()), secret)
    },
    again: async () => {
      office = startOffice(...words)
      await vi.waitUntil(isServed, WAIT)
    },
  }
}
