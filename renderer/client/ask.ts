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

/** Pauses before what is refused as one report too many is asked for again: screens ask by themselves, and their turn comes. */
const PAUSES = [500, 1000, 2000, 4000, 8000]
const inTurn = async (request: OfficeRequest, gone?: AbortSignal): Promise<Answer> => {
  let answer = await reach(request, gone)
  for (const pause of request.kind === 'query' ? PAUSES : []) {
    if (answer.ok || 'fault' in answer || answer.refused !== 'too-many-at-once' || gone?.aborted) return answer
    await new Promise((resolve) => setTimeout(resolve, pause))
    answer = await reach(request, gone)
  }
  return answer
}

/** Sends a request; refusals and faults are values. `gone`: nobody waits for the answer any more, the office need not go on. */
export async function ask(request: OfficeRequest, gone?: AbortSignal): Promise<Answer> {
  const answer = await inTurn(request, gone)
  if (answer.ok || 'fault' in answer) return answer
  const ended = answer.refused === 'signed-out'
  const { viewer } = officeState()
  if (!viewer || (!ended && answer.refused !== 'session-locked')) return answer
  setOffice({ gate: ended ? 'expired' : 'locked' })
  return (await reopened(viewer.id)) ? reach(request, gone) : answer
}
