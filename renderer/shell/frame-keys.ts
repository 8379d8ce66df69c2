// The keys that work everywhere in the frame. They sleep while the lock is up or a dialog is open.
import { useEffect, useRef } from 'react'
import { officeState } from '../client/office.ts'
import { useRoutes } from '../client/routes.ts'
import { tabList, useTabs } from '../client/use-tabs.ts'
import { useMay } from '../client/viewer.ts'
import { listenForKeys } from '../client/keys.ts'

type Actions = { search: () => void; keys: () => void; closeTab: () => void; toggleNavigation: () => void }

const dialogOpen = () => document.querySelector('[role="dialog"], [role="alertdialog"]') !== null

export const useFrameKeys = (actions: Actions): void => {
  const tabs = useTabs()
  const routes = useRoutes()
  const may = useMay()
  const all = { ...actions, routes: routes.filter(({ key, permission }) => key !== undefined && may(permission)) }
  const latest = useRef(all)
  useEffect(() => {
    latest.current = all
  })
  useEffect(() => {
    const jump = (n: number) => {
      const tab = tabList().tabs[n]
      if (tab) tabs.activate(tab.id)
    }
    const shift = (by: 1 | -1) => {
      const { tabs: all, active } = tabList()
      if (active) tabs.move(active, all.findIndex((tab) => tab.id === active) + by)
    }
    /** What a key stands for; undefined leaves it to whoever else wants it. */
    const meaning = (event: KeyboardEvent): (() => void) | undefined => {
      const control = event.ctrlKey || event.metaKey
      const by = event.key === 'PageUp' || (event.key === 'Tab' && event.shiftKey) ? -1 : 1
      if (control && !event.altKey && event.key.toLowerCase() === 'k') return latest.current.search
      if (event.key === 'F1') return latest.current.keys
      if (control && event.key === 'Tab') return () => tabs.step(by)
      if (control && (event.key === 'PageDown' || event.key === 'PageUp')) return event.shiftKey ? () => shift(by) : () => tabs.step(by)
      if (control && event.key === '\\') return latest.current.toggleNavigation
      if (event.altKey && !control && event.key === 'ArrowLeft') return () => history.back()
      if (event.altKey && !control && event.key === 'ArrowRight') return () => history.forward()
      if (event.altKey && !control && event.code === 'KeyW') return latest.current.closeTab
      const route = event.altKey && !control ? latest.current.routes.find(({ key }) => key === event.code) : undefined
      if (route) return () => tabs.open(route.name)
      if (event.altKey && !control && /^Digit[1-9]$/.test(event.code)) return () => jump(Number(event.code.slice(5)) - 1)
      return undefined
    }
    const onKey = (event: KeyboardEvent) => {
      if (officeState().gate !== 'open' || dialogOpen()) return
      const act = meaning(event)
      if (!act) return
      event.preventDefault()
      act()
    }
    return listenForKeys(window, onKey)
  }, [tabs])
}
