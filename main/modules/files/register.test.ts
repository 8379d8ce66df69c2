// The register of contracts: who sees which rows, which scan stands there, since when one is missing, and what Today asks for. Rules FI20 to FI22 of files.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contracts } from '../contracts/index.ts'
import { deals } from '../deals/index.ts'
import { closeSound, salesContract, salesLine, signedSale, tradeOffice, type SalesInput, type Trade } from '../contracts/testing/trade.ts'
import { purchasing } from '../purchasing/index.ts'
import { purchaseLine, signedPurchase, type PurchaseInput } from '../purchasing/testing/goods.ts'
import { tasks } from '../tasks/index.ts'
import { files } from './index.ts'
import { aFile } from './testing/received.ts'
import { askedToday } from '../tasks/testing/asked.ts'

let office: Trade
let sale: SalesInput
let purchase: PurchaseInput
beforeEach(async () => {
  office = await tradeOffice([deals, contracts, purchasing, files, tasks])
  office.at = '2026-03-10T02:00:00.000Z'
  sale = await signedSale(office, office.customer({ name: 'Acme' }), { lines: [salesLine()] })
  purchase = await signedPurchase(office, office.vendor({ name: 'Ningbo Bolts' }), {
    contractDate: '2026-03-05',
    lines: [purchaseLine({ salesLineId: sale.lines[0]!.id })],
  })
  await office.run('save-sales-contract', salesContract(office, sale.customerId, { contractDate: '2026-03-09' }))
})
afterEach(() => closeSound(office))

const rows = async (asked: object = {}, as?: Awaited<ReturnType<Trade['user']>>) =>
  (await office.query('contract-register', { totals: true, ...asked }, as)).rows
const scanned = async (recordKind: 'sales-contract' | 'purchase-contract', recordId: string, name: string) => {
  const file = { ...aFile(office), kind: 'signed-contract' as const, name }
  await office.run('attach-files', { recordKind, recordId, files: [file] })
  return file
}

test('[FI20] every contract stands in it with its deal, its amount on its side, and its newest signed scan', async () => {
  const other = { ...aFile(office), kind: 'other' as const }
  await office.run('attach-files', { recordKind: 'sales-contract', recordId: sale.id, files: [other] })
  const all = await rows()
  expect(all.map((r) => [r['number'], r['kind'], r['status'], r['scanState'], r['missingSince'], r['deal']])).toEqual([
    [expect.any(String), 'sales-contract', 'draft', null, null, 'D2026-0002'],
    ['PC2026-0001', 'purchase-contract', 'signed', 'awaited', '2026-03-05', 'D2026-0001'],
    ['SC2026-0001', 'sales-contract', 'signed', 'scan-missing', '2026-03-01', 'D2026-0001'],
  ])
  expect(all[1]).toMatchObject({ party: 'Ningbo Bolts', sold: null, bought: { currency: 'CNY' }, dealIds: sale.dealId })
  expect(all[2]).toMatchObject({ party: 'Acme', sold: { minor: 50_000, currency: 'USD' }, bought: null, dealIds: sale.dealId })
  const first = await scanned('sales-contract', sale.id, '合同.pdf')
  office.at = '2026-03-10T03:00:00.000Z'
  const newer = await scanned('sales-contract', sale.id, '合同 双签.pdf')
  expect(await rows({ search: 'SC2026-0001' })).toMatchObject([
    { scanState: 'there', missingSince: null, scan: '合同 双签.pdf', scanVersion: newer.versionId, scanType: 'pdf', scanSize: 1000 },
  ])
  await office.run('bin-file', { id: newer.id, revision: 1 })
  expect(await rows({ search: 'acme', filters: [{ field: 'scanState', op: 'is', value: 'there' }] })).toMatchObject([
    { scan: '合同.pdf', scanVersion: first.versionId },
  ])
  await office.run('bin-file', { id: first.id, revision: 1 })
  const missing = await rows({ params: { missingOnly: true } })
  expect(missing.map((r) => r['number'])).toEqual(['PC2026-0001', 'SC2026-0001'])
})

test('[FI21] each row is seen by who may see the contract, and one of a purchase by who may see costs', async () => {
  const own = (permissions: readonly string[], scope: 'own' | 'all' = 'all') =>
    office.user({
      permissions: ['contract-register.view', ...permissions] as never,
      scopes: { 'sales-contract': scope, 'purchase-contract': scope },
    })
  const numbers = async (permissions: readonly string[], scope?: 'own' | 'all') =>
    (await rows({}, await own(permissions, scope))).map((r) => r['kind'])
  expect(await numbers([])).toEqual([])
  expect(await numbers(['sales-contract.view'])).toEqual(['sales-contract', 'sales-contract'])
  expect(await numbers(['purchase-contract.view'])).toEqual([])
  expect(await numbers(['purchase-contract.view', 'cost.view'])).toEqual(['purchase-contract'])
  expect(await numbers(['sales-contract.view', 'purchase-contract.view', 'cost.view'], 'own')).toEqual([])
  const seller = await own(['sales-contract.view'])
  expect((await office.query('contract-register', {}, seller)).columns).not.toContain('bought')
  expect(await office.ask('contract-register', { filters: [{ field: 'bought', op: 'greater', value: '1' }] }, seller)).toMatchObject({
    refused: 'unknown-field',
  })
})

test('[FI22] Today asks for a scan when its days are over, by the setting, and no more once it is there', async () => {
  const due = async (as?: Awaited<ReturnType<Trade['user']>>) =>
    (await askedToday(office, as))
      .filter(({ rule }) => rule.endsWith('scan-missing'))
      .map(({ rule, items }) => [rule, items.map(({ number, dueOn, days }) => [number, dueOn, days])])
  expect(await due()).toEqual([['sales-scan-missing', [['SC2026-0001', '2026-03-08', -2]]]])
  await office.run('set-file-settings', { mostMegabytes: 25, binDays: 30, scanDays: 5, revision: 1 })
  expect(await due()).toEqual([
    ['sales-scan-missing', [['SC2026-0001', '2026-03-06', -4]]],
    ['purchase-scan-missing', [['PC2026-0001', '2026-03-10', 0]]],
  ])
  const blind = await office.user({
    permissions: ['sales-contract.view', 'purchase-contract.view'],
    scopes: { 'sales-contract': 'own', 'purchase-contract': 'all' },
  })
  expect(await due(blind)).toEqual([])
  await scanned('sales-contract', sale.id, '合同.pdf')
  await scanned('purchase-contract', purchase.id, '采购合同.pdf')
  expect(await due()).toEqual([])
  // Older than a year: the register tells it, Today does not.
  office.at = '2027-06-01T02:00:00.000Z'
  await office.run('bin-file', {
    id: (await office.query('files-of', { recordKind: 'sales-contract', recordId: sale.id })).files[0]!.id,
    revision: 1,
  })
  expect(await due()).toEqual([])
  expect(await rows({ params: { missingOnly: true } })).toMatchObject([{ number: 'SC2026-0001', scanState: 'scan-missing' }])
})
