// The door of approvals before anything is submitted: switches off, switches on, and what a step is refused with.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { switchesOff } from '../../../preload/contract/modules/people/calls.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { readCompany } from '../../access/company.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import { gathered } from '../contributions.ts'
import { testOffice, type TestOffice } from '../../testing/test-office.ts'
import { approvalState, isSwitchedOn, requireApproved, requireDealApproved } from './index.ts'

let office: TestOffice
beforeEach(async () => {
  office = await testOffice([])
})
afterEach(() => office.close())

const document = { documentId: newId(), revision: 1, number: 'SC2026-0001' }
const context = (switches: Partial<typeof switchesOff>) =>
  ({
    db: office.database.write.kysely,
    company: { switches: { ...switchesOff, ...switches } },
    contributed: gathered([]),
  }) as unknown as CommandContext

test('[A4] nothing stands in the way while the switch is off', async () => {
  await expect(requireApproved(context({}), 'sales-contract', document)).resolves.toBeUndefined()
  await expect(requireDealApproved(context({}), 'profit-estimate', { dealId: newId(), number: 'D2026-0001' })).resolves.toBeUndefined()
})

test('[A4] with the switch on a document never submitted is refused by its number', async () => {
  await expect(requireApproved(context({ approveSalesContract: true }), 'sales-contract', document)).rejects.toMatchObject({
    refusal: { refused: 'approval-needed', data: { kind: 'sales-contract', number: 'SC2026-0001', state: 'none' } },
  })
  expect(await approvalState(office.database.read.kysely, 'sales-contract', document.documentId, 1)).toBe('none')
})

test('[A5] a deal without the document that counts for it is refused by the number of the deal', async () => {
  await expect(
    requireDealApproved(context({ approveProfitEstimate: true }), 'profit-estimate', { dealId: newId(), number: 'D2026-0001' }),
  ).rejects.toMatchObject({ refusal: { refused: 'approval-needed', data: { number: 'D2026-0001', state: 'none' } } })
})

test('each kind has its own switch', () => {
  expect(isSwitchedOn({ ...switchesOff, approvePayment: true }, 'payment-request')).toBe(true)
  expect(isSwitchedOn({ ...switchesOff, approvePayment: true }, 'purchase-contract')).toBe(false)
  expect(isSwitchedOn({ ...switchesOff, customerCredit: true }, 'credit-override')).toBe(true)
})

test('switches that an older company has never heard of are off', () => {
  office.database.write.sql.prepare("UPDATE setting SET value = json_remove(value, '$.switches') WHERE key = 'company'").run()
  expect(readCompany(office.database.read.sql)!.switches).toEqual(switchesOff)
  office.database.write.sql
    .prepare(`UPDATE setting SET value = json_set(value, '$.switches', json('{"customerCredit":true}')) WHERE key = 'company'`)
    .run()
  expect(readCompany(office.database.read.sql)!.switches).toEqual({ ...switchesOff, customerCredit: true })
})
