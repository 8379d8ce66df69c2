// The way on from a refusal, right from where it was met: the record that stands in the way, the page where what is missing is put right, the newer version.
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { refusalSchemas } from '../../../preload/contract/refusals.ts'
import { announce, ask, changed, type Problem, type Tabs, useMay, useOfficeQuery, useRoutes, useTabs } from '../../client/index.ts'
import type { Way } from '../../kit/office-calls.ts'
import { useWords } from '../../words/index.ts'
import { behindOf, type Place, places } from './behind.ts'

/** Opens the estimate; without one (or for who may not see it) begins one, or shows the deal, where one can be asked for. */
const openBehind = async (tabs: Tabs, number: string): Promise<void> => {
  const answer = await ask({ kind: 'query', name: 'deal-behind-estimate', input: { number } })
  if (!answer.ok) return announce({ words: 'shell.record-not-found', tone: 'info' })
  const { dealId, estimateId, mayPrepare } = answer.value as QueryOutput<'deal-behind-estimate'>
  if (estimateId !== null) return tabs.openRecord('profit-estimate', estimateId)
  if (mayPrepare) return tabs.open('profit-estimate', { dealId })
  return tabs.openRecord('deal', dealId)
}

/** The record a refusal names, found as Ctrl+K finds it: only what this user may see is offered. */
const useRecordBehind = (problem: Problem | null | undefined): Way[] => {
  const { t } = useWords()
  const tabs = useTabs()
  const behind = behindOf(problem)
  const { data } = useOfficeQuery('find', { text: (behind?.title ?? '').slice(0, 100), limit: 20 }, { enabled: behind !== null })
  const found = behind && data?.find((one) => behind.kinds.includes(one.kind) && one.title === behind.title)
  return found ? [{ label: t('kit.way.open', { what: found.title }), onClick: () => void tabs.openRecord(found.kind, found.id) }] : []
}

/** Nothing for other problems. */
export const useWaysOn = (problem: Problem | null | undefined): Way[] => {
  const { t, name } = useWords()
  const tabs = useTabs()
  const may = useMay()
  const routes = useRoutes()
  const record = useRecordBehind(problem)
  if (!problem || !('refused' in problem)) return []
  // What was typed stays: the page reads what others have saved, and says what differs.
  if (problem.refused === 'changed-meanwhile') return [{ label: t('kit.form.load-new'), onClick: () => changed('everything') }]
  if (problem.refused === 'approval-needed') {
    const data = refusalSchemas()['approval-needed'].safeParse(problem.data).data
    if (data?.kind === 'profit-estimate') return [{ label: t('estimates.open'), onClick: () => void openBehind(tabs, data.number) }]
  }
  const opens = (one: Place) => routes.some(({ name: route, permission }) => route === one.route && may(permission))
  const [place] = (places[problem.refused] ?? []).filter((one) => may(one.permission) && opens(one))
  return [...record, ...(place ? [{ label: name(place.name), onClick: () => tabs.open(place.route) }] : [])]
}
