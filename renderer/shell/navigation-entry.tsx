// One entry of the navigation: opens its page, and can be put among the favourites.
import Star from '@mui/icons-material/Star'
import StarBorder from '@mui/icons-material/StarBorder'
import { Box, ButtonBase, IconButton, Menu, MenuItem, Tooltip, Typography } from '@mui/material'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { hearKey } from '../client/keys.ts'
import { useWords } from '../words/index.ts'

type EntryProps = {
  icon: ReactNode
  label: string
  selected: boolean
  /** The one entry that Tab comes to; arrows go on from there. */
  reachable: boolean
  slim: boolean
  favourite: boolean
  onOpen: () => void
  onFavourite: () => void
  /** Given among the favourites: moves it there. */
  onMove?: ((by: 1 | -1) => void) | undefined
}

/** For the keyboard and the right button: what the star and dragging do with the mouse. */
const EntryMenu = ({ anchor, onDone, ...entry }: EntryProps & { anchor: HTMLElement; onDone: () => void }) => {
  const { t } = useWords()
  const choose = (act: () => void) => () => {
    onDone()
    act()
  }
  const { onMove } = entry
  return (
    <Menu open anchorEl={anchor} onClose={onDone}>
      <MenuItem onClick={choose(entry.onFavourite)}>{t(entry.favourite ? 'nav.remove-favourite' : 'nav.add-favourite')}</MenuItem>
      {onMove && <MenuItem onClick={choose(() => onMove(-1))}>{t('nav.move-up')}</MenuItem>}
      {onMove && <MenuItem onClick={choose(() => onMove(1))}>{t('nav.move-down')}</MenuItem>}
    </Menu>
  )
}

const look = (selected: boolean, slim: boolean) => ({
  width: '100%',
  height: 30,
  pl: slim ? 0 : 1.5,
  pr: slim ? 0 : 4,
  gap: 1.25,
  justifyContent: slim ? 'center' : 'flex-start',
  borderRadius: 1,
  color: selected ? 'primary.main' : 'text.primary',
  bgcolor: selected ? 'color-mix(in srgb, var(--mui-palette-primary-main) 12%, transparent)' : 'transparent',
  fontWeight: selected ? 600 : 400,
  '&:hover': { bgcolor: selected ? undefined : 'action.hover' },
  '& svg': { fontSize: 18, color: selected ? 'primary.main' : 'text.secondary' },
})

export const NavigationEntry = (props: EntryProps) => {
  const { icon, label, selected, reachable, slim, favourite, onOpen, onFavourite } = props
  const { t } = useWords()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const star = t(favourite ? 'nav.remove-favourite' : 'nav.add-favourite')
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'ContextMenu' && !(event.key === 'F10' && event.shiftKey)) return
    event.preventDefault()
    setAnchor(event.currentTarget)
  }
  return (
    <Box sx={{ position: 'relative', '&:hover .star, & .star:focus-visible': { opacity: 1 } }}>
      <Tooltip title={slim ? label : ''} placement="right">
        <ButtonBase
          data-nav
          tabIndex={reachable ? 0 : -1}
          aria-current={selected ? 'page' : undefined}
          aria-label={slim ? label : undefined}
          onClick={onOpen}
          onKeyDown={(event) => hearKey(event, onKey)}
          onContextMenu={(event) => {
            event.preventDefault()
            setAnchor(event.currentTarget)
          }}
          sx={look(selected, slim)}
        >
          {icon}
          {!slim && (
            <Typography component="span" variant="body2" noWrap title={label} sx={{ fontWeight: 'inherit', fontSize: 13 }}>
              {label}
            </Typography>
          )}
        </ButtonBase>
      </Tooltip>
      {!slim && (
        <IconButton
          className="star"
          size="small"
          tabIndex={-1}
          aria-label={`${star}: ${label}`}
          title={star}
          onClick={onFavourite}
          sx={{ position: 'absolute', right: 4, top: 3, width: 24, height: 24, opacity: 0 }}
        >
          {favourite ? <Star sx={{ fontSize: 15 }} /> : <StarBorder sx={{ fontSize: 15 }} />}
        </IconButton>
      )}
      {anchor && <EntryMenu {...props} anchor={anchor} onDone={() => setAnchor(null)} />}
    </Box>
  )
}
