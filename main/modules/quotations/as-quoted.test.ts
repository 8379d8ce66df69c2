// A contract is printed as its quotation offered it, or says in what it differs. Rule Q18.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CommandInput } from '../../../preload/contract/commands.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { amendments } from '../amendments/index.ts'
import { contracts } from '../contracts/index.ts'
import { closeSound, tradeOffice, type Trade } from '../contracts/testing/trade.ts'
import { deals } from '../deals/index.ts'
import { papers } from '../papers/index.ts'
import { quotations } from './index.ts'

let office: Trade
let contractId: string
const line = (part: Partial<CommandInput<'save-quotation'>['lines'][number]> = {}) => ({
  ...{ id: newId(), productId: null, description: 'Bolts', quantity: '10000', unit: 'PCS', price: '5', discount: '0' },
  ...part,
})
beforeEach(async () => {
  office = await tradeOffice([amendments, deals, contracts, quotations, papers])
  office.at = '2026-03-06T02:00:00.000Z'
  const id = newId()
  await office.run('save-quotation', {
    ...{ id, customerId: office.customer({ name: 'Alfreds' }), inquiryNumber: '', quotedOn: '2026-03-02', validUntil: '2026-04-01' },
    ...{ currency: 'USD', rate: '7.1', incoterm: 'FOB', incotermPlace: 'Ningbo', portOfLoading: 'Ningbo', portOfDischarge: 'Hamburg' },
    ...{ delivery: '', commissionRate: '0', paymentTerm: [{ share: '100', event: 'before-shipment', days: 0 }], clauses: '', remark: '' },
    ...{ ownerId: office.owner.id, lines: [line(), line({ description: 'Nuts', quantity: '500', price: '0.125', discount: '5' })] },
    costs: { freight: 0, insurance: 0, domestic: 0 },
  })
  const { revision } = await office.run('send-quotation', { id, revision: 1, sentOn: '2026-03-02' })
  contractId = newId()
  const asked = { contractId, dealId: newId(), contractDate: '2026-03-06', buyerOrderNumber: 'PO-1' }
  await office.run('confirm-quotation', { id, revision, ...asked })
})
afterEach(() => closeSound(office))

type Contract = CommandInput<'save-sales-contract'>
/** What an amendment may say; the rest stands. */
const AMENDABLE = [
  ...['buyerOrderNumber', 'currency', 'rate', 'incoterm', 'incotermPlace', 'transportMode', 'portOfLoading', 'portOfDischarge'],
  ...['paymentTerm', 'latestShipment', 'partialShipment', 'transhipment', 'moreOrLess', 'consignee', 'notifyParty', 'marks'],
  ...['bankAccountId', 'commissionRate', 'clauses', 'remark'],
] as const
const FIELDS = [...AMENDABLE, 'dealId', 'customerId', 'contractDate', 'ownerId'] as const
const typed = async (fields: readonly string[]) => {
  const { revision, ...contract } = await office.query('sales-contract', { id: contractId })
  const lines = contract.lines.map(({ id, productId, description, quantity, unit, price, discount }) => ({
    ...{ id, productId, description, quantity, unit, price, discount },
  }))
  const said = Object.fromEntries(Object.entries(contract).filter(([key]) => fields.includes(key))) as unknown as Contract
  return { revision, said: { ...said, lines } }
}
const changed = async (lines: (lines: Contract['lines']) => Contract['lines']) => {
  const { revision, said } = await typed(FIELDS)
  await office.run('save-sales-contract', { ...said, id: contractId, revision, lines: lines(said.lines) })
}
const told = async (paper: 'sales-contract' | 'proforma-invoice', user = office.owner) =>
  (await office.query('paper', { paper, recordId: contractId }, user)).problems.filter(({ code }) => code === 'quotation-differs')

