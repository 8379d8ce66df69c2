// Passwords: how they are kept, and which are refused.
import { expect, test } from 'vitest'
import { Refused } from '../../preload/contract/refusals.ts'
import { hashPassword, requireStrongPassword, verifyPassword } from './password.ts'

test('[SEC29] Argon2id at or above the floor, a salt of its own each time', async () => {
  const [one, two] = await Promise.all([hashPassword('a calm harbour'), hashPassword('a calm harbour')])
  expect(one).not.toBe(two)
  const cost = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=1\$/.exec(one)
  expect(Number(cost?.[1])).toBeGreaterThanOrEqual(19_456)
  expect(Number(cost?.[2])).toBeGreaterThanOrEqual(2)
  expect(await verifyPassword('a calm harbour', one)).toBe(true)
  expect(await verifyPassword('a calm harbor', one)).toBe(false)
})

const verdict = (password: string, ownWords: readonly string[] = []) => {
  try {
    requireStrongPassword(password, ownWords)
    return 'good'
  } catch (error) {
    return error instanceof Refused ? (error.refusal.data as { rule: string }).rule : error
  }
}

test('[SEC30] length counts, characters of any kind do; common ones and own words do not', () => {
  const table: [password: string, verdict: string][] = [
    ['elevenchars', 'length'],
    ['信风信风信风信', 'length'],
    ['a calm harbour', 'good'],
    ['宁波港今天早上有雾也有船', 'good'],
    ['correct horse battery staple correct horse battery staple correct', 'good'],
    // among the 3,000 most frequent
    ['mailcreated5240', 'common'],
    ['qazwsxedcrfv', 'common'],
    ['leavemealone', 'common'],
    ['123456654321', 'common'],
    // a common stem with figures and signs around it
    ['Password2026!', 'common'],
    ['P-a-s-s-w-o-r-d-1', 'common'],
    ['woaini1314520', 'common'],
    ['aaaaaaaaaaaa', 'common'],
    ['!!!!!!!!!!!!', 'common'],
    // made of own words
    ['Sunrise-2026-08', 'common'],
    ['zhoujie@123456', 'common'],
    ['周小洁周年2026年年年', 'good'],
  ]
  for (const [password, expected] of table)
    expect([password, verdict(password, ['Sunrise', 'zhoujie', '周小洁'])]).toEqual([password, expected])
})

test('[SEC38] at the door so many hashes wait and no more; a command’s hash stands before them all', async () => {
  const done: string[] = []
  const hash = '$argon2id$v=19$m=1024,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'
  const note = (who: string) => () => void done.push(who)
  const atDoor = Array.from({ length: 65 }, (_, n) => verifyPassword('wrong', hash, 'door').then(note(`door ${n}`)))
  await expect(async () => verifyPassword('wrong', hash, 'door')).rejects.toMatchObject({ refusal: { refused: 'office-busy' } })
  await hashPassword('another calm harbour').then(note('command'))
  expect(done.length).toBeLessThanOrEqual(3)
  await Promise.all(atDoor)
  expect(done).toHaveLength(66)
})
