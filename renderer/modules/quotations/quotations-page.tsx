// The list of quotations: the newest versions, or all of them.
import { FormControlLabel, Switch } from '@mui/material'
import { useTabs, useTabState } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'
import { useWords } from '../../words/index.ts'
import { quotationsWords } from './words.ts'

export const QuotationsPage = () => {
  const { t } = useWords(quotationsWords)
  const tabs = useTabs()
  const [newestOnly, setNewestOnly] = useTabState('newestOnly', true)
  return (
    <ListPage
      list="quotations"
      params={{ newestOnly }}
      actions={[{ name: 'command.save-quotation', permission: 'quotation.create', primary: true, onClick: () => tabs.open('quotation') }]}
      toolbar={
        <FormControlLabel
          label={t('quotations.newest-only')}
          control={<Switch size="small" checked={newestOnly} onChange={(event) => setNewestOnly(event.target.checked)} />}
        />
      }
    />
  )
}
