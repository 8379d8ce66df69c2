// The bill of exchange and the credit behind a shipment's papers: golden case C6, who it is drawn on, and what differs from the credit.
import { afterEach, expect, test } from 'vitest'
import type { CommandInput } from '../../../../preload/contract/commands.ts'
import { writableDb } from '../../../../db/tx.ts'
import { toScaled } from '../../../../preload/contract/vocabulary/decimal.ts'
import { newId } from '../../../../preload/contract/vocabulary/ids.ts'
import type { PaymentTerm } from '../../../../preload/contract/vocabulary/payment-term.ts'
import { pdfTexts } from '../../../testing/pdf-text.ts'
import { papers } from '../../papers/index.ts'
import { bySight, lettersOffice } from '../testing/letters.ts'
import { tenorText } from './bill-of-exchange.ts'

type Started = Awaited<ReturnType<typeof lettersOffice>>
let started: Started
afterEach(() => {
  const { faults } = started.office
  started.office.close()
  expect(faults).toEqual([])
})
/** Goods of USD 45,678.95, on board on 12 May. */
const shipped = async (term: PaymentTerm, given: Partial<CommandInput<'save-letter-of-credit'>> | null = {}) => {
  started = await lettersOffice({}, [papers])
  const { office, trade, letter } = started
  office.at = '2026-05-20T02:00:00.000Z'
  const sale = await trade.sold([{ quantity: '45678.95', price: '1' }], { term })
  const credit =
    given &&
    (await letter({
      ...{ bankNumber: '5510LC26', contractIds: [sale.id], amount: 45_678_95, issuedOn: '2026-01-10', latestShipment: '2026-05-20' },
      ...{
        expiresOn: '2026-06-15',
        availability: 'after-bill-of-lading',
        tenorDays: 60,
        applicant: 'BUYER',
        goods: 'STEEL BOLTS AS PER PROFORMA',
      },
      ...{ portOfLoading: 'NINGBO', portOfDischarge: 'HAMBURG', partialShipment: true, transhipment: true },
      ...given,
    }))
  const { input, revision } = await trade.shipped(
    [[sale.lines[0]!, '45678.95']],
    { dispatchedOn: '2026-05-11' },
    {
      ...{ invoiceNumber: 'CI-7', portOfLoading: 'Ningbo', portOfDischarge: 'Hamburg', vessel: 'EVER GIVEN', billOfLadingNumber: 'EG1' },
    },
  )
  await office.run('record-shipment-step', { id: input.id, revision, step: 'on-board', on: '2026-05-12' })
  const offered = (await office.query('papers-of', { recordKind: 'shipment', recordId: input.id })).map(({ paper }) => paper)
  const printed = async (paper: 'bill-of-exchange' | 'commercial-invoice' | 'shipping-instruction') => {
    const made = await office.query('paper', { paper, recordId: input.id })
    return { ...made, text: (await pdfTexts(made.pdf)).join('\n').replaceAll(/\s+/g, ' ') }
  }
  return { id: input.id, credit, offered, printed }
}

