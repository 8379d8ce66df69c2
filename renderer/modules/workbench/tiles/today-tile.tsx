// Today's tasks in short: what waits for my decision, then of each rule what is late or falls due first.
import FactCheck from '@mui/icons-material/FactCheckOutlined'
import { Box, List, ListItem, ListItemButton, Typography } from '@mui/material'
import { useOfficeQuery, useTabs } from '../../../client/index.ts'
import { MoneyText } from '../../../kit/show/index.ts'
import { textSetting, TileCard, type TileProps } from '../../../records/tiles/index.ts'
import { useWords } from '../../../words/index.ts'
import { workbenchWords } from '../words.ts'
import { DueList } from './due-list.tsx'
import { byRule, useTaskScope } from './due.ts'

/** So many approvals, and so many of each rule: the page has all. */
const SHOWN = 8
const OF_RULE = 3

export const TodayTile = ({ settings }: TileProps) => {
  const { t, name } = useWords(workbenchWords)
  const { open, openRecord } = useTabs()
  const { data, problem } = useOfficeQuery('today', { whose: useTaskScope(settings) }, { keep: true })
  const title = textSetting(settings, 'title') || name('tile.today')
  const count = (data?.waiting.length ?? 0) + (data?.counts.reduce((sum, one) => sum + one.count, 0) ?? 0)
  return (
    <TileCard
      title={title}
      {...(count > 0 && { detail: count })}
      onOpen={() => open('today')}
      problem={problem}
      loading={!data}
      none={data && count === 0 ? t('tile.today-none') : undefined}
    >
      {data && data.waiting.length > 0 && (
        <List dense disablePadding aria-label={t('tile.waiting')}>
          {data.waiting.slice(0, SHOWN).map((one) => (
            <ListItem key={one.id} disablePadding>
              <ListItemButton
                onClick={() => void openRecord('approval', one.id)}
                sx={{ px: 1.75, py: 0.375, gap: 1.25, alignItems: 'baseline' }}
              >
                <Typography variant="body2" component="span" color="primary" noWrap sx={{ width: 86, flexShrink: 0, fontWeight: 600 }}>
                  <FactCheck sx={{ fontSize: 15, verticalAlign: '-2px', mr: 0.5 }} aria-hidden />
                  {t('tile.approve')}
                </Typography>
                <Typography variant="body2" component="span" noWrap sx={{ flexShrink: 0, maxWidth: '50%' }}>
                  {name(`approval-kind.${one.kind}`)} {one.number}
                </Typography>
                <Typography variant="caption" color="textSecondary" component="span" noWrap sx={{ flex: 1, minWidth: 0 }}>
                  {one.title}
                </Typography>
                <Typography variant="body2" component="span">
                  <MoneyText money={one.amount ?? undefined} />
                </Typography>
              </ListItemButton>
            </ListItem>
          ))}
        </List>
      )}
      {data &&
        byRule(data).map(({ rule, count: ofRule, lines }) => (
          <Box key={rule} component="section" aria-label={name(rule)} sx={{ pb: 0.5 }}>
            <Typography component="h3" variant="caption" color="textSecondary" sx={{ px: 1.75, fontWeight: 600 }}>
              {name(rule)} {ofRule}
            </Typography>
            <DueList lines={lines.slice(0, OF_RULE)} label={name(rule)} />
          </Box>
        ))}
    </TileCard>
  )
}
