// Freight for tests: an office with a small trade, forwarders, an inquiry about it, quotes by the real commands.
import { writableDb } from '../../../../db/tx.ts'
import type { CommandInput } from '../../../../preload/contract/commands.ts'
import { switchesOff, type Switches } from '../../../../preload/contract/modules/people/calls.ts'
import { newId } from '../../../../preload/contract/vocabulary/ids.ts'
import { aPartyRow } from '../../../testing/fixtures.ts'
import { testOffice, type TestUser } from '../../../testing/test-office.ts'
import { approvals } from '../../approvals/index.ts'
import { contracts } from '../../contracts/index.ts'
import { deals } from '../../deals/index.ts'
import { credit } from '../../credit/index.ts'
import { parties } from '../../parties/index.ts'
import { purchasing } from '../../purchasing/index.ts'
import { freight } from '../index.ts'
import type { ModuleTables } from '../../../testing/test-office.ts'

type Fields = Omit<CommandInput<'save-freight-inquiry'>, 'id' | 'revision'>
type Line = CommandInput<'register-freight-quote'>['lines'][number]

export const line = (amount: number, more: Partial<Line> = {}): Line => ({
  id: newId(),
  kind: 'ocean',
  name: '',
  containerType: '',
  basis: 'container',
  currency: 'USD',
  amount,
  ...more,
})

/** An office whose modules are those that freight needs, with any more; the company's switches as given. */
export const freightOffice = async (switches: Partial<Switches> = {}, more: readonly ModuleTables[] = []) => {
  const office = await testOffice([approvals, parties, credit, deals, contracts, purchasing, freight, ...more], {
    switches: { ...switchesOff, ...switches },
  })
  const seed = writableDb(office.database.write, 0)
  office.database.write.sql
    .prepare("UPDATE role SET code = 'owner' WHERE id = (SELECT roleId FROM user_role WHERE userId = ?)")
    .run(office.owner.id)
  for (const [currency, rate] of [
    ['USD', 710_000_000],
    ['EUR', 780_000_000],
  ] as const)
    seed.put('exchange_rate', { id: `${currency}:2026-01-01`, currency, date: '2026-01-01', rate, source: '' })
  const vendor = (kind: string, name: string) => {
    const row = aPartyRow({ kind, code: name, paymentTerm: '[]', createdAt: office.at })
    seed.put('party', row)
    return row.id
  }
  const forwarders = ['Alpha', 'Beta', 'Gamma', 'Delta'].map((name) => vendor('forwarder', name))
  const carrier = vendor('carrier', 'COSCO')

  const fields = (given: Partial<Fields> = {}): Fields => ({
    portOfLoading: 'Ningbo',
    portOfDischarge: 'Hamburg',
    cargoLoad: 'containers',
    containers: [{ type: '40HQ', count: 2 }],
    volume: null,
    weight: null,
    cargoReadyOn: null,
    neededBy: null,
    goods: '',
    remark: '',
    shipmentId: null,
    contractIds: [],
    forwarderIds: [],
    ownerId: office.owner.id,
    ...given,
  })
  const revisionOf = (id: string): number =>
    (office.database.write.sql.prepare('SELECT revision FROM freight_inquiry WHERE id = ?').get(id) as { revision: number }).revision
  const inquiry = async (given: Partial<Fields> = {}): Promise<string> => {
    const id = newId()
    await office.run('save-freight-inquiry', { id, ...fields(given) })
    return id
  }
  type Quoting = Partial<Omit<CommandInput<'register-freight-quote'>, 'id' | 'inquiryId' | 'revision' | 'forwarderId'>>
  const quoting = (id: string, forwarderId: string, amount: number, more: Quoting = {}): CommandInput<'register-freight-quote'> => ({
    ...{ id: newId(), inquiryId: id, revision: revisionOf(id), forwarderId, lines: [line(amount)], validFrom: null, validTo: '2026-03-31' },
    ...{ transitDays: null, carrierId: null, freeDays: null, remark: '', ...more },
  })
  /** Gives the quote's id. */
  const quote = async (id: string, forwarderId: string, amount: number, more: Quoting = {}): Promise<string> => {
    const input = quoting(id, forwarderId, amount, more)
    await office.run('register-freight-quote', input)
    return input.id
  }
  const decline = (id: string, forwarderId: string) =>
    office.run('record-freight-decline', { id, revision: revisionOf(id), forwarderId, reason: 'no space' })
  const choose = (id: string, quoteId: string, reason = '', as?: TestUser) =>
    office.send('choose-freight-quote', { id, revision: revisionOf(id), quoteId, reason }, as)
  const read = (id: string, as?: TestUser) => office.query('freight-inquiry', { id }, as)
  /** Submitted by somebody else and approved by the owner. */
  const approve = async (id: string): Promise<void> => {
    const asker = await office.user({
      permissions: ['freight-inquiry.view', 'freight-inquiry.submit'],
      scopes: { 'freight-inquiry': 'all' },
      name: 'asker',
    })
    const approvalId = newId()
    await office.run(
      'submit-for-approval',
      { id: approvalId, kind: 'freight-inquiry', documentId: id, revision: revisionOf(id), note: '' },
      asker,
    )
    const seen = await office.query('approval', { id: approvalId })
    await office.run('approve', { id: approvalId, expect: { revision: seen.revision, contentHash: seen.contentHash }, note: '' })
  }
  const standing = async (id: string) =>
    (await office.query('document-approval', { kind: 'freight-inquiry', documentId: id, revision: revisionOf(id) })).standing
  return {
    ...{ office, seed, forwarders, carrier, vendor, fields, revisionOf, inquiry, quoting, quote, decline, choose, read, approve, standing },
  }
}
