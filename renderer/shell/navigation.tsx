// The slim navigation on the left: favourites, then groups of pages, only what the user may see; collapses to icons. Arrow keys go through it.
import ChevronLeft from '@mui/icons-material/ChevronLeft'
import ChevronRight from '@mui/icons-material/ChevronRight'
import DescriptionOutlined from '@mui/icons-material/DescriptionOutlined'
import ExpandMore from '@mui/icons-material/ExpandMore'
import HomeOutlined from '@mui/icons-material/HomeOutlined'
import MoreHoriz from '@mui/icons-material/MoreHoriz'
import { Box, ButtonBase, Divider, IconButton, Tooltip, Typography } from '@mui/material'
import type { KeyboardEvent, ReactNode } from 'react'
import { type NavigationState, type Pinned, pinnable, pinnedKey, placeOfPinned, useFavourites } from '../client/favourites.ts'
import { hearKey } from '../client/keys.ts'
import type { Setter } from '../client/remembered.ts'
import { type MenuGroup, type Route, titleKeyOf, useRoutes } from '../client/routes.ts'
import { useTabList, useTabs } from '../client/use-tabs.ts'
import { useMay } from '../client/viewer.ts'
import { useWords } from '../words/index.ts'
import { type Favourite, favouritesOf, menuOf, toggled, visibleIn } from './menu.ts'
import { NavigationEntry } from './navigation-entry.tsx'
import { useShortcutNames } from '../records/shortcut-names.ts'

const WIDE = 220
const SLIM = 52

/** Arrow keys, Home and End move through the entries; Tab leaves them as a whole. */
const walk = (event: KeyboardEvent<HTMLElement>) => {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-nav]')]
  const at = items.indexOf(document.activeElement as HTMLElement)
  const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key]
  if (next === undefined || at < 0) return
  event.preventDefault()
  items[Math.max(0, Math.min(next, items.length - 1))]?.focus()
}

const Brand = ({ slim }: { slim: boolean }) => {
  const { t, language } = useWords()
  return (
    <Box
      sx={{
        height: 48,
        '@media (max-height: 620px)': { height: 36 },
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        px: slim ? 0 : 2,
        justifyContent: slim ? 'center' : 'flex-start',
      }}
    >
      <Mark size={22} />
      {!slim && (
        <Typography
          component="span"
          sx={{ fontSize: 16, fontWeight: 700, letterSpacing: language === 'zh' ? 4 : 0, color: 'primary.main' }}
        >
          {t('shell.product')}
        </Typography>
      )}
    </Box>
  )
}

/** The sign of the house: a sail before the wind. */
export const Mark = ({ size }: { size: number }) => (
  <Box component="svg" viewBox="0 0 24 24" aria-hidden sx={{ width: size, height: size, color: 'primary.main', flexShrink: 0 }}>
    <path fill="currentColor" d="M11 2v15H3.5C7.5 13.5 10 8.5 11 2Z" />
    <path fill="currentColor" opacity=".55" d="M13 5c4 2.5 6.5 6.5 7 12h-7V5Z" />
    <path fill="currentColor" d="M2.5 19h19c-1 2-2.8 3-5 3h-9c-2.2 0-4-1-5-3Z" />
  </Box>
)

/** The head of a group, which folds it. */
const GroupHead = ({ label, open, onToggle }: { label: string; open: boolean; onToggle: () => void }) => (
  <ButtonBase
    data-nav
    tabIndex={-1}
    aria-expanded={open}
    onClick={onToggle}
    sx={{ width: '100%', height: 26, px: 1.5, justifyContent: 'space-between', color: 'text.secondary', borderRadius: 1 }}
  >
    <Typography component="span" variant="caption" sx={{ fontWeight: 600, letterSpacing: 0.5 }}>
      {label}
    </Typography>
    <ExpandMore sx={{ fontSize: 15, transform: open ? 'none' : 'rotate(-90deg)' }} />
  </ButtonBase>
)

/** Shows what of a group is seldom needed. */
const MoreEntry = ({ count, open, onToggle }: { count: number; open: boolean; onToggle: () => void }) => {
  const { t } = useWords()
  return (
    <ButtonBase
      data-nav
      data-nav-more
      tabIndex={-1}
      aria-expanded={open}
      onClick={onToggle}
      sx={{ width: '100%', height: 26, px: 1.5, gap: 1.25, justifyContent: 'flex-start', color: 'text.secondary', borderRadius: 1 }}
    >
      <MoreHoriz sx={{ fontSize: 18 }} />
      <Typography component="span" variant="caption">
        {open ? t('nav.less') : t('nav.more', { count })}
      </Typography>
    </ButtonBase>
  )
}

const CollapseButton = ({ slim, onToggle }: { slim: boolean; onToggle: () => void }) => {
  const { t } = useWords()
  const label = t(slim ? 'nav.expand' : 'nav.collapse')
  return (
    <Box sx={{ p: 0.5, display: 'flex', justifyContent: slim ? 'center' : 'flex-end' }}>
      <Tooltip title={`${label} (Ctrl+\\)`} placement="right">
        <IconButton aria-label={label} onClick={onToggle}>
          {slim ? <ChevronRight fontSize="small" /> : <ChevronLeft fontSize="small" />}
        </IconButton>
      </Tooltip>
    </Box>
  )
}

