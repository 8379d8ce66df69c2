// One typed line understood as a task (周五下午3点给Anna打电话, call Anna on Friday 3pm): its day, its time, how it repeats. What is not understood is its
// title, letter by letter; what is understood is said with the piece of text that it was read from, so that it can be shown before anything is kept.
import type { TaskRepeat } from '../../../preload/contract/modules/tasks/calls.ts'
import { addDays, dateSchema, monthEnd, weekdayOf, type IsoDate } from '../../../preload/contract/vocabulary/dates.ts'

export type ReadKind = 'day' | 'time' | 'repeat'
export type ReadPart = { kind: ReadKind; from: number; to: number }
export type QuickEntry = {
  title: string
  dueOn: IsoDate
  dueTime: string | null
  repeat: TaskRepeat | null
  /** In the order in which they were typed. */
  parts: readonly ReadPart[]
}

const NUMERALS = '〇一二三四五六七八九十'
/** A number in digits, full-width digits or Chinese numerals up to 99; NaN for anything else. */
const numberOf = (text: string): number => {
  const plain = text.normalize('NFKC').replaceAll('两', '二').replaceAll('零', '〇')
  if (/^\d+$/.test(plain)) return Number(plain)
  const [tens = '', ones] = plain.includes('十') ? plain.split('十') : ['', plain]
  const digit = (one: string | undefined) => (one ? NUMERALS.indexOf(one) : 0)
  return plain.includes('十') ? (tens === '' ? 10 : digit(tens) * 10) + digit(ones) : digit(ones)
}
const N = '(?:[\\d０-９]{1,3}|[一二两三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])'
const two = (value: number): string => String(value).padStart(2, '0')

const WEEKDAYS_EN = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const MONTHS_EN = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const WEEKDAY_EN = '(mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)'
const MONTH_EN =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const weekdayNamed = (text: string): number => {
  const zh = '一二三四五六日天'.indexOf(text)
  return zh >= 0 ? Math.min(zh, 6) : WEEKDAYS_EN.indexOf(text.slice(0, 3).toLowerCase())
}
const monthNamed = (text: string): number => MONTHS_EN.indexOf(text.slice(0, 3).toLowerCase()) + 1

const real = (year: number, month: number, day: number): IsoDate | null => {
  const date = `${year}-${two(month)}-${two(day)}`
  return dateSchema.safeParse(date).success ? date : null
}
/** The day so many months on, at most the month's last. */
const monthsOn = (today: IsoDate, months: number, day = Number(today.slice(8))): IsoDate => {
  const count = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 + months
  const first = `${Math.floor(count / 12)}-${two((count % 12) + 1)}-01`
  const same = `${first.slice(0, 8)}${two(day)}`
  return same > monthEnd(first) ? monthEnd(first) : same
}
/** The next day of that month and day, today among them. */
const nextOf = (today: IsoDate, month: number, day: number): IsoDate | null => {
  const year = Number(today.slice(0, 4))
  const days = [0, 1, 2, 3, 4, 5, 6, 7, 8].flatMap((on) => real(year + on, month, day) ?? [])
  return days.find((date) => date >= today) ?? null
}
/** The next day of that number in a month, today among them. */
const nextNumber = (today: IsoDate, day: number): IsoDate | null => {
  for (let on = 0; on < 4; on++) {
    const date = real(Number(monthsOn(today, on, 1).slice(0, 4)), Number(monthsOn(today, on, 1).slice(5, 7)), day)
    if (date !== null && date >= today) return date
  }
  return null
}
const comingWeekday = (today: IsoDate, weekday: number): IsoDate => addDays(today, (weekday - weekdayOf(today) + 7) % 7)
const weekdayIn = (today: IsoDate, weeks: number, weekday: number): IsoDate => addDays(today, weeks * 7 + weekday - weekdayOf(today))

type Unit = 'day' | 'week' | 'month' | 'year'
const unitOf = (text: string): Unit =>
  /^[天日]|^day/i.test(text) ? 'day' : /周|星期|礼拜|^week/i.test(text) ? 'week' : /月|^month/i.test(text) ? 'month' : 'year'
