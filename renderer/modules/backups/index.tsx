// The page of backups.
import Backup from '@mui/icons-material/BackupOutlined'
import { defineScreens, lazyPage } from '../../records/index.ts'

export const backups = defineScreens({
  routes: [
    {
      name: 'backups',
      page: lazyPage(async () => (await import('./backups-page.tsx')).BackupsPage),
      permission: 'backup.view',
      menu: { group: 'settings', order: 80, icon: <Backup /> },
    },
  ],
})
