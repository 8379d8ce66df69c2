// Sentences: every refusal has words, both languages fill the same blanks, names fall back without hiding a gap.
import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { type RefusalCode, refusalSchemas } from '../../preload/contract/refusals.ts'
import { type Language, type Names } from '../../preload/contract/names/define.ts'
import { hasName, nameOf, nameTables } from '../../preload/contract/names/index.ts'
import { VERSION_STATES } from '../../preload/contract/modules/amendments/calls.ts'
import { APPROVAL_STANDINGS, APPROVAL_STATES } from '../../preload/contract/modules/approvals/calls.ts'
import { SALES_CONTRACT_STATUSES } from '../../preload/contract/modules/contracts/calls.ts'
import { ESTIMATE_STATUSES } from '../../preload/contract/modules/estimates/calls.ts'
import { FREIGHT_QUOTE_STATES, FREIGHT_STATUSES } from '../../preload/contract/modules/freight/calls.ts'
import { AMENDMENT_STATES, LETTER_STATUSES, PRESENTATION_STATUSES } from '../../preload/contract/modules/letters-of-credit/calls.ts'
import { ITEM_KINDS } from '../../preload/contract/modules/open-items/calls.ts'
import { PAYMENT_REQUEST_STATUSES } from '../../preload/contract/modules/payment-requests/calls.ts'
import { MILESTONE_STATES } from '../../preload/contract/modules/production/calls.ts'
import { PURCHASE_CONTRACT_STATUSES } from '../../preload/contract/modules/purchasing/calls.ts'
import { QUOTATION_STATUSES } from '../../preload/contract/modules/quotations/calls.ts'
import { RECEIPT_STATUSES } from '../../preload/contract/modules/receipts-and-payments/calls.ts'
import { SHIPMENT_STATUSES } from '../../preload/contract/modules/shipments/calls.ts'
import { STATE_KINDS, stateGroups, stateKey, type StateKind } from '../../preload/contract/states.ts'
import { type Warning, type WarningCode, warningSchemas } from '../../preload/contract/warnings.ts'
import { pathText, problemText, ruleText } from './problem-text.ts'
import { warningText } from './warning-text.ts'
import { tasksWords } from '../modules/tasks/words.ts'
import type { Sentences } from './sentences.ts'
import { shared, wordsIn } from './words.ts'

