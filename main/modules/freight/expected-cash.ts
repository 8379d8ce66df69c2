// Freight that was chosen and that no bill of its shipment has asked for: expected when the goods leave, by the forwarder's terms. Rule T62 of bank accounts.
import { sql } from 'kysely'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { billDueDate, type PaymentTerm } from '../../../preload/contract/vocabulary/payment-term.ts'
import type { ExpectedCash, ExpectedCashSource } from '../../records/expected-cash.ts'
import { cargoOf, chargesOf, type InquiryRow } from './inquiry.ts'
import { freightBilled } from './later-documents.ts'
import { quoteSums } from './rules.ts'

type Chosen = InquiryRow & { chosenQuoteId: string; party: string; paymentTerm: string; leavesOn: IsoDate | null }

export const freightExpected: readonly ExpectedCashSource[] = [
  {
    kind: 'freight',
    ...{ direction: 'out', certainty: 'expected', scope: 'freight-inquiry' },
    needs: ['freight-inquiry.view', 'cost.view', 'payable.view'],
    rows: async (q) => {
      const within = q.scope('freight-inquiry', 'i.ownerId', 'i.departmentId') ?? sql<boolean>`1`
      const { rows } = await sql<Chosen>`
        select i.*, p.name as party, p.paymentTerm, coalesce(s.onBoardOn, s.dispatchedOn, s.etd) as leavesOn
        from freight_inquiry i join freight_quote k on k.id = i.chosenQuoteId join party p on p.id = k.forwarderId left join shipment s on s.id = i.shipmentId
        where i.status in ('chosen', 'closed') and coalesce(s.status, '') <> 'done' and ${within}
          and not exists (select 1 from ${q.contributed(freightBilled)} b where b.shipmentId = i.shipmentId) order by i.numberKey`.execute(
        q.db as never,
      )
      const charges = await chargesOf(
        q.db,
        rows.map(({ chosenQuoteId }) => chosenQuoteId),
      )
      return rows.flatMap((row): ExpectedCash[] => {
        const { id, number, party, leavesOn } = row
        const day = leavesOn === null ? null : (billDueDate(JSON.parse(row.paymentTerm) as PaymentTerm, leavesOn) ?? leavesOn)
        return [...quoteSums(charges.get(row.chosenQuoteId) ?? [], cargoOf(row))].flatMap(([currency, minor]) =>
          minor > 0 ? [{ id, number, party, day, currency, minor }] : [],
        )
      })
    },
  },
]
