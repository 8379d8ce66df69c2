// The row of open tabs: drag or keys to reorder, middle click closes, a menu for the rest, and all of them in one list when they overflow.
import ChevronLeft from '@mui/icons-material/ChevronLeft'
import ChevronRight from '@mui/icons-material/ChevronRight'
import Close from '@mui/icons-material/Close'
import KeyboardArrowDown from '@mui/icons-material/KeyboardArrowDown'
import PushPin from '@mui/icons-material/PushPinOutlined'
import { Box, IconButton, Menu, MenuItem, Tooltip, Typography } from '@mui/material'
import { type DragEvent, type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { useRoutes } from '../client/routes.ts'
import type { Tab } from '../client/tabs.ts'
import { useTabList, useTabs } from '../client/use-tabs.ts'
import { useWords } from '../words/index.ts'
import { FavouriteStar } from './favourite-star.tsx'
import { tabTitle } from './menu.ts'
import { TabMenu } from './tab-menu.tsx'
import { hearKey } from '../client/keys.ts'

type ItemProps = {
  tab: Tab
  title: string
  active: boolean
  onClose: () => void
  onMenu: (anchor: HTMLElement) => void
  onStep: (by: 1 | -1) => void
  onMove: (by: 1 | -1) => void
  onDrop: (draggedId: string) => void
}

const Item = ({ tab, title, active, onClose, onMenu, onStep, onMove, onDrop }: ItemProps) => {
  const { t } = useWords()
  const { activate, pin } = useTabs()
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : null
    if (by !== null) (event.ctrlKey ? onMove : onStep)(by)
    else if (event.key === 'Delete' && !tab.pinned) onClose()
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) onMenu(event.currentTarget)
    else if (event.key === 'Enter' || event.key === ' ') activate(tab.id)
    else return
    event.preventDefault()
  }
  const middle = (event: MouseEvent) => {
    if (event.button !== 1 || tab.pinned) return
    event.preventDefault()
    onClose()
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    onDrop(event.dataTransfer.getData('text/x-tradewind-tab'))
  }
  return (
    <Box
      role="tab"
      id={`tab-${tab.id}`}
      aria-selected={active}
      aria-controls={`page-${tab.id}`}
      tabIndex={active ? 0 : -1}
      title={title}
      draggable
      onClick={() => activate(tab.id)}
      onAuxClick={middle}
      onMouseDown={(event) => event.button === 1 && event.preventDefault()}
      onDoubleClick={() => pin(tab.id, !tab.pinned)}
      onContextMenu={(event) => {
        event.preventDefault()
        onMenu(event.currentTarget)
      }}
      onKeyDown={(event) => hearKey(event, onKey)}
      onDragStart={(event) => event.dataTransfer.setData('text/x-tradewind-tab', tab.id)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 0.75,
        flexShrink: 0,
        maxWidth: 240,
        height: 32,
        pl: 1.5,
        pr: tab.pinned ? 1.5 : 0.5,
        cursor: 'default',
        userSelect: 'none',
        borderRadius: '6px 6px 0 0',
        border: 1,
        borderBottom: 0,
        borderColor: active ? 'divider' : 'transparent',
        bgcolor: active ? 'background.default' : 'transparent',
        color: active ? 'text.primary' : 'text.secondary',
        boxShadow: active ? 'inset 0 2px 0 var(--mui-palette-primary-main)' : 'none',
        '&:hover': { bgcolor: active ? 'background.default' : 'action.hover' },
        '&:focus-visible': { outline: '2px solid var(--mui-palette-primary-main)', outlineOffset: -2 },
        '& .close': { visibility: active ? 'visible' : 'hidden' },
        '&:hover .close, &:focus-within .close': { visibility: 'visible' },
      }}
    >
      {tab.pinned && <PushPin sx={{ fontSize: 13 }} />}
      {tab.dirty && (
        <Tooltip title={t('tabs.unsaved')}>
          <Box
            component="span"
            aria-label={t('tabs.unsaved')}
            role="img"
            sx={{ width: 7, height: 7, borderRadius: '50%', bgcolor: 'warning.main', flexShrink: 0 }}
          />
        </Tooltip>
      )}
      <Typography component="span" noWrap sx={{ fontSize: 12.5, fontWeight: active ? 600 : 400 }}>
        {title}
      </Typography>
      {!tab.pinned && (
        // For the mouse alone: a button may not stand within a tab. Delete, Alt+W and the tab's menu close it from the keyboard.
        <Box
          component="span"
          className="close"
          aria-hidden
          title={t('tabs.close', { title })}
          onClick={(event) => {
            event.stopPropagation()
            onClose()
          }}
          sx={{ display: 'inline-flex', p: 0.5, borderRadius: 1, '&:hover': { bgcolor: 'action.hover' } }}
        >
          <Close sx={{ fontSize: 14 }} />
        </Box>
      )}
    </Box>
  )
}

