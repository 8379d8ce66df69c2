// The archive of a deal: every record that belongs to it brings its files, for who may see them, and nothing of what they may not. Rules FI7, FI16, C13 of deals.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { allPermissions, isOwned, ownedResources, viewRights, type Permission } from '../../../preload/contract/access.ts'
import { rightsFor } from '../../../preload/contract/figures.ts'
import { ATTACHABLE_KINDS, recordOf, type AttachableKind } from '../../../preload/contract/records.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { allModules } from '../../modules.ts'
import { aLine, anInput } from '../../testing/fixtures.ts'
import type { TestUser } from '../../testing/test-office.ts'
import { credit } from '../credit/index.ts'
import { customs } from '../customs/index.ts'
import { aDeclaration } from '../customs/testing/declaration.ts'
import { aCertificate } from '../customs/testing/origin.ts'
import { dealDocuments } from '../deals/index.ts'
import { estimates } from '../estimates/index.ts'
import { freight } from '../freight/index.ts'
import { letters } from '../letters-of-credit/index.ts'
import { quotations } from '../quotations/index.ts'
import { endSound, moneyOffice, type MoneyOffice } from '../receipts-and-payments/testing/money.ts'
import { files } from './index.ts'
import { aFile } from './testing/received.ts'

/** Records with files that are of no one deal, and why. One that is new belongs to its deals (`dealDocuments`), or says here why not. */
const OF_NO_DEAL: Record<string, string> = {
  ...{ customer: 'of all its deals', vendor: 'of all its deals', product: 'sold in many deals', user: 'a person of ours' },
  ...{ 'bank-account': 'ours, for all deals', transfer: 'between our own accounts', revaluation: 'of all that is open at a month’s end' },
}
test('[FI16] every record with files is a document of its deal, or says why it belongs to none', () => {
  const inDeals = ['deal', ...allModules.contributed(dealDocuments).map(({ kind }) => kind)]
  expect([...inDeals, ...Object.keys(OF_NO_DEAL)].toSorted()).toEqual(ATTACHABLE_KINDS.toSorted())
})

const IN_DEALS = ATTACHABLE_KINDS.filter((kind) => !(kind in OF_NO_DEAL))
let trade: MoneyOffice
let dealId: string
/** A record of each kind that belongs to the deal. */
let made: Record<string, string>

/** In the deal, by the commands that make them. */
const makeAll = async (): Promise<void> => {
  const [dollars, yuan] = [await trade.bank('USD', { rate: '7.1' }), await trade.bank('CNY', { balance: 90_000_00 })]
  const sold = await trade.sold([{ quantity: '1000', price: '5', buy: { price: '11.3' } }])
  ;({ dealId } = sold)
  const { input: shipment } = await trade.shipped([[sold.lines[0]!, '1000']], { dispatchedOn: '2026-01-20', rate: '7.1' })
  const ids = {
    ...{ quotation: newId(), 'letter-of-credit': newId(), 'freight-inquiry': newId(), 'profit-estimate': newId(), bill: newId() },
    ...{ 'payment-request': newId(), payment: newId(), receipt: newId(), 'credit-note': newId(), 'tax-refund-receipt': newId() },
  }
  const { customerId, factoryId, owner } = trade
  const quoted = { ...{ customerId, ownerId: owner.id, rate: '7.1', quotedOn: '2026-01-02', validUntil: '2026-03-01' } }
  const terms = { incoterm: 'CIF' as const, incotermPlace: 'Hamburg', lines: [aLine('save-quotation', { price: '5' })] }
  const { revision } = await trade.run('save-quotation', anInput('save-quotation', { id: ids.quotation, ...quoted, ...terms }))
  const sent = await trade.run('send-quotation', { id: ids.quotation, revision, sentOn: '2026-01-02' })
  const next = newId()
  const from = { id: ids.quotation, revision: sent.revision }
  await trade.run('revise-quotation', { id: next, from, quotedOn: '2026-01-03', validUntil: '2026-03-01' })
  await trade.run('send-quotation', { id: next, revision: 1, sentOn: '2026-01-03' })
  const contract = { contractId: newId(), dealId, contractDate: '2026-01-04', buyerOrderNumber: '' }
  await trade.run('confirm-quotation', { id: next, revision: 2, ...contract })
  await trade.run(
    'save-letter-of-credit',
    anInput('save-letter-of-credit', {
      ...{ id: ids['letter-of-credit'], bankNumber: 'LC-1', customerId, issuingBank: 'First Bank', amount: 100_00, contractIds: [sold.id] },
      ...{ issuedOn: '2026-01-10', expiresOn: '2026-04-30', latestShipment: '2026-04-10', presentationDays: 21, availability: 'sight' },
    }),
  )
  await trade.run(
    'save-freight-inquiry',
    anInput('save-freight-inquiry', {
      ...{ id: ids['freight-inquiry'], portOfLoading: 'Ningbo', portOfDischarge: 'Hamburg', cargoLoad: 'containers' },
      ...{ containers: [{ type: '40HQ', count: 1 }], contractIds: [sold.id], ownerId: owner.id },
    }),
  )
  const source = { from: 'typed', number: '', route: null, id: null, date: null, rateOn: null } as const
  const revenue = [{ id: newId(), description: '', currency: 'USD', rate: '7.1', source, amount: 500_000 }]
  const estimate = { premiumRate: null, remark: '', revenue, purchases: [], costs: [] }
  await trade.run('save-profit-estimate', { id: ids['profit-estimate'], dealId, estimatedOn: '2026-01-06', ...estimate })
  const [declaration, certificate] = [aDeclaration({ shipmentId: shipment.id }), aCertificate({ shipmentId: shipment.id })]
  await trade.run('save-customs-declaration', declaration)
  await trade.run('save-origin-certificate', certificate)
  const goods = { purchaseLineId: sold.purchaseLines[0]!, quantity: '1000', category: null, vatRate: '13' }
  await trade.bill({ id: ids.bill, kind: 'factory', invoiceNumber: 'F-77', lines: [trade.billLine(1_130_000, goods)] })
  const asked = { partyId: factoryId, currency: 'CNY', payBy: '2026-02-20', ownerId: owner.id }
  const line = { id: newId(), item: `${ids.bill}:1`, amount: 100_00 }
  const { item } = trade.one<{ item: string }>('SELECT ref AS item FROM open_item WHERE documentId = ?', ids.bill)
  await trade.run(
    'save-payment-request',
    anInput('save-payment-request', { id: ids['payment-request'], ...asked, lines: [{ ...line, item }] }),
  )
  await trade.pay(yuan, 50_00, { id: ids.payment, targets: [{ item, amount: 50_00 }] })
  await trade.receive(dollars, 70_00, { id: ids.receipt, contractId: sold.id })
  const note = { partyId: customerId, on: '2026-02-01', currency: 'USD', rate: '7.1', amount: 10_00, dealId, reason: 'short' }
  await trade.run('post-credit-note', anInput('post-credit-note', { id: ids['credit-note'], ...note }))
  const refund = trade.one<{ ref: string }>("SELECT ref FROM open_item WHERE account = '1221'").ref
  await trade.run('receive-tax-refund', {
    ...{ id: ids['tax-refund-receipt'], bankAccountId: yuan, receivedOn: '2026-02-20', amount: 100_00, remark: '' },
    lines: [{ item: refund, amount: 100_00, close: false }],
  })
  made = {
    ...{ deal: dealId, 'sales-contract': sold.id, 'purchase-contract': sold.purchaseId!, shipment: shipment.id, ...ids },
    ...{ 'customs-declaration': declaration.id, 'origin-certificate': certificate.id },
  }
}
beforeAll(async () => {
  trade = await moneyOffice({}, [credit, letters, freight, customs, estimates, quotations, files])
  await makeAll()
  for (const [recordKind, recordId] of Object.entries(made))
    await trade.run('attach-files', { recordKind: recordKind as AttachableKind, recordId, files: [aFile(trade)] })
})
afterAll(() => endSound(trade))

