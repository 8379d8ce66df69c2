// The pages of products.
import Inventory from '@mui/icons-material/Inventory2Outlined'
import { defineScreens, lazyPage } from '../../records/index.ts'

export const catalogue = defineScreens({
  routes: [
    {
      name: 'products',
      page: lazyPage(async () => (await import('./products-page.tsx')).ProductsPage),
      permission: 'product.view',
      menu: { group: 'parties', order: 20, icon: <Inventory /> },
    },
    {
      name: 'product',
      page: lazyPage(async () => (await import('./product-page.tsx')).ProductPage),
      permission: ['product.view', 'product.create'],
      actions: [{ command: 'create-product' }],
    },
  ],
})