/** How much of the row lies beyond its left and right edge, in pixels. */
const useHiddenParts = (row: RefObject<HTMLDivElement | null>, count: number) => {
  const [hidden, setHidden] = useState({ left: 0, right: 0 })
  useEffect(() => {
    const box = row.current
    if (!box) return
    const look = () => {
      const left = Math.round(box.scrollLeft)
      const right = Math.max(0, Math.round(box.scrollWidth - box.clientWidth - box.scrollLeft))
      setHidden((old) => (old.left === left && old.right === right ? old : { left, right }))
    }
    const observer = new ResizeObserver(look)
    observer.observe(box)
    box.addEventListener('scroll', look, { passive: true })
    look()
    return () => {
      observer.disconnect()
      box.removeEventListener('scroll', look)
    }
  }, [row, count])
  return hidden
}

/** Moves the row of tabs when they do not fit; for the mouse, since the arrow keys bring each tab into sight. */
const ScrollButton = ({ row, by, shown }: { row: RefObject<HTMLDivElement | null>; by: 1 | -1; shown: boolean }) => {
  const { t } = useWords()
  const label = t(by < 0 ? 'tabs.scroll-left' : 'tabs.scroll-right')
  return (
    <IconButton
      aria-label={label}
      title={label}
      tabIndex={-1}
      disabled={!shown}
      onClick={() => row.current?.scrollBy({ left: by * 240, behavior: 'smooth' })}
      sx={{ width: 26, height: 30 }}
    >
      {by < 0 ? <ChevronLeft fontSize="small" /> : <ChevronRight fontSize="small" />}
    </IconButton>
  )
}

/** The list of every tab, for when they do not fit. */
const AllTabs = ({ titles }: { titles: ReadonlyMap<string, string> }) => {
  const { t } = useWords()
  const { tabs, active } = useTabList()
  const { activate } = useTabs()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  return (
    <>
      <Tooltip title={t('tabs.all')}>
        <IconButton aria-label={t('tabs.all')} aria-haspopup="menu" onClick={(event) => setAnchor(event.currentTarget)}>
          <KeyboardArrowDown fontSize="small" />
        </IconButton>
      </Tooltip>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {tabs.map((tab) => (
          <MenuItem
            key={tab.id}
            selected={tab.id === active}
            onClick={() => {
              activate(tab.id)
              setAnchor(null)
            }}
          >
            {titles.get(tab.id)}
          </MenuItem>
        ))}
      </Menu>
    </>
  )
}

export const TabBar = ({ onClose }: { onClose: (ids: readonly string[]) => void }) => {
  const words = useWords()
  const routes = useRoutes()
  const { tabs, active } = useTabList()
  const { step, move } = useTabs()
  const [menu, setMenu] = useState<{ id: string; anchor: HTMLElement } | null>(null)
  const row = useRef<HTMLDivElement>(null)
  const hidden = useHiddenParts(row, tabs.length)
  const tooMany = hidden.left + hidden.right > 0
  const titleOf = (tab: Tab) =>
    tabTitle(
      tab,
      routes.find((route) => route.name === tab.route),
      words,
    )
  const place = (id: string) => tabs.findIndex((tab) => tab.id === id)
  // The one in front is wholly in sight, also when its title has grown or the row has become narrower.
  const front = tabs.find((tab) => tab.id === active)
  const frontTitle = front && titleOf(front)
  useEffect(() => {
    row.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest', inline: 'nearest' })
  }, [active, frontTitle, tooMany])
  /** The focus goes with the active tab when the arrows are used. */
  const focusActive = () => setTimeout(() => row.current?.querySelector<HTMLElement>('[aria-selected="true"]')?.focus())
  return (
    <Box sx={{ display: 'flex', alignItems: 'flex-end', bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider', px: 1 }}>
      {tooMany && <ScrollButton row={row} by={-1} shown={hidden.left > 0} />}
      <Box
        ref={row}
        role="tablist"
        aria-label={words.t('tabs.label')}
        onWheel={(event) => {
          event.currentTarget.scrollLeft += event.deltaY
        }}
        sx={{ display: 'flex', flex: 1, minWidth: 0, gap: 0.25, overflowX: 'auto', scrollbarWidth: 'none', mb: '-1px' }}
      >
        {tabs.map((tab) => (
          <Item
            key={tab.id}
            tab={tab}
            title={titleOf(tab)}
            active={tab.id === active}
            onClose={() => onClose([tab.id])}
            onMenu={(anchor) => setMenu({ id: tab.id, anchor })}
            onStep={(by) => {
              step(by)
              focusActive()
            }}
            onMove={(by) => move(tab.id, place(tab.id) + by)}
            onDrop={(dragged) => move(dragged, place(tab.id))}
          />
        ))}
      </Box>
      {tooMany && <ScrollButton row={row} by={1} shown={hidden.right > 0} />}
      <FavouriteStar tab={front} title={frontTitle ?? ''} />
      <AllTabs titles={new Map(tabs.map((tab) => [tab.id, titleOf(tab)]))} />
      {menu && <TabMenu {...menu} onClose={onClose} onDone={() => setMenu(null)} />}
    </Box>
  )
}
