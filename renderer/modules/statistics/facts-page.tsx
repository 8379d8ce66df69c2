// The documents behind one figure of a statistic, with the same filters and the same sum.
import { useMemo } from 'react'
import type { ListParams } from '../../../preload/contract/queries.ts'
import type { Params } from '../../client/index.ts'
import { ListPage } from '../../kit/list/index.ts'
import { useTabTitle } from '../../kit/show/index.ts'
import { useWords, type Words } from '../../words/index.ts'

export const FactsPage = ({ params }: { params: Params }) => {
  const words = useWords()
  const asked = useMemo(() => JSON.parse(params.asked ?? 'null') as ListParams<'statistic-facts'>, [params.asked])
  const titleIn = (w: Words) => [w.name(`measure.${asked.measure}`), ...(params.title ?? '').split('|')].filter(Boolean).join(' · ')
  useTabTitle(titleIn)
  return <ListPage list="statistic-facts" title={titleIn(words)} params={asked} ownPeriod />
}
