// The lists of amendments: of sales contracts and of purchase contracts.
import { FormControlLabel, Switch } from '@mui/material'
import { useTabState } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'
import { useWords } from '../../words/index.ts'
import { amendmentsWords } from './words.ts'

const Amendments = ({ list }: { list: 'sales-amendments' | 'purchase-amendments' }) => {
  const { t } = useWords(amendmentsWords)
  const [openOnly, setOpenOnly] = useTabState('openOnly', false)
  return (
    <ListPage
      list={list}
      params={{ openOnly }}
      toolbar={
        <FormControlLabel
          label={t('amendments.open-only')}
          control={<Switch size="small" checked={openOnly} onChange={(event) => setOpenOnly(event.target.checked)} />}
        />
      }
    />
  )
}
export const SalesAmendmentsPage = () => <Amendments list="sales-amendments" />
export const PurchaseAmendmentsPage = () => <Amendments list="purchase-amendments" />
