// A small trading office for tests: customers, factories, products, and contracts in one call. Parties and products are put as rows: their commands have tests of their own.
import type { Insertable } from 'kysely'
import type { PartyTable } from '../../../../db/schema/tables.ts'
import { writableDb } from '../../../../db/tx.ts'
import type { CommandInput } from '../../../../preload/contract/commands.ts'
import { newId } from '../../../../preload/contract/vocabulary/ids.ts'
import type { Company } from '../../../../preload/contract/modules/people/calls.ts'
import type { CommandContext, CommandHandlers } from '../../../commands/define-command.ts'
import { aLine, anInput, aPartyRow, aProductRow } from '../../../testing/fixtures.ts'
import { testOffice, type ModuleTables, type TestOffice, type TestUser } from '../../../testing/test-office.ts'

export type SalesInput = CommandInput<'save-sales-contract'>
export type SalesLine = SalesInput['lines'][number]
type PartyGiven = Partial<
  Pick<Insertable<PartyTable>, 'name' | 'nameZh' | 'shortName' | 'active' | 'country' | 'address' | 'documentLanguage'>
>
export type Trade = TestOffice & {
  customer(given?: PartyGiven & { owner?: TestUser }): string
  vendor(given?: { name?: string; kind?: string; active?: number }): string
  product(given?: {
    code?: string
    hsCode?: string
    name?: string
    supplierId?: string | null
    categoryId?: string | null
    vatRate?: number
    refundRate?: number
    piecesPerCarton?: number
    active?: number
  }): string
  /** Runs something inside a command's transaction, as another module would. */
  inside<T>(work: (ctx: CommandContext) => Promise<T>): Promise<T>
}

let count = 0
/** An office with these modules and a way to run code inside a command (carried by `book-shipment`, which no test here needs). */
export const tradeOffice = async (modules: readonly ModuleTables[], company: Partial<Company> = {}): Promise<Trade> => {
  let work: ((ctx: CommandContext) => Promise<unknown>) | undefined
  let made: unknown
  const carrier: Partial<CommandHandlers> = {
    'book-shipment': async (input, ctx) => {
      made = await work!(ctx)
      return { id: input.id, number: '', revision: 1 }
    },
  }
  const office = await testOffice([...modules, { commands: carrier }], company)
  const seed = writableDb(office.database.write, 0)
  const put = (kind: string, code: string, given: PartyGiven, owner: TestUser | null) => {
    const row = aPartyRow({
      ...given,
      ...{ kind, code, name: given.name ?? code, paymentTerm: '[]', country: given.country ?? null, active: given.active ?? 1 },
      ...{ ownerId: owner?.id ?? null, departmentId: owner?.viewer.departmentId ?? null },
    })
    seed.put('party', row)
    return row.id
  }
  return Object.assign(office, {
    customer: ({ owner, ...given }: PartyGiven & { owner?: TestUser } = {}) => put('customer', `C${++count}`, given, owner ?? office.owner),
    vendor: (given: { name?: string; kind?: string; active?: number } = {}) => put(given.kind ?? 'factory', `V${++count}`, given, null),
    product: (given: Parameters<Trade['product']>[0] = {}) => {
      const row = aProductRow({ code: `P${++count}`, name: `product ${count}`, ...given })
      seed.put('product', row)
      return row.id
    },
    inside: async <T>(given: (ctx: CommandContext) => Promise<T>): Promise<T> => {
      work = given
      await office.run('book-shipment', { id: newId(), revision: 1, bookingNumber: 'x' })
      return made as T
    },
  })
}

export const salesLine = (given: Partial<SalesLine> = {}): SalesLine =>
  aLine('save-sales-contract', { description: 'Steel bolts M8', price: '5', ...given })

export const salesContract = (office: TestOffice, customerId: string, given: Partial<SalesInput> = {}): SalesInput =>
  anInput('save-sales-contract', {
    ...{ customerId, buyerOrderNumber: 'PO-1', contractDate: '2026-03-01', rate: '7.1', latestShipment: '2026-05-01', transhipment: false },
    ...{ incoterm: 'FOB', incotermPlace: 'Ningbo', portOfLoading: 'CNNGB', portOfDischarge: 'DEHAM' },
    paymentTerm: [
      { share: '30', event: 'on-signing', days: 0 },
      { share: '70', event: 'after-bill-of-lading', days: 30 },
    ],
    ownerId: office.owner.id,
    lines: [salesLine()],
    ...given,
  })

/** A signed sales contract; gives its input. */
export const signedSale = async (office: TestOffice, customerId: string, given: Partial<SalesInput> = {}): Promise<SalesInput> => {
  const input = salesContract(office, customerId, given)
  await office.run('save-sales-contract', input)
  await office.run('sign-sales-contract', { id: input.id, revision: 1, signedOn: input.contractDate })
  return input
}

/** Ends a test: nothing went wrong inside, and the ledger's verifier finds nothing (ledger L7). */
export const closeSound = (office: TestOffice): void => {
  const found = [...office.faults, ...office.ledgerFaults().map((f) => `${f.check} ${f.key}`)]
  office.close()
  if (found.length > 0) throw new Error(found.join('\n'))
}
