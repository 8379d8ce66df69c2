// The pages of sales contracts and net sales.
import Assessment from '@mui/icons-material/AssessmentOutlined'
import Description from '@mui/icons-material/DescriptionOutlined'
import ViewList from '@mui/icons-material/ViewListOutlined'
import { defineScreens, lazyPage } from '../../records/index.ts'

export const contracts = defineScreens({
  routes: [
    {
      name: 'sales-contracts',
      page: lazyPage(async () => (await import('./contract-lists.tsx')).SalesContractsPage),
      permission: 'sales-contract.view',
      menu: { group: 'sales', order: 20, icon: <Description /> },
    },
    {
      name: 'sales-contract',
      page: lazyPage(async () => (await import('./sales-contract-page.tsx')).SalesContractPage),
      permission: ['sales-contract.view', 'sales-contract.create'],
      actions: [{ command: 'save-sales-contract' }],
    },
    {
      name: 'sales-amendment',
      page: lazyPage(async () => (await import('./sales-amendment-page.tsx')).SalesAmendmentPage),
      permission: 'sales-contract.view',
    },
    {
      name: 'sales-lines',
      page: lazyPage(async () => (await import('./contract-lists.tsx')).SalesLinesPage),
      permission: 'sales-contract.view',
      menu: { group: 'sales', order: 60, more: true, icon: <ViewList /> },
    },
    {
      name: 'sales-by',
      page: lazyPage(async () => (await import('./sales-by-page.tsx')).SalesByPage),
      permission: 'sales-figures.view',
      menu: { group: 'reports', order: 60, icon: <Assessment /> },
    },
  ],
})
