// Movements of bank accounts (收支明细): a period, one account or all, the balance after every movement.
import { useMemo } from 'react'
import { type Params, useOfficeQuery, useTabs, useViewer } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'
import { ReportFilters, useReportFilters, useTabTitle } from '../../kit/show/index.ts'
import { useWords, type Words } from '../../words/index.ts'
import { useBanks } from '../../records/money/index.ts'
import { bankAccountsWords } from './words.ts'

export const BankMovementsPage = ({ params }: { params: Params }) => {
  const words = useWords(bankAccountsWords)
  const { t, name } = words
  const tabs = useTabs()
  const { today } = useViewer()
  const banks = useBanks() ?? []
  const [filters, setFilters] = useReportFilters({
    from: `${today.slice(0, 7)}-01`,
    ...(params.id === undefined ? {} : { accountId: params.id }),
  })
  const { accountId, from, to } = filters
  // An account that is switched off is not among those to choose, but its movements can be read.
  const account = useOfficeQuery('bank-account', { id: accountId ?? '' }, { enabled: accountId !== undefined })
  const titleIn = (w: Words) => [w.name('list.bank-movements'), account.data?.name].filter(Boolean).join(' · ')
  const title = titleIn(words)
  useTabTitle(titleIn)
  const asked = useMemo(() => ({ accountId, from, to }), [accountId, from, to])
  const known = banks.some((b) => b.id === accountId) || accountId === undefined
  return (
    <ListPage
      list="bank-movements"
      title={title}
      params={asked}
      ownPeriod
      toolbar={
        <ReportFilters
          period
          value={filters}
          onChange={setFilters}
          selects={[
            {
              name: 'accountId',
              label: name('field.bankAccount'),
              all: t('bank-accounts.all-accounts'),
              options: [
                ...banks.map((b) => ({ value: b.id, label: `${b.name} · ${b.currency}` })),
                ...(known ? [] : [{ value: accountId, label: account.data?.name ?? '…' }]),
              ],
            },
          ]}
        />
      }
      actions={[
        {
          name: 'record.bank-account',
          permission: 'bank-account.view',
          shown: () => accountId !== undefined,
          onClick: () => tabs.open('bank-account', { id: accountId ?? '' }),
        },
      ]}
    />
  )
}
