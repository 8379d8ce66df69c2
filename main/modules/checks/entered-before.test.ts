// Numbers that usually come once and were entered before: warned of with the record that has them, within the viewer's scope.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { QueryInput } from '../../../preload/contract/queries.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { writableDb } from '../../../db/tx.ts'
import { testOffice, type TestOffice } from '../../testing/test-office.ts'
import { receiptsAndPayments } from '../receipts-and-payments/index.ts'
import { checks } from './index.ts'

let office: TestOffice
const customer = newId()
const account = newId()
beforeEach(async () => {
  office = await testOffice([checks, receiptsAndPayments])
})
afterEach(() => office.close())

const seed = () => writableDb(office.database.write, 0)
const put = (table: 'receipt' | 'payment', number: string, bankReference: string, over: object = {}) => {
  const id = newId()
  office.database.write.sql.exec('PRAGMA foreign_keys = OFF')
  const money = {
    currency: 'USD',
    amount: 1,
    charge: 0,
    rate: 1,
    amountBase: 1,
    remark: '',
    item: newId(),
    journalId: 1,
    createdAt: office.at,
  }
  if (table === 'receipt')
    seed().put('receipt', {
      ...{ id, number, bankReference, bankAccountId: account, receivedOn: '2026-03-01', payerName: '', status: 'unclaimed', ...money },
      ...{ customerId: null, contractId: null, dealId: null, claimJournalId: null, ownerId: null, departmentId: null, ...over },
    })
  else
    seed().put('payment', {
      ...{ id, number, bankReference, bankAccountId: account, paidOn: '2026-03-01', partyId: customer, status: 'posted', ...money },
      ...{ contractId: null, requestId: null, ...over },
    })
  return id
}
const ask = async (input: Partial<QueryInput<'entered-before'>>, as = office.owner) =>
  (await office.query('entered-before', { what: 'receipt-reference', number: '', of: account, exceptId: null, ...input }, as)).warnings
const told = (by: string, number: string) => [{ code: 'entered-before', field: 'bankReference', data: { by, number } }]

test('[SC8] [T44] a bank reference that the same account has had, however it is typed; not of a reversed one, nor of itself', async () => {
  const id = put('receipt', 'RC2026-0001', 'FT26-0042/A')
  for (const number of ['FT26-0042/A', 'ft26–0042/a', 'ＦＴ26-0042/A', 'FT26-\u200B0042/A'])
    expect([number, await ask({ number })]).toEqual([number, told('receipt', 'RC2026-0001')])
  expect(await ask({ number: 'FT26-0042/B' })).toEqual([])
  expect(await ask({ number: 'FT26-0042/A', of: newId() })).toEqual([])
  expect(await ask({ number: 'FT26-0042/A', exceptId: id })).toEqual([])
  expect(await ask({ number: 'FT26-0042/A', what: 'payment-reference' })).toEqual([])
  seed().patch('receipt', id, { status: 'reversed' })
  expect(await ask({ number: 'FT26-0042/A' })).toEqual([])
  put('payment', 'PY2026-0007', '0099')
  expect(await ask({ number: '0099', what: 'payment-reference' })).toEqual(told('payment', 'PY2026-0007'))
})

test('[SC8] [SEC43] one that the viewer may not see is not told', async () => {
  put('receipt', 'RC2026-0001', 'FT1', { ownerId: office.owner.id, status: 'claimed' })
  expect(await ask({ number: 'FT1' }, await office.user({ permissions: [] }))).toEqual([])
  expect(await ask({ number: 'FT1' }, await office.user({ permissions: ['receipt.view'], scopes: { receipt: 'own' } }))).toEqual([])
  expect(await ask({ number: 'FT1' }, await office.user({ permissions: ['receipt.view'], scopes: { receipt: 'all' } }))).toEqual(
    told('receipt', 'RC2026-0001'),
  )
})
