// The list of products, with the way to their categories.
import { useState } from 'react'
import type { ListRow } from '../../../preload/contract/define/index.ts'
import { useTabs } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'
import { ProductPicture } from '../../records/attachments/index.tsx'
import { CategoriesDialog } from './categories-dialog.tsx'

const picture = (row: ListRow) => <ProductPicture productId={row.id} />

export const ProductsPage = () => {
  const tabs = useTabs()
  const [categories, setCategories] = useState(false)
  return (
    <>
      <ListPage
        list="products"
        before={picture}
        actions={[
          { name: 'command.create-product', permission: 'product.create', primary: true, onClick: () => tabs.open('product') },
          { name: 'query.categories', onClick: () => setCategories(true) },
        ]}
      />
      {categories && <CategoriesDialog onClose={() => setCategories(false)} />}
    </>
  )
}
