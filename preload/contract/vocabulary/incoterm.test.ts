// Which Incoterms fit how goods travel (Incoterms 2020, ICC publication 723E).
import { expect, test } from 'vitest'
import { INCOTERMS, termFor, type TRANSPORT_MODES } from './incoterm.ts'

test('[C26] four rules are for carriage by water alone; each has one for any mode in its place', () => {
  const pointedAt = (mode: (typeof TRANSPORT_MODES)[number] | null) =>
    Object.fromEntries(INCOTERMS.flatMap((term) => (termFor(mode, term) === undefined ? [] : [[term, termFor(mode, term)]])))
  for (const mode of ['air', 'rail', 'road', 'courier'] as const)
    expect(pointedAt(mode)).toEqual({ FAS: 'FCA', FOB: 'FCA', CFR: 'CPT', CIF: 'CIP' })
  expect(pointedAt('sea')).toEqual({})
  expect(pointedAt(null)).toEqual({})
  expect(termFor('air', null)).toBeUndefined()
})
