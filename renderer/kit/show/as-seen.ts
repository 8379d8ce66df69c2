// What somebody decides on: as it was when they were asked, although others go on changing it behind the question. Rule U22 of people's SPEC.md.
import { useState } from 'react'
import type { Answer } from '../../../preload/contract/envelope.ts'

export type AsSeen<T> = {
  /** What was there when the question was asked; undefined while it is not known. */
  seen: T | undefined
  /** Looks at an answer: once it was refused `changed-meanwhile`, and has said so, what is there by then counts as seen. */
  answered<A extends Answer<unknown>>(answer: A): A
}

/** @param of what the question is about: something else is seen anew */
export const useAsSeen = <T>(now: T | undefined, of = ''): AsSeen<T> => {
  const [first, setFirst] = useState<{ of: string; value: T } | null>(null)
  /** What was refused as changed meanwhile. */
  const [overtaken, setOvertaken] = useState<string | null>(null)
  const isNew = first?.of !== of || (overtaken !== null && overtaken !== JSON.stringify(now))
  if (now !== undefined && isNew) {
    setFirst({ of, value: now })
    setOvertaken(null)
  }
  const seen = now !== undefined && isNew ? now : first?.of === of ? first.value : undefined
  return {
    seen,
    answered: (answer) => {
      if (!answer.ok && 'refused' in answer && answer.refused === 'changed-meanwhile') setOvertaken(JSON.stringify(seen))
      return answer
    },
  }
}
