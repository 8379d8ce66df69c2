// Closing a period (月结): nothing is posted on or before the closed day; reopening is asked for a reason and audited.
import { Box, Button, Paper, Typography } from '@mui/material'
import { useState } from 'react'
import { addDays, monthOf } from '../../../preload/contract/vocabulary/dates.ts'
import { useCommand, useMay, useViewer } from '../../client/index.ts'
import { DateInput } from '../../kit/fields/index.ts'
import { ConfirmDialog } from '../../kit/show/index.ts'
import { useWords } from '../../words/index.ts'
import { MonthEndSteps } from './month-end-steps.tsx'
import { booksWords } from './words.ts'

/** The last day of the month before a day: what is usually closed. */
const lastMonthEnd = (today: string): string => addDays(`${today.slice(0, 7)}-01`, -1)

export const PeriodPage = () => {
  const { t, name } = useWords(booksWords)
  const may = useMay()
  const { today, closedThrough, closedRevision } = useViewer()
  const closing = useCommand('close-period')
  const reopening = useCommand('reopen-period')
  const [asking, setAsking] = useState<'close' | 'reopen' | null>(null)
  const [through, setThrough] = useState<string | null>(lastMonthEnd(today))
  const [back, setBack] = useState<string | null>(null)
  return (
    <Box sx={{ p: 2.5, maxWidth: 760 }}>
      <Typography component="h1" sx={{ fontSize: 17, fontWeight: 600, mb: 1.5 }}>
        {name('command.close-period')}
      </Typography>
      <Paper variant="outlined" sx={{ p: 2, display: 'flex', flexDirection: 'column', gap: 1.5 }}>
        <Typography>{closedThrough === null ? t('books.all-open') : t('books.closed-through', { date: closedThrough })}</Typography>
        <Typography variant="body2" color="textSecondary">
          {t('books.period-text')}
        </Typography>
        {may('period.close') && (
          <MonthEndSteps
            month={monthOf(lastMonthEnd(today))}
            close={
              <Button size="small" variant="contained" disableElevation onClick={() => setAsking('close')}>
                {name('command.close-period')}
              </Button>
            }
          />
        )}
        <Box sx={{ display: 'flex', gap: 1 }}>
          {may('period.reopen') && closedThrough !== null && (
            <Button variant="outlined" color="inherit" onClick={() => setAsking('reopen')}>
              {name('command.reopen-period')}
            </Button>
          )}
        </Box>
      </Paper>
      <ConfirmDialog
        open={asking === 'close'}
        title={name('command.close-period')}
        text={t('books.close-text')}
        confirm={name('command.close-period')}
        onConfirm={() => closing.run({ through: through ?? '' })}
        onClose={() => setAsking(null)}
      >
        <DateInput
          name="through"
          label={name('field.through')}
          value={through}
          today={today}
          fact
          required
          autoFocus
          onChange={setThrough}
        />
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'reopen'}
        danger
        title={name('command.reopen-period')}
        text={t('books.reopen-text')}
        confirm={name('command.reopen-period')}
        reason="required"
        onConfirm={({ reason }) => reopening.run({ through: back, reason, revision: closedRevision })}
        onClose={() => setAsking(null)}
      >
        <DateInput
          name="through"
          label={name('field.closedThrough')}
          value={back}
          today={today}
          helperText={t('books.reopen-all')}
          sx={{ mt: 1 }}
          onChange={setBack}
        />
      </ConfirmDialog>
    </Box>
  )
}
