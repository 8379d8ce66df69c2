// Bank accounts with their balances as of any day, in their own currency and all together in base.
import { useMemo } from 'react'
import { useTabs } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'
import { ReportFilters, useReportFilters } from '../../kit/show/index.ts'

export const BankAccountsPage = () => {
  const tabs = useTabs()
  const [filters, setFilters] = useReportFilters({})
  const params = useMemo(() => ({ asOf: filters.asOf }), [filters.asOf])
  return (
    <ListPage
      list="bank-accounts"
      params={params}
      toolbar={<ReportFilters asOf value={filters} onChange={setFilters} />}
      actions={[
        {
          name: 'command.edit-bank-account',
          permission: 'bank-account.edit',
          needs: 'one',
          onClick: ([row]) => row && tabs.open('bank-account', { id: row.id }),
        },
        { name: 'command.transfer-funds', permission: 'bank-account.transfer', onClick: () => tabs.open('transfer') },
        { name: 'command.create-bank-account', permission: 'bank-account.edit', primary: true, onClick: () => tabs.open('bank-account') },
      ]}
    />
  )
}
