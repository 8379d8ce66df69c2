// Money that customers will owe for goods that have not left yet: the instalments of signed contracts by their days, less what has come for them (应收计划). What has
// left is a receivable, and stands among the open items. Rule T58 of SPEC.md.
import type { Sql } from '../../../db/open.ts'
import { compareTexts } from '../../../preload/contract/vocabulary/compare-texts.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import { type Instalment, type PaymentTerm, plannedInstalments } from '../../../preload/contract/vocabulary/payment-term.ts'
import { leftForLaterGoods, type Advances } from '../shipments/index.ts'

export type ExpectedReceipt = {
  contractId: string
  /** Which instalment of the payment term, from 1. */
  instalment: number
  event: Instalment['event']
  /** Null where neither a departure nor a latest shipment is known. */
  day: IsoDate | null
  /** Minor units of the contract's currency: what the instalment comes to, and what of it has not come. */
  amount: number
  missing: number
}

type Contract = { id: string; currency: string; total: number; signedOn: IsoDate; latestShipment: IsoDate | null; term: PaymentTerm }
type Carried = { contractId: string; id: string; etd: IsoDate | null; eta: IsoDate | null; dispatchedOn: IsoDate | null; amount: number }
const NOTHING: Advances = { open: [], applied: [], owed: [] }

/** Signed contracts with goods that have not left. */
const contractsToShip = (sql: Sql): Contract[] =>
  (
    sql
      .prepare(
        `SELECT id, currency, total, signedOn, latestShipment, paymentTerm FROM sales_contract
         WHERE id IN (SELECT contractId FROM sales_line WHERE shipped < quantity) AND status = 'signed' AND signedOn IS NOT NULL ORDER BY id`,
      )
      .all() as (Omit<Contract, 'term'> & { paymentTerm: string })[]
  ).map(({ paymentTerm, ...contract }) => ({ ...contract, term: JSON.parse(paymentTerm) as PaymentTerm }))

/** What of the contracts each shipment carries, those that have left first. */
const carriedOf = (sql: Sql, ids: string): Map<string, Carried[]> =>
  Map.groupBy(
    sql
      .prepare(
        `SELECT n.contractId, s.id, s.etd, s.eta, s.dispatchedOn, sum(l.amount) AS amount FROM json_each(?) j JOIN sales_line n ON n.contractId = j.value
         JOIN shipment_line l ON l.salesLineId = n.id JOIN shipment s ON s.id = l.shipmentId WHERE s.status <> 'void'
         GROUP BY n.contractId, s.id ORDER BY coalesce(s.dispatchedOn, '9999'), s.numberKey`,
      )
      .all(ids) as Carried[],
    ({ contractId }) => contractId,
  )

type Item = { contractId: string; account: string; on: IsoDate; shipmentId: string; amount: number }
type Applied = { contractId: string; on: IsoDate; shipmentId: string; amount: number }
/** Money that came for the contracts, and what is open of their receivables. */
const advancesOf = (sql: Sql, ids: string): Map<string, Advances> => {
  const items = sql
    .prepare(
      `SELECT k.id AS contractId, i.account, i.documentDate AS "on", i.documentId AS shipmentId, abs(i.openForeign) AS amount
       FROM json_each(?) j JOIN ledger_key k ON k.id = j.value JOIN open_item i ON i.contract = k.key AND i.account IN ('2203', '1122')
       JOIN sales_contract c ON c.id = k.id AND c.currency = i.currency WHERE i.openForeign <> 0 ORDER BY i.id`,
    )
    .all(ids) as Item[]
  const applied = sql
    .prepare(
      `SELECT k.id AS contractId, s.documentDate AS "on", t.documentId AS shipmentId, a.amount
       FROM json_each(?) j JOIN ledger_key k ON k.id = j.value JOIN open_item t ON t.contract = k.key AND t.account = '1122'
       JOIN allocation a ON a.target = t.ref AND a.status = 'posted' JOIN open_item s ON s.ref = a.source WHERE s.account = '2203' ORDER BY a.id`,
    )
    .all(ids) as Applied[]
  const appliedOf = Map.groupBy(applied, ({ contractId }) => contractId)
  const itemsOf = Map.groupBy(items, ({ contractId }) => contractId)
  return new Map(
    [...new Set([...appliedOf.keys(), ...itemsOf.keys()])].map((id) => {
      const own = itemsOf.get(id) ?? []
      const of = (account: string) => own.filter((item) => item.account === account)
      return [id, { open: of('2203'), owed: of('1122'), applied: appliedOf.get(id) ?? [] }]
    }),
  )
}

/** What has not left, in portions that leave together: those of a shipment that is planned, and what no shipment carries yet. */
const portionsOf = (contract: Contract, carried: readonly Carried[]) => {
  const planned = carried.filter(({ dispatchedOn }) => dispatchedOn === null)
  const rest = contract.total - carried.reduce((sum, { amount }) => sum + amount, 0)
  const portions = planned.map(({ etd, eta, amount }) => ({ amount, leavesOn: etd ?? contract.latestShipment, arrivesOn: eta }))
  return rest > 0 ? [...portions, { amount: rest, leavesOn: contract.latestShipment, arrivesOn: null }] : portions
}

/** The instalments of what has not left, by their days; those of one day are one. */
const instalmentsOf = (contract: Contract, carried: readonly Carried[]): Omit<ExpectedReceipt, 'missing'>[] => {
  const found = new Map<string, Omit<ExpectedReceipt, 'missing'>>()
  for (const { amount, leavesOn, arrivesOn } of portionsOf(contract, carried))
    for (const { at, event, day, minor } of plannedInstalments(amount, contract.term, {
      signedOn: contract.signedOn,
      leavesOn,
      arrivesOn,
    })) {
      const key = `${at} ${day}`
      const before = found.get(key)?.amount ?? 0
      found.set(key, { contractId: contract.id, instalment: at + 1, event, day, amount: before + minor })
    }
  return [...found.values()].toSorted((a, b) => compareTexts(a.day ?? '9999', b.day ?? '9999') || a.instalment - b.instalment)
}

/** T58. What is expected of all signed contracts, each with what has not come of it: money is taken off what is due first. */
export const expectedReceipts = (sql: Sql): ExpectedReceipt[] => {
  const contracts = contractsToShip(sql)
  const ids = JSON.stringify(contracts.map(({ id }) => id))
  const carriedBy = carriedOf(sql, ids)
  const advances = advancesOf(sql, ids)
  return contracts.flatMap((contract) => {
    const carried = carriedBy.get(contract.id) ?? []
    const gone = carried.flatMap(({ id, dispatchedOn, amount }) =>
      dispatchedOn === null ? [] : [{ shipmentId: id, leavesOn: dispatchedOn, amount, completes: false }],
    )
    let money = leftForLaterGoods(gone, contract.term, advances.get(contract.id) ?? NOTHING)
    return instalmentsOf(contract, carried).flatMap((one) => {
      const taken = Math.min(money, one.amount)
      money -= taken
      return one.amount > 0 ? [{ ...one, missing: one.amount - taken }] : []
    })
  })
}
