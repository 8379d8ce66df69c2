// Pop-ups (弹窗): says at once that something has come. Over the page while one looks at it; else, on the desktop, in a window of its own.
import CloseRounded from '@mui/icons-material/CloseRounded'
import { Box, Button, IconButton, Paper, Typography } from '@mui/material'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { PopUp } from '../../preload/bridge-types.ts'
import { queries, type QueryOutput } from '../../preload/contract/queries.ts'
import { officeState, onNotice } from '../client/office.ts'
import { reach } from '../client/reach.ts'
import { useTabs } from '../client/use-tabs.ts'
import { useWords, type Words } from '../words/index.ts'
import { nothingKnown, popUpDue, type Known } from './notifications.ts'
import { notificationPlace, notificationText, type Notification } from './bell.tsx'

const LINES = 3
const SHOWN_MS = 15_000
/** Notices may be missed while the office is away, and a day may begin on which somebody stands in for another. */
const LOOK_EVERY_MS = 60_000

/** What stands in the pop-up window now: a choice there names a line by its place. */
let popped: readonly Notification[] = []

type Shown = { content: PopUp; items: readonly Notification[] }

const contentOf = (items: readonly Notification[], count: number, words: Words): PopUp => {
  const { t } = words
  const lines = items.slice(0, LINES).map((one) => notificationText(one, words))
  return {
    title: t('popup.title', { count }),
    lines: lines.length > 0 ? lines : [{ text: t('popup.locked', { count }), detail: '' }],
    more: count > lines.length && lines.length > 0 ? t('popup.more', { count: count - lines.length }) : '',
    open: t('popup.open'),
    close: t('shell.close'),
  }
}

/** What has come since `after`; behind the lock only how much. */
const arrivedSince = async (after: string): Promise<{ items: Notification[]; count: number }> => {
  if (officeState().gate === 'open') {
    const answer = await reach({ kind: 'query', name: 'bell', input: {} })
    if (answer.ok) {
      const items = (answer.value as QueryOutput<'bell'>).items.filter((one) => one.at > after)
      return { items, count: items.length }
    }
  }
  const answer = await reach({ kind: 'query', name: 'bell-count', input: {} })
  return { items: [], count: answer.ok ? (answer.value as QueryOutput<'bell-count'>).unread : 0 }
}

const looking = () => document.visibilityState === 'visible' && document.hasFocus()

/** Watches what comes, and gives what to show over the page. */
const usePopUps = (words: Words): [Shown | null, () => void] => {
  const [shown, setShown] = useState<Shown | null>(null)
  const latest = useRef(words)
  useEffect(() => {
    latest.current = words
  })
  useEffect(() => {
    let known: Known = nothingKnown
    let held: ReturnType<typeof setTimeout> | undefined
    let stopped = false
    const show = async (after: string) => {
      held = undefined
      const { items, count } = await arrivedSince(after)
      if (stopped || count === 0) return
      known = { ...known, shownAt: performance.now() }
      const content = contentOf(items, count, latest.current)
      if (window.tradewind && !looking()) {
        await window.tradewind.popUp(content)
        popped = items
      } else setShown({ content, items })
    }
    const look = async () => {
      const answer = await reach({ kind: 'query', name: 'bell-count', input: {} })
      if (stopped || !answer.ok) return
      const { newestAt } = answer.value as QueryOutput<'bell-count'>
      const due = popUpDue(known, newestAt, performance.now())
      // Of what has come since the last pop-up nothing is left out: it is gathered from where that one ended.
      const after = known.newest ?? ''
      known = { ...known, newest: newestAt ?? known.newest ?? '' }
      if (due && held === undefined) held = setTimeout(() => void show(after), due.wait)
    }
    const watched = queries['bell-count'].watches
    const stopNotices = onNotice((notice) => {
      if (notice.kind === 'office' || (notice.kind === 'changed' && notice.tables.some((table) => watched.includes(table as 'approval'))))
        void look()
    })
    const timer = setInterval(() => void look(), LOOK_EVERY_MS)
    void look()
    return () => {
      stopped = true
      stopNotices()
      clearInterval(timer)
      clearTimeout(held)
    }
  }, [])
  const close = useCallback(() => setShown(null), [])
  return [shown, close]
}
/** A choice in the pop-up window opens what it named, in this window that has just come forward. */
const useChoices = () => {
  const { open } = useTabs()
  useEffect(
    () =>
      window.tradewind?.onPopUpChoice((choice) => {
        const one = choice === null ? undefined : popped[choice]
        if (one) open(...notificationPlace(one))
        else if (popped.length > 0) open('today')
      }),
    [open],
  )
}

export const PopUps = () => {
  const words = useWords()
  const { open } = useTabs()
  const [shown, close] = usePopUps(words)
  useChoices()
  const [over, setOver] = useState(false)
  useEffect(() => {
    if (shown === null || over) return
    let timer: ReturnType<typeof setTimeout> | undefined
    // It waits for somebody to see it: in a tab behind another its time has not begun.
    const begin = () => {
      if (document.visibilityState === 'visible') timer ??= setTimeout(close, SHOWN_MS)
    }
    begin()
    document.addEventListener('visibilitychange', begin)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', begin)
    }
  }, [shown, over, close])
  if (shown === null) return null
  const { content, items } = shown
  return (
    <Paper
      role="status"
      elevation={8}
      onMouseEnter={() => setOver(true)}
      onMouseLeave={() => setOver(false)}
      sx={{ position: 'fixed', right: 20, bottom: 20, width: 360, zIndex: 'snackbar', borderTop: 3, borderColor: 'primary.main' }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', pl: 1.75, pr: 0.5, pt: 0.5 }}>
        <Typography sx={{ flex: 1, fontWeight: 600, fontSize: 13 }}>{content.title}</Typography>
        <IconButton size="small" aria-label={content.close} onClick={close}>
          <CloseRounded fontSize="small" />
        </IconButton>
      </Box>
      {content.lines.map((line, at) => (
        <Button
          key={`${line.text} ${line.detail}`}
          color="inherit"
          fullWidth
          onClick={() => {
            close()
            const one = items[at]
            if (one) open(...notificationPlace(one))
            else open('today')
          }}
          sx={{ display: 'block', textAlign: 'left', px: 1.75, py: 0.5 }}
        >
          <Typography variant="body2">{line.text}</Typography>
          <Typography variant="caption" color="textSecondary" component="p" noWrap>
            {line.detail}
          </Typography>
        </Button>
      ))}
      <Box sx={{ display: 'flex', alignItems: 'center', px: 1.75, pb: 1 }}>
        <Typography variant="caption" color="textSecondary" sx={{ flex: 1 }}>
          {content.more}
        </Typography>
        <Button
          size="small"
          onClick={() => {
            close()
            open('today')
          }}
        >
          {content.open}
        </Button>
      </Box>
    </Paper>
  )
}
