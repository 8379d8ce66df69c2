// The lists of purchase contracts and of their lines.
import { FormControlLabel, Switch } from '@mui/material'
import { useState } from 'react'
import { useTabs, useTabState } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'
import { type Followed, Panels } from '../../records/index.ts'
import { useWords } from '../../words/index.ts'
import { purchasingWords } from './words.ts'

export const PurchaseContractsPage = () => {
  const tabs = useTabs()
  const [applying, setApplying] = useState<Followed[] | null>(null)
  return (
    <>
      <ListPage
        list="purchase-contracts"
        actions={[
          {
            name: 'command.save-purchase-contract',
            permission: 'purchase-contract.create',
            primary: true,
            onClick: () => tabs.open('purchase-contract'),
          },
          {
            name: 'command.apply-milestones',
            permission: 'milestone.edit',
            needs: 'some',
            shown: (rows) => rows.every((row) => row.status === 'signed'),
            onClick: (rows) =>
              setApplying(
                rows.map((row) => ({
                  contractId: row.id,
                  ...(row.followRevision === null ? {} : { revision: Number(row.followRevision) }),
                })),
              ),
          },
        ]}
      />
      {applying && <Panels on="purchase-contracts" place="apply-milestones" contracts={applying} onClose={() => setApplying(null)} />}
    </>
  )
}

export const PurchaseLinesPage = () => {
  const { t } = useWords(purchasingWords)
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
