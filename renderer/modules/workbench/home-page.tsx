// My desktop (我的工作桌面): the tiles that this user has chosen, or those of their role; arranged right here.
import Add from '@mui/icons-material/Add'
import DashboardCustomize from '@mui/icons-material/DashboardCustomizeOutlined'
import { Box, Button, Menu, MenuItem, Skeleton, Typography } from '@mui/material'
import { useEffect, useState } from 'react'
import { isLaidOut, laidOut, inReadingOrder, type Tile } from '../../../preload/contract/modules/workbench/tiles.ts'
import { hourIn, weekdayOf } from '../../../preload/contract/vocabulary/dates.ts'
import {
  actionsOf,
  announce,
  type Problem,
  problemOf,
  ownName,
  useCommand,
  useMay,
  useOfficeQuery,
  useRoutes,
  useTabs,
  useViewer,
} from '../../client/index.ts'
import { ConfirmDialog, ProblemNote } from '../../kit/show/index.ts'
import { mayShow, TileBody } from '../../records/tiles/index.ts'
import { useWords } from '../../words/index.ts'
import { ArrangeDesk } from './arrange/arrange-desk.tsx'
import { DiscardDialog } from './arrange/discard-dialog.tsx'
import { compacted, withUnseen } from './arrange/placing.ts'
import { useArranging, useNotOlder } from './arrange/use-arranging.ts'
import { FirstStepsCard } from './first-steps-card.tsx'
import { WEEKDAYS } from './home-figures.ts'
import { Place, TileGrid } from './tile-grid.tsx'
import { useTileScene } from './tile-scene.ts'
import { workbenchWords } from './words.ts'

const greetingAt = (hour: number) => {
  if (hour < 11) return 'home.morning'
  if (hour < 13) return 'home.noon'
  return hour < 18 ? 'home.afternoon' : 'home.evening'
}

const Greeting = () => {
  const { t, language } = useWords(workbenchWords)
  const viewer = useViewer()
  // The company's hour, not this machine's; asked anew with every new day.
  const [hour] = useState(() => hourIn(viewer.company.timeZone, new Date().toISOString()))
  const name = ownName(viewer, language)
  const weekday = WEEKDAYS[weekdayOf(viewer.today)] ?? 'monday'
  return (
    <Box sx={{ minWidth: 0, display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: 1.5 }}>
      <Typography variant="h1" sx={{ fontSize: 20 }}>
        {t(greetingAt(hour), { name })}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {t('home.today', { date: viewer.today, weekday: t(`home.${weekday}`) })}
      </Typography>
    </Box>
  )
}

