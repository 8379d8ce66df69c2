// Tax refunds (退税跟踪): by shipment with what is missing for them, by purchase line, and what has been received.
import { FormControlLabel, Switch } from '@mui/material'
import { useEffect, useState } from 'react'
import type { ListRow } from '../../../preload/contract/define/index.ts'
import { fetchList, type Params, useTabs, useTabState } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'
import { useWords } from '../../words/index.ts'
import { TaxRefundDialog } from './tax-refund-dialog.tsx'
import { moneyOf, ReverseDialog } from '../../records/money/index.ts'
import { taxRefundsWords } from './words.ts'

const isOpen = (row: ListRow) => moneyOf(row, 'open')?.minor !== 0

export const TaxRefundsPage = ({ params }: { params: Params }) => {
  const { t, name } = useWords(taxRefundsWords)
  const tabs = useTabs()
  const [openOnly, setOpenOnly] = useTabState('openOnly', true)
  const [receiving, setReceiving] = useState<ListRow[] | null>(null)
  // Begun from a shipment: its refund is what came.
  const { receive } = params
  useEffect(() => {
    if (receive === undefined) return
    void fetchList('tax-refunds', { search: receive, limit: 50, params: { openOnly: true } }).then((answer) => {
      const rows = answer.ok ? (answer.value.rows as ListRow[]).filter((row) => row['shipment'] === receive) : []
      if (rows.length > 0) setReceiving(rows)
    })
  }, [receive])
  return (
    <>
      <ListPage
        list="tax-refunds"
        params={{ openOnly }}
        toolbar={
          <FormControlLabel
            label={t('tax-refunds.open-only')}
            control={<Switch size="small" checked={openOnly} onChange={(event) => setOpenOnly(event.target.checked)} />}
          />
        }
        actions={[
          {
            name: 'command.receive-tax-refund',
            permission: 'receipt.create',
            primary: true,
            needs: 'some',
            shown: (rows) => rows.every(isOpen),
            onClick: setReceiving,
          },
          { label: name('list.tax-refund-lines'), onClick: () => tabs.open('tax-refund-lines') },
          { label: name('list.tax-refund-receipts'), onClick: () => tabs.open('tax-refund-receipts') },
        ]}
      />
      {receiving && <TaxRefundDialog rows={receiving} onClose={() => setReceiving(null)} />}
    </>
  )
}

export const TaxRefundReceiptsPage = () => {
  const { t } = useWords(taxRefundsWords)
  const [asked, setAsked] = useState<string | null>(null)
  return (
    <>
      <ListPage
        list="tax-refund-receipts"
        actions={[
          {
            name: 'command.reverse-tax-refund',
            permission: 'receipt.reverse',
            needs: 'one',
            shown: ([row]) => row === undefined || row['status'] === 'posted',
            onClick: ([row]) => row && setAsked(row.id),
          },
        ]}
      />
      {asked !== null && (
        <ReverseDialog command="reverse-tax-refund" id={asked} text={t('tax-refunds.reverse-text')} onClose={() => setAsked(null)} />
      )}
    </>
  )
}
