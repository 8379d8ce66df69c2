// A PC joins an office: the fingerprint in the code is compared with the certificate at the address before the secret is sent, and the secret goes over a
// connection that trusts that certificate alone (SEC27). Rules D10, D11 of desks.
import type { Answer, Joined } from '../../../preload/contract/envelope.ts'
import { readInvitation } from '../../../preload/contract/vocabulary/pairing-code.ts'
import { certificateAt, OtherOffice, pinnedAgent, placeOf } from './pinned-connection.ts'
import { askOver } from './request.ts'

/** What a PC keeps of the office that it has joined. */
export type Membership = { address: string; certificate: string; deskId: string; secret: string; company: string }
/** Why a PC could not join before the office was asked: no code, nobody there, another office there. */
export type JoinProblem = 'not-a-code' | 'no-address' | 'not-reached' | 'other-office'
export type JoinAnswer = { joined: Membership } | { problem: JoinProblem } | { refused: Extract<Answer, { ok: false }> }

/** `address`: host and port, where the code does not say it. */
export const joinOffice = async (given: { code: string; address: string | null; name: string }, version: string): Promise<JoinAnswer> => {
  const invitation = readInvitation(given.code)
  if (!invitation) return { problem: 'not-a-code' }
  const address = invitation.address ?? given.address
  if (address === null) return { problem: 'no-address' }
  const place = placeOf(address)
  let certificate: string
  try {
    certificate = await certificateAt(place, invitation.fingerprint)
  } catch (error) {
    return { problem: error instanceof OtherOffice ? 'other-office' : 'not-reached' }
  }
  const agent = pinnedAgent(certificate)
  try {
    const body = { secret: invitation.secret, deskName: given.name }
    const answer = await askOver({ place, agent, desk: null, version }, { method: 'POST', path: '/api/join', body, token: null })
    if (!answer.ok) return { refused: answer }
    return { joined: { address, certificate, ...(answer.value as Joined) } }
  } catch {
    return { problem: 'not-reached' }
  } finally {
    agent.destroy()
  }
}
