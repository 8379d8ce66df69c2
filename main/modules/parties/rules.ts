// Pure rules of parties: what two names have in common.
import { plainLetters } from '../../../preload/contract/vocabulary/fold.ts'
import { COMPANY_SUFFIXES, COMPANY_WORDS, LEADING_WORDS } from './seeds.ts'

/** A name for comparing: lower case, letters and figures alone, without legal forms. "Sunrise Co., Ltd." and "SUNRISE LIMITED" are one. */
export const normalName = (name: string): string => {
  const words = plainLetters(name)
    .replaceAll(/[^\p{L}\p{N}\s&.,/()-]/gu, '')
    // "S.A." and "L.L.C." are words; other points and signs part words.
    .replaceAll(/(?<=\b\p{L})\.(?=\p{L}\b)/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((w) => w !== '')
  // Legal forms stand at the end, some at the beginning; a name of nothing but such words stays as it is.
  const last = words.findLastIndex((w) => !COMPANY_WORDS.has(w))
  const first = words.findIndex((w) => !LEADING_WORDS.has(w))
  let joined = (last < 0 || first > last ? words : words.slice(first, last + 1)).join('')
  for (;;) {
    const suffix = COMPANY_SUFFIXES.find((s) => joined.endsWith(s) && joined.length > s.length)
    if (suffix === undefined) return joined
    joined = joined.slice(0, -suffix.length)
  }
}
