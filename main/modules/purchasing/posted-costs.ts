// What stands posted as the cost of goods, by shipment, sales contract and supplier, at the end of each of some days (P33).
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import type { CommandContext } from '../../commands/define-command.ts'
import { carriedGoods } from '../contracts/index.ts'
import { noCost, type Cost } from './rules.ts'

/** One shipment's goods of one sales contract from one supplier. */
type Group = { shipmentId: string; salesContractId: string; supplierId: string }
/** The same text for the same group. */
export const keyOf = (g: Group) => `${g.shipmentId} ${g.salesContractId} ${g.supplierId}`

/**
 * What is posted of the groups, by group, up to each of the days, the first of them with all before it. `dealIds`: deals of their purchases, also those of
 * goods that came back and stand on no line of a shipment any more.
 */
export const postedByDay = async (
  ctx: CommandContext,
  groups: readonly Group[],
  dealIds: readonly (string | null)[],
  days: readonly IsoDate[],
): Promise<Map<string, Cost>[]> => {
  const shipments = [...new Set(groups.map((g) => g.shipmentId))]
  // The deals lead to the postings: there is no index by shipment.
  const rows = await ctx.db
    .selectFrom('posting as p')
    .innerJoin('ledger_key as ofShipment', 'ofShipment.key', 'p.shipment')
    .innerJoin('ledger_key as ofContract', 'ofContract.key', 'p.contract')
    .innerJoin('ledger_key as ofSupplier', 'ofSupplier.key', 'p.party')
    .select([
      'p.account',
      'p.base',
      'p.date',
      'ofShipment.id as shipmentId',
      'ofContract.id as salesContractId',
      'ofSupplier.id as supplierId',
    ])
    .where('p.deal', 'in', (e) =>
      e
        .selectFrom(ctx.contributed(carriedGoods).as('l'))
        .innerJoin('ledger_key as k', 'k.id', 'l.dealId')
        .select('k.key')
        .where('l.shipmentId', 'in', shipments)
        .union(
          e
            .selectFrom('ledger_key as d')
            .select('d.key')
            .where(
              'd.id',
              'in',
              dealIds.flatMap((id) => id ?? []),
            ),
        ),
    )
    .where('ofShipment.id', 'in', shipments)
    .where((e) =>
      e.or([e('p.account', 'in', ['1405', '222101']), e.and([e('p.account', '=', '6401'), e('p.category', '=', 'tax-refund')])]),
    )
    .execute()
  return days.map((day) => {
    const by = new Map<string, Cost>()
    for (const row of rows.filter((r) => r.date <= day)) {
      const field = row.account === '1405' ? 'net' : row.account === '222101' ? 'vat' : 'refund'
      const known = by.get(keyOf(row)) ?? noCost
      by.set(keyOf(row), { ...known, [field]: known[field] - row.base })
    }
    return by
  })
}
