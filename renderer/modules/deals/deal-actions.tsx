// What can be begun from a deal: another sales contract, a purchase contract, a look at its profit.
import { Button } from '@mui/material'
import type { Permission } from '../../../preload/contract/access.ts'
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { useMay, useTabs } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { dealsWords } from './words.ts'

export const DealActions = ({ deal }: { deal: QueryOutput<'deal'> }) => {
  const { t, name } = useWords(dealsWords)
  const tabs = useTabs()
  const may = useMay()
  const { id: dealId, customerId, stage } = deal
  const alive = stage !== 'cancelled' && stage !== 'closed'
  const signed = deal.documents.some((d) => d.kind === 'sales-contract' && d.status === 'signed')
  const actions: { label: string; permission: Permission; shown: boolean; open(): void }[] = [
    {
      label: t('deals.add-contract'),
      permission: 'sales-contract.create',
      shown: alive,
      open: () => tabs.open('sales-contract', { dealId, customerId }),
    },
    {
      label: t('deals.make-purchase'),
      permission: 'purchase-contract.create',
      shown: alive && signed,
      open: () => tabs.open('purchase-contract', { dealId }),
    },
    { label: name('record.deal-profit'), permission: 'profit.view', shown: true, open: () => void tabs.openRecord('deal-profit', dealId) },
  ]
  return actions
    .filter((action) => action.shown && may(action.permission))
    .map((action) => (
      <Button
        key={action.label}
        size="small"
        variant="outlined"
        color="inherit"
        disableElevation
        sx={{ borderColor: 'divider', whiteSpace: 'nowrap' }}
        onClick={action.open}
      >
        {action.label}
      </Button>
    ))
}
