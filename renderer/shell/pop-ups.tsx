// Pop-ups (弹窗): says at once that something has come, and lets it be done right there. Over the page while one looks at it; else, on the desktop, in a window
// of its own and as the system's notification. It goes away when what it tells of is done or gone.
import CloseRounded from '@mui/icons-material/CloseRounded'
import { Box, Button, IconButton, Paper, Typography } from '@mui/material'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { PopUp, PopUpAct } from '../../preload/bridge-types.ts'
import { queries, type QueryOutput } from '../../preload/contract/queries.ts'
import { minuteIn } from '../../preload/contract/vocabulary/dates.ts'
import { newId } from '../../preload/contract/vocabulary/ids.ts'
import { officeState, onNotice } from '../client/office.ts'
import { reach } from '../client/reach.ts'
import { useRemembered } from '../client/remembered.ts'
import { useTabs } from '../client/use-tabs.ts'
import { useViewer } from '../client/viewer.ts'
import { problemText, useWords, type Words } from '../words/index.ts'
import { firstKnown, isQuiet, nothingKnown, popUpDue, popUpSettings, type Known, type PopUpSettings } from './notifications.ts'
import { notificationText, openNotification, type Notification } from './bell.tsx'

const LINES = 3
const SHOWN_MS = 15_000
const SNOOZE_MS = 3_600_000
/** Notices may be missed while the office is away or the PC asleep, and a day may begin on which somebody stands in for another. */
const LOOK_EVERY_MS = 60_000

type Shown = { content: Omit<PopUp, 'serial'>; items: readonly Notification[] }

/** What can be done about something without opening it. */
const actsOf = ({ kind, event, revision, expect }: Notification): PopUpAct[] => {
  if (event === 'waiting') return expect === null ? [] : ['approve']
  return kind === 'task' && event === 'due' && revision !== null ? ['done', 'snooze'] : []
}

const contentOf = (items: readonly Notification[], count: number, words: Words): Shown['content'] => {
  const { t } = words
  const lines = items.slice(0, LINES).map((one) => ({
    ...notificationText(one, words),
    acts: actsOf(one).map((act) => ({ act, label: t(`popup.${act}`) })),
  }))
  return {
    title: t('popup.title', { count }),
    lines: lines.length > 0 ? lines : [{ text: t('popup.locked', { count }), detail: '', acts: [] }],
    more: count > lines.length && lines.length > 0 ? t('popup.more', { count: count - lines.length }) : '',
    open: t('popup.open'),
    close: t('shell.close'),
  }
}

const bellItems = async (): Promise<readonly Notification[] | undefined> => {
  if (officeState().gate !== 'open') return undefined
  const answer = await reach({ kind: 'query', name: 'bell', input: {} })
  return answer.ok ? (answer.value as QueryOutput<'bell'>).items : undefined
}
const bellCount = async (): Promise<QueryOutput<'bell-count'> | undefined> => {
  const answer = await reach({ kind: 'query', name: 'bell-count', input: {} })
  return answer.ok ? (answer.value as QueryOutput<'bell-count'>) : undefined
}

/** What has come since `after`; behind the lock only how much. */
const arrivedSince = async (after: string): Promise<{ items: readonly Notification[]; count: number }> => {
  const all = await bellItems()
  if (all) {
    const items = all.filter((one) => one.at > after)
    return { items, count: items.reduce((sum, { count }) => sum + count, 0) }
  }
  return { items: [], count: (await bellCount())?.unread ?? 0 }
}

/** Sends what was chosen; the answer says whether it was taken. */
const send = (one: Notification, act: PopUpAct) => {
  const command = (name: 'approve' | 'finish-task' | 'snooze-task', input: object) => reach({ kind: 'command', id: newId(), name, input })
  if (act === 'approve') return command('approve', { id: one.id, expect: one.expect, note: '' })
  if (act === 'done') return command('finish-task', { id: one.id, revision: one.revision })
  return command('snooze-task', { id: one.id, until: new Date(Date.now() + SNOOZE_MS).toISOString() })
}

