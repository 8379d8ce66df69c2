// An office for tests of money: all modules of money and those before them, parties as rows, invoices posted as a dispatch would, and short ways to receive, pay and apply.
import type { PostingLine } from '../../../../db/ledger/post.ts'
import type { CommandInput } from '../../../../preload/contract/commands.ts'
import type { ListRow } from '../../../../preload/contract/define/index.ts'
import type { Company } from '../../../../preload/contract/modules/people/calls.ts'
import { newId } from '../../../../preload/contract/vocabulary/ids.ts'
import { toBase } from '../../../../preload/contract/vocabulary/money.ts'
import { toScaled } from '../../../../preload/contract/vocabulary/decimal.ts'
import type { CommandHandlers } from '../../../commands/define-command.ts'
import { anInput } from '../../../testing/fixtures.ts'
import { testOffice, type ModuleTables, type TestUser } from '../../../testing/test-office.ts'
import { contracts } from '../../contracts/index.ts'
import { deals } from '../../deals/index.ts'
import { purchasing } from '../../purchasing/index.ts'
import { shipments } from '../../shipments/index.ts'
import { aTrade } from '../../shipments/testing/trade.ts'
import { moneyModules } from '../../../testing/money-modules.ts'

export type MoneyOffice = Awaited<ReturnType<typeof moneyOffice>>

export const moneyOffice = async (company: Partial<Company> = {}, more: readonly ModuleTables[] = []) => {
  let lines: PostingLine[] = []
  let on = ''
  // Items without a whole trade behind them: posted inside a command that no test here needs for itself.
  const carrier: Partial<CommandHandlers> = {
    'record-shipment-step': (input, ctx) => {
      const number = `INV-${input.id.slice(-6)}`
      ctx.post({ date: on, kind: 'dispatch', documentKind: 'shipment', documentId: input.id, documentNumber: number, memo: '', lines })
      return { id: input.id, number, revision: 1 }
    },
  }
  const office = await testOffice([deals, contracts, purchasing, shipments, ...moneyModules, ...more, { commands: carrier }], company)
  const trade = aTrade(office)
  const base = company.baseCurrency ?? 'CNY'

  const post = async (date: string, given: (id: string) => PostingLine[], id = newId()): Promise<string> => {
    lines = given(id)
    on = date
    await office.run('record-shipment-step', { id, revision: 1, step: 'done', on: date })
    return id
  }
  /** Invoices of one document: its instalments, each with its due date. Amounts in minor units. */
  const invoices = async (given: {
    customerId?: string
    currency?: string
    rate?: string
    on: string
    parts: readonly { amount: number; due: string }[]
    owner?: TestUser
  }): Promise<string[]> => {
    const currency = given.currency ?? base
    const rate = toScaled(given.rate ?? '1', 'rate')
    const of = {
      partyId: given.customerId ?? trade.customerId,
      ownerId: (given.owner ?? office.owner).id,
      departmentId: (given.owner ?? office.owner).viewer.departmentId,
      currency,
    }
    const id = await post(given.on, (document) =>
      given.parts.flatMap(({ amount, due }, n): PostingLine[] => {
        const inBase = toBase(amount, currency, rate, base)
        return [
          { ...of, account: '1122', foreign: amount, base: inBase, opens: { ref: `${document}:${n + 1}`, kind: 'invoice', dueDate: due } },
          { ...of, account: '6001', foreign: -amount, base: -inBase },
        ]
      }),
    )
    return given.parts.map((_, n) => `${id}:${n + 1}`)
  }
  const invoice = async (
    amount: number,
    given: { currency?: string; rate?: string; on?: string; due?: string; customerId?: string } = {},
  ) => {
    const day = given.on ?? '2026-01-10'
    return (await invoices({ ...given, on: day, parts: [{ amount, due: given.due ?? day }] }))[0]!
  }
  let accounts = 0
  const bank = async (currency: string, opening: { balance?: number; rate?: string } = {}): Promise<string> => {
    const id = newId()
    const account = { id, code: `B${++accounts}`, name: `Bank ${accounts} ${currency}`, currency, openedOn: '2025-12-31' }
    const first = { openingBalance: opening.balance ?? 0, openingRate: opening.rate ?? '1' }
    await office.run('create-bank-account', anInput('create-bank-account', { ...account, ...first }))
    return id
  }
  const receive = (
    bankAccountId: string,
    amount: number,
    given: Partial<CommandInput<'register-receipt'>> = {},
    as: TestUser = office.owner,
  ) =>
    office.run(
      'register-receipt',
      anInput('register-receipt', {
        ...{ bankAccountId, receivedOn: '2026-02-01', amount, charge: 0, payerName: 'Buyer Ltd', customerId: trade.customerId },
        ...given,
      }),
      as,
    )
  const pay = (bankAccountId: string, amount: number, given: Partial<CommandInput<'register-payment'>> = {}) =>
    office.run(
      'register-payment',
      anInput('register-payment', { bankAccountId, paidOn: '2026-02-01', partyId: trade.factoryId, amount, charge: 0, ...given }),
    )
  const allocate = (source: string, targets: CommandInput<'allocate'>['targets'], on = '2026-02-01', id = newId()) =>
    office.run('allocate', { id, on, source, targets })

  const billLine = (amount: number, given: Partial<CommandInput<'post-bill'>['lines'][number]> = {}) => ({
    id: newId(),
    purchaseLineId: null,
    quantity: null,
    category: 'other' as const,
    description: '',
    amount,
    vatRate: '0',
    dealIds: [],
    sharing: 'amount' as const,
    shipmentId: null,
    ...given,
  })
  const bill = (given: Partial<CommandInput<'post-bill'>> & Pick<CommandInput<'post-bill'>, 'lines'>) =>
    office.run('post-bill', {
      id: newId(),
      kind: 'expense',
      partyId: trade.factoryId,
      invoiceNumber: '',
      billDate: '2026-01-20',
      dueDate: (given.billDate ?? '') > '2026-02-20' ? given.billDate! : '2026-02-20',
      currency: base,
      rate: '1',
      remark: '',
      ...given,
    })
  const list = async (
    name: 'open-items' | 'ageing' | 'party-balances',
    params: Record<string, unknown>,
    as?: TestUser,
  ): Promise<ListRow[]> => (await office.query(name, { params: params as { side: 'receivable' }, totals: true, limit: 200 }, as)).rows
  /** Open items as '<open>' minor units by reference. */
  const open = async (side: 'receivable' | 'payable', asOf?: string): Promise<Map<string, ListRow>> =>
    new Map((await list('open-items', { side, ...(asOf === undefined ? {} : { asOf }) })).map((r) => [r.id, r]))
  const one = <T>(text: string, ...values: unknown[]) => office.database.write.sql.prepare(text).get(...values) as T
  return Object.assign(office, { ...trade, post, invoice, invoices, bank, receive, pay, allocate, bill, billLine, list, open, one })
}

/** Ends a test: it fails when the ledger's verifier finds anything, or when a fault was logged that the test does not expect. */
export const endSound = (office: MoneyOffice, expectsFaults = false): void => {
  const found = [...office.ledgerFaults().map((f) => JSON.stringify(f)), ...(expectsFaults ? [] : office.faults)]
  office.close()
  if (found.length > 0) throw new Error(found.join('\n'))
}

export const minor = (cell: unknown): number => (cell as { minor: number }).minor