/** Everything that this user can begin. */
const BeginMenu = () => {
  const { t, name } = useWords(workbenchWords)
  const may = useMay()
  const { open } = useTabs()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const actions = actionsOf(useRoutes(), may)
  if (actions.length === 0) return null
  return (
    <>
      <Button variant="outlined" startIcon={<Add />} aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}>
        {t('home.start')}
      </Button>
      <Menu
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { 'aria-label': t('home.start') } }}
      >
        {actions.map(({ command, route, params }) => (
          <MenuItem
            key={command}
            onClick={() => {
              setAnchor(null)
              open(route, params)
            }}
          >
            {name(`command.${command}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}

const Tiles = ({ tiles }: { tiles: readonly Tile[] }) => {
  const { t } = useWords(workbenchWords)
  if (tiles.length === 0) return <Typography color="textSecondary">{t('home.empty')}</Typography>
  return (
    <TileGrid>
      {tiles.map((tile) => (
        <Place key={tile.id} tile={tile}>
          <TileBody tile={tile} />
        </Place>
      ))}
    </TileGrid>
  )
}

/**
 * Of a desk what this user may see. That of a role closes up where something is missing; one's own stands as it was arranged, without gaps above
 * what is shown.
 */
export const seenOf = (
  { of, tiles }: { of: 'own' | 'role'; tiles: readonly Tile[] },
  isSeen: (tile: Tile) => boolean,
): { seen: Tile[]; unseen: Tile[] } => {
  const ordered = inReadingOrder(tiles)
  const seen = ordered.filter(isSeen)
  const unseen = ordered.filter((one) => !isSeen(one))
  if (unseen.length === 0 && isLaidOut(ordered)) return { seen, unseen }
  return { seen: of === 'own' && isLaidOut(seen) ? compacted(seen) : laidOut(seen), unseen }
}
const NO_DESK = { of: 'role' as const, tiles: [] }

export const HomePage = () => {
  const { t } = useWords(workbenchWords)
  const { today } = useViewer()
  const { setDirty } = useTabs()
  const read = useOfficeQuery('workbench', {}, { keep: true })
  const { problem } = read
  const scene = useTileScene()
  const arranging = useArranging('own')
  const saving = useCommand('save-workbench')
  const resetting = useCommand('reset-workbench')
  const [refused, setRefused] = useState<Problem | null>(null)
  const [asking, setAsking] = useState<'reset' | 'cancel' | null>(null)
  const { isArranging, isChanged } = arranging
  const [data, changed] = useNotOlder(read.data)
  useEffect(() => setDirty(isArranging && isChanged), [setDirty, isArranging, isChanged])
  const isSeen = (tile: Tile) => {
    const kind = scene.kinds.find((one) => one.kind === tile.kind)
    return !kind || mayShow(kind, tile.settings, scene)
  }
  const { seen, unseen } = seenOf(data ?? NO_DESK, isSeen)
  const end = () => {
    setRefused(null)
    arranging.end()
  }
  const save = async () => {
    if (!isChanged) return end()
    const tiles = withUnseen(arranging.tiles, unseen)
    const answer = await saving.run({ revision: arranging.revision, tiles })
    setRefused(problemOf(answer))
    if (!answer.ok) return arranging.told(answer)
    changed(answer.value.revision)
    announce({ words: 'arrange.saved', of: workbenchWords, tone: 'success' })
    return end()
  }
  return (
    <Box sx={{ p: 2, display: 'flex', flexDirection: 'column', gap: 1.5, maxWidth: 1760, mx: 'auto' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
        <Greeting key={today} />
        <Box sx={{ flex: 1 }} />
        <BeginMenu />
        {!isArranging && data && (
          <Button
            color="inherit"
            startIcon={<DashboardCustomize />}
            onClick={() => arranging.begin({ revision: data.revision, tiles: seen })}
          >
            {t('arrange.title')}
          </Button>
        )}
      </Box>
      <FirstStepsCard />
      <ProblemNote problem={problem} />
      {!data && !problem && <Skeleton variant="rounded" height={320} />}
      {data && !isArranging && <Tiles tiles={seen} />}
      {data && isArranging && (
        <>
          <ProblemNote problem={refused} onClose={() => setRefused(null)} />
          <ArrangeDesk
            arranging={arranging}
            saving={saving.running}
            unseen={unseen.length}
            onDone={() => void save()}
            onCancel={() => (isChanged ? setAsking('cancel') : end())}
            onReset={data.of === 'own' ? () => setAsking('reset') : undefined}
          />
        </>
      )}
      <ConfirmDialog
        open={asking === 'reset'}
        title={t('arrange.reset')}
        text={t(data?.role ? 'arrange.reset-text' : 'arrange.reset-standard', { role: data?.role ?? '' })}
        confirm={t('arrange.reset')}
        onConfirm={async () => {
          const { revision } = arranging
          const answer = await resetting.run({ revision })
          if (!answer.ok) return arranging.told(answer)
          changed(revision + 1)
          end()
          return answer
        }}
        onClose={() => setAsking(null)}
      />
      <DiscardDialog open={asking === 'cancel'} onDiscard={end} onClose={() => setAsking(null)} />
    </Box>
  )
}
