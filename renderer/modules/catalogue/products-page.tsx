// The list of products, with the way to their categories.
import { useState } from 'react'
import { useTabs } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'
import { CategoriesDialog } from './categories-dialog.tsx'

export const ProductsPage = () => {
  const tabs = useTabs()
  const [categories, setCategories] = useState(false)
  return (
    <>
      <ListPage
        list="products"
        actions={[
          { name: 'command.create-product', permission: 'product.create', primary: true, onClick: () => tabs.open('product') },
          { name: 'query.categories', onClick: () => setCategories(true) },
        ]}
      />
      {categories && <CategoriesDialog onClose={() => setCategories(false)} />}
    </>
  )
}
