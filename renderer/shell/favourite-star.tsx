// Pins what is in front to the menu: a page of it, a record, a view of a list.
import Star from '@mui/icons-material/Star'
import StarBorder from '@mui/icons-material/StarBorder'
import { IconButton, Tooltip } from '@mui/material'
import { pinnable, useFavourites } from '../client/favourites.ts'
import { useRoutes } from '../client/routes.ts'
import type { Tab } from '../client/tabs.ts'
import { useWords } from '../words/index.ts'

/** How the place of a tab is pinned or unpinned; undefined for one that cannot be, such as a new record. */
export const usePinning = (tab: Tab | undefined): { pinned: boolean; toggle: () => void } | undefined => {
  const routes = useRoutes()
  const { has, toggle } = useFavourites()
  const one =
    tab &&
    pinnable(
      routes.find(({ name }) => name === tab.route),
      tab.params,
    )
  return one && { pinned: has(one), toggle: () => toggle(one) }
}

/** Stands in its place also where there is nothing to pin, so that the bar does not move from tab to tab. */
export const FavouriteStar = ({ tab, title }: { tab: Tab | undefined; title: string }) => {
  const { t } = useWords()
  const pinning = usePinning(tab)
  const label = t(pinning?.pinned ? 'nav.remove-favourite' : 'nav.add-favourite')
  return (
    <Tooltip title={pinning ? label : ''}>
      <IconButton
        aria-label={`${label}: ${title}`}
        aria-pressed={pinning?.pinned ?? false}
        onClick={pinning?.toggle}
        sx={{ width: 30, height: 30, visibility: pinning ? 'visible' : 'hidden' }}
      >
        {pinning?.pinned ? <Star color="primary" sx={{ fontSize: 17 }} /> : <StarBorder sx={{ fontSize: 17 }} />}
      </IconButton>
    </Tooltip>
  )
}
