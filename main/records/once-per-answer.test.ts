// What an answer reads once: by its context and by what it is asked with.
import { expect, test } from 'vitest'
import type { QueryContext } from '../queries/define-query.ts'
import { oncePerAnswer } from './once-per-answer.ts'

test('one context reads once for each key; another reads anew', () => {
  const read: string[] = []
  const of = oncePerAnswer(
    (_q, side: string) => read.push(side),
    (side) => side,
  )
  const [one, other] = [{}, {}] as QueryContext[]
  for (const q of [one!, one!, other!]) for (const side of ['receivable', 'payable']) of(q, side)
  expect(read).toEqual(['receivable', 'payable', 'receivable', 'payable'])
})
