// The page of backups.
import Backup from '@mui/icons-material/BackupOutlined'
import { defineScreens, lazyPage, lazyPanel } from '../../records/index.ts'

export const backups = defineScreens({
  routes: [
    {
      name: 'backups',
      page: lazyPage(async () => (await import('./backups-page.tsx')).BackupsPage),
      permission: 'backup.view',
      menu: { group: 'settings', order: 80, icon: <Backup /> },
    },
  ],
  panels: [{ on: 'today', place: 'bars', panel: lazyPanel(async () => (await import('./machine-bars.tsx')).BarsOfToday) }],
})
