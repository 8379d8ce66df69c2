// What a sales contract and a proforma invoice say on paper, to the cent and to the word: golden cases C1 and C2 of papers.
import { Workbook } from 'exceljs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { newId } from '../../../../preload/contract/vocabulary/ids.ts'
import { pdfTexts } from '../../../testing/pdf-text.ts'
import { amendments } from '../../amendments/index.ts'
import { deals } from '../../deals/index.ts'
import { papers } from '../../papers/index.ts'
import { contracts } from '../index.ts'
import { closeSound, salesContract, salesLine, signedSale, tradeOffice, type Trade } from '../testing/trade.ts'

let office: Trade
beforeEach(async () => {
  office = await tradeOffice([amendments, deals, contracts, papers])
})
afterEach(() => closeSound(office))

/** C1 of papers: a price of four decimals, a discount, a free line, a price of six decimals. */
const C1 = [
  salesLine({ description: 'Stainless steel bottle', quantity: '1005', price: '3.1275' }),
  salesLine({ description: 'Garden set', quantity: '250', unit: 'SET', price: '18.60', discount: '5' }),
  salesLine({ description: 'Spare lid', quantity: '30', price: '0' }),
  salesLine({ description: 'Screw', quantity: '12000', price: '0.012345', discount: '2.5' }),
]
const thirtySeventy = [
  { share: '30', event: 'on-signing' as const, days: 0 },
  { share: '70', event: 'after-bill-of-lading' as const, days: 30 },
]

