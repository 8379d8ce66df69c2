// The tile of receivables or payables by age.
import BarChart from '@mui/icons-material/BarChartOutlined'
import { lazyTile, type TileKind } from '../../../records/tiles/index.ts'
import { sideOf, SIDES } from './side-of.ts'

export const ageing: TileKind = {
  kind: 'ageing',
  icon: <BarChart />,
  size: { w: 6, h: 6 },
  least: { w: 4, h: 4 },
  permission: ({ side }) => `${sideOf(side)}.view`,
  title: ({ side }, { name }) => name(`tile-title.ageing-${sideOf(side)}`),
  offers: ({ name }) => SIDES.map((side) => ({ settings: { side }, title: name(`tile-title.ageing-${side}`) })),
  tile: lazyTile(async () => (await import('./ageing-tile.tsx')).AgeingTile),
}