const samples: { [C in RefusalCode]: unknown } = {
  'invalid-input': { issues: [{ path: 'lines.1.quantity', rule: 'positive' }] },
  'unknown-name': { name: 'x' },
  'signed-out': {},
  'session-locked': {},
  'too-many-at-once': { kind: 'report', most: 10 },
  'took-too-long': { minutes: 5 },
  'given-up': {},
  'sign-in-failed': { retryAfterSeconds: 30 },
  'not-permitted': { permission: 'sales-contract.sign' },
  'not-found': { resource: 'customer' },
  'unknown-field': { field: 'total' },
  'command-id-reused': {},
  'office-only': {},
  'waits-for-office': {},
  'office-busy': { retryAfterSeconds: 2 },
  'id-taken': {},
  'changed-meanwhile': { expected: 3, found: 4 },
  'already-exists': { field: 'code', value: 'C-1' },
  'similar-party': { parties: [{ id: null, name: 'Acme', code: '', owner: '王芳', reasons: ['name'] }] },
  'wrong-state': { kind: 'sales-contract', state: 'draft', needed: 'signed' },
  'in-use': { by: 'user', number: 'U-1' },
  'nothing-to-do': {},
  'password-too-weak': { rule: 'common' },
  'last-owner': {},
  'owners-only': {},
  'own-rights-widened': { permissions: ['customer.view'], scopes: [{ resource: 'deal', scope: 'all' }] },
  'inactive-party': { party: 'Acme' },
  'setup-code-wrong': {},
  'already-founded': {},
  'network-closed': {},
  'pairing-wrong': { left: 3 },
  'pairing-over': {},
  'desk-unknown': {},
  'desk-revoked': {},
  'desk-not-for-you': {},
  'release-other-series': { version: '0.3.0', own: '0.2.0' },
  'release-older': { version: '0.1.0', own: '0.2.0' },
  'release-none-before': { version: '0.2.1' },
  'disk-full': {},
  'disk-read-only': {},
  'disk-failing': {},
  'file-not-written': {},
  'file-not-received': { name: '提单.pdf' },
  'file-refused': { name: '提单.pdf', why: 'too-large', limit: '25 MB' },
  'file-lost': { name: '提单.pdf' },
  'paper-changed': {},
  'paper-problems': { problems: [{ code: 'no-confirmed-account', what: 'USD' }] },
  'not-sealed': { why: 'kind' },
  'not-a-paper-picture': { name: '公章.bmp' },
  'not-a-workbook': { name: '表.xls' },
  'part-needed': { paper: 'customer-statement' },
  'backup-under-way': {},
  'backup-damaged': { finding: 'changed' },
  'quantity-exceeded': { line: 2, asked: '120', left: '100' },
  'amendment-open': { number: 'SC2026-0001', version: 2 },
  'amended-below-use': { goods: 'Bolts', asked: '30', used: '40', how: 'planned', number: 'SH2026-0007' },
  'amended-in-use': { field: 'unit', goods: 'Bolts', by: 'shipment', number: 'SH2026-0007' },
  'currency-differs': { expected: 'USD', found: 'EUR' },
  'party-differs': { expected: 'Acme', found: 'Bolt' },
  'date-out-of-order': { earlier: '2026-03-01', later: '2026-02-01' },
  'approval-needed': { kind: 'sales-contract', number: 'SC2026-0001', state: 'none' },
  'payment-request-needed': { party: 'Acme' },
  'bank-details-needed': { party: 'Acme' },
  'bank-details-unconfirmed': { party: 'Acme', state: 'pending', who: '王经理' },
  'credit-limit-exceeded': {
    limit: { minor: 1000000, currency: 'USD' },
    exposure: { minor: 1200000, currency: 'USD' },
    excess: { minor: 200000, currency: 'USD' },
    overdueDays: null,
    parts: {
      receivables: { minor: 900000, currency: 'USD' },
      addition: { minor: 400000, currency: 'USD' },
      advances: { minor: 100000, currency: 'USD' },
      contracts: { minor: 0, currency: 'USD' },
      covered: { minor: 50000, currency: 'USD' },
    },
  },
  'milestones-begun': { contract: 'PC-1', touched: 2 },

  'freight-inquiry-needed': { shipment: 'SH2026-0001', needed: 3 },
  'freight-quotes-needed': { number: 'FI2026-0001', needed: 3, valid: 1, missing: 2, declined: 1, expired: 0 },
  'freight-choice-needed': { number: 'FI2026-0001' },
  'freight-not-covered': { number: 'FI2026-0001', field: 'containers', inquired: '1×40HQ', shipped: '2×40HQ' },
  'freight-quote-expired': { number: 'FI2026-0001', forwarder: '远洋货代', validTo: '2026-03-01' },
  'freight-quote-incomplete': { unpriced: ['40HQ', 'ton'] },
  'no-approver': { step: 2 },
  'not-your-step': { who: '王经理' },
  'not-theirs-to-see': { who: '王经理' },
  'self-approval': {},
  'already-decided': { state: 'approved' },
  'amount-not-zero': { amount: { minor: 123456789, currency: 'USD' } },
  'day-not-over': { day: '2026-02-01', latest: '2026-01-31' },
  'period-closed': { closedThrough: '2026-01-31', date: '2026-01-15' },
  'period-revalued': { revaluedThrough: '2026-01-31', number: 'RV2026-0001', date: '2026-01-15' },
  'rate-missing': { currency: 'USD', date: '2026-03-01' },
  'rate-must-be-one': { currency: 'CNY' },
  'allocation-exceeds': {
    asked: { minor: 5000000, currency: 'USD' },
    open: { minor: 4999999, currency: 'USD' },
    of: 'receivable',
    document: 'S-1',
  },
  'already-allocated': { document: 'R-1' },
  'already-reversed': { document: 'R-1' },
  'ledger-unbalanced': { difference: 1 },
}

