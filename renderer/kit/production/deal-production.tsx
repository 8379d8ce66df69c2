// How far the factories of a deal are: one line a purchase contract.
import { Box } from '@mui/material'
import type { ProductionView } from '../../../preload/contract/modules/production.ts'
import { useMay, useOfficeQuery } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { FormSection } from '../form/index.ts'
import { RecordLink } from '../show/record-link.tsx'
import { StatusChip } from '../show/status-chip.tsx'
import { DeliveryOutlook, ProgressBar } from './progress.tsx'
import { useMilestoneTexts } from './texts.ts'

const Next = ({ production }: { production: ProductionView }) => {
  const { t } = useWords()
  const { nameOf } = useMilestoneTexts()
  const next = production.milestones.find((m) => m.id === production.nextId)
  if (!next) return <span>{t('production.all-done')}</span>
  return (
    <Box component="span" sx={{ display: 'inline-flex', gap: 0.75, alignItems: 'baseline' }}>
      {t('production.next', { name: nameOf(next) })} {next.due}
      {next.standing !== 'open' && <StatusChip group="milestone-standing" value={next.standing} />}
    </Box>
  )
}

export const DealProduction = ({ dealId }: { dealId: string }) => {
  const { t } = useWords()
  const enabled = useMay()('milestone.view')
  const { data } = useOfficeQuery('deal-production', { dealId }, { enabled, keep: true })
  if (!enabled || !data || data.length === 0) return null
  return (
    <FormSection title={t('production.of-deal')} wide>
      <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none', display: 'flex', flexDirection: 'column', gap: 0.75, fontSize: 13 }}>
        {data.map((one) => (
          <Box
            component="li"
            key={one.contractId}
            sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.25, alignItems: 'baseline' }}
          >
            <RecordLink route="purchase-contract" id={one.contractId}>
              {one.number}
            </RecordLink>
            <span>{one.supplier}</span>
            <ProgressBar production={one} />
            <Next production={one} />
            <DeliveryOutlook production={one} />
          </Box>
        ))}
      </Box>
    </FormSection>
  )
}
