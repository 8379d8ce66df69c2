// The sea and river ports of the world: a long table, loaded when somebody looks for one.
import portsJson from './ports.json' with { type: 'json' }

/** UN/LOCODE sea and river ports. `nameZh` is known for about four hundred main ports. */
export type PortRow = { unlocode: string; country: string; nameEn: string; nameZh: string | null }

export const ports: readonly PortRow[] = portsJson