test('[DC11] is drawn on the credit’s bank, first and second, due 60 days after the bill of lading, in words (C6)', async () => {
  const { id, offered, printed } = await shipped(bySight)
  expect(offered).toContain('bill-of-exchange')
  const { text, problems, pages } = await printed('bill-of-exchange')
  for (const said of [
    ...['BILL OF EXCHANGE', 'USD 45,678.95', 'L/C NO. 5510LC26 DATED 10 JAN 2026', 'PAY TO THE ORDER OF Bank of China, Ningbo'],
    'SAY US DOLLARS FORTY-FIVE THOUSAND SIX HUNDRED SEVENTY-EIGHT AND CENTS NINETY-FIVE ONLY',
    '60 DAYS AFTER B/L DATE 12 MAY 2026 (11 JUL 2026)',
    ...['THIS FIRST OF EXCHANGE (SECOND OF THE SAME TENOR AND DATE BEING UNPAID)', 'THIS SECOND OF EXCHANGE (FIRST OF THE SAME'],
  ])
    expect(text).toContain(said)
  expect(text).toMatch(/To First Bank/)
  expect(text).not.toMatch(/To Buyer/)
  expect({ problems, pages }).toEqual({ problems: [], pages: 1 })
  // 21 days after it was on board, before the credit expires on 15 June.
  const [check] = await started.office.query('letter-checks', { shipmentId: id })
  expect(check!.deadline).toBe('2026-06-02')
})
test('[H62] the invoice under a credit names it, its applicant and its goods, and what differs with both figures', async () => {
  const { printed } = await shipped(bySight, { amount: 40_000_00, applicant: 'OTHER BUYER LTD', latestShipment: '2026-05-10' })
  const { text, problems } = await printed('commercial-invoice')
  for (const said of ['5510LC26, 10 JAN 2026', 'First Bank', 'OTHER BUYER LTD', 'STEEL BOLTS AS PER PROFORMA']) expect(text).toContain(said)
  expect(problems).toMatchObject([
    { code: 'credit-differs', one: 'Buyer', other: 'OTHER BUYER LTD' },
    { code: 'credit-differs', one: 'USD 45,678.95', other: 'USD 40,000.00' },
    { code: 'credit-differs', what: expect.stringContaining('最迟装运期'), one: '2026-05-12', other: '2026-05-10' },
  ])
  expect((await printed('bill-of-exchange')).problems).toMatchObject([
    { code: 'credit-differs', one: 'USD 45,678.95', other: 'USD 40,000.00' },
  ])
})
test('[DC11] a draft that is not what is presented is named with both figures', async () => {
  const { id, credit, printed } = await shipped(bySight)
  await started.presented(credit!.id, id, { amount: 45_000_00 }, '2026-05-19')
  expect((await printed('bill-of-exchange')).problems).toEqual([
    { code: 'draft-differs', what: '5510LC26', one: 'USD 45,678.95', other: 'USD 45,000.00' },
  ])
})
test('[DC11] under a collection it is drawn on the buyer; what is paid on open account is not drawn', async () => {
  const { text, problems } = await (
    await shipped(
      [
        { share: '60', event: 'documents-against-payment', days: 0 },
        { share: '40', event: 'after-bill-of-lading', days: 30 },
      ],
      null,
    )
  ).printed('bill-of-exchange')
  expect(text).toContain('USD 27,407.37')
  expect(text).toContain('AT SIGHT OF THIS FIRST OF EXCHANGE')
  expect(text).toMatch(/To Buyer/)
  expect(text).toContain('DOCUMENTS AGAINST PAYMENT')
  // No bank of ours is known yet.
  expect(problems).toContainEqual({ code: 'empty', what: '收款人 Pay to the order of' })
})
test('[DC11] names the place where it is drawn; without one it is not issued', async () => {
  const { printed } = await shipped(bySight)
  expect((await printed('bill-of-exchange')).text.match(/Place Ningbo/g)).toHaveLength(2)
  const { office } = started
  // As a company has it that was founded before it was asked.
  office.database.write.sql.exec("UPDATE setting SET value = json_remove(value, '$.drawingPlace') WHERE key = 'company'")
  expect((await printed('bill-of-exchange')).problems).toEqual([{ code: 'empty', what: '出票地 Place' }])
})
test('[DC7] [H62] the bill of lading is compared with the shipping instruction, whatever the packing list says', async () => {
  const { id, credit, printed } = await shipped(bySight)
  const { office } = started
  const [line] = (await office.query('shipment', { id })).lines
  writableDb(office.database.write, 0).put('shipment_package', {
    ...{ id: newId(), shipmentId: id, position: 0, lineId: line!.id, quantity: toScaled('45678.95', 'quantity'), cartons: 84 },
    ...{ piecesPerCarton: null, netWeight: null, grossWeight: null, cartonLength: null, cartonWidth: null, cartonHeight: null },
    ...{ netTotal: toScaled('950', 'measure'), grossTotal: toScaled('1000', 'measure'), volumeTotal: toScaled('7', 'measure') },
    ...{ marks: '', container: '' },
  })
  // The packing list was typed to fit the bill; the instruction says what was packed.
  await started.presented(
    credit!.id,
    id,
    { amount: 45_678_95, packingCartons: 83, billCartons: 83, packingGross: '990', billGross: '990' },
    '2026-05-19',
  )
  const [check] = await office.query('letter-checks', { shipmentId: id })
  const instructed = check!.lines.filter(({ check: one }) => one.startsWith('instruction-'))
  expect(instructed).toEqual([
    { check: 'instruction-cartons', result: 'discrepancy', asked: { text: '84' }, found: { text: '83' } },
    { check: 'instruction-gross-weight', result: 'discrepancy', asked: { text: '1000 kg' }, found: { text: '990 kg' } },
  ])
  expect(check!.lines.find(({ check: one }) => one === 'cartons')).toMatchObject({ result: 'ok' })
  expect((await printed('shipping-instruction')).problems.filter(({ code }) => code === 'credit-differs')).toMatchObject([
    { what: expect.stringContaining('箱数（提单补料与提单）'), one: '83', other: '84' },
    { one: '990 kg', other: '1000 kg' },
  ])
})
test('[DC11] without credit or collection there is none, and for who may see no credits neither', async () => {
  const { offered, id } = await shipped([{ share: '100', event: 'before-shipment', days: 0 }], null)
  expect(offered).not.toContain('bill-of-exchange')
  const clerk = await started.office.user({ permissions: ['shipment.view'], scopes: { shipment: 'all' } })
  expect(await started.office.ask('paper', { paper: 'bill-of-exchange', recordId: id }, clerk)).toMatchObject({ refused: 'not-permitted' })
})
test('[DC11] the day of payment is told by the draft itself', () => {
  const w = { date: (day: string | null) => day ?? '' }
  expect(tenorText(0, null, w)).toBe('SIGHT')
  expect(tenorText(60, '2026-05-12', w)).toBe('60 DAYS AFTER B/L DATE 2026-05-12 (2026-07-11)')
  expect(tenorText(60, null, w)).toBe('60 DAYS AFTER B/L DATE')
})
