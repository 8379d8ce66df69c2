// Lines of what is due: when, what it is about, whose, how much; each opens its record.
import { Box, List, ListItem, ListItemButton, Typography } from '@mui/material'
import { type Tabs, useTabs } from '../../../client/index.ts'
import { MoneyText } from '../../../kit/show/index.ts'
import { useWords } from '../../../words/index.ts'
import { workbenchWords } from '../words.ts'
import type { DueLine } from './due.ts'

const useDays = () => {
  const { t } = useWords(workbenchWords)
  return (days: number): string =>
    days < 0 ? t('tile.days-late', { days: -days }) : days === 0 ? t('tile.today') : t('tile.in-days', { days })
}

/** Its record; what has none is done on the page of today's tasks. */
const openLine = (tabs: Tabs, { opens }: DueLine) => {
  if (opens) void tabs.openRecord(opens.route, opens.id)
  else tabs.open('today')
}

/** `rules`: each line says by which rule it is due, where no heading does. */
export const DueList = ({ lines, label, rules = false }: { lines: readonly DueLine[]; label: string; rules?: boolean }) => {
  const { name, language } = useWords(workbenchWords)
  const tabs = useTabs()
  const daysText = useDays()
  return (
    <List dense disablePadding aria-label={label}>
      {lines.map((line) => (
        <ListItem key={line.key} disablePadding>
          <ListItemButton onClick={() => openLine(tabs, line)} sx={{ px: 1.75, py: 0.25, gap: 1.25, alignItems: 'baseline' }}>
            <Typography
              variant="body2"
              component="span"
              title={line.date}
              noWrap
              sx={{ width: language === 'en' ? 104 : 86, flexShrink: 0, color: line.days < 0 ? 'error.main' : 'text.secondary' }}
            >
              {daysText(line.days)}
            </Typography>
            <Box sx={{ flex: 1, minWidth: 0, display: 'flex', gap: 1, alignItems: 'baseline' }}>
              <Typography variant="body2" component="span" noWrap sx={{ flexShrink: rules ? 0 : 1, maxWidth: rules ? '55%' : undefined }}>
                {rules ? name(line.rule) : line.text}
              </Typography>
              <Typography variant="caption" color="textSecondary" component="span" noWrap>
                {rules ? [line.text, line.detail].filter(Boolean).join(' · ') : line.detail}
              </Typography>
            </Box>
            <Typography variant="body2" component="span">
              <MoneyText money={line.amount ?? undefined} />
            </Typography>
          </ListItemButton>
        </ListItem>
      ))}
    </List>
  )
}
