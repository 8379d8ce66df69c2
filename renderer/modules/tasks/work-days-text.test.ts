// A year's holidays out of pasted text: the official notice word by word, and tables.
import { expect, test } from 'vitest'
import { specialDaysIn } from './work-days-text.ts'

const brief = (text: string, year = 2026) => specialDaysIn(text, year).map(({ day, off, name }) => `${day} ${off ? 'off' : 'work'} ${name}`)

test('the official notice: ranges over the end of a month, days worked in exchange, names', () => {
  const notice = `国务院办公厅关于2026年部分节假日安排的通知
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、清明节：4月4日（周六）至6日（周一）放假，共3天。
三、国庆节：9月30日（周三）至10月2日（周五）放假调休，共3天。9月20日（周日）、10月10日（周六）上班。`
  expect(brief(notice)).toEqual([
    ...['2026-01-01 off 元旦', '2026-01-02 off 元旦', '2026-01-03 off 元旦', '2026-01-04 work 元旦'],
    ...['2026-04-04 off 清明节', '2026-04-05 off 清明节', '2026-04-06 off 清明节'],
    ...['2026-09-20 work 国庆节', '2026-09-30 off 国庆节', '2026-10-01 off 国庆节', '2026-10-02 off 国庆节', '2026-10-10 work 国庆节'],
  ])
})
test.each([
  ['2026-01-01,元旦,1\n2026-01-04,元旦,0', ['2026-01-01 off 元旦', '2026-01-04 work 元旦']],
  ['2026-05-01\t休\t劳动节\n2026-05-09\t班\t劳动节', ['2026-05-01 off 劳动节', '2026-05-09 work 劳动节']],
  ['2026-12-25 off Christmas\n2026-12-26 make-up day', ['2026-12-25 off Christmas', '2026-12-26 work Christmas']],
  ['12月31日 年会放假', ['2026-12-31 off 年会']],
])('a day a line: %s', (text, days) => expect(brief(text)).toEqual(days))
test('what is no list gives nothing, and days that are not there are left out', () => {
  expect(brief('没有日期的文字\n2月30日')).toEqual([])
  expect(brief('')).toEqual([])
})
