// One request to the office with this desk's token. A session that has ended or is locked raises the overlay and the request goes again after it.
import type { Answer, OfficeRequest } from '../../preload/contract/envelope.ts'
import { office, officeState, setOffice } from './office.ts'
import { reach } from './reach.ts'

/** Resolves when the gate is open again: true for the same user, false when the desk has been left to another. */
const reopened = (userId: string): Promise<boolean> =>
  new Promise((resolve) => {
    const look = () => {
      const { gate, viewer } = officeState()
      if (gate === 'locked' || gate === 'expired') return
      stop()
      resolve(gate === 'open' && viewer?.id === userId)
    }
    const stop = office().state.subscribe(look)
    look()
  })

/** Sends a request; refusals and faults are values. */
export async function ask(request: OfficeRequest): Promise<Answer> {
  const answer = await reach(request)
  if (answer.ok || 'fault' in answer) return answer
  const ended = answer.refused === 'signed-out'
  const { viewer } = officeState()
  if (!viewer || (!ended && answer.refused !== 'session-locked')) return answer
  setOffice({ gate: ended ? 'expired' : 'locked' })
  return (await reopened(viewer.id)) ? reach(request) : answer
}
