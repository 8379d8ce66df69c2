// Counts what a JSON text holds while its bytes arrive: depth, keys of an object, items of a list, values in all. What is built to be costly is refused
// before it is parsed (SEC38). Whether it is JSON at all, the parser says.

export const JSON_LIMITS = {
  /** Our deepest input has six levels. */
  depth: 24,
  /** More than any object of the contract has fields, or any list of it items: json-meter.test.ts compares. */
  members: 1000,
  /** Keys and items of the whole text: twice what the longest bill has. */
  values: 120_000,
} as const

export type JsonProblem = 'depth' | 'too-many'
export type JsonMeter = {
  /** Looks at the next bytes; the first limit that they break. */
  take(bytes: Uint8Array): JsonProblem | undefined
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const OPEN_LIST = 0x5b
const CLOSE_LIST = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d

/** A meter for one text, which it takes piece by piece. Bytes of UTF-8 never look like JSON's own signs, so that characters may be cut anywhere. */
export const jsonMeter = (): JsonMeter => {
  const members = new Int32Array(JSON_LIMITS.depth + 1)
  let depth = 0
  let values = 0
  let inText = false
  let escaped = false
  return {
    take: (bytes) => {
      for (let at = 0; at < bytes.length; at++) {
        const byte = bytes[at]!
        if (inText) {
          if (escaped) escaped = false
          else if (byte === BACKSLASH) escaped = true
          else if (byte === QUOTE) inText = false
        } else if (byte === QUOTE) inText = true
        else if (byte === COMMA) {
          if (++values > JSON_LIMITS.values || ++members[depth]! > JSON_LIMITS.members) return 'too-many'
        } else if (byte === OPEN_LIST || byte === OPEN_OBJECT) {
          if (++depth > JSON_LIMITS.depth) return 'depth'
          if (++values > JSON_LIMITS.values) return 'too-many'
          members[depth] = 1
        } else if ((byte === CLOSE_LIST || byte === CLOSE_OBJECT) && depth > 0) depth -= 1
      }
      return undefined
    },
  }
}