const looking = async () => (window.tradewind ? window.tradewind.isInFront() : document.visibilityState === 'visible')
const sameAs = (one: Notification) => (other: Notification) => other.id === one.id && other.event === one.event

/** Watches what comes. Gives what to show over the page, and what to do with a line of it. */
const usePopUps = (words: Words) => {
  const { company } = useViewer()
  const [settings] = useRemembered<PopUpSettings>('pop-ups', popUpSettings)
  const [shown, setShown] = useState<Shown | null>(null)
  const latest = useRef({ words, settings, zone: company.timeZone })
  /** What stands in a pop-up now, here or in its own window: a choice there names a line by its place. */
  const there = useRef<{ items: readonly Notification[]; inWindow: boolean; serial: number } | null>(null)
  const serial = useRef(0)
  useEffect(() => {
    latest.current = { words, settings, zone: company.timeZone }
  })

  const put = useCallback(async (items: readonly Notification[], count: number, inWindow: boolean, again: boolean) => {
    const { words: said, settings: chosen } = latest.current
    const content = contentOf(items, count, said)
    serial.current++
    there.current = { items, inWindow, serial: serial.current }
    if (!inWindow) return setShown({ content, items })
    if (chosen.window) await window.tradewind?.popUp({ ...content, serial: serial.current })
    if (chosen.system && !again)
      await window.tradewind?.notify(content.title, content.lines.map(({ text }) => text).join('\n'), serial.current)
  }, [])
  const close = useCallback(() => {
    if (there.current?.inWindow) void window.tradewind?.withdrawPopUp()
    there.current = null
    setShown(null)
  }, [])

  /** Leaves displayed what is still so. */
  const withdraw = useCallback(async () => {
    const displayed = there.current
    if (displayed === null) return
    const all = await bellItems()
    if (all === undefined || there.current !== displayed) return
    const left = displayed.items.filter((one) => all.some(sameAs(one)))
    if (left.length === displayed.items.length && displayed.items.length > 0) return
    if (left.length === 0) close()
    else
      await put(
        left,
        left.reduce((sum, { count }) => sum + count, 0),
        displayed.inWindow,
        true,
      )
  }, [close, put])

  useEffect(() => {
    let known: Known = nothingKnown
    let held: ReturnType<typeof setTimeout> | undefined
    let stopped = false
    const show = async (after: string) => {
      held = undefined
      const { items, count } = await arrivedSince(after)
      if (stopped || count === 0) return
      known = { ...known, shownAt: performance.now() }
      await put(items, count, !(await looking()) && window.tradewind !== undefined, false)
    }
    const look = async () => {
      const found = await bellCount()
      if (stopped || !found) return
      void window.tradewind?.showUnread(found.unread)
      void withdraw()
      const { settings: chosen, zone } = latest.current
      if (known.newest === null) known = firstKnown(found.newestAt, found.seenAt, window.tradewind === undefined || (await looking()))
      // What comes in quiet hours is told when they are over.
      if (isQuiet(chosen, minuteIn(zone, new Date().toISOString()).slice(11))) return
      const due = popUpDue(known, found.newestAt, performance.now())
      // Of what has come since the last pop-up nothing is left out: it is gathered from where that one ended.
      const after = known.newest ?? ''
      known = { ...known, newest: found.newestAt ?? known.newest ?? '' }
      if (due && held === undefined) held = setTimeout(() => void show(after), due.wait)
    }
    const watched = queries['bell-count'].watches
    const stopNotices = onNotice((notice) => {
      if (notice.kind === 'office' || (notice.kind === 'changed' && notice.tables.some((table) => watched.includes(table)))) void look()
    })
    const timer = setInterval(() => void look(), LOOK_EVERY_MS)
    void look()
    return () => {
      stopped = true
      stopNotices()
      clearInterval(timer)
      clearTimeout(held)
    }
  }, [put, withdraw])

  const act = useCallback(
    async (one: Notification, chosen: PopUpAct) => {
      const answer = await send(one, chosen)
      const displayed = there.current
      if (displayed === null) return
      if (answer.ok) {
        const left = displayed.items.filter((other) => !sameAs(one)(other))
        if (left.length === 0) close()
        else await put(left, left.length, displayed.inWindow, true)
        return
      }
      // Why not, where it was pressed; opening it is what is left to do.
      const { words: said } = latest.current
      const content = contentOf(displayed.items, displayed.items.length, said)
      const lines = content.lines.map((line, at) =>
        displayed.items[at] && sameAs(one)(displayed.items[at]) ? { ...line, detail: problemText(answer, said), acts: [] } : line,
      )
      if (displayed.inWindow) await window.tradewind?.popUp({ ...content, lines, serial: displayed.serial })
      else setShown({ content: { ...content, lines }, items: displayed.items })
    },
    [close, put],
  )
  return { shown, close, act, there }
}