const later = (today: IsoDate, count: number, unit: Unit): IsoDate =>
  unit === 'day'
    ? addDays(today, count)
    : unit === 'week'
      ? addDays(today, 7 * count)
      : monthsOn(today, unit === 'month' ? count : 12 * count)

/** A word of a language with blanks between its words: neither begins nor ends within another. */
const word = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${pattern})(?![\\p{L}\\p{N}])`, 'iu')
const han = (pattern: string): RegExp => new RegExp(pattern, 'u')
/** What may stand before a day and goes with it. */
const BEFORE_EN = '(?:(?:on|by|before|until|till)\\s+)?(?:the\\s+)?'
/** 周五前: it goes with the day. */
const UNTIL_ZH = '(?:(?:之|以)?前(?!天|面|台|往|去|后|期))?'
const WEEK_ZH = '(?:周|星期|礼拜)'

type DayRule = readonly [RegExp, (groups: readonly (string | undefined)[], today: IsoDate) => IsoDate | null]
const DAY_RULES: readonly DayRule[] = [
  [
    han(`(?<![\\d.])(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})(?![\\d.])\\s*[日号]?${UNTIL_ZH}`),
    ([y, m, d]) => real(Number(y), Number(m), Number(d)),
  ],
  [han(`(?<![\\d.])(${N})\\s*月\\s*(${N})\\s*[日号]${UNTIL_ZH}`), ([m, d], today) => nextOf(today, numberOf(m!), numberOf(d!))],
  [
    han(`下个?月\\s*(${N})\\s*[日号]${UNTIL_ZH}`),
    ([d], today) => real(Number(monthsOn(today, 1, 1).slice(0, 4)), Number(monthsOn(today, 1, 1).slice(5, 7)), numberOf(d!)),
  ],
  [han(`下个?月初`), (_, today) => monthsOn(today, 1, 1)],
  [han(`下个?月底${UNTIL_ZH}`), (_, today) => monthEnd(monthsOn(today, 1, 1))],
  [han(`(?:本|这个?)?月底${UNTIL_ZH}`), (_, today) => monthEnd(today)],
  [han(`大后[天日]${UNTIL_ZH}`), (_, today) => addDays(today, 3)],
  [han(`(?<!大)后[天日]${UNTIL_ZH}`), (_, today) => addDays(today, 2)],
  [han(`明(?:[天日]${UNTIL_ZH}|(?=[早晚]))`), (_, today) => addDays(today, 1)],
  [han(`今(?:[天日]${UNTIL_ZH}|(?=[早晚]))`), (_, today) => today],
  [han(`(下+)个?${WEEK_ZH}([一二三四五六日天])${UNTIL_ZH}`), ([weeks, d], today) => weekdayIn(today, weeks!.length, weekdayNamed(d!))],
  [
    han(`(?:这个?|本)${WEEK_ZH}([一二三四五六日天])${UNTIL_ZH}`),
    ([d], today) => {
      const date = weekdayIn(today, 0, weekdayNamed(d!))
      return date < today ? null : date
    },
  ],
  [han(`(?<!每)${WEEK_ZH}([一二三四五六日天])${UNTIL_ZH}`), ([d], today) => comingWeekday(today, weekdayNamed(d!))],
  [han(`(?<![每本上])周末${UNTIL_ZH}`), (_, today) => comingWeekday(today, 5)],
  [
    han(`(?<![第每\\d.])(${N})\\s*(天|日|周|个?(?:星期|礼拜)|个月|年)(?:之|以)?[后内](?!续)`),
    ([count, unit], today) => later(today, numberOf(count!), unitOf(unit!.replace('个', ''))),
  ],
  [han(`下(?:周|个?星期|个?礼拜)(?![一二三四五六日天末])`), (_, today) => weekdayIn(today, 1, 0)],
  [
    han(`(?<![\\d.\\p{L}])(\\d{1,2})[号日](?![\\p{L}\\d]*(?:仓|楼|箱|线|机|柜|车|门|库|厂|店|单|样|色|馆))${UNTIL_ZH}`),
    ([d], today) => nextNumber(today, Number(d)),
  ],
  [word(`${BEFORE_EN}(?:the\\s+)?day after tomorrow`), (_, today) => addDays(today, 2)],
  [word(`${BEFORE_EN}tomorrow`), (_, today) => addDays(today, 1)],
  [word(`${BEFORE_EN}today|tonight`), (_, today) => today],
  [word(`(?:${BEFORE_EN}|in\\s+)next week`), (_, today) => weekdayIn(today, 1, 0)],
  [word(`(?:${BEFORE_EN}|in\\s+)next month`), (_, today) => monthsOn(today, 1, 1)],
  [word(`${BEFORE_EN}next\\s+${WEEKDAY_EN}`), ([d], today) => weekdayIn(today, 1, weekdayNamed(d!))],
  [word(`${BEFORE_EN}(?:end of (?:the |this )?month|month[- ]end)`), (_, today) => monthEnd(today)],
  [
    word(`in\\s+(\\d{1,3}|a|one|two|three)\\s+(days?|weeks?|months?|years?)`),
    ([count, unit], today) =>
      later(
        today,
        ['a', 'one', 'two', 'three'].includes(count!.toLowerCase())
          ? Math.max(1, ['a', 'one', 'two', 'three'].indexOf(count!.toLowerCase()))
          : Number(count),
        unitOf(unit!),
      ),
  ],
  [
    word(`${BEFORE_EN}${MONTH_EN}\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s+(\\d{4}))?`),
    ([m, d, y], today) => (y === undefined ? nextOf(today, monthNamed(m!), Number(d)) : real(Number(y), monthNamed(m!), Number(d))),
  ],
  [
    word(`${BEFORE_EN}(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH_EN}(?:,?\\s+(\\d{4}))?`),
    ([d, m, y], today) => (y === undefined ? nextOf(today, monthNamed(m!), Number(d)) : real(Number(y), monthNamed(m!), Number(d))),
  ],
  [word(`(?:on|by|before|until)\\s+(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)`), ([d], today) => nextNumber(today, Number(d))],
  // Whole names alone or short ones after "on": sun and sat are words too.
  [word(`(?:on|by|before|until|till|this)\\s+${WEEKDAY_EN}`), ([d], today) => comingWeekday(today, weekdayNamed(d!))],
  [word(`(?<!every )(monday|tuesday|wednesday|thursday|friday|saturday|sunday)`), ([d], today) => comingWeekday(today, weekdayNamed(d!))],
  [
    han(`(?<![\\p{L}\\p{N}.\\-/])(?:(?:on|by)\\s+)?(\\d{1,2})[-/](\\d{1,2})(?![\\p{N}.\\-/%])`),
    ([m, d], today) => nextOf(today, Number(m), Number(d)),
  ],
]

type RepeatRule = readonly [
  RegExp,
  (groups: readonly (string | undefined)[], today: IsoDate) => { repeat: TaskRepeat; day: IsoDate | null } | null,
]
const countIn = (text: string | undefined): number =>
  text === undefined || text === ''
    ? 1
    : /^other$/i.test(text)
      ? 2
      : ['two', 'three'].includes(text.toLowerCase())
        ? ['', '', 'two', 'three'].indexOf(text.toLowerCase())
        : numberOf(text)
const each = (every: TaskRepeat['every'], count: number, day: IsoDate | null) =>
  count >= 1 && count <= 99 ? { repeat: { every, count }, day } : null
const REPEAT_RULES: readonly RepeatRule[] = [
  [han('每个?工作日'), () => each('working-day', 1, null)],
  [
    han(`每个?月\\s*(${N})\\s*[日号]`),
    ([d], today) => {
      const day = nextNumber(today, numberOf(d!))
      return day === null ? null : each('month', 1, day)
    },
  ],
  [han(`每个?月底`), (_, today) => each('month', 1, monthEnd(today))],
  [
    han(`每(${N})?个?${WEEK_ZH}([一二三四五六日天])`),
    ([count, d], today) => each('week', countIn(count), comingWeekday(today, weekdayNamed(d!))),
  ],
  [
    han(`每(?:隔)?(${N})?(天|日|周|个?(?:星期|礼拜)|个?月|年)`),
    ([count, unit]) => each(unitOf(unit!.replace('个', '')), countIn(count), null),
  ],
  [word('every\\s+(?:working\\s+day|work\\s*day|weekday|business\\s+day)'), () => each('working-day', 1, null)],
  [
    word(`every\\s+(other\\s+)?${WEEKDAY_EN}`),
    ([other, d], today) => each('week', other === undefined ? 1 : 2, comingWeekday(today, weekdayNamed(d!))),
  ],
  [
    word('every\\s+(?:(other|two|three|\\d{1,2})\\s+)?(days?|weeks?|months?|years?)'),
    ([count, unit]) => each(unitOf(unit!), countIn(count), null),
  ],
]

const PART_ZH = '(凌晨|早上|早晨|清晨|上午|中午|下午|傍晚|晚上|夜里|早|晚)'
/** What a part of the day means where no hour is given. */
const PART_TIMES: Readonly<Record<string, string>> = {
  凌晨: '06:00',
  中午: '12:00',
  下午: '14:00',
  傍晚: '18:00',
  晚上: '19:00',
  夜里: '20:00',
  晚: '19:00',
}
const clock = (hour: number, minute: number): string | null =>
  hour >= 0 && hour < 24 && minute >= 0 && minute < 60 ? `${two(hour)}:${two(minute)}` : null
/** An hour as it was meant: of the afternoon where its part of the day says so, or where nobody would be at work. */
const hourIn = (part: string | undefined, hour: number): number => {
  if (part === undefined) return hour >= 1 && hour <= 6 ? hour + 12 : hour
  if (/下午|傍晚|晚|夜/.test(part)) return hour < 12 ? hour + 12 : hour === 12 && /晚|夜/.test(part) ? -1 : hour
  if (part === '中午') return hour < 3 ? hour + 12 : hour
  return hour
}
const minuteZh = (text: string | undefined): number =>
  text === undefined || text === '' || text === '整' || text === '钟'
    ? 0
    : text === '半'
      ? 30
      : text === '一刻'
        ? 15
        : text === '三刻'
          ? 45
          : numberOf(text.replace('分', ''))

type TimeRule = readonly [RegExp, (groups: readonly (string | undefined)[]) => string | null]
const TIME_RULES: readonly TimeRule[] = [
  [
    han(`${PART_ZH}\\s*(${N})\\s*(?:点|时)(整|钟|半|一刻|三刻|${N}分?)?`),
    ([part, hour, minute]) => clock(hourIn(part, numberOf(hour!)), minuteZh(minute)),
  ],
  [
    han(`(?:(?<![\\p{L}\\p{N}])at\\s+)?(?:${PART_ZH}\\s*)?(?<![\\d:：.])(\\d{1,2})[:：](\\d{2})(?![\\d:：])(?!\\s*[ap]\\.?m)`),
    ([part, hour, minute]) => clock(part === undefined && hour!.length === 2 ? Number(hour) : hourIn(part, Number(hour)), Number(minute)),
  ],
  [
    han(`(?<![\\d.一二两三四五六七八九十])(\\d{1,2})\\s*点(整|钟|半|一刻|三刻|\\d{1,2}分?)?(?!\\d)`),
    ([hour, minute]) => clock(hourIn(undefined, numberOf(hour!)), minuteZh(minute)),
  ],
  // One point more (多一点) is no hour: a numeral is one with what only hours have.
  [
    han(`(?<![\\d.一二两三四五六七八九十])([一二两三四五六七八九]|十[一二]?)点(整|钟|半|一刻|三刻)`),
    ([hour, minute]) => clock(hourIn(undefined, numberOf(hour!)), minuteZh(minute)),
  ],
  [
    word('(?:at\\s+)?(\\d{1,2})(?:[:.](\\d{2}))?\\s*(a\\.?m|p\\.?m)\\.?'),
    ([hour, minute, half]) => {
      const at = Number(hour)
      if (at < 1 || at > 12) return null
      return clock((at % 12) + (/^p/i.test(half!) ? 12 : 0), Number(minute ?? 0))
    },
  ],
  [word("(?:at\\s+)?(\\d{1,2})\\s*o['’]clock"), ([hour]) => clock(hourIn(undefined, Number(hour)), 0)],
  [word('(?:at\\s+)?noon'), () => '12:00'],
]
/** A part of the day right behind the day: 周五下午, tomorrow morning. */
const PART_AFTER: readonly TimeRule[] = [
  [han(`^\\s*${PART_ZH}`), ([part]) => PART_TIMES[part!] ?? '09:00'],
  [
    /^\s*(?:in the\s+)?(morning|afternoon|evening)(?![\p{L}\p{N}])/iu,
    ([part]) => ({ morning: '09:00', afternoon: '14:00', evening: '19:00' })[part!.toLowerCase()] ?? null,
  ],
]
/** A numeral right behind the day (周五三点) is an hour. */
const HOUR_AFTER: TimeRule = [han(`^\\s*(${N})\\s*点(?!儿|心|评|击|名)`), ([hour]) => clock(hourIn(undefined, numberOf(hour!)), 0)]

const overlaps = (parts: readonly ReadPart[], from: number, to: number): boolean => parts.some((one) => from < one.to && to > one.from)
/** The first of the rules that reads something beside what has been read. */
const firstOf = <T>(
  text: string,
  rules: readonly (readonly [RegExp, (groups: readonly (string | undefined)[]) => T | null])[],
  taken: readonly ReadPart[],
  offset = 0,
): { value: T; from: number; to: number } | null => {
  for (const [pattern, read] of rules) {
    const found = pattern.exec(text)
    if (!found) continue
    const [from, to] = [found.index + offset, found.index + found[0].length + offset]
    const value = to > from && !overlaps(taken, from, to) ? read(found.slice(1)) : null
    if (value !== null) return { value, from, to }
  }
  return null
}

/** What is left of the text when its parts are taken out; blanks and signs that stood between are closed up. */
const titleOf = (text: string, parts: readonly ReadPart[]): string => {
  let at = 0
  const left: string[] = []
  for (const { from, to } of parts) {
    left.push(text.slice(at, from))
    at = to
  }
  left.push(text.slice(at))
  const title = left
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[\s,，、;；。.:：\-–—]+|[\s,，、;；\-–—]+$/gu, '')
  return title === '' ? text.trim().replaceAll(/\s+/g, ' ') : title
}

/**
 * What a typed line says, on this day. Without a day it is due today.
 * @param without what the user has said not to be a day, a time or a repeat: it stays in the title
 */
export const understood = (typed: string, today: IsoDate, without: readonly ReadKind[] = []): QuickEntry => {
  const parts: ReadPart[] = []
  const wanted = (kind: ReadKind) => !without.includes(kind)
  const take = <T>(kind: ReadKind, found: { value: T; from: number; to: number } | null): T | undefined => {
    if (!found) return undefined
    parts.push({ kind, from: found.from, to: found.to })
    return found.value
  }
  const onDay = <T>(rules: readonly (readonly [RegExp, (groups: readonly (string | undefined)[], today: IsoDate) => T | null])[]) =>
    rules.map(([pattern, read]) => [pattern, (groups: readonly (string | undefined)[]) => read(groups, today)] as const)
  const repeating = wanted('repeat') ? take('repeat', firstOf(typed, onDay(REPEAT_RULES), parts)) : undefined
  const day = wanted('day') && !repeating?.day ? take('day', firstOf(typed, onDay(DAY_RULES), parts)) : undefined
  let time: string | undefined
  if (wanted('time')) {
    time = take('time', firstOf(typed, TIME_RULES, parts))
    const after = parts.find(({ kind }) => kind === 'day') ?? parts.find(({ kind }) => kind === 'repeat')
    if (time === undefined && after) time = take('time', firstOf(typed.slice(after.to), [HOUR_AFTER, ...PART_AFTER], parts, after.to))
  }
  const inOrder = parts.toSorted((a, b) => a.from - b.from)
  return {
    title: titleOf(typed, inOrder),
    dueOn: day ?? repeating?.day ?? today,
    dueTime: time ?? null,
    repeat: repeating?.repeat ?? null,
    parts: inOrder,
  }
}
