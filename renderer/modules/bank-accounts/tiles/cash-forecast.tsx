// The tile of the cash forecast: what lies in the bank at the end of each of the next weeks.
import QueryStats from '@mui/icons-material/QueryStatsOutlined'
import { lazyTile, type TileKind } from '../../../records/tiles/index.ts'

export const cashForecast: TileKind = {
  kind: 'cash-forecast',
  icon: <QueryStats />,
  size: { w: 6, h: 6 },
  least: { w: 4, h: 4 },
  permission: 'bank-account.view',
  tile: lazyTile(async () => (await import('./cash-forecast-tile.tsx')).CashForecastTile),
}
