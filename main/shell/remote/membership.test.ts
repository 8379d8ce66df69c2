// What a PC keeps of the office that it has joined. Rule D15 of desks.
import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import type { Membership } from './joining.ts'
import { keptMembership, type Lock } from './membership.ts'

const membership: Membership = { address: '192.168.1.20:5180', certificate: 'PEM', deskId: 'd', secret: 'very secret', company: '宁波' }
const folder = () => mkdtempSync(path.join(tmpdir(), 'tradewind-'))
/** Turns a text round, as the operating system's lock would make it unreadable. */
const lock: Lock = {
  close: (text) => Buffer.from([...text].toReversed().join('')),
  open: (closed) => [...closed.toString()].toReversed().join(''),
}

it('[D15] the secret is locked where the system has a lock, and the file is its user’s alone', () => {
  const at = folder()
  const kept = keptMembership(at, lock)
  expect(kept.read()).toBeUndefined()
  kept.keep(membership)
  expect(kept.read()).toEqual(membership)
  const file = path.join(at, 'office.json')
  expect(readFileSync(file, 'utf8')).not.toContain(membership.secret)
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600)
  // Locked for another user, or the lock is gone: nothing of it is shown.
  expect(keptMembership(at, null).read()).toEqual({ ...membership, secret: '' })
  kept.forget()
  expect([kept.read(), existsSync(file)]).toEqual([undefined, false])
})

it('[D38] of an office that does not know this PC any more, who it was is kept and nothing that opens it', () => {
  const at = folder()
  const kept = keptMembership(at, lock)
  kept.keep(membership)
  expect(kept.former()).toBeUndefined()
  kept.keepFormer(membership)
  expect([kept.read(), kept.former()]).toEqual([undefined, { company: '宁波', certificate: 'PEM' }])
  expect(readFileSync(path.join(at, 'office.json'), 'utf8')).not.toContain([...membership.secret].toReversed().join(''))
  kept.keep(membership)
  expect([kept.read(), kept.former()]).toEqual([membership, undefined])
})

it('[D15] without a lock it is kept plainly; a file that cannot be read is none', () => {
  const at = folder()
  const kept = keptMembership(at, null)
  kept.keep(membership)
  expect(kept.read()).toEqual(membership)
  for (const text of ['', '{', '{"address":1}']) {
    writeFileSync(path.join(at, 'office.json'), text)
    expect(kept.read()).toBeUndefined()
  }
})
