// A witness of the audit trail: how many entries it had on a day, and a code of the last one's hash. It stands in the names of backups and on paper.

export type Witness = {
  /** Entries of the trail: the number of the last. */
  count: number
  /** Twenty hexadecimal digits of the last entry's hash. */
  code: string
  day: string
}
const FORM = /^(\d{1,12})\.([0-9a-f]{20})\.(\d{4}-\d{2}-\d{2})$/

/** `1204.3f9a1c20b7d4e881aa02.2026-11-28`: letters, digits, `.` and `-`, so that it may stand in a file's name. */
export const witnessText = ({ count, code, day }: Witness): string => `${count}.${code}.${day}`

/** Reads a witness as it stands in a name or as somebody types it from paper, with spaces and capitals; null for anything else. */
export const readWitness = (text: string): Witness | null => {
  const [, count, code, day] = FORM.exec(text.replaceAll(/\s/g, '').toLowerCase()) ?? []
  return count === undefined || code === undefined || day === undefined ? null : { count: Number(count), code, day }
}