describe('a sales contract on paper', () => {
  it('[PA1] has every line and the sums of the screen, in words too (C1)', async () => {
    const customer = office.customer({ name: 'Hansa Import GmbH', address: 'Speicherstadt 5, 20457 Hamburg', country: 'DE' })
    const input = salesContract(office, customer, { lines: C1, paymentTerm: thirtySeventy })
    await office.run('save-sales-contract', input)
    const made = await office.query('paper', { paper: 'sales-contract', recordId: input.id })
    const [text] = await pdfTexts(made.pdf)
    for (const said of ['3,143.14', '4,417.50', 'FREE OF CHARGE', '144.44', '7,941.28', '-236.20', 'USD 7,705.08', '0.012345', '1,005'])
      expect(text).toContain(said)
    expect(text).toContain('SAY US DOLLARS SEVEN THOUSAND SEVEN HUNDRED FIVE AND CENTS EIGHT ONLY')
    expect(text).toContain('30 % (USD 2,311.52) BY T/T ON SIGNING')
    expect(text).toContain('70 % (USD 5,393.56) BY T/T WITHIN 30 DAYS AFTER B/L DATE')
    expect(text).toContain('across: DRAFT')
  })

  it.each([
    [
      'JPY',
      [
        ['333', '12.5'],
        ['7', '0.5'],
      ],
      ['4,163', 'JPY 4,167', '0.5', 'SAY JAPANESE YEN FOUR THOUSAND ONE HUNDRED SIXTY-SEVEN ONLY'],
    ],
    [
      'KWD',
      [
        ['125', '1.2345'],
        ['3', '0.0015'],
      ],
      ['154.313', '0.005', 'KWD 154.318', 'SAY KUWAITI DINARS ONE HUNDRED FIFTY-FOUR AND FILS THREE HUNDRED EIGHTEEN ONLY'],
    ],
    [
      'CNY',
      [
        ['80', '0.1235'],
        ['1', '0.335'],
      ],
      ['9.88', '0.34', 'CNY 10.22', '人民币壹拾元零贰角贰分'],
    ],
  ] as const)('[PA2] [PA4] %s in its own minor units, and in words (C2)', async (currency, lines, said) => {
    const customer = office.customer({ documentLanguage: 'en-zh' })
    const input = salesContract(office, customer, {
      ...{ currency, rate: '1', paymentTerm: [{ share: '100', event: 'before-shipment', days: 0 }] },
      lines: lines.map(([quantity, price]) => salesLine({ quantity, price })),
    })
    await office.run('save-sales-contract', input)
    const made = await office.query('paper', { paper: 'sales-contract', recordId: input.id })
    const text = (await pdfTexts(made.pdf)).join('\n')
    for (const one of said) expect(text).toContain(one)
  })

  it('[PA1] two hundred lines come to the sum of the printed ones (C2)', async () => {
    const lines = Array.from({ length: 200 }, (_, at) => salesLine({ quantity: String(at + 1), price: '0.335' }))
    const input = salesContract(office, office.customer(), { lines })
    await office.run('save-sales-contract', input)
    const made = await office.query('paper', { paper: 'sales-contract', recordId: input.id })
    const text = (await pdfTexts(made.pdf)).join('\n')
    expect(text.match(/Steel bolts M8/g)).toHaveLength(200)
    expect(text).toContain('USD 6,734.00')
    const workbook = await office.query('paper-workbook', { paper: 'sales-contract', recordId: input.id })
    const { text: plain } = await office.query('paper-text', { paper: 'sales-contract', recordId: input.id })
    expect(plain.match(/Steel bolts M8/g)).toHaveLength(200)
    expect(plain).toContain('USD 6,734.00')
    const sheet = new Workbook()
    await sheet.xlsx.load(Buffer.from(workbook.xlsx, 'base64') as never)
    const numbers = sheet.worksheets[0]!.getColumn(sheet.worksheets[0]!.columnCount).values.filter((value) => typeof value === 'number')
    expect(Math.round(numbers.reduce((sum, value) => sum + value * 100, 0))).toBe(673_400)
  })

  it('[PA5] follows the language of its reader, in labels, days and names of goods', async () => {
    const customer = office.customer({ documentLanguage: 'zh' })
    const input = salesContract(office, customer, {})
    await office.run('save-sales-contract', input)
    const asked = { paper: 'sales-contract' as const, recordId: input.id }
    const zh = await office.query('paper', asked)
    expect(zh).toMatchObject({
      language: 'zh',
      warnings: [{ code: 'no-chinese-name', what: 'Steel bolts M8' }, { code: 'no-confirmed-account' }],
    })
    const [chinese] = await pdfTexts(zh.pdf)
    expect(chinese!.replaceAll(' ', '')).toContain('2026年3月1日')
    const [english] = await pdfTexts((await office.query('paper', { ...asked, language: 'en' })).pdf)
    expect(english).toContain('1 MAR 2026')
    expect(english).not.toMatch(/\p{Script=Han}/u)
    const [both] = await pdfTexts((await office.query('paper', { ...asked, language: 'en-zh' })).pdf)
    expect(both).toContain('SALES CONTRACT\n外销合同')
    expect(both).toContain('2026-03-01')
  })

  it('[PA16] tells a customer nothing that is for our eyes', async () => {
    const input = salesContract(office, office.customer(), { remark: 'CANARY-REMARK', commissionRate: '7.77', rate: '7.1234' })
    await office.run('save-sales-contract', input)
    for (const paper of ['sales-contract', 'proforma-invoice'] as const) {
      const { pdf } = await office.query('paper', { paper, recordId: input.id })
      expect((await pdfTexts(pdf)).join('\n')).not.toMatch(/CANARY|7\.77|7\.1234/)
    }
  })

  it('[PA12] a proforma invoice is not ready while no account of ours is confirmed by two persons', async () => {
    const input = salesContract(office, office.customer(), {})
    await office.run('save-sales-contract', input)
    const made = await office.query('paper', { paper: 'proforma-invoice', recordId: input.id })
    expect(made.problems).toContainEqual({ code: 'no-confirmed-account', what: 'USD' })
    expect(made.fileName).toMatch(/^PI-SC2026-0001-DRAFT-C\d+$/)
  })

  it('an amendment says what was and what is, to who sees the contract and nobody else', async () => {
    const sale = await signedSale(office, office.customer({ name: 'Hansa Import GmbH' }))
    const id = newId()
    expect((await office.query('papers-of', { recordKind: 'sales-contract', recordId: sale.id })).map(({ paper }) => paper)).not.toContain(
      'sales-amendment',
    )
    await office.run('begin-amendment', { id, kind: 'sales-contract', contractId: sale.id, revision: 2, reason: 'More bolts' })
    const {
      number: _,
      id: __,
      revision: ___,
      dealId: ____,
      customerId: _____,
      contractDate: ______,
      ownerId: _______,
      ...said
    } = { revision: 0, ...sale }
    await office.run('save-sales-amendment', {
      ...said,
      ...{ id, revision: 1, reason: 'More bolts', confirmation: 'mail of 3 March', remark: 'CANARY-REMARK', rate: '7.9' },
      lines: sale.lines.map((line) => ({ ...line, quantity: '150' })),
    })
    const asked = { paper: 'sales-amendment' as const, recordId: sale.id }
    const text = (await pdfTexts((await office.query('paper', asked)).pdf)).join('\n')
    for (const one of ['AMENDMENT NO. 1', 'More bolts', 'mail of 3 March', 'USD 500.00', 'USD 750.00', 'USD 250.00', 'across: DRAFT'])
      expect(text).toContain(one)
    expect(text).toMatch(/Quantity: 100 .*Quantity: 150/)
    expect(text).not.toMatch(/CANARY|7\.9/)
    const other = await office.user({ permissions: ['sales-contract.view'], scopes: { 'sales-contract': 'own' } })
    expect(await office.ask('paper', asked, other)).toMatchObject({ refused: 'not-found' })
    expect(await office.ask('papers-of', { recordKind: 'sales-contract', recordId: sale.id }, other)).toMatchObject({
      refused: 'not-found',
    })
  })
})
