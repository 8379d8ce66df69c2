// Letters of credit for tests: as a form would send them, on a small trade.
import { writableDb } from '../../../../db/tx.ts'
import type { CommandInput } from '../../../../preload/contract/commands.ts'
import { switchesOff, type Switches } from '../../../../preload/contract/modules/people/calls.ts'
import { newId } from '../../../../preload/contract/vocabulary/ids.ts'
import type { PaymentTerm } from '../../../../preload/contract/vocabulary/payment-term.ts'
import { anInput } from '../../../testing/fixtures.ts'
import { testOffice, type ModuleTables } from '../../../testing/test-office.ts'
import { approvals } from '../../approvals/index.ts'
import { contracts } from '../../contracts/index.ts'
import { deals } from '../../deals/index.ts'
import { credit } from '../../credit/index.ts'
import { parties } from '../../parties/index.ts'
import { purchasing } from '../../purchasing/index.ts'
import { aTrade } from '../../shipments/testing/trade.ts'
import { shipments } from '../../shipments/index.ts'
import { letters } from '../index.ts'

export const bySight: PaymentTerm = [{ share: '100', event: 'letter-of-credit', days: 0 }]

export const lettersOffice = async (switches: Partial<Switches> = {}, more: readonly ModuleTables[] = []) => {
  const office = await testOffice([approvals, parties, credit, deals, contracts, purchasing, shipments, letters, ...more], {
    switches: { ...switchesOff, ...switches },
    drawingPlace: 'Ningbo',
  })
  const trade = aTrade(office)
  const seed = writableDb(office.database.write, 0)
  const input = (given: Partial<CommandInput<'save-letter-of-credit'>> = {}): CommandInput<'save-letter-of-credit'> =>
    anInput('save-letter-of-credit', {
      ...{ bankNumber: `LC-${newId().slice(-8)}`, customerId: trade.customerId, issuingBank: 'First Bank' },
      ...{ advisingBank: 'Bank of China, Ningbo', amount: 100_00, issuedOn: '2026-01-10', expiresOn: '2026-04-30', expiryPlace: 'China' },
      ...{ latestShipment: '2026-04-10', presentationDays: 21, availability: 'sight' },
      ...given,
    })
  /** Registered and accepted. */
  const letter = async (given: Partial<CommandInput<'save-letter-of-credit'>> = {}) => {
    const typed = input(given)
    const saved = await office.run('save-letter-of-credit', typed)
    const { revision } = await office.run('accept-letter-of-credit', { id: typed.id, revision: saved.revision, acceptedOn: '2026-01-12' })
    return { ...typed, number: saved.number, revision }
  }
  const presentation = (
    letterId: string,
    shipmentId: string,
    given: Partial<CommandInput<'save-presentation'>> = {},
  ): CommandInput<'save-presentation'> => anInput('save-presentation', { letterId, shipmentId, amount: 100_00, ...given })
  /** Documents of a shipment presented under a credit. */
  const presented = async (
    letterId: string,
    shipmentId: string,
    given: Partial<CommandInput<'save-presentation'>> = {},
    on = '2026-03-02',
  ) => {
    const typed = presentation(letterId, shipmentId, given)
    const saved = await office.run('save-presentation', typed)
    const { revision } = await office.run('record-presentation-step', { ...saved, step: 'presented', on, discrepancies: '' })
    return { ...typed, revision }
  }
  const step = (id: string, revision: number, to: 'presented' | 'accepted' | 'refused' | 'paid', on = '2026-03-02') =>
    office.run('record-presentation-step', { id, revision, step: to, on, discrepancies: '' })
  return { office, trade, seed, input, letter, presentation, presented, step }
}
