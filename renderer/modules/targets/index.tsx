// The page of targets, beside statistics.
import TrackChanges from '@mui/icons-material/TrackChangesOutlined'
import { defineScreens, lazyPage } from '../../records/index.ts'
import { targetsOfMonth } from './tiles/targets.tsx'

export const targets = defineScreens({
  routes: [
    {
      name: 'targets',
      page: lazyPage(async () => (await import('./targets-page.tsx')).TargetsPage),
      permission: 'target.view',
      single: true,
      titleKey: 'query.targets',
      menu: { group: 'reports', order: 12, icon: <TrackChanges /> },
    },
  ],
  tiles: [targetsOfMonth],
})
