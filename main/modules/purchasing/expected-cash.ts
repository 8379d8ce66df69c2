// What factories will have to be paid for goods that they have not billed: the instalments of signed contracts by their days, less money that is there for them.
// Rule T62 of bank accounts.
import { sql } from 'kysely'
import type { Currency } from '../../../preload/contract/vocabulary/currency.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { Decimal, toInteger } from '../../../preload/contract/vocabulary/decimal.ts'
import { type PaymentTerm, plannedInstalments } from '../../../preload/contract/vocabulary/payment-term.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import type { ExpectedCash, ExpectedCashSource } from '../../records/expected-cash.ts'
import { prepaymentsAsked } from './later-documents.ts'

type Contract = {
  id: string
  number: string
  party: string
  currency: Currency
  signedOn: IsoDate
  deliveryDate: IsoDate | null
  paymentTerm: string
  /** Prepaid and not applied to a bill. */
  prepaid: number
}
type Line = { contractId: string; amount: number; quantity: number; billed: number }

const contractsToBill = async (q: QueryContext): Promise<Contract[]> => {
  const within = q.scope('purchase-contract', 'c.ownerId', 'c.departmentId') ?? sql<boolean>`1`
  const { rows } = await sql<Contract>`
    select c.id, c.number, p.name as party, c.currency, coalesce(c.signedOn, c.contractDate) as signedOn, c.deliveryDate, c.paymentTerm,
      (select coalesce(sum(i.openForeign), 0) from ledger_key k join open_item i on i.contract = k.key and i.account = '1123' and i.currency = c.currency
        where k.id = c.id and i.openForeign > 0) as prepaid
    from purchase_contract c join party p on p.id = c.supplierId
    where c.id in (select contractId from purchase_line where billed < quantity) and c.status = 'signed' and ${within} order by c.numberKey`.execute(
    q.db as never,
  )
  return rows
}

/** What of a line is not billed: its share of the amount by quantity, to the cent. */
const unbilledOf = ({ amount, quantity, billed }: Line): number =>
  quantity === 0 ? 0 : amount - toInteger(new Decimal(amount).times(billed).div(quantity))

export const purchasesExpected: readonly ExpectedCashSource[] = [
  {
    kind: 'purchase',
    ...{ direction: 'out', certainty: 'expected', scope: 'purchase-contract' },
    needs: ['purchase-contract.view', 'cost.view', 'payable.view'],
    rows: async (q) => {
      const contracts = await contractsToBill(q)
      const lines = q.sql
        .prepare(
          `SELECT contractId, amount, quantity, billed FROM purchase_line WHERE contractId IN (SELECT value FROM json_each(?)) AND billed < quantity`,
        )
        .all(JSON.stringify(contracts.map(({ id }) => id))) as Line[]
      const linesOf = Map.groupBy(lines, ({ contractId }) => contractId)
      const asked = await q.contributed(prepaymentsAsked)(
        q,
        contracts.map(({ id }) => id),
      )
      return contracts.flatMap((contract): ExpectedCash[] => {
        const unbilled = (linesOf.get(contract.id) ?? []).reduce((sum, line) => sum + unbilledOf(line), 0)
        // What is prepaid, and what a request asks for in advance, is for the first of them.
        let prepaid = contract.prepaid + (asked.get(contract.id) ?? 0)
        const { signedOn, deliveryDate } = contract
        const term = JSON.parse(contract.paymentTerm) as PaymentTerm
        return plannedInstalments(unbilled, term, { signedOn, leavesOn: deliveryDate, arrivesOn: deliveryDate }).flatMap(
          ({ day, minor }) => {
            const taken = Math.min(prepaid, minor)
            prepaid -= taken
            const { id, number, party, currency } = contract
            return minor > taken ? [{ id, number, party, currency, day, minor: minor - taken }] : []
          },
        )
      })
    },
  },
]
