// The HTTP API as a program of a customer would use it.
import type { CommandInput, CommandName, CommandOutcome } from '../../../preload/contract/commands.ts'
import type { Answer } from '../../../preload/contract/envelope.ts'
import type { Switches } from '../../../preload/contract/modules/people/calls.ts'
import type { AnyQueryName, QueryInput, QueryOutput } from '../../../preload/contract/queries.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { DEMONSTRATION_PASSWORD } from '../../../main/demonstration/accounts.ts'

export type Client = {
  token: string
  command<N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutcome<N>>
  query<N extends AnyQueryName>(name: N, input: QueryInput<N>): Promise<QueryOutput<N>>
  /** The whole answer with its status, refusals included. */
  send(path: string, body: unknown): Promise<{ status: number; answer: Answer }>
  export(list: string, options?: object): Promise<{ status: number; rows: number; bytes: ArrayBuffer }>
}

export const post = async (address: string, path: string, body: unknown, token?: string): Promise<{ status: number; answer: Answer }> => {
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
  const response = await fetch(`${address}/api/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
  return { status: response.status, answer: (await response.json()) as Answer }
}

/** Sets all control switches, over whatever stands. */
export const setSwitches = async (client: Client, switches: Switches): Promise<void> => {
  const { revision } = await client.query('company', {})
  await client.command('set-switches', { switches, revision })
}

const valueOf = (what: string, { answer }: { answer: Answer }): never => {
  if (answer.ok) return answer.value as never
  throw new Error(`${what}: ${JSON.stringify(answer)}`)
}

export const signIn = async (address: string, user: string, password = DEMONSTRATION_PASSWORD): Promise<Client> => {
  const { token } = valueOf('login', await post(address, 'login', { user, password })) as { token: string }
  return {
    token,
    send: (path, body) => post(address, path, body, token),
    command: async (name, input) => valueOf(name, await post(address, `command/${name}`, { id: newId(), input }, token)),
    query: async (name, input) => valueOf(name, await post(address, `query/${name}`, input, token)),
    export: async (list, options) => {
      const q = options ? `?q=${Buffer.from(JSON.stringify(options)).toString('base64url')}` : ''
      const response = await fetch(`${address}/api/export/${list}${q}`, { headers: { authorization: `Bearer ${token}` } })
      return { status: response.status, rows: Number(response.headers.get('x-row-count')), bytes: await response.arrayBuffer() }
    },
  }
}
