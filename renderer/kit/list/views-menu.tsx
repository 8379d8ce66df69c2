// The views of a list: one's own and those shared with one's roles; choosing one shows the list as it was kept, saving keeps it as it is now.
import BookmarkBorderRounded from '@mui/icons-material/BookmarkBorderRounded'
import DeleteOutlined from '@mui/icons-material/DeleteOutlined'
import EditOutlined from '@mui/icons-material/EditOutlined'
import { Button, Divider, ListItemText, Menu, MenuItem } from '@mui/material'
import { useState } from 'react'
import { type ListView, useOfficeCalls } from '../office-calls.ts'
import { useFavourites, useOwnTab } from '../../client/index.ts'
import { useWords } from '../../words/index.ts'
import { ViewDialog } from './view-dialog.tsx'

type Props = {
  /** The place whose views these are: a list's name. */
  list: string
  /** The view the list shows now, if it is one. */
  current: string | null
  narrow: boolean
  /** The list as it is now, to keep. */
  look: () => string
  onChoose: (view: ListView | null) => void
  /** Kept as it is: the list shows that view from now on. */
  onSaved: (id: string) => void
}

export const ViewsMenu = ({ list, current, narrow, look, onChoose, onSaved }: Props) => {
  const { t } = useWords()
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const [editing, setEditing] = useState<ListView | 'new' | null>(null)
  const { useListViews, useRemoveView } = useOfficeCalls()
  const { data, refetch } = useListViews(list, true)
  const remove = useRemoveView()
  const views = data?.views ?? []
  const roles = data?.roles ?? []
  const now = views.find((view) => view.id === current)
  const route = useOwnTab()?.route
  const favourites = useFavourites()
  const place = now && route !== undefined ? { route, view: now.id } : undefined
  const close = () => setAnchor(null)
  const mayChange = (view: ListView) => view.mine || (view.roleId !== null && roles.length > 0)
  return (
    <>
      <Button
        size="small"
        color={now ? 'primary' : 'inherit'}
        variant={now ? 'outlined' : 'text'}
        startIcon={narrow ? undefined : <BookmarkBorderRounded />}
        aria-haspopup="menu"
        aria-label={now ? t('kit.view.now', { name: now.name }) : t('kit.view.title')}
        title={narrow ? t('kit.view.title') : undefined}
        onClick={(event) => setAnchor(event.currentTarget)}
        sx={{ flexShrink: 0, ...(narrow && { minWidth: 30, px: 0.75 }) }}
      >
        {narrow ? <BookmarkBorderRounded fontSize="small" /> : (now?.name ?? t('kit.view.title'))}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={close}>
        <MenuItem selected={current === null} onClick={() => (onChoose(null), close())}>
          {t('kit.view.plain')}
        </MenuItem>
        {views.map((view) => (
          <MenuItem key={view.id} selected={view.id === current} onClick={() => (onChoose(view), close())}>
            <ListItemText
              primary={view.preset ? t('kit.view.preset', { name: view.name }) : view.name}
              secondary={view.roleId === null ? undefined : t('kit.view.shared', { role: view.role ?? '', owner: view.owner })}
            />
          </MenuItem>
        ))}
        <Divider />
        {place && (
          <MenuItem onClick={() => (favourites.toggle(place), close())}>
            {t(favourites.has(place) ? 'kit.view.unpin' : 'kit.view.pin', { name: now?.name ?? '' })}
          </MenuItem>
        )}
        <MenuItem onClick={() => (setEditing('new'), close())}>{t('kit.view.save-new')}</MenuItem>
        {now && mayChange(now) && (
          <MenuItem onClick={() => (setEditing(now), close())}>
            <EditOutlined fontSize="small" sx={{ mr: 1 }} />
            {t('kit.view.change', { name: now.name })}
          </MenuItem>
        )}
        {now && mayChange(now) && (
          <MenuItem
            disabled={remove.running}
            onClick={() =>
              void remove.run({ id: now.id, revision: now.revision }).then((answer) => {
                close()
                if (answer.ok) onChoose(null)
                refetch()
              })
            }
          >
            <DeleteOutlined fontSize="small" sx={{ mr: 1 }} />
            {t('kit.view.remove', { name: now.name })}
          </MenuItem>
        )}
      </Menu>
      {editing && (
        <ViewDialog
          list={list}
          view={editing === 'new' ? null : editing}
          roles={roles}
          look={look}
          onClose={() => setEditing(null)}
          onSaved={(id) => {
            setEditing(null)
            refetch()
            onSaved(id)
          }}
        />
      )}
    </>
  )
}
