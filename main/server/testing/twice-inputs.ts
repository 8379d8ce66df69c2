// Inputs that are accepted, for the commands that no sample made of the schemas reaches: they need a state of their own, which commands before them make.
import type { Connection } from '../../../db/open.ts'
import type { CommandInput, CommandName, CommandOutcome } from '../../../preload/contract/commands.ts'
import { switchesOff, type Company } from '../../../preload/contract/modules/people/calls.ts'
import { addDays } from '../../../preload/contract/vocabulary/dates.ts'
import { newId } from '../../../preload/contract/vocabulary/ids.ts'
import { DEMONSTRATION_PASSWORD } from '../../demonstration/accounts.ts'

/** Sends a command in the owner's name. `does`: it stays done. `tries`: it is taken back, and may be refused. */
export type Doing = {
  does<N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutcome<N>>
  tries<N extends CommandName>(name: N, input: CommandInput<N>): Promise<unknown>
}
type One = <T>(text: string, ...values: string[]) => T

const settings = async (one: One, { does, tries }: Doing): Promise<void> => {
  const { value, revision } = one<{ value: string; revision: number }>("SELECT value, revision FROM setting WHERE key = 'company'")
  const { baseCurrency: _base, ...company } = JSON.parse(value) as Company
  await tries('edit-company', { ...company, phone: '+86 574 8700 0001', revision })
  await does('set-switches', { switches: { ...switchesOff, selfApproval: true }, revision })
}

const people = async (one: One, { tries }: Doing): Promise<void> => {
  const sales = one<{ id: string }>("SELECT id FROM user WHERE login = 'sales2'").id
  await tries('reset-password', { userId: sales, password: 'a calm harbour 77' })
  await tries('change-own-password', { current: DEMONSTRATION_PASSWORD, password: 'a calm harbour 77' })
  const customer = one<{ id: string; revision: number }>("SELECT id, revision FROM party WHERE kind = 'customer' AND ownerId <> ?", sales)
  await tries('hand-over-customer', { ...customer, newOwnerId: sales })
  const vendor = one<{ id: string; revision: number }>("SELECT id, revision FROM party WHERE kind = 'factory' AND active = 1")
  await tries('set-vendor-active', { ...vendor, active: false })
  const category = one<CommandInput<'edit-category'>>('SELECT id, name, nameZh, revision FROM product_category')
  await tries('edit-category', { ...category, name: 'Another', parentId: null })
}

const approvals = async ({ sql }: Connection, { does, tries }: Doing): Promise<void> => {
  const waiting = sql.prepare("SELECT id, revision, contentHash FROM approval WHERE state = 'pending' ORDER BY id").all() as {
    id: string
    revision: number
    contentHash: string
  }[]
  for (const { id, ...expect } of waiting) {
    await tries('approve', { id, expect, note: '' })
    await tries('reject', { id, expect, reason: 'x' })
    await tries('return-for-change', { id, expect, reason: 'x' })
  }
  const routesOf = () =>
    sql.prepare("SELECT id, revision FROM approval_route WHERE kind = 'payment-request' ORDER BY position").all() as {
      id: string
      revision: number
    }[]
  const { id: roleId } = sql.prepare("SELECT id FROM role WHERE code = 'sales-manager'").get() as { id: string }
  const step = { by: 'role' as const, roleId, userId: null, mode: 'any' as const }
  const route = { active: true, amountFrom: null, marginBelow: null, levels: [], departmentIds: [], steps: [step] }
  await does('save-approval-route', { id: newId(), kind: 'payment-request', name: 'A', ...route })
  await does('save-approval-route', { id: newId(), kind: 'payment-request', name: 'B', ...route })
  await tries('order-approval-routes', { kind: 'payment-request', routes: routesOf().toReversed() })
}

/** A purchase contract of its own: a draft that is discarded, then signed, followed by milestones, and void. */
const purchase = async (one: One, { does, tries }: Doing, today: string): Promise<void> => {
  const supplierId = one<{ id: string }>("SELECT id FROM party WHERE kind = 'factory'").id
  const id = newId()
  await does('save-purchase-contract', {
    ...{ id, supplierId, contractDate: today, currency: 'CNY', rate: '1', deliveryDate: addDays(today, 30), clauses: '', remark: '' },
    paymentTerm: [{ share: '100', event: 'before-shipment', days: 0 }],
    ownerId: one<{ id: string }>("SELECT id FROM user WHERE login = 'boss'").id,
    lines: [
      {
        ...{ id: newId(), salesLineId: null, dealId: null, productId: null, description: 'x', quantity: '10', unit: 'PCS', price: '3' },
        ...{ vatRate: '13', refundRate: '13' },
      },
    ],
  })
  await tries('discard-purchase-contract', { id, revision: 1 })
  await does('sign-purchase-contract', { id, revision: 1, signedOn: today })
  await tries('void-purchase-contract', { id, revision: 2, reason: 'x' })
  const template = one<{ id: string }>('SELECT id FROM milestone_template WHERE active = 1')
  const followed = () => one<{ revision: number } | undefined>('SELECT revision FROM production WHERE id = ?', id)
  const contracts = () => [{ contractId: id, ...(followed() ? { revision: followed()!.revision } : {}) }]
  await does('apply-milestones', { contracts: contracts(), templateId: template.id, merchandiserId: null })
  // A day that was put off is put back where the contract's days say.
  const open = one<{ id: string; revision: number }>("SELECT id, revision FROM milestone WHERE contractId = ? AND state = 'open'", id)
  await does('revise-milestone', { ...open, revisedOn: addDays(today, 90), reason: 'x' })
  await tries('reschedule-milestones', { contractId: id, revision: followed()!.revision, reason: 'x' })
}

const money = async (one: One, { does, tries }: Doing, today: string): Promise<void> => {
  const account = (currency: string) => one<{ id: string }>('SELECT id FROM bank_account WHERE currency = ? AND active = 1', currency).id
  const id = newId()
  await does('transfer-funds', {
    ...{
      id,
      on: today,
      fromAccountId: account('USD'),
      toAccountId: account('CNY'),
      amountOut: 100,
      amountIn: 700,
      rateIn: '1',
      remark: '',
    },
  })
  await tries('reverse-transfer', { id, on: today, reason: 'x' })
  await does('close-period', { through: addDays(today, -1) })
  const { revision } = one<{ revision: number }>("SELECT revision FROM setting WHERE key = 'closedThrough'")
  await tries('reopen-period', { through: addDays(today, -40), reason: 'x', revision })
}

/** Runs what the samples do not reach, in the demonstration company with further records. */
export const twiceInputs = async (connection: Connection, doing: Doing, today: string): Promise<void> => {
  const one: One = (text, ...values) => connection.sql.prepare(text).get(...values) as never
  await settings(one, doing)
  await people(one, doing)
  await approvals(connection, doing)
  await purchase(one, doing, today)
  await money(one, doing, today)
}
