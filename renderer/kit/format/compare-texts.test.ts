// The window's own order of names is that of the office's lists.
import { expect, test } from 'vitest'
import { compareTexts } from './compare-texts.ts'

test('[Q4] figures by value, Latin without case, accents and signs, Chinese after it by pinyin', () => {
  const inOrder = ['9 Lives', '10 Ten', 'Ämter', 'Apfel', '“Banana” 9', 'banana 10', 'Zoo', '安全', '北京', '（上海）中远', '张家港']
  expect(inOrder.toReversed().toSorted(compareTexts)).toEqual(inOrder)
})
