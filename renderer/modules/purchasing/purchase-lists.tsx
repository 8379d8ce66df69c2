// The lists of purchase contracts and of their lines.
import { FormControlLabel, Switch } from '@mui/material'
import { useTabs, useTabState } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'
import { useWords } from '../../words/index.ts'

export const PurchaseContractsPage = () => {
  const tabs = useTabs()
  return (
    <ListPage
      list="purchase-contracts"
      actions={[
        {
          name: 'command.save-purchase-contract',
          permission: 'purchase-contract.create',
          primary: true,
          onClick: () => tabs.open('purchase-contract'),
        },
      ]}
    />
  )
}

export const PurchaseLinesPage = () => {
  const { t } = useWords()
  const [unbilledOnly, setUnbilledOnly] = useTabState('unbilledOnly', false)
  return (
    <ListPage
      list="purchase-lines"
      params={{ unbilledOnly }}
      toolbar={
        <FormControlLabel
          label={t('purchasing.unbilled-only')}
          control={<Switch size="small" checked={unbilledOnly} onChange={(event) => setUnbilledOnly(event.target.checked)} />}
        />
      }
    />
  )
}
