// Nobody's change is lost to another's: every command that changes an existing record says which version it was decided on. Rule U22 of people's SPEC.md.
import type { z } from 'zod'
import { expect, test } from 'vitest'
import { commands } from './commands.ts'

/** Commands that only make a record: there is nothing yet that they could overwrite. */
const MAKE_ONLY = [
  'found-company',
  'create-user',
  'create-role',
  'create-department',
  'create-delegation',
  'create-customer',
  'create-vendor',
  'create-product',
  'create-category',
  'create-bank-account',
  'add-milestone',
  'transfer-funds',
  'post-bill',
  'post-credit-note',
  'register-receipt',
  'register-payment',
  'receive-tax-refund',
  'allocate',
  'write-off',
  'ask-for-profit-estimate',
  'revalue-month',
  'attach-files',
]
/** Commands that change what exists and need no revision, each with its reason. */
const WITHOUT: Record<string, string> = {
  'reset-password': 'replaces what nobody can have seen',
  'change-own-password': 'the current password is what was seen',
  'choose-language': 'one’s own choice, one value: the last one counts',
  remember: 'the desk’s own memory of one user',
  'withdraw-submission': 'pending becomes withdrawn, whatever has been decided on its steps; anything else is refused',
  'reverse-revaluation': 'posted becomes reversed, once',
  'reverse-transfer': 'posted becomes reversed, once: nothing of what is posted can change meanwhile',
  'reverse-bill': 'posted becomes reversed, once',
  'reverse-credit-note': 'posted becomes reversed, once',
  'reverse-receipt': 'posted becomes reversed, once',
  'reverse-payment': 'posted becomes reversed, once',
  'reverse-allocation': 'posted becomes reversed, once',
  'reverse-tax-refund': 'posted becomes reversed, once',
  'claim-receipt': 'unclaimed becomes claimed, once: a second claim is refused',
  'make-backup': 'a task for the office, made anew',
  'check-backup': 'a task for the office, made anew; a copy has no revision',
  'drill-backup': 'a task for the office, made anew; a copy has no revision',
  'restore-backup': 'a task for the office, made anew; the present books are kept aside, whatever they are',
  'open-pairing': 'makes a code; an earlier one is over',
  'close-pairing': 'open becomes over, once',
  'admit-desk': 'the office itself makes a desk, once for each code',
  'issue-paper': 'takes the fingerprint of what was looked at',
  'keep-tasks': 'the office itself, from what the records are now',
  'snooze-task': 'one’s own rest from it, one value: the last one counts',
  'comment-task': 'adds a comment, under an id of its own',
  'empty-bin': 'the office itself takes out what is due, whatever it is',
  'close-period': 'the closed day only moves forward; going back takes a revision',
}

/** Whether a revision, or what was seen of an approval, stands anywhere in an input. */
const takesRevision = (schema: unknown): boolean => {
  const { def } = (schema as { _zod: { def: Record<string, unknown> & { type: string } } })._zod
  if (def['innerType']) return takesRevision(def['innerType'])
  if (def.type === 'pipe') return takesRevision(def['in'])
  if (def.type === 'array') return takesRevision(def['element'])
  if (def.type === 'union') return (def['options'] as unknown[]).some(takesRevision)
  if (def.type !== 'object') return false
  const shape = (schema as z.ZodObject).shape as Record<string, unknown>
  return Object.entries(shape).some(([key, inner]) => /revision$/i.test(key) || key === 'expect' || takesRevision(inner))
}

test('[U22] every command takes the revision that was seen, makes a new record, or says why it needs none', () => {
  const without = Object.entries(commands)
    .filter(([, spec]) => !takesRevision(spec.input))
    .map(([name]) => name)
  expect(without.toSorted()).toEqual([...MAKE_ONLY, ...Object.keys(WITHOUT)].toSorted())
})
