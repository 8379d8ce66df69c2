// What is odd about an estimate as it is typed: rates far from those in force, purchase prices far from the last ones. Rules SC2 and SC3 in ../checks/SPEC.md.
import type { QueryParsed } from '../../../preload/contract/queries.ts'
import type { IsoDate } from '../../../preload/contract/vocabulary/dates.ts'
import type { Warning } from '../../../preload/contract/warnings.ts'
import type { QueryContext } from '../../queries/define-query.ts'
import { purchasePriceWarnings, rateWarnings } from '../checks/index.ts'

/** `on`: the day whose rates count. */
export const estimateWarnings = async (q: QueryContext, typed: QueryParsed<'preview-profit-estimate'>, on: IsoDate): Promise<Warning[]> => {
  const warnings: Warning[] = []
  for (const list of ['revenue', 'purchases', 'costs'] as const)
    for (const { id, currency, rate } of typed[list])
      warnings.push(...(await rateWarnings(q, { currency, rate, on, field: `${list}.#${id}.rate` })))
  for (const currency of new Set(typed.purchases.map((l) => l.currency))) {
    const lines = typed.purchases.filter((l) => l.currency === currency)
    warnings.push(...(await purchasePriceWarnings(q, { currency, rate: lines[0]!.rate, list: 'purchases', lines })))
  }
  return warnings
}