describe('[Q18] a contract beside its confirmed quotation', () => {
  it('says nothing while it is as quoted, however its goods are described', async () => {
    expect(await told('sales-contract')).toEqual([])
    await changed((lines) => lines.map((one) => ({ ...one, description: `${one.description}, zinc plated` })))
    expect([await told('sales-contract'), await told('proforma-invoice')]).toEqual([[], []])
  })

  it('names each line and the total with both figures, and is not issued but for a reason', async () => {
    await changed(([bolts, nuts]) => [{ ...bolts!, price: '4.9' }, { ...nuts!, quantity: '600' }, line({ description: 'Washers' })])
    const expected = [
      { what: 'Bolts', one: '10,000 PCS × USD 4.90', other: 'QT2026-0001: 10,000 PCS × USD 5.00' },
      { what: 'Nuts', one: '600 PCS × USD 0.125 − 5 %', other: 'QT2026-0001: 500 PCS × USD 0.125 − 5 %' },
      { what: 'Washers', one: '10,000 PCS × USD 5.00', other: 'QT2026-0001: –' },
      { what: 'TOTAL', one: 'USD 99,071.25', other: 'QT2026-0001: USD 50,059.38' },
    ].map((one) => ({ code: 'quotation-differs', ...one }))
    expect(await told('sales-contract')).toEqual(expected)
    expect(await told('proforma-invoice')).toEqual(expected)
    const { content } = await office.query('paper', { paper: 'sales-contract', recordId: contractId })
    const issue = {
      id: newId(),
      paper: 'sales-contract' as const,
      recordId: contractId,
      language: 'en' as const,
      seenContent: content,
      reason: '',
      sealId: null,
      signId: null,
    }
    expect(await office.send('issue-paper', issue)).toMatchObject({ refused: 'paper-problems', data: { problems: expected } })
    expect(await office.send('issue-paper', { ...issue, reason: 'Agreed by mail of 5 March' })).toMatchObject({ ok: true })
  })

  it('says which product, where that is what differs', async () => {
    const productId = office.product({ code: 'B-9' })
    await changed(([bolts, nuts]) => [{ ...bolts!, productId }, nuts!])
    const [one, other] = ['B-9 · 10,000 PCS × USD 5.00', 'QT2026-0001: – · 10,000 PCS × USD 5.00']
    expect(await told('sales-contract')).toEqual([{ code: 'quotation-differs', what: 'Bolts', one, other }])
  })

  it('names a line that was left out', async () => {
    await changed(([bolts]) => [bolts!])
    expect((await told('sales-contract'))[0]).toMatchObject({ what: 'Nuts', one: '–' })
  })

  it('tells who may not see the quotation that it differs, not what it said', async () => {
    await changed(([bolts]) => [bolts!])
    const user = await office.user({
      permissions: ['sales-contract.view', 'sales-contract.print'] as never,
      scopes: { 'sales-contract': 'all' },
    })
    expect(await told('sales-contract', user)).toEqual([
      { code: 'quotation-differs', what: '', one: '–' },
      { code: 'quotation-differs', what: 'TOTAL', one: 'USD 50,000.00' },
    ])
  })

  it('is not asked any more once an amendment says what was agreed', async () => {
    await changed(([bolts]) => [bolts!])
    const { revision } = await office.query('sales-contract', { id: contractId })
    await office.run('sign-sales-contract', { id: contractId, revision, signedOn: '2026-03-06' })
    expect(await told('sales-contract')).toHaveLength(2)
    const id = newId()
    const begun = { id, kind: 'sales-contract' as const, contractId, revision: revision + 1, reason: 'Price' }
    await office.run('begin-amendment', begun)
    expect(await told('sales-contract')).toHaveLength(2)
    const { said } = await typed(AMENDABLE)
    const lines = said.lines.map((one) => ({ ...one, price: '4.8' }))
    const saved = await office.run('save-sales-amendment', { ...said, lines, id, revision: 1, reason: 'Price', confirmation: 'mail' })
    await office.run('put-amendment-into-force', { id, revision: saved.revision, on: '2026-03-06' })
    expect(await told('sales-contract')).toEqual([])
  })
})
