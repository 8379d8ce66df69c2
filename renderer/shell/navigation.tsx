// The slim navigation on the left: groups of pages, only what the user may see; collapses to icons. Arrow keys go through it.
import ChevronLeft from '@mui/icons-material/ChevronLeft'
import ChevronRight from '@mui/icons-material/ChevronRight'
import HomeOutlined from '@mui/icons-material/HomeOutlined'
import ExpandMore from '@mui/icons-material/ExpandMore'
import { Box, ButtonBase, Divider, IconButton, Tooltip, Typography } from '@mui/material'
import type { KeyboardEvent, ReactNode } from 'react'
import type { Setter } from '../client/remembered.ts'
import { type Route, useRoutes } from '../client/routes.ts'
import { useTabList, useTabs } from '../client/use-tabs.ts'
import { useMay } from '../client/viewer.ts'
import { useWords } from '../words/index.ts'
import { menuOf, titleKeyOf } from './menu.ts'
import { hearKey } from '../client/keys.ts'

type State = { collapsed: boolean; closed: string[] }
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

type EntryProps = { icon: ReactNode; label: string; selected: boolean; reachable: boolean; slim: boolean; onClick: () => void }
const Entry = ({ icon, label, selected, reachable, slim, onClick }: EntryProps) => (
  <Tooltip title={slim ? label : ''} placement="right">
    <ButtonBase
      data-nav
      tabIndex={reachable ? 0 : -1}
      aria-current={selected ? 'page' : undefined}
      aria-label={slim ? label : undefined}
      onClick={onClick}
      sx={{
        width: '100%',
        height: 32,
        px: slim ? 0 : 1.5,
        gap: 1.25,
        justifyContent: slim ? 'center' : 'flex-start',
        borderRadius: 1,
        color: selected ? 'primary.main' : 'text.primary',
        bgcolor: selected ? 'color-mix(in srgb, var(--mui-palette-primary-main) 12%, transparent)' : 'transparent',
        fontWeight: selected ? 600 : 400,
        '&:hover': { bgcolor: selected ? undefined : 'action.hover' },
        '& svg': { fontSize: 18, color: selected ? 'primary.main' : 'text.secondary' },
      }}
    >
      {icon}
      {!slim && (
        <Typography component="span" variant="body2" noWrap title={label} sx={{ fontWeight: 'inherit', fontSize: 13 }}>
          {label}
        </Typography>
      )}
    </ButtonBase>
  </Tooltip>
)

const Brand = ({ slim }: { slim: boolean }) => {
  const { t, language } = useWords()
  return (
    <Box
      sx={{ height: 48, display: 'flex', alignItems: 'center', gap: 1, px: slim ? 0 : 2, justifyContent: slim ? 'center' : 'flex-start' }}
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

export const Navigation = ({ state, onChange }: { state: State; onChange: Setter<State> }) => {
  const words = useWords()
  const { t, name } = words
  const may = useMay()
  const routes = useRoutes()
  const { open } = useTabs()
  const { tabs, active } = useTabList()
  const current = tabs.find((tab) => tab.id === active)?.route
  const sections = menuOf(routes, may)
  const slim = state.collapsed
  const isClosed = (group: string) => !slim && state.closed.includes(group)
  const home = routes.find((route) => route.name === 'home')
  const shown = [...(home ? [home] : []), ...sections.flatMap((section) => (isClosed(section.group) ? [] : section.routes))]
  const first = shown.some((route) => route.name === current) ? current : shown[0]?.name
  const entry = (route: Route) => (
    <Entry
      key={route.name}
      icon={route.menu?.icon ?? <HomeOutlined />}
      label={name(titleKeyOf(route))}
      selected={route.name === current}
      reachable={route.name === first}
      slim={slim}
      onClick={() => open(route.name)}
    />
  )
  const toggle = (group: string) =>
    onChange((old) => ({
      ...old,
      closed: old.closed.includes(group) ? old.closed.filter((one) => one !== group) : [...old.closed, group],
    }))
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
        {sections.map(({ group, routes: inGroup }) => (
          <Box key={group} role="group" aria-label={name(`menu-group.${group}`)} sx={{ mt: 1 }}>
            {slim ? (
              <Divider sx={{ my: 0.75, mx: 1 }} />
            ) : (
              <ButtonBase
                data-nav
                tabIndex={-1}
                aria-expanded={!isClosed(group)}
                onClick={() => toggle(group)}
                sx={{ width: '100%', height: 26, px: 1.5, justifyContent: 'space-between', color: 'text.secondary', borderRadius: 1 }}
              >
                <Typography component="span" variant="caption" sx={{ fontWeight: 600, letterSpacing: 0.5 }}>
                  {name(`menu-group.${group}`)}
                </Typography>
                <ExpandMore sx={{ fontSize: 15, transform: isClosed(group) ? 'rotate(-90deg)' : 'none' }} />
              </ButtonBase>
            )}
            {!isClosed(group) && inGroup.map(entry)}
          </Box>
        ))}
      </Box>
      <Box sx={{ p: 0.5, display: 'flex', justifyContent: slim ? 'center' : 'flex-end' }}>
        <Tooltip title={`${t(slim ? 'nav.expand' : 'nav.collapse')} (Ctrl+\\)`} placement="right">
          <IconButton
            aria-label={t(slim ? 'nav.expand' : 'nav.collapse')}
            onClick={() => onChange((old) => ({ ...old, collapsed: !old.collapsed }))}
          >
            {slim ? <ChevronRight fontSize="small" /> : <ChevronLeft fontSize="small" />}
          </IconButton>
        </Tooltip>
      </Box>
    </Box>
  )
}
