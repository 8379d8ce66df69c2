// What makes two parties look the same.
import { expect, test } from 'vitest'
import { domainOf, mailDomain, phoneDigits, webDomain } from '../../../db/reach.ts'
import { normalName } from './rules.ts'

test('[Y8] names are compared without case, punctuation and legal forms', () => {
  const same: string[][] = [
    ['Sunrise Trading Co., Ltd.', 'SUNRISE TRADING LIMITED', 'sunrise-trading', 'The Sunrise Trading Co Ltd'],
    ['Müller GmbH', 'MULLER G.m.b.H', 'Muller GmbH & Co. KG'],
    ['Éclat S.A.R.L.', 'eclat'],
    ['宁波东方灯具有限公司', '宁波东方灯具', '宁波东方灯具股份有限公司', '宁波东方灯具（集团）有限公司'],
    ['ＡＢＣ貿易', 'abc貿易'],
  ]
  for (const [first, ...others] of same) for (const other of others) expect([other, normalName(other)]).toEqual([other, normalName(first!)])
  const different = [
    'AB Trading',
    'AS Trading',
    'Trading Co',
    'Sunrise Lighting Co., Ltd.',
    '宁波东方',
    '宁波东方灯饰有限公司',
    'Limited',
    'Co & Co',
  ]
  expect(new Set(different.map(normalName)).size).toBe(different.length)
  expect(normalName('...')).toBe('')
})

test('[Y8] domains: of the website, else of the mail; never one that many share', () => {
  expect(['https://www.Sunrise.cn/en?x=1', 'sunrise.cn', 'WWW.SUNRISE.CN', 'http://sunrise.cn:8080'].map(webDomain)).toEqual(
    Array(4).fill('sunrise.cn'),
  )
  expect(['', 'nothing', 'https://sunrise.en.alibaba.com', 'www.facebook.com/sunrise'].map(webDomain)).toEqual(['', '', '', ''])
  expect(['li@sunrise.cn', 'Li <LI@Sunrise.cn>', 'a@sunrise.cn; b@other.cn'].map(mailDomain)).toEqual(Array(3).fill('sunrise.cn'))
  expect(['li@qq.com', 'li@163.com', 'li@Gmail.com', 'li', ''].map(mailDomain)).toEqual(['', '', '', '', ''])
  expect(domainOf('', 'li@sunrise.cn')).toBe('sunrise.cn')
  expect(domainOf('other.com', 'li@sunrise.cn')).toBe('other.com')
})

test('[Y8] phones: the last eight digits, with or without country code', () => {
  expect(['+86 138 1234 5678', '13812345678', '0086-138-1234-5678'].map(phoneDigits)).toEqual(Array(3).fill('12345678'))
  expect(['+86 (574) 8765-4321', '0574 87654321 ext 12', '0574-87654321; 13900000000'].map(phoneDigits)).toEqual(Array(3).fill('87654321'))
  expect(['', '12345', 'none'].map(phoneDigits)).toEqual(['', '', ''])
})
