// What a desk sent, as the office takes it in: every text well-formed, whatever way it came. Rule U30 of people.
import { Refused, refusal } from '../../preload/contract/refusals.ts'
import { wellFormed } from '../../preload/contract/vocabulary/texts.ts'

/** Who stands at the door: the token they show and the device they come from. `gone`: they went away before they were answered. */
export type Caller = { token: string | null; device: string; gone?: AbortSignal }

/** Refuses `invalid-input` when it nests deeper than any input does. */
export const received = (given: unknown, from: Caller): { asked: unknown; caller: Caller } => {
  const asked = wellFormed(given)
  if (asked === undefined && given !== undefined) throw new Refused(refusal('invalid-input', { issues: [{ path: '', rule: 'depth' }] }))
  return { asked, caller: { ...from, device: from.device.toWellFormed() } }
}
