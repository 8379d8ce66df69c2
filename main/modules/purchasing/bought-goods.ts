// Lines of purchase contracts as earlier modules join them in their own statements (contracts/later-goods.ts).
import { sql } from 'kysely'
import type { BoughtGoods } from '../contracts/index.ts'

export const boughtRows = sql<BoughtGoods>`(select l.id, l.contractId, l.salesLineId, l.dealId, l.productId, l.unit, l.quantity,
  p.number, p.numberKey, p.status, p.ownerId, p.departmentId
  from purchase_line l join purchase_contract p on p.id = l.contractId)`
