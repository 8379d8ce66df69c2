// My desktop (我的工作桌面): what this user can begin, the figures they may see, and what wants doing next.
import Add from '@mui/icons-material/Add'
import { Box, Button, Typography } from '@mui/material'
import { useState } from 'react'
import { hourIn } from '../../../preload/contract/vocabulary/dates.ts'
import { actionsOf, useMay, useRoutes, useTabs, ownName, useViewer } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { weekdayOf } from './home-figures.ts'
import { FirstStepsCard } from './first-steps-card.tsx'
import { HomeFigures } from './home-figures-row.tsx'
import { HomeLists } from './home-lists.tsx'
import { workbenchWords } from './words.ts'

const greetingAt = (hour: number) => {
  if (hour < 11) return 'home.morning'
  if (hour < 13) return 'home.noon'
  return hour < 18 ? 'home.afternoon' : 'home.evening'
}
const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

const Greeting = () => {
  const { t, language } = useWords(workbenchWords)
  const viewer = useViewer()
  // The company's hour, not this machine's; asked anew with every new day.
  const [hour] = useState(() => hourIn(viewer.company.timeZone, new Date().toISOString()))
  const name = ownName(viewer, language)
  const weekday = WEEKDAYS[weekdayOf(viewer.today)] ?? 'monday'
  return (
    <Box>
      <Typography variant="h1">{t(greetingAt(hour), { name })}</Typography>
      <Typography variant="body2" color="textSecondary">
        {t('home.today', { date: viewer.today, weekday: t(`home.${weekday}`) })}
      </Typography>
    </Box>
  )
}

const Shortcuts = () => {
  const { t, name } = useWords(workbenchWords)
  const may = useMay()
  const { open } = useTabs()
  const actions = actionsOf(useRoutes(), may)
  if (actions.length === 0) return null
  return (
    <Box role="group" aria-label={t('home.start')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
      {actions.map(({ command, route, params }) => (
        <Button key={command} variant="outlined" startIcon={<Add />} onClick={() => open(route, params)}>
          {name(`command.${command}`)}
        </Button>
      ))}
    </Box>
  )
}

export const HomePage = () => {
  const { t } = useWords(workbenchWords)
  const may = useMay()
  const { today } = useViewer()
  const figures = (['sales-contract.view', 'receivable.view', 'payable.view', 'bank-account.view'] as const).some((one) => may(one))
  return (
    <Box sx={{ p: 2.5, display: 'flex', flexDirection: 'column', gap: 2, maxWidth: 1500, mx: 'auto' }}>
      <Greeting key={today} />
      <FirstStepsCard />
      <Shortcuts />
      {figures ? <HomeFigures /> : <Typography color="textSecondary">{t('home.empty')}</Typography>}
      <HomeLists />
    </Box>
  )
}
