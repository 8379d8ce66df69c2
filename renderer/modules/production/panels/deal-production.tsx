// How far the factories of a deal are: one line a purchase contract.
import { Box } from '@mui/material'
import { useMay, useOfficeQuery } from '../../../client/index.ts'
import type { Subject } from '../../../records/index.ts'
import { useWords } from '../../../words/index.ts'
import { FormSection } from '../../../kit/form/index.ts'
import { RecordLink } from '../../../kit/show/record-link.tsx'
import { NextMilestone } from '../next-milestone.tsx'
import { DeliveryOutlook, ProgressBar } from '../progress.tsx'
import { productionWords } from '../words.ts'

export const DealProduction = ({ dealId = '' }: Subject) => {
  const { t } = useWords(productionWords)
  const enabled = useMay()('milestone.view') && dealId !== ''
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
            <RecordLink route="purchase-contract" id={one.opens ? one.contractId : null}>
              {one.number}
            </RecordLink>
            <span>{one.supplier}</span>
            <ProgressBar production={one} />
            <NextMilestone production={one} />
            <DeliveryOutlook production={one} />
          </Box>
        ))}
      </Box>
    </FormSection>
  )
}
