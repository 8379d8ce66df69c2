// What the file of a paper is called: its code, number, version, DRAFT, the other side's short name. Rule PA13: names that every system takes, and no amounts.
import type { Mark } from './content.ts'

/** Windows keeps these names for devices. */
const RESERVED = /^(con|prn|aux|nul|com\d|lpt\d)$/i
const MOST_BYTES = 120

const safe = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
    .replaceAll(/^[.-]+|[.-]+$/g, '')

const cutBytes = (text: string, most: number): string => {
  let cut = text
  while (Buffer.byteLength(cut) > most) cut = [...cut].slice(0, -1).join('')
  return cut.replace(/[.-]+$/, '')
}

/** 'PI-SC2026-0042-V2-DRAFT-Hansa' */
export const paperFileName = (paper: { code: string; number: string; version: number; mark: Mark | null; party: string }): string => {
  const parts = [
    paper.code,
    safe(paper.number),
    paper.version > 1 ? `V${paper.version}` : '',
    paper.mark?.word === 'draft' ? 'DRAFT' : '',
    safe(paper.party),
  ].filter((part) => part !== '')
  const name = cutBytes(parts.join('-'), MOST_BYTES)
  return RESERVED.test(name) ? `${name}-` : name
}