test.each(Object.keys(refusalSchemas()) as RefusalCode[])('%s reads well in both languages, its data filled in', (code) => {
  expect(refusalSchemas()[code].safeParse(samples[code]).success).toBe(true)
  for (const words of Object.values(wordsIn)) {
    const text = problemText({ refused: code, data: samples[code] }, words)
    expect(text).not.toMatch(/[{}]|undefined|refusal\./)
    expect(text).not.toBe(words.t('fault.screen'))
    expect(text.length).toBeGreaterThan(4)
  }
})
test('figures are said exactly, with their currency', () => {
  const text = problemText({ refused: 'allocation-exceeds', data: samples['allocation-exceeds'] }, wordsIn.zh)
  expect(text).toContain('USD 50,000.00')
  expect(text).toContain('USD 49,999.99')
  expect(problemText({ refused: 'amount-not-zero', data: { amount: { minor: -1234567, currency: 'JPY' } } }, wordsIn.en)).toContain(
    'JPY -1,234,567 ',
  )
})
test('names stand in the sentence, not codes', () => {
  expect(problemText({ refused: 'not-permitted', data: samples['not-permitted'] }, wordsIn.zh)).toContain('外销合同 · 签订')
  expect(problemText({ refused: 'invalid-input', data: samples['invalid-input'] }, wordsIn.zh)).toContain('第 2 行 · 数量：必须大于 0')
})
test('an unknown fault says its number and that nothing was changed', () => {
  expect(problemText({ fault: 'F-42' }, wordsIn.zh)).toBe(
    '出现意外问题，编号 F-42。数据没有改动；可以重试，若再次出现，请把编号告诉管理员。',
  )
  expect(problemText({ fault: 'unreachable' }, wordsIn.zh)).toContain('连不上主机')
})
test('data that is not what the code promises is still said calmly', () => {
  expect(problemText({ refused: 'period-closed', data: null }, wordsIn.en)).not.toContain('undefined')
})
test('rules of zod itself are worded too', () => {
  expect(ruleText('Too big: expected string to have <=200 characters', wordsIn.zh)).toBe('太长了')
  expect(ruleText('invalid_type', wordsIn.zh)).toBe('必填')
  expect(ruleText('something new', wordsIn.zh)).toBe('请检查此项')
})
test('a path without a line is the field', () => expect(pathText('contractDate', wordsIn.en)).toBe('Contract date'))

const blanks = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').toSorted()
const renderer = path.resolve(import.meta.dirname, '..')
const files = fs.readdirSync(renderer, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'))
/** The sentences of a module, by its folder. */
const ofModule = async (file: string): Promise<[string, Sentences]> => {
  const given = (await import(/* @vite-ignore */ path.join(renderer, file))) as Record<string, { own: Sentences }>
  return [path.dirname(file), Object.values(given)[0]!.own]
}
const tables: [folder: string, own: Sentences][] = [
  ['', shared],
  ...(await Promise.all(files.filter((file) => /^modules\/[^/]+\/words\.ts$/.test(file)).map(ofModule))),
]
const every = tables.flatMap(([, table]) => Object.entries(table))

test('both languages fill the same blanks', () => {
  for (const [key, [zh, en]] of every) expect([key, blanks(en)]).toEqual([key, blanks(zh)])
})
test('no sentence is missing its other language', () => {
  expect(every.filter(([, [zh, en]]) => zh === '' || en === '')).toEqual([])
  const han = /\p{Script=Han}/u
  // The way to the other language, and the product's own name, are written in it.
  const allowed = new Set(['top.language', 'shell.language-zh', 'about.text'])
  expect(every.filter(([key, [, en]]) => han.test(en) && !allowed.has(key))).toEqual([])
})
test('a key names one sentence, and every sentence is said somewhere: those of a module in that module', () => {
  const keys = every.map(([key]) => key)
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  const sources = files.filter((file) => /\.tsx?$/.test(file) && !/\.test\.|words\/(?!problem-text|warning-text)|\/words\.ts$/.test(file))
  const texts = sources.map((file) => [file, fs.readFileSync(path.join(renderer, file), 'utf8')] as const)
  for (const [folder, table] of tables) {
    const text = texts.flatMap(([file, source]) => (file.startsWith(folder) ? [source] : [])).join('\n')
    // A key whose end is filled in: `letters.say-${step}`.
    const begun = [...text.matchAll(/`([a-z][\w-]*\.[^`$]*)\$\{/g)].map(([, begin]) => begin!)
    const unsaid = Object.keys(table).filter((key) => !text.includes(`'${key}'`) && !begun.some((begin) => key.startsWith(begin)))
    expect([folder, unsaid]).toEqual([folder, []])
  }
})

test('English says one row and two rows', () => {
  expect(wordsIn.en.t('kit.list.count', { count: '1' })).toBe('1 row')
  expect(wordsIn.en.t('kit.list.count', { count: 2 })).toBe('2 rows')
  expect(tasksWords.en.t('today.days-late', { days: 1 })).toBe('1 day late')
  expect(wordsIn.zh.t('kit.list.count', { count: 1 })).toBe('共 1 行')
})

