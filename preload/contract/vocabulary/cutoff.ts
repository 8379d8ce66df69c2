// Cut-offs of a booking (截单、截 VGM、截港、截关): a day, with its hour where one is given, on the clock of the port of loading.
import { z } from 'zod'

const pad = (text: string) => text.padStart(2, '0')
/** '2026/5/8 17:00', '2026.05.08 1700', '2026-05-08T17:00' → '2026-05-08 17:00'; what is no such text stays as it is. */
const normalized = (text: string): string => {
  const plain = text.normalize('NFKC').trim()
  const found = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s]+(\d{1,2}):?(\d{2}))?$/.exec(plain)
  if (!found) return plain
  const [, year, month, day, hour, minute] = found
  return `${year}-${pad(month!)}-${pad(day!)}${hour === undefined ? '' : ` ${pad(hour)}:${minute}`}`
}
const isCutoff = (text: string): boolean => {
  if (text === '') return true
  const found = /^(\d{4}-\d{2}-\d{2})(?: ([01]\d|2[0-3]):([0-5]\d))?$/.exec(text)
  const day = found && new Date(`${found[1]}T00:00:00Z`)
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(found![1]!)
}
/** '' while it is not known. */
export const cutoffSchema = z
  .string()
  .max(40)
  .overwrite(normalized)
  .refine(isCutoff, 'day-time')
  .describe("'2026-05-08 17:00' or '2026-05-08'")
