// The page of backups.
import Backup from '@mui/icons-material/BackupOutlined'
import type { Route } from '../../client/index.ts'
import { BackupsPage } from './backups-page.tsx'

export const backupsRoutes: readonly Route[] = [
  { name: 'backups', page: BackupsPage, permission: 'backup.view', menu: { group: 'settings', order: 80, icon: <Backup /> } },
]
