// The statement a customer reads: golden case C7 of papers, currencies apart, later events undone, within the viewer's sight.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { pdfTexts } from '../../testing/pdf-text.ts'
import { papers } from '../papers/index.ts'
import { parties } from '../parties/index.ts'
import { endSound, moneyOffice, type MoneyOffice } from '../receipts-and-payments/testing/money.ts'

let office: MoneyOffice
beforeEach(async () => {
  office = await moneyOffice({}, [papers, parties])
  office.at = '2026-07-05T02:00:00.000Z'
})
afterEach(() => endSound(office))

const usd = { currency: 'USD', rate: '7.1' }
const statement = async (more: { from?: string; to?: string; language?: 'en' | 'zh' | 'en-zh' } = {}) => {
  const made = await office.query('paper', { paper: 'customer-statement', recordId: office.customerId, ...more })
  const text = (await pdfTexts(made.pdf)).join('\n')
  return { ...made, text, lines: text.split('\n') }
}
const numberOf = (item: string) =>
  office.one<{ documentNumber: string }>('SELECT documentNumber FROM open_item WHERE ref = ?', item).documentNumber

/** C7, with what stands open of it. */
const june = async () => {
  const bank = await office.bank('USD')
  const ci101 = await office.invoice(12_000_00, { ...usd, on: '2026-04-10', due: '2026-05-10' })
  const paid = await office.receive(bank, 5_000_00, { receivedOn: '2026-05-02', rate: '7.1' })
  await office.allocate(paid.item, [{ item: ci101, amount: 5_000_00 }], '2026-05-02')
  const advance = await office.receive(bank, 3_000_00, { receivedOn: '2026-05-20', rate: '7.1' })
  const [first, second] = await office.invoices({
    ...{ ...usd, on: '2026-06-05' },
    parts: [
      { amount: 2_962_96, due: '2026-06-05' },
      { amount: 6_913_58, due: '2026-07-05' },
    ],
  })
  const applied = [
    { item: first!, amount: 2_962_96 },
    { item: ci101, amount: 37_04 },
  ]
  await office.allocate(advance.item, applied, '2026-06-06')
  const note = await office.run('post-credit-note', {
    ...{ id: newId(), partyId: office.customerId, on: '2026-06-12', ...usd, amount: 250_00, dealId: null, reason: 'CANARY-REASON' },
  })
  const sent = await office.receive(bank, 6_900_00, { receivedOn: '2026-06-18', rate: '7.2', charge: 25_00 })
  await office.allocate(sent.item, [{ item: ci101, amount: 6_900_00 }], '2026-06-18')
  await office.run('write-off', { id: newId(), on: '2026-06-20', item: ci101, amount: 62_96, reason: 'CANARY-REST' })
  await office.receive(bank, 1_000_00, { receivedOn: '2026-07-02', rate: '7.1' })
  await office.invoice(1_000_00, { currency: 'EUR', rate: '7.8', on: '2026-06-08', due: '2026-06-20' })
  return { ci118: numberOf(second!), note: note.number, sent: sent.number }
}

test('[PA17] opening, movements, closing, open items and ageing of a month (C7); currencies apart, nothing converted', async () => {
  const { ci118, note, sent } = await june()
  const { text, lines, problems, language, fileName } = await statement({ from: '2026-06-01', to: '2026-06-30' })
  const usdPart = lines.slice(lines.indexOf('USD'))
  const row = (start: string) => usdPart.find((line) => line.startsWith(start)) ?? ''
  expect(row('1 JUN 2026')).toContain('4,000.00')
  expect(row('5 JUN 2026')).toMatch(new RegExp(`^5 JUN 2026 Invoice ${ci118} .*9,876.54 13,876.54$`))
  expect(row('12 JUN 2026')).toBe(`12 JUN 2026 Credit note ${note} 250.00 13,626.54`)
  expect(row('18 JUN 2026')).toBe(`18 JUN 2026 Payment received ${sent} 6,900.00 6,726.54`)
  expect(row('20 JUN 2026')).toMatch(/^20 JUN 2026 Adjustment .* 62.96 6,663.58$/)
  expect(row('6 JUN 2026')).toBe('')
  expect(row('2 JUL 2026')).toBe('')
  expect(row('Closing balance')).toBe('Closing balance 9,876.54 7,212.96 USD 6,663.58')
  expect(text).toContain('Not due USD 6,913.58')
  expect(text).toContain('-250.00')
  const eur = lines.slice(lines.indexOf('EUR'), lines.indexOf('USD')).join('\n')
  expect(eur).toContain('EUR 1,000.00')
  expect(eur).toMatch(/10 1,000.00 1,000.00/)
  expect({ problems, language }).toEqual({ problems: [], language: 'en' })
  expect(fileName).toBe('SOA-BUYER-20260630-Buyer')
  expect(text).not.toMatch(/CANARY|CNY|7\.1|(^| )25\.00( |$)/m)
})

test('[PA17] is of this month up to today where no days are asked for, says the same in Chinese, and refuses a span that ends before it begins', async () => {
  await june()
  const { text } = await statement({ language: 'zh' })
  const words = text.replaceAll(/\s/g, '')
  expect(words).toContain('2026年7月1日–2026年7月5日')
  expect(words).toContain('USD5,663.58')
  expect(words).toContain('对账单')
  const backwards = { paper: 'customer-statement' as const, recordId: office.customerId, from: '2026-07-02', to: '2026-07-01' }
  expect(await office.ask('paper', backwards)).toMatchObject({ refused: 'invalid-input', data: { issues: [{ path: 'to' }] } })
  expect(await office.query('papers-of', { recordKind: 'customer', recordId: office.customerId })).toEqual([
    { paper: 'customer-statement', recordId: office.customerId, number: 'Buyer', ofParty: true, period: true },
  ])
})

test('[PA16] is there for who may see what customers owe, of a customer in sight, with all of its account', async () => {
  await june()
  const asked = { paper: 'customer-statement' as const, recordId: office.customerId }
  const clerk = await office.user({ permissions: ['customer.view'], scopes: { customer: 'all' } })
  expect(await office.ask('paper', asked, clerk)).toMatchObject({ refused: 'not-permitted' })
  expect(await office.query('papers-of', { recordKind: 'customer', recordId: office.customerId }, clerk)).toEqual([])
  const seller = { permissions: ['customer.view', 'receivable.view'] as const }
  const stranger = await office.user({ ...seller, scopes: { customer: 'own', receivable: 'own' } })
  expect(await office.ask('paper', asked, stranger)).toMatchObject({ refused: 'not-found' })
  const half = await office.user({ ...seller, scopes: { customer: 'all', receivable: 'own' } })
  expect(await office.ask('paper', asked, half)).toMatchObject({ refused: 'not-found' })
})
