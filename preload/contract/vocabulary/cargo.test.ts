import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { containerTypes } from '../../../db/reference/index.ts'
import { CONTAINER_ROOMS, proposeCargo } from './cargo.ts'

describe('how cargo is loaded', () => {
  it('[F15] small cargo goes by the measure, larger in the fewest containers that take it by volume and weight', () => {
    expect(proposeCargo(null, null)).toBeNull()
    expect(proposeCargo('14', '9000')).toEqual({ load: 'lcl', containers: [] })
    expect(proposeCargo('14.1', '9000')).toEqual({ load: 'containers', containers: [{ type: '20GP', count: 1 }] })
    expect(proposeCargo('10', '16000')).toEqual({ load: 'containers', containers: [{ type: '20GP', count: 1 }] })
    expect(proposeCargo('30', '9000')).toEqual({ load: 'containers', containers: [{ type: '40GP', count: 1 }] })
    expect(proposeCargo('60', '9000')).toEqual({ load: 'containers', containers: [{ type: '40HQ', count: 1 }] })
    expect(proposeCargo('20', '20000')).toEqual({ load: 'containers', containers: [{ type: '40GP', count: 1 }] })
    expect(proposeCargo('150', '30000')).toEqual({
      load: 'containers',
      containers: [
        { type: '40HQ', count: 2 },
        { type: '20GP', count: 1 },
      ],
    })
    expect(proposeCargo(null, '30000')).toEqual({
      load: 'containers',
      containers: [
        { type: '40HQ', count: 1 },
        { type: '20GP', count: 1 },
      ],
    })
  })
  it('[F15] whatever the cargo, the containers take it, and one fewer would not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 300_000 }), (volume, weight) => {
        const cargo = proposeCargo(String(volume), String(weight))!
        if (cargo.load === 'lcl') return
        const rooms = cargo.containers.flatMap(({ type, count }) => Array(count).fill(CONTAINER_ROOMS.find((r) => r.type === type)!))
        expect(rooms.reduce((sum, r) => sum + Number(r.volume), 0)).toBeGreaterThanOrEqual(volume)
        expect(rooms.reduce((sum, r) => sum + Number(r.weight), 0)).toBeGreaterThanOrEqual(weight)
        expect((rooms.length - 1) * 68 < volume || (rooms.length - 1) * 22_000 < weight).toBe(true)
      }),
    )
  })
  it('what a container takes is what the reference table says', () => {
    for (const { type, volume, weight } of CONTAINER_ROOMS)
      expect(containerTypes.find((c) => c.code === type)).toMatchObject({ usableVolumeM3: volume, usualCargoKg: weight })
  })
})
