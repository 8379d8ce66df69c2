// The list of customers.
import { useState } from 'react'
import type { ListRow } from '../../../preload/contract/define/index.ts'
import { useTabs } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'
import { HandOverDialog } from './hand-over-dialog.tsx'

const handedOf = (row: ListRow) => ({
  id: row.id,
  name: typeof row.name === 'string' ? row.name : '',
  revision: typeof row.revision === 'number' ? row.revision : 1,
})

export const CustomersPage = () => {
  const tabs = useTabs()
  const [handing, setHanding] = useState<readonly ListRow[]>([])
  return (
    <>
      <ListPage
        list="customers"
        actions={[
          { name: 'command.create-customer', permission: 'customer.create', primary: true, onClick: () => tabs.open('customer') },
          { name: 'command.hand-over-customer', permission: 'customer.handover', needs: 'some', onClick: setHanding },
        ]}
      />
      {handing.length > 0 && <HandOverDialog customers={handing.map(handedOf)} onClose={() => setHanding([])} />}
    </>
  )
}