export const PopUps = () => {
  const words = useWords()
  const tabs = useTabs()
  const { shown, close, act, there } = usePopUps(words)
  const openOne = useCallback(
    (one: Notification | undefined) => {
      if (one) openNotification(tabs, one)
      else tabs.open('today')
    },
    [tabs],
  )
  const latest = useRef({ act, openOne })
  useEffect(() => {
    latest.current = { act, openOne }
  })
  // A choice in the pop-up window: opened in this window, which has just come forward, or done from here.
  useEffect(
    () =>
      window.tradewind?.onPopUpChoice(({ serial, line, act: chosen }) => {
        const displayed = there.current?.serial === serial ? there.current : null
        const one = line === null ? undefined : displayed?.items[line]
        if (chosen === 'gone' || chosen === 'open') {
          if (displayed) there.current = null
          // The program's own word that it is still there (serial 0) leads nowhere.
          if (chosen === 'open' && (one || (line === null && serial > 0))) latest.current.openOne(one)
        } else if (one) void latest.current.act(one, chosen)
      }),
    [there],
  )
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
      onFocus={() => setOver(true)}
      onBlur={() => setOver(false)}
      sx={{ position: 'fixed', right: 20, bottom: 20, width: 360, zIndex: 'snackbar', borderTop: 3, borderColor: 'primary.main' }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', pl: 1.75, pr: 0.5, pt: 0.5 }}>
        <Typography sx={{ flex: 1, fontWeight: 600, fontSize: 13 }}>{content.title}</Typography>
        <IconButton size="small" aria-label={content.close} onClick={close}>
          <CloseRounded fontSize="small" />
        </IconButton>
      </Box>
      {content.lines.map((line, at) => (
        <Box key={`${line.text} ${line.detail}`}>
          <Button
            color="inherit"
            fullWidth
            onClick={() => {
              close()
              openOne(items[at])
            }}
            sx={{ display: 'block', textAlign: 'left', px: 1.75, py: 0.5 }}
          >
            <Typography variant="body2">{line.text}</Typography>
            <Typography variant="caption" color="textSecondary" component="p" noWrap>
              {line.detail}
            </Typography>
          </Button>
          {line.acts.length > 0 && (
            <Box sx={{ display: 'flex', gap: 0.5, px: 1.25, pb: 0.5 }}>
              {line.acts.map((one) => (
                <Button
                  key={one.act}
                  size="small"
                  aria-label={`${one.label} · ${line.text}`}
                  onClick={() => items[at] && void act(items[at], one.act)}
                >
                  {one.label}
                </Button>
              ))}
            </Box>
          )}
        </Box>
      ))}
      <Box sx={{ display: 'flex', alignItems: 'center', px: 1.75, pb: 1 }}>
        <Typography variant="caption" color="textSecondary" sx={{ flex: 1 }}>
          {content.more}
        </Typography>
        <Button
          size="small"
          onClick={() => {
            close()
            tabs.open('today')
          }}
        >
          {content.open}
        </Button>
      </Box>
    </Paper>
  )
}
