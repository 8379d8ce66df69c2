// What the office has last found of its network: the PC's networks, where it is reached, and what keeps it from being reached. Kept in the process, as it says
// what is so now. Rules D1 to D4 of desks.
import type { NetworkProblem } from '../../preload/contract/modules/desks/calls.ts'

export type NetworkState = {
  interfaces: readonly { name: string; address: string }[]
  addresses: readonly string[]
  problem: NetworkProblem | null
  /** Of the company's certificate; '' before there is one. */
  fingerprint: string
  certificate: string
}
const closed: NetworkState = { interfaces: [], addresses: [], problem: null, fingerprint: '', certificate: '' }
let current: NetworkState = closed

export const networkState = (): Readonly<NetworkState> => current
/** Takes what was found; true when that changes anything. */
export const networkFound = (found: Partial<NetworkState>): boolean => {
  const before = JSON.stringify(current)
  current = { ...current, ...found }
  return JSON.stringify(current) !== before
}
/** As a process begins. For tests that look at it. */
export const forgetNetwork = (): void => void (current = closed)
