// Whether the office is open to its network, on which of the PC's networks and at which port: kept with the settings. Rules D1, D2 of desks.
import type { Sql } from '../../db/open.ts'
import { OFFICE_PORT } from '../../preload/contract/vocabulary/pairing-code.ts'

export const NETWORK_SETTING = 'network'
export type NetworkSettings = { open: boolean; interface: string; networkPort: number; revision: number }

export const readNetworkSettings = (sql: Sql): NetworkSettings => {
  const row = sql.prepare('SELECT value, revision FROM setting WHERE key = ?').get(NETWORK_SETTING) as
    | { value: string; revision: number }
    | undefined
  return row
    ? { ...(JSON.parse(row.value) as Omit<NetworkSettings, 'revision'>), revision: row.revision }
    : { open: false, interface: '', networkPort: OFFICE_PORT, revision: 1 }
}
