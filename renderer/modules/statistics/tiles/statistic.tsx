// The tile of a statistic: one to begin with, or one that was kept, as a chart or as its table.
import QueryStats from '@mui/icons-material/QueryStatsOutlined'
import { READY_STATISTICS } from '../../../../preload/contract/modules/statistics/calls.ts'
import { lazyTile, textSetting, type TileKind } from '../../../records/tiles/index.ts'

export const statistic: TileKind = {
  kind: 'statistic',
  icon: <QueryStats />,
  size: { w: 6, h: 6 },
  least: { w: 3, h: 4 },
  permission: 'statistic.view',
  title: (settings, { name }) => {
    const ready = textSetting(settings, 'ready')
    return ready === '' ? '' : name(`ready-statistic.${ready}`)
  },
  offers: ({ name }) => [
    ...READY_STATISTICS.map((ready) => ({ settings: { ready }, title: name(`ready-statistic.${ready}`) })),
    { settings: {}, title: name('tile-offer.kept-statistic') },
  ],
  isReady: (settings) => textSetting(settings, 'ready') !== '' || textSetting(settings, 'kept') !== '',
  tile: lazyTile(async () => (await import('./statistic-tile.tsx')).StatisticTile),
  form: lazyTile(async () => (await import('./statistic-form.tsx')).StatisticForm),
}
