// The menu of one tab: close it or the others, pin it, move it, copy the link to it.
import { Divider, Menu, MenuItem } from '@mui/material'
import { hasAddress, linkTo } from '../client/address.ts'
import { announce } from '../client/announcements.ts'
import { useRoutes } from '../client/routes.ts'
import { useTabList, useTabs } from '../client/use-tabs.ts'
import { useWords } from '../words/index.ts'
import { usePinning } from './favourite-star.tsx'

type Props = { id: string; anchor: HTMLElement; onClose: (ids: readonly string[]) => void; onDone: () => void }

export const TabMenu = ({ id, anchor, onClose, onDone }: Props) => {
  const { t } = useWords()
  const { tabs } = useTabList()
  const { pin, move } = useTabs()
  const routes = useRoutes()
  const at = tabs.findIndex((tab) => tab.id === id)
  const tab = tabs[at]
  const pinning = usePinning(tab)
  const closable = tabs.filter((one) => !one.pinned)
  const others = closable.filter((one) => one.id !== id)
  const right = others.filter((one) => tabs.indexOf(one) > at)
  const choose = (act: () => void) => () => {
    onDone()
    act()
  }
  const hasLink =
    tab !== undefined &&
    hasAddress(
      routes.find((route) => route.name === tab.route),
      tab.params,
    )
  const copyLink = async () => {
    if (!tab) return
    await navigator.clipboard.writeText(linkTo(tab, window.tradewind !== undefined))
    announce({ words: 'tabs.link-copied', tone: 'info' })
  }
  const ids = (list: typeof tabs) => list.map((one) => one.id)
  return (
    <Menu open anchorEl={anchor} onClose={onDone}>
      <MenuItem disabled={tab?.pinned} onClick={choose(() => onClose([id]))}>
        {t('tabs.close-tab')}
      </MenuItem>
      <MenuItem disabled={others.length === 0} onClick={choose(() => onClose(ids(others)))}>
        {t('tabs.close-others')}
      </MenuItem>
      <MenuItem disabled={right.length === 0} onClick={choose(() => onClose(ids(right)))}>
        {t('tabs.close-right')}
      </MenuItem>
      <Divider />
      <MenuItem disabled={!hasLink} onClick={choose(() => void copyLink())}>
        {t('tabs.copy-link')}
      </MenuItem>
      {pinning && <MenuItem onClick={choose(pinning.toggle)}>{t(pinning.pinned ? 'nav.remove-favourite' : 'nav.add-favourite')}</MenuItem>}
      <MenuItem onClick={choose(() => pin(id, !tab?.pinned))}>{t(tab?.pinned ? 'tabs.unpin' : 'tabs.pin')}</MenuItem>
      <MenuItem disabled={at <= 0} onClick={choose(() => move(id, at - 1))}>
        {t('tabs.move-left')}
      </MenuItem>
      <MenuItem disabled={at === tabs.length - 1} onClick={choose(() => move(id, at + 1))}>
        {t('tabs.move-right')}
      </MenuItem>
    </Menu>
  )
}
