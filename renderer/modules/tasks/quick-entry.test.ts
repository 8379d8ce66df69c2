// One typed line as a task: days, times and repeats in both languages, and nothing of what was typed is lost.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dateSchema } from '../../../preload/contract/vocabulary/dates.ts'
import { understood } from './quick-entry.ts'

// A Wednesday.
const TODAY = '2026-12-02'
const read = (typed: string) => {
  const { title, dueOn, dueTime, repeat } = understood(typed, TODAY)
  return [title, dueOn, dueTime, repeat && `${repeat.count} ${repeat.every}`]
}

describe('a line is understood', () => {
  test.each<[string, string, string, string | null, string | null]>([
    ['周五给Anna打电话', '给Anna打电话', '2026-12-04', null, null],
    ['call Anna on Friday 3pm', 'call Anna', '2026-12-04', '15:00', null],
    ['周五下午3点给Anna打电话', '给Anna打电话', '2026-12-04', '15:00', null],
    ['给Anna打电话，明天上午9:30', '给Anna打电话', '2026-12-03', '09:30', null],
    ['明早8点到港口', '到港口', '2026-12-03', '08:00', null],
    ['后天三点半开会', '开会', '2026-12-04', '15:30', null],
    ['周五三点开会', '开会', '2026-12-04', '15:00', null],
    ['大后天交单', '交单', '2026-12-05', null, null],
    ['下周二寄样品', '寄样品', '2026-12-08', null, null],
    ['下下周一复查', '复查', '2026-12-14', null, null],
    ['本周五前交报告', '交报告', '2026-12-04', null, null],
    ['星期三对账', '对账', '2026-12-02', null, null],
    ['3天后催定金', '催定金', '2026-12-05', null, null],
    ['两周后回访', '回访', '2026-12-16', null, null],
    ['12月31日盘点', '盘点', '2026-12-31', null, null],
    ['1月5号付款', '付款', '2027-01-05', null, null],
    ['2027年2月1日 年检', '年检', '2027-02-01', null, null],
    ['12-15 催船期', '催船期', '2026-12-15', null, null],
    ['15号付运费', '付运费', '2026-12-15', null, null],
    ['月底结账', '结账', '2026-12-31', null, null],
    ['下个月10日报税', '报税', '2027-01-10', null, null],
    ['周五下午开会', '开会', '2026-12-04', '14:00', null],
    ['每周五对账', '对账', '2026-12-04', null, '1 week'],
    ['每周开例会', '开例会', '2026-12-02', null, '1 week'],
    ['每两周的报告', '的报告', '2026-12-02', null, '2 week'],
    ['每月15日10点付房租', '付房租', '2026-12-15', '10:00', '1 month'],
    ['每天查邮件', '查邮件', '2026-12-02', null, '1 day'],
    ['每个工作日9点站会', '站会', '2026-12-02', '09:00', '1 working-day'],
    ['call Anna tomorrow', 'call Anna', '2026-12-03', null, null],
    ['tomorrow morning call Anna', 'call Anna', '2026-12-03', '09:00', null],
    ['send samples next Tuesday', 'send samples', '2026-12-08', null, null],
    ['check the vessel in 3 days at 10:30', 'check the vessel', '2026-12-05', '10:30', null],
    ['pay rent every month', 'pay rent', '2026-12-02', null, '1 month'],
    ['stand-up every working day 9am', 'stand-up', '2026-12-02', '09:00', '1 working-day'],
    ['ask Hansa every other Monday', 'ask Hansa', '2026-12-07', null, '2 week'],
    ['ship on March 5', 'ship', '2027-03-05', null, null],
    ['ship by 5 March 2027', 'ship', '2027-03-05', null, null],
    ['report by end of month', 'report', '2026-12-31', null, null],
    ['2026-12-24 close the office at noon', 'close the office', '2026-12-24', '12:00', null],
  ])('%s', (typed, title, dueOn, dueTime, repeat) => expect(read(typed)).toEqual([title, dueOn, dueTime, repeat]))
})

test.each([
  '给SC2026-0001催定金',
  '查一下SH-12-03的船期',
  '价格再低一点',
  '重点客户名单',
  'send the weekly report',
  'may ask for the sun screen',
  'price 3.5 or 4.5',
  '2号楼的灯',
  'order 12-15-20',
  '第3天的样品',
])('%s is all title', (typed) => expect(understood(typed, TODAY)).toMatchObject({ title: typed, dueOn: TODAY, dueTime: null, parts: [] }))

test('what the user says is no day stays in the title', () => {
  expect(understood('周一峰的合同', TODAY).dueOn).toBe('2026-12-07')
  expect(understood('周一峰的合同', TODAY, ['day'])).toMatchObject({ title: '周一峰的合同', dueOn: TODAY, parts: [] })
})
test('a line that is nothing but a day keeps its words as its title', () => {
  expect(understood('明天', TODAY)).toMatchObject({ title: '明天', dueOn: '2026-12-03' })
  expect(understood('', TODAY)).toMatchObject({ title: '', parts: [] })
})

const piece = fc.constantFrom(
  ...['周五', '下周二', '每周五', '每月15日', '3天后', '12月31日', '下午3点', '9:30', '明早', '每2天', '月底', '15号', '周末'],
  ...['tomorrow', 'on Friday', '3pm', 'every other week', 'in 2 weeks', 'March 5', 'at noon', 'end of month'],
  ...['给Anna打电话', 'call Hansa', 'SC2026-0001', ' ', '，', '(FOB)', '١٢', '🙂', '2/30', '25:99', '99月99日', '每0天'],
)
const line = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.array(fc.oneof(piece, fc.string({ maxLength: 6 })), { maxLength: 8 }).map((all) => all.join(' ')),
  fc.array(piece, { maxLength: 6 }).map((all) => all.join('')),
)
const days = fc.integer({ min: 0, max: 20_000 }).map((n) => new Date(Date.UTC(2000, 0, 1) + n * 86_400_000).toISOString().slice(0, 10))
/** Letters, digits and signs in their order, without what may close up at a cut. */
const bare = (text: string) => text.replaceAll(/[\s,，、;；。.:：\-–—]/gu, '')

test('[D46] whatever is typed: title and read parts together are the line, days are real, times are of the clock', () => {
  fc.assert(
    fc.property(line, days, (typed, today) => {
      const { title, dueOn, dueTime, repeat, parts } = understood(typed, today)
      expect(dateSchema.safeParse(dueOn).success).toBe(true)
      expect(dueTime ?? '00:00').toMatch(/^([01]\d|2[0-3]):[0-5]\d$/)
      if (repeat) expect(repeat.count >= 1 && repeat.count <= 99).toBe(true)
      let at = 0
      let rest = ''
      for (const { from, to } of parts) {
        expect(from >= at && to > from && to <= typed.length).toBe(true)
        rest += typed.slice(at, from)
        at = to
      }
      rest += typed.slice(at)
      // Nothing left: the words themselves are the title.
      expect(bare(title)).toBe(bare(rest) === '' ? bare(typed) : bare(rest))
      if (typed.trim() !== '') expect(title).not.toBe('')
    }),
    { numRuns: 2000 },
  )
})
test('an earlier day than today is read only where a year says so', () => {
  fc.assert(
    fc.property(line, days, (typed, today) => {
      if (!/\d{4}/.test(typed)) expect(understood(typed, today).dueOn >= today).toBe(true)
    }),
    { numRuns: 1000 },
  )
})
