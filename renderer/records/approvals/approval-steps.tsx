// The steps of a submission in a row: done, current with whom it waits for, and those to come.
import CheckRounded from '@mui/icons-material/CheckRounded'
import { Box, Typography } from '@mui/material'
import type { ApprovalView } from '../../../preload/contract/modules/approvals/calls.ts'
import { namesText, useWords } from '../../words/index.ts'

type Step = ApprovalView['steps'][number]

/** Who a step asks: a role or person by name, head and owner by what they are. */
export const useStepName = () => {
  const { name } = useWords()
  return (step: Pick<Step, 'by' | 'name'>): string => (step.name === '' ? name(`step-by.${step.by}`) : step.name)
}

const Mark = ({ step, at }: { step: Step; at: number }) => (
  <Box
    component="span"
    aria-hidden
    sx={{
      width: 20,
      height: 20,
      flexShrink: 0,
      borderRadius: '50%',
      display: 'inline-flex',
      alignItems: 'center',
      justifyContent: 'center',
      fontSize: 11,
      border: 1,
      borderColor: step.state === 'waiting' ? 'divider' : 'primary.main',
      color: step.state === 'done' ? 'primary.contrastText' : step.state === 'current' ? 'primary.main' : 'text.secondary',
      bgcolor: step.state === 'done' ? 'primary.main' : 'transparent',
    }}
  >
    {step.state === 'done' ? <CheckRounded sx={{ fontSize: 14 }} /> : at + 1}
  </Box>
)

export const ApprovalSteps = ({ steps }: { steps: readonly Step[] }) => {
  const { t, name, language } = useWords()
  const stepName = useStepName()
  return (
    <Box
      component="ol"
      aria-label={name('field.steps')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: '6px 20px', m: 0, p: 0, listStyle: 'none' }}
    >
      {steps.map((step, at) => (
        <Box
          component="li"
          // Steps have no id of their own: their place is what tells them apart, and it never changes.
          // oxlint-disable-next-line react/no-array-index-key
          key={at}
          aria-current={step.state === 'current' ? 'step' : undefined}
          sx={{ display: 'flex', alignItems: 'center', gap: 0.75, minWidth: 0 }}
        >
          <Mark step={step} at={at} />
          <Typography variant="body2" component="span" color={step.state === 'waiting' ? 'textSecondary' : undefined}>
            {stepName(step)}
            {step.mode === 'all' && ` · ${name('step-mode.all')}`}
            {step.state === 'current' && step.people.length > 0 && (
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {' '}
                {t('approvals.waits-for', {
                  people: namesText(
                    step.people.map((p) => p.name),
                    language,
                  ),
                })}
              </Box>
            )}
          </Typography>
        </Box>
      ))}
    </Box>
  )
}
