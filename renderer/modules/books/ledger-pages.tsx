// The books: trial balance of any period, and the postings below each figure.
import { useMemo } from 'react'
import { type Params, useTabs } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'
import { ReportFilters, useReportFilters, useTabTitle } from '../../kit/show/index.ts'
import { useWords, type Words } from '../../words/index.ts'

export const TrialBalancePage = () => {
  const tabs = useTabs()
  const [filters, setFilters] = useReportFilters({})
  const { from, to } = filters
  const asked = useMemo(() => ({ from, to }), [from, to])
  const period = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
  return (
    <ListPage
      list="trial-balance"
      params={asked}
      ownPeriod
      toolbar={<ReportFilters period value={filters} onChange={setFilters} />}
      onOpen={(row) => tabs.open('postings', { account: row.id, ...period })}
    />
  )
}

/** `id` is an account's code when a column opens the route; documents, deals and parties are named by their own parameter. */
export const PostingsPage = ({ params }: { params: Params }) => {
  const account = params.account ?? params.id
  const { documentId, dealId, partyId } = params
  const [filters, setFilters] = useReportFilters({
    ...(params.from === undefined ? {} : { from: params.from }),
    ...(params.to === undefined ? {} : { to: params.to }),
  })
  const { from, to } = filters
  const titleIn = (w: Words) => [w.name('list.postings'), account].filter(Boolean).join(' · ')
  const title = titleIn(useWords())
  useTabTitle(titleIn)
  const asked = useMemo(() => ({ account, from, to, documentId, dealId, partyId }), [account, from, to, documentId, dealId, partyId])
  return (
    <ListPage
      list="postings"
      title={title}
      params={asked}
      ownPeriod
      toolbar={<ReportFilters period value={filters} onChange={setFilters} />}
    />
  )
}
