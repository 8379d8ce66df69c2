// The bell (消息): how much has come since its user last looked, and the newest of it.
import NotificationsNone from '@mui/icons-material/NotificationsNoneOutlined'
import { Badge, Divider, IconButton, Menu, MenuItem, Tooltip, Typography } from '@mui/material'
import { useState } from 'react'
import { OWN_TASK } from '../../preload/contract/modules/tasks/calls.ts'
import type { QueryOutput } from '../../preload/contract/queries.ts'
import { useOfficeQuery } from '../client/queries.ts'
import { useRemembered } from '../client/remembered.ts'
import { useTabs } from '../client/use-tabs.ts'
import { useViewer } from '../client/viewer.ts'
import { instantShown, moneyShown } from '../kit/format/index.ts'
import { useWords, type Words } from '../words/index.ts'

export type Notification = QueryOutput<'bell'>['items'][number]
/** What has been seen is kept at the office as the instant of the newest thing on screen: no desk's clock has a say in it. */
export const useBellSeen = () => useRemembered<string>('bell-seen', '')

/** What is no approval: its list, which is also its page. */
const PAGES = { 'audit-chain': 'audit', backup: 'backups' } as const
const pageOf = (one: Notification): string | undefined => (one.kind in PAGES ? PAGES[one.kind as keyof typeof PAGES] : undefined)

export const notificationText = (one: Notification, words: Words): { text: string; detail: string } => {
  const { t, name } = words
  const page = pageOf(one)
  const amount = one.amount ? moneyShown(one.amount) : ''
  const event = name(`bell.${one.event}`)
  const called = (what: string, detail: string) => ({ text: [what, one.number].filter((part) => part !== '').join(' '), detail })
  if (one.kind === 'task' && one.event === 'due') {
    const rule = one.rule === OWN_TASK || one.rule === null ? '' : name(`follow-up.${one.rule}`)
    // What was typed is called by its own words.
    if (rule === '') return called(one.title, '')
    return one.count > 1
      ? { text: t('bell.many', { what: rule, count: one.count }), detail: '' }
      : called(rule, [one.title, amount].filter(Boolean).join(' · '))
  }
  const what =
    one.kind === 'record'
      ? ''
      : name(page === undefined ? (one.kind === 'task' ? 'record.task' : `approval-kind.${one.kind}`) : `list.${page}`)
  const { text } = called(what, '')
  return { text: `${text} · ${event}`, detail: [one.title, amount].filter(Boolean).join(' · ') }
}

/** Opens what a notification is about. */
export const openNotification = (
  { open, openRecord }: Pick<ReturnType<typeof useTabs>, 'open' | 'openRecord'>,
  one: Notification,
): void => {
  const page = pageOf(one)
  if (page !== undefined) open(page)
  else if (one.count > 1) open('today')
  else if (one.route !== null && one.recordId !== null) void openRecord(one.route, one.recordId)
  else open(one.kind === 'task' ? 'task' : 'approval', { id: one.id })
}

export const Bell = () => {
  const words = useWords()
  const { t } = words
  const { company } = useViewer()
  const tabs = useTabs()
  const { data } = useOfficeQuery('bell', {})
  const [seen, setSeen] = useBellSeen()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  /** What was unread when the menu was opened stays marked while it is open. */
  const [before, setBefore] = useState(seen)
  const items = data?.items ?? []
  const unread = items.filter((one) => one.at > seen).length
  const label = unread === 0 ? t('bell.label') : t('bell.unread', { count: unread })
  const close = () => setAnchor(null)
  return (
    <>
      <Tooltip title={label}>
        <IconButton
          aria-label={label}
          aria-haspopup="menu"
          onClick={(event) => {
            setAnchor(event.currentTarget)
            setBefore(seen)
            if (items[0] && items[0].at > seen) setSeen(items[0].at)
          }}
          sx={{ color: 'text.secondary' }}
        >
          {/* A badge that has gone keeps its last figure in the document, where it would contradict the name. */}
          {unread === 0 ? (
            <NotificationsNone fontSize="small" />
          ) : (
            <Badge badgeContent={unread} color="error" max={99}>
              <NotificationsNone fontSize="small" />
            </Badge>
          )}
        </IconButton>
      </Tooltip>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={close} slotProps={{ paper: { sx: { width: 380, maxHeight: 480 } } }}>
        {items.length === 0 && (
          <MenuItem disabled sx={{ '&.Mui-disabled': { opacity: 1 } }}>
            <Typography variant="body2" color="textSecondary">
              {t('bell.none')}
            </Typography>
          </MenuItem>
        )}
        {items.map((one) => {
          const { text, detail } = notificationText(one, words)
          return (
            <MenuItem
              key={`${one.id} ${one.event}`}
              onClick={() => {
                close()
                openNotification(tabs, one)
              }}
              sx={{ display: 'block', whiteSpace: 'normal', borderLeft: 3, borderColor: one.at > before ? 'primary.main' : 'transparent' }}
            >
              <Typography variant="body2" sx={{ fontWeight: one.at > before ? 600 : 400 }}>
                {text}
              </Typography>
              <Typography variant="caption" color="textSecondary" component="p" noWrap>
                {[detail, instantShown(one.at, company.timeZone)].filter(Boolean).join(' · ')}
              </Typography>
            </MenuItem>
          )
        })}
        <Divider />
        <MenuItem
          dense
          onClick={() => {
            close()
            tabs.open('today')
          }}
        >
          <Typography variant="body2" color="primary">
            {t('bell.today')}
          </Typography>
        </MenuItem>
      </Menu>
    </>
  )
}
