// What an answer needs several times and reads once: it is of one moment, so a second reading finds the same.
import type { QueryContext } from '../queries/define-query.ts'

/** `read`, remembered for as long as the context of the answer lives. `keyOf` tells apart what it is asked with. */
export const oncePerAnswer = <A extends readonly unknown[], T>(
  read: (q: QueryContext, ...args: A) => T,
  keyOf: (...args: A) => string = () => '',
): ((q: QueryContext, ...args: A) => T) => {
  const known = new WeakMap<QueryContext, Map<string, T>>()
  return (q, ...args) => {
    const of = known.get(q) ?? new Map<string, T>()
    known.set(q, of)
    const key = keyOf(...args)
    if (!of.has(key)) of.set(key, read(q, ...args))
    return of.get(key) as T
  }
}
