// Volume of cartons, exact.
import { expect, test } from 'vitest'
import { cartonVolume } from './packing.ts'

test('length × width × height in cm is the volume in m³', () => {
  expect(cartonVolume('60', '40', '35')).toBe('0.084')
  expect(cartonVolume('60.5', '40', '35.125')).toBe('0.085003')
  expect(cartonVolume('0.1', '0.1', '50')).toBe('0.000001')
  expect(cartonVolume('100', '100', '100')).toBe('1')
  for (const missing of ['', '0', 'x', '1e3', '-1', '1.2345'])
    expect([missing, cartonVolume(missing, '40', '35')]).toEqual([missing, undefined])
})
