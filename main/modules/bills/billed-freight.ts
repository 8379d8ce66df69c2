// Shipments whose freight is billed, for what freight is still expected to come (freight).
import { sql } from 'kysely'

export const billedFreight = sql<{ shipmentId: string }>`(select l.shipmentId from bill_line l join bill b on b.id = l.billId
  where l.category = 'freight' and l.shipmentId is not null and b.status = 'posted')`
