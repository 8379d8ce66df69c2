// When a template's line is due, in words: "3 days before the delivery date".
import type { QueryOutput } from '../../../preload/contract/queries.ts'
import type { productionWords } from './words.ts'

export type Template = QueryOutput<'milestone-templates'>[number]

export const whenText = (
  { anchor, offsetDays }: Pick<Template['lines'][number], 'anchor' | 'offsetDays'>,
  { t, name }: typeof productionWords.zh,
): string => {
  const from = name(`milestone-anchor.${anchor}`)
  if (offsetDays === 0) return t('production.on', { anchor: from })
  return t(offsetDays > 0 ? 'production.after' : 'production.before', { anchor: from, days: Math.abs(offsetDays) })
}
