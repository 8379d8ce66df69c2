// The lists of sales contracts and of their lines.
import { FormControlLabel, Switch } from '@mui/material'
import { useTabs, useTabState } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'
import { useWords } from '../../words/index.ts'
import { contractsWords } from './words.ts'

export const SalesContractsPage = () => {
  const tabs = useTabs()
  return (
    <ListPage
      list="sales-contracts"
      actions={[
        {
          name: 'command.save-sales-contract',
          permission: 'sales-contract.create',
          primary: true,
          onClick: () => tabs.open('sales-contract'),
        },
        {
          name: 'command.save-purchase-contract',
          permission: 'purchase-contract.create',
          needs: 'one',
          shown: ([row]) => row === undefined || row.status === 'signed',
          onClick: ([row]) => row && tabs.open('purchase-contract', { contractId: row.id }),
        },
      ]}
    />
  )
}

export const SalesLinesPage = () => {
  const { t } = useWords(contractsWords)
  const [openOnly, setOpenOnly] = useTabState('openOnly', false)
  return (
    <ListPage
      list="sales-lines"
      params={{ openOnly }}
      toolbar={
        <FormControlLabel
          label={t('contracts.open-only')}
          control={<Switch size="small" checked={openOnly} onChange={(event) => setOpenOnly(event.target.checked)} />}
        />
      }
    />
  )
}
