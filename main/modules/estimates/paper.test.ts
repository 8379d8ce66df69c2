// The worked deal as a paper: the figures of its screen, each with its rate and source; for nobody who may not see profit.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import type { EstimateSource } from '../../../preload/contract/modules/estimates/calls.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { moneyModules } from '../../testing/money-modules.ts'
import { pdfTexts } from '../../testing/pdf-text.ts'
import { testOffice, type TestOffice } from '../../testing/test-office.ts'
import { approvals } from '../approvals/index.ts'
import { contracts } from '../contracts/index.ts'
import { deals } from '../deals/index.ts'
import { papers } from '../papers/index.ts'
import { parties } from '../parties/index.ts'
import { profit } from '../profit/index.ts'
import { purchasing } from '../purchasing/index.ts'
import { shipments } from '../shipments/index.ts'
import { aTrade } from '../shipments/testing/trade.ts'
import { estimates } from './index.ts'

let office: TestOffice
beforeEach(async () => {
  office = await testOffice([approvals, parties, deals, contracts, purchasing, shipments, ...moneyModules, estimates, profit, papers])
})
afterEach(() => {
  expect(office.faults).toEqual([])
  office.close()
})

type Input = CommandInput<'save-profit-estimate'>
const source: EstimateSource = { from: 'typed', number: '', route: null, id: null, date: null, rateOn: null }
const line = (currency: string, rate: string) => ({ id: newId(), description: '', currency, rate, source })
const cost = (name: Input['costs'][number]['line'], amount: number, currency = 'USD', rate = '7.1') => ({
  ...line(currency, rate),
  line: name,
  amount,
})
/** The worked deal of domain.md 7. */
const worked = (dealId: string): Input => ({
  ...{ id: newId(), dealId, estimatedOn: '2026-03-01', premiumRate: '0.3', remark: '' },
  revenue: [{ ...line('USD', '7.1'), amount: 5_000_000, source: { ...source, from: 'sales-contract', number: 'SC-77' } }],
  purchases: [
    {
      ...line('CNY', '1'),
      ...{ productId: null, supplierId: null, quantity: '10000', unit: 'PCS', price: '28.25', vatRate: '13', refundRate: '13' },
    },
  ],
  costs: [
    cost('freight', 200_000),
    cost('insurance', 16_500),
    cost('commission', 150_000),
    cost('bank-charge', 5_000),
    cost('inland-freight', 600_000, 'CNY', '1'),
  ],
})

test('[PA1] [E4] says every line with its rate and source, and what the screen says it comes to', async () => {
  const { dealId } = await aTrade(office).sold([{ quantity: '10000', price: '5' }], { commissionRate: '3' })
  const input = worked(dealId)
  await office.run('save-profit-estimate', input)
  const made = await office.query('paper', { paper: 'profit-estimate', recordId: input.id })
  const text = (await pdfTexts(made.pdf)).join('\n')
  const figures = ['USD 50,000.00', 'CNY 355,000.00', 'CNY 282,500.00', 'CNY 32,500.00', '14,200.00', '1,171.50', 'CNY 32,376.50']
  for (const said of [...figures, 'CNY 72,623.50', '20.4573 %', '5.5250', '外销合同 SC-77', '7.1', 'D2026-0001', 'across: 内部'])
    expect(text).toContain(said)
  expect(made.fileName).toBe('PE-PE2026-0001-01-Buyer')
  const seller = await office.user({
    permissions: ['profit-estimate.view', 'cost.view', 'deal.view'],
    scopes: { 'profit-estimate': 'all', deal: 'all' },
  })
  expect(await office.ask('paper', { paper: 'profit-estimate', recordId: input.id }, seller)).toMatchObject({ refused: 'not-permitted' })
  expect(await office.query('papers-of', { recordKind: 'profit-estimate', recordId: input.id }, seller)).toEqual([])
  await office.run('void-profit-estimate', { id: input.id, revision: 1, reason: '改价' })
  const gone = await office.query('paper', { paper: 'profit-estimate', recordId: input.id })
  expect((await pdfTexts(gone.pdf)).join('\n')).toContain('across: 作废: 改价')
})