/** One group: its head, its entries, and behind "more" what is seldom needed. */
const Group = ({ label, slim, children }: { label: string; slim: boolean; children: ReactNode }) => (
  <Box role="group" aria-label={label} sx={{ mt: 1 }}>
    {slim && <Divider sx={{ my: 0.75, mx: 1 }} />}
    {children}
  </Box>
)

type NavigationProps = { state: NavigationState; onChange: Setter<NavigationState>; onFold: (folded: boolean) => void }
export const Navigation = ({ state, onChange, onFold }: NavigationProps) => {
  const { t, name } = useWords()
  const may = useMay()
  const routes = useRoutes()
  const { open, openFromMenu } = useTabs()
  const { tabs, active } = useTabList()
  const front = tabs.find((tab) => tab.id === active)
  const current = front?.route
  const here =
    front &&
    pinnable(
      routes.find((route) => route.name === front.route),
      front.params,
    )
  const favours = useFavourites()
  const slim = state.collapsed
  const sections = menuOf(routes, may)
  const favourites = favouritesOf(routes, may, favours.pinned)
  const called = useShortcutNames(favours.pinned)
  const home = routes.find((route) => route.name === 'home')
  const shown = [
    ...(home ? [home.name] : []),
    ...favourites.map(({ pinned }) => pinnedKey(pinned)),
    ...sections.flatMap((section) => visibleIn(section, state, current).map(({ name: route }) => route)),
  ]
  const [inFront = '', ...others] = [here && pinnedKey(here), current].filter((one) => one !== undefined)
  const first = [inFront, ...others].find((one) => shown.includes(one)) ?? shown[0]
  const isClosed = (group: MenuGroup) => !slim && state.closed.includes(group)
  const change = (part: (old: NavigationState) => Partial<NavigationState>) => onChange((old) => ({ ...old, ...part(old) }))
  let reached = false
  /** A favourite stands twice; Tab comes to the first. */
  const isReached = (key: string): boolean => {
    const reachable = !reached && key === first
    reached ||= reachable
    return reachable
  }
  const favourite = ({ pinned, route }: Favourite) => {
    const key = pinnedKey(pinned)
    const { params } = placeOfPinned(pinned)
    return (
      <NavigationEntry
        key={key}
        icon={route.menu?.icon ?? <DescriptionOutlined />}
        label={pinned.id === undefined && pinned.view === undefined ? name(titleKeyOf(route)) : called.nameOf(pinned)}
        selected={here ? pinnedKey(here) === key : route.name === current}
        reachable={isReached(key)}
        slim={slim}
        favourite
        onOpen={() => (pinned.id === undefined && pinned.view === undefined ? openFromMenu(route.name) : open(route.name, params))}
        onFavourite={() => favours.toggle(pinned)}
        onMove={(by) => favours.move(pinned, by)}
      />
    )
  }
  const entry = (route: Route) => {
    const pinned: Pinned = { route: route.name }
    return (
      <NavigationEntry
        key={route.name}
        icon={route.menu?.icon ?? <HomeOutlined />}
        label={name(titleKeyOf(route))}
        selected={route.name === current}
        reachable={isReached(route.name)}
        slim={slim}
        favourite={favours.has(pinned)}
        onOpen={() => openFromMenu(route.name)}
        onFavourite={() => favours.toggle(pinned)}
      />
    )
  }
  return (
    <Box
      component="nav"
      aria-label={t('nav.label')}
      onKeyDown={(event) => hearKey(event, walk)}
      sx={{
        width: slim ? SLIM : WIDE,
        flexShrink: 0,
        display: 'flex',
        flexDirection: 'column',
        bgcolor: 'background.paper',
        borderRight: 1,
        borderColor: 'divider',
      }}
    >
      <Brand slim={slim} />
      <Box sx={{ flex: 1, overflowY: 'auto', px: 0.75, pb: 1 }}>
        {home && entry(home)}
        {favourites.length > 0 && (
          <Group label={t('nav.favourites')} slim={slim}>
            {favourites.map(favourite)}
          </Group>
        )}
        {sections.map((section) => {
          const { group } = section
          const label = name(`menu-group.${group}`)
          const more = section.routes.filter((route) => route.menu?.more)
          const open = state.more?.includes(group) ?? false
          return (
            <Group key={group} label={label} slim={slim}>
              {!slim && (
                <GroupHead
                  label={label}
                  open={!isClosed(group)}
                  onToggle={() => change((old) => ({ closed: toggled(old.closed, group) }))}
                />
              )}
              {visibleIn(section, state, current).map(entry)}
              {!slim && !isClosed(group) && more.length > 0 && (
                <MoreEntry count={more.length} open={open} onToggle={() => change((old) => ({ more: toggled(old.more, group) }))} />
              )}
            </Group>
          )
        })}
      </Box>
      <CollapseButton slim={slim} onToggle={() => onFold(!slim)} />
    </Box>
  )
}
