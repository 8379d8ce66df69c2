// What freight asks of the modules whose documents follow an inquiry. Each gives its part; freight knows no table of theirs.
import type { RawBuilder } from 'kysely'
import { oneOf } from '../../records/contributions.ts'

/** Shipments of which a posted bill has asked for freight; given by bills. */
export const freightBilled = oneOf<RawBuilder<{ shipmentId: string }>>('billed freight')
