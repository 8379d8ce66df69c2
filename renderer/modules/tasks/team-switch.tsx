// Whose tasks are shown: one's own, or those of everybody within one's scope. Today and the calendar remember it together.
import { FormControlLabel, Switch, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { useMay, useRemembered } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { tasksWords } from './words.ts'

/** Whether the team's tasks are shown, and the switch for it; none for who may see only their own. */
export const useTeam = (): { team: boolean; teamSwitch: ReactNode } => {
  const { t } = useWords(tasksWords)
  const mayTeam = useMay()('task.view')
  const [wanted, setWanted] = useRemembered('today-team', false)
  const team = wanted && mayTeam
  const teamSwitch = mayTeam && (
    <FormControlLabel
      control={<Switch size="small" checked={team} onChange={(event) => setWanted(event.target.checked)} />}
      label={<Typography variant="body2">{t('today.team')}</Typography>}
    />
  )
  return { team, teamSwitch }
}
