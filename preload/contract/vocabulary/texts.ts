// Texts as the database can keep them: without half of a surrogate pair, however they came in and wherever they are cut. Rule U30 of people.

/** The first `most` UTF-16 units of a text, fewer where the cut would go through a character. */
export const cutText = (text: string, most: number): string => {
  if (text.length <= most) return text
  const cut = text.slice(0, most)
  return cut.isWellFormed() || !text.isWellFormed() ? cut.toWellFormed() : cut.slice(0, -1)
}

/** Levels below which nothing is looked at: the deepest input has six. */
const DEPTH = 32

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

/** Whether every text in the value, keys too, is well-formed; undefined when it nests too deep. What was seen already is not looked at again. */
const isWhole = (value: unknown, seen: Set<object>, left: number): boolean | undefined => {
  if (typeof value === 'string') return value.isWellFormed()
  if (!isObject(value) || seen.has(value)) return true
  if (left === 0) return undefined
  seen.add(value)
  let whole: boolean | undefined = true
  for (const [key, inner] of Object.entries(value)) {
    const one = isWhole(inner, seen, left - 1)
    if (one === undefined) return undefined
    if (!one || !key.isWellFormed()) whole = false
  }
  return whole
}

const mended = (value: unknown, done: Map<object, unknown>): unknown => {
  if (typeof value === 'string') return value.toWellFormed()
  if (!isObject(value)) return value
  if (done.has(value)) return done.get(value)
  if (Array.isArray(value)) {
    const list: unknown[] = []
    done.set(value, list)
    for (const inner of value) list.push(mended(inner, done))
    return list
  }
  const copy: Record<string, unknown> = {}
  done.set(value, copy)
  // Defined, not assigned: a key "__proto__" stays a key, for the schemas to refuse.
  for (const [key, inner] of Object.entries(value))
    Object.defineProperty(copy, key.toWellFormed(), {
      value: mended(inner, done),
      enumerable: true,
      configurable: true,
      writable: true,
    })
  return copy
}

/**
 * The value with every text in it well-formed, keys too: half of a surrogate pair becomes U+FFFD, as the database would store it. The value itself when
 * nothing is to mend; undefined when it nests deeper than any input does.
 */
export const wellFormed = (value: unknown): unknown => {
  const whole = isWhole(value, new Set(), DEPTH)
  if (whole === undefined) return undefined
  return whole ? value : mended(value, new Map())
}
