import { expect, test } from 'vitest'
import { brokenLabel } from './bar-chart-card.tsx'

test('a label under a bar takes two lines at most and says that it goes on', () => {
  expect(brokenLabel('李明', 6)).toBe('李明')
  expect(brokenLabel('Margaret Peacock', 10)).toBe('Margaret\nPeacock')
  expect(brokenLabel('Pacific Outdoor Supply Inc.', 10)).toBe('Pacific\nOutdoor S…')
  expect(brokenLabel('Donaudampfschifffahrt', 8)).toBe('Donauda…')
})
