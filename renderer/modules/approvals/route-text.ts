// A route's conditions in words. Pure.
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import { moneyShown } from '../../kit/format/index.ts'
import type { approvalsWords } from './words.ts'

export type Routes = QueryOutput<'approval-routes'>
export type ApprovalRoute = Routes['routes'][number]

/** What a route's conditions say, each by itself; one sentence when there is none. */
export const conditionsOf = (
  route: ApprovalRoute,
  departments: Routes['departments'],
  base: string,
  { t }: typeof approvalsWords.zh,
): string[] => {
  const found: string[] = []
  if (route.amountFrom !== null) found.push(t('routes.from', { amount: moneyShown({ minor: route.amountFrom, currency: base }) }))
  if (route.marginBelow !== null) found.push(t('routes.margin', { margin: route.marginBelow }))
  if (route.levels.length > 0) found.push(t('routes.levels', { levels: route.levels.join(' ') }))
  if (route.departmentIds.length > 0)
    found.push(
      t('routes.departments', { names: route.departmentIds.map((id) => departments.find((d) => d.id === id)?.name ?? '').join(' ') }),
    )
  return found.length > 0 ? found : [t('routes.any')]
}
