// The pages of files: the register of contracts with their signed scans.
import Inventory from '@mui/icons-material/Inventory2Outlined'
import { defineScreens, lazyPage } from '../../records/index.ts'

export const files = defineScreens({
  routes: [
    {
      name: 'contract-register',
      page: lazyPage(async () => (await import('./contract-register-page.tsx')).ContractRegisterPage),
      permission: 'contract-register.view',
      menu: { group: 'sales', order: 25, icon: <Inventory /> },
    },
  ],
})
