// The page of the audit trail.
import History from '@mui/icons-material/HistoryOutlined'
import { defineScreens, lazyPage } from '../../records/index.ts'

export const audit = defineScreens({
  routes: [
    {
      name: 'audit',
      page: lazyPage(async () => (await import('./audit-page.tsx')).AuditPage),
      permission: 'audit.view',
      menu: { group: 'settings', order: 70, icon: <History /> },
    },
  ],
})
