// Expected receipts (应收计划): what customers are to pay for goods that have not left, by its day; what has come already is shown on demand.
import { FormControlLabel, Switch } from '@mui/material'
import { useMemo } from 'react'
import { useTabState } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'
import { useWords } from '../../words/index.ts'
import { openItemsWords } from './words.ts'

export const ExpectedReceiptsPage = () => {
  const { t } = useWords(openItemsWords)
  const [openOnly, setOpenOnly] = useTabState('openOnly', true)
  const params = useMemo(() => ({ openOnly }), [openOnly])
  return (
    <ListPage
      list="expected-receipts"
      params={params}
      toolbar={
        <FormControlLabel
          label={t('open-items.not-received')}
          control={<Switch size="small" checked={openOnly} onChange={(event) => setOpenOnly(event.target.checked)} />}
        />
      }
    />
  )
}
