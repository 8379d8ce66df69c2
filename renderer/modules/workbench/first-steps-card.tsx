// What a new company does first, each step ticked by the record that comes of it. It goes with the last step, or when its user puts it away.
import CheckCircle from '@mui/icons-material/CheckCircle'
import Close from '@mui/icons-material/Close'
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUnchecked'
import { Box, ButtonBase, IconButton, LinearProgress, Paper, Tooltip, Typography } from '@mui/material'
import type { FirstStep } from '../../../preload/contract/modules/workbench/calls.ts'
import { useOfficeQuery, useRemembered } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { useOpener } from './use-opener.ts'
import { workbenchWords } from './words.ts'

/** Where each step is taken. */
const routes: Record<FirstStep, string> = {
  'exchange-rates': 'exchange-rates',
  'bank-accounts': 'bank-account',
  people: 'user',
  vendors: 'vendor',
  products: 'product',
  customers: 'customer',
  'first-quotation': 'quotation',
}

const Step = ({ step, done, next }: { step: FirstStep; done: boolean; next: boolean }) => {
  const { t } = useWords(workbenchWords)
  const open = useOpener()(routes[step])
  const state = t(done ? 'home.step-done' : 'home.step-open')
  return (
    <ButtonBase
      onClick={open}
      aria-label={`${t(`home.step-${step}`)} (${state})`}
      sx={{
        flex: '1 1 150px',
        justifyContent: 'flex-start',
        alignItems: 'flex-start',
        textAlign: 'left',
        gap: 1,
        p: 1,
        borderRadius: 1,
        bgcolor: next ? 'color-mix(in srgb, var(--mui-palette-primary-main) 10%, transparent)' : 'transparent',
        '&:hover': { bgcolor: 'action.hover' },
      }}
    >
      {done ? (
        <CheckCircle fontSize="small" color="success" />
      ) : (
        <RadioButtonUnchecked fontSize="small" color={next ? 'primary' : 'disabled'} />
      )}
      <Box sx={{ minWidth: 0 }}>
        <Typography variant="body2" sx={{ fontWeight: next ? 600 : 400, color: done ? 'text.secondary' : 'text.primary' }}>
          {t(`home.step-${step}`)}
        </Typography>
        <Typography variant="caption" color="textSecondary" component="p">
          {t(`home.step-${step}-why`)}
        </Typography>
      </Box>
    </ButtonBase>
  )
}

export const FirstStepsCard = () => {
  const { t } = useWords(workbenchWords)
  const [away, setAway] = useRemembered('first-steps-away', false)
  const { data: steps } = useOfficeQuery('first-steps', {}, { enabled: !away })
  const open = steps?.filter(({ done }) => !done) ?? []
  if (away || !steps || open.length === 0) return null
  return (
    <Paper variant="outlined" component="section" aria-label={t('home.first-steps')} sx={{ p: 1.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, px: 1 }}>
        <Typography component="h2" variant="h5">
          {t('home.first-steps')}
        </Typography>
        <LinearProgress
          variant="determinate"
          aria-label={t('home.first-steps')}
          value={((steps.length - open.length) / steps.length) * 100}
          sx={{ flex: 1, maxWidth: 180 }}
        />
        <Typography variant="caption" color="textSecondary">
          {t('home.first-steps-left', { done: steps.length - open.length, of: steps.length })}
        </Typography>
        <Box sx={{ flex: 1 }} />
        <Tooltip title={t('home.first-steps-away')}>
          <IconButton size="small" aria-label={t('home.first-steps-away')} onClick={() => setAway(true)}>
            <Close fontSize="small" />
          </IconButton>
        </Tooltip>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5, mt: 0.5 }}>
        {steps.map(({ step, done }) => (
          <Step key={step} step={step} done={done} next={step === open[0]?.step} />
        ))}
      </Box>
    </Paper>
  )
}
