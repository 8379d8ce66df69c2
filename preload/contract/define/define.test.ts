// The shared kinds of text that commands take.
import { expect, test } from 'vitest'
import { emailText } from './index.ts'

test('none, one or several e-mail addresses; anything else names the rule', () => {
  for (const text of ['', 'anna@sunrise.cn', 'a.b+c@mail.firm.com; 王芳@公司.中国，x@y.de'])
    expect([text, emailText.safeParse(text).success]).toEqual([text, true])
  for (const text of ['anna', 'anna@sunrise', '@sunrise.cn', 'a@b.c d', 'anna@@sunrise.cn', 'anna@sunrise.'])
    expect([text, emailText.safeParse(text).error?.issues[0]?.message]).toEqual([text, 'email'])
})
