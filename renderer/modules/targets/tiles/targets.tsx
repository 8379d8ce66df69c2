// The tile of targets: how far each person is in the running month, the furthest first.
import TrackChanges from '@mui/icons-material/TrackChangesOutlined'
import { TARGET_MEASURES } from '../../../../preload/contract/modules/targets/calls.ts'
import { lazyTile, type TileKind } from '../../../records/tiles/index.ts'
import { measureOf } from './measure-of.ts'

export const targetsOfMonth: TileKind = {
  kind: 'targets',
  icon: <TrackChanges />,
  size: { w: 6, h: 6 },
  least: { w: 4, h: 3 },
  permission: 'target.view',
  title: (settings, { name }) => `${name('tile.targets')} · ${name(`measure.${measureOf(settings)}`)}`,
  offers: ({ name }) =>
    TARGET_MEASURES.map((measure) => ({ settings: { measure }, title: `${name('tile.targets')} · ${name(`measure.${measure}`)}` })),
  tile: lazyTile(async () => (await import('./targets-tile.tsx')).TargetsTile),
}
