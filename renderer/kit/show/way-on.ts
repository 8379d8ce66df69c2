// The way on from a refusal, right from where it was met: the estimate that is waited for, the newer version of what was changed meanwhile.
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { refusalSchemas } from '../../../preload/contract/refusals.ts'
import { announce, ask, changed, type Problem, type Tabs, useTabs } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'

/** Opens the estimate; without one (or for who may not see it) begins one, or shows the deal, where one can be asked for. */
const openBehind = async (tabs: Tabs, number: string): Promise<void> => {
  const answer = await ask({ kind: 'query', name: 'deal-behind-estimate', input: { number } })
  if (!answer.ok) return announce({ words: 'shell.record-not-found', tone: 'info' })
  const { dealId, estimateId, mayPrepare } = answer.value as QueryOutput<'deal-behind-estimate'>
  if (estimateId !== null) return tabs.openRecord('profit-estimate', estimateId)
  if (mayPrepare) return tabs.open('profit-estimate', { dealId })
  return tabs.openRecord('deal', dealId)
}

/** Nothing for other problems. */
export const useWayOn = (problem: Problem | null | undefined): { label: string; onClick: () => void }[] => {
  const { t } = useWords()
  const tabs = useTabs()
  if (!problem || !('refused' in problem)) return []
  // What was typed stays: the page reads what others have saved, and says what differs.
  if (problem.refused === 'changed-meanwhile') return [{ label: t('kit.form.load-new'), onClick: () => changed('everything') }]
  if (problem.refused !== 'approval-needed') return []
  const data = refusalSchemas['approval-needed'].safeParse(problem.data).data
  if (data?.kind !== 'profit-estimate') return []
  return [{ label: t('estimates.open'), onClick: () => void openBehind(tabs, data.number) }]
}
