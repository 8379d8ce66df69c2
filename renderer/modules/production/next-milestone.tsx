// What comes next on a contract, and what failed and waits to be checked again.
import { Box } from '@mui/material'
import type { ProductionView } from '../../../preload/contract/modules/production/calls.ts'
import { useWords } from '../../words/index.ts'
import { StatusChip } from '../../kit/show/status-chip.tsx'
import { useMilestoneTexts } from './texts.ts'
import { productionWords } from './words.ts'

export const NextMilestone = ({ production: { milestones, nextId } }: { production: Pick<ProductionView, 'milestones' | 'nextId'> }) => {
  const { t } = useWords(productionWords)
  const { nameOf } = useMilestoneTexts()
  const next = milestones.find((m) => m.id === nextId)
  if (!next) return <span>{t('production.all-done')}</span>
  const failed = milestones.filter((m) => m.standing === 'failed' && m !== next)
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.75, alignItems: 'baseline', fontVariantNumeric: 'tabular-nums' }}
    >
      {t('production.next', { name: nameOf(next) })} {next.due ?? ''}
      {next.standing !== 'open' && <StatusChip group="milestone-standing" value={next.standing} />}
      {failed.map((one) => (
        <span key={one.id}>
          {nameOf(one)} <StatusChip group="milestone-standing" value={one.standing} />
        </span>
      ))}
    </Box>
  )
}
