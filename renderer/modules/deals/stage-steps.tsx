// The stage of a deal as a quiet row of steps; a cancelled deal shows nothing but that.
import CheckRounded from '@mui/icons-material/CheckRounded'
import { Box } from '@mui/material'
import { DEAL_STAGES } from '../../../preload/contract/modules/deals/calls.ts'
import { StatusChip } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { dealsWords } from './words.ts'

type Stage = (typeof DEAL_STAGES)[number]
const steps = DEAL_STAGES.filter((stage) => stage !== 'cancelled')

export const StageSteps = ({ stage }: { stage: Stage }) => {
  const { t, name } = useWords(dealsWords)
  if (stage === 'cancelled') return <StatusChip group="deal-stage" value={stage} />
  const now = steps.indexOf(stage)
  return (
    <Box
      component="ol"
      aria-label={t('deals.stage', { stage: name(`deal-stage.${stage}`) })}
      sx={{ display: 'flex', flexWrap: 'wrap', listStyle: 'none', m: 0, p: 0, rowGap: 0.5 }}
    >
      {steps.map((step, at) => (
        <Box
          key={step}
          component="li"
          aria-current={at === now ? 'step' : undefined}
          sx={{
            display: 'flex',
            alignItems: 'center',
            fontSize: 12,
            color: at === now ? 'primary.main' : at < now ? 'text.primary' : 'text.secondary',
            fontWeight: at === now ? 600 : 400,
          }}
        >
          {at > 0 && <Box sx={{ width: 20, height: '1px', mx: 0.75, bgcolor: at <= now ? 'primary.main' : 'divider' }} />}
          <Box
            aria-hidden
            sx={{
              width: 14,
              height: 14,
              mr: 0.5,
              borderRadius: 7,
              border: '1px solid',
              borderColor: at <= now ? 'primary.main' : 'divider',
              display: 'grid',
              placeItems: 'center',
              ...(at === now && { bgcolor: 'primary.main' }),
            }}
          >
            {at < now && <CheckRounded color="primary" sx={{ fontSize: 11 }} />}
          </Box>
          {name(`deal-stage.${step}`)}
        </Box>
      ))}
    </Box>
  )
}