test('[Q28] every state of every kind of record is refused by its own word in both languages, never raw and never by another kind’s', () => {
  const statesOf = (kind: StateKind) => {
    const group = `${stateGroups[kind]}.`
    return Object.values<Names>(nameTables).flatMap((table) =>
      Object.entries(table).flatMap(([key, name]) => (key.startsWith(group) ? [{ state: key.slice(group.length), name }] : [])),
    )
  }
  for (const kind of STATE_KINDS) {
    const all = statesOf(kind)
    expect([kind, all.length > 0]).toEqual([kind, true])
    expect([kind, hasName(`record.${kind}`) || hasName(`resource.${kind}`)]).toEqual([kind, true])
    for (const { state, name } of all)
      for (const [at, language] of (['zh', 'en'] as const).entries()) {
        const said = problemText({ refused: 'wrong-state', data: { kind, state, needed: all[0]!.state } }, wordsIn[language])
        expect([kind, state, said]).toEqual([kind, state, expect.stringContaining(name[at]!)])
        expect([kind, state, said]).toEqual([kind, state, expect.stringContaining(all[0]!.name[at]!)])
      }
  }
})
test('[Q28] every state that the contract declares is a state of its kind', () => {
  const declared: Partial<Record<StateKind, readonly string[]>> = {
    'sales-contract': SALES_CONTRACT_STATUSES,
    'purchase-contract': PURCHASE_CONTRACT_STATUSES,
    quotation: QUOTATION_STATUSES,
    'contract-amendment': VERSION_STATES,
    shipment: SHIPMENT_STATUSES,
    'letter-of-credit': LETTER_STATUSES,
    'letter-amendment': AMENDMENT_STATES,
    'letter-presentation': PRESENTATION_STATUSES,
    milestone: MILESTONE_STATES,
    'payment-request': PAYMENT_REQUEST_STATUSES,
    approval: [...APPROVAL_STATES, ...APPROVAL_STANDINGS],
    'freight-inquiry': FREIGHT_STATUSES,
    'freight-quote': FREIGHT_QUOTE_STATES,
    receipt: RECEIPT_STATUSES,
    'open-item': ITEM_KINDS,
    'profit-estimate': ESTIMATE_STATUSES,
  }
  for (const [kind, states] of Object.entries(declared))
    expect([kind, states.filter((state) => !hasName(stateKey(kind as StateKind, state)))]).toEqual([kind, []])
})
test('[Q28] the same state reads differently on different records, and a state that the kind lacks is not shown', () => {
  const said = (kind: StateKind, state: string, language: Language = 'en') =>
    problemText({ refused: 'wrong-state', data: { kind, state, needed: state } }, wordsIn[language])
  expect(said('letter-presentation', 'preparing')).toContain(nameOf('presentation-status.preparing', 'en'))
  expect(said('letter-of-credit', 'accepted', 'zh')).toContain(nameOf('letter-status.accepted', 'zh'))
  expect(said('letter-presentation', 'accepted', 'zh')).toContain(nameOf('presentation-status.accepted', 'zh'))
  expect(said('milestone', 'open')).not.toContain(nameOf('payment-request-status.open', 'en'))
  expect(said('open-item', 'bill')).toContain('Bill')
  for (const language of ['zh', 'en'] as const) expect(said('shipment', 'preparing', language)).not.toContain('preparing')
})
const odd: { [C in WarningCode]: unknown } = {
  'rate-far': { rate: '0.01', inForce: '7.1', date: '2026-03-01', percent: '99.9' },
  'price-far': { low: '9', high: '11', currency: 'USD', number: 'SC2026-0001', date: '2026-03-01' },
  'price-below-cost': { cost: '14.0845', currency: 'USD' },
  'below-minimum': { minimum: '500', unit: 'PCS' },
  'shipment-before-contract': { contractDate: '2026-03-01' },
  'deposit-not-received': { contract: 'SC2026-0001', missing: { minor: 30_000, currency: 'USD' } },
  'left-empty': {},
  'entered-before': { by: 'sales-contract', number: 'SC2026-0001' },
  'packed-otherwise': { goods: 'Bottle', packed: '1001', shipped: '1005', unit: 'PCS' },
  'net-above-gross': { net: '13.60', gross: '13.20' },
  'bill-differs': { bill: '7.940', packed: '7.939' },
  'container-unknown': { container: 'CSQU3054383' },
  'container-overfull': { container: '1 x 20GP', volume: '104.2', weight: '33.0' },
  'container-digit': { number: 'CSQU3054384', expected: '3' },
  'container-form': {},
}
test.each(Object.keys(warningSchemas()) as WarningCode[])(
  '[SC1] the warning %s reads well in both languages, its data filled in',
  (code) => {
    expect(warningSchemas()[code].safeParse(odd[code]).success).toBe(true)
    for (const words of Object.values(wordsIn)) {
      const text = warningText({ code, field: 'x', data: odd[code] } as Warning, words)
      expect(text).not.toMatch(/[{}]|undefined|warning\./)
      expect(text.length).toBeGreaterThan(4)
    }
  },
)
