// A way to somewhere: a page of the menu, a view of a list, a record, the form of a new one.
import Add from '@mui/icons-material/Add'
import BookmarkBorder from '@mui/icons-material/BookmarkBorderRounded'
import Description from '@mui/icons-material/DescriptionOutlined'
import { ButtonBase, Paper, Typography } from '@mui/material'
import type { ReactNode } from 'react'
import { actionsOf, useMay, useRoutes, useTabs } from '../../../client/index.ts'
import { useShortcutNames } from '../../../records/shortcut-names.ts'
import { textSetting, type TileProps, titleOfTile } from '../../../records/tiles/index.ts'
import { useWords } from '../../../words/index.ts'
import { useTileScene } from '../tile-scene.ts'
import { workbenchWords } from '../words.ts'

type FaceProps = { label: string; icon: ReactNode; detail?: string; onOpen: (() => void) | undefined }
const Face = ({ label, icon, detail, onOpen }: FaceProps) => (
  <Paper variant="outlined" sx={{ height: '100%', overflow: 'hidden' }}>
    <ButtonBase
      onClick={onOpen}
      disabled={!onOpen}
      sx={{
        ...{ width: '100%', height: '100%', px: 1.5, gap: 1, justifyContent: 'flex-start', textAlign: 'left' },
        ...{ '&:hover': { bgcolor: 'action.hover' }, '& svg': { fontSize: 18, color: 'primary.main', flexShrink: 0 } },
      }}
    >
      {icon}
      <Typography variant="body2" component="span" noWrap title={label} sx={{ fontWeight: 500, minWidth: 0 }}>
        {label}
        {detail !== undefined && (
          <Typography variant="caption" color="textSecondary" component="span" noWrap sx={{ display: 'block' }}>
            {detail}
          </Typography>
        )}
      </Typography>
    </ButtonBase>
  </Paper>
)

/** A record or a view, which is asked for by its name. */
const Named = ({ settings, h }: TileProps) => {
  const { t } = useWords(workbenchWords)
  const { open } = useTabs()
  const [route, id, view] = ['route', 'id', 'view'].map((field) => textSetting(settings, field))
  const pinned = { route: route!, ...(view ? { view } : { id: id! }) }
  const names = useShortcutNames([pinned])
  const isGone = names.isGone(pinned)
  const label = textSetting(settings, 'title') || names.nameOf(pinned)
  return (
    <Face
      label={isGone ? t(view ? 'tile.view-gone' : 'tile.record-gone') : label}
      icon={view ? <BookmarkBorder /> : <Description />}
      {...(h > 1 && { detail: names.kindOf(pinned) })}
      onOpen={isGone ? undefined : () => open(pinned.route, view ? { view } : { id: id! })}
    />
  )
}

export const ShortcutTile = (props: TileProps) => {
  const { settings } = props
  const { t } = useWords(workbenchWords)
  const routes = useRoutes()
  const may = useMay()
  const { open, openFromMenu } = useTabs()
  const scene = useTileScene()
  const to = settings['to']
  const label = titleOfTile(scene.kindOf('shortcut'), settings, scene)
  if (to === 'record' || to === 'view') return <Named {...props} />
  if (to === 'new') {
    const action = actionsOf(routes, may).find(({ command }) => command === settings['command'])
    return <Face label={action ? label : t('tile.not-here')} icon={<Add />} onOpen={action && (() => open(action.route, action.params))} />
  }
  const route = routes.find(({ name }) => name === settings['route'])
  return <Face label={route ? label : t('tile.not-here')} icon={route?.menu?.icon} onOpen={route && (() => openFromMenu(route.name))} />
}
