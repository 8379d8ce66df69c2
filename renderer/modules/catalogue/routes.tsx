// The pages of products.
import Inventory from '@mui/icons-material/Inventory2Outlined'
import type { Route } from '../../client/index.ts'
import { ProductPage } from './product-page.tsx'
import { ProductsPage } from './products-page.tsx'

export const catalogueRoutes: readonly Route[] = [
  { name: 'products', page: ProductsPage, permission: 'product.view', menu: { group: 'parties', order: 20, icon: <Inventory /> } },
  { name: 'product', page: ProductPage, permission: ['product.view', 'product.create'], actions: [{ command: 'create-product' }] },
]
