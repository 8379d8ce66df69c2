// The pages of the tabs. Each is mounted when first shown and then kept, hidden, with everything in it; one that breaks breaks alone.
import { Box, CircularProgress, Typography } from '@mui/material'
import { Activity, memo, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { type Route, useRoutes } from '../client/routes.ts'
import { placeOf, type Tab } from '../client/tabs.ts'
import { TabContext, useTabList, useTabState } from '../client/use-tabs.ts'
import { useMay } from '../client/viewer.ts'
import { useWords } from '../words/index.ts'
import { focusPage } from './focus-page.ts'
import { PageBoundary } from './page-boundary.tsx'

const Nothing = ({ title, text }: { title: string; text: string }) => (
  <Box sx={{ m: 'auto', mt: 12, textAlign: 'center' }}>
    <Typography variant="h3" gutterBottom>
      {title}
    </Typography>
    <Typography variant="body2" color="textSecondary">
      {text}
    </Typography>
  </Box>
)

const Page = memo(({ route, tab }: { route: Route | undefined; tab: Tab }) => {
  const { t } = useWords()
  const may = useMay()
  if (!route) return <Nothing title={t('shell.unknown-page')} text={t('shell.unknown-page-why')} />
  if (!may(route.permission)) return <Nothing title={t('shell.no-permission')} text={t('shell.no-permission-why')} />
  return <route.page params={tab.params} />
})

/** How long a page may take to become as tall as it was when it was left. */
const PATIENCE = 4_000

/**
 * The scrolling part of a tab: its place is kept with the tab and found again when the page has grown tall enough.
 * A page that scrolls by itself (its outermost element) is treated the same.
 */
const Scroller = ({ children }: { children: ReactNode }) => {
  const [top, setTop] = useTabState('scroll', 0)
  const element = useRef<HTMLDivElement>(null)
  const wanted = useRef(top)
  useEffect(() => {
    const box = element.current
    if (!box || wanted.current === 0) return
    const restore = () => {
      for (const one of [box, box.firstElementChild]) {
        if (one && one.scrollHeight > one.clientHeight) one.scrollTop = wanted.current
        if (one?.scrollTop === wanted.current) stop()
      }
    }
    // Content arrives in its own time; each time something is added the page may have become tall enough.
    const observer = new MutationObserver(restore)
    const timer = setTimeout(() => observer.disconnect(), PATIENCE)
    const stop = () => {
      clearTimeout(timer)
      observer.disconnect()
    }
    observer.observe(box, { childList: true, subtree: true })
    restore()
    return stop
  }, [])
  useEffect(() => {
    const box = element.current
    if (!box) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const note = ({ target }: Event) => {
      if (!(target instanceof Element) || (target !== box && target !== box.firstElementChild)) return
      clearTimeout(timer)
      timer = setTimeout(() => {
        wanted.current = target.scrollTop
        setTop(target.scrollTop)
      }, 300)
    }
    box.addEventListener('scroll', note, { passive: true, capture: true })
    return () => {
      clearTimeout(timer)
      box.removeEventListener('scroll', note, { capture: true })
    }
  }, [setTop])
  return (
    <Box ref={element} sx={{ height: '100%', overflow: 'auto' }}>
      {children}
    </Box>
  )
}

const Wait = () => {
  const { t } = useWords()
  return (
    <Box role="status" aria-label={t('shell.loading')} sx={{ p: 4, textAlign: 'center' }}>
      <CircularProgress aria-hidden size={20} />
    </Box>
  )
}

export const TabPages = () => {
  const routes = useRoutes()
  const { tabs, active } = useTabList()
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set())
  if (active !== null && !visited.has(active)) setVisited(new Set([...visited, active]))
  // In the order of their ids, not of the bar: moving a page within the document would lose its scroll position.
  // Also when a new record has become the saved one in the same tab.
  const front = tabs.find((tab) => tab.id === active)
  const place = front && placeOf(front.route, front.params)
  useEffect(() => {
    const timer = setTimeout(focusPage)
    return () => clearTimeout(timer)
  }, [active, place])
  const mounted = tabs.filter((tab) => tab.id === active || visited.has(tab.id)).toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return (
    <Box component="main" sx={{ flex: 1, minHeight: 0, position: 'relative' }}>
      {mounted.map((tab) => (
        <Activity key={tab.id} mode={tab.id === active ? 'visible' : 'hidden'}>
          <Box
            role="tabpanel"
            id={`page-${tab.id}`}
            aria-labelledby={`tab-${tab.id}`}
            tabIndex={-1}
            sx={{ position: 'absolute', inset: 0, outline: 'none' }}
          >
            <TabContext value={tab.id}>
              <Scroller key={placeOf(tab.route, tab.params)}>
                <PageBoundary>
                  <Suspense fallback={<Wait />}>
                    <Page route={routes.find((route) => route.name === tab.route)} tab={tab} />
                  </Suspense>
                </PageBoundary>
              </Scroller>
            </TabContext>
          </Box>
        </Activity>
      ))}
    </Box>
  )
}
