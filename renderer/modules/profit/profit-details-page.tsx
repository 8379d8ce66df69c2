// What one figure of a deal's profit is made of: its postings, each opening its document.
import { useMemo } from 'react'
import { PROFIT_LINES } from '../../../preload/contract/modules/profit/calls.ts'
import { type Params, useOfficeQuery, useTabs } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'
import { ReportFilters, useTabTitle } from '../../kit/show/index.ts'
import { useWords, type Words } from '../../words/index.ts'
import { profitWords } from './words.ts'

export const ProfitDetailsPage = ({ params }: { params: Params }) => {
  const words = useWords(profitWords)
  const { name, t } = words
  const tabs = useTabs()
  const dealId = params.dealId ?? ''
  const deal = useOfficeQuery('deal-profit', { dealId }, { enabled: dealId !== '' })
  const line = PROFIT_LINES.find((l) => l === params.line)
  const titleIn = (w: Words) =>
    [w.name('list.deal-profit-details'), deal.data?.number, line && w.name(`profit-line.${line}`)].filter(Boolean).join(' · ')
  const title = titleIn(words)
  useTabTitle(titleIn)
  const asked = useMemo(() => ({ dealId, line }), [dealId, line])
  return (
    <ListPage
      list="deal-profit-details"
      title={title}
      params={asked}
      toolbar={
        <ReportFilters
          selects={[
            {
              name: 'line',
              label: name('field.deal-profit-details.line'),
              all: t('profit.all-lines'),
              options: PROFIT_LINES.map((l) => ({ value: l, label: name(`profit-line.${l}`) })),
            },
          ]}
          value={{ line }}
          onChange={({ line: next }) => tabs.become('deal-profit-details', { dealId, ...(next === undefined ? {} : { line: next }) })}
        />
      }
    />
  )
}
