// What a sales contract and a proforma invoice say on paper, to the cent and to the word: golden cases C1 and C2 of papers.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { pdfTexts } from '../../../testing/pdf-text.ts'
import { deals } from '../../deals/index.ts'
import { papers } from '../../papers/index.ts'
import { contracts } from '../index.ts'
import { closeSound, salesContract, salesLine, tradeOffice, type Trade } from '../testing/trade.ts'

let office: Trade
beforeEach(async () => {
  office = await tradeOffice([deals, contracts, papers])
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
})
