// The frame around the work: navigation on the left, search and user on top, tabs and their pages.
import { Box, useMediaQuery } from '@mui/material'
import { useEffect, useState } from 'react'
import { useNavigation } from '../client/favourites.ts'
import { useCountOpened } from '../client/most-opened.ts'
import { forgetClosedTabs, useTabList, useTabs } from '../client/use-tabs.ts'
import { useTabClosing } from './closing-tabs.tsx'
import { useIdleLock } from './idle-lock.ts'
import { KeysDialog } from './keys-dialog.tsx'
import { Navigation } from './navigation.tsx'
import { Palette } from './palette.tsx'
import { FramePapers } from '../records/papers/index.ts'
import { useFrameKeys } from './frame-keys.ts'
import { PopUps } from './pop-ups.tsx'
import { TabBar } from './tab-bar.tsx'
import { TabPages } from './tab-pages.tsx'
import { TopBar } from './top-bar.tsx'
import { UpdateLine } from './update-line.tsx'
import { useVisited } from './visited.ts'

export const HOME = 'home'

/** There is always something in front: the home page when nothing else is open. */
const useHome = () => {
  const { tabs } = useTabList()
  const { open } = useTabs()
  useEffect(forgetClosedTabs, [])
  useEffect(() => {
    if (tabs.length === 0) open(HOME)
  }, [tabs.length, open])
}

export const Frame = () => {
  const [searching, setSearching] = useState(false)
  const [keysShown, setKeysShown] = useState(false)
  const [navigation, setNavigation] = useNavigation()
  // A narrow window (150 or 200 % on a small screen) folds the menu by itself; opened there, it folds again with the next page.
  const narrow = useMediaQuery('(max-width: 1000px)')
  const { active } = useTabList()
  const [openedOn, setOpenedOn] = useState<string | null>(null)
  const folded = narrow ? openedOn !== active : navigation.collapsed
  const setFolded = (collapsed: boolean) =>
    narrow ? setOpenedOn(collapsed ? null : active) : setNavigation((old) => ({ ...old, collapsed }))
  const closing = useTabClosing()
  useHome()
  useVisited()
  useCountOpened(HOME)
  useIdleLock()
  useFrameKeys({
    search: () => setSearching(true),
    keys: () => setKeysShown(true),
    closeTab: closing.closeActive,
    toggleNavigation: () => setFolded(!folded),
  })
  return (
    <Box sx={{ display: 'flex', height: '100vh', bgcolor: 'background.default' }}>
      <Navigation state={{ ...navigation, collapsed: folded }} onChange={setNavigation} onFold={setFolded} />
      <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
        <TopBar onSearch={() => setSearching(true)} />
        <TabBar onClose={closing.close} />
        <UpdateLine />
        <TabPages />
      </Box>
      <Palette open={searching} onClose={() => setSearching(false)} />
      {keysShown && <KeysDialog onClose={() => setKeysShown(false)} />}
      {closing.question}
      <PopUps />
      <FramePapers />
    </Box>
  )
}
