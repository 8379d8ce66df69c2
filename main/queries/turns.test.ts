// Turns by person: everybody's first before anybody's second, each person's work in its own order. Rule U47.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { turns } from './turns.ts'

it('[U47] whoever comes with one piece of work waits for one of each other person at most', () => {
  const line = turns<string>()
  for (let n = 1; n <= 100; n++) line.add('a', `a${n}`)
  expect(line.next()).toBe('a1')
  line.add('b', 'b1')
  line.add('c', 'c1')
  line.add('b', 'b2')
  expect(Array.from({ length: 6 }, () => line.next())).toEqual(['a2', 'b1', 'c1', 'a3', 'b2', 'a4'])
  expect(line.waiting('a')).toBe(96)
  expect(line.remove('a', 'a50')).toBe(true)
  expect(line.remove('a', 'a50')).toBe(false)
  expect(line.remove('b', 'b1')).toBe(false)
  expect(line.waiting('a')).toBe(95)
})

it('[U47] nothing is lost, doubled or overtaken within a line, and between two turns of a person everybody who waits has one', () => {
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.record({ add: fc.constantFrom('a', 'b', 'c', 'd') }) },
    { weight: 2, arbitrary: fc.constant({ next: true }) },
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const line = turns<{ person: string; n: number }>()
      const waiting: { person: string; n: number }[] = []
      const since = new Map<string, Set<string>>()
      let n = 0
      for (const one of [...steps, ...steps.map(() => ({ next: true }))]) {
        if ('add' in one) {
          const work = { person: one.add, n: n++ }
          line.add(one.add, work)
          waiting.push(work)
          continue
        }
        const given = line.next()
        expect(given === undefined).toBe(waiting.length === 0)
        if (!given) continue
        expect(given).toBe(waiting.find((w) => w.person === given.person))
        // Whoever has been waiting since my last turn has had one of their own.
        for (const passed of since.get(given.person) ?? []) expect(waiting.some((w) => w.person === passed)).toBe(false)
        for (const [person, others] of since) if (person !== given.person) others.delete(given.person)
        waiting.splice(waiting.indexOf(given), 1)
        since.set(given.person, new Set(waiting.map((w) => w.person).filter((p) => p !== given.person)))
      }
      expect(waiting).toEqual([])
    }),
  )
})
