// What one has pinned to the menu, and what one opens most.
import DescriptionOutlined from '@mui/icons-material/DescriptionOutlined'
import { List, ListItem, ListItemButton, ListItemIcon, ListItemText, Typography } from '@mui/material'
import {
  type Pinned,
  pinnedKey,
  placeOfPinned,
  titleKeyOf,
  useFavourites,
  useMay,
  useMostOpened,
  useRoutes,
  useTabs,
} from '../../../client/index.ts'
import { useShortcutNames } from '../../../records/shortcut-names.ts'
import { textSetting, TileCard, type TileProps } from '../../../records/tiles/index.ts'
import { useWords } from '../../../words/index.ts'
import { workbenchWords } from '../words.ts'

const isPage = ({ id, view }: Pinned) => id === undefined && view === undefined

const Part = ({ title, places }: { title: string; places: readonly Pinned[] }) => {
  const { name } = useWords(workbenchWords)
  const routes = useRoutes()
  const { open, openFromMenu } = useTabs()
  const names = useShortcutNames(places)
  if (places.length === 0) return null
  return (
    <>
      <Typography variant="caption" color="textSecondary" component="h3" sx={{ px: 1.75 }}>
        {title}
      </Typography>
      <List dense disablePadding aria-label={title} sx={{ pb: 0.75 }}>
        {places.map((one) => {
          const route = routes.find((r) => r.name === one.route)
          const { params } = placeOfPinned(one)
          return (
            <ListItem key={pinnedKey(one)} disablePadding>
              <ListItemButton
                disabled={names.isGone(one) && !isPage(one)}
                onClick={() => (isPage(one) ? openFromMenu(one.route) : open(one.route, params))}
                sx={{ px: 1.75, py: 0.25, '& svg': { fontSize: 18 } }}
              >
                <ListItemIcon sx={{ minWidth: 28 }}>{route?.menu?.icon ?? <DescriptionOutlined />}</ListItemIcon>
                <ListItemText
                  primary={route && isPage(one) ? name(titleKeyOf(route)) : names.nameOf(one)}
                  {...(isPage(one) ? {} : { secondary: names.kindOf(one) })}
                  slotProps={{ primary: { noWrap: true }, secondary: { noWrap: true, variant: 'caption' } }}
                  sx={{ my: 0.25, ...(!isPage(one) && { display: 'flex', alignItems: 'baseline', gap: 1 }) }}
                />
              </ListItemButton>
            </ListItem>
          )
        })}
      </List>
    </>
  )
}

const MOST_SHOWN = 12
export const FavouritesTile = ({ settings }: TileProps) => {
  const { t, name } = useWords(workbenchWords)
  const routes = useRoutes()
  const may = useMay()
  const { pinned, has } = useFavourites()
  const opened = useMostOpened()
  const isOpen = (one: Pinned) => {
    const route = routes.find((r) => r.name === one.route)
    return route !== undefined && may(route.permission)
  }
  const favourites = pinned.filter(isOpen)
  const most = opened.filter((one) => isOpen(one) && !has(one)).slice(0, MOST_SHOWN)
  return (
    <TileCard
      title={textSetting(settings, 'title') || name('tile.favourites')}
      none={favourites.length + most.length === 0 ? t('tile.favourites-none') : undefined}
    >
      <Part title={t('tile.favourites')} places={favourites} />
      <Part title={t('tile.opened-most')} places={most} />
    </TileCard>
  )
}
