// A year's holidays read out of what somebody pastes: the official notice (元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。) or a day a line.
import { addDays, dateSchema, daysBetween, type IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import type { SpecialDay } from '../../../preload/contract/vocabulary/working-days.ts'

/** The longest holidays there have been, and a little more. */
const LONGEST = 20
const WORKED = /上班|补班|补课|\bwork(?:ing|ed)?\b|make-?up|(?:^|[,，\t ])班(?:$|[,，\t ])/i
const BESIDE = '(?:\\s*[（(][^）)]*[）)])?'
const DAYS = new RegExp(
  `(?:(\\d{4})\\s*[-/.年]\\s*)?(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})(?!\\d)\\s*[日号]?${BESIDE}(?:\\s*(?:至|到|~|～|—+|–)\\s*(?:(?:(\\d{4})\\s*[-/.年]\\s*)?(\\d{1,2})\\s*[-/.月]\\s*)?(\\d{1,2})(?!\\d)\\s*[日号]?${BESIDE})?`,
  'gu',
)
/** 一、元旦：… */
const HEADING = /^\s*(?:[一二三四五六七八九十]+、|\d+[.、)]\s*)?\s*([^\d：:，,。\s]{1,20}?)\s*[：:]/u

const two = (text: string) => text.padStart(2, '0')
const real = (year: number, month: string, day: string): IsoDate | null => {
  const date = `${year}-${two(month)}-${two(day)}`
  return dateSchema.safeParse(date).success ? date : null
}
/** What is left of a line beside its days and signs: the name, where a day stands with its name in a line. */
const restOf = (line: string): string =>
  line
    .replaceAll(DAYS, ' ')
    .replaceAll(
      /上班|补班|放假|调休|休息|公休|holiday|day off|\boff\b|\bwork(?:ing|ed)?\b|make-?up(?: day)?|共\d+天|[（(].*?[）)]|(?:^|[,，\t ])[休班01](?=$|[,，\t ])|https?:\S+/gi,
      ' ',
    )
    .replaceAll(/[\s,，;；。.、|"'：:]+/g, ' ')
    .replaceAll(/(?<=^| )\d+(?= |$)/g, '')
    .trim()
    .slice(0, 40)

/** Days of a sentence, each range from its first to its last. */
const daysIn = (sentence: string, year: number): IsoDate[] =>
  [...sentence.matchAll(DAYS)].flatMap(([, y, m, d, toYear, toMonth, toDay]) => {
    const from = real(Number(y ?? year), m!, d!)
    if (from === null) return []
    if (toDay === undefined) return [from]
    const to = real(Number(toYear ?? y ?? year), toMonth ?? m!, toDay)
    if (to === null || to < from || daysBetween(from, to) > LONGEST) return [from]
    return Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => addDays(from, at))
  })

/** The special days of the text, each once, by day; a later mention of a day counts. */
export const specialDaysIn = (text: string, year: number): SpecialDay[] => {
  const found = new Map<IsoDate, SpecialDay>()
  let name = ''
  for (const line of text.split(/\r?\n/)) {
    const heading = HEADING.exec(line)
    if (heading) name = heading[1]!
    const body = heading ? line.slice(heading[0].length) : line
    for (const sentence of body.split(/[。；;]/)) {
      const days = daysIn(sentence, year)
      const own = heading ? '' : restOf(sentence)
      if (days.length > 0 && own !== '') name = own
      // As a table has it: 0 or 1 behind the name says whether it is a day off.
      const flag = /[,，\t]\s*([01])\s*(?:[,，\t]|$)/.exec(sentence)?.[1]
      const off = flag === undefined ? !WORKED.test(sentence) : flag === '1'
      for (const day of days) found.set(day, { day, off, name })
    }
  }
  return [...found.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1))
}