const kindsFor = async (user?: TestUser, of = dealId): Promise<string[]> => {
  const { records } = await trade.query('files-of-deal', { id: of }, user)
  for (const { id, files: found } of records) expect([id, found.length]).toEqual([id, 1])
  return records.map(({ kind }) => kind).toSorted()
}
const listedFor = async (user: TestUser): Promise<string[]> =>
  (await trade.query('deal', { id: dealId }, user)).documents.map(({ kind }) => kind)
const everywhere = Object.fromEntries(ownedResources.map((resource) => [resource, 'all' as const]))
const userWithout = (rights: readonly Permission[], scopes: typeof everywhere = everywhere) =>
  trade.user({ permissions: allPermissions.filter((right) => !rights.includes(right)), scopes })

test('[FI16] the files of every record of a deal come, and of no other deal', async () => {
  expect(Object.keys(made).toSorted()).toEqual(IN_DEALS.toSorted())
  expect(await kindsFor()).toEqual(IN_DEALS.toSorted())
  const other = await trade.sold([{ quantity: '1', price: '5' }])
  expect(await kindsFor(undefined, other.dealId)).toEqual([])
  const { documents } = await trade.query('deal', { id: dealId })
  expect(documents.filter(({ kind }) => kind === 'quotation').map(({ status }) => status)).toEqual(['superseded', 'confirmed'])
  expect(documents.find(({ kind }) => kind === 'letter-of-credit')).toMatchObject({ status: 'draft', total: { minor: 100_00 } })
})

test.each(IN_DEALS.filter((kind) => kind !== 'deal'))('[FI7] nothing of a %s comes for who may not see it', async (kind) => {
  const blind = await userWithout(viewRights(recordOf(kind)).slice(-1))
  expect(await kindsFor(blind)).not.toContain(kind)
  expect(await listedFor(blind)).not.toContain(kind)
  const { attachable } = recordOf(kind)
  const figure = typeof attachable === 'object' ? attachable.figure : undefined
  if (figure === undefined) return
  const unpriced = await userWithout(rightsFor(figure))
  expect(await kindsFor(unpriced)).not.toContain(kind)
  const totals = (await trade.query('deal', { id: dealId }, unpriced)).documents.filter((one) => one.kind === kind)
  expect(totals.filter(({ total }) => total !== null)).toEqual([])
})

test('[FI7] of records in a scope nothing comes for who has none of them', async () => {
  const own = Object.fromEntries(ownedResources.map((resource) => [resource, resource === 'deal' ? 'all' : 'own'])) as typeof everywhere
  const elsewhere = await userWithout([], own)
  const everybodys = ['bill', 'deal', 'payment', 'tax-refund-receipt']
  expect(await kindsFor(elsewhere)).toEqual(everybodys)
  expect([...new Set(['deal', ...(await listedFor(elsewhere))])].toSorted()).toEqual(everybodys)
  expect(IN_DEALS.filter((kind) => isOwned(kind as never)).filter((kind) => kind !== 'deal' && everybodys.includes(kind))).toEqual([])
})
