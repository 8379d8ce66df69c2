// What a price means without its delivery term nobody knows: no offer and no contract goes out without one. Rule C26.
import { refuse } from '../../../preload/contract/refusals.ts'

/** Refuses `invalid-input` (required) at the fields that are empty: the Incoterm, and the place that belongs to it. */
export const requireDeliveryTerm = (document: { incoterm: string | null; incotermPlace: string }): void => {
  const missing = [...(document.incoterm === null ? ['incoterm'] : []), ...(document.incotermPlace.trim() === '' ? ['incotermPlace'] : [])]
  if (missing.length > 0) refuse('invalid-input', { issues: missing.map((path) => ({ path, rule: 'required' })) })
}
